"""How does the translation memory draft a message?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from i18n.draft.many.difference import difference
from i18n.draft.one.strategy import Draft, Message, NoDraft, Verdict
from i18n.memory import Match, Memory
from i18n.message.emphasis import repaired
from i18n.message.held import variables
from i18n.message.skeleton import skeleton
from i18n.message.terms import Facts
from i18n.message.wordless import is_wordless
from i18n.numbers.digits import CLOCK, SEPARATORS

NAME = "memory"
"""What the configuration and the comment of a draft call it."""


_SAME = 100
"""The score of the very same message."""


@dataclass(frozen=True, slots=True)
class MemoryStep:
    """The translation memory of a run: what it holds, and when it is asked."""

    memory: Memory
    minimum: int = 75
    """Least similarity, 0-100."""
    after: frozenset[str] = frozenset()
    """Names of the engines that are asked before it."""
    facts: Facts | None = None
    """Writes dates, amounts and references as the language of the drafts does."""

    def recall(self, message: Message, article: str, msgctxt: str | None = None) -> Verdict:
        """Take the best match whose markup is that of the message.

        A number, date, amount or reference that differs between the message and the match is carried over if it has
        one place only; otherwise the match does not count. What has no words is like nothing but itself: `-5%` is not
        `+5%`, nor `1,250` what `1,250 kg` is. The detail of a draft is `match=87`, and how its message differs.
        """
        found = self.memory.matches(message.msgid, self.minimum, article=article, msgctxt=msgctxt)
        wordless = is_wordless(message.msgid)
        found = tuple(each for each in found if each.score == _SAME or not (wordless or is_wordless(each.msgid)))
        if not found:
            return NoDraft("nothing in the memory is like it")
        wanted = _markup(message, message.msgid)
        for match in found:
            restated = _restated(match, message.msgid, self.facts)
            msgstr = repaired(message.msgid, restated, message.dialect).text if restated is not None else ""
            if msgstr and _markup(message, msgstr) == wanted:
                return Draft(msgstr, match.score, _detail(match, message.msgid))
        return NoDraft("what the memory holds has other markup or other numbers")


def _detail(match: Match, msgid: str) -> str:
    changed = difference(match.msgid, msgid)
    return f"match={match.score} source: {changed}" if changed else f"match={match.score}"


def _markup(message: Message, text: str) -> tuple[object, Counter[str]]:
    return skeleton(text, message.dialect, message.labels), variables(text, message.dialect)


class _Stated(NamedTuple):
    """A fact or a number of a source text."""

    text: str
    said: str
    """As the translation would write it."""


def _restated(match: Match, msgid: str, facts: Facts | None) -> str | None:
    """The translation with the facts and numbers of `msgid`; None where one has no certain place."""
    old, new = list(_stated(match.msgid, facts)), list(_stated(msgid, facts))
    if [each.text for each in old] == [each.text for each in new]:
        return match.msgstr
    if len(old) != len(new):
        return None
    changed: dict[str, str] = {}
    for before, after in zip(old, new, strict=True):
        if before.text != after.text:
            certain = _certain(before, after, match.msgstr, old)
            if certain is None:
                return None
            changed |= certain
    longest = sorted(changed, key=len, reverse=True)
    return re.sub("|".join(map(_alone, longest)), lambda found: changed[found[0]], match.msgstr)


def _stated(text: str, facts: Facts | None) -> Iterator[_Stated]:
    """Facts of a text, and numbers that belong to none, in order."""
    done = 0
    for span, said in facts.found(text, bare=True) if facts else ():
        yield from (_Stated(number, number) for number in CLOCK.findall(text[done : span.start]))
        yield _Stated(span.of(text), said or span.of(text))
        done = span.end
    yield from (_Stated(number, number) for number in CLOCK.findall(text[done:]))


def _certain(before: _Stated, after: _Stated, msgstr: str, old: Sequence[_Stated]) -> dict[str, str] | None:
    """What takes the place of what in a translation: the fact, or its numbers alone; None if that is not sure."""
    if _once(before.said, [each.said for each in old], msgstr):
        return {before.said: after.said}
    numbers, others = CLOCK.findall(before.said), CLOCK.findall(after.said)
    if len(numbers) != len(others) or CLOCK.sub("", before.said) != CLOCK.sub("", after.said):
        return None
    changed = {one: other for one, other in zip(numbers, others, strict=True) if one != other}
    there = [number for each in old for number in CLOCK.findall(each.said)]
    return changed if all(_once(number, there, msgstr) for number in changed) else None


def _once(said: str, stated: Sequence[str], msgstr: str) -> bool:
    """Tell whether something is stated once, and stands once in the translation."""
    return stated.count(said) == 1 and len(re.findall(_alone(said), msgstr)) == 1


def _alone(said: str) -> str:
    """A pattern that finds it where no further figures belong to it."""
    return rf"(?<!\d)(?<!\d[{SEPARATORS}:/]){re.escape(said)}(?![{SEPARATORS}:/]?\d)"
