"""Quotations are found whatever their marks, and written with those of a language or a house; apostrophes stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.draft.many.facts import FactWriter
from i18n.facts.quotations import EVERY, requoted, shown, unlike
from i18n.locales.quotations import Quotation, house, quotation

HOUSE = Quotation(*"«»‹›")


@pytest.mark.parametrize(
    ("tag", "marks"),
    [
        ("de", "„“‚‘"), ("de-CH", "„“‚‘"), ("es", "“”‘’"), ("es-US", "«»“”"), ("fr", "«»«»"), ("fr-CH", "«»‹›"),
        ("zh", "“”‘’"), ("zh-TW", "「」『』"), ("zh-Hant", "「」『』"), ("pt-BR", "“”‘’"), ("pt-PT", "«»“”"),
        ("ar", "”“’‘"), ("sw", "“”‘’"), ("sv", "””’’"),
    ],
)  # fmt: skip
def test_marks_are_those_of_cldr(tag: str, marks: str) -> None:
    assert "".join(quotation(tag)) == marks


@pytest.mark.parametrize("marks", ["«»‹›", "“”", "»«›‹", "””’’", '""', "„“„“", "「」『』", "„”»«"])
def test_a_house_may_choose(marks: str) -> None:
    chosen = house(marks)
    assert chosen is not None
    assert "".join(chosen).startswith(marks)


@pytest.mark.parametrize(
    "marks", ["", "«", "«»‹", "««»»", "«»»«", "„„““", "ab", "«»ab", "«»‹›“”", "« » ‹ ›", "()", "„“"[:1]]
)
def test_other_values_are_none(marks: str) -> None:
    assert house(marks) is None


@pytest.mark.parametrize(
    ("source", "de", "fr"),
    [
        (
            "“Did she say ‘never’?” he asked.",
            "„Did she say ‚never‘?“ he asked.",
            "«\u202fDid she say «\u202fnever\u202f»?\u202f» he asked.",
        ),
        ("“Yes,” she said, “why?”", "„Yes,“ she said, „why?“", "«\u202fYes,\u202f» she said, «\u202fwhy?\u202f»"),
        ('the "green" wall', "the „green“ wall", "the «\u202fgreen\u202f» wall"),
        ("“One paragraph of several", "„One paragraph of several", "«\u202fOne paragraph of several"),
        ("and this is the last.”", "and this is the last.“", "and this is the last.\u202f»"),
        (
            "“‘Go,’ he said,” she said.",
            "„‚Go,‘ he said,“ she said.",
            "«\u202f«\u202fGo,\u202f» he said,\u202f» she said.",
        ),
        ("‘Outer “inner” outer’", "„Outer ‚inner‘ outer“", "«\u202fOuter «\u202finner\u202f» outer\u202f»"),
        (
            "He said “‘the Andersons’ garden’ and ‘b’”",
            "He said „‚the Andersons’ garden‘ and ‚b‘“",
            "He said «\u202f«\u202fthe Andersons’ garden\u202f» and «\u202fb\u202f»\u202f»",
        ),
        ("(“so”)", "(„so“)", "(«\u202fso\u202f»)"),
        ("“**so**”", "„**so**“", "«\u202f**so**\u202f»"),
    ],
)
def test_a_draft_has_the_marks_of_its_language(source: str, de: str, fr: str) -> None:
    assert FactWriter("en", "de").quoted(source) == de
    assert FactWriter("en", "fr").quoted(source) == fr


@pytest.mark.parametrize("text", ["“Did she say ‘never’?”", 'the "green" wall', "„Hafen“", "“One of several", "it’s"])
def test_a_language_that_quotes_as_the_source_keeps_its_marks(text: str) -> None:
    assert FactWriter("en", "ko").quoted(text) == text


def test_a_house_has_its_marks_in_every_draft() -> None:
    writer = FactWriter("en", "ar", quotes=house("«»‹›"))
    assert writer.quoted('“a ‘b’” "c" „d“') == "«a ‹b›» «c» «d»"
    assert writer.quoted("“ a ‘b’ ” c") == "«a ‹b›» c"


@pytest.mark.parametrize(
    "text",
    [
        "It’s the ’90s.", "rock ’n’ roll", "the Andersons’ garden", 'a 5" pipe', 'six feet, 2" and more', "no marks",
        "„Hafen“ steht da", "»Hafen« steht da", "»Hat sie ›nie‹ gesagt?«", "the ‘60s", "O‘ahu", "l’été",
    ],
)  # fmt: skip
def test_what_is_no_quotation_of_the_source_stays(text: str) -> None:
    assert FactWriter("en", "de").quoted(text) == text


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("قال ”اجلس“ ثم", "”اجلس“", "«اجلس»"),
        ("كتبت: «قال لي: ”انتظري“، فانتظرت».", "”انتظري“", "‹انتظري›"),
        ('يسمونه "سوق اللصوص".', '"سوق اللصوص"', "«سوق اللصوص»"),
        ("»so« und so", "»so«", "«so»"),
        ("“open", "“", "«"),
        ("closed”", "”", "»"),
    ],
)
def test_a_house_is_told_of_other_marks_and_what_to_write(text: str, said: str, right: str) -> None:
    assert unlike(text, HOUSE) == (said, right)


@pytest.mark.parametrize(
    "text", ["«a ‹b› c»", "it’s", "l’été ‘et’ l’hiver", 'a 5" pipe', "«open", "closed»", "«a» «b»"]
)
def test_a_house_is_not_told_of_its_own_marks_nor_of_apostrophes(text: str) -> None:
    assert unlike(text, HOUSE) is None


def test_what_is_shown_has_as_many_levels_as_the_text() -> None:
    marks = quotation("de")
    assert [shown(each, marks) for each in ("“a”", "“a ‘b’”", "it’s")] == ["„…“", "„…“ ‚…‘", ""]


words = st.sampled_from(["boat", "it’s", "l’été", "word", "so", "yes."])
inner = st.lists(words, min_size=1, max_size=3).map(lambda said: f"‘{' '.join(said)}’")
quoted = st.lists(words | inner, min_size=1, max_size=4).map(lambda said: f"“{' '.join(said)}”")
texts = st.lists(words | quoted, min_size=1, max_size=5).map(" ".join)


@pytest.mark.parametrize("tag", "en de es ko ar pt-BR pt-PT fr-CH ru fa ja zh-Hant uk nb".split())
@given(text=texts)
def test_what_is_written_for_a_language_reads_as_the_same_quotations(tag: str, text: str) -> None:
    written = requoted(text, quotation(tag), tag, EVERY)
    assert unlike(written, quotation(tag)) is None
    assert requoted(written, quotation("en"), "en", EVERY) == text


@given(st.text("“”‘’\"'„«»‹› ab.,(\n", max_size=30))
def test_only_marks_and_spaces_change(text: str) -> None:
    for tag in ("de", "fr", "ja"):
        written = requoted(text, quotation(tag), tag, EVERY)
        kept = [letter for letter in written if letter not in "“”‘’\"'„«»‹›‚「」『』 \u202f"]
        assert kept == [letter for letter in text if letter not in "“”‘’\"'„«»‹›‚「」『』 \u202f"]
