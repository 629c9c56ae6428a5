"""Which translations can stay together without changing the structure of the page?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from i18n.check.hosts import allowed
from i18n.compile.blame import Built, Said, blamed, differing_emphasis, judged
from i18n.compile.landing import PageRemark, Piece, refusal
from i18n.extract.source import Source
from i18n.locales import direction, language
from i18n.markdown import outline, skeleton
from i18n.markdown.splice import Edit, splice
from i18n.message.emphasis.customary import is_customary
from i18n.message.markup import Markup, read_once

_MARGIN = re.compile(rb"[ \t>]*")
"""A block begins at its indentation, before the text that opens it."""
_WITHOUT_ITALICS = frozenset({"ar", "fa", "he", "ja", "ko", "ur", "zh"})
_ROUNDS = 16
"""After so many rounds that each blamed one message, each round blames twice as many as the last."""


def settle(
    source: Source, pieces: Sequence[Piece], hosts: tuple[str, ...], locale: str
) -> tuple[tuple[Piece, ...], tuple[PageRemark, ...]]:
    """Leave out pieces until the rest keeps the source's skeleton, but for what may differ; gives those that stay.

    Links may lead to `hosts`, words may become code, links and code may be others where their rule is waived, and tags
    that keep the direction of what they enclose may come in where the text of the locale runs from right to left.
    """
    if not pieces or _is_plainly_kept(source, pieces):
        return tuple(pieces), ()
    expected = source.skeleton
    remarks: list[PageRemark] = []
    rtl, has_italics = direction(locale) == "rtl", language(locale) not in _WITHOUT_ITALICS
    kept, rounds = list(pieces), 0
    while kept:
        built = _built(source, kept)
        said = _said(source, kept, built)
        lenient = judged(expected, built, lambda target: allowed(target, hosts), said, isolates=rtl)
        guilty = blamed(expected, lenient, kept, lambda some: _built(source, some))
        if not guilty:
            break
        rounds += 1
        if rounds > _ROUNDS:
            first = min(guilty)
            guilty |= dict.fromkeys(range(first, min(len(kept), first + 2 ** (rounds - _ROUNDS))), guilty[first])
        remarks += [refusal(kept[at].segment, why, kept[at].waived) for at, why in sorted(guilty.items())]
        kept = [piece for at, piece in enumerate(kept) if at not in guilty]
    if kept:
        for at, severity, difference in differing_emphasis(expected, built.skeleton, has_italics=has_italics):
            piece = kept[built.owner(at)]
            if not is_customary(piece.segment.msgid, piece.edit.data.decode(errors="replace")):
                remarks.append(PageRemark(piece.segment, "emphasis", severity, difference))
    return tuple(kept), tuple(remarks)


def _said(source: Source, kept: Sequence[Piece], built: Built) -> Said:
    def said(position: int) -> tuple[Markup, frozenset[str]]:
        piece = kept[built.owner(position)]
        message = read_once(piece.segment.msgid, source.dialect, source.extraction.labels, source.messages)
        return message, piece.waived

    return said


def ordered(edits: Iterable[Edit]) -> list[Edit]:
    """Edits as `splice` takes them."""
    return sorted(edits, key=lambda edit: edit.span)


def _is_plainly_kept(source: Source, pieces: Sequence[Piece]) -> bool:
    """Whether a quick look shows that the structure is the source's."""
    edits = ordered(piece.edit for piece in pieces)
    built = source.rebuilt(splice(source.parts.data, edits).data)
    return built.body_start == source.parts.body_start and outline.outline(built, source.dialect) == source.outline


def _built(source: Source, kept: Sequence[Piece]) -> Built:
    owners = {id(piece.edit): at for at, piece in enumerate(kept)}
    edits = ordered(piece.edit for piece in kept)
    spliced = splice(source.parts.data, edits)

    def owner(position: int) -> int:
        at = spliced.edit_at(_MARGIN.match(spliced.data, position).end())  # type: ignore[union-attr]
        while at >= 0 and id(edits[at]) not in owners:
            at -= 1
        return owners[id(edits[at])] if at >= 0 else 0

    return Built(skeleton.read(source.rebuilt(spliced.data), source.dialect, source.extraction.code), owner)
