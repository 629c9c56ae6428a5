"""Messages without words: a number that readers of the language read otherwise is found, and what to write is said."""

from __future__ import annotations

import pytest

from tests.check.judging import judge, rules

RIGHT = [
    ("12.5%", "12,5 %", "de"), ("12.5%", "12,5\u00a0%", "de"), ("12.5%", "12,5%", "de"),
    ("12.5%", "12,5 Prozent", "de"),
    ("12.5%", "12.5%", "ko"), ("12.5%", "12.5%", "ar"), ("12.5%", "١٢٫٥٪", "ar"), ("12.5%", "%12,5", "tr"),
    ("1,250", "1.250", "de"), ("1,250", "1250", "de"), ("1,250", "1 250", "de"), ("1,250", "1\u202f250", "fr"),
    ("1,250", "1250", "es"), ("1,250", "1.250", "es"), ("1,250", "1 250", "es"), ("1,250", "1,250", "es-MX"),
    ("1,250", "1,250", "ko"), ("1,250", "mil doscientos cincuenta", "es"),
    ("€1,299", "1.299 €", "de"), ("€1,299", "€ 1.299", "de"), ("€1,299", "1.299 Euro", "de"),
    ("€1,299", "€1,299", "ko"), ("€1,299", "1,299유로", "ko"),
    ("€1,299", "1'299 €", "de-CH"), ("€1,299", "€ 1’299", "de-CH"),
    ("3.5", "3,5", "de"), ("3.5", "3.5", "ko"), ("3.5", "٣٫٥", "ar"), ("-3.5", "−3,5", "de"), ("1.50", "1,5", "de"),
    ("5/3/2027", "3.5.2027", "de"), ("5/3/2027", "5/3/2027", "es"), ("5/3/2027", "2027. 5. 3.", "ko"),
    ("10–20%", "10–20 %", "de"), ("50%", "50%", "de"), ("50%", "la mitad", "es"), ("$5–$10", "5–10 $", "de"),
    ("1,000,000", "10,00,000", "hi"), ("1,000,000", "1,000,000", "hi"), ("1,000,000", "1.000.000", "pt-BR"),
    ("**3.5**", "**3,5**", "de"), ("20 m²", "20 m²", "de"), ("2.3.1 / 50%", "2.3.1 / 50 %", "de"),
]  # fmt: skip
WRONG = [
    ("12.5%", "12.5%", "de", "12,5\u00a0%"), ("12.5%", "12.5 %", "de", "12,5\u00a0%"), ("3.5", "3.5", "de", "3,5"),
    ("1,250", "1,250", "de", "1.250"), ("1,250", "1,250", "es", "1250"), ("1,250", "1,250", "fr", "1\u202f250"),
    ("€1,299", "€1,299", "de", "1.299\u00a0€"), ("€1,299", "1,299 €", "de", "1.299\u00a0€"),
    ("1,250 kg", "1,250 kg", "es", "1250 kg"), ("4.5 kg", "4.5 kg", "pt-BR", "4,5 kg"),
    ("**3.5**", "**3.5**", "de", "3,5"),
    ("€1,299", "€1,299", "de-CH", "€\u00a01’299"), ("$1,250", "$1,250", "pt-BR", "$\u00a01.250"),
]  # fmt: skip
OTHER = [
    ("12.5%", "12,5", "de"), ("12.5%", "13,5 %", "de"), ("12.5%", "125 %", "de"), ("1,250", "1.25", "es"),
    ("1,250", "12.50", "es"), ("€1,299", "1.299 $", "de"), ("€1,299", "1.299", "de"), ("3.5", "35", "de"),
    ("3.5", "3,5", "ko"), ("12.5%", "12,5%", "ko"), ("1,250", "1.250", "ko"), ("1,250", "1.250", "ar"),
    ("$5–$10", "5–20 $", "de"), ("5/3/2027", "5.3.2028", "de"),
]  # fmt: skip


@pytest.mark.parametrize(("msgid", "msgstr", "locale"), RIGHT)
def test_right_ones_pass(msgid: str, msgstr: str, locale: str) -> None:
    assert rules(msgid, msgstr, locale) == set()


@pytest.mark.parametrize(("msgid", "msgstr", "locale", "wanted"), WRONG)
def test_wrong_separators_are_found_once_and_the_right_ones_said(
    msgid: str, msgstr: str, locale: str, wanted: str
) -> None:
    (found,) = judge(msgid, msgstr, locale)
    assert found.rule == "numbers"
    assert found.message.endswith(f"Write “{wanted}”.")


@pytest.mark.parametrize(("msgid", "msgstr", "locale"), OTHER)
def test_other_numbers_signs_and_separators_are_found(msgid: str, msgstr: str, locale: str) -> None:
    assert rules(msgid, msgstr, locale) == {"numbers"}


def test_any_language_may_be_the_source() -> None:
    (found,) = judge("1.250", "1.250", "en", source_locale="de")
    assert found.message.endswith("Write “1,250”.")
    assert rules("1.250", "1,250", "en", source_locale="de") == set()
    assert rules("12,5 %", "12.5%", "en", source_locale="de") == set()
    assert rules("12,5 %", "12,5 %", "es", source_locale="de") == set()
