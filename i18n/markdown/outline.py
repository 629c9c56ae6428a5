"""Do two articles have plainly the same structure? A quick yes, before skeletons are compared."""

from __future__ import annotations

from typing import Any

from i18n.markdown import html, masking
from i18n.markdown.dialects import Dialect
from i18n.markdown.dialects.common import may_protect, protected_spans
from i18n.markdown.document import Document
from i18n.markdown.parser import events, reference_definitions
from i18n.markdown.skeleton import block_detail, code_lines

_INLINE = frozenset(("Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript", "Link", "Image"))


def outline(document: Document, dialect: Dialect) -> list[Any]:
    """What the parser and the maskers see, a mark in place of each stretch of text.

    Equal outlines have equal skeletons, since nothing is sorted or left out but the wording; unequal ones may.
    """
    return _Reader(document, dialect).read()


class _Reader:
    def __init__(self, document: Document, dialect: Dialect) -> None:
        self._document = document
        self._dialect = dialect
        protected = dialect.protected
        self._protected = protected if protected is not None and may_protect(protected, document.data) else None
        self._seen: list[Any] = []
        self._leaf_start = self._leaf_end = -1
        self._code: list[tuple[int, int]] = []
        self._verbatim: list[str] | None = None

    def read(self) -> list[Any]:
        document, seen = self._document, self._seen
        seen += (masking.machinery(document.data[document.body_start :], document.constructs), document.placeholders)
        if "]:" in document.body:
            definitions = reference_definitions(document.body, self._dialect.extensions)
            seen.append([(label, each["dest"], bool(each["title"])) for label, each in definitions.items()])
        in_text = False
        for event, span in events(document.body, self._dialect.extensions):
            if type(event) is str:
                if event == "Rule":
                    self._end_leaf()
                    seen.append(event)
                    in_text = False
                continue
            ((what, value),) = event.items()
            if what == "Text" and self._verbatim is None:
                self._touch(span)
                if not in_text and value.strip():
                    seen.append("text")
                    in_text = True
                continue
            in_text = False
            if what == "Start":
                self._start(value, span)
            elif what == "End":
                self._end(value)
            elif self._verbatim is not None:
                self._verbatim.append(value)
            else:
                self._inline(what, value, span)
        return seen

    def _inline(self, what: str, value: Any, span: Any) -> None:
        if what != "TaskListMarker":  # it stands before its leaf
            self._touch(span)
        if what == "Code":
            offset = self._document.body_start
            self._code.append((span["start"] + offset, span["end"] + offset))
        self._seen.append((what, html.tags(value) if what == "InlineHtml" else value))

    def _start(self, value: Any, span: Any) -> None:
        name, detail = (value, None) if type(value) is str else next(iter(value.items()))
        if name in _INLINE:
            self._touch(span)
            self._seen.append((name, detail and (detail["dest_url"], bool(detail["title"]))))
            return
        self._end_leaf()
        self._seen.append((name, *block_detail(detail)))
        if name in ("CodeBlock", "HtmlBlock"):
            self._verbatim = []

    def _end(self, value: Any) -> None:
        if self._verbatim is not None:
            text, self._verbatim = "".join(self._verbatim), None
            self._seen.append(html.tags(text) if value == "HtmlBlock" else code_lines(text))
        elif type(value) is dict or value not in _INLINE:
            self._end_leaf()
        self._seen.append(value)

    def _touch(self, span: Any) -> None:
        """Let the leaf reach over an inline."""
        if self._leaf_start < 0:
            self._leaf_start = span["start"]
        if span["end"] > self._leaf_end:
            self._leaf_end = span["end"]

    def _end_leaf(self) -> None:
        """A leaf of text ends: what is protected in it, which the parser knows nothing of."""
        if self._protected is not None and self._leaf_start >= 0:
            data, offset = self._document.data, self._document.body_start
            start, end = self._leaf_start + offset, self._leaf_end + offset
            # The parser leaves the backslash of an escape out of the text's range.
            start -= start > 0 and data[start - 1] == 0x5C
            self._seen += protected_spans(self._protected, data, self._dialect.parameters, start, end, self._code)
        self._leaf_start, self._leaf_end, self._code = -1, -1, []
