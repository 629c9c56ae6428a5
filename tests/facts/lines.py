"""Lines that hold references and lines that must not: `tests/data/scripture/`, a file a language."""

from __future__ import annotations

import re
from typing import NamedTuple

from i18n.facts.scripture import Reference, references
from tests.fixtures import DATA

LANGUAGES = "en de es ko ar".split()


class Line(NamedTuple):
    """A sentence with the references in it."""

    text: str
    said: tuple[str, ...]
    """As the sentence writes them; empty if it holds none."""
    meant: str
    """Each as `JHN 3:16,18-20`, parted by ` + `."""


def lines(language: str) -> list[Line]:
    """Read the lines of a language: `See {Acts 1:8}. → ACT 1:8`."""
    found = []
    for row in (DATA / "scripture" / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("//"):
            text, _, meant = row.replace("⍽", "\u00a0").partition(" → ")
            said = tuple(re.findall(r"\{(.+?)\}", text))
            found.append(Line(text.replace("{", "").replace("}", ""), said, meant))
    return found


def read(line: Line, language: str) -> tuple[tuple[str, ...], str]:
    """What the program finds in a line, in the form that the line expects."""
    found = list(references(line.text, language))
    return tuple(one.span.of(line.text) for one in found), " + ".join(map(meaning, found))


def meaning(reference: Reference) -> str:
    """A reference as the lines have it; verses of a book of one chapter are in its first."""
    said, before = "", 0
    for first, last in reference.passages:
        chapter = first.chapter or 1
        same = chapter == before and bool(first.verse)
        said += "" if not said else "," if same else "; "
        said += first.verse if same else f"{chapter}:{first.verse}" if first.verse else str(chapter)
        if last is not None:
            within = last.verse and (last.chapter or 1) == chapter
            said += "-" + (last.verse if within else f"{last.chapter}:{last.verse}".rstrip(":"))
        before = (last or first).chapter or 1
    return f"{reference.book} {said}"
