"""Which dates, times and amounts does a text state, and how does each language write them?"""

from __future__ import annotations

import pytest

from i18n.facts.finding import facts, is_written_alike, written


def said(text: str, tag: str) -> str:
    return " · ".join(written(fact, tag, {}) for fact in facts(text, "en"))


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("On February 7, 2019 it rained", "de", "Am 7. Februar 2019"),
        ("it rained on February 7", "es", "el 7 de febrero"),
        ("since February 7, 1998", "es", "el 7 de febrero de 1998"),
        ("February 7, 1998", "es", "7 de febrero de 1998"),
        ("in March 2021", "pt-BR", "em março de 2021"),
        ("from January 1 to March 3", "es", "del 1 de enero al 3 de marzo"),
        ("From January 1 to March 3", "ko", "1월 1일부터 3월 3일까지"),
        ("from January 1 to March 3", "ru", "с 1 января по 3 марта"),
        ("from January 1 to March 3", "pl", ""),
        ("$1.5 million", "es", "$1,5"),
        ("€2 billion", "de", "€2"),
        ("Jan. 5 – Feb. 6, 2027", "fr", "5 janvier – 6 février 2027"),
        ("in March 2021", "de", "im März 2021"),
        ("on May 5, 2020", "ko", "2020년 5월 5일에"),
        ("7th of February 2019", "ar-EG", "٧ فبراير ٢٠١٩"),
        ("Thursday, February 7, 2019", "fr", "Jeudi 7 février 2019"),
        ("Feb. 27, 2020", "ru", "27 февраля 2020 года"),
        ("on February 7, 2019", "fa", ""),
        ("1,240 kg of rice", "de", "1.240 kg"),
        ("1,240 kg of rice", "es", "1240 kg"),
        ("12,400 kg of rice", "es", "12.400 kg"),
        ("1,240 kg of rice", "es-MX", "1,240 kg"),
        ("4.5 meters", "pt-BR", "4,5"),
        ("1.5 million", "de", "1,5"),
        ("1,000,000 people", "hi", "10,00,000"),
        ("1,240.5 kg", "ar-EG", "١٬٢٤٠٫٥ kg"),
        ("50% of $2,300", "de", "50\u00a0% · 2.300\u00a0$"),
        ("50% of $2,300", "ko", "50% · $2,300"),
        ("-5.5 °C", "de", "-5,5 °C"),
        ("from 10 a.m. to 3:30 pm", "de", "10:00 · 15:30"),
        ("at 12 am and 12 p.m.", "fr", "00:00 · 12:00"),
        ("at 3:30 pm", "ko", "오후 3:30"),
        ("On May 5 (Acts 1:8) 1,240 came", "de", "Am 5. Mai · Apostelgeschichte 1,8 · 1.240"),
    ],
)
def test_how_languages_write_them(text: str, tag: str, expected: str) -> None:
    assert said(text, tag) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We may 5 times march on", "version 4.5", "v2.3.1", "Section 4.5", "Python 3.11 is out", "pi is 3.14 or so",
        "in the 1990s", "February 7 and 9", "on May 3 and 7, 2027", "in February", "no. 7", "Q3 2027", "mid-May 2027",
        "12/05/2026", "Friday, May 8, 2027", "May 7–3", "5 to 3 in favour", "pages 9–11", "2019", "a 3-4 day walk",
        "10:30", "127.0.0.1", "1,23", "5 men", "room 12.5b",
        "May I come?", "February 30", "3/4/2019", "2019-02-07", "https://example.org/1,240", "a1,240", "$x", "%5",
    ],
)  # fmt: skip
def test_what_states_none(text: str) -> None:
    assert [fact for fact in facts(text, "en") if written(fact, "de", {})] == []


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Wait until 6 p.m. Tell the nurse.", "6 p.m"),
        ("“Come at 6 p.m.” She did.", "6 p.m"),
        ("Doors open at 6 p.m. and close at nine.", "6 p.m."),
        ("At 6 p.m. Thursday it rained.", "6 p.m."),
        ("At 6 p.m. EST it rained.", "6 p.m."),
        ("It begins at 6 pm. Come early.", "6 pm"),
    ],
)
def test_the_dot_that_ends_a_sentence_is_no_part_of_a_time(text: str, time: str) -> None:
    (fact,) = (fact for fact in facts(text, "en") if fact.span.of(text).startswith("6"))
    assert fact.span.of(text) == time


def test_a_message_that_is_written_alike() -> None:
    assert is_written_alike("20 m²", "en", "de")
    assert not is_written_alike("1,250 kg", "en", "de")
    assert is_written_alike("1,250 kg", "en", "ko")


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("3.5", "de", "3,5"),
        ("0.5–1.5", "es", "0,5 · 1,5"),
        ("**3.5**", "fr", "3,5"),
        ("3.5", "ko", "3.5"),
        ("3.5", "ar-EG", "٣٫٥"),
        ("__–48%__", "de", "48\u00a0%"),
        ("version 3.5", "de", ""),
        ("2.3.1 (3.5)", "de", ""),
        ("`node` 3.5", "de", ""),
        ("\ufffc 3.5", "de", ""),
        ("3.5 and more", "de", ""),
        ("5/3/2027", "de", ""),
    ],
)
def test_a_bare_fraction_that_is_all_that_a_message_says(text: str, tag: str, expected: str) -> None:
    assert " · ".join(written(fact, tag, {}) for fact in facts(text, "en", whole=True)) == expected
    assert not any("." in written(fact, "de", {}) for fact in facts(text, "en"))


@pytest.mark.parametrize(
    ("text", "source"), [("5/3/2027", "en"), ("1'250", "en"), ("¢5", "en"), (".30%", "en"), ("3,5", "en")]
)
def test_what_is_unsure_is_written_alike_nowhere(text: str, source: str) -> None:
    assert not is_written_alike(text, source, "ko")
    assert not is_written_alike(text, source, "de")


def test_numbers_alone_that_are_written_alike() -> None:
    assert is_written_alike("12.5%", "en", "ko")
    assert is_written_alike("12.5%", "en", "ar")
    assert not is_written_alike("12.5%", "en", "de")
    assert not is_written_alike("3.5", "en", "de")
    assert is_written_alike("3,5", "de", "es")
    assert is_written_alike("2.3.1", "en", "de")
