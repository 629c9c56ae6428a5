"""Laws of carrying translations over to an article that is cut into messages by other rules."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.catalog import formats
from i18n.catalog.carrying import carried
from i18n.catalog.cutting import cut
from i18n.catalog.merge import merge
from i18n.catalog.origin import is_human, is_reviewed, is_untouched_draft, mark, review
from i18n.model import Catalog, Unit
from i18n.words.folding import single_spaced

MARKS = formats.marks("1") or re.compile("")
WORDS = "village water road market school 村人 now [map](a.md) `x`".split()
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
inner = st.sampled_from(["\n", "\\\n", "\n\n", " | ", " --- | --- ", "\n=== ", " ::: ", " "])
edges = st.sampled_from(["", "", "", "| ", "::box ", "{: .a} "]), st.sampled_from(["", "", "", " |", " ^", " ::"])
states = st.sampled_from(["empty", "draft", "accepted", "finished", "reviewed", "fuzzy", "was", "unlike"])


@st.composite
def messages(draw: st.DrawFn, article: list[str]) -> list[str]:
    """Cut the texts of an article into messages, with marks between and around."""
    cuts = draw(st.lists(st.booleans(), min_size=len(article), max_size=len(article)))
    made: list[str] = []
    for text, new in zip(article, cuts, strict=True):
        if new or not made:
            made.append(draw(edges[0]) + text)
        else:
            made[-1] += draw(inner) + text
    return list(dict.fromkeys(message + draw(edges[1]) for message in made))


def translated(text: str, number: int) -> str:
    return " ".join(f"{word[::-1]}{number}" for word in text.split())


def translation(msgid: str, number: int) -> str:
    found = cut(msgid, MARKS)
    return found.marks[0] + "".join(
        translated(text, number) + mark for text, mark in zip(found.texts, found.marks[1:], strict=True)
    )


def unit(msgid: str, state: str, number: int) -> Unit:
    empty = Unit(msgid, comments=(f"ask {number}",), flags=(f"max-length:{number}",), extracted=("paragraph",))
    msgstr = translation(msgid, number)
    match state:
        case "empty":
            return empty
        case "draft" | "accepted":
            return dataclasses.replace(mark(empty, msgstr, "apertium"), fuzzy=state == "draft")
        case "reviewed":
            return review(dataclasses.replace(empty, msgstr=msgstr), "Kim")
        case "unlike":
            return dataclasses.replace(empty, msgstr=f"| {msgstr} |")
    was = "what it was" if state == "was" else None
    return dataclasses.replace(empty, msgstr=msgstr, fuzzy=state in ("fuzzy", "was"), previous_msgid=was)


@st.composite
def readings(draw: st.DrawFn) -> tuple[Catalog, Catalog]:
    """A catalog, and a template of the same article by other rules; some texts may have changed meanwhile."""
    article = draw(st.lists(texts, min_size=1, max_size=6))
    old = [unit(msgid, draw(states), at) for at, msgid in enumerate(draw(messages(article)))]
    edited = [draw(texts) if draw(st.integers(0, 5)) == 0 else text for text in article]
    new = draw(messages(edited))
    gone = [Unit("gone " + draw(texts), "weg", obsolete=True)] if draw(st.booleans()) else []
    return Catalog(units=(*old, *gone)), Catalog(units=tuple(Unit(msgid, extracted=("cell",)) for msgid in new))


def finished(unit: Unit) -> bool:
    return bool(unit.msgstr) and not unit.fuzzy and not unit.obsolete


def pieces(msgstr: str) -> set[str]:
    return {single_spaced(text) for text in cut(msgstr, MARKS).texts}


def words(msgstr: str) -> set[str]:
    return {word for text in cut(msgstr, MARKS).texts for word in text.split()}


@given(readings())
@settings(max_examples=400)
def test_what_is_finished_says_in_every_word_what_its_message_says(case: tuple[Catalog, Catalog]) -> None:
    old, new = case
    before = {each.key for each in old.units}
    for each in carried(old, new, MARKS).catalog.units:
        if each.key not in before and finished(each):
            says = [word.rstrip("0123456789")[::-1] for text in cut(each.msgstr, MARKS).texts for word in text.split()]
            assert says == cut(each.msgid, MARKS).folded().split()


@given(readings())
@settings(max_examples=400)
def test_no_text_of_a_person_is_lost(case: tuple[Catalog, Catalog]) -> None:
    old, new = case
    units = merge(carried(old, new, MARKS).catalog, new).catalog.units
    there = {each.msgstr for each in units}
    parts = [text for each in units for text in cut(each.msgstr, MARKS).texts]
    for each in filter(is_human, old.units):
        spaced = [single_spaced(part) for part in parts]
        assert each.msgstr in there or all(any(piece in part for part in spaced) for piece in pieces(each.msgstr))


@given(readings())
@settings(max_examples=400)
def test_states_stay(case: tuple[Catalog, Catalog]) -> None:
    old, new = case
    words_of: defaultdict[str, set[str]] = defaultdict(set)
    for each in old.units:
        state = "draft" if is_untouched_draft(each) else "finished" if finished(each) else "other"
        words_of[state].update(words(each.msgstr))
        if is_reviewed(each):
            words_of["reviewed"].update(words(each.msgstr))
    before = {each.key for each in old.units}
    for each in carried(old, new, MARKS).catalog.units:
        if each.key in before or not each.msgstr:
            continue
        assert not finished(each) or words(each.msgstr) <= words_of["finished"]
        assert is_untouched_draft(each) == (words(each.msgstr) <= words_of["draft"])
        assert not is_reviewed(each) or words(each.msgstr) <= words_of["reviewed"]


@given(readings())
@settings(max_examples=200)
def test_what_a_person_noted_goes_with_the_text(case: tuple[Catalog, Catalog]) -> None:
    old, new = case
    units = merge(carried(old, new, MARKS).catalog, new).catalog.units
    for at, each in enumerate(old.units):
        if is_human(each) and not each.obsolete:
            holders = [kept for kept in units if f"ask {at}" in kept.comments and f"max-length:{at}" in kept.flags]
            assert holders
            assert any(set(kept.msgstr.split()) & set(each.msgstr.split()) for kept in holders)


@given(readings())
@settings(max_examples=200)
def test_once_is_enough(case: tuple[Catalog, Catalog]) -> None:
    old, new = case
    once = merge(carried(old, new, MARKS).catalog, new).catalog
    assert carried(once, new, MARKS).catalog == once
    assert carried(old, old, MARKS).catalog == old
    assert carried(old, new, None).catalog == old


@given(readings())
@settings(max_examples=200)
def test_keys_stay_unique_and_what_the_template_has_stays_as_it_is(case: tuple[Catalog, Catalog]) -> None:
    old, new = case
    result = carried(old, new, MARKS)
    keys = [each.key for each in result.catalog.units]
    assert len(set(keys)) == len(keys)
    wanted = {each.key for each in new.units}
    assert [each for each in old.units if each.key in wanted or each.obsolete] == [
        each for each in result.catalog.units if each in old.units and (each.key in wanted or each.obsolete)
    ]
    added = [each for each in result.catalog.units if each not in old.units]
    assert len(added) == result.kept + result.offered
    assert all(each.key in wanted for each in added)


@given(st.lists(texts, min_size=1, max_size=6).flatmap(messages))
@settings(max_examples=200)
def test_marks_and_texts_are_the_message(msgids: list[str]) -> None:
    for msgid in msgids:
        found = cut(msgid, MARKS)
        assert "".join(itertools.chain(*itertools.zip_longest(found.marks, found.texts, fillvalue=""))) == msgid
        assert all(text == text.strip() != "" for text in found.texts)
