"""Which headings of a translated page need an id in writing, so that links to them lead where they led?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from i18n.compile import apart as set_apart
from i18n.compile import footnotes, pins
from i18n.extract.source import Source
from i18n.markdown import blocks, targets
from i18n.markdown.blocks import Heading
from i18n.markdown.document import Document
from i18n.markdown.splice import Edit, splice
from i18n.sites.ids import Ids
from i18n.sites.ids.titles import Title
from i18n.span import Span

if TYPE_CHECKING:
    from i18n.sites.ids.rules import Rule

_LINE_END = re.compile(rb"[ \t]*(?:\r\n|\n|\r)[ \t>]*")


class Clash(NamedTuple):
    """A heading whose own id on the page is the one by which links ask for another."""

    heading: Heading
    other: Heading
    slug: str


class Pinned(NamedTuple):
    """What pinning the ids of a page comes to."""

    edits: tuple[Edit, ...] = ()
    clashes: tuple[Clash, ...] = ()


def pinned(source: Source, edits: Sequence[Edit], ids: Ids) -> Pinned:
    """Write down the id of every heading that would have another on the page that the edits make of an article.

    Ids of the article's own stay. Where what is written down adds to the id that a heading gets by itself, that
    one may be another heading's: such a clash is said.
    """
    headings = source.extraction.headings
    texts = dict(_translated(source.parts.data, headings, edits))
    if not texts or ids.form == "none":
        return Pinned()
    from i18n.sites.ids.rules import RULES  # a page without a translated heading needs none

    before = titles(source, ids)
    read = _read(source, texts)
    after = [_translation(title, read.get(at), texts.get(at)) for at, title in enumerate(before)]
    after = footnotes.numbered(after, source, ids.rule)
    form = pins.form(source, ids)
    barred = {at for at, heading in enumerate(headings) if pins.names_page(source, heading, form)}
    adds = form in pins.ADDING and ids.rule != "mystmd"
    wanted: dict[int, list[str]] = {}
    clashes: dict[int, tuple[int, str]] = {}
    apart: dict[int, str] = {}
    owners: dict[str, int] = {}
    for rule in RULES[ids.rule]:
        was = rule(before, ids)
        if form == "anchor":
            found, taken, apart = _anchored(was, after, rule, ids)
            clashes |= {at: (other, was[other]) for at, other in taken.items()}
        else:
            found = _wanted(was, after, rule, ids, barred, adds=adds)
        for at in found:
            if owners.get(was[at], at) == at:  # what MyST makes goes before what docutils makes
                wanted.setdefault(at, []).append(was[at])
        owners |= {slug: at for at, slug in enumerate(was) if slug not in owners}
    return Pinned(
        (
            *(pins.edit(source, headings[at], ids, form, slugs) for at, slugs in sorted(wanted.items())),
            *(set_apart.edit(headings[at], ids.rule, slug) for at, slug in sorted(apart.items())),
        ),
        tuple(Clash(headings[at], headings[other], slug) for at, (other, slug) in sorted(clashes.items())),
    )


def titles(source: Source, ids: Ids) -> list[Title]:
    """The headings of an article, as its generator makes ids of them."""
    made = [_title(source, heading, ids) for heading in source.extraction.headings]
    if ids.rule == "eleventy" and made and b"id=" in source.parts.data:
        _add_written(source, made)
    return footnotes.numbered(made, source, ids.rule)


def _add_written(source: Source, made: list[Title]) -> None:
    """Add the ids that HTML of the article gives, which Eleventy counts too."""
    starts = [heading.span.start for heading in source.extraction.headings]
    for position, name in targets.names(source.parts):
        at = bisect_right(starts, position) - 1
        if at < 0:
            made[0] = made[0]._replace(above=(*made[0].above, name))
        else:
            made[at] = made[at]._replace(below=(*made[at].below, name))


def _wanted(
    was: Sequence[str], after: Sequence[Title], rule: Rule, ids: Ids, barred: set[int], *, adds: bool
) -> set[int]:
    """The headings whose id has to be written down; where that takes its place, others may move up, so look again."""
    wanted: set[int] = set()
    while True:
        pages = [title if adds or at not in wanted else title._replace(own=was[at]) for at, title in enumerate(after)]
        now = rule(pages, ids)
        moved = {at for at, slug in enumerate(was) if slug and not after[at].own and now[at] != slug}
        missing = moved - wanted - barred
        wanted |= missing
        if adds or not missing:
            return wanted


def _anchored(
    was: Sequence[str], after: Sequence[Title], rule: Rule, ids: Ids
) -> tuple[set[int], dict[int, int], dict[int, str]]:
    """The headings that need an id before their text, and each that still has the one of another further down.

    Links lead to what comes first. What has another's id is set apart where there is a way: these are the third, each
    with its own id.
    """
    apart: dict[int, str] = {}
    while True:
        said = [set_apart.title(title, ids.rule, apart[at]) if at in apart else title for at, title in enumerate(after)]
        if ids.rule == "eleventy":
            found, now = _in_order(was, said, rule, ids)
        else:
            found, now = _wanted(was, said, rule, ids, set(), adds=True), rule(said, ids)
        taken = dict(_taken(now, was))
        if not set_apart.can_be(ids.rule) or apart.keys() >= taken.keys():
            return found, {at: other for at, other in taken.items() if at < other}, apart
        apart |= {at: was[at] for at in taken}


def _in_order(was: Sequence[str], after: Sequence[Title], rule: Rule, ids: Ids) -> tuple[set[int], list[str]]:
    """The headings that need an id, and the ids of all, where what is written down moves those that are made."""
    wanted: set[int] = set()
    page: list[Title] = []
    places = []
    for at, title in enumerate(after):
        is_moved = was[at] and not title.own and rule([*page, *after[at:]], ids)[len(page)] != was[at]
        places.append(len(page))
        page.append(title)
        if is_moved:
            wanted.add(at)
            page.append(Title((), "", own=was[at]))
    now = rule(page, ids)
    return wanted, [now[place] for place in places]


def _taken(now: Sequence[str], was: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Headings that get by themselves the id by which links ask for another, and that one."""
    places = {slug: at for at, slug in enumerate(was) if slug}
    return ((at, places[slug]) for at, slug in enumerate(now) if places.get(slug, at) != at)


def _translated(data: bytes, headings: Sequence[Heading], edits: Iterable[Edit]) -> Iterator[tuple[int, bytes]]:
    """The headings that edits change, by number, and what their text is then."""
    within: dict[int, list[Edit]] = {}
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        while at < len(headings) and headings[at].span.end <= edit.span.start:
            at += 1
        if at < len(headings) and headings[at].span.start <= edit.span.start:
            within.setdefault(at, []).append(edit)
    for at, inside in within.items():
        start, end = headings[at].span
        moved = [Edit(Span(edit.span.start - start, edit.span.end - start), edit.data) for edit in inside]
        yield at, splice(data[start : max(end, inside[-1].span.end)], moved).data


def _read(source: Source, texts: Mapping[int, bytes]) -> dict[int, Heading]:
    """The translated headings as the generator reads them; none if they cannot be read by themselves."""
    written = (_alone(text) for text in texts.values())
    labels = b""
    if any(b"[" in text for text in texts.values()):
        labels = b"\n".join(each.span.of(source.parts.data) for each in source.parts.definitions().values())
    data = b"\n\n".join((*written, labels, footnotes.notes(source.extraction.headings)))
    found = blocks.read(Document(data, None, 0, source.dialect), source.dialect).headings
    return dict(zip(texts, found, strict=True)) if len(found) == len(texts) else {}


def _alone(text: bytes) -> bytes:
    """A heading of that text, in no container."""
    lines = _LINE_END.sub(b"\n", text)
    return lines + b"\n===" if b"\n" in lines else b"# " + lines


def _title(source: Source, heading: Heading, ids: Ids) -> Title:
    own = pins.own(source, heading, ids)
    written = heading.span.of(source.parts.data)
    if pins.is_none(source, heading, own):
        return Title((("Template", ""),), "", heading.level)
    return Title(heading.parts, _last_line(written), heading.level, own)


def _translation(title: Title, heading: Heading | None, text: bytes | None) -> Title:
    """The title as it is translated; of one that could not be read, the id is not known."""
    if text is None:
        return title
    parts = heading.parts if heading is not None else (("Template", ""),)
    return title._replace(parts=parts, written=_last_line(text))


def _last_line(text: bytes) -> str:
    return _LINE_END.split(text)[-1].decode()
