"""Which facts does a message state, in the writing of the catalog's language? Its translator reads them above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from i18n.facts.dates import Date, Days
from i18n.facts.finding import Fact, facts, written
from i18n.facts.quotations import EVERY, shown
from i18n.locales.quotations import Quotation, quotation
from i18n.message.unparsed import prose
from i18n.model import Unit
from i18n.numbers.digits import DIGIT

LABEL = "facts: "
_BETWEEN = " · "


class Stated(NamedTuple):
    """What a message states, whatever the language that is to write it."""

    text: str
    """Its prose."""
    facts: tuple[Fact, ...]
    """Dates among them are without the prepositions that the sentence has for them."""


def found(units: Iterable[Unit], source: str) -> dict[str, Stated]:
    """What messages state, by msgid, without those that have neither facts nor quotation marks.

    It is found once for all languages; `source` is a canonical tag.
    """
    texts = {unit.msgid for unit in units if DIGIT.search(unit.msgid) is not None or not EVERY.isdisjoint(unit.msgid)}
    return {text: _stated(prose(text, numbers=True), source) for text in texts}


def _stated(text: str, source: str) -> Stated:
    found = facts(text, source, whole=True)
    bare = (fact.without_lead() if isinstance(fact, Date | Days) and fact.lead else fact for fact in found)
    return Stated(text, tuple(bare))


def stated(
    units: Iterable[Unit],
    stating: Mapping[str, Stated],
    source: str,
    target: str,
    traditions: Mapping[str, str],
    quotes: Quotation | None = None,
) -> tuple[Unit, ...]:
    """Units of a template with an extracted comment for those that state facts: `facts: 7. Februar 2019 · 1.240 kg`.

    `stating` is what was `found` in them. Locales are canonical tags; `traditions` are as in `written`, `quotes` the
    house's own quotation marks. What a person must write is not among them.
    """
    marks = quotes or quotation(target)
    other = marks if marks != quotation(source) else None
    return tuple(
        _with(unit, line)
        if (one := stating.get(unit.msgid)) and (line := said(one, target, traditions, other))
        else unit
        for unit in units
    )


def said(one: Stated, target: str, traditions: Mapping[str, str], marks: Quotation | None = None) -> str:
    """What a message states as one line, with the quotation marks to write if it quotes; empty if there is nothing."""
    lines = [written(fact, target, traditions) for fact in one.facts]
    if marks is not None:
        lines.append(shown(one.text, marks))
    return _BETWEEN.join(dict.fromkeys(filter(None, lines)))


def _with(unit: Unit, line: str) -> Unit:
    return replace(unit, extracted=(*unit.extracted, LABEL + line))
