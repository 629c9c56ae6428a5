"""What of each block of code is for readers?"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Mode: TypeAlias = Literal["comments", "strings", "all"]
"""Comments alone, string literals too, or the whole block as one message."""


class Modes(NamedTuple):
    """What the blocks of code of one article offer; a block is known by its number, from 0."""

    usual: Mode | None = None
    """What fenced code offers of which the article says nothing; None for nothing."""
    whole: tuple[int, ...] = ()
    """Blocks that a comment of the article asks for."""
    none: tuple[int, ...] = ()
    """Blocks that a comment of the article leaves out."""

    def of(self, number: int, *, is_fenced: bool) -> Mode | None:
        """What a block offers; None for nothing."""
        if number in self.whole:
            return "all"
        return self.usual if is_fenced and number not in self.none else None


NO_CODE = Modes()
