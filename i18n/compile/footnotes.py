"""Which numbers do references to footnotes show in headings?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from i18n.extract.source import Source
from i18n.markdown.blocks import Heading, Part
from i18n.sites.ids.titles import Title

_COUNTING = frozenset(("astro", "astro-7", "mdbook"))
"""Rules by which such a number is part of an id."""
_NOTE = re.compile(r"^[ \t>]*\[\^([^\]\s]+)\]:", re.MULTILINE)
_REFERENCE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|\[\^([^\]\s]+)\](?!:)", re.DOTALL)
"""One of them, or a span or block of code."""


def numbered(titles: Sequence[Title], source: Source, rule: str) -> list[Title]:
    """The headings with the numbers of footnotes, where a rule asks for them."""
    if rule not in _COUNTING or not any(title.has_footnotes for title in titles):
        return list(titles)
    numbers = _numbers(source.parts.data.decode())
    return [title._replace(parts=tuple(_shown(title.parts, numbers))) for title in titles]


def notes(headings: Iterable[Heading]) -> bytes:
    """Footnotes for the references of headings, so that these are read as such by themselves."""
    names = dict.fromkeys(text for heading in headings for what, text in heading.parts if what == "Footnote")
    return "".join(f"[^{name}]: x\n\n" for name in names).encode()


def _numbers(text: str) -> Mapping[str, str]:
    """By the names of footnotes, their numbers, which follow the first references."""
    notes = set(_NOTE.findall(text))
    named = dict.fromkeys(name for _, name in _REFERENCE.findall(text) if name in notes)
    return {name: str(number) for number, name in enumerate(named, 1)}


def _shown(parts: Iterable[Part], numbers: Mapping[str, str]) -> Iterator[Part]:
    for what, text in parts:
        yield ("Code", numbers[text]) if what == "Footnote" and text in numbers else (what, text)
