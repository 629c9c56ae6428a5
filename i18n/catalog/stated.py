"""Which facts does a message state, in the writing of the catalog's language? Its translator reads them above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from i18n.facts.dates import Date
from i18n.facts.finding import facts, written
from i18n.message.unparsed import prose
from i18n.model import Unit

LABEL = "facts: "
_BETWEEN = " · "


def stated(units: Iterable[Unit], source: str, target: str, traditions: Mapping[str, str]) -> tuple[Unit, ...]:
    """Units of a template with an extracted comment for those that state facts: `facts: 7. Februar 2019 · 1.240 kg`.

    Locales are canonical tags; `traditions` are as in `written`. What a person must write is not among them.
    """
    return tuple(
        _with(unit, line) if (line := said(unit.msgid, source, target, traditions)) else unit for unit in units
    )


def said(message: str, source: str, target: str, traditions: Mapping[str, str]) -> str:
    """The facts of a message as one line; empty if it states none."""
    found = facts(prose(message, numbers=True), source)
    bare = (fact.without_lead() if isinstance(fact, Date) and fact.lead else fact for fact in found)
    return _BETWEEN.join(dict.fromkeys(filter(None, (written(fact, target, traditions) for fact in bare))))


def _with(unit: Unit, line: str) -> Unit:
    return replace(unit, extracted=(*unit.extracted, LABEL + line))
