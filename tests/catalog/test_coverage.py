from __future__ import annotations

import dataclasses

import pytest

from i18n.catalog.coverage import coverage
from i18n.catalog.origin import mark, review
from i18n.model import Coverage, Unit

PROSE = "The village waited for clean water."


def test_each_state_is_counted_in_messages_and_words() -> None:
    units = [
        Unit("One two three", ""),
        Unit("One two", "Eins zwei"),
        Unit("One", "Eins", fuzzy=True),
        mark(Unit("One two three four"), "Eins zwei drei vier", "memory"),
        review(Unit("One two three four five", "Eins bis fünf"), "am"),
        Unit("Gone", "Weg", obsolete=True),
    ]
    assert coverage(units) == Coverage(
        messages=5, translated=2, drafts=1, fuzzy=1, reviewed=1,
        words=15, words_translated=7, words_drafts=4, words_fuzzy=1, words_reviewed=5,
    )  # fmt: skip
    assert coverage(units).untranslated == 1
    assert coverage(units).percent == 46


def test_nothing_to_translate_is_wholly_translated() -> None:
    assert coverage([]) == Coverage()
    assert coverage([]).percent == 100


def test_a_draft_that_a_person_changed_is_fuzzy_and_one_accepted_is_translated() -> None:
    draft = mark(Unit(PROSE), "Das Dorf wartete auf Wasser.", "memory")
    assert coverage([draft]).drafts == 1
    assert coverage([dataclasses.replace(draft, msgstr="Das Dorf!")]).fuzzy == 1
    assert coverage([dataclasses.replace(draft, fuzzy=False)]).translated == 1


@pytest.mark.parametrize(
    ("text", "translated"),
    [
        (PROSE, False),
        ("村人は水を待った", False),
        ("One **two** three four", False),
        ("Amina Yusuf", True),
        ("Meru, Kenya, 2019", True),
        ("1 2 3 4 5 6", True),
        ("`git clone --depth 1 repository folder`", True),
        ("`` a `b` c d e f ``", True),
        ("<https://example.org/one/two/three/four>", True),
        ("[Amina Yusuf](https://example.org/one/two/three)", True),
        ("<img src='a b c d'> {one} {two} {three} {four} %(five)s %d", True),
    ],
)
def test_prose_that_is_the_same_in_both_languages_is_not_translated(text: str, translated: bool) -> None:
    assert coverage([Unit(text, text)]).translated == translated
    assert coverage([Unit(text, text, comments=("i18n-ignore: unchanged",))]).translated == 1
    assert coverage([Unit(text, text, fuzzy=True)]).fuzzy == translated


def test_plural_forms_are_translated_when_all_are() -> None:
    assert coverage([Unit("a day", msgid_plural="days", msgstr_plural=("ein Tag", "Tage"))]).translated == 1
    assert coverage([Unit("a day", msgid_plural="days", msgstr_plural=("ein Tag", ""))]).untranslated == 1
