"""What is written in a language is read there as the same fact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.facts import amounts, dates
from i18n.facts.amounts import Amount
from i18n.facts.dates import Date
from i18n.facts.scripture import Reference, references, traditions, written
from i18n.facts.scripture.reference import Passage, Verse
from i18n.facts.scripture.table import chapters, notation, verses
from i18n.span import Characters, Span

WITH_BOOKS = "en de es ko ar ar-EG pt-BR fr it nl ru uk sw hi fa zh-Hans zh-Hant zh-TW de-AT es-MX".split()
NOWHERE: Span[Characters] = Span(0, 0)


@st.composite
def passages(draw: st.DrawFn, book: str) -> tuple[Passage, ...]:
    chapter = draw(st.integers(1, chapters(book)))
    numbers = sorted(draw(st.sets(st.integers(1, verses(book)[chapter - 1]), min_size=1, max_size=3)))
    at = 0 if chapters(book) == 1 else chapter
    found = [Passage(Verse(at, str(number))) for number in numbers]
    match draw(st.sampled_from(("alone", "range", "half", "next", "following"))):
        case "range" if numbers[-1] < verses(book)[chapter - 1]:
            found[-1] = Passage(found[-1].first, Verse(at, str(verses(book)[chapter - 1])))
        case "half":
            found[-1] = Passage(Verse(at, f"{numbers[-1]}a"))
        case "next" if numbers[-1] < verses(book)[chapter - 1]:
            found[-1] = Passage(Verse(at, f"{numbers[-1]}f"))
        case "following":
            found[-1] = Passage(Verse(at, f"{numbers[-1]}ff"))
    return tuple(found)


@pytest.mark.parametrize("tag", WITH_BOOKS)
@given(data=st.data())
def test_a_reference_is_read_as_it_is_written(tag: str, data: st.DataObject) -> None:
    known = notation(tag)
    assert known is not None
    book = data.draw(st.sampled_from(sorted(known.names)))
    tradition = data.draw(st.sampled_from(("", *traditions(tag))))
    reference = Reference(NOWHERE, book, data.draw(passages(book)))
    text = written(reference, tag, tradition)
    assert text or any(first.verse.endswith("ff") for first, _ in reference.passages)
    said = f"({text})"
    found = list(references(said, tag))
    assert [one.span.of(said) for one in found] == [text] * bool(text)
    assert all(one.same(reference) for one in found)


@pytest.mark.parametrize("tag", "en de es ko ar ar-EG pt-BR fr it nl ru zh ja ca".split())
@given(year=st.integers(1000, 2999) | st.just(0), month=st.integers(1, 12), day=st.integers(1, 28))
def test_a_day_is_read_as_it_is_written(tag: str, year: int, month: int, day: int) -> None:
    date = Date(NOWHERE, year, month, day)
    text = dates.written(date, tag)
    found = list(dates.dates(text, tag))
    assert [one.same(date) for one in found] == [True], text


@pytest.mark.parametrize("tag", "en de es es-MX ko ar ar-EG pt-BR pt-PT fr it ru hi fa".split())
@given(
    whole=st.integers(0, 10**9),
    fraction=st.from_regex(r"[0-9]{0,3}", fullmatch=True),
    unit=st.sampled_from([" kg", " km"]),
)
def test_an_amount_is_read_as_it_is_written(tag: str, whole: int, fraction: str, unit: str) -> None:
    amount = Amount(NOWHERE, str(whole), fraction, grouped=True, unit=unit)
    text = amounts.written(amount, tag)
    found = list(amounts.amounts(text, tag))
    assert [one.same(amount) for one in found] == [True], text
