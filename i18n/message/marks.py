"""What does an engine see of a message? Text, and marks that stand for its markup."""

from __future__ import annotations

import enum
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

import regex


class Role(enum.Enum):
    """What a mark does."""

    OPEN = "open"
    CLOSE = "close"
    HOLD = "hold"
    """A placeholder: stands for something that is not translated."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What an engine sees of markup: never the markup itself, so that no link target leaves the house."""

    role: Role
    id: int
    """1-based; opening and closing mark of a pair share it, a placeholder has its own."""


HELD = Mark(Role.HOLD, 0)
OPENED = Mark(Role.OPEN, 0)
CLOSED = Mark(Role.CLOSE, 0)
"""Marks before they have ids."""

Token = str | Mark
"""What an engine gets and gives: plain text (entities and escapes resolved) or a mark."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a message."""

    raw: str
    """As in the message."""
    token: Token
    kind: str = "text"
    """`text`; of a pair: `emphasis`, `strong`, `strikethrough`, `link`, `html`; of a placeholder: `code`, `math`,
    `html`, `link`, `image`, `footnote`, `break`, `term` or a kind of part of `i18n.message.machinery` or `held`."""
    inner: tuple[tuple[int, int], ...] = ()
    """Half-open spans of `raw` that are text for readers after all: an image's description, a link's title."""
    instead: str = ""
    """What a draft has in its place, such as a name in the spelling of its language; empty: `raw`."""

    @property
    def held(self) -> bool:
        """Whether it is a placeholder."""
        return isinstance(self.token, Mark) and self.token.role is Role.HOLD


ENTITY = re.compile(r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);|\\([!-/:-@\[-`{-~])")
_LETTERS = regex.compile(r"\p{L}")


def plain(raw: str) -> str:
    """Resolve entities and backslash escapes of running text (CommonMark 0.31.2 §2.4, §2.5)."""
    return ENTITY.sub(lambda found: found[1] or html.unescape(found[0]), raw) if "&" in raw or "\\" in raw else raw


def has_letters(text: str) -> bool:
    """Tell whether there is anything to translate."""
    return _LETTERS.search(text) is not None


def any_letters(tokens: Iterable[Token]) -> bool:
    """Tell whether there is anything to translate between the marks."""
    return any(isinstance(token, str) and has_letters(token) for token in tokens)


def joined(tokens: Iterable[Run]) -> str:
    """The message the runs were made of."""
    return "".join(run.raw for run in tokens)
