"""How does a project get its configuration, and another language?"""

from __future__ import annotations

import posixpath
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass

from i18n import sites
from i18n.errors import ConfigurationError
from i18n.locales import canonical
from i18n.project.loading import find_configuration
from i18n.project.tables import DIALECTS, Build, Bundle, Catalogs
from i18n.sites import PLAIN, Site
from i18n.store import LocalStore, Store, places
from i18n.workflow.editing import appended

_FILE = "i18n.toml"


@dataclass(frozen=True, slots=True)
class Begun:
    """What `init` did, or would do."""

    file: str
    """Its path."""
    added: tuple[str, ...]
    """Locales that were not there."""
    created: bool = False
    site: Site | None = None
    """The generator that the folder was recognized as belonging to."""
    dialect: str = ""
    source: str = ""
    unpublished: str = ""
    """What the generator's configuration needs so that it does not publish what this program writes, if anything."""

    @property
    def writes(self) -> bool:
        """Whether the configuration changed."""
        return self.created or bool(self.added)


def init(
    start: str, explicit: str | None, locales: Sequence[str], dialect: str | None, *, pretend: bool = False
) -> Begun:
    """Write a configuration, or add locales to the one there is, whose text stays otherwise as it is.

    Raises `ConfigurationError`, `StorageError`.
    """
    tags = list(dict.fromkeys(map(canonical, locales)))
    found = find_configuration(start, explicit)
    if found is None:
        return _create(LocalStore(explicit or start, pretend=pretend), tags, dialect)
    file, table, _name = found
    if dialect:
        raise ConfigurationError(f"{file} is there already.", f'Set [source] dialect = "{dialect}" in it.')
    return _extend(LocalStore(posixpath.dirname(file), pretend=pretend), file, table, tags)


def detect(store: Store) -> Site | None:
    """The site generator that the folder belongs to, recognized by its files."""
    return sites.recognized(lambda sign: any(sign.content in store.read(name) for name in store.find(sign.glob)))


def _create(store: LocalStore, tags: list[str], dialect: str | None) -> Begun:
    if not tags:
        raise ConfigurationError("Which languages?", "Name at least one: i18n init --locale de --locale pt-BR")
    if dialect and dialect not in DIALECTS:
        raise ConfigurationError(f'--dialect "{dialect}": there is no such one.', f"There are {', '.join(DIALECTS)}.")
    _refuse_source_language(tags, "en")
    site = detect(store)
    wanted = dialect or (site or PLAIN).dialect
    source = _source(store, site)
    file = posixpath.join(store.root, _FILE)
    listed = ", ".join(f'"{tag}"' for tag in tags)
    text = (
        f'[project]\nname = "{_name(store.root)}"\nsource_locale = "en"\nlocales = [{listed}]\n\n'
        f'[source]\npath = "{source}"\ndialect = "{wanted}"\n'
    )
    if store.is_file(_FILE):
        raise ConfigurationError(f"{file} is there already.", "It is never overwritten.")
    store.write(_FILE, text.encode(), sync=True)
    ours = (_FILE, Catalogs().path.partition("/")[0], Build().path, Bundle().path)
    unpublished = site.unpublished(store.read_if_there, ours) if site else ""
    return Begun(file, tuple(tags), site=site, dialect=wanted, source=source, unpublished=unpublished, created=True)


def _source(store: Store, site: Site | None) -> str:
    if site and not store.is_folder(PLAIN.source) and store.is_folder(site.source):
        return site.source
    return PLAIN.source


def _name(folder: str) -> str:
    """The folder's name as a TOML string; what would need an escape is left out."""
    name = "".join(
        letter
        for letter in posixpath.basename(places.upwards(folder)[0])
        if letter.isprintable() and letter not in '"\\'
    )
    return name.strip() or "articles"


def _extend(store: Store, file: str, table: dict[str, object], tags: list[str]) -> Begun:
    project = table.get("project")
    there = project.get("locales") if isinstance(project, dict) else None
    if not isinstance(there, list) or not all(isinstance(tag, str) for tag in there):
        raise ConfigurationError(f"{file}: project.locales: expected a list of strings.", "Add it by hand.")
    present = {canonical(tag) for tag in there}
    own = project.get("source_locale", "en") if isinstance(project, dict) else "en"
    _refuse_source_language(tags, own if isinstance(own, str) else "en")
    new = [tag for tag in tags if tag not in present]
    if not new:
        return Begun(file, ())
    name = posixpath.basename(file)
    text = store.read(name).decode("utf-8")
    prefix = ("tool", "i18n") if name == "pyproject.toml" else ()
    edited = appended(text, (*prefix, "project", "locales"), new)
    if edited is None or not _is_extended(text, edited, prefix, new):
        listed = ", ".join(f'"{tag}"' for tag in [*there, *new])
        raise ConfigurationError(
            f"{file}: the list of locales has an unusual form.", f"Write by hand: locales = [{listed}]"
        )
    store.write(name, edited.encode(), sync=True)
    return Begun(file, tuple(new))


def _refuse_source_language(tags: list[str], own: str) -> None:
    if canonical(own) in tags:
        raise ConfigurationError(
            f'--locale "{own}": the articles are written in it.', "Name languages to translate them to."
        )


def _is_extended(before: str, after: str, prefix: tuple[str, ...], new: list[str]) -> bool:
    """Tell whether the edit did what it should and nothing else."""
    old = tomllib.loads(before.removeprefix("\ufeff"))
    table = old
    for key in prefix:
        table = table[key]
    table["project"]["locales"] = [*table["project"]["locales"], *new]
    try:
        return tomllib.loads(after.removeprefix("\ufeff")) == old
    except tomllib.TOMLDecodeError:
        return False
