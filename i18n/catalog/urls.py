"""Has only an address changed in a message? Then its translation needs the new one, not a translator."""

from __future__ import annotations

from collections import Counter

from i18n.message.unparsed import targets, with_targets

_MASK = "\0"


def masked(text: str) -> str:
    """The text with all URLs, link targets, `href` and `src` made the same; equal if texts differ in these alone."""
    return with_targets(text, lambda _: _MASK)


def relocated(before: str, after: str, msgstr: str) -> str | None:
    """Bring a msgstr of the msgid `before` to the URLs of the msgid `after`.

    None if more than URLs changed, or if a URL that changed does not occur in the msgstr as often as in `before`.
    """
    if masked(before) != masked(after):
        return None
    moved: dict[str, str] = {}
    for old, new in zip(targets(before), targets(after), strict=True):
        if moved.setdefault(old, new) != new:
            return None
    there, here = Counter(targets(before)), Counter(targets(msgstr))
    if any(there[old] != here[old] for old, new in moved.items() if old != new):
        return None
    return with_targets(msgstr, lambda target: moved.get(target, target))
