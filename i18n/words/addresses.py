"""Where does an address that stands bare in a text begin and end?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from i18n.span import Characters, Span
from i18n.words.scripts import GLUING

if TYPE_CHECKING:
    import regex

FILLER = "\ufffc"
"""Stands for what was cut out of a text (U+FFFC, object replacement character)."""
GATE = re.compile(r"://|www\.|@")
"""What a text with an address has; nine of ten have none."""
LETTERS = r"!#-;=?-Z\\^_a-~"
"""Printable ASCII without ``"<>[]` ``."""
_BARE = re.compile(
    rf"(?P<url>(?:(?:https?|ftp)://|(?<![A-Za-z0-9./@-])www\.)[{LETTERS}]+)"
    r"|(?<![A-Za-z0-9.%+-])[A-Za-z0-9.%+-][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
"""An underscore before an e-mail address may be a mark."""
LOCAL = rf"file:/[{LETTERS}]+(?<![?!.,:*_~'`\\;)])"
"""An address that nothing links by itself, for a pattern that has more in it."""
_ALONE = re.compile(r"<?(?:https?://|www\.|mailto:)[^\s<>]+>?")
_MAILTO = "mailto:"
_TRAILING = "?!.,:*_~'`\\;"
"""What GFM leaves out of an address at its end."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address that many site generators link by themselves."""

    kind: str
    """`url` or `email`."""
    span: Span[Characters]
    """It ends at the first letter that is not ASCII, as Korean, Japanese and Chinese go on without a space:
    `https://example.org를`."""


def addresses(text: str) -> Iterator[Address]:
    """Find the addresses of a text, in order (GFM §6.9, Autolinks, but for where they end)."""
    if GATE.search(text) is None:
        return
    for match in _BARE.finditer(text):
        address = match[0].rstrip(_TRAILING)
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(_TRAILING)
        if address:
            yield Address(match.lastgroup or "email", Span(match.start(), match.start() + len(address)))


def without_addresses(text: str) -> tuple[str, list[str]]:
    """The text with a `FILLER` in place of each address, and these."""
    kept, found, at = [], [], 0
    for address in addresses(text):
        kept.append(text[at : address.span.start])
        found.append(address.span.of(text))
        at = address.span.end
    return FILLER.join([*kept, text[at:]]), found


def whole(text: str, address: Address) -> Span[Characters]:
    """What belongs to an address that is kept: `mailto:`, and letters that are not glued to it, as in `…/wiki/Москва`.

    What compares addresses must not look that far: in many languages an ending stands close to the address.
    """
    start, end = address.span
    goes_on = address.kind == "url" and not text[end : end + 1].isascii()
    more = _beyond().match(text, end) if goes_on else None
    return Span(start - len(_MAILTO) if text.endswith(_MAILTO, 0, start) else start, more.end() if more else end)


@functools.cache
def _beyond() -> regex.Pattern[str]:
    """Letters that are neither of ASCII nor glued to what they follow, and all that an address may have after them."""
    import regex  # as slow as a small command

    return regex.compile(
        rf"[[\w--[{GLUING}]]--[\x00-\x7f]][{LETTERS}[\w--[{GLUING}]]]*(?<![?!.,:*_~'`\\;)])", regex.VERSION1
    )


def besides_addresses(text: str, *, emails: bool = True) -> str:
    """The text without its addresses and what belongs to them: has it any word of its own?"""
    kept, at = [], 0
    for address in addresses(text):
        if emails or address.kind == "url":
            start, end = whole(text, address)
            kept.append(text[at:start])
            at = end
    return "".join([*kept, text[at:]])


def is_address(text: str) -> bool:
    """Whether a text is an address alone, in angle brackets or not."""
    return _ALONE.fullmatch(text) is not None and not goes_on(text)


def goes_on(text: str) -> bool:
    """Whether words are glued to the first address of a text, as in `https://example.orgをご覧ください`."""
    first = next(addresses(text), None)
    rest = text[whole(text, first).end :] if first else ""
    return any(letter.isalpha() and not letter.isascii() for letter in rest)
