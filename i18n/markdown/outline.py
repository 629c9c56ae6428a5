"""Do two articles have plainly the same structure? A quick yes, before skeletons are compared."""

from __future__ import annotations

from typing import TypeAlias

from i18n.markdown import dialects, html, masking, parser, skeleton
from i18n.markdown.dialects.protection import may_protect, protected_spans
from i18n.markdown.document import Document
from i18n.span import ArticleBytes, Span

Outline: TypeAlias = list[object]
"""One mark for each thing seen; only good for comparing."""


def outline(document: Document, dialect: dialects.Dialect) -> Outline:
    """What the parser and the maskers see, a mark in place of each stretch of text.

    Equal outlines have equal skeletons, since nothing is sorted or left out but the wording; unequal ones may.
    """
    return _Reader(document, dialect).read()


class _Reader:
    def __init__(self, document: Document, dialect: dialects.Dialect) -> None:
        self._document = document
        self._dialect = dialect
        self._protects = may_protect(dialect, document.data)
        self._marks = b"" if dialect.verbatim else dialect.protected_bytes
        self._seen: Outline = []
        self._leaf_start = self._leaf_end = -1
        self._code: list[Span[ArticleBytes]] = []
        self._verbatim: list[str] | None = None

    def read(self) -> Outline:
        document, seen = self._document, self._seen
        seen += (masking.machinery(document.data[document.body_start :], document.constructs), document.placeholders)
        if definitions := document.definitions():
            seen.append([(label, each.target, bool(each.title)) for label, each in definitions.items()])
        in_text = False
        for what, text, tag, start, end in document.events():
            if what == "Text" and self._verbatim is None:
                if self._protects:
                    self._touch(start, end)
                if not in_text and text.strip():
                    seen.append("text")
                    in_text = True
            elif what not in ("SoftBreak", "HardBreak"):
                in_text = False
                if tag is None:
                    self._inline(what, text, start, end)
                elif what == "Start":
                    self._start(tag, start, end)
                else:
                    self._end(tag)
        return seen

    def _inline(self, what: parser.What, text: str, start: int, end: int) -> None:
        if self._verbatim is not None:
            self._verbatim.append(text)
            return
        if what == "Rule":
            self._end_leaf()
        elif self._protects and what != "TaskListMarker":  # it stands before its leaf
            self._touch(start, end)
        if what == "Code":
            self._code.append(Span(start, end))
        self._seen.append((what, html.tags(text) if what == "InlineHtml" else text))

    def _start(self, tag: parser.Tag, start: int, end: int) -> None:
        if tag.name in parser.INLINE:
            if self._protects:
                self._touch(start, end)
            self._seen.append((tag.name, tag.link and (tag.link.target, bool(tag.link.title))))
            return
        self._end_leaf()
        self._seen.append((tag.name, *skeleton.block_detail(tag)))
        if tag.name in ("CodeBlock", "HtmlBlock"):
            self._verbatim = []

    def _end(self, tag: parser.Tag) -> None:
        if self._verbatim is not None:
            text, self._verbatim = "".join(self._verbatim), None
            self._seen.append(html.tags(text) if tag.name == "HtmlBlock" else skeleton.code_lines(text))
        elif tag.name not in parser.INLINE:
            self._end_leaf()
        self._seen.append(tag.name)

    def _touch(self, start: int, end: int) -> None:
        """Let the leaf reach over an inline."""
        if self._leaf_start < 0:
            self._leaf_start = start
        if end > self._leaf_end:
            self._leaf_end = end

    def _end_leaf(self) -> None:
        """A leaf of text ends: what is protected in it, which the parser knows nothing of."""
        if self._protects and self._leaf_start >= 0:
            data, start, end = self._document.data, self._leaf_start, self._leaf_end
            # The parser leaves the backslash of an escape out of the text's range.
            start -= start > 0 and data[start - 1] == 0x5C
            if not self._marks or any(data.find(mark, start, end) >= 0 for mark in self._marks):
                self._seen += protected_spans(self._dialect, data, start, end, self._code)
        self._leaf_start, self._leaf_end, self._code = -1, -1, []
