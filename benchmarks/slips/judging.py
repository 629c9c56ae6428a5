"""What does `check` say of each slip and of each right message, and how many messages does it judge in a second?"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.findings import Pair, built
from benchmarks.slips.lists import Listed, Message, Slip, glossary
from i18n.check import Settings, Where, findings
from i18n.markdown.dialects import GFM
from i18n.model import Finding, Severity, Unit

FOOTNOTE = re.compile(r"\[(\^[^\]\s]+)\]")
Found = tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found in a list."""

    listed: Listed
    slips: Mapping[str, Found]
    """By the id of the slip: what its text draws and the right one does not."""
    right: Mapping[str, Found]
    """By the id of the slip or message: false alarms about its right text."""


def judged(listed: Listed) -> Judged:
    """Judge the right texts as one catalog, then the same with one slip after the other in it."""
    catalog = {each.id: _unit(each) for each in listed.texts}
    where = _where(listed)
    before = _found(catalog.values(), catalog.values(), where)
    slips = {}
    for slip in listed.slips:
        slipped = replace(catalog[slip.id], msgstr=slip.slipped)
        slips[slip.id] = _new(_found({**catalog, slip.id: slipped}.values(), [slipped], where), before)
    right = {id_: tuple(each for each in before if each.msgid == unit.msgid) for id_, unit in catalog.items()}
    return Judged(listed, slips, right)


def rate(lists: Sequence[Listed], seconds: float) -> tuple[float, float]:
    """Messages that the rules judge in a second of one processor, and the processor seconds it was measured for.

    Every round takes the messages apart once more, as for the first language of an article.
    """
    catalogs = [([_unit(each) for each in listed.texts], _where(listed)) for listed in lists]
    count, spent = 0, 0.0
    while not count or spent < seconds:
        begun = time.process_time()
        for units, where in catalogs:
            findings(units, replace(where, messages={}), Settings())
        spent += time.process_time() - begun
        count += sum(len(units) for units, _ in catalogs)
    return count / spent, spent


def _unit(each: Slip | Message) -> Unit:
    return Unit(each.source, each.right)


def _where(listed: Listed) -> Where:
    labels = dict.fromkeys(label for each in listed.texts for label in FOOTNOTE.findall(each.source))
    path = f"{listed.locale}.po"
    return Where(path, listed.locale, "en", GFM, labels=tuple(labels), glossary=glossary(listed.locale))


def _found(catalog: Iterable[Unit], compiled: Iterable[Unit], where: Where) -> Found:
    """What the rules say of a catalog, and a build of some of its messages about which no rule says an error."""
    found = findings(catalog, where, Settings())
    refused = {each.msgid for each in found if each.severity is Severity.ERROR}
    return (*found, *(each for unit in compiled if unit.msgid not in refused for each in _built(unit, where)))


def _built(unit: Unit, where: Where) -> Iterator[Finding]:
    for each in built(Pair(where.path, where.locale, unit, where.labels), where.dialect):
        yield replace(each, msgid=unit.msgid)


def _new(found: Found, before: Found) -> Found:
    """Those whose words, rule and message were not found before."""
    known = Counter(map(_said, before))
    new = []
    for each in found:
        if known[_said(each)]:
            known[_said(each)] -= 1
        else:
            new.append(each)
    return tuple(new)


def _said(found: Finding) -> tuple[str, str, str]:
    return found.rule, found.msgid, found.message
