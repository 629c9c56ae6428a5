"""What does an author tell this program in comments? Skip this, a note for translators, a context."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from i18n.markdown.blocks import Comment

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


@dataclass(frozen=True, slots=True)
class Directives:
    """What the comments of one article ask for, by byte position."""

    skipped: tuple[tuple[int, int], ...]
    """Half-open spans, ascending by start."""
    notes: tuple[tuple[int, int, str], ...]
    contexts: tuple[tuple[int, int, str], ...]
    spans: tuple[tuple[int, int], ...]
    """The comments themselves."""
    unclosed: tuple[int, ...]
    """Where a skip-start stands that nothing ends."""

    def skips(self, position: int) -> bool:
        """Whether what begins at `position` is left untranslated."""
        return any(start <= position < end for start, end in self.skipped)

    def note(self, position: int) -> str:
        """The author's notes for what begins at `position`, joined by line feeds."""
        return "\n".join(_applying(self.notes, position))

    def context(self, position: int) -> str | None:
        """The msgctxt for what begins at `position`; the nearest comment counts."""
        found = _applying(self.contexts, position)
        return found[-1] if found else None


def _applying(spans: Sequence[tuple[int, int, str]], position: int) -> list[str]:
    upto = bisect_right(spans, position, key=lambda span: span[0])
    return [text for _, end, text in spans[:upto] if position < end]


def read(comments: Iterable[Comment], data: bytes, end: int) -> Directives:
    """Sort out the comments of an article of `end` bytes; those that say nothing to us are left alone."""
    skipped: list[tuple[int, int]] = []
    notes: list[tuple[int, int, str]] = []
    contexts: list[tuple[int, int, str]] = []
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for comment in comments:
        verb, text = _spelled(comment.text)
        if not verb:
            continue
        spans.append((comment.start, comment.end))
        if verb == "skip":
            skipped.append((comment.end, comment.block_end))
        elif verb == "skip-start":
            opened.append(comment.start)
        elif verb == "skip-end" and opened:
            skipped.append((opened[0], comment.start))
            opened = []
        elif verb == "note":
            notes.append((comment.end, comment.block_end, text))
        elif verb == "context":
            contexts.append((comment.end, comment.block_end, text))
    unclosed = tuple(opened[:1])
    skipped.extend((start, end) for start in unclosed)
    return Directives(tuple(sorted(skipped)), tuple(notes), tuple(contexts), tuple(_lines(spans, data)), unclosed)


def _spelled(text: str) -> tuple[str, str]:
    if "i18n:" not in text and "mdpo-" not in text:
        return "", ""
    for pattern, verb in _SPELLINGS:
        match = pattern.match(text)
        if match:
            return verb, " ".join(match.groupdict().get("text", "").split())
    return "", ""


def _lines(spans: list[tuple[int, int]], data: bytes) -> list[tuple[int, int]]:
    """Take a comment's whole line where a blank line or the top stands before it, and one blank line after it."""
    widened: list[tuple[int, int]] = []
    for start, end in spans:
        before = _BLANK_BEFORE.search(data[max(0, start - 200) : start])
        line = _LINE.match(data, end)
        if line and (before or start == 0 or (widened and widened[-1][1] == start)):
            blank = _LINE.match(data, line.end())
            end = blank.end() if blank else line.end()
        widened.append((start, end))
    return widened


_BLANK_BEFORE = re.compile(rb"(?:\A|\n|\r)[ \t]*(?:\r\n|\n|\r)\Z")
_LINE = re.compile(rb"[ \t]*(?:\r\n|\n|\r)")
