"""How does a project get its configuration, and another language?"""

from __future__ import annotations

import json
import posixpath
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from i18n.errors import ConfigurationError, FileError
from i18n.locales import canonical
from i18n.project import Project
from i18n.project.loading import find_configuration
from i18n.project.reading import project_of
from i18n.project.tables import DIALECTS, Build, Bundle, Catalogs, Source
from i18n.sites.layouts import content
from i18n.store import LocalStore, Store, places
from i18n.workflow.editing import appended
from i18n.workflow.init import ignoring
from i18n.workflow.init.data import Data, data
from i18n.workflow.init.proposal import Proposal, proposed
from i18n.workflow.init.survey import survey
from i18n.workflow.opening import placed, wanted

_FILE = "i18n.toml"


@dataclass(frozen=True, slots=True)
class Begun:
    """What `init` did, or would do."""

    file: str
    """Its path."""
    added: tuple[str, ...]
    """Locales that were not there."""
    proposal: Proposal | None = None
    """What the configuration says that was written; None where there was one."""
    data: Data = field(default_factory=Data)
    """What else of the site is translated, and is not: menus, and words of the interface."""
    unpublished: str = ""
    """What the generator's configuration needs so that it does not publish what this program writes, if anything."""
    content: str = ""
    """The folder that `[build] path` is to name later, where the generator does not find pages in the one it names."""
    facts: bool = False
    """Translators are to see facts above their messages: `[catalogs] facts` that was written."""
    ignore: tuple[str, ...] = ()
    """Lines that `.gitignore` lacks, or lacked."""
    ignored: bool = False
    """They were added."""

    @property
    def writes(self) -> bool:
        """Whether a file changed."""
        return self.proposal is not None or bool(self.added) or self.ignored


def init(
    start: str,
    explicit: str | None,
    locales: Sequence[str],
    dialect: str | None = None,
    source_locale: str | None = None,
    *,
    yes: bool = False,
    pretend: bool = False,
    wants_facts: Callable[[], bool] | None = None,
) -> Begun:
    """Write a configuration, or add locales to the one there is, whose text stays otherwise as it is.

    `yes` adds lines to `.gitignore` too. `wants_facts` asks whether translators shall see facts, just before a new
    configuration is written; None: nobody can be asked, and they shall not. Raises `ConfigurationError`,
    `StorageError`, `InputError`.
    """
    tags = list(dict.fromkeys(map(canonical, locales)))
    found = find_configuration(start, explicit)
    if found is None:
        own = canonical(source_locale) if source_locale else None
        store = LocalStore(explicit or start, pretend=pretend)
        return _create(store, tags, dialect, own, yes=yes, wants_facts=wants_facts)
    file, table, name = found
    for key, value in (("[source] dialect", dialect), ("[project] source_locale", source_locale)):
        if value:
            raise ConfigurationError(f"{file} is there already.", f'Set {key} = "{value}" in it.')
    store = LocalStore(posixpath.dirname(file), pretend=pretend)
    begun = _extend(store, file, table, tags)
    project = project_of(file, table, name)
    if project.source.private and yes:
        project = placed(replace(project, locales=(*project.locales, *begun.added)))
    return _with_ignored(store, begun, project) if yes else begun


def _create(
    store: LocalStore,
    tags: list[str],
    dialect: str | None,
    own: str | None,
    *,
    yes: bool,
    wants_facts: Callable[[], bool] | None,
) -> Begun:
    if dialect and dialect not in DIALECTS:
        raise ConfigurationError(f'--dialect "{dialect}": there is no such one.', f"There are {', '.join(DIALECTS)}.")
    file = posixpath.join(store.root, _FILE)
    if store.is_file(_FILE):
        raise ConfigurationError(f"{file} is there already.", "It is never overwritten.")
    found = survey(store)
    proposal = proposed(found, tags, own, dialect, store.is_folder)
    _refuse_source_language(proposal.locales, proposal.source_locale)
    project = project_of(file, tomllib.loads("".join(_written(store.root, proposal))))
    words = data(store, project, found)
    facts = wants_facts is not None and wants_facts()
    store.write(_FILE, "".join(_written(store.root, proposal, words.entries, facts=facts)).encode(), sync=True)
    begun = Begun(file, proposal.locales, proposal, words, _unpublished(store, proposal), _content(project), facts)
    return _with_ignored(store, begun, project, yes=yes)


def _content(project: Project) -> str:
    """Where the generator looks for pages, if outputs lie elsewhere; empty if its configuration cannot be read."""
    try:
        return content(wanted(project))
    except FileError:
        return ""


def _with_ignored(store: Store, begun: Begun, project: Project, *, yes: bool = True) -> Begun:
    lines = ignoring.missing(store, project)
    added = yes and ignoring.write(store, lines)
    return replace(begun, ignore=lines, ignored=added)


def _unpublished(store: Store, proposal: Proposal) -> str:
    """What the site's configuration needs where all lies in the site's own folder."""
    if proposal.site is None or proposal.folder:
        return ""
    ours = (_FILE, proposal.catalogs, *([] if proposal.in_tree else [proposal.build]), proposal.bundles)
    hidden = tuple(filter(None, [proposal.unpublished]))
    return proposal.site.unpublished(store.read_if_there, [name for name in ours if not name.startswith(hidden)])


def _written(root: str, proposal: Proposal, data: Sequence[str] = (), *, facts: bool = False) -> Iterator[str]:
    """The text of the configuration; keys with their default are left out."""
    yield f"[project]\nname = {_toml(_name(root))}\nsource_locale = {_toml(proposal.source_locale)}\n"
    yield f"locales = {_toml(proposal.locales)}\n\n[source]\n"
    folders = proposal.sources.folders
    yield f"path = {_toml(folders[0] if len(folders) == 1 else folders)}\n"
    if proposal.include:
        yield f"include = {_toml(proposal.include)}\n"
    if proposal.sources.exclude:
        yield f"exclude = {_toml(proposal.sources.exclude)}\n"
    yield f"dialect = {_toml(proposal.dialect)}\n"
    if data:
        yield f"data = {_toml(data)}\n"
    if proposal.site and proposal.site.front_matter:
        yield f"front_matter = {_toml((*Source().front_matter, *proposal.site.front_matter))}\n"
    yield _catalogs(proposal, facts=facts)
    yield _build(proposal)
    if proposal.bundles != Bundle().path:
        yield f"\n[bundle]\npath = {_toml(proposal.bundles)}\n"


def _catalogs(proposal: Proposal, *, facts: bool) -> str:
    usual = Catalogs()
    keys = "facts = true\n" if facts else ""
    if proposal.catalogs != usual.path.partition("/")[0]:
        path, template = (f"{proposal.catalogs}/{each.partition('/')[2]}" for each in (usual.path, usual.template))
        keys = f"path = {_toml(path)}\ntemplate = {_toml(template)}\n{keys}"
    return f"\n[catalogs]\n{keys}" if keys else ""


def _build(proposal: Proposal) -> str:
    path = f"path = {_toml(proposal.build)}\n" if proposal.build != Build().path else ""
    layout = f"layout = {_toml(proposal.layout)}\n" if proposal.layout != Build().layout else ""
    return f"\n[build]\n{path}{layout}" if path or layout else ""


def _toml(value: str | Sequence[str]) -> str:
    """Write a text or a list of texts, on lines of their own where they are long."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    items = [_toml(each) for each in value]
    line = f"[{', '.join(items)}]"
    return line if len(line) <= 100 else "".join(("[\n", *(f"    {item},\n" for item in items), "]"))


def _name(folder: str) -> str:
    """What to call the project: its folder's name, as far as it can be printed."""
    name = posixpath.basename(places.upwards(folder)[0])
    return "".join(letter for letter in name if letter.isprintable() and letter not in '"\\').strip() or "articles"


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


def _refuse_source_language(tags: Sequence[str], own: str) -> None:
    if canonical(own) in tags:
        raise ConfigurationError(
            f'--locale "{own}": the articles are written in it.',
            "Name languages to translate them to; --source-locale says which one they are written in.",
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
