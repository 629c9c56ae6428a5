"""What does an article look like in another language?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from i18n import sites
from i18n.catalog.coverage import coverage
from i18n.compile import choice, finishing, landing, notices, settling
from i18n.compile.anchors import Clash, Pinned, pinned
from i18n.compile.withheld import NOTHING, Withheld, without_addresses
from i18n.extract.source import Source
from i18n.model import Coverage, Finding, Key, Segment, Severity, Unit
from i18n.project import Build, tables
from i18n.project.notices import Notices
from i18n.project.placement import Placement
from i18n.sites.ids import Ids
from i18n.sites.notices import NoticeForm


@dataclass(frozen=True, slots=True)
class Options:
    """How the articles of one locale are compiled."""

    locale: str
    """BCP 47."""
    build: Build = field(default_factory=Build)
    notices: Notices = field(default_factory=Notices)
    """What a page says at its top."""
    hosts: tuple[str, ...] = ()
    """Where a translation's links may lead instead of the source's, as globs."""
    withheld: Withheld = NOTHING
    """What is not for readers: a page for them does not say where it is."""
    placement: Placement = field(default_factory=Placement)
    """Where pages lie, and what they need in their front matter for that."""
    ids: Ids | None = None
    """How the site makes ids of headings; None: as the generator does by itself that reads the dialect."""
    form: NoticeForm | None = None
    """How the site shows a notice; None: as the generator does by itself that reads the dialect."""
    stages: bool = False
    """The page is for translators to look at: it shows drafts even where no notice can say so."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A localized article."""

    path: str
    """Below the source folder; its place below the locale's folder is the same."""
    data: bytes
    """What is published; meaningless when `fallback` is `omit` or `last-good`."""
    findings: tuple[Finding, ...]
    coverage: Coverage
    """Counts of the units that the article has now."""
    fallback: tables.Fallback | Literal[""]
    """Empty when every message shows its translation, else what was done instead."""
    reason: str
    """Why, in a few words."""
    files: tuple[str, ...]
    """Relative targets as in `Extraction.files`."""
    drafts: int
    """Machine drafts shown."""
    refused: frozenset[Key] = frozenset()
    """Messages whose translation would change the page's structure, so that it does not show it."""


def compile_article(source: Source, units: Mapping[Key, Unit], options: Options, catalog: str = "") -> Compiled:
    """Put the translations of one locale in place: choose the texts, land them, settle what stays, finish the page.

    With no translation the result is the source byte for byte, but for the comments meant for this program.
    Whatever the translations say, its skeleton is the source's: one that would change it is left out and
    reported, whatever the fallback shows. `catalog` is the path findings name; the article's own when it is empty.
    """
    build = options.build
    if build.drafts and not options.stages and not notices.may_stand(source):
        build = replace(build, drafts=False)
    chosen = choice.choose(source, units, build)
    landed = landing.land(source, chosen, options.hosts)
    kept, remarks = settling.settle(source, landed.pieces, options.hosts, options.locale)
    said = (*landed.remarks, *remarks)
    refused = frozenset(remark.segment.key for remark in said if remark.rule == "structure")
    placed = (*landed.shown, *(piece.segment for piece in kept))
    outcome = choice.outcome(chosen, refused, options.build, shows_any=bool(placed))
    pins, clashes = _pinned(source, kept, options)
    if outcome.fallback not in ("", "mixed"):
        placed = kept = pins = ()
    drafts = sum(map(chosen.is_draft, placed))
    front = landed.front if placed else ()
    needed = tuple(options.placement.settings(source.article.path, options.locale))
    reasons = tuple(_reasons(chosen, placed, outcome))
    notice = notices.edit(source, reasons, options.notices, options.locale, options.form)
    data = finishing.finish(source, kept, front, notice, needed, pins)
    if not source.is_private:
        data = without_addresses(data, source, options.withheld)
    return Compiled(
        source.article.path,
        data,
        (*source.extraction.findings, *_findings((*said, *_taken(clashes, source)), source, units, options, catalog)),
        coverage(_units(source, units), source.words.__getitem__, refused, _shown(chosen, refused, outcome)),
        outcome.fallback,
        outcome.reason,
        source.extraction.files,
        drafts,
        refused,
    )


def _reasons(chosen: choice.Chosen, placed: Sequence[Segment], outcome: choice.Outcome) -> Iterator[notices.Reason]:
    """What readers are to know of a page, which has texts placed."""
    if any(map(chosen.is_draft, placed)):
        yield "draft"
    if any(map(chosen.is_outdated, placed)):
        yield "outdated"
    if placed and outcome.fallback == "mixed":
        yield "partial"


def _pinned(source: Source, kept: Iterable[landing.Piece], options: Options) -> Pinned:
    """The ids that headings of the page need in writing; what clashes is said whatever the fallback shows."""
    if options.build.anchors != "pin":
        return Pinned()
    return pinned(source, [piece.edit for piece in kept], _ids(source, options))


def _ids(source: Source, options: Options) -> Ids:
    """How ids are made where the article is read as the others are, which a `.txt` is not."""
    if options.ids is None or source.article.path.endswith(".txt"):
        return sites.ids_of(source.dialect.name)
    return options.ids


def _taken(clashes: Iterable[Clash], source: Source) -> Iterator[landing.PageRemark]:
    """Say of headings that they have an id by which links ask for another."""
    for clash in clashes:
        spans = (clash.heading.span, clash.other.span)
        for segment in source.extraction.segments:
            if any(span.start <= segment.span.start < span.end for span in spans):
                yield landing.PageRemark(segment, "heading-id", Severity.WARNING, _TAKEN.format(clash.slug))
                break


_TAKEN = (
    "A heading of the page gets the id “{}” from its words, which is that of another heading further down: links to"
    " that one lead to the wrong place. Say it in other words."
)


def _units(source: Source, units: Mapping[Key, Unit]) -> Iterator[Unit]:
    """Each message of the article as its catalog has it."""
    return (units.get(unit.key, unit) for unit in source.template)


def _shown(chosen: choice.Chosen, refused: Collection[Key], outcome: choice.Outcome) -> frozenset[Key]:
    """The messages that show their text, where they stand alone and everywhere."""
    if outcome.fallback not in ("", "mixed"):
        return frozenset()
    return frozenset(key for key, each in chosen.texts.items() if each.text and key not in refused)


def _findings(
    remarks: Iterable[landing.PageRemark], source: Source, units: Mapping[Key, Unit], options: Options, catalog: str
) -> Iterator[Finding]:
    """Say of each remark which file to open: the catalog's line where it is known, else the article's."""
    article = source.article
    found = {}
    for remark in remarks:
        segment = remark.segment
        unit = units.get(segment.key)
        path, line = (catalog, unit.line) if catalog and unit else (article.reference, segment.line)
        place = (path, line, options.locale, article.path, segment.msgctxt, segment.msgid)
        found[remark.rule, remark.severity, segment.key] = Finding(remark.rule, remark.severity, remark.text, *place)
    yield from found.values()
