"""Has only an address changed in a message? Then its translation needs the new one, not a translator."""

from __future__ import annotations

import re
from collections import Counter

_URL = re.compile(
    r"""(?<=\]\()<[^<>\n]*>                     # the target of a link or image, in angle brackets
      | (?<=\]\()[^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*
      | \b(?:href|src)=(?:"[^"]*"|'[^']*')
      | (?<![a-z0-9+.-])(?:[a-z][a-z0-9+.-]*://|mailto:)[^\s<>"'`)\]]+(?<![.,:;!?…。、，：；！？])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MASK = "\0"


def masked(text: str) -> str:
    """The text with all URLs, link targets, `href` and `src` made the same; equal if texts differ in these alone."""
    return _URL.sub(_MASK, text) if _has_url(text) else text


def _has_url(text: str) -> bool:
    """Whether a text could hold one; most hold none, and this look takes a tenth of the time."""
    return ":" in text or "](" in text or "=" in text


def relocated(before: str, after: str, msgstr: str) -> str | None:
    """Bring a msgstr of the msgid `before` to the URLs of the msgid `after`.

    None if more than URLs changed, or if a URL that changed does not occur in the msgstr as often as in `before`.
    """
    if masked(before) != masked(after):
        return None
    moved: dict[str, str] = {}
    for old, new in zip(_URL.findall(before), _URL.findall(after), strict=True):
        if moved.setdefault(old, new) != new:
            return None
    there, here = Counter(_URL.findall(before)), Counter(_URL.findall(msgstr))
    if any(there[old] != here[old] for old, new in moved.items() if old != new):
        return None
    return _URL.sub(lambda match: moved.get(match[0], match[0]), msgstr)
