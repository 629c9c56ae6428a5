"""What do the regular expressions of a project's configuration match?

The engine gives up on a text after a second of computing, for which the time that a busy machine lets it wait does not
count: an expression that would try without end stops the command with its name instead.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import TypeVar

import regex

from i18n.errors import ConfigurationError
from i18n.span import Characters, Span

_SECONDS = 1.0
_Answer = TypeVar("_Answer")


def objection(pattern: str) -> str:
    """Why a pattern cannot be used, as the end of a sentence; empty where it can."""
    try:
        matches_nothing = _compiled(pattern).fullmatch("", timeout=_SECONDS) is not None
    except regex.error as error:
        return str(error)
    return "it matches a text without any character" if matches_nothing else ""


def matches_whole(patterns: Sequence[str], text: str) -> bool:
    """Whether one of the patterns matches all of a text; a dot matches line feeds too. Raises `ConfigurationError`."""
    return any(_tried(_matches_whole, pattern, text) for pattern in patterns)


def spans(patterns: Sequence[str], text: str) -> list[Span[Characters]]:
    """What the patterns match of a text, in order, without overlaps; `^` and `$` are the ends of a line.

    Of two matches the one that begins first counts, then that of the first pattern. Raises `ConfigurationError`.
    """
    found = [span for pattern in patterns for span in _tried(_matches, pattern, text)]
    kept: list[Span[Characters]] = []
    for span in sorted(found, key=lambda span: span.start):
        if span.start < span.end and (not kept or span.start >= kept[-1].end):
            kept.append(span)
    return kept


def _matches_whole(pattern: str, text: str) -> bool:
    return _compiled(pattern, regex.DOTALL).fullmatch(text, timeout=_SECONDS) is not None


def _matches(pattern: str, text: str) -> list[Span[Characters]]:
    return [Span(*match.span()) for match in _compiled(pattern).finditer(text, timeout=_SECONDS)]


@functools.cache
def _compiled(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.MULTILINE | flags)


def _tried(match: Callable[[str, str], _Answer], pattern: str, text: str) -> _Answer:
    try:
        return match(pattern, text)
    except TimeoutError:
        raise ConfigurationError(
            f"The pattern {pattern!r} of [source] is still trying to match one text after {_SECONDS:.0f} second.",
            "Mostly a repetition stands in another one, as in (a+)+: write it so that each text is read in one way.",
        ) from None
