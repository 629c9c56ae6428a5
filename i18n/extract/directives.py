"""What does an author tell this program in comments? Skip this, a note for translators, a context."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from i18n.markdown.blocks import Comment
from i18n.span import ArticleBytes, Span

_SPELLINGS = (
    # ours, which mdbook-i18n-helpers shares but for its `comment`
    (re.compile(r"i18n:\s*skip-start$"), "skip-start"),
    (re.compile(r"i18n:\s*skip-end$"), "skip-end"),
    (re.compile(r"i18n:\s*skip$"), "skip"),
    (re.compile(r"i18n:\s*(?:note|comment)[:\s]\s*(?P<text>\S.*)$", re.S), "note"),
    (re.compile(r"i18n:\s*context[:\s]\s*(?P<text>\S.*)$", re.S), "context"),
    # mdpo's
    (re.compile(r"mdpo-disable-next-(?:line|block)$"), "skip"),
    (re.compile(r"mdpo-disable$"), "skip-start"),
    (re.compile(r"mdpo-enable$"), "skip-end"),
    (re.compile(r"mdpo-translator:?\s+(?P<text>.+)$", re.S), "note"),
    (re.compile(r"mdpo-context:?\s+(?P<text>.+)$", re.S), "context"),
)


_Said: TypeAlias = tuple[Span[ArticleBytes], str]
"""What a comment says of the block after it, and where that block lies."""


@dataclass(frozen=True, slots=True)
class Directives:
    """What the comments of one article ask for, by byte position."""

    skipped: tuple[Span[ArticleBytes], ...]
    """Ascending by start."""
    notes: tuple[_Said, ...]
    contexts: tuple[_Said, ...]
    spans: tuple[Span[ArticleBytes], ...]
    """The comments themselves."""
    unclosed: tuple[int, ...]
    """Where a skip-start stands that nothing ends."""

    def skips(self, position: int) -> bool:
        """Whether what begins at `position` is left untranslated."""
        return self.skipped != () and any(start <= position < end for start, end in self.skipped)

    def note(self, position: int) -> str:
        """The author's notes for what begins at `position`, joined by line feeds."""
        return "\n".join(_applying(self.notes, position))

    def context(self, position: int) -> str | None:
        """The msgctxt for what begins at `position`; the nearest comment counts."""
        found = _applying(self.contexts, position)
        return found[-1] if found else None


def _applying(said: Sequence[_Said], position: int) -> list[str]:
    if not said:
        return []
    upto = bisect_right(said, position, key=lambda each: each[0].start)
    return [text for span, text in said[:upto] if position < span.end]


def read(comments: Iterable[Comment], data: bytes, end: int) -> Directives:
    """Sort out the comments of an article of `end` bytes; those that say nothing to us are left alone."""
    skipped: list[Span[ArticleBytes]] = []
    notes: list[_Said] = []
    contexts: list[_Said] = []
    spans: list[Span[ArticleBytes]] = []
    opened: list[int] = []
    for comment in comments:
        verb, text = _spelled(comment.text)
        if not verb:
            continue
        spans.append(comment.span)
        block: Span[ArticleBytes] = Span(comment.span.end, comment.block_end)
        if verb == "skip":
            skipped.append(block)
        elif verb == "skip-start":
            opened.append(comment.span.start)
        elif verb == "skip-end" and opened:
            skipped.append(Span(opened[0], comment.span.start))
            opened = []
        elif verb == "note":
            notes.append((block, text))
        elif verb == "context":
            contexts.append((block, text))
    unclosed = tuple(opened[:1])
    skipped.extend(Span(start, end) for start in unclosed)
    return Directives(tuple(sorted(skipped)), tuple(notes), tuple(contexts), tuple(_lines(spans, data)), unclosed)


def _spelled(text: str) -> tuple[str, str]:
    if "i18n:" not in text and "mdpo-" not in text:
        return "", ""
    for pattern, verb in _SPELLINGS:
        match = pattern.match(text)
        if match:
            return verb, " ".join(match.groupdict().get("text", "").split())
    return "", ""


def _lines(spans: list[Span[ArticleBytes]], data: bytes) -> list[Span[ArticleBytes]]:
    """Take a comment's whole line where a blank line or the top stands before it, and one blank line after it."""
    widened: list[Span[ArticleBytes]] = []
    for start, end in spans:
        before = _BLANK_BEFORE.search(data[max(0, start - 200) : start])
        line = _LINE.match(data, end)
        if line and (before or start == 0 or (widened and widened[-1].end == start)):
            blank = _LINE.match(data, line.end())
            end = blank.end() if blank else line.end()
        widened.append(Span(start, end))
    return widened


_BLANK_BEFORE = re.compile(rb"(?:\A|\n|\r)[ \t]*(?:\r\n|\n|\r)\Z")
_LINE = re.compile(rb"[ \t]*(?:\r\n|\n|\r)")
