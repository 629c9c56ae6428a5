"""Numbers without words: which of them another language may write otherwise."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.numbers.figures import figures, is_release, speaks_of_releases, stands_alone

WRITTEN_OTHERWISE = [
    "1,250", "1,234,567", "12,34,567", "1’250", "1'398'101", "1\u00a0250", "1\u202f250,5",
    "1.250", "1.234,56", "1.234.567",
    "12.5%", "50%", "50 %", "–48%", "-89.41%", "+12.5%", ".30%", "3‰", "١٢٫٥٪", "١٬٢٥٠",
    "€1,299", "1.299 €", "$5", "5\u00a0$", "€ 5", "₹1,00,000", "¢5", "₺20", "$5–$10", "€5/€6", "-$5",
    "3.5", "3,5", "0.0001022", "-3.5", "−3.5", "<0.05", "> 12.5", "~3.5", "± 0.5", "≈ 3.5", "3.5*", "3·5",
    "1.5–2.5", "1.5-2.5", "1,250-2,300", "10–20%", "5–7.5 %", "0.5 × 2.5", "0 - 0.3", "4.5:1", "4.5/5",
    "5/3/2027", "3/5/27", "12/31/1999", "5.3.2027", "05-03-2027", "2027/3/5",
    "**1,250**", "__92.67%__", "(1,250)", "1,250 (+12.5%)", "240,588 (97.95%)", "[0.001, 0.002]", "120/80 (12.5%)",
    "2.3.1 / 50%", "✓ 12.5%",
]  # fmt: skip
THE_SAME_EVERYWHERE = [
    "", "3", "12", "250", "1250", "8080", "2027", "1999–2003", "10–20", "1-2", "1/2", "16:9", "24/7", "5/3", "1:1.5",
    "2.3.1", "2.3.1 – 2.5", "2024.12.1", "v", "4.4.1 / 2025-01-29", "2.5 / 2025-01-29", ">=3.8", ">= 3.8",
    "^1.2", "=1.5", "3.8+", "# 1.5", "§ 3.2", "№ 4.5", "1.2.3.4", "192.168.0.1", "192.168.100.200",
    "3:16", "3:16–18", "3:16.18", "10:30", "12:30:45", "2027-03-05", "2025-01", "03/2016", "2/3/4", "31/31/2027",
    "+49 30 1234567", "555-1234", "555 1234", "1-800-555-1212", "06 12 34 56 78", "100 200", "1234-5678",
    "978-3-16-148410-0", "123.456.789-09", "1_000", "0x1F", "1.", "1)", "1,2,3", "10,20,30", "•", "|||",
    "$", "%", "%20",
    "x 1,250", "1,250 kg", "€5 off", "10:30 a.m.", "`x` 3.5", "[1.0](a.md)",
]  # fmt: skip


@pytest.mark.parametrize("text", WRITTEN_OTHERWISE)
def test_what_languages_write_otherwise(text: str) -> None:
    assert stands_alone(text)
    assert list(figures(text))


@pytest.mark.parametrize("text", THE_SAME_EVERYWHERE)
def test_what_is_the_same_everywhere_or_has_words(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize("text", ["3.5", "1.250", "3,5", "0.5–1.5"])
def test_a_bare_fraction_may_be_a_name(text: str) -> None:
    assert stands_alone(text)
    assert not stands_alone(text, is_name=True)


@pytest.mark.parametrize("text", ["1,250", "12.5%", "€3.50", "5/3/2027", "1.234,5"])
def test_what_no_name_is_counts_in_a_heading_too(text: str) -> None:
    assert stands_alone(text, is_name=True)


@pytest.mark.parametrize("text", ["2.3.1", "v4.0.0", "4.x", "2.0-beta", "1.2.* or later", "10.0.26100"])
def test_releases(text: str) -> None:
    assert is_release(text)


@pytest.mark.parametrize("text", ["5.3.2027", "1.250.000", "3.5", "€1,299", "the year 2027", "1.5 and 2.5", "10:30"])
def test_no_releases(text: str) -> None:
    assert not is_release(text)


@pytest.mark.parametrize(
    "head",
    ["Version", "PHP version", "Release", "Versión", "versão", "Версия", "버전", "版本", "バージョン", "الإصدار"],
)
def test_heads_that_speak_of_releases(head: str) -> None:
    assert speaks_of_releases(head)


@pytest.mark.parametrize("head", ["Dose", "Conversion", "Price", "Aversion", "Rate", "용량"])
def test_heads_that_do_not(head: str) -> None:
    assert not speaks_of_releases(head)


@given(st.text("0123456789.,:/%€$ -–'’()٫٬\u00a0abc", max_size=24))
def test_figures_are_in_order_and_apart_and_begin_and_end_with_something(text: str) -> None:
    found = list(figures(text))
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    assert all(any(map(str.isdigit, span.of(text))) for span in found)
    assert stands_alone(text) <= bool(found)
