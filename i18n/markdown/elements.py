"""Which elements and attributes of HTML are for readers, and how does a browser read a tag?"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")

INLINE = frozenset(
    "a abbr b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small "
    "span strike strong sub sup time tt u var wbr".split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""Elements without an end tag."""
HIDDEN = frozenset("script style pre svg math textarea code kbd samp var template noscript iframe object".split())
"""Elements whose text is not for readers, or must stay as it is."""
TEXT_ATTRIBUTES = frozenset("alt title aria-label placeholder summary".split())
"""Those that readers read, so that their values are translated; `label` and `value` may be read by programs."""
EMPHASIS = {"em": "emphasis", "strong": "strong", "del": "strikethrough"}
"""Elements that mean what Markdown does, without attributes."""
EMPHASIS_TAG = re.compile(rf"<(/?)({'|'.join(EMPHASIS)})>")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or an end tag."""

    name: str
    """In lower case."""
    closing: bool
    attributes: tuple[tuple[str, str], ...]
    """Names in lower case, values without quotes and with entities resolved, in order of writing."""


def tag(raw: str) -> Tag | None:
    """The tag that raw HTML is; None for a comment, a declaration or an instruction."""
    return next(tags(raw), None) if raw[1:2] not in ("!", "?") else None


def tags(text: str) -> Iterator[Tag]:
    """Every tag of `text`, finished or not, as the HTML standard's tokenizer splits it (13.2.5).

    Quotes count only as a value's first character, so that `<a x" onclick=y>` hides nothing.
    """
    at = 0
    while opening := _OPENING.search(text, at):
        at = opening.end()
        attributes = []
        while match := _ATTRIBUTE.match(text, at):
            value = match[2] or ""
            if len(value) > 1 and value[0] in "\"'" and value[0] == value[-1]:
                value = value[1:-1]
            attributes.append((match[1].lower(), html.unescape(value)))
            at = match.end()
        yield Tag(opening[2].lower(), bool(opening[1]), tuple(attributes))
