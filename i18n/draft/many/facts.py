"""How does a draft write the facts of its source?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from i18n.facts.dates import Date, lead_written
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
