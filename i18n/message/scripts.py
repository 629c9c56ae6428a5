"""Which scripts write without spaces, glue endings to words of any kind, or run from right to left?

Named sets stand between brackets in a pattern of `regex`; where one is subtracted, with its flag VERSION1.
"""

from __future__ import annotations

import re

import regex

_IDEOGRAPHIC = r"\p{Han}\p{Hira}\p{Kana}\p{Bopo}"
_BREAKABLE = r"\p{Thai}\p{Laoo}\p{Khmr}\p{Mymr}\p{Tibt}\p{Tale}\p{Talu}\p{Lana}\p{Java}\p{Cham}"
SPACELESS = _IDEOGRAPHIC + _BREAKABLE
"""Scripts that put no space between words: nothing in them shows where a word ends."""
HANGUL = r"\p{Hang}"
GLUING = SPACELESS + HANGUL
"""Those, and Korean: what follows a word, a sign or a placeholder stands close to it, as in `{name}를`."""

JOINING = rf"[A-Za-z0-9_[\w--[{SPACELESS}]]]"
"""What makes one word with its neighbour, a letter of a script with spaces; ASCII first takes half the time."""
PARTED = rf"[A-Za-z0-9_[\w--[{GLUING}]]]"
"""What a space parts from a word before it, so that a language without particles is read."""

SPACELESS_LETTER = regex.compile(f"[{SPACELESS}]")
GLUING_LETTER = regex.compile(f"[{GLUING}]")
BREAKABLE = regex.compile(f"[{_BREAKABLE}]")
"""Where a zero-width space shows that a line may end."""
WIDE = regex.compile(rf"[{_IDEOGRAPHIC}\u3000-\u303f\uff00-\uffef]")
"""Letters and punctuation of Chinese and Japanese, next to which no space ends a sentence."""
RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
CURSIVE = re.compile("[\u0600-\u07ff\u0860-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
"""Letters that join, as in Arabic."""
INDIC = re.compile("[\u0900-\u0dff\u1000-\u109f\u1780-\u18af\u1a20-\u1cff\ua800-\uabff\U00011000-\U0001193f]")
"""Letters that form clusters, which joiners and non-joiners shape."""

WITHOUT_SENTENCE_SPACES = frozenset({"zh", "ja", "yue"})
"""Languages that put no space between sentences; a paragraph of theirs may begin with an ideographic one."""

_SEVERAL = {"Hans": "Han", "Hant": "Han", "Jpan": "Han Hira Kana", "Kore": "Hang Han", "Aran": "Arab"}


def letters(script: str) -> str:
    """The set of a script by its code (ISO 15924), those of `Jpan` and the like included."""
    return "".join(rf"\p{{{name}}}" for name in _SEVERAL.get(script, script).split())
