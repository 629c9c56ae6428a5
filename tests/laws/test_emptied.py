"""Whatever people and tools do to a catalog: only empty messages are offered a text, the last of a person, and once."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from i18n.catalog import emptied, origin
from i18n.catalog.merge import merge
from i18n.model import Catalog, Unit
from tests.catalog.strategies import some_text, units

NAMES = ("One boat", "Two boats", "Three boats leave")
steps = st.lists(
    st.tuples(
        st.sampled_from(("empty", "finish", "unsure", "draft", "accept", "gone", "reverse", "leave out")),
        st.sampled_from(NAMES),
        some_text,
    ),
    max_size=30,
)


def done(step: str, unit: Unit, text: str) -> Unit:
    """A message after a person, a machine or a tool was at it."""
    match step:
        case "empty":
            return replace(unit, msgstr="", fuzzy=False)
        case "finish":
            return replace(unit, msgstr=text, fuzzy=False)
        case "unsure":
            return replace(unit, msgstr=text, fuzzy=True)
        case "draft" if not unit.msgstr:
            return origin.mark(unit, text, "pseudo")
        case "accept" if unit.msgstr:
            return replace(unit, fuzzy=False)
    return unit


@given(steps)
def test_only_empty_messages_are_offered_the_last_text_of_a_person_and_once(acts: list[tuple[str, str, str]]) -> None:
    template = Catalog(units=tuple(Unit(name) for name in NAMES))
    catalog, known = template, ""
    last: dict[str, str] = {}
    offered: dict[str, set[str]] = {name: set() for name in NAMES}
    for step, name, text in acts:
        changed = tuple(done(step, unit, text) if unit.msgid == name else unit for unit in catalog.units)
        if step == "gone":
            changed = ()
        elif step == "leave out":
            changed = tuple(unit for unit in changed if unit.msgid != name)
        elif step == "reverse":
            template = Catalog(units=template.units[::-1])
        merged = merge(Catalog(units=changed), template).catalog.units
        out = emptied.restored(merged, known)
        for before, after in zip(merged, out.units, strict=True):
            if before.msgstr:
                assert after is before
                if origin.is_human(before):
                    last[before.msgid] = before.msgstr
            elif after is not before:
                assert after.msgstr == last[before.msgid]
                assert after.fuzzy
                assert after in out.offered
                assert after.msgstr not in offered[before.msgid]
                offered[before.msgid] = {after.msgstr}
            else:
                assert last.get(before.msgid) in {None, *offered[before.msgid]}
        catalog, known = Catalog(units=out.units), out.remembered
        again = merge(catalog, template).catalog.units
        assert emptied.restored(again, known) == emptied.Emptied(catalog.units, known)


@given(st.lists(units(), max_size=6, unique_by=lambda unit: unit.key))
def test_a_text_is_kept_as_it_is_and_what_is_remembered_is_read_as_it_was_written(found: list[Unit]) -> None:
    out = emptied.restored(tuple(found), "")
    assert out.units == tuple(found)
    assert emptied.serialize(emptied.parse(out.remembered)) == out.remembered
    blank = tuple(replace(unit, msgstr="", fuzzy=False) for unit in found)
    back = emptied.restored(blank, out.remembered)
    for before, after in zip(found, back.units, strict=True):
        if origin.is_human(before) and not before.obsolete and before.msgid_plural is None:
            assert (after.msgstr, after.fuzzy) == (before.msgstr, True)
            assert after.previous_msgid == before.previous_msgid
        elif not before.obsolete:
            assert after.msgstr == ""


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=3), st.lists, max_leaves=6))
def test_what_somebody_else_wrote_is_not_taken(row: object) -> None:
    for data in (json.dumps(row), json.dumps({"a": row}), str(row)):
        assert all(isinstance(text, emptied.Text) for text in emptied.parse(data).values())
