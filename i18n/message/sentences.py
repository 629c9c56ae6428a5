"""Where does one sentence end and the next begin?"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from i18n.message.marks import Token
from i18n.message.packed import CLOSE, HOLD, OPEN, pack, unpack

_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr prof st rev fr sr jr gen col capt lt sgt no nos vol vols p pp fig figs ch chap ed eds etc vs "
        "cf ca al approx dept est inc ltd co corp bros jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed "
        "thu fri sat sun e.g i.e a.m p.m u.s u.k u.n e.u bzw z.b usw"
    ).split()
)
_BOUNDARY = regex.compile(
    rf"(?P<last>\S{{0,40}}?)(?:(?<![.!?…؟۔।॥።։])(?P<stop>[.!?…؟۔।॥።։]++)[\"'”’»)\]]*|[。！？]+[」』”’）]*)(?:{CLOSE}|{HOLD})*+"
    r"(?P<space>\s+)(?=[\p{Lu}\p{Lo}\d\"'“‘«(¿¡\p{Co}])"
    rf"|[。！？]+{CLOSE}*+(?P<none>)(?=[^\s。！？」』”’）])",
    regex.VERSION1,
)
"""The last word is no longer than any abbreviation: a longer one would be looked at from each of its letters.
A footnote mark, and the end of emphasis, belong to the sentence that they stand close to.
What follows a closing quotation mark without a space may go on with the sentence: 「…。」と言った。"""


def sentences(tokens: tuple[Token, ...]) -> tuple[tuple[tuple[Token, ...], str], ...]:
    """Split at the ends of sentences outside pairs: each sentence, and the white space after it.

    Law: the packed sentences and the white space, joined, are the packed tokens. A doubtful end (an abbreviation,
    an initial, a number) is none.
    """
    text = pack(tokens)
    found = []
    start = 0
    for end, resume in _ends(text):
        found.append((unpack(text[start:end]), text[end:resume]))
        start = resume
    found.append((unpack(text[start:]), ""))
    return tuple(found)


def _ends(text: str) -> Iterator[tuple[int, int]]:
    counted = depth = 0
    for match in _BOUNDARY.finditer(text):
        end = match.start("space") if match["space"] is not None else match.end()
        depth += _opened(text[counted:end])
        counted = end
        if depth or (match["stop"] == "." and _doubtful(match["last"])):
            continue
        yield end, match.end()


def _opened(text: str) -> int:
    """How many more pairs a stretch opens than it closes."""
    return len(regex.findall(OPEN, text)) - len(regex.findall(CLOSE, text))


def _doubtful(word: str) -> bool:
    bare = regex.sub(f"{OPEN}|{CLOSE}", "", word).lstrip("\"'“‘«(¿¡[").casefold()
    initial = len(bare) == 1 and bare.isalnum()
    return not bare or initial or bare in _ABBREVIATIONS or bare.isdigit()
