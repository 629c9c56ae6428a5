"""Is a page, built from translations of all its messages, what its source is but for the words?"""

from __future__ import annotations

import dataclasses
import re
import string
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from i18n.compile.article import Options, compile_article
from i18n.extract.article import Rules
from i18n.extract.source import Source, read_source
from i18n.message.pseudo import pseudo
from i18n.model import Article
from i18n.project import Build
from i18n.pseudo import ACCENTED, accented, filler
from tests.real.renderers.outlines import Outline, Piece, of_html, of_pieces
from tests.real.renderers.rendering import Failure, View, render
from tests.real.renderers.shapes import FOR_READERS

_OPTIONS = Options("de", build=Build(anchors="keep"))
_PLAIN = {ord(accented(letter)): letter for letter in string.ascii_letters}
_WORD = re.compile(r"[A-Za-z]{2,}")
_CODE = frozenset(("code", "pre", "script", "style", "kbd", "samp"))


@dataclass(frozen=True)
class Built:
    """An article and what became of it."""

    source: str
    page: str
    """With the letters of each message accented."""
    kept: frozenset[str]
    """Words of messages that a translation keeps: labels, code, addresses."""
    is_faithful: bool
    """Without translations it is its source, byte for byte."""
    refused: str
    """What a finding says of a message that shows its source."""

    def only(self, front: re.Pattern[str]) -> Built:
        """The same without a beginning that only a site's generator reads."""
        return dataclasses.replace(self, source=front.sub("", self.source), page=front.sub("", self.page))


def build(text: str, dialect: str) -> Built:
    """The article with an accent on every letter of its messages."""
    source = read_source(Article("a.md", "a", "source/a.md", text.encode()), Rules(dialect))
    units = {unit.key: dataclasses.replace(unit, msgstr=translated(unit.msgid, source)) for unit in source.template}
    page = compile_article(source, units, _OPTIONS)
    empty = compile_article(source, {}, _OPTIONS)
    kept = frozenset(word for unit in units.values() for word in _WORD.findall(unit.msgstr))
    refused = next((finding.message for finding in page.findings if finding.rule == "structure"), "")
    return Built(text, page.data.decode(), kept, empty.data == text.encode(), refused)


def translated(msgid: str, source: Source) -> str:
    """The message with an accent on every letter that readers see."""
    longer = pseudo(msgid, source.dialect, ACCENTED, source.extraction.labels)
    return longer if longer == msgid else longer.removesuffix(filler(msgid)).rstrip(" ")


def differences(texts: Sequence[str], dialect: str) -> Iterator[str | None]:
    """How each built page differs from its source; empty: not at all; None: the generator fails at the source."""
    return compared([build(text, dialect) for text in texts], dialect)


def compared(built: Sequence[Built], dialect: str) -> Iterator[str | None]:
    """How each page differs from its source, as `differences` does."""
    pages = [('title: "0"', page) for each in built for page in (each.source, each.page)]
    with tempfile.TemporaryDirectory() as folder:
        views = render(dialect, pages, Path(folder))
    for at, each in enumerate(built):
        yield difference(each, views[2 * at], views[2 * at + 1])


def difference(built: Built, source: Iterable[View], page: Iterable[View]) -> str | None:
    """How a built page differs from its source."""
    for expected, got in zip(source, page, strict=False):
        if isinstance(expected, Failure):
            return None
        if not built.is_faithful:
            return "bytes: without translations it is not its source"
        if built.refused:
            return f"refused: {built.refused}"
        if isinstance(got, Failure):
            return f"failure: {got.said}"
        one, other = _outline(expected), _outline(got)
        if _plain(one) != _plain(other):
            return _first(_plain(one), _plain(other))
        if missed := [word for word in _untranslated(other) if word not in built.kept]:
            return f"not offered: {' '.join(missed)}"
    return ""


def _outline(view: View) -> Outline:
    assert not isinstance(view, Failure)
    return of_html(view, ()) if isinstance(view, str) else of_pieces(view, ())


def _plain(outline: Outline) -> Outline:
    """Without the accents of translations, and those of the same letters in the source."""
    return tuple(tuple(part.translate(_PLAIN) for part in piece) for piece in outline)


def _first(expected: Outline, got: Outline) -> str:
    at = next((at for at, pair in enumerate(zip(expected, got, strict=False)) if pair[0] != pair[1]), 0)
    return f"structure: {_shown(expected[at : at + 4])} became {_shown(got[at : at + 4])}"


def _shown(pieces: Iterable[Piece]) -> str:
    marks = {"start": "<{}>", "end": "</{}>", "text": "{}", "comment": "<!--{}-->"}
    return "".join(marks.get(piece[0], "{}").format(" ".join(piece[1:])) for piece in pieces)


def _untranslated(outline: Outline) -> Iterator[str]:
    """Words for readers that have no accent."""
    code = 0
    for piece in outline:
        if piece[0] in ("start", "end") and piece[1] in _CODE:
            code += 1 if piece[0] == "start" else -1
        elif piece[0] == "text" and not code:
            yield from (word for word in _WORD.findall(piece[1]) if word in FOR_READERS)
