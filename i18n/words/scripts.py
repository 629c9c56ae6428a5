"""Which scripts write without spaces, and which glue endings to words of any kind?

The sets stand between brackets in a pattern of `regex`; where one is subtracted, with its flag VERSION1.
"""

from __future__ import annotations

IDEOGRAPHIC = r"\p{Han}\p{Hira}\p{Kana}\p{Bopo}"
BREAKABLE = r"\p{Thai}\p{Laoo}\p{Khmr}\p{Mymr}\p{Tibt}\p{Tale}\p{Talu}\p{Lana}\p{Java}\p{Cham}"
"""Scripts in which a zero-width space shows where a line may end."""
SPACELESS = IDEOGRAPHIC + BREAKABLE
"""Scripts that put no space between words: nothing in them shows where a word ends."""
HANGUL = r"\p{Hang}"
GLUING = SPACELESS + HANGUL
"""Those, and Korean: what follows a word, a sign or a placeholder stands close to it, as in `{name}를`."""

JOINING = rf"[A-Za-z0-9_[\w--[{SPACELESS}]]]"
"""What makes one word with its neighbour, a letter of a script with spaces; ASCII first takes half the time."""
PARTED = rf"[A-Za-z0-9_[\w--[{GLUING}]]]"
"""What a space parts from a word before it, so that a language without particles is read."""

WITHOUT_SENTENCE_SPACES = frozenset({"zh", "ja", "yue"})
"""Languages that put no space between sentences; a paragraph of theirs may begin with an ideographic one."""

_SEVERAL = {"Hans": "Han", "Hant": "Han", "Jpan": "Han Hira Kana", "Kore": "Hang Han", "Aran": "Arab"}


def letters(script: str) -> str:
    """The set of a script by its code (ISO 15924), those of `Jpan` and the like included."""
    return "".join(rf"\p{{{name}}}" for name in _SEVERAL.get(script, script).split())
