"""Which marks do articles have in other places of their messages since a format was raised?

A message that only lost, gained or moved such marks says what it said before; see `carrying`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from i18n.catalog.headers import FORMAT

MARKS: Mapping[int, str] = {
    2: r"""
      (?:^|(?<=\)[ ])) \[(.+?)\]\([^()]*\) (?=$|[ ]\[)      # a chapter in the summary of an mdBook
    | (?<!\S) \[[^\[\]]+\]:\s*\S+ (?:\s+"([^"]*)")? (?!\S)  # the definition of a reference within a paragraph
    | (?<!\S) :{2,}[\w-]* (?:\[([^\[\]]*)\])?                # a component of MDC or a container, its slots, its end
      (?:\{[^{}]*?\b(?:title|label|description|alt)="([^"]*)"[^{}]*\}|\{[^{}]*\})? (?!\S)
    | (?<!\S) \#[\w-]+ (?!\S)
    | \{:[^{}]*\} | (?<!\{)\{[^{}]*\}$                      # attributes of kramdown, and of a heading of Zola
    | <!--+\s*(?:i18n|mdpo|mdbook-xgettext)\b.*?-->         # a comment for this program
    | (?<!\\) \|                                            # a table
    | (?<!\S) (?::?-+:?|={2,}|[*+]|\^) (?!\S)               # delimiters and underlines, bullets, a block's end
    | (?:^|(?<!\S):) [a-z0-9_+-]+: (?![^\s{])               # a picture's code, which was a definition
    | \s* \\* \n | \\\\ (?!\S)                              # a hard break
    """,
}
"""By format, what its rules read in another way than those of the format before: a pattern in verbose form.

A group is a text among the marks, such as a title in quotes.
"""


def marks(before: str) -> re.Pattern[str] | None:
    """The marks that the formats between that of a catalog and ours set aside.

    None where both are the same, or where the catalog names none: nobody knows then how its messages were cut.
    """
    return None if before == FORMAT or not before.isdecimal() else _marks(int(before))


@functools.cache
def _marks(before: int) -> re.Pattern[str] | None:
    since = range(min(before, int(FORMAT)) + 1, max(before, int(FORMAT)) + 1)
    patterns = [pattern for number, pattern in MARKS.items() if number in since]
    return re.compile("|".join(patterns) or "(?!)", re.VERBOSE | re.DOTALL)
