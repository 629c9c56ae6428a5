"""Where do quotations open and close in a text, and with which marks does another language write them?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from i18n.locales import language
from i18n.locales.quotations import Quotation

_DOUBLE = {
    '"': '"', "“": "”", "”": "”“", "„": "“”", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』",
}  # fmt: skip
"""What opens a quotation, and what may close it then."""
_CLOSES = frozenset("".join(_DOUBLE.values()))
_SINGLES = {"‘": "’", "‚": "‘’", "’": "‘"}
"""Those that may be apostrophes; Arabic opens with what closes in English."""
_SINGLE = re.compile(r"(?<!\w)[‘‚’](?=\S)")
_SINGLE_END = re.compile(r"(?<=[^\s‘‚(])[’‘](?!\w)")
_ANY = re.compile(f"[{''.join(_CLOSES)}{''.join(_DOUBLE)}{''.join(_SINGLES)}]")
EVERY = frozenset(_DOUBLE) | frozenset(_SINGLES)
"""Whatever opens a quotation in some language."""
_SPACES = " \u00a0\u202f"
_WITHIN = "\u202f"
_SPACED = "«»"
"""What has a space inside in French (Imprimerie nationale, Lexique des règles typographiques, Guillemets)."""
_NESTED = 1


class Mark(NamedTuple):
    """A quotation mark in a text."""

    at: int
    """Where it stands, in characters."""
    opens: bool
    depth: int
    """0 for a quotation, 1 for one within it."""
    opened: str
    """The mark that opens the quotation; the one that closes it where that stands in another text."""

    def of(self, marks: Quotation) -> str:
        """The mark that stands here where quotations are marked like this; a third level is written as the first."""
        return marks[2 * (self.depth % 2) + (not self.opens)]


def marked(text: str) -> Iterator[Mark]:
    """Every quotation mark of a text in order, whatever the language; none is an apostrophe.

    A quotation that goes on in the next paragraph need not close, and one from before need not open.
    """
    open_: list[str] = []
    end = -1
    for found in _ANY.finditer(text):
        at, mark = found.start(), found[0]
        if at == end or (open_ and mark in _DOUBLE.get(open_[-1], "")):
            opened = open_.pop()
            yield Mark(at, opens=False, depth=len(open_), opened=opened)
        elif mark in _SINGLES:
            if (closing := _single_end(text, at, open_)) >= 0:
                yield Mark(at, opens=True, depth=len(open_), opened=mark)
                open_.append(mark)
                end = closing
        elif mark in _DOUBLE and not _ends(text, at):
            yield Mark(at, opens=True, depth=len(open_), opened=mark)
            open_.append(mark)
        elif mark in _CLOSES and mark != '"':
            yield Mark(at, opens=False, depth=0, opened=mark)


def _single_end(text: str, at: int, open_: Sequence[str]) -> int:
    """Where a single mark closes that may open here, as apostrophes look alike; below 0 if nowhere.

    That is the last place before another one opens, or what is around it ends.
    """
    if not _SINGLE.match(text, at):
        return -1
    following = re.compile(rf"(?<!\w){text[at]}(?=\S)").search(text, at + 1)
    limit = following.start() if following else len(text)
    around = [text.find(mark, at, limit) for mark in _DOUBLE.get(open_[-1], "")] if open_ else []
    limit = min((place for place in around if place >= 0), default=limit)
    closing = [found.start() for found in _SINGLE_END.finditer(text, at + 2, limit) if found[0] in _SINGLES[text[at]]]
    return closing[-1] if closing else -1


def _ends(text: str, at: int) -> bool:
    """Whether a mark stands where none can open: behind a word and before a space, a mark or the end."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before) and not before.isspace() and before not in "([{—–-" and not (after and after.isalnum())


def requoted(text: str, marks: Quotation, tag: str, replaced: Collection[str]) -> str:
    """A text of a canonical tag with `marks` for quotations that one of `replaced` opens, spaced as it spaces them."""
    parts: list[str] = []
    done = 0
    for mark in marked(text):
        if mark.opened not in replaced or text[mark.at] == mark.of(marks):
            continue
        new, (start, end) = mark.of(marks), _trimmed(text, mark)
        if language(tag) == "fr" and tag != "fr-CH" and new in _SPACED:
            new = new + _WITHIN if mark.opens else _WITHIN + new
        parts += text[done:start], new
        done = end
    return "".join([*parts, text[done:]])


def _trimmed(text: str, mark: Mark) -> tuple[int, int]:
    """The stretch of a mark with the spaces inside of it."""
    start, end = mark.at, mark.at + 1
    while mark.opens and text[end : end + 1] in tuple(_SPACES):
        end += 1
    while not mark.opens and text[start - 1 : start] in tuple(_SPACES):
        start -= 1
    return start, end


def unlike(text: str, marks: Quotation) -> tuple[str, str] | None:
    """What a text quotes first with other marks than these, and the same with these; None if it does not.

    A single mark is looked at within other marks: elsewhere it may be a letter or an apostrophe.
    """
    found = [one for one in marked(text) if one.depth or one.opened not in _SINGLES]
    wrong = next((one for one in found if text[one.at] != one.of(marks)), None)
    if wrong is None:
        return None
    like = [one for one in found if (one.opened, one.depth) == (wrong.opened, wrong.depth) and one.opens != wrong.opens]
    other = next((one for one in like if one.at > wrong.at) if wrong.opens else reversed(like), wrong)
    start, end = min(wrong.at, other.at), max(wrong.at, other.at) + 1
    right = {one.at: one.of(marks) for one in found}
    return text[start:end], "".join(right.get(at, text[at]) for at in range(start, end))


def shown(text: str, marks: Quotation) -> str:
    """The marks of as many levels as a text quotes on: `„…“`, `„…“ ‚…‘`; empty if it quotes nothing."""
    depths = {min(mark.depth, _NESTED) for mark in marked(text)}
    pairs = (marks[:2], marks[2:])
    return " ".join("…".join(pairs[depth]) for depth in range(max(depths, default=-1) + 1))
