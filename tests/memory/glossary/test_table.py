"""Glossaries in CSV: a column a language, or source and target."""

from __future__ import annotations

import pytest

from i18n.errors import InputError
from i18n.memory.glossary import Status, Term, parse

KEPT = Status.DO_NOT_TRANSLATE


def terms(text: str, locale: str = "de", *, name: str = "terms.csv", source: str = "en") -> list[Term]:
    locales = ("de", "pt-BR", "zh-Hant") if locale in ("de", "pt-BR", "zh-Hant") else (locale,)
    return list(parse(text.encode(), name, source, locales)[locale].terms)


WIDE = """\
en,de,pt_BR,zh-TW,status,note,case
well,Brunnen,poço,,,"for water, not oil",
well,Bohrloch,,,forbidden,,
Field Notes,,,,do-not-translate,,
cold box,Kühlbox,caixa térmica,,approved,,
mark,Mark,,,,the coin,yes
,Drittland,,,forbidden,,
"""


def test_a_column_for_each_language() -> None:
    assert terms(WIDE) == [
        Term("well", "Brunnen", note="for water, not oil"),
        Term("well", "Bohrloch", Status.FORBIDDEN),
        Term("Field Notes", "Field Notes", KEPT, case=True),
        Term("cold box", "Kühlbox"),
        Term("mark", "Mark", note="the coin", case=True),
        Term("", "Drittland", Status.FORBIDDEN),
    ]
    assert [term.target for term in terms(WIDE, "pt-BR")] == ["poço", "Field Notes", "caixa térmica"]


def test_source_and_target_as_others_export_them() -> None:
    several = "source,target,locale,fuzzy\nwell,Brunnen,de,\nwell,poço,pt_BR,\n"
    assert terms(several) == [Term("well", "Brunnen")]
    assert terms(several, "pt-BR") == [Term("well", "poço")]
    one = 'location,"source","target",id,fuzzy,translator_comments\n"","well","pozo","",False,"deep"\n'
    assert terms(one, "es") == [Term("well", "pozo", note="deep")]


@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_other_separators_a_byte_order_mark_and_empty_rows(separator: str) -> None:
    rows = ["\ufeffen,de,note", "well,Brunnen,", ",,", "", '"a ""dry"" well",trockener Brunnen,x']
    text = "\r\n".join(row.replace(",", separator) for row in rows)
    assert terms(text) == [Term("well", "Brunnen"), Term('a "dry" well', "trockener Brunnen", note="x")]


def test_a_wider_language_serves_and_a_sister_does_not() -> None:
    assert terms("en,de\nwell,Brunnen\n", "de-AT") == [Term("well", "Brunnen")]
    assert terms("en,pt-PT\nwell,poço\n", "pt-BR") == []
    assert terms("en-US,de\nwell,Brunnen\n") == [Term("well", "Brunnen")]
    assert terms("en-US,en-GB,de\nwell,well,Brunnen\n", source="en-GB") == [Term("well", "Brunnen")]


def test_spellings_of_a_status() -> None:
    rows = "preferredTerm-admn-sts Admitted deprecatedTerm-admn-sts obsolete untranslatable read-only".split()
    found = terms("en,de,status\n" + "".join(f"w{number},W,{row}\n" for number, row in enumerate(rows)))
    assert [term.status.value for term in found] == (
        ["approved", "approved", "forbidden", "forbidden", "do-not-translate", "do-not-translate"]
    )


def test_an_empty_file_holds_nothing() -> None:
    with pytest.raises(InputError):
        terms("")
    assert terms("en,de\n") == []


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("de,fr\nBrunnen,puits\n", 1, "no column for the source language “en”"),
        ("en,de,status\nwell,Brunnen,\nbox,Kiste,perhaps\n", 3, "“perhaps” is no status"),
        ("en,de,case\nwell,Brunnen,maybe\n", 2, "neither yes nor no"),
        ("en,de\nwell,Brunnen, tief\n", 2, "3 cells, the header 2"),
        ("en,de\n\n,Brunnen\n", 3, "no term of the source language"),
        ("source,target\nwell,Brunnen\n", 1, "in which language"),
        ("source,target,locale\nwell,Brunnen,deutsch\n", 2, "no locale"),
        ('en,de\nwell,"Brunnen" x\n', 2, "no CSV"),
        ('en,de\nwell,"Brunnen\n', 3, "no CSV"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        terms(text)
    assert (caught.value.path, caught.value.line) == ("terms.csv", line)
    assert caught.value.hint


@pytest.mark.parametrize("column", ["statsu", "Stauts", "statuses"])
def test_a_misspelt_column_is_named(column: str) -> None:
    with pytest.raises(InputError, match="is not known") as caught:
        terms(f"en,de,{column}\nwell,Brunnen,forbidden\n")
    assert caught.value.hint == "Did you mean “status”?"


@pytest.mark.parametrize("column", ["id", "part of speech", "created", "state", "cause", "translator"])
def test_other_columns_are_passed_over(column: str) -> None:
    assert [term.target for term in terms(f"en,de,{column}\nwell,Brunnen,x\n")] == ["Brunnen"]


def test_another_encoding_is_named_with_its_line() -> None:
    with pytest.raises(InputError, match="not UTF-8") as caught:
        parse("en,de\nwell,Brünnen\n".encode("latin-1"), "terms.csv", "en", ["de"])
    assert caught.value.line == 2


def test_other_files_are_no_glossaries() -> None:
    with pytest.raises(InputError, match=r"\.csv or a \.tbx"):
        terms("en,de\n", name="terms.xlsx")


def test_forms_that_no_rule_tells() -> None:
    wide = "en,en forms,ar,ar_forms,pt_BR,pt-BR forms\nwoman,women,امرأة,نساء | نسوة,mulher,\n"
    assert terms(wide, "ar") == [Term("woman", "امرأة", forms=("نساء", "نسوة"), source_forms=("women",))]
    assert terms(wide, "pt-BR") == [Term("woman", "mulher", source_forms=("women",))]
    paired = "source,source_forms,target,forms\nwoman,women,mujer,\nfoot,feet,pie,pies|patas\n"
    assert terms(paired, "es") == [
        Term("woman", "mujer", source_forms=("women",)),
        Term("foot", "pie", forms=("pies", "patas"), source_forms=("feet",)),
    ]


def test_a_source_is_found_in_its_other_forms() -> None:
    glossary = parse(b"en,en forms,de\nwoman,women,Frau\n", "terms.csv", "en", ["de"])["de"]
    assert [term.source for term in glossary.occurring("Two women met a woman.")] == ["woman"]
