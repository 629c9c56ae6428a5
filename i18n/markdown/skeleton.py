"""What must a translation have in common with its source? Blocks, and in each the links, images, code and HTML.

Text is no part of a skeleton, and the order of inlines within a block is not either: languages differ in it.
Emphasis is kept apart, since it may differ with reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from i18n.markdown import elements, html, masking
from i18n.markdown.dialects import Dialect, protection, roles
from i18n.markdown.document import Document
from i18n.markdown.modes import NO_CODE, Modes
from i18n.markdown.parser import INLINE, Tag, What
from i18n.span import ArticleBytes, Span
from i18n.words.folding import folded

Token: TypeAlias = str | tuple[object, ...]
"""A begin or end of a container, or a leaf: of text its inlines, of HTML its tags, of code its lines."""
_Item: TypeAlias = tuple[object, ...]
"""An inline: its kind, and what a translation must keep of it."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The structure of an article's body."""

    tokens: tuple[Token, ...]
    """One for each begin and end of a container and each leaf; equal for equal structure."""
    emphasis: tuple[tuple[str, ...], ...]
    """For each token its emphasis, sorted; empty for what is no leaf of text."""
    positions: tuple[int, ...]
    """Where each token begins: byte in the article."""
    definitions: tuple[tuple[str, str, bool], ...]
    """Reference definitions: label, target, whether it has a title."""
    machinery: tuple[bytes, ...]
    """What the dialect adds beyond CommonMark, its words for readers left out."""


def read(document: Document, dialect: Dialect, code: Modes = NO_CODE) -> Skeleton:
    """Parse the body of an article for its skeleton; `code`: what of its code is no part of it."""
    return _Reader(document, dialect, code).read()


class _Reader:
    def __init__(self, document: Document, dialect: Dialect, modes: Modes) -> None:
        self._modes = modes
        self._blocks_of_code = 0
        self._info: str | None = None
        self._document = document
        self._dialect = dialect
        self._protects = protection.may_protect(dialect, document.data)
        self._tokens: list[Token] = []
        self._emphasis: list[tuple[str, ...]] = []
        self._positions: list[int] = []
        self._items: list[_Item] = []
        self._marks: list[str] = []
        self._leaf_start = -1
        self._task = -1
        self._leaf_end = -1
        self._tags: list[str] = []
        """Those of the leaf that is being read, in order."""
        self._emphasis_tags: list[str] = []
        self._code: list[Span[ArticleBytes]] = []
        """Spans of code in the leaf that is being read."""
        self._links: list[tuple[_Item, bool]] = []
        self._verbatim: list[str] | None = None

    def read(self) -> Skeleton:
        offset, document = self._document.body_start, self._document
        for what, text, tag, start, end in document.events():
            if tag is not None:
                if what == "Start":
                    self._start(tag, start, end)
                else:
                    self._end(tag, start)
            elif what == "Rule":
                self._flush()
                self._token("rule", start)
            elif self._verbatim is not None:
                self._verbatim.append(text)
            elif what == "Text":
                self._touch(start, end)
                if self._links and text.strip():
                    self._links[-1] = (self._links[-1][0], True)
            elif what not in ("SoftBreak", "HardBreak"):
                self._inline(what, text, start, end)
        definitions = document.definitions()
        return Skeleton(
            tuple(self._tokens),
            tuple(self._emphasis),
            tuple(self._positions),
            tuple((label, each.target, bool(each.title)) for label, each in definitions.items()),
            masking.machinery(document.data[offset:], document.constructs),
        )

    def _token(self, token: Token, position: int, emphasis: tuple[str, ...] = ()) -> None:
        self._tokens.append(token)
        self._positions.append(position)
        self._emphasis.append(emphasis)

    def _inline(self, name: What, value: str, start: int, end: int) -> None:
        if name == "TaskListMarker":
            # It stands before its leaf: a dialect may show one to the parser in place of a tag.
            self._items.append((name, value))
            self._task = start
            return
        self._touch(start, end)
        if self._links:
            self._links[-1] = (self._links[-1][0], True)
        if name == "InlineHtml":
            tags = html.tags(value)
            self._tags += tags
            self._items.append(("html", self._folded(tags)))
            if elements.EMPHASIS_TAG.fullmatch(value):
                self._emphasis_tags.append(value)
        elif name == "Code":
            self._code.append(Span(start, end))
            value = self._document.spelled(value)
            # pulldown-cmark makes two spaces of a CRLF within code.
            self._items.append(self._code_or_role(" ".join(value.split()), start))
        else:
            self._items.append((name, value))

    def _folded(self, tags: Iterable[str]) -> tuple[str, ...]:
        return tuple(folded(self._document.spelled(tag)) for tag in tags)

    def _code_or_role(self, value: str, start: int) -> tuple[str, ...]:
        if self._dialect.has_roles:
            before = self._document.data[max(0, start - roles.LONGEST) : start]
            name = roles.name_at_end(before.decode(errors="replace"))
            if name:
                return "role", name, roles.kept(name, value)
        return "code", value

    def _touch(self, start: int, end: int) -> None:
        if self._leaf_start < 0:
            # The parser leaves the backslash of an escape out of the text's range.
            self._leaf_start = start - 1 if start > 0 and self._document.data[start - 1] == 0x5C else start
        if end > self._leaf_end:
            self._leaf_end = end

    def _start(self, tag: Tag, start: int, end: int) -> None:
        kind = INLINE.get(tag.name)
        if kind is None:
            self._flush()
            if tag.name in ("CodeBlock", "HtmlBlock"):
                self._verbatim = []
                self._info = tag.info
            self._token((tag.name, *block_detail(tag)), start)
            return
        self._touch(start, end)
        if tag.link is None:
            self._marks.append(kind)
        else:
            if self._links:
                self._links[-1] = (self._links[-1][0], True)
            target = folded(self._document.spelled(tag.link.target))
            self._links.append(((kind, target, bool(tag.link.title)), False))

    def _end(self, tag: Tag, start: int) -> None:
        name = tag.name
        if name in ("Link", "Image"):
            link, filled = self._links.pop()
            self._items.append((*link, filled))
        elif name not in INLINE:
            self._flush()
            if self._verbatim is not None:
                text, self._verbatim = "".join(self._verbatim), None
                tags = self._folded(html.tags(folded(text))) if name == "HtmlBlock" else None
                self._token(self._code_of(text) if tags is None else tags, start)
            self._token("end", start)

    def _code_of(self, text: str) -> str:
        """What a translation must leave as it is of a block of code."""
        mode = self._modes.of(self._blocks_of_code, is_fenced=self._info is not None)
        self._blocks_of_code += 1
        if mode is not None:
            from i18n.markdown import code  # few projects ask for what stands in code

            text = code.outline(self._info or "", text, mode)
        return code_lines(text)

    def _flush(self) -> None:
        """A leaf of text ends."""
        if self._leaf_start < 0:
            if not self._items:
                return
            self._leaf_start = self._leaf_end = self._task
        if self._protects:
            leaf = self._leaf_start, self._leaf_end
            for span in protection.protected_spans(self._dialect, self._document.data, *leaf, self._code):
                self._items.append(("template", span.decode()))
        if self._emphasis_tags:
            self._fold_emphasis()
        self._items += [("unpaired tag", name) for name in html.unpaired(self._tags)] if self._tags else []
        if len(self._items) > 1:
            self._items.sort(key=repr)
        self._token(("text", *self._items), self._leaf_start, tuple(sorted(self._marks)) if self._marks else ())
        self._items, self._tags, self._marks, self._code = [], [], [], []
        self._leaf_start = self._leaf_end = -1

    def _fold_emphasis(self) -> None:
        """Let `<strong>`, `<em>` and `<del>` count as the emphasis they mean, where all of them are closed in order."""
        tags, self._emphasis_tags = self._emphasis_tags, []
        opened: list[str] = []
        for tag in tags:
            if not tag.startswith("</"):
                opened.append(tag)
            elif not opened or opened.pop()[1:] != tag[2:]:
                return
        if opened:
            return
        self._marks += [elements.EMPHASIS[tag[1:-1]] for tag in tags if not tag.startswith("</")]
        meant = [("html", html.tags(tag)) for tag in tags]
        self._items = [item for item in self._items if item not in meant]


def code_lines(text: str) -> str:
    """Code without the spaces at its lines' ends: those that pad a mask depend on the length of its words."""
    return "\n".join(line.rstrip() for line in text.split("\n"))


def block_detail(tag: Tag) -> tuple[object, ...]:
    """What tells one block from another of its name: level, first number, alignment, language, label."""
    # What follows the language of a fence is no part of a segment, but for titles, which may change.
    return tag.detail if tag.info is None else ("fenced", *tag.info.split()[:1])
