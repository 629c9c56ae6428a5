"""How does the translation memory draft a message?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from i18n.draft.many.difference import difference
from i18n.draft.one.strategy import Draft, Message, NoDraft, Verdict
from i18n.memory import Match, Memory
from i18n.message.emphasis import repaired
from i18n.message.held import variables
from i18n.message.skeleton import skeleton
from i18n.numbers.digits import CLOCK

NAME = "memory"
"""What the configuration and the comment of a draft call it."""


@dataclass(frozen=True, slots=True)
class MemoryStep:
    """The translation memory of a run: what it holds, and when it is asked."""

    memory: Memory
    minimum: int = 75
    """Least similarity, 0-100."""
    after: frozenset[str] = frozenset()
    """Names of the engines that are asked before it."""

    def recall(self, message: Message, article: str, msgctxt: str | None = None) -> Verdict:
        """Take the best match whose markup is that of the message.

        A number that differs between the message and the match is carried over if it has one place only; otherwise
        the match does not count. The detail of a draft is `match=87`, and how its message differs.
        """
        found = self.memory.matches(message.msgid, self.minimum, article=article, msgctxt=msgctxt)
        if not found:
            return NoDraft("nothing in the memory is like it")
        wanted = _markup(message, message.msgid)
        for match in found:
            renumbered = _renumbered(match, message.msgid)
            msgstr = repaired(message.msgid, renumbered, message.dialect).text if renumbered is not None else ""
            if msgstr and _markup(message, msgstr) == wanted:
                return Draft(msgstr, match.score, _detail(match, message.msgid))
        return NoDraft("what the memory holds has other markup or other numbers")


def _detail(match: Match, msgid: str) -> str:
    changed = difference(match.msgid, msgid)
    return f"match={match.score} source: {changed}" if changed else f"match={match.score}"


def _markup(message: Message, text: str) -> tuple[object, Counter[str]]:
    return skeleton(text, message.dialect, message.labels), variables(text, message.dialect)


def _renumbered(match: Match, msgid: str) -> str | None:
    """The translation with the numbers of `msgid`; None where one has no certain place."""
    old, new = CLOCK.findall(match.msgid), CLOCK.findall(msgid)
    if old == new:
        return match.msgstr
    if len(old) != len(new):
        return None
    there = CLOCK.findall(match.msgstr)
    changed = {before: after for before, after in zip(old, new, strict=True) if before != after}
    if any(old.count(number) != 1 or there.count(number) != 1 for number in changed):
        return None
    return CLOCK.sub(lambda found: changed.get(found[0], found[0]), match.msgstr)
