"""How does a draft write the facts of its source?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from i18n.facts.dates import Date, Days, is_ordered, lead_written, unsure
from i18n.facts.finding import Fact, facts, written
from i18n.facts.quotations import EVERY, requoted
from i18n.facts.scripture import Reference
from i18n.locales.quotations import Quotation, quotation
from i18n.span import Characters, Span

_STRAIGHT = frozenset("\"'")


@dataclass(frozen=True, slots=True)
class FactWriter:
    """Writes dates, times, amounts, references and quotation marks from one language in another one."""

    source: str
    """BCP 47."""
    target: str
    traditions: Mapping[str, str] = field(default_factory=dict)
    """By locale, the one in which it refers to scripture; the others have their default."""
    quotes: Quotation | None = None
    """The house's quotation marks; None: those of CLDR."""

    def found(self, text: str, *, bare: bool = False) -> Iterator[tuple[Span[Characters], str]]:
        """Facts of a text with their writing, in order; what a person must write stays as it is.

        `bare`: dates apart from their prepositions, and from the dates that they are joined to.
        """
        stated = [found for fact in facts(text, self.source, whole=True) for found in self._fact(fact, bare=bare)]
        stays = ((span, "") for span, are_digits in unsure(text, self.source) if are_digits)
        yield from sorted((*stated, *stays), key=lambda found: found[0])

    def unsure(self, text: str, draft: str) -> Iterator[str]:
        """What a person should look at in a draft, by the ids of notes: references and dates that may be wrong."""
        stating = facts(text, self.source)
        if any(isinstance(fact, Reference) and not self._written(fact) for fact in stating):
            yield "references"
        days = [fact for fact in stating if isinstance(fact, Date | Days)]
        doubtful = [span for span, _ in unsure(text, self.source) if not is_ordered(span.of(text))]
        if doubtful or not all(self._stands(fact, draft) for fact in days):
            yield "dates"

    def _stands(self, fact: Date | Days, draft: str) -> bool:
        """Whether a draft has a date as its language writes it, with or without a preposition."""
        alone = fact.without_lead()
        ways = (self._written(fact), self._written(alone._replace(inside=False) if isinstance(alone, Date) else alone))
        if any(said and said.casefold() in draft.casefold() for said in ways):
            return True
        return isinstance(fact, Days) and self._stands(fact.first, draft) and self._stands(fact.last, draft)

    def _fact(self, fact: Fact, *, bare: bool) -> Iterator[tuple[Span[Characters], str]]:
        if bare and isinstance(fact, Days) and fact.are_apart:
            yield from self._fact(fact.first, bare=True)
            yield from self._fact(fact.last, bare=True)
            return
        if bare and isinstance(fact, Date) and fact.lead:
            yield from self._lead(fact)
            fact = _open(fact)
        if said := self._written(fact):
            yield fact.span, said
        elif isinstance(fact, Date | Days) and fact.lead and (said := self._written(_open(fact))):
            yield _open(fact).span, said
        elif isinstance(fact, Reference):
            yield fact.span, ""

    def quoted(self, text: str) -> str:
        """A text of a draft with the target's quotation marks, where it has the source's; with a house's own, always.

        Straight marks stay in languages that mark as the source does.
        """
        ours, theirs = quotation(self.source), self.quotes or quotation(self.target)
        replaced = EVERY if self.quotes else frozenset(ours) | (_STRAIGHT if ours != theirs else frozenset())
        return requoted(text, theirs, self.target, replaced)

    def _lead(self, date: Date) -> Iterator[tuple[Span[Characters], str]]:
        if said := lead_written(date, self.target):
            yield Span(date.span.start, date.span.start + len(date.lead)), said

    def _written(self, fact: Fact) -> str:
        return written(fact, self.target, self.traditions)


def _open(fact: Date | Days) -> Date | Days:
    """A date after a preposition that the engine words; which form a month has there depends on the sentence."""
    alone = fact.without_lead()
    return alone._replace(inside=alone.inside or not alone.day) if isinstance(alone, Date) else alone
