"""What does an article look like in another language?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from i18n import sites
from i18n.catalog.coverage import coverage
from i18n.check.hosts import allowed
from i18n.compile import anchors, landing, verdict
from i18n.compile.choice import SOURCE, Choice, choose
from i18n.compile.verdict import Built, Piece, settle
from i18n.extract.article import Extraction, Rules, dialect_of, extract_document, read_document
from i18n.extract.template import units as template_units
from i18n.markdown import document, frontmatter, outline, skeleton
from i18n.markdown.code import Mode
from i18n.markdown.dialects import Dialect
from i18n.markdown.document import Document
from i18n.markdown.skeleton import Skeleton
from i18n.markdown.splice import Edit, splice
from i18n.message import references
from i18n.message.emphasis import repaired
from i18n.model import Article, Coverage, Finding, Kind, Place, Segment, Severity, Unit
from i18n.project import Build
from i18n.project.tables import Fallback

_AFTER_BLANK_LINES = re.compile(rb"(?:[ \t]*(?:\r\n|\n|\r))*")
_OWN_ID = re.compile(rb"[ \t]*\{")
_MARGIN = re.compile(rb"[ \t>]*")
"""A block begins at its indentation, before the text that opens it."""
Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Options:
    """How the articles of one locale are compiled."""

    rules: Rules
    locale: str
    """BCP 47."""
    build: Build = field(default_factory=Build)
    notice: str = ""
    """What a page with machine drafts says at its top."""
    hosts: tuple[str, ...] = ()
    """Where a translation's links may lead instead of the source's, as globs."""


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """An article read once for all its languages."""

    article: Article
    parts: Document
    dialect: Dialect
    code: Mode | None
    """What of fenced code is for readers."""
    extraction: Extraction
    template: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A localized article."""

    path: str
    """Below the source folder; its place below the locale's folder is the same."""
    data: bytes
    """What is published; meaningless when `fallback` is `omit` or `last-good`."""
    findings: tuple[Finding, ...]
    coverage: Coverage
    """Counts of the units the article has now; a refused translation still counts as translated."""
    fallback: Fallback | Literal[""]
    """Empty when every message shows its translation, else what was done instead."""
    reason: str
    """Why, in a few words."""
    files: tuple[str, ...]
    """Relative targets as in `Extraction.files`."""
    drafts: int
    """Machine drafts shown."""


def read_source(article: Article, rules: Rules) -> Source:
    """Read an article; raises `InputError` for bytes that are not UTF-8."""
    dialect = dialect_of(rules)
    parts = read_document(article, dialect)
    extraction = extract_document(article, parts, rules)
    template = template_units(article, extraction.segments, "none")
    return Source(article, parts, dialect, rules.code, extraction, template)


def compile_article(source: Source, units: Mapping[Key, Unit], options: Options, catalog: str = "") -> Compiled:
    """Put the translations of one locale in place.

    With no translation the result is the source byte for byte, but for the comments meant for this program.
    Whatever the translations say, its skeleton is the source's: one that would change it is left out and
    reported. `catalog` is the path findings name; the article's own when it is empty.
    """
    extraction = source.extraction
    counts = coverage(units.get(unit.key, unit) for unit in source.template)
    chosen = {unit.key: choose(units.get(unit.key), options.build) for unit in source.template}
    waiting = sum(1 for choice in chosen.values() if not choice.text)
    fallback: Fallback | Literal[""] = ""
    reason = ""
    if waiting and extraction.segments:
        fallback = options.build.fallback
        reason = f"{waiting} of {len(chosen)} messages show the source"
        if fallback != "mixed":
            chosen = {}
        elif waiting == len(chosen):
            fallback = "source"
    compiler = _Compiler(source, chosen, options)
    data = compiler.data()
    findings = [*extraction.findings, *_located(compiler.findings, source, units, options, catalog)]
    if compiler.refused and not fallback:
        fallback, reason = (
            "mixed",
            f"{compiler.refused} of {len(chosen)} translations would change the page's structure",
        )
    return Compiled(
        source.article.path, data, tuple(findings), counts, fallback, reason, extraction.files, compiler.drafts
    )


def _located(
    remarks: Iterable[tuple[Segment, str, Severity, str]],
    source: Source,
    units: Mapping[Key, Unit],
    options: Options,
    catalog: str,
) -> list[Finding]:
    """Say of each remark which file to open: the catalog's line where it is known, else the article's."""
    found = {}
    for segment, rule, severity, message in remarks:
        unit = units.get(segment.key)
        path, line = (catalog, unit.line) if catalog and unit else (source.article.reference, segment.line)
        found[rule, severity, segment.key] = Finding(
            rule, severity, message, path, line, options.locale, source.article.path, segment.msgctxt, segment.msgid
        )
    return list(found.values())


class _Compiler:
    def __init__(self, source: Source, chosen: Mapping[Key, Choice], options: Options) -> None:
        self._source = source
        self._chosen = chosen
        self._options = options
        self.findings: list[tuple[Segment, str, Severity, str]] = []
        self.refused = 0
        self.drafts = 0

    def data(self) -> bytes:
        """Compile; findings and counts are there afterwards."""
        source = self._source
        cuts = _cuts(source)
        pieces = [piece for piece in map(self._piece, self._body_segments()) if piece]
        front = self._front_matter()
        if not pieces and front is None:
            return splice(source.parts.data, cuts).data if cuts else source.parts.data
        pieces = self._verified(pieces, cuts)
        self._count_drafts(pieces)
        edits = [*cuts, *(piece.edit for piece in pieces), *([front] if front else []), *self._notice()]
        if self._options.build.anchors == "pin":
            edits = self._pinned(edits, pieces)
        return splice(source.parts.data, sorted(edits, key=_position)).data

    def _body_segments(self) -> list[Segment]:
        return [segment for segment in self._source.extraction.segments if segment.place is not Place.FRONT_MATTER]

    def _text(self, segment: Segment) -> str:
        """The text a segment shows; empty where that is the source's own."""
        choice = self._chosen.get(segment.key, SOURCE)
        return "" if choice.text == segment.msgid else choice.text

    def _piece(self, segment: Segment) -> Piece | None:
        text = self._text(segment)
        if not text:
            return None
        source = self._source
        if segment.place is not Place.CODE and text.count("\n") != segment.msgid.count("\n"):
            self._remark(segment, "line-breaks", Severity.WARNING, verdict.line_breaks(segment.msgid, text))
        problem = verdict.lone(segment, text, source.dialect, chr(source.parts.data[segment.start - 1]))
        if problem:
            self._refuse(segment, problem)
            return None
        text = self._with_emphasis(segment, text)
        text = references.resolve(segment.msgid, text, source.dialect, source.extraction.labels)
        data = landing.land(segment, text, source.parts, source.dialect)
        return Piece(segment, Edit(segment.start, segment.end, data)) if data else None

    def _with_emphasis(self, segment: Segment, text: str) -> str:
        """Write emphasis so that it renders, and say so."""
        if segment.place not in (Place.PARAGRAPH, Place.HEADING, Place.CELL):
            return text
        result = repaired(segment.msgid, text, self._source.dialect)
        for change in result.changes:
            said = f"`{change.before}` would show its marks, so the page has `{change.after}`."
            self._remark(segment, "emphasis", Severity.INFO, said)
        return result.text

    def _refuse(self, segment: Segment, problem: str) -> None:
        self.refused += 1
        message = f"This translation would change the page's structure, so the source text is shown: {problem}"
        self._remark(segment, "structure", Severity.ERROR, message)

    def _remark(self, segment: Segment, rule: str, severity: Severity, message: str) -> None:
        self.findings.append((segment, rule, severity, message))

    def _verified(self, pieces: list[Piece], cuts: list[Edit]) -> list[Piece]:
        source = self._source

        def attempt(kept: list[Piece]) -> Built:
            edits = sorted((*cuts, *(piece.edit for piece in kept)), key=_position)
            owners = {id(piece.edit): at for at, piece in enumerate(kept)}
            spliced = splice(source.parts.data, edits)

            def owner(position: int) -> int:
                at = spliced.edit_at(_MARGIN.match(spliced.data, position).end())  # type: ignore[union-attr]
                while at >= 0 and id(edits[at]) not in owners:
                    at -= 1
                return owners[id(edits[at])] if at >= 0 else 0

            return Built(_skeleton(source, spliced.data), owner)

        if _is_plainly_kept(source, sorted((*cuts, *(piece.edit for piece in pieces)), key=_position)):
            return pieces
        hosts = self._options.hosts
        settled = settle(pieces, _published_skeleton(source), attempt, lambda target: allowed(target, hosts))
        for piece, problem in settled.refused:
            self._refuse(piece.segment, problem)
        for piece, message in settled.emphasis:
            self._remark(piece.segment, "emphasis", Severity.WARNING, message)
        return list(settled.kept)

    def _front_matter(self) -> Edit | None:
        front = self._source.parts.front
        if front is None:
            return None
        changes, segments = {}, {}
        for segment in self._source.extraction.segments:
            if segment.place is not Place.FRONT_MATTER or not self._text(segment):
                continue
            problem = verdict.lone(segment, self._text(segment), self._source.dialect, "")
            if problem:
                self._refuse(segment, problem)
                continue
            start = len(self._source.parts.data[front.start : segment.start].decode())
            changes[start], segments[start] = self._text(segment), segment
        if not changes:
            return None
        text, refused = frontmatter.rewrite(front, changes, self._options.rules.front_matter)
        for start in refused:
            self._refuse(segments[start], "it cannot be written at this place of the front matter.")
        self.drafts += sum(
            1 for start in changes if start not in refused and self._chosen[segments[start].key].is_draft
        )
        return Edit(front.start, front.start + len(front.text.encode()), text.encode())

    def _count_drafts(self, pieces: list[Piece]) -> None:
        self.drafts += sum(1 for piece in pieces if self._chosen[piece.segment.key].is_draft)

    def _notice(self) -> list[Edit]:
        if not self.drafts or not self._options.notice:
            return []
        newline = self._source.parts.newline.decode()
        lines = "".join(f"> {line}{newline}" for line in self._options.notice.splitlines() if line.strip())
        start = _AFTER_BLANK_LINES.match(self._source.parts.data, self._source.parts.body_start).end()  # type: ignore[union-attr]
        return [Edit(start, start, (lines + newline).encode())]

    def _pinned(self, edits: list[Edit], pieces: list[Piece]) -> list[Edit]:
        slugs = anchors.ids(self._source.extraction.headings, sites.of_dialect(self._source.dialect.name).slug_rule)
        data = self._source.parts.data
        pins = []
        for piece in pieces:
            segment = piece.segment
            slug = slugs.get(segment.start) if segment.kind is Kind.HEADING else None
            if slug and not _OWN_ID.match(data, segment.end):
                pins.append((piece.edit, anchors.anchor(slug)))
        pinned = {id(edit): Edit(edit.start, edit.end, anchor + edit.data) for edit, anchor in pins}
        return [pinned.get(id(edit), edit) for edit in edits]


def _position(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


def _cuts(source: Source) -> list[Edit]:
    """Take out the comments that are meant for this program."""
    return [Edit(start, end, b"") for start, end in source.extraction.unpublished]


def _is_plainly_kept(source: Source, edits: list[Edit]) -> bool:
    """Whether a quick look shows that the structure is the source's."""
    built = document.with_body(source.parts, splice(source.parts.data, edits).data, source.dialect)
    return built.body_start == source.parts.body_start and outline.outline(built, source.dialect) == _outline(source)


@functools.lru_cache(maxsize=1)
def _outline(source: Source) -> list[Any]:
    """The outline every locale's version is compared with; articles come one after the other."""
    return outline.outline(_published(source), source.dialect)


def _published(source: Source) -> Document:
    """The article without the comments that are meant for this program."""
    cuts = _cuts(source)
    if not cuts:
        return source.parts
    return document.with_body(source.parts, splice(source.parts.data, cuts).data, source.dialect)


def _skeleton(source: Source, data: bytes) -> Skeleton:
    return skeleton.read(document.with_body(source.parts, data, source.dialect), source.dialect, source.code)


@functools.lru_cache(maxsize=1)
def _published_skeleton(source: Source) -> Skeleton:
    """The skeleton every locale's version is compared with, where outlines differ."""
    return skeleton.read(_published(source), source.dialect, source.code)
