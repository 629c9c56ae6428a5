"""How does the reference of all keys read? Made from the definition that the parser follows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from i18n.project.by_locale import plain
from i18n.project.engines import ENGINES
from i18n.project.keys import Setting, entries
from i18n.project.notices import Notices
from i18n.project.schema import json_schema
from i18n.project.tables import LATER, TABLES

PAGE = Path(__file__).parents[2] / "docs" / "configuration.md"
MADE = re.compile(r"(?<=<!-- made by `make docs` -->\n).*(?=<!-- up to here -->)", re.DOTALL)
COMMENTS = 38
"""Column at which comments begin, where there is room."""
NOTICE = 'de = "Diese Seite enthält maschinell übersetzte Absätze, die noch niemand geprüft hat."'


def page() -> str:
    """The text of `docs/configuration.md`: what is written there, around what is made."""
    made = reference()
    return MADE.sub(lambda _: made, PAGE.read_text(encoding="utf-8"))


def schema() -> str:
    """The text of `i18n/project/schema.json`."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def reference(
    tables: Mapping[str, type] = TABLES,
    engines: Mapping[str, type] = ENGINES,
    later: Mapping[str, Mapping[str, str]] = LATER,
) -> str:
    """Every key with its default, as a configuration; and what is refused in this version."""
    lines = ["```toml"]
    for name, kind in tables.items():
        lines += [f"[{name}]", *map(_line, entries(kind)), ""]
    common = entries(engines["memory"])
    lines += [_commented("[engine.NAME]", "a table an engine, only where it needs one; each may have a price")]
    lines += [*map(_line, common), ""]
    for kind in dict.fromkeys(engines.values()):
        heading, *others = [f"[engine.{_key(name)}]" for name in engines if engines[name] is kind]
        own = [entry for entry in entries(kind) if entry not in common]
        if own:
            also = f" Also {', '.join(others)}." if others else ""
            lines += [_commented(heading, f"{kind.__doc__}{also}"), *map(_line, own), ""]
    lines += [_commented("[notices]", "by locale: what pages with machine drafts say at their top, or a table"), NOTICE]
    lines += ["", _commented("[notices.default]", f"{Notices.__doc__}"), *map(_line, entries(Notices))]
    lines += ["```", "", "Refused in this version, each with what is done instead:", ""]
    return "\n".join([*lines, *_missing(tables, later), ""])


def _line(entry: Setting) -> str:
    value = plain(entry.default) if entry.key.example is None else entry.key.example
    words = [*entry.form.words()] if isinstance(value, str) else []
    choices = f"{' | '.join(words)}: " if words[1:] else ""
    return _commented(f"{entry.name} = {_toml(value)}", choices + entry.key.help)


def _commented(line: str, comment: str) -> str:
    return f"{line.ljust(COMMENTS - 2)}  # {comment}"


def _key(name: str) -> str:
    return name if name.isalnum() else json.dumps(name)


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _missing(tables: Mapping[str, type], later: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for table, kind in tables.items():
        for entry in entries(kind):
            if entry.key.later:
                words = ", ".join(f"`{word}`" for word in entry.key.later)
                there = " ".join(filter(None, (f"There is `{'`, `'.join(entry.form.words())}`.", entry.key.instead)))
                yield f"- `[{table}] {entry.name}` as {words}. {there}"
    for table, keys in later.items():
        yield from (f"- `[{table}] {key}`. {instead}" for key, instead in keys.items())
