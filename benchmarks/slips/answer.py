"""How are slips found, false alarms and the precision of rules shown? As tables, or as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from benchmarks.slips.judging import Judged, judged, rate
from benchmarks.slips.lists import KINDS, PARTS, TUNED_BY, lists
from benchmarks.table import table
from i18n.model import Finding, Severity

Figures = Mapping[str, Any]
SEVERITIES = tuple(each.value for each in Severity)


def slips(seconds: float, *, as_json: bool = False, show: bool = False) -> Iterator[str]:
    """Judge all parts; yields the figures of each, and the throughput of the rules.

    `show` names what is missed and what is a false alarm, but of what is held out: nobody tunes by that.
    """
    all_lists = lists()
    judgements = [judged(each) for each in all_lists]
    parts = {part: [each for each in judgements if each.listed.part == part] for part in PARTS}
    figures = {part: _figures(of_part) for part, of_part in parts.items()}
    speed, spent = rate(all_lists, seconds)
    if as_json:
        throughput = {"messages a second": round(speed), "processor seconds": round(spent, 2)}
        yield json.dumps({"parts": figures, "throughput": throughput}, indent=2, ensure_ascii=False)
        return
    for part, of_part in figures.items():
        yield from _tables(part, of_part)
    yield "all: what each rule found"
    yield _rule_table(_of_rules(judgements))
    for part in TUNED_BY if show else ():
        yield "\n".join(_missed(part, parts[part]))
        yield "\n".join(_alarms(part, parts[part]))
    yield f"The rules judge {speed:,.0f} messages a second on one processor ({spent:.1f} processor seconds)."


def _figures(judgements: Sequence[Judged]) -> Figures:
    return {
        "slips": {kind: {each.listed.locale: _of_kind(each, kind) for each in judgements} for kind in KINDS},
        "right messages": {each.listed.locale: _of_messages(each) for each in judgements},
        "rules": _of_rules(judgements),
    }


def _of_kind(of_list: Judged, kind: str) -> Mapping[str, int]:
    ids = [slip.id for slip in of_list.listed.slips if slip.kind == kind]
    return {"planted": len(ids), "found": sum(bool(of_list.slips[id_]) for id_ in ids)}


def _of_messages(of_list: Judged) -> Mapping[str, int]:
    """How many messages there are, and about how many of them there is a finding of each severity."""
    messages = of_list.listed.messages
    alarms = Counter(severity for each in messages for severity in _severities(of_list.right[each.id]))
    return {"messages": len(messages), **{each: alarms[each] for each in SEVERITIES}}


def _severities(found: Iterable[Finding]) -> set[str]:
    return {each.severity.value for each in found}


def _of_rules(judgements: Iterable[Judged]) -> Mapping[str, Mapping[str, int]]:
    """By rule: in how many slips it found something, and in how many right texts, those of the slips among them."""
    true: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for each in judgements:
        true.update(rule for found in each.slips.values() for rule in _rules(found))
        false.update(rule for found in each.right.values() for rule in _rules(found))
    return {rule: {"slips": true[rule], "false alarms": false[rule]} for rule in sorted(true | false)}


def _rules(found: Iterable[Finding]) -> set[str]:
    return {each.rule for each in found}


def _tables(part: str, figures: Figures) -> Iterator[str]:
    by_kind = {kind: _by_locale(of_kind) for kind, of_kind in figures["slips"].items()}
    every = {locale: _sum(each[locale] for each in by_kind.values()) for locale in PARTS[part]}
    rows = [
        (kind, *_shares(of_kind)) for kind, of_kind in {**by_kind, "all": every}.items() if _sum(of_kind.values())[1]
    ]
    yield f"{part}: slips found, of those planted"
    yield table(("kind", *PARTS[part], "all"), rows)
    yield f"{part}: right messages with a finding, in 100"
    yield table(("language", "messages", *SEVERITIES), _alarm_rows(figures["right messages"]))
    yield f"{part}: what each rule found"
    yield _rule_table(figures["rules"])


def _rule_table(rules: Mapping[str, Mapping[str, int]]) -> str:
    return table(("rule", "slips", "false alarms", "precision"), (_rule_row(*each) for each in rules.items()))


def _by_locale(of_kind: Mapping[str, Mapping[str, int]]) -> dict[str, tuple[int, int]]:
    return {locale: (counts["found"], counts["planted"]) for locale, counts in of_kind.items()}


def _sum(counts: Iterable[tuple[int, int]]) -> tuple[int, int]:
    found, planted = zip(*counts, strict=True)
    return sum(found), sum(planted)


def _shares(by_locale: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    for found, planted in (*by_locale.values(), _sum(by_locale.values())):
        yield f"{found} of {planted}" if planted else ""


def _alarm_rows(by_locale: Mapping[str, Mapping[str, int]]) -> Iterator[tuple[str, ...]]:
    total: Counter[str] = Counter()
    for counts in by_locale.values():
        total.update(counts)
    for locale, of_locale in {**by_locale, "all": total}.items():
        share = (f"{100 * of_locale[each] / of_locale['messages']:.1f}" for each in SEVERITIES)
        yield (locale, str(of_locale["messages"]), *share)


def _rule_row(rule: str, counts: Mapping[str, int]) -> tuple[str, ...]:
    true, false = counts["slips"], counts["false alarms"]
    return rule, str(true), str(false), f"{true / (true + false):.2f}"


def _missed(part: str, judgements: Iterable[Judged]) -> Iterator[str]:
    yield f"{part}: slips that are not found"
    for each in judgements:
        for slip in each.listed.slips:
            if not each.slips[slip.id]:
                yield f"- {slip.id} {slip.kind}: {slip.slipped}"


def _alarms(part: str, judgements: Iterable[Judged]) -> Iterator[str]:
    yield f"{part}: false alarms"
    for each in judgements:
        for id_, found in each.right.items():
            yield from (f"- {id_} {one.rule} ({one.severity.value}): {one.message}" for one in found)
