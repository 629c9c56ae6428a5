"""What does a heading say to the generator that makes an id of it?"""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from typing import NamedTuple

from i18n.markdown.blocks import Part

EMOJI = re.compile(r":(?:[+-]1|100|1234|(?=[a-z0-9_+-]*[a-z])[a-z0-9_+-]+):")
"""The short name of a picture, which generators put in its place before they make ids."""


class Title(NamedTuple):
    """A heading of a page."""

    parts: tuple[Part, ...]
    written: str
    """Its last line as it is written, without attributes."""
    level: int = 1
    own: str = ""
    """The id that the page gives it."""
    above: tuple[str, ...] = ()
    """Ids that HTML gives to what stands above it, of the first heading."""
    below: tuple[str, ...] = ()
    """Ids that HTML gives to what stands in it and below it, up to the next heading."""

    @property
    def is_expanded(self) -> bool:
        """Whether the generator puts something in it that no page says."""
        return any(what == "Template" for what, _ in self.parts)

    @property
    def has_footnotes(self) -> bool:
        """Whether a reference to a footnote stands in it."""
        return any(what == "Footnote" for what, _ in self.parts)

    @property
    def has_lines(self) -> bool:
        """Whether it goes over several lines."""
        return any(what == "Break" for what, _ in self.parts)


def said(title: Title, *kinds: str, without: re.Pattern[str] | None = None, written: Collection[str] = ()) -> str:
    """The text of the parts of these kinds, in order, entities resolved except for those `written` as they are.

    What matches `without` goes, save in code.
    """
    pieces = []
    for what, text in title.parts:
        if what not in kinds:
            continue
        if what == "Entity" and what not in written:
            text = html.unescape(text)
        pieces.append(without.sub("", text) if without is not None and what == "Text" else text)
    return "".join(pieces)
