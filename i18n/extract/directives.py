"""What does an author tell this program in comments? Skip this, a note for translators, a context."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from i18n.markdown.blocks import Comment
from i18n.span import ArticleBytes, Span

_PREFIX = r"(?:i18n|mdbook-xgettext):[:\s]*"
_DASHES = re.compile(r"^-+\s*|\s*-+$")
"""More than the two with which a comment begins and ends."""
_SPELLINGS = (
    # ours and those of mdbook-i18n-helpers, which takes colons, hyphens and blanks between words
    (re.compile(rf"{_PREFIX}skip[:\s-]\s*start$"), "skip-start"),
    (re.compile(rf"{_PREFIX}skip[:\s-]\s*end$"), "skip-end"),
    (re.compile(rf"{_PREFIX}skip$"), "skip"),
    (re.compile(rf"{_PREFIX}(?:note|comment)[:\s]\s*(?P<text>\S.*)$", re.S), "note"),
    (re.compile(rf"{_PREFIX}context[:\s]\s*(?P<text>\S.*)$", re.S), "context"),
    # mdpo's
    (re.compile(r"mdpo-disable-next-(?:line|block)$"), "skip"),
    (re.compile(r"mdpo-enable-next-(?:line|block)$"), "take"),
    (re.compile(r"mdpo-disable$"), "skip-start"),
    (re.compile(r"mdpo-enable$"), "skip-end"),
    (re.compile(r"mdpo-include-codeblock$"), "code"),
    (re.compile(r"mdpo-disable-codeblock$"), "no-code"),
    (re.compile(r"mdpo-include-codeblocks$"), "code-start"),
    (re.compile(r"mdpo-disable-codeblocks$"), "code-end"),
    (re.compile(r"mdpo-translator:?\s+(?P<text>.+)$", re.S), "note"),
    (re.compile(r"mdpo-context:?\s+(?P<text>.+)$", re.S), "context"),
    # Translate Toolkit's
    (re.compile(r"translate:off$"), "skip-start"),
    (re.compile(r"translate:on$"), "skip-end"),
)


_ABOUT_CODE = frozenset(("code", "no-code", "code-start", "code-end"))
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
    """The comments themselves, ascending, with what goes with them of the lines they stand on."""
    unclosed: tuple[tuple[int, str], ...]
    """Where a comment stands that skips all below it, as nothing ends that, and what the comment says."""
    taken: tuple[Span[ArticleBytes], ...] = ()
    """What is translated though it stands in what is skipped; ascending by start."""
    code: tuple[int, ...] = ()
    """Numbers of the blocks of code that are asked for, from 0."""
    no_code: tuple[int, ...] = ()
    """Numbers of those that are left out."""

    def without_comments(self) -> Directives:
        """The same for the article without the comments; where a start stands that nothing ends is not changed."""

        def moved(span: Span[ArticleBytes]) -> Span[ArticleBytes]:
            return Span(self._after(span.start), self._after(span.end))

        return replace(
            self,
            skipped=tuple(map(moved, self.skipped)),
            notes=tuple((moved(span), text) for span, text in self.notes),
            contexts=tuple((moved(span), text) for span, text in self.contexts),
            taken=tuple(map(moved, self.taken)),
        )

    def before(self, position: int) -> int:
        """Where in the article stands what has a position in the article without the comments."""
        for span in self.spans:
            if span.start > position:
                break
            position += span.end - span.start
        return position

    def _after(self, position: int) -> int:
        gone = (min(span.end, position) - span.start for span in self.spans if span.start < position)
        return position - sum(gone)

    def skips(self, position: int) -> bool:
        """Whether what begins at `position` is left untranslated."""
        return (
            self.skipped != ()
            and any(start <= position < end for start, end in self.skipped)
            and not any(start <= position < end for start, end in self.taken)
        )

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


def read(
    comments: Iterable[Comment], data: bytes, code: Sequence[Span[ArticleBytes]], *, drop: Collection[Comment] = ()
) -> Directives:
    """Sort out the comments of an article; those that say nothing to us are left alone, save those to `drop`.

    `code`: its blocks of code, in order.
    """
    skipped: list[Span[ArticleBytes]] = []
    taken: list[Span[ArticleBytes]] = []
    about_code: list[tuple[int, str]] = []
    notes: list[_Said] = []
    contexts: list[_Said] = []
    meant: list[Comment] = []
    opened: list[tuple[int, str]] = []
    for comment in sorted(comments, key=lambda comment: comment.span):
        if comment in drop or is_addressed(comment.text):
            meant.append(comment)
        verb, text = _spelled(comment.text)
        if verb == "skip":
            skipped.append(comment.concerned)
        elif verb == "take":
            taken.append(comment.concerned)
        elif verb in _ABOUT_CODE:
            about_code.append((comment.span.end, verb))
        elif verb == "skip-start":
            opened.append((comment.span.start, _DASHES.sub("", comment.text)))
        elif verb == "skip-end" and opened:
            skipped.append(Span(opened[0][0], comment.span.start))
            opened = []
        elif verb == "note":
            notes.append((comment.concerned, text))
        elif verb == "context":
            contexts.append((comment.concerned, text))
    unclosed = tuple(opened[:1])
    skipped.extend(Span(start, len(data)) for start, _ in unclosed)
    return Directives(
        tuple(sorted(skipped)),
        tuple(notes),
        tuple(contexts),
        tuple(_cuts(meant, data)),
        unclosed,
        tuple(taken),
        *_code_asked_for(about_code, code),
    )


def _code_asked_for(
    said: Iterable[tuple[int, str]], code: Iterable[Span[ArticleBytes]]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The numbers of the blocks of code that are asked for, and of those that are left out."""
    waiting = sorted(said)
    always = only = ""
    found: dict[str, list[int]] = {"code": [], "no-code": [], "": []}
    for number, block in enumerate(code):
        while waiting and waiting[0][0] <= block.start:
            verb = waiting.pop(0)[1]
            if verb in ("code", "no-code"):
                only = verb
            else:
                always = "code" if verb == "code-start" else "no-code"
        found[only or always].append(number)
        only = ""
    return tuple(found["code"]), tuple(found["no-code"])


def is_addressed(text: str) -> bool:
    """Tell whether a comment speaks to this program, be it in words that it does not know."""
    return _DASHES.sub("", text)[:5].lower() == "i18n:" or _spelled(text) != ("", "")


def ending(start: str) -> str:
    """What ends what a comment starts to skip, as its author would write it."""
    end = {"mdpo-disable": "mdpo-enable", "translate:off": "translate:on"}.get(start)
    return f"{end} or i18n:skip-end" if end else "skip-end"


def _spelled(text: str) -> tuple[str, str]:
    said = _DASHES.sub("", text)
    for pattern, verb in _SPELLINGS:
        match = pattern.match(said)
        if match:
            return verb, " ".join(match.groupdict().get("text", "").split())
    return "", ""


def _cuts(comments: Iterable[Comment], data: bytes) -> Iterator[Span[ArticleBytes]]:
    """What goes with comments; no two overlap."""
    at = 0
    for comment in comments:
        start, end = _line(comment.span, data, at) if comment.is_block else _within(comment.span, data)
        if end > at:
            yield Span(max(start, at), end)
            at = end


def _line(span: Span[ArticleBytes], data: bytes, at: int) -> Span[ArticleBytes]:
    """The whole line where a blank line, the top or what goes already stands before it, and one blank line after it."""
    start, end = span
    line = _LINE.match(data, end)
    if line and _ITEM.match(data, line.end()) and _ITEM_BEFORE.search(data, max(0, start - 1000), start):
        end = line.end()  # an empty line would set the items of the list apart
    elif line and (_BLANK_BEFORE.search(data[max(0, start - 200) : start]) or start in (0, at)):
        blank = _LINE.match(data, line.end())
        end = blank.end() if blank else line.end()
    return Span(start, end)


def _within(span: Span[ArticleBytes], data: bytes) -> Span[ArticleBytes]:
    """The blanks on one side too, so that words on both sides keep theirs; the line, if there is nothing else on it."""
    start, end = span
    margin = _MARGIN.search(data, max(0, start - 200), start)
    line = _LINE.match(data, end)
    if margin and line and margin[0].strip(b" \t") == b"":
        return Span(margin.start(), line.end())
    if margin:
        return Span(start, _AFTER.match(data, end).end())  # type: ignore[union-attr]
    before = _BLANKS.search(data, max(0, start - 200), start)
    return Span(before.start() if before else start, end)


_BLANK_BEFORE = re.compile(rb"(?:\A|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)\Z")
_LINE = re.compile(rb"[ \t]*(?:\r\n|\n|\r)")
_ITEM = re.compile(rb"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_ITEM_BEFORE = re.compile(rb"(?:\A|[\n\r])[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t][^\n\r]*(?:\r\n|\n|\r)[ \t>]*\Z")
"""An item of one line right above."""
_MARGIN = re.compile(rb"(?:(?<=\n)|(?<=\r)|\A)[ \t>]*\Z")
_BLANKS = re.compile(rb"[ \t]+\Z")
_AFTER = re.compile(rb"[ \t]*")
