"""Laws of merging a catalog with its template."""

from __future__ import annotations

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.catalog.codec import parse, serialize
from i18n.catalog.merge import merge, share
from i18n.catalog.origin import is_human, is_untouched_draft, mark
from i18n.catalog.urls import masked
from i18n.model import Catalog, Reference, Unit

WORDS = "the village waited for clean water and a road from market to school 村人 水 **now** [map](a.md) http://b.org/c".split()
msgids = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join),
    st.lists(st.sampled_from([*WORDS, " ", "\n"]), min_size=5, max_size=9)
    .map(" ".join)
    .filter(lambda text: text.strip()),
)
contexts = st.sampled_from([None, None, None, "menu"])
human_comments = st.lists(st.sampled_from(["ask Maria", "i18n-ignore: numbers"]), max_size=2, unique=True).map(tuple)


@st.composite
def units(draw: st.DrawFn) -> Unit:
    unit = Unit(draw(msgids), msgctxt=draw(contexts), comments=draw(human_comments), extracted=("paragraph",))
    kind = draw(st.sampled_from(["empty", "draft", "accepted", "human", "fuzzy", "was", "obsolete"]))
    if kind == "empty":
        return unit
    msgstr = "T " + draw(st.integers(0, 10**6)).__str__() + " " + unit.msgid[::-1]
    if kind in ("draft", "accepted"):
        return dataclasses.replace(mark(unit, msgstr, "apertium"), fuzzy=kind == "draft")
    return dataclasses.replace(
        unit,
        msgstr=msgstr,
        fuzzy=kind in ("fuzzy", "was"),
        previous_msgid=draw(msgids) if kind == "was" else None,
        obsolete=kind == "obsolete",
        extracted=() if kind == "obsolete" else unit.extracted,
    )


def by_key(unit: Unit) -> object:
    return unit.key


catalogs = st.lists(units(), max_size=8, unique_by=by_key).map(
    lambda found: Catalog(units=tuple(sorted(found, key=lambda unit: unit.obsolete)))
)
templates = st.lists(
    st.builds(
        Unit, msgids, msgctxt=contexts, extracted=st.just(("list item",)), references=st.just((Reference("a.md"),))
    ),
    max_size=8,
    unique_by=by_key,
).map(lambda found: Catalog(units=tuple(found)))


@st.composite
def edits(draw: st.DrawFn) -> tuple[Catalog, Catalog]:
    """A catalog and a template that was made of it by moving, editing, adding and taking away messages."""
    old = draw(catalogs)
    new = []
    for unit in draw(st.permutations(old.units)):
        action = draw(st.sampled_from(["keep", "keep", "edit", "space", "drop", "context"]))
        msgid, context = unit.msgid, unit.msgctxt
        if action == "edit":
            words = msgid.split(" ")
            words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(WORDS))
            msgid = " ".join(words)
        elif action == "space":
            msgid = msgid.replace(" ", "  ", 1)
        elif action == "context":
            context = "nav"
        if action != "drop" and msgid.strip():
            new.append(Unit(msgid, msgctxt=context, extracted=("list item",)))
    added = draw(templates)
    unique = {unit.key: unit for unit in (*new, *added.units)}
    return old, Catalog(units=tuple(unique.values()))


both = st.one_of(st.tuples(catalogs, templates), edits())


@given(both)
@settings(max_examples=150)
def test_no_text_of_a_person_is_lost(case: tuple[Catalog, Catalog]) -> None:
    old, new = case
    there = {masked(unit.msgstr) for unit in merge(old, new).catalog.units}
    for unit in old.units:
        assert not is_human(unit) or masked(unit.msgstr) in there


@given(both)
def test_no_comment_of_a_person_is_lost_beside_a_text(case: tuple[Catalog, Catalog]) -> None:
    old, new = case
    result = merge(old, new).catalog.units
    for unit in old.units:
        if is_human(unit):
            holders = [kept for kept in result if masked(kept.msgstr) == masked(unit.msgstr)]
            human = {comment for comment in unit.comments if not comment.startswith("draft: ")}
            assert any(human <= set(kept.comments) for kept in holders)


@given(both)
@settings(max_examples=150)
def test_merging_again_changes_nothing(case: tuple[Catalog, Catalog]) -> None:
    old, new = case
    once = merge(old, new).catalog
    again = merge(once, new)
    assert again.catalog == once
    assert (again.added, again.changed, again.obsolete, again.revived) == (0, 0, 0, 0)


@given(both)
def test_the_messages_are_those_of_the_template_in_its_order(case: tuple[Catalog, Catalog]) -> None:
    old, new = case
    result = merge(old, new).catalog.units
    active = [unit for unit in result if not unit.obsolete]
    assert [unit.key for unit in active] == [unit.key for unit in new.units]
    assert [(unit.extracted, unit.references) for unit in active] == [
        (unit.extracted, unit.references) for unit in new.units
    ]
    assert all(unit.obsolete for unit in result[len(active) :])
    assert len({unit.key for unit in result}) == len(result)


@given(both)
def test_an_equal_message_keeps_its_text_and_state(case: tuple[Catalog, Catalog]) -> None:
    old, new = case
    before = {unit.key: unit for unit in old.units}
    for unit in merge(old, new).catalog.units[: len(new.units)]:
        if (same := before.get(unit.key)) is not None:
            assert (unit.msgstr, unit.fuzzy, unit.previous_msgid) == (same.msgstr, same.fuzzy, same.previous_msgid)


@given(both)
def test_a_changed_message_is_finished_only_if_a_person_finished_it(case: tuple[Catalog, Catalog]) -> None:
    old, new = case
    finished = {masked(unit.msgstr) for unit in old.units if not unit.fuzzy}
    for unit in merge(old, new).catalog.units:
        assert unit.fuzzy or masked(unit.msgstr) in finished or not unit.msgstr


@given(both)
def test_a_text_of_a_person_never_passes_for_a_draft_and_a_draft_never_for_a_persons(
    case: tuple[Catalog, Catalog],
) -> None:
    old, new = case
    drafts = {masked(unit.msgstr) for unit in old.units if is_untouched_draft(unit)}
    for unit in merge(old, new).catalog.units:
        if unit.msgstr:
            assert is_untouched_draft(unit) == (masked(unit.msgstr) in drafts)


@given(both)
def test_every_message_is_counted_once(case: tuple[Catalog, Catalog]) -> None:
    old, new = case
    result = merge(old, new)
    assert result.added + result.changed + result.revived + result.unchanged == len(new.units)
    assert share(new, result.catalog) == (1 if new.units else 0)


@given(both)
def test_a_merged_catalog_survives_writing_and_reading(case: tuple[Catalog, Catalog]) -> None:
    old, new = case
    once = dataclasses.replace(merge(old, new).catalog, headers=(("Language", "de"),))
    read = parse(serialize(once))
    assert [dataclasses.replace(unit, line=0) for unit in read.units] == list(once.units)
    assert merge(read, new).catalog == read
