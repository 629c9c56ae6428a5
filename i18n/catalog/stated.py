"""Which facts does a message state, in the writing of the catalog's language? Its translator reads them above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from i18n.facts.dates import Date
from i18n.facts.finding import facts, written
from i18n.facts.quotations import shown
from i18n.locales.quotations import Quotation, quotation
from i18n.message.unparsed import prose
from i18n.model import Unit

LABEL = "facts: "
_BETWEEN = " · "


def stated(
    units: Iterable[Unit], source: str, target: str, traditions: Mapping[str, str], quotes: Quotation | None = None
) -> tuple[Unit, ...]:
    """Units of a template with an extracted comment for those that state facts: `facts: 7. Februar 2019 · 1.240 kg`.

    Locales are canonical tags; `traditions` are as in `written`, `quotes` the house's own quotation marks. What a
    person must write is not among them.
    """
    marks = quotes or quotation(target)
    other = marks if marks != quotation(source) else None
    return tuple(
        _with(unit, line) if (line := said(unit.msgid, source, target, traditions, other)) else unit for unit in units
    )


def said(message: str, source: str, target: str, traditions: Mapping[str, str], marks: Quotation | None = None) -> str:
    """The facts of a message as one line, with the quotation marks to write if it quotes; empty if there are none."""
    text = prose(message, numbers=True)
    bare = (fact.without_lead() if isinstance(fact, Date) and fact.lead else fact for fact in facts(text, source))
    lines = [written(fact, target, traditions) for fact in bare]
    if marks is not None:
        lines.append(shown(text, marks))
    return _BETWEEN.join(dict.fromkeys(filter(None, lines)))


def _with(unit: Unit, line: str) -> Unit:
    return replace(unit, extracted=(*unit.extracted, LABEL + line))
