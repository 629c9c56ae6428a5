"""Which messages does an article have for translators?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from i18n.extract import data, directives, open_ended, remarks
from i18n.extract.directives import Directives
from i18n.extract.drafts import NO_RULES, DraftRules, is_draft
from i18n.markdown import blocks, dialects, document, frontmatter, targets
from i18n.markdown.document import Document
from i18n.markdown.masking import has_words
from i18n.markdown.modes import NO_CODE, Mode, Modes
from i18n.markdown.splice import Edit, splice
from i18n.model import Article, Finding, Kind, Place, Segment, Severity
from i18n.project import keypaths
from i18n.project.sources import DataFiles
from i18n.span import ArticleBytes, Span, line_ends

SETTINGS = frozenset({"mt", "translate"})
"""Keys of front matter that speak to this program alone."""
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
"""How an address of another site begins, or what is no address of a page: `mailto:`."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How the articles of a project are read."""

    dialect: str = "gfm"
    front_matter: tuple[str, ...] = ("title", "description", "summary")
    """Key paths of the values for readers."""
    code: Mode | None = None
    """What of fenced code is for readers; None for nothing."""
    parameters: tuple[str, ...] = ()
    """Parameters of shortcodes, components and directives for readers, in addition to those the dialect knows."""
    verbatim: tuple[str, ...] = ()
    """Regular expressions of lines and spans that are left as they are."""
    skip: tuple[str, ...] = ()
    """Regular expressions of whole messages that nobody is asked for."""
    data_shortcodes: tuple[str, ...] = ()
    """Shortcodes and directives whose body is data."""
    breaks: bool = False
    """Whether each line end of a paragraph is shown as a break."""
    drop_comments: bool = False
    """Whether comments for people are not published."""
    drafts: DraftRules = NO_RULES
    """What the site generator holds back."""
    data: tuple[DataFiles, ...] = ()
    """Files that hold nothing but data, and the key paths of their values for readers."""
    form: str = ""
    """`yaml`, `toml` or `json` where these are the rules of such a file; empty for an article."""

    @property
    def timeless(self) -> Rules:
        """The same on any day: what was made by them is remembered from one day to the next."""
        return replace(self, drafts=replace(self.drafts, now=None))


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article has to say to the workflow."""

    segments: tuple[Segment, ...]
    """In order of position."""
    findings: tuple[Finding, ...]
    translate: bool
    """False when the article asks to be copied as it is."""
    mt: str
    """Which engines may see it: empty for all that are allowed, `local`, or `off`."""
    draft: bool
    """Its generator calls it a draft."""
    files: tuple[str, ...]
    """Relative targets of links and images, and what code of the dialect and front matter may name: percent-decoded,
    without query and fragment."""
    labels: tuple[str, ...]
    """Labels of its reference definitions."""
    headings: tuple[blocks.Heading, ...]
    """All of them, those without a message too."""
    unpublished: tuple[Span[ArticleBytes], ...]
    """Spans of the article with comments meant for this program, or dropped; all other positions are without them."""
    remarks: tuple[int, ...]
    """Lines of the article with comments in its body for people, which would be published."""
    code: Modes = NO_CODE
    """What of each block of its code is for readers."""


def dialect_of(rules: Rules) -> dialects.Dialect:
    """The dialect of articles that are read by these rules."""
    return dialects.named(rules.dialect, rules.parameters, rules.verbatim, rules.data_shortcodes, rules.breaks)


def key_paths(rules: Rules) -> tuple[str, ...]:
    """Key paths of the values of front matter that are for readers: those of the project and those of its dialect."""
    return rules.front_matter if rules.form else (*rules.front_matter, *dialect_of(rules).texts)


def extract(article: Article, parts: Document, rules: Rules) -> tuple[Document, Extraction]:
    """Find what an article says to the workflow, and cut it into its parts as it is published: without comments for us.

    `parts` are those of the article as it is, `rules` its own.
    """
    if rules.form:
        return parts, _of_data(article, parts, rules)
    dialect = dialect_of(rules)
    code = Modes(rules.code)
    found = blocks.read(parts, dialect, code)
    strangers = tuple(remarks.in_body(each for each in found.comments if not directives.is_addressed(each.text)))
    told = directives.read(found.comments, article.data, found.code, drop=strangers if rules.drop_comments else ())
    if told.spans:
        cuts = [Edit(span, b"") for span in told.spans]
        parts = document.with_body(parts, splice(article.data, cuts).data, dialect)
        code = Modes(rules.code, told.code, told.no_code)
        found = blocks.read(parts, dialect, code)
        told = told.without_comments()
    front = parts.front
    findings = [*_broken_front_matter(article, parts), *open_ended.findings(article, found, told)]
    translate = frontmatter.truth(frontmatter.setting(front, "translate")) is not False
    segments = _segments(article, parts, found.leaves, told, rules) if translate else ()
    if rules.skip or rules.verbatim:
        segments = _asked_for(segments, rules)
    return parts, Extraction(
        segments,
        tuple(findings),
        translate,
        _machine_translation(front),
        is_draft(front, article.path, rules.drafts),
        tuple(dict.fromkeys(filter(None, map(_relative_file, (*found.targets, *targets.files(parts)))))),
        found.labels,
        found.headings,
        told.spans,
        () if rules.drop_comments else tuple(1 + line_ends(article.data, 0, each.span.start) for each in strangers),
        code,
    )


def _of_data(article: Article, parts: Document, rules: Rules) -> Extraction:
    """What a file of data says: nothing in it is an order to this program but comments that skip a value."""
    segments = tuple(_front_matter_segments(parts, rules))
    findings = tuple(data.findings(article, parts.front, rules.data)) if parts.front else ()
    if rules.skip or rules.verbatim:
        segments = _asked_for(segments, rules)
    return Extraction(segments, findings, True, "", False, (), (), (), (), ())  # noqa: FBT003


def _machine_translation(front: frontmatter.FrontMatter | None) -> str:
    """Compare as written (YAML makes a boolean of `off`); an unknown value is taken for `off`, the safe side."""
    if front is not None and front.problem:
        return "off"
    written = frontmatter.setting(front, "mt").strip().lower()
    return {"": "", "local": "local", "on": "", "true": "", "yes": "", "remote": ""}.get(written, "off")


def _segments(
    article: Article, parts: Document, leaves: tuple[blocks.Leaf, ...], told: Directives, rules: Rules
) -> tuple[Segment, ...]:
    """The messages; U+0000, which no catalog can hold, is U+FFFD in them (CommonMark 0.31 §2.3)."""
    segments = list(_front_matter_segments(parts, rules))
    counted, line = 0, 1
    sections = _Sections()
    for leaf in leaves:
        here = leaf.span.start
        if told.skips(here):
            continue
        place = told.before(here)
        line += line_ends(article.data, counted, place)
        counted = place
        segments.append(
            Segment(
                leaf.message.replace("\0", "\ufffd"),
                told.context(here),
                leaf.kind,
                leaf.span,
                line,
                leaf.place,
                leaf.level,
                leaf.detail,
                told.note(here),
                leaf.code,
                leaf.around,
                sections.above(leaf),
            )
        )
    return tuple(segments)


def _asked_for(segments: Sequence[Segment], rules: Rules) -> tuple[Segment, ...]:
    """Those that the project wants to be asked for: not skipped, and with words besides what is left as it is."""
    from i18n.words import patterns  # few projects have such

    def is_left_out(msgid: str) -> bool:
        if patterns.matches_whole(rules.skip, msgid):
            return True
        spans = patterns.spans(rules.verbatim, msgid)
        rest = msgid
        for start, end in reversed(spans):
            rest = rest[:start] + rest[end:]
        return spans != [] and not has_words(rest)

    left = {msgid for msgid in {each.msgid for each in segments} if is_left_out(msgid)}
    return tuple(each for each in segments if each.msgid not in left)


class _Sections:
    """The headings that the reader has passed, from the second level down: the first is the article's title."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    def above(self, leaf: blocks.Leaf) -> str:
        """The nearest heading above a leaf; above a heading, the nearest of a higher rank."""
        if leaf.kind is not Kind.HEADING:
            return self._open[-1][1] if self._open else ""
        self._open = [each for each in self._open if each[0] < leaf.level]
        above = self._open[-1][1] if self._open else ""
        if leaf.level > 1:
            self._open.append((leaf.level, leaf.message))
        return above


def _front_matter_segments(parts: Document, rules: Rules) -> list[Segment]:
    front = parts.front
    if front is None:
        return []
    segments = []
    notes = data.notes(front) if rules.form else {}
    for scalar in frontmatter.scalars(front, key_paths(rules)):
        span = front.in_article(scalar.span)
        line = 1 + line_ends(parts.data, 0, span.start)
        kind = Kind.DATA if rules.form else Kind.FRONT_MATTER
        path = keypaths.shown(scalar.path)
        note = notes.get(scalar.path, "")
        segments.append(Segment(scalar.value, None, kind, span, line, Place.FRONT_MATTER, detail=path, note=note))
    return segments


def _broken_front_matter(article: Article, parts: Document) -> list[Finding]:
    front = parts.front
    if front is None or not front.problem:
        return []
    where = f"line {front.problem_line}, column {front.problem_column}"
    return [
        Finding(
            "front-matter",
            Severity.ERROR,
            f"The front matter is not {front.language} ({where}): {front.problem}. It is copied as it is.",
            article.reference,
            front.problem_line,
            article=article.path,
        )
    ]


def _relative_file(target: str) -> str:
    """The file that a target names, relative to the article; empty for anything else."""
    if SCHEME.match(target) or target.startswith(("/", "#", "?", "\\", "{", "@/")):
        return ""
    return unquote(re.split(r"[?#]", target, maxsplit=1)[0])
