"""What within a text may no translation change, by its dialect and by its project?"""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Collection, Iterator

from i18n.markdown.dialects import arguments
from i18n.markdown.dialects.common import CODE_SPAN
from i18n.markdown.dialects.dialect import Dialect
from i18n.span import ArticleBytes, Span, in_bytes


def may_protect(dialect: Dialect, data: bytes) -> bool:
    """Whether there is anything at all to protect, in code or outside it: most articles have nothing.

    What looks like a whole tag here may be none to a text of its own, where a block ends within it.
    """
    pattern = dialect.protected
    return dialect.verbatim != () or (
        pattern is not None
        and (_anywhere(pattern).search(data) is not None or (b"<(?!" in pattern.pattern and b"<" in data))
    )


@functools.cache
def _anywhere(pattern: re.Pattern[bytes]) -> re.Pattern[bytes]:
    return re.compile(pattern.pattern.removeprefix(CODE_SPAN + b"|"), pattern.flags)


def protected_spans(
    dialect: Dialect,
    data: bytes,
    start: int = 0,
    end: int = sys.maxsize,
    code: Collection[Span[ArticleBytes]] | None = None,
) -> Iterator[bytes]:
    """What a dialect protects within a text, white space evened out.

    Of a tag with text for readers in one of the dialect's parameters, that text too. A closing tag before its opening
    one is kept apart. `code`: spans of code in it, for a pattern that leaves them out; None: as the pattern finds them,
    which a backtick in an attribute misleads.
    """
    if dialect.verbatim:
        yield from (b" ".join(span.of(data).split()) for span in own_spans(dialect.verbatim, data, start, end))
    pattern = dialect.protected
    if pattern is None:
        return
    continued = _continuation(data, start)
    if code is not None and pattern.pattern.startswith(CODE_SPAN):
        pattern, data, start, end = _anywhere(pattern), _without(data[start:end], start, code), 0, sys.maxsize
    found = []
    plain = [group for group in ("code", "escaped") if group in pattern.groupindex]
    for match in pattern.finditer(data, start, end):
        if match.lastgroup == "literal" or any(match[group] is not None for group in plain):
            continue
        tag = continued.sub(b" ", match[0]) if b"\n" in match[0] else match[0]
        found.append(arguments.form(tag, dialect.parameters))
    if not found:
        return
    yield from found
    for tag in arguments.unopened(found):
        yield tag + b" before what it closes"


def _continuation(data: bytes, start: int) -> re.Pattern[bytes]:
    """What parts two lines of a text that begins there: the line end, and the marks of the quotes that hold it."""
    return _between_lines(data.count(b">", data.rfind(b"\n", 0, start) + 1, start))


@functools.cache
def _between_lines(quotes: int) -> re.Pattern[bytes]:
    return re.compile(rb"[ \t]*\r?\n(?:[ \t]*>){0,%d}[ \t]*" % quotes)


def own_spans(
    verbatim: tuple[str, ...], data: bytes, start: int = 0, end: int | None = None
) -> list[Span[ArticleBytes]]:
    """What the patterns of a project match of a stretch, in order."""
    if not verbatim:
        return []
    from i18n.words import patterns  # few projects have such

    text = data[start:end].decode("utf-8", "surrogatepass")
    return [in_bytes(span, text, start) for span in patterns.spans(verbatim, text)]


def _without(text: bytes, offset: int, code: Collection[Span[ArticleBytes]]) -> bytes:
    """The text with blanks between the backticks of its code, whose spans count from `offset` bytes before it."""
    pieces, at = [], 0
    for start, end in code:
        span = text[start - offset : end - offset]
        ticks = len(span) - len(span.lstrip(b"`"))
        pieces += [text[at : start - offset + ticks], b" " * (len(span) - 2 * ticks)]
        at = end - offset - ticks
    return b"".join([*pieces, text[at:]]) if pieces else text
