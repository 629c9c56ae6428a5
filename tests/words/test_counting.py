from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from i18n.words import count

BOUNDARY = regex.compile(r"\b", regex.WORD | regex.VERSION1)
PLAIN = st.text("aZé9ßƒ0._'’‘:·,; -—“”…\n\t\"²ªµº×÷«»½", max_size=30)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def segments(text: str) -> list[str]:
    """The slow answer: every segment between two boundaries, those without a letter or digit left out."""
    return [part for part in BOUNDARY.split(text) if regex.search(r"[\p{Alphabetic}\p{Nd}]", part)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n\t", 0),
        ("— … !", 0),
        ("Pray for the villages.", 4),
        ("can't won’t", 2),
        ("It cost 1,000.50 or 3:16", 6),
        ("e.g. a:b snake_case _", 3),
        ("Straße über Čapek", 3),
        ("«Où ?» dit-elle", 3),
        ("第三章をよむ", 6),
        ("오늘 아침 마을에", 3),
        ("كتاب عن القرية", 3),
        ("สวัสดี", 4),
        ("naı\u0308ve soft\u00adhyphen", 2),
        ("x² ½ Ⅳ", 2),
        ("👩‍👩‍👧 family", 1),
    ],
)
def test_counts_words_as_unicode_cuts_them(text: str, words: int) -> None:
    assert count(text) == words == len(segments(text))


@given(PLAIN)
def test_the_quick_way_for_latin_text_gives_the_answer_of_the_slow_one(text: str) -> None:
    assert count(text) == len(segments(text))


@given(st.one_of(ANY, st.text("aéक्षि한あアบ0.'’_\u200d\u0301\u202f🏳️‍🌈\u00ad ", max_size=20)))
def test_every_other_text_too(text: str) -> None:
    assert count(text) == len(segments(text))
