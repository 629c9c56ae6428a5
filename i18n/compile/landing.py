"""Which edits put the chosen texts at their places, and what is there to say about them?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from i18n.check.harm import harm
from i18n.check.hosts import allowed
from i18n.compile import alone, choice, encoding, waiving
from i18n.compile.leading import MayLead
from i18n.extract.article import key_paths
from i18n.extract.source import Source
from i18n.markdown import frontmatter
from i18n.markdown.document import line_start
from i18n.markdown.splice import Edit
from i18n.message import emphasis, references
from i18n.model import Kind, Place, Segment, Severity
from i18n.span import Characters, Span, in_characters

_ALIGNED = re.compile(
    rb"(?P<gap>:[ \t]+)(?:(?:[-*+]|\d{1,9}[.)])[ \t]|>)[^\r\n]*(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))*"
    rb"(?P<indent>[ ]+)(?=[^\s])"
)
"""A field whose text is a list or a quote, and the line below."""
_WITH_EMPHASIS = frozenset((Place.PARAGRAPH, Place.HEADING, Place.CELL))


class Piece(NamedTuple):
    """A translation ready to be put in place. A tuple, as pages have thousands."""

    segment: Segment
    edit: Edit
    waived: frozenset[str] = frozenset()
    """Rules that a translator waives for it."""


@dataclass(frozen=True, slots=True)
class PageRemark:
    """What compiling has to say about the translation of one segment."""

    segment: Segment
    rule: str
    severity: Severity
    text: str


@dataclass(frozen=True, slots=True)
class Landed:
    """The translations of an article at their places."""

    pieces: tuple[Piece, ...]
    """Those of the body, in order of position."""
    front: tuple[Edit, ...]
    """The front matter, if it changes: one edit."""
    shown: tuple[Segment, ...]
    """The segments of the front matter that show a translation."""
    remarks: tuple[PageRemark, ...]


def land(source: Source, chosen: choice.Chosen, hosts: tuple[str, ...]) -> Landed:
    """Put each text that differs from the source's at its place, save what is wrong whatever surrounds it."""
    pieces: list[Piece] = []
    remarks: list[PageRemark] = []
    front: dict[Segment, str] = {}

    def may_lead_to(target: str) -> bool:
        return allowed(target, hosts)

    for segment in source.extraction.segments:
        text = chosen.text(segment)
        if not text:
            continue
        problem = harm(segment.msgid, text, source.dialect, source.extraction.labels, hosts, source.messages)
        if problem:
            remarks.append(refusal(segment, problem, chosen.waived(segment)))
            continue
        if segment.place is Place.FRONT_MATTER:
            front[segment] = text
            continue
        for made in _landed(source, segment, text, chosen.waived(segment), may_lead_to):
            if isinstance(made, Piece):
                pieces.append(made)
            else:
                remarks.append(made)
    edits, shown, refused = _front_matter(source, front, chosen, may_lead_to)
    return Landed(tuple(pieces), edits, shown, (*remarks, *refused))


def refusal(segment: Segment, problem: str, waived: Collection[str] = ()) -> PageRemark:
    """Say that the source is shown instead of a translation, why, and that what a translator waived does not help."""
    said = f"{problem}{waiving.refused(waived)}"
    text = f"This translation would change the page's structure, so the source text is shown: {said}"
    return PageRemark(segment, "structure", Severity.ERROR, text)


def _landed(
    source: Source, segment: Segment, text: str, waived: frozenset[str], may_lead_to: MayLead
) -> Iterator[Piece | PageRemark]:
    if segment.place is not Place.CODE and text.count("\n") != segment.msgid.count("\n"):
        yield PageRemark(segment, "line-breaks", Severity.WARNING, _line_breaks(segment.msgid, text))
    before = segment.around[0][-1:] or chr(source.parts.data[segment.span.start - 1])
    # No generator knows references in HTML that it does not read as Markdown.
    labels = source.extraction.labels if segment.place is not Place.HTML or _reads_html(source) else ()
    problem = alone.wrong_alone(segment, text, source.dialect, before, labels, may_lead_to, waived)
    problem = problem or _moves_lines_below(source.parts.data, segment, text)
    if problem:
        yield refusal(segment, problem, waived)
        return
    if segment.place in _WITH_EMPHASIS:
        rendered = emphasis.repaired(segment.msgid, text, source.dialect)
        for change in rendered.changes:
            said = f"`{change.before}` would show its marks, so the page has `{change.after}`."
            yield PageRemark(segment, "emphasis", Severity.INFO, said)
        text = rendered.text
        if emphasis.shows_marks(text, source.dialect) and not emphasis.shows_marks(segment.msgid, source.dialect):
            said = "Readers would see “**”, which makes nothing bold where it stands. Move it, or take it out."
            yield PageRemark(segment, "emphasis", Severity.WARNING, said)
    text = references.resolve(segment.msgid, text, source.dialect, labels)
    data = encoding.encode(segment, text, source.parts, source.dialect)
    if data:
        yield Piece(segment, Edit(segment.span, data), waived)


def _reads_html(source: Source) -> bool:
    """Whether texts of raw HTML in the article may be read as Markdown."""
    mark = source.dialect.reads_html
    return mark is not None and mark in source.parts.data


def _moves_lines_below(data: bytes, segment: Segment, text: str) -> str:
    """What is wrong with the name of a field of another length, where lines below stand under the text after it."""
    below = _ALIGNED.match(data, segment.span.end) if segment.kind is Kind.FIELD else None
    if below is None or len(text) == len(segment.msgid):
        return ""
    line = line_start(data, segment.span.start)
    if len(below["indent"]) != len(data[line : below.end("gap")].decode()):
        return ""
    return (
        f"lines below stand under the text after this name. Write it with {len(segment.msgid)} characters, or have the"
        " author indent these lines by four."
    )


def _line_breaks(msgid: str, msgstr: str) -> str:
    """Say how the line breaks of a translation differ from its source's."""
    return f"The source has {msgid.count(chr(10))} line breaks, the translation {msgstr.count(chr(10))}."


def _front_matter(
    source: Source, texts: Mapping[Segment, str], chosen: choice.Chosen, may_lead_to: MayLead
) -> tuple[tuple[Edit, ...], tuple[Segment, ...], list[PageRemark]]:
    """The edit, the segments that show their translation in it, and what could not be put there."""
    front = source.parts.front
    if front is None:
        return (), (), []
    remarks = []
    placed: dict[Span[Characters], Segment] = {}
    for segment, text in texts.items():
        waived = chosen.waived(segment)
        problem = alone.wrong_alone(segment, text, source.dialect, "", (), may_lead_to, waived)
        if problem:
            remarks.append(refusal(segment, problem, waived))
        else:
            placed[in_characters(segment.span, source.parts.data, front.span.start)] = segment
    if not placed:
        return (), (), remarks
    changes = {span: texts[segment] for span, segment in placed.items()}
    rewritten, refused = frontmatter.rewrite(front, changes, key_paths(source.rules))
    remarks += [refusal(placed[span], "it cannot be written at this place of the front matter.") for span in refused]
    shown = tuple(segment for span, segment in placed.items() if span not in refused)
    return (Edit(front.span, rewritten.encode()),), shown, remarks
