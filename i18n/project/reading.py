"""Is everything in a configuration right, and what does it make of a project?"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from posixpath import dirname
from typing import TYPE_CHECKING, Any, TypeVar

from i18n.errors import ConfigurationError
from i18n.project import forms, notices, values
from i18n.project.by_locale import DEFAULT, PerLocale
from i18n.project.keys import entries
from i18n.project.notices import Notices
from i18n.project.placement import overlap
from i18n.project.tables import LATER, TABLES, Build, engine_tables
from i18n.store import places

if TYPE_CHECKING:
    from i18n.project.engines import EngineSettings

Value = TypeVar("Value")


def project_of(
    file: str,
    given: Mapping[str, object],
    name: str = "",
    tables: Mapping[str, type] = TABLES,
    engines: Mapping[str, type[EngineSettings]] | None = None,
) -> values.Project:
    """Make a project of its configuration; `name` is what it is called where the configuration does not say.

    `tables` and `engines` are all tables there may be. Raises `ConfigurationError`, which names file, key and
    what was expected.
    """
    reader = _Reader(file)
    reader.known(given, (*tables, "engine", "notices"))
    read = {table: reader.table(table, given.get(table, {}), kind) for table, kind in tables.items()}
    if "locales" not in read["project"]:
        raise reader.error("project.locales", "a list of languages", "It is the one key without a default.")
    if name:
        read["project"].setdefault("name", name)
    sections = {table: kind(**read[table]) for table, kind in tables.items()}
    head = sections.pop("project")
    source_locale = reader.locale("project.source_locale", head.source_locale)
    folders = reader.folders(head.locales, source_locale)
    sections = {table: reader.localized(table, section, folders) for table, section in sections.items()}
    project = values.Project(
        root=dirname(file),
        file=file,
        locales=tuple(folders),
        folders=folders,
        name=head.name,
        source_locale=source_locale,
        engine=reader.engines(given["engine"], engines or engine_tables()) if "engine" in given else {},
        notices=reader.notices(given.get("notices", {}), folders),
        **sections,
    )
    _consistent(project, reader)
    return project


def _consistent(project: values.Project, reader: _Reader) -> None:
    _limits(project.build, project.locales, reader)
    rules = [*project.check.error, *project.check.warn, *project.check.off]
    for rule in rules:
        if rules.count(rule) > 1:
            raise reader.error("check", f'each rule once, but "{rule}" is there twice')
    _traditions(project, reader)
    _places(project, reader)


def _traditions(project: values.Project, reader: _Reader) -> None:
    if not project.scripture.tradition.others:
        return
    from i18n.facts.scripture import traditions  # reading it takes longer than most commands may

    for locale, tradition in project.scripture.tradition.others:
        known = traditions(locale)
        if tradition not in known:
            said = f"one of {', '.join(known)}" if known else "nothing, as no table has the books in that language"
            raise reader.error(f"scripture.tradition.{locale}", said, value=tradition)


def _limits(build: Build, locales: Iterable[str], reader: _Reader) -> None:
    for locale in locales:
        if build.drop_below.of(locale) > build.minimum.of(locale):
            here = f" in {locale}" * bool(build.drop_below.others or build.minimum.others)
            raise reader.error("build.drop_below", f"at most [build] minimum{here}")


def _places(project: values.Project, reader: _Reader) -> None:
    build = project.build
    places = {
        "build.path": project.build.path,
        "bundle.path": project.bundle.path,
        "catalogs.path": project.catalogs.path.partition("{")[0].rstrip("/"),
        "catalogs.template": project.catalogs.template.partition("{")[0].rstrip("/"),
    }
    if build.staging:
        places["build.staging"] = build.staging
    for key, place in places.items():
        for folder in _apart(project, key):
            if not place or overlap(folder, place):
                raise reader.error(key, f'a place apart from the articles in "{folder}"')
    for key in ("bundle.path", "catalogs.path", "catalogs.template"):
        if places["build.path"] != "." and overlap(places["build.path"], places[key]):
            raise reader.error(key, f'a place apart from the compiled articles in "{project.build.path}"')
    for key, place in places.items() if build.staging else ():
        if key != "build.staging" and place != "." and overlap(build.staging, place):
            raise reader.error("build.staging", f'a place apart from [{key.replace(".", "] ")}, which is "{place}"')


def _apart(project: values.Project, key: str) -> tuple[str, ...]:
    """The folders of articles that a place must not touch: what is written in the root is never an article."""
    if key == "build.path" and project.build.layout != "plain":
        return ()
    return tuple(folder for folder in project.source.path if folder != ".")


def _line(file: str, string: str) -> str:
    """The line of a file that has a string as TOML writes it, as `12:`; empty where it is not found."""
    if not string or not places.is_file(file):
        return ""
    written = (f"'{string}'", json.dumps(string, ensure_ascii=False), json.dumps(string), string)
    lines = places.read(file).decode("utf-8-sig", "replace").splitlines()
    found = (at for form in written for at, line in enumerate(lines, 1) if form in line)
    return next((f"{at}:" for at in found), "")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the tables of one file; its errors name it."""

    file: str

    def error(self, key: str, expected: str, hint: str = "", value: object = None, one: str = "") -> ConfigurationError:
        """Say what was expected; `one`: a string that the file has, in whose line the mistake is."""
        said = "" if value is None else f", not {value!r}"
        return ConfigurationError(f"{self.file}:{_line(self.file, one)} {key}: expected {expected}{said}.", hint)

    def known(self, given: Mapping[str, object], tables: Collection[str]) -> None:
        """Refuse tables that are not known, and those of which this version has no key."""
        for name in given:
            if name in LATER and name not in tables:
                self.table(name, given[name], None)
            elif name not in tables:
                raise self._unknown("table", name, name, tables)

    def table(self, name: str, given: object, kind: type | None, later: str = "") -> dict[str, Any]:
        """Read what is given of the keys of one table; its keys for later are those of the table `later`."""
        keys = {entry.name: entry for entry in entries(kind)} if kind else {}
        there = self._there(name, given, keys, LATER.get(later or name, {}))
        return {key: self.value(f"{name}.{key}", value, keys[key].form, keys[key].key.instead) for key, value in there}

    def _there(
        self, table: str, given: object, names: Collection[str], later: Mapping[str, str]
    ) -> Iterator[tuple[str, object]]:
        """Every key of a table and its value; one for later passes where its value asks for nothing."""
        if not isinstance(given, Mapping):
            raise self.error(table, "a table")
        for key, value in given.items():
            if key in names:
                yield key, value
            elif key not in later:
                raise self._unknown("key", f"{table}.{key}", key, names)
            elif value is not False and value not in ("", [], {}):
                raise ConfigurationError(f"{self.file}: {table}.{key} is not available in this version.", later[key])

    def _unknown(self, what: str, full: str, name: str, names: Collection[str]) -> ConfigurationError:
        meant = forms.suggestion(name, names)
        return ConfigurationError(f"{self.file}: {full}: unknown {what}{meant}.", f"Known here: {', '.join(names)}.")

    def value(self, key: str, value: object, form: forms.Form[Value], instead: str = "") -> Value:
        """Read one value."""
        try:
            return form.read(value)
        except forms.Unexpected as expected:
            key, value = (f"{key}.{expected.at}", expected.found) if expected.at else (key, value)
            hint = "Put a backslash before a mark that stands for itself, as in \\( or \\[." if expected.one else ""
            value = value if expected.quote else None
            raise self.error(key, str(expected), hint, value, expected.one) from None
        except forms.Unavailable as word:
            hint = f"It has {', '.join(word.there)}. {instead}".rstrip()
            raise ConfigurationError(f'{self.file}: {key}: "{word}" is not available in this version.', hint) from None

    def engines(self, given: object, known: Mapping[str, type[EngineSettings]]) -> dict[str, EngineSettings]:
        """Read the tables `[engine.NAME]`."""
        if not isinstance(given, Mapping):
            raise self.error("engine", "a table")
        made = {}
        for name, table in given.items():
            if name not in known:
                raise self._unknown("engine", f"engine.{name}", name, known)
            made[name] = known[name](**self.table(f"engine.{name}", table, known[name], "engine"))
        return made

    def locale(self, key: str, tag: str) -> str:
        from i18n.locales import canonical  # reads CLDR's names, which worker processes never need

        try:
            return canonical(tag)
        except ConfigurationError as error:
            raise ConfigurationError(f"{self.file}: {key}: {error.message}", error.hint) from error

    def folders(self, given: tuple[str, ...], source_locale: str) -> dict[str, str]:
        """Read the languages; gives the folder of each below `locales/`."""
        from i18n.locales import gettext_form

        folders: dict[str, str] = {}
        for tag in given:
            locale = self.locale("project.locales", tag)
            if locale == source_locale:
                raise self.error("project.locales", "languages other than source_locale", value=tag)
            if locale in folders:
                raise self.error("project.locales", "each language once", value=tag)
            folders[locale] = gettext_form(locale)
        if not folders:
            raise self.error("project.locales", "at least one language", "`i18n init --locale de` adds one.")
        return folders

    def localized(self, table: str, section: Any, locales: Collection[str]) -> Any:
        """Read the locales of values that a table of the configuration gives by locale."""
        changed = {}
        for field in fields(section):
            value = getattr(section, field.name)
            if isinstance(value, PerLocale) and value.others:
                own = self.by_locale(f"{table}.{field.name}", dict(value.others), locales)
                changed[field.name] = PerLocale(value.default, tuple(sorted(own.items())))
        return replace(section, **changed) if changed else section

    def by_locale(self, key: str, given: Mapping[str, Value], locales: Collection[str]) -> dict[str, Value]:
        """Read the locales of a table, each of which must be one of the project's, and there once."""
        found: dict[str, Value] = {}
        for tag, value in given.items():
            locale = self.locale(f"{key}.{tag}", tag)
            if locale not in locales:
                raise self.error(f"{key}.{tag}", f"one of the project's languages ({', '.join(locales)})")
            if locale in found:
                raise self.error(f"{key}.{tag}", "each language once", value=tag)
            found[locale] = value
        return found

    def notices(self, given: object, locales: Collection[str]) -> PerLocale[Notices]:
        """Read what pages say at their top: by locale a text for machine drafts, or a table."""
        if not isinstance(given, Mapping):
            raise self.error("notices", "a table")
        general = self.table(f"notices.{DEFAULT}", given.get(DEFAULT, {}), Notices, "notices")
        for key in notices.texts(general):
            raise self.error(f"notices.{DEFAULT}.{key}", "true or false, as a text is in one language")
        own = {tag: self._notices(tag, each, general) for tag, each in given.items() if tag != DEFAULT}
        return PerLocale(Notices(**general), tuple(sorted(self.by_locale("notices", own, locales).items())))

    def _notices(self, tag: str, given: object, general: Mapping[str, Any]) -> Notices:
        key = f"notices.{tag}"
        if isinstance(given, Mapping):
            return Notices(**{**general, **self.table(key, given, Notices, "notices")})
        return Notices(**{**general, "draft": self.value(key, given, notices.TEXT)})
