"""How does what an engine answered become Markdown again?"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from i18n.draft.one import faults, spacing
from i18n.markdown.dialects import Dialect
from i18n.message.emphasis import inward, repaired, with_asterisks
from i18n.message.marks import ENTITY, Mark, Role, Token, plain
from i18n.message.packed import pack, unpack
from i18n.message.pieces import SHORT_REFERENCE, Piece, restore
from i18n.message.skeleton import skeleton, visible


@dataclass(frozen=True, slots=True)
class Restored:
    """Markdown, or why there is none."""

    text: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class _Style:
    """One of several spellings of the same page."""

    escape: bool
    """Write every character that could be markup so that it is none."""
    asterisks: bool
    """`*` for `_`: an underscore does not close emphasis before a letter, as in Korean."""
    punctuation_out: bool
    """Emphasis without the punctuation at its edges: `**“말”**은` is not bold, `“**말**”은` is."""


_STYLES = tuple(
    _Style(escape=escape, asterisks=asterisks, punctuation_out=out)
    for out, asterisks, escape in itertools.product((False, True), repeat=3)
)
_ESCAPED = {letter: "\\" + letter for letter in "\\`*_[]~"} | {"<": "&lt;", "&": "&amp;"}


def assemble(
    piece: Piece, tokens: tuple[Token, ...], solved: Mapping[int, str], dialect: Dialect, labels: Collection[str] = ()
) -> Restored:
    """Put the markup of `piece` back into an engine's answer.

    `solved` holds the translations of the pieces inside its marks. The result has the skeleton of the piece, and
    a reader sees the very words of the answer; otherwise it is refused with the fault. Nothing is repaired by guess.
    """
    source, answer = pack(piece.tokens), pack(tokens)
    fault = faults.marks_fault(source, answer)
    if fault:
        return Restored(fault=fault)
    notes = {pack((run.token,)) for run in piece.runs if run.kind == "footnote"}
    answer = spacing.spaced(answer, source, notes)
    wanted = skeleton(piece.raw, dialect, labels), _said(piece, answer, solved, dialect, labels)
    for text in _spelled(piece, answer, solved, dialect):
        if (skeleton(text, dialect, labels), visible(text, dialect, labels)) == wanted:
            return Restored(text)
    return Restored(fault="its markup would not be read as that of the source")


def _spelled(piece: Piece, answer: str, solved: Mapping[int, str], dialect: Dialect) -> Iterator[str]:
    """The answer in each style, then with its emphasis as a build writes it."""
    for style in _STYLES:
        yield _written(piece, answer, solved, style)
    for style in _STYLES:
        yield repaired(piece.raw, _written(piece, answer, solved, style), dialect).text


def _written(piece: Piece, answer: str, solved: Mapping[int, str], style: _Style) -> str:
    if style.punctuation_out:
        answer = inward.without_punctuation(answer)
    as_in_source = dict(_spellings(piece))
    kinds = {run.token: run.kind for run in piece.runs}
    parts = []
    for token in unpack(answer):
        if isinstance(token, str):
            parts.append(_markdown(token, as_in_source, escape=style.escape))
            continue
        raw = _mark(piece, token, solved)
        if style.asterisks and kinds[token] in ("emphasis", "strong"):
            raw = with_asterisks(raw)
        parts.append(raw)
    return "".join(parts)


def _mark(piece: Piece, mark: Mark, solved: Mapping[int, str]) -> str:
    """The Markdown of a mark. `[word]` and `[word][]` name their target by the word itself: it is written out."""
    raw = restore(piece.marks[mark], solved)
    if mark.role is Role.CLOSE and (found := SHORT_REFERENCE.match(raw)):
        return f"][{_label(piece, mark.id)}]" + raw[found.end() :]
    return raw


def _label(piece: Piece, number: int) -> str:
    tokens = [run.token for run in piece.runs]
    start, end = tokens.index(Mark(Role.OPEN, number)), tokens.index(Mark(Role.CLOSE, number))
    return "".join(run.raw for run in piece.runs[start + 1 : end])


def _spellings(piece: Piece) -> Iterator[tuple[str, str]]:
    """Characters that the source writes as entities or with a backslash, and how: a draft writes them so, too."""
    for run in piece.runs:
        if isinstance(run.token, str):
            for found in ENTITY.finditer(run.raw):
                meant = plain(found[0])
                if len(meant) == 1 and not meant.isalnum():
                    yield meant, found[0]


def _markdown(text: str, as_in_source: Mapping[str, str], *, escape: bool) -> str:
    table = {**_ESCAPED, **as_in_source} if escape else as_in_source
    return text.translate({ord(letter): spelling for letter, spelling in table.items()}) if table else text


def _said(piece: Piece, answer: str, solved: Mapping[int, str], dialect: Dialect, labels: Collection[str]) -> str:
    """The words a reader should see, white space folded."""
    parts = []
    for token in unpack(answer):
        if isinstance(token, str):
            parts.append(token)
        elif token.role is Role.HOLD:
            raw = _mark(piece, token, solved)
            lead = " " if raw[:1].isspace() else ""
            tail = " " if raw[-1:].isspace() else ""
            parts.append(lead + visible(raw, dialect, labels) + tail)
    return " ".join("".join(parts).split())
