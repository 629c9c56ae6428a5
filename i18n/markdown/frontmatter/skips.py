"""Which values does an author leave untranslated by a `# i18n:skip` next to them?"""

from __future__ import annotations

import re
from collections.abc import Collection

from i18n.markdown.frontmatter.values import Lines

MARK = "i18n:"
"""A text without it holds no such comment."""
COMMENT = re.compile(r"(?<!\S)#[ \t]*i18n:[ \t]*skip[ \t]*(?=[\r\n]|\Z)")
_NOTHING = re.compile(r"[ \t]*(?:#.*)?[\r\n]*")


def is_addressed(comment: str) -> bool:
    """Tell whether a comment of front matter speaks to this program, and to nobody else."""
    return COMMENT.fullmatch(comment.strip()) is not None


class Skips:
    """The lines that such comments speak of.

    At the end of a line a comment speaks of the values whose key stands on that line, or which end there. Alone on a
    line it speaks of all that begins on the next line which is neither blank nor a comment.
    """

    def __init__(self, text: str, comments: Collection[int]) -> None:
        """`comments` are the positions at which comments begin, strings that only look like one left out."""
        self._lines = lines = Lines(text)
        self._beside: set[int] = set()
        self._above: set[int] = set()
        for position in comments:
            if not COMMENT.match(text, position):
                continue
            line = lines.at(position)
            if text[lines.starts[line] : position].strip(" \t"):
                self._beside.add(line)
                continue
            starts = [*lines.starts, len(text)]
            line += 1
            while line + 1 < len(starts) and _NOTHING.fullmatch(text, starts[line], starts[line + 1]):
                line += 1
            self._above.add(line)

    def __bool__(self) -> bool:
        return bool(self._beside or self._above)

    def speak_of(self, named: Collection[int], items: Collection[int]) -> bool:
        """Whether a value is skipped.

        `named` are the positions of its key, of the keys above it, and where it begins and ends; `items` those
        of the list items it is in.
        """
        at = self._lines.at
        if any(at(position) in self._beside or at(position) in self._above for position in named):
            return True
        return any(at(position) in self._above for position in items)
