"""What does a generator write in ASCII for letters of other scripts?"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from importlib import resources

_FIRST = "g,gg,n,d,dd,r,m,b,bb,s,ss,,j,jj,c,k,t,p,h".split(",")
_MIDDLE = "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,weo,we,wi,yu,eu,yi,i".split(",")
_LAST = ",g,gg,gs,n,nj,nh,d,l,lg,lm,lb,ls,lt,lp,lh,m,b,bs,s,ss,ng,j,c,k,t,p,h".split(",")
"""The sounds that a syllable of Hangul is put together from, by Zola and by kramdown."""
_ESCAPED = re.compile(r"\\([0-9a-f]+);")
_LETTERS = re.compile(r"\{(.+?)\}|(.)", re.DOTALL)
_RARE = (range(0x3400, 0x4DC0), range(0x10000, 0x1F000), range(0x20000, 0x110000))
"""Chinese characters and scripts that are in no heading, which the table of Zola leaves out."""


@functools.cache
def table(name: str) -> Mapping[str, str]:
    """What is written for a letter or for several, by `tables/NAME.txt`; a hyphen stands for what is no letter."""
    lines = (resources.files(__package__) / "tables" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return dict(pair for line in lines if not line.startswith("#") for pair in _pairs(line))


def _pairs(line: str) -> Iterator[tuple[str, str]]:
    r"""What is written, a space, and letters for which it is: `{ab}` is one of two, `\301;` one by its number."""
    text, _, letters = line.partition(" ")
    for match in _LETTERS.finditer(_ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), letters)):
        yield match[1] or match[2], text


def zola(text: str) -> str | None:
    """The text in ASCII; None if one of its letters is not known here."""
    if text.isascii():
        return text
    known = table("zola")
    if any(ord(one) in rare for one in text for rare in _RARE):
        return None
    return "".join(one if one.isascii() else _hangul(one) or known.get(one, "-") for one in text)


def kramdown(text: str) -> str:
    """The text in ASCII, without what is no letter."""
    if text.isascii():
        return text
    own, known = table("kramdown"), table("zola")
    return "".join(
        one if one.isascii() else own[one] if one in own else _hangul(one) or known.get(one, "") for one in text
    )


def _hangul(letter: str) -> str:
    if not "가" <= letter <= "힣":
        return ""
    first, rest = divmod(ord(letter) - ord("가"), len(_MIDDLE) * len(_LAST))
    middle, last = divmod(rest, len(_LAST))
    return _FIRST[first] + _MIDDLE[middle] + _LAST[last]


def eleventy(text: str) -> str:
    """The text in ASCII, blanks and other signs of ASCII among it."""
    known = table("eleventy")
    text = _several().sub(lambda match: known[match[0]], unicodedata.normalize("NFC", text))
    return "".join(_signs(known[one]) if one in known else unaccented(one) for one in text)


def _signs(written: str) -> str:
    return written.replace("-", " ")


@functools.cache
def _several() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, (each for each in table("eleventy") if len(each) > 1))))


def unaccented(letter: str) -> str:
    """A letter of ASCII without its accents; for others a hyphen, for blanks a blank."""
    if letter.isascii():
        return letter
    plain = "".join(one for one in unicodedata.normalize("NFD", letter) if unicodedata.category(one) != "Mn")
    return plain if plain.isascii() else " " if letter.isspace() else "-"
