"""Where is the configuration, and is everything in it right?"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from i18n.errors import ConfigurationError
from i18n.project import schema
from i18n.project.values import Build, Bundle, Catalogs, Check, Draft, Memory, Privacy, Project, Source
from i18n.storage import read

_OWN = "i18n.toml"
_SHARED = "pyproject.toml"
_SECTIONS = {
    "source": Source,
    "catalogs": Catalogs,
    "draft": Draft,
    "check": Check,
    "build": Build,
    "bundle": Bundle,
    "privacy": Privacy,
}


def load(start: Path, explicit: Path | None = None) -> Project:
    """Load the configuration of the project `explicit`, or of the one that `start` lies in.

    Raises `ConfigurationError`, which names file, key and what was expected.
    """
    file, table, name = read_configuration(start, explicit)
    return _project(file, table, name)


def read_configuration(start: Path, explicit: Path | None = None) -> tuple[Path, dict[str, Any], str]:
    """Find the configuration as `find_configuration` does; raises `ConfigurationError` where there is none."""
    found = find_configuration(start, explicit)
    if found:
        return found
    where = f"in {explicit}" if explicit else f"in {start} or a folder above it"
    raise ConfigurationError(
        f"There is no {_OWN} and no {_SHARED} with [tool.i18n] {where}.",
        "`i18n init --locale de` writes one; --project DIR names another folder.",
    )


def find_configuration(start: Path, explicit: Path | None = None) -> tuple[Path, dict[str, Any], str] | None:
    """Find the file that configures the project, the table in it, and the name that `pyproject.toml` gives (or `""`).

    Without `explicit` the folders from `start` upwards are asked, as git does. Raises `ConfigurationError` for what
    cannot be read, for two configurations in one folder, and where `explicit` is no folder.
    """
    if explicit and not explicit.is_dir():
        raise ConfigurationError(f"{explicit} is no folder.", "--project takes the folder that holds i18n.toml.")
    folders = [explicit.absolute()] if explicit else [start.absolute(), *start.absolute().parents]
    return next(filter(None, map(_in_folder, folders)), None)


def _in_folder(folder: Path) -> tuple[Path, dict[str, Any], str] | None:
    own, shared = folder / _OWN, folder / _SHARED
    pyproject = _shared_table(shared)
    if own.is_file():
        if pyproject:
            raise ConfigurationError(
                f"Both {own} and [tool.i18n] in {shared} configure this project.", "Keep one of the two."
            )
        return own, _toml(own), ""
    return pyproject


def _shared_table(shared: Path) -> tuple[Path, dict[str, Any], str] | None:
    if not shared.is_file() or b"i18n" not in read(shared):
        return None
    whole = _toml(shared)
    tool = whole.get("tool")
    table = tool.get("i18n") if isinstance(tool, dict) else None
    if table is None:
        return None
    if not isinstance(table, dict):
        raise ConfigurationError(f"{shared}: tool.i18n must be a table.")
    project = whole.get("project")
    name = project.get("name") if isinstance(project, dict) else None
    return shared, table, name if isinstance(name, str) else ""


def _toml(path: Path) -> dict[str, Any]:
    import tomllib  # worker processes, which get the project as a value, never need it

    data = read(path)
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path} is not UTF-8 (byte {error.start}).", "Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path} is not TOML: {error}") from error


def _project(file: Path, given: Mapping[str, Any], name: str) -> Project:
    reader = _Reader(file)
    reader.known("", given, (*schema.TABLES, "engine", "notices"))
    tables = {table: reader.table(table, given.get(table, {}), checks) for table, checks in schema.TABLES.items()}
    head = tables["project"]
    if "locales" not in head:
        raise reader.error("project.locales", "a list of languages", "It is the one key without a default.")
    source_locale = reader.locale("project.source_locale", head.get("source_locale", "en"))
    folders = reader.locales(head["locales"], source_locale)
    sections: dict[str, Any] = {section: kind(**tables[section]) for section, kind in _SECTIONS.items()}
    memory = tables["memory"]
    project = Project(
        root=file.parent,
        file=file,
        locales=tuple(folders),
        folders=folders,
        name=head.get("name", name or "articles"),
        source_locale=source_locale,
        memory=Memory(memory.pop("import", ()), **memory),
        engine=reader.tables("engine", given.get("engine", {}), schema.ENGINE),
        notices=reader.notices(given.get("notices", {}), tuple(folders)),
        **sections,
    )
    _consistent(project, reader)
    return project


def _consistent(project: Project, reader: _Reader) -> None:
    if project.build.drop_below > project.build.minimum:
        raise reader.error("build.drop_below", "at most [build] minimum", "")
    rules = [*project.check.error, *project.check.warn, *project.check.off]
    for rule in rules:
        if rules.count(rule) > 1:
            raise reader.error("check", f'each rule once, but "{rule}" is there twice', "")
    places = {
        "build.path": project.build.path,
        "bundle.path": project.bundle.path,
        "catalogs.path": project.catalogs.path.partition("{")[0].rstrip("/"),
        "catalogs.template": project.catalogs.template.partition("{")[0].rstrip("/"),
    }
    for key, place in places.items():
        if not place or _overlap(project.source.path, place):
            raise reader.error(key, f'a place apart from the articles in "{project.source.path}"', "")
    for key in ("bundle.path", "catalogs.path", "catalogs.template"):
        if _overlap(places["build.path"], places[key]):
            raise reader.error(key, f'a place apart from the compiled articles in "{project.build.path}"', "")


def _overlap(one: str, other: str) -> bool:
    one, other = one.casefold() + "/", other.casefold() + "/"
    return one.startswith(other) or other.startswith(one)


@dataclasses.dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the tables of one file; its errors name it."""

    file: Path

    def error(self, key: str, expected: str, hint: str, value: object = None) -> ConfigurationError:
        said = "" if value is None else f", not {value!r}"
        return ConfigurationError(f"{self.file}: {key}: expected {expected}{said}.", hint)

    def known(self, table: str, given: object, names: tuple[str, ...] | Mapping[str, Any]) -> None:
        if not isinstance(given, Mapping):
            raise self.error(table, "a table", "")
        for key in given:
            if key not in names:
                full = f"{table}.{key}" if table else key
                meant = schema.suggestion(key, names)
                raise ConfigurationError(
                    f"{self.file}: {full}: unknown {'key' if table else 'table'}{meant}.",
                    f"Known here: {', '.join(names)}.",
                )

    def table(self, table: str, given: Any, checks: Mapping[str, schema.Check]) -> dict[str, Any]:
        self.known(table, given, checks)
        read_values = {}
        for key, value in given.items():
            try:
                read_values[key] = checks[key](value)
            except schema.Unexpected as expected:
                raise self.error(f"{table}.{key}", str(expected), "", value if expected.quote else None) from None
        return read_values

    def tables(self, table: str, given: Any, checks: Mapping[str, schema.Check]) -> dict[str, dict[str, Any]]:
        if not isinstance(given, Mapping):
            raise self.error(table, "a table", "")
        return {name: self.table(f"{table}.{name}", inner, checks) for name, inner in given.items()}

    def locale(self, key: str, tag: str) -> str:
        from i18n.locales import canonical  # reads CLDR's names, which worker processes never need

        try:
            return canonical(tag)
        except ConfigurationError as error:
            raise ConfigurationError(f"{self.file}: {key}: {error.message}", error.hint) from error

    def locales(self, given: tuple[str, ...], source_locale: str) -> dict[str, str]:
        from i18n.locales import gettext_form

        folders: dict[str, str] = {}
        for tag in given:
            locale = self.locale("project.locales", tag)
            if locale == source_locale:
                raise self.error("project.locales", "languages other than source_locale", "", tag)
            if locale in folders:
                raise self.error("project.locales", "each language once", "", tag)
            folders[locale] = gettext_form(locale)
        if not folders:
            raise self.error("project.locales", "at least one language", "`i18n init --locale de` adds one.")
        return folders

    def notices(self, given: Any, locales: tuple[str, ...]) -> dict[str, str]:
        if not isinstance(given, Mapping):
            raise self.error("notices", "a table", "")
        texts = {}
        for tag, value in given.items():
            locale = self.locale(f"notices.{tag}", tag)
            if locale not in locales:
                raise self.error(f"notices.{tag}", f"one of the project's languages ({', '.join(locales)})", "")
            if not isinstance(value, str) or not value.strip():
                raise self.error(f"notices.{tag}", "a text", "", value)
            texts[locale] = value
        return texts
