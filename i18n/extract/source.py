"""What is known of one article once it is read?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from i18n import words
from i18n.errors import InputError
from i18n.extract import remarks, template
from i18n.extract.article import SETTINGS, Extraction, Rules, dialect_of, extract
from i18n.extract.drafts import NO_RULES
from i18n.markdown import dialects, document, inline
from i18n.markdown.document import Document
from i18n.markdown.frontmatter import FrontMatter
from i18n.model import Article, Segment, Unit
from i18n.project.sources import form_of
from i18n.span import line_ends

if TYPE_CHECKING:
    from i18n.markdown.outline import Outline
    from i18n.markdown.skeleton import Skeleton
    from i18n.message.markup import Markup


@dataclass(frozen=True, eq=False)
class Source:
    """An article read once, for every step and all its languages; what not every step asks is found out when asked."""

    article: Article
    rules: Rules
    """Its own: those of the project, save what the file's name changes."""
    dialect: dialects.Dialect
    parts: Document
    """Without the comments that are meant for this program, as it is published."""
    extraction: Extraction
    messages: dict[str, Markup] = field(default_factory=dict, repr=False)
    """What its messages are made of, by msgid, as far as it was found out for the checks of some language."""

    @property
    def is_private(self) -> bool:
        """Whether it must not leave this machine: it is listed as private, or a draft of its generator."""
        return self.article.private or self.extraction.draft

    @property
    def is_data(self) -> bool:
        """Whether it is a file of data: menus, interface words."""
        return bool(self.rules.form)

    @cached_property
    def template(self) -> tuple[Unit, ...]:
        """The units of its template, without references."""
        return template.units(self.article, self.extraction.segments, "none")

    @cached_property
    def words(self) -> dict[str, int]:
        """How many words each message has."""
        return {unit.msgid: words.count(unit.msgid) for unit in self.template}

    @property
    def remarks(self) -> tuple[int, ...]:
        """Lines of the article, 1-based, with comments for people, which would be published."""
        if self.rules.drop_comments or self.is_data:
            return ()
        front = remarks.in_front_matter(self.parts.front, SETTINGS)
        return (*(1 + line_ends(self.parts.data, 0, start) for start in front), *self.extraction.remarks)

    def rebuilt(self, data: bytes) -> Document:
        """Read bytes that are the article's up to its body."""
        return document.with_body(self.parts, data, self.dialect)

    @cached_property
    def outline(self) -> Outline:
        """The outline that every language's page is compared with."""
        from i18n.markdown import outline  # only compiling asks for it

        return outline.outline(self.parts, self.dialect)

    @cached_property
    def skeleton(self) -> Skeleton:
        """The skeleton that every language's page is compared with where outlines differ."""
        from i18n.markdown import skeleton  # only compiling asks for it

        return skeleton.read(self.parts, self.dialect, self.extraction.code)


def read_source(article: Article, rules: Rules) -> Source:
    """Read an article by the rules of its project.

    Raises `InputError` for bytes that are not UTF-8, for markup that is nested too deep, and where the parser fails.
    """
    own = own_rules(rules, article.path)
    dialect = dialect_of(own)
    parts = _document(article, own, dialect)
    if own.form and parts.front and parts.front.problem:
        raise _broken(article, parts.front)
    try:
        parts, extraction = extract(article, parts, own)
    except InputError as error:
        error.path = article.reference
        raise
    for segment in extraction.segments:
        if inline.may_nest(segment.msgid):
            _verify_nesting(article, segment, dialect, extraction.labels)
    return Source(article, own, dialect, parts, extraction)


def _verify_nesting(article: Article, segment: Segment, dialect: dialects.Dialect, labels: Collection[str]) -> None:
    try:
        inline.parse(segment.msgid, dialect, labels)
    except inline.NestingError as error:
        raise InputError(error.message, error.hint, article.reference, segment.line) from None


def own_rules(rules: Rules, path: str) -> Rules:
    """How one article is read: a `.txt` as CommonMark, whatever the others are, and a file of data as what it is."""
    keys = [key for each in rules.data if each.concerns(path) for key in each.keys]
    if keys:
        return replace(rules, form=form_of(path), front_matter=tuple(dict.fromkeys(keys)), drafts=NO_RULES)
    return replace(rules, dialect="commonmark", parameters=()) if path.endswith(".txt") else rules


def _broken(article: Article, front: FrontMatter) -> InputError:
    """The error for a file of data that its language's reader refuses."""
    return InputError(
        f"not {front.language}: {front.problem} (column {front.problem_column})",
        "Mend it where this says, or take it out of [source] data.",
        article.reference,
        front.problem_line,
    )


def _document(article: Article, rules: Rules, dialect: dialects.Dialect) -> Document:
    try:
        return document.read(article.data, dialect, rules.form)
    except UnicodeDecodeError as error:
        offset = error.start + (3 if article.data.startswith(b"\xef\xbb\xbf") else 0)
        line = article.data.count(b"\n", 0, offset) + 1
        byte = article.data[offset]
        raise InputError(
            f"not UTF-8: byte 0x{byte:02x} at offset {offset}",
            "Save the article as UTF-8 in your editor, or convert it with iconv, and run the command again.",
            article.reference,
            line,
        ) from None
