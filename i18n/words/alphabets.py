"""Does a word mix letters of two alphabets that look alike?"""

from __future__ import annotations

import re

_LATIN_TWINS = "aeopcyxijABEKMHOPCTXIJ"
_OTHER_TWINS = "аеорсухіјАВЕКМНОРСТХІЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
"""Letters that look alike in Latin, Cyrillic and Greek."""
_LATIN = "A-Za-zÀ-ɏ"
_IN_LATIN = re.compile(rf"[{_OTHER_TWINS}](?:(?<=[{_LATIN}].)|(?=[{_LATIN}]))")
_IN_CYRILLIC = re.compile(rf"[{_LATIN_TWINS}](?:(?<=[Ѐ-ӿ].)(?![A-Za-z])|(?<![A-Za-z].)(?=[Ѐ-ӿ]))")
_WORD = re.compile(r"\w+")


def mixed(text: str, script: str) -> str:
    """The first word of a text in a script (ISO 15924) with a letter that only looks like one of its own; else empty.

    A word in another alphabet with an ending of the text's own is none.
    """
    found = None if text.isascii() else (_IN_CYRILLIC if script == "Cyrl" else _IN_LATIN).search(text)
    return next((word[0] for word in _WORD.finditer(text) if word.end() > found.start()), "") if found else ""
