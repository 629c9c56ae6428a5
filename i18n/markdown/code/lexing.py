"""What is comment, what string and what code in a piece of code? The only importer of Pygments."""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from i18n.span import Characters, Span

if TYPE_CHECKING:
    from pygments.lexer import Lexer


class Sort(enum.Enum):
    """What a token is to a translator."""

    COMMENT = "comment"
    DOC = "doc"
    """A documentation comment or string."""
    STRING = "string"
    CODE = "code"


class Token(NamedTuple):
    """A stretch of code of one sort."""

    sort: Sort
    span: Span[Characters]


@functools.lru_cache(maxsize=256)
def canonical(language: str) -> str:
    """Pygments' first name of a language; empty where it knows none of that name, or is not installed."""
    lexer = _lexer(language) if language else None
    return lexer.aliases[0] if lexer is not None and lexer.aliases else ""


def tokens(language: str, text: str) -> tuple[Token, ...]:
    """The tokens of `text`, ascending; none for an unknown language, without Pygments, or where it loses its way.

    Line ends must be line feeds.
    """
    lexer = _lexer(language) if language else None
    if lexer is None:
        return ()
    # Pygments reads a comment's end in the line feed; tokens beyond the text itself are cut.
    whole = text if text.endswith("\n") else text + "\n"
    found: list[Token] = []
    at = 0
    for start, sort, value in _sorted_out(lexer, whole):
        if start < at or not whole.startswith(value, start):
            return ()
        at = start + len(value)
        if start < min(at, len(text)):
            found.append(Token(sort, Span(start, min(at, len(text)))))
    return tuple(found)


def _sorted_out(lexer: Lexer, text: str) -> Iterator[tuple[int, Sort, str]]:
    from pygments.token import Comment, String

    groups: tuple[tuple[tuple[str, ...], Sort], ...] = (
        (String.Doc, Sort.DOC),
        *((kind, Sort.CODE) for kind in (Comment.Preproc, Comment.PreprocFile, Comment.Hashbang, Comment.Special)),
        (Comment, Sort.COMMENT),
        *((kind, Sort.CODE) for kind in (String.Regex, String.Symbol, String.Char, String.Other)),
        (String, Sort.STRING),
    )
    known: dict[tuple[str, ...], Sort] = {}
    for start, kind, value in lexer.get_tokens_unprocessed(text):
        sort = known.get(kind)
        if sort is None:
            sort = next((sort for group, sort in groups if kind[: len(group)] == group), Sort.CODE)
            known[kind] = sort
        yield start, sort, value


@functools.lru_cache(maxsize=256)
def _lexer(language: str) -> Lexer | None:
    try:
        from pygments.lexers import get_lexer_by_name
        from pygments.util import ClassNotFound
    except ImportError:
        return None
    if not re.fullmatch(r"[\w.+#/-]{1,40}", language):
        return None
    try:
        lexer: Lexer = get_lexer_by_name(language)
    except ClassNotFound:
        return None
    return lexer
