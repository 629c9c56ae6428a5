"""What does a glossary in CSV say?"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from i18n.errors import InputError
from i18n.memory.glossary import spelling
from i18n.memory.glossary.concept import Concept, Word, source_tag, tag_of
from i18n.memory.glossary.term import Status, status_of

_NAMES = {
    "status": "status",
    "note": "note notes comment comments explanation description translator_comments developer_comments",
    "case": "case case_sensitive casesensitive",
    "forms": "forms target_forms inflections",
    "source_forms": "source_forms",
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split()}
_FORMS = re.compile(r"(.+)_forms")
"""The name of a column with other forms of the words of a language: `ar forms`."""
_TARGET_LOCALE = frozenset({"locale", "language", "target_locale", "target_language", "target_lang"})
_YES, _NO = frozenset("yes true 1 y x on".split()), frozenset({"", *"no false 0 n off".split()})
_HINT = "Name a column by each locale (en, de, pt-BR), or have the columns source, target and locale."


def parse(data: bytes, path: str, source_locale: str, locales: Sequence[str]) -> tuple[Concept, ...]:
    """Read rows of terms. Two forms are known by their header.

    A column for each language, named by its tag; or, as Weblate and others export them, `source` and `target`, with
    a `locale` column where the project has several languages. In both, `status`, `note` and `case` may be there;
    other columns are passed over. Commas, semicolons and tabs part cells. Raises `InputError` with the line.
    """
    text = _decoded(data, path)
    rows = _rows(text, path)
    _, header = next(rows, (1, []))
    names = [name.strip().lower().replace(" ", "_") for name in header]
    _refuse_misspelt(names, path)
    if "source" in names and "target" in names:
        return tuple(_paired(rows, names, path, source_locale, locales))
    return tuple(_wide(rows, names, [tag_of(name) for name in header], path, source_locale))


def _refuse_misspelt(names: Sequence[str], path: str) -> None:
    """Raise `InputError` for a column that was meant to be `status`: passed over, forbidden words would be approved."""
    for name in names:
        if name not in _ROLES and get_close_matches(name, ("status",), cutoff=0.8):
            raise InputError(f"The column “{name}” is not known.", "Did you mean “status”?", path, 1)


def _decoded(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("The glossary is not UTF-8.", "Save it as UTF-8.", path, line) from error


def _rows(text: str, path: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with a cell that is not empty, and the line where each ends."""
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader((f"{line}\n" for line in text.split("\n")), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, [" ".join(cell.split()) for cell in row]
    except csv.Error as error:
        hint = "Put a cell that holds quotes or separators into quotes, and double the quotes inside."
        line = min(reader.line_num, text.count("\n") + 1)
        raise InputError(f"This is no CSV: {error}.", hint, path, line) from error


def _paired(
    rows: Iterator[tuple[int, list[str]]], names: list[str], path: str, source_locale: str, locales: Sequence[str]
) -> Iterator[Concept]:
    column = next((number for number, name in enumerate(names) if name in _TARGET_LOCALE), None)
    if column is None and len(locales) != 1:
        raise InputError("The glossary does not say in which language its targets are.", _HINT, path, 1)
    for line, row in rows:
        cells = _cells(row, names, path, line)
        named = tag_of(row[column]) if column is not None and column < len(row) else locales[0]
        if named is None:
            raise InputError("There is no locale in this row.", _HINT, path, line)
        spelled = {source_locale: cells.get("source", ""), named: cells.get("target", "")}
        forms = {source_locale: cells.get("source_forms", ""), named: cells.get("forms", "")}
        yield _concept(cells, spelled, forms, path, line, source_locale)


def _wide(
    rows: Iterator[tuple[int, list[str]]], names: list[str], tags: list[str | None], path: str, source_locale: str
) -> Iterator[Concept]:
    languages = {number: tag for number, tag in enumerate(tags) if tag and names[number] not in _ROLES}
    inflected = {number: tag for number, name in enumerate(names) if (tag := _tag_of_forms(name))}
    source = source_tag(languages.values(), source_locale)
    if not source:
        raise InputError(f"The glossary has no column for the source language “{source_locale}”.", _HINT, path, 1)
    for line, row in rows:
        cells = _cells(row, names, path, line)
        spelled = {tag: row[number] for number, tag in languages.items() if number < len(row)}
        forms = {tag: row[number] for number, tag in inflected.items() if number < len(row)}
        yield _concept(cells, spelled, forms, path, line, source)


def _tag_of_forms(name: str) -> str | None:
    """The language whose words have their other forms in a column of this name."""
    found = _FORMS.fullmatch(name)
    return tag_of(found[1]) if found else None


def _cells(row: list[str], names: list[str], path: str, line: int) -> Mapping[str, str]:
    """Cells by name, those of known columns by their role."""
    if len(row) > len(names) and any(row[len(names) :]):
        hint = "Put a cell that holds a separator into quotes."
        raise InputError(f"This row has {len(row)} cells, the header {len(names)}.", hint, path, line)
    return {_ROLES.get(name, name): cell for name, cell in zip(names, row, strict=False) if cell}


def _concept(
    cells: Mapping[str, str],
    spelled: Mapping[str, str],
    forms: Mapping[str, str],
    path: str,
    line: int,
    source: str,
) -> Concept:
    status = status_of(cells.get("status", ""))
    if status is None:
        hint = f"There are {', '.join(one.value for one in Status)}."
        raise InputError(f"“{cells['status']}” is no status of a term.", hint, path, line)
    if not spelled.get(source) and status is not Status.FORBIDDEN:
        raise InputError(
            "There is no term of the source language in this row.", "Only a forbidden word may be without.", path, line
        )
    case, note = _case(cells.get("case", ""), path, line), cells.get("note", "")
    words = (
        Word(
            tag,
            text,
            Status.APPROVED if tag == source else status,
            note,
            case,
            tuple(spelling.forms(forms.get(tag, ""))),
        )
        for tag, text in spelled.items()
        if text
    )
    return Concept(tuple(words), keep=status is Status.DO_NOT_TRANSLATE)


def _case(cell: str, path: str, line: int) -> bool:
    if cell.lower() not in _YES | _NO:
        raise InputError(f"“{cell}” says neither yes nor no.", "Write yes where capitals matter.", path, line)
    return cell.lower() in _YES
