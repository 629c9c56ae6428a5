"""A quick look of a check never says no where its pattern says yes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.check import slips, whitespace
from i18n.message import punctuation
from i18n.numbers import months, numerals
from i18n.numbers.digits import DIGIT
from i18n.words import literals

_PARTS = (
    "a", "word", "Word", "may", "May", "mayo", "de", "the", "of", "12", "7", "٣", "1,250", "million", "Mio", "만",
    "lakh", " ", "  ", "\u00a0", "\u202f", "\u3000", "\t", "\n", ".", ",", "..", "?", "!", ";", ":", "،", "؛", "¿", "¡",
    "…", "“", "”", "(", ")", "_", "-", "--", "quiet", "file", ".md", "keepOrder", "retry_after", "()", "가", "나다",
    "월", "月", "سلام", "é", "ß",
)  # fmt: skip
texts = st.lists(st.sampled_from(_PARTS), max_size=12).map("".join) | st.text(max_size=20)


@given(texts)
@settings(max_examples=1500)
def test_marks(text: str) -> None:
    spaced = punctuation._SPACED.search(text) or punctuation._SPACED_FRENCH.search(text)
    assert not spaced or punctuation._SPACE_AND_MARK.search(text)
    assert not punctuation._CLOSE.search(text) or punctuation._MARK_AND_MORE.search(text)
    assert not literals.LITERAL.search(text) or literals.MARK.search(text)


@given(texts)
@settings(max_examples=1500)
def test_words_and_white_space(text: str) -> None:
    assert not slips._TWICE.search(text) or slips._repeats(text)
    assert not slips._SMALL.search(text) or not slips._SMALL_WORDS.isdisjoint(slips._LOWER.findall(text))
    assert not whitespace._DOUBLE.search(text) or whitespace._may_be_double(text)


@given(texts, st.sampled_from(("en", "de", "es", "ko", "ar", "pt-BR", "fr", "th", "ru")))
@settings(max_examples=1500)
def test_numbers_and_months(text: str, locale: str) -> None:
    for digit in DIGIT.finditer(text):
        found = numerals._SCALE.match(text, digit.end())
        assert (found and found.span()) == ((quick := numerals._scale(text, digit.end())) and quick.span())
    dated = months._patterns(locale)[0]
    named = {month.text for month in months.dated(text, locale)}
    assert dated is None or {next(filter(None, match.groups())) for match in dated.finditer(text)} <= named
