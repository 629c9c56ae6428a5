"""How does a draft write the facts of its source?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from i18n.facts.dates import Date, lead_written
from i18n.facts.finding import Fact, facts, written
from i18n.facts.scripture import Reference
from i18n.span import Characters, Span


@dataclass(frozen=True, slots=True)
class FactWriter:
    """Writes dates, times, amounts and references to scripture from one language in another one."""

    source: str
    """BCP 47."""
    target: str
    traditions: Mapping[str, str] = field(default_factory=dict)
    """By locale, the one in which it refers to scripture; the others have their default."""

    def found(self, text: str, *, bare: bool = False) -> Iterator[tuple[Span[Characters], str]]:
        """Facts of a text with their writing; a reference to a book without a name in the target stays as it is.

        `bare`: dates apart from their prepositions.
        """
        for fact in facts(text, self.source):
            if bare and isinstance(fact, Date) and fact.lead:
                yield from self._lead(fact)
                fact = fact.without_lead()
            if said := self._written(fact):
                yield fact.span, said
            elif isinstance(fact, Date) and fact.lead and (said := self._written(fact.without_lead())):
                yield fact.without_lead().span, said
            elif isinstance(fact, Reference):
                yield fact.span, ""

    def _lead(self, date: Date) -> Iterator[tuple[Span[Characters], str]]:
        if said := lead_written(date, self.target):
            yield Span(date.span.start, date.span.start + len(date.lead)), said

    def _written(self, fact: Fact) -> str:
        return written(fact, self.target, self.traditions)
