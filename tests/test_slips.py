"""Are the lists of slips and right messages well-formed, and are their figures what the checks say?"""

from __future__ import annotations

import json
from collections import Counter

import pytest

from benchmarks.slips import slips
from benchmarks.slips.judging import judged
from benchmarks.slips.lists import (
    FURTHER,
    HELD_OUT,
    KINDS,
    OPEN,
    PARTS,
    SECOND,
    TUNED_BY,
    Listed,
    Message,
    Slip,
    glossary,
    lists,
)
from i18n.message.placeholders import PLACEHOLDER

LISTS = lists()
SLIPS = [slip for listed in LISTS for slip in listed.slips]
MESSAGES = [message for listed in LISTS for message in listed.messages]
TEXTS: list[Slip | Message] = [*SLIPS, *MESSAGES]


SIZES = {OPEN: (12, 30), HELD_OUT: (12, 30), SECOND: (20, 40)}
"""How many slips and right messages a language has, in the parts that have slips."""


def test_every_language_has_as_many_in_each_part_with_slips() -> None:
    counts = {(each.part, each.locale): (len(each.slips), len(each.messages)) for each in LISTS if each.part in SIZES}
    assert counts == {(part, locale): size for part, size in SIZES.items() for locale in PARTS[part]}


def test_the_further_part_has_as_many_right_messages_as_both_halves() -> None:
    assert sum(len(each.messages) for each in LISTS if each.part == FURTHER) == 300


def test_nothing_stands_there_twice() -> None:
    for of_all in ([each.id for each in TEXTS], [each.source for each in TEXTS], [each.slipped for each in SLIPS]):
        assert [one for one, count in Counter(of_all).items() if count > 1] == []


@pytest.mark.parametrize("part", SIZES)
def test_each_part_with_slips_has_every_kind(part: str) -> None:
    kinds = [slip.kind for listed in LISTS if listed.part == part for slip in listed.slips]
    assert set(kinds) == set(KINDS)


@pytest.mark.parametrize("text", TEXTS, ids=[each.id for each in TEXTS])
def test_placeholders_are_those_of_the_source(text: Slip | Message) -> None:
    translations = [text.right, text.slipped] if isinstance(text, Slip) else [text.right]
    there = [sorted(PLACEHOLDER.findall(each)) for each in (text.source, *translations)]
    assert all(each == there[0] for each in there)


@pytest.mark.parametrize("slip", SLIPS, ids=[each.id for each in SLIPS])
def test_a_slip_is_one_thing_wrong(slip: Slip) -> None:
    assert slip.slipped not in (slip.right, slip.source)
    assert all(text and text == text.strip() for text in (slip.source, slip.right, slip.slipped))


def test_every_slip_of_a_term_has_its_term_in_the_glossary() -> None:
    terms = [(each.locale, slip) for each in LISTS for slip in each.slips if slip.kind == "term"]
    assert [slip.id for locale, slip in terms if not glossary(locale).concerning(slip.source)] == []


def test_a_slip_is_found_by_what_its_right_text_does_not_draw() -> None:
    right = Message("a", "short", "Who is there?", "Wer ist da?")
    same = Slip("b", "name", "We met on the bridge.", "Wir trafen uns auf der Brücke.", "Wir trafen uns an der Brücke.")
    lost = Slip("c", "unit", "Pay [here](a.md).", "Zahlen Sie [hier](a.md).", "Zahlen Sie [hier](b.md).")
    found = judged(Listed(OPEN, "de", (same, lost), (right,)))
    assert [each.rule for each in found.slips["c"]] == ["links"]
    assert (found.slips["b"], found.right) == ((), {"a": (), "b": (), "c": ()})


def test_the_figures_add_up_in_both_forms() -> None:
    [said] = slips(0, as_json=True)
    figures = json.loads(said)
    for part, sizes in SIZES.items():
        of_part = figures["parts"][part]
        planted = sum(each["planted"] for kind in of_part["slips"].values() for each in kind.values())
        messages = sum(each["messages"] for each in of_part["right messages"].values())
        assert (planted, messages) == tuple(len(PARTS[part]) * each for each in sizes)
    shown = "\n" + "\n".join(slips(0, show=True))
    assert figures["parts"].keys() == PARTS.keys()
    for part, (planted, _) in SIZES.items():
        found = sum(each["found"] for kind in figures["parts"][part]["slips"].values() for each in kind.values())
        shown_of_part = shown.split(f"\n{part}: slips found")[1]
        [total] = [line for line in shown_of_part.split("right messages")[0].splitlines() if line.startswith("| all ")]
        assert total.split("|")[-2].strip() == f"{found} of {len(PARTS[part]) * planted}"
    assert figures["throughput"]["messages a second"] > 0


def test_nothing_held_out_is_named() -> None:
    shown = "\n".join(slips(0, show=True))
    named = [each.id for listed in LISTS if listed.part not in TUNED_BY for each in listed.texts if each.id in shown]
    assert named == []
