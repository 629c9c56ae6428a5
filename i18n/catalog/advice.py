"""What is a translator told to look at in a machine's draft, in plain words?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

NOTES: Mapping[str, str] = {
    "copy": "words left from the source",
    "script": "letters of another script",
    "language": "the language",
    "length": "the length",
    "repetition": "what it says twice",
    "numbers": "numbers",
    "terms": "terms of the glossary",
    "brackets": "brackets",
    "quotes": "quotation marks",
    "ending": "the mark at the end",
    "references": "references to the Bible",
    "names": "names",
    "all": "all of it",
}
"""What a draft is noted for, by the ids that its other comment has."""
_MOST = 6
_PHRASE = "|".join(map(re.escape, NOTES.values()))
_ADVICE = re.compile(rf"look at: (?:{_PHRASE})(?:, (?:{_PHRASE}))*(?:; unknown words: .+?)?(?:; by way of .+)?")


def advice(notes: Sequence[str], unknown: Sequence[str] = (), pivot: str = "") -> str:
    """Say what to look at; empty if there is nothing.

    `unknown`: words that the engine did not know, as they stand in the draft; of these, capitalized ones are names.
    `pivot`: the English name of the language by way of which it was made.
    """
    names = [word for word in unknown if word[:1].isupper()]
    others = [word for word in dict.fromkeys(unknown) if not word[:1].isupper()]
    said = dict.fromkeys(NOTES[note] for note in (*notes, *(["names"] if names else [])) if note in NOTES)
    if not (said or others or pivot):
        return ""
    parts = [", ".join(said or (NOTES["all"],))]
    if others:
        more = f" and {len(others) - _MOST} more" if len(others) > _MOST else ""
        parts.append(f"unknown words: {', '.join(others[:_MOST])}{more}")
    if pivot:
        parts.append(f"by way of {pivot}")
    return f"look at: {'; '.join(parts)}"


def is_advice(comment: str) -> bool:
    """Tell whether a comment is such a line, in these very words: a person's note is kept."""
    return comment.startswith("look at: ") and _ADVICE.fullmatch(comment) is not None
