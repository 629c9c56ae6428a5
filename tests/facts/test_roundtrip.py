"""What is written in a language is read there as the same fact."""

from __future__ import annotations

import datetime
import re
from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from i18n.facts import amounts, dates
from i18n.facts.amounts import Amount
from i18n.facts.dates import Date, Days
from i18n.facts.scripture import Reference, references, traditions, written
from i18n.facts.scripture.reference import Passage, Verse
from i18n.facts.scripture.table import chapters, notation, verses
from i18n.numbers.digits import western
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


WITH_DATES = "de es es-MX ko ar ar-EG pt-BR pt-PT fr it nl ru uk hi sw zh zh-Hant ja ca".split()
DAYS = st.tuples(st.integers(1000, 2999) | st.just(0), st.integers(1, 12), st.integers(1, 28))


@pytest.mark.parametrize("tag", ["en", *WITH_DATES])
@given(day=DAYS, capital=st.booleans(), inside=st.booleans(), lead=st.sampled_from(["", "on", "from", "to"]))
def test_a_day_is_read_as_it_is_written(
    tag: str, day: tuple[int, int, int], capital: bool, inside: bool, lead: str
) -> None:
    date = Date(NOWHERE, *day, lead="" if tag == "en" else lead, capital=capital, inside=inside)
    text = dates.written(date, tag)
    found = list(dates.dates(text, tag))
    assert [one.same(date) for one in found] == [True], text


@pytest.mark.parametrize("tag", ["en", *WITH_DATES])
@given(day=DAYS.filter(lambda day: day[0] > 0), capital=st.booleans(), lead=st.sampled_from(["", "on"]))
def test_a_weekday_is_read_with_its_day(tag: str, day: tuple[int, int, int], capital: bool, lead: str) -> None:
    weekday = datetime.date(*day).weekday()
    text = dates.written(Date(NOWHERE, *day, weekday, "" if tag == "en" else lead, capital), tag)
    found = list(dates.dates(text, tag))
    assert [one.same(Date(NOWHERE, *day)) for one in found] == [True], text
    others = ((weekday + 1) % 7, (weekday + 6) % 7)
    assert not any(dates.written(Date(NOWHERE, *day, other), tag) for other in others)


@pytest.mark.parametrize("tag", ["en", *WITH_DATES])
@given(first=DAYS, last=DAYS, capital=st.booleans())
def test_days_are_read_as_they_are_written(
    tag: str, first: tuple[int, int, int], last: tuple[int, int, int], capital: bool
) -> None:
    assume(first[1:] < last[1:])
    one, other = Date(NOWHERE, 0, *first[1:]), Date(NOWHERE, *last)
    days = Days(NOWHERE, one, other, capital=capital)
    text = dates.days_written(days, tag)
    found = list(dates.dates(text, tag))
    assert [found_.same(days) for found_ in found] == [True], text


@pytest.mark.parametrize("tag", WITH_DATES)
@given(first=DAYS, last=DAYS, lead=st.sampled_from(["from", "between"]))
def test_days_in_words_name_each_number_once(
    tag: str, first: tuple[int, int, int], last: tuple[int, int, int], lead: str
) -> None:
    assume(first[1:] < last[1:])
    days = Days(NOWHERE, Date(NOWHERE, 0, *first[1:]), Date(NOWHERE, *last), lead)
    text = western(dates.days_written(days, tag))
    numbers = re.findall(r"\d+", text)
    in_words = [str(number) for number in (first[2], last[2], last[0]) if number]
    months = [str(one[1]) for one in (first, last)] if tag[:2] in ("ko", "ja", "zh") else []
    assert not Counter(in_words) - Counter(numbers)
    assert set(numbers) <= {*in_words, *months}


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
