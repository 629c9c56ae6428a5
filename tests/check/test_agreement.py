"""Texts with several translations: laws of the groups, whatever the pages."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from i18n.check.agreement import Place, groups, noted
from i18n.model import Unit

TEXTS = st.sampled_from(["Open it.", "Close it now.", "Wait", "A b", "15 °C"])
WORDS = st.sampled_from(["eins zwei", "Eins  zwei", "drei vier", "fünf", ""])
PAGES = st.lists(st.dictionaries(TEXTS, st.tuples(WORDS, st.booleans()), max_size=4), max_size=6)


def units(page: dict[str, tuple[str, bool]]) -> list[Unit]:
    return [Unit(msgid, msgstr, fuzzy=fuzzy, line=at) for at, (msgid, (msgstr, fuzzy)) in enumerate(page.items(), 1)]


@given(PAGES)
def test_a_group_holds_all_finished_translations_of_a_text_and_two_of_them_differ(
    pages: list[dict[str, tuple[str, bool]]],
) -> None:
    wanted: defaultdict[str, defaultdict[str, set[Place]]] = defaultdict(lambda: defaultdict(set))
    for number, page in enumerate(pages):
        for unit in units(page):
            if unit.msgstr and not unit.fuzzy and " " in unit.msgid and unit.msgid != "15 °C":
                wanted[unit.msgid]["".join(unit.msgstr.lower().split())].add(Place(number, unit.line))
    expected = {frozenset(map(frozenset, by.values())) for by in wanted.values() if len(by) > 1}
    found = list(groups([noted(units(page)) for page in pages]))
    assert {frozenset(map(frozenset, group.places)) for group in found} == expected
    assert found == sorted(found, key=lambda group: group.other)
    for group in found:
        assert len(group.usual) == max(map(len, group.places))
        assert group.other not in group.usual


@given(PAGES)
def test_the_same_pages_say_the_same_and_equal_ones_nothing(pages: list[dict[str, tuple[str, bool]]]) -> None:
    notes = [noted(units(page)) for page in pages]
    assert list(groups(notes)) == list(groups(notes))
    assert list(groups(notes[:1] * 3)) == []


def test_contexts_plurals_and_waivers_are_not_noted() -> None:
    right = Unit("Open it.", "Öffnen")
    assert noted([right])
    for field, value in (("msgctxt", "menu"), ("obsolete", True), ("msgid_plural", "Open them."), ("fuzzy", True)):
        assert not noted([Unit(**{"msgid": "Open it.", "msgstr": "Öffnen", field: value})])  # type: ignore[arg-type]
    assert not noted([Unit("Open it.", "Öffnen", comments=("i18n-ignore: agreement",))])
