from __future__ import annotations

import gettext
import itertools
import string
import subprocess
import sys

import pytest
from babel import Locale, localedata

from i18n.errors import ConfigurationError
from i18n.locales import (
    canonical,
    direction,
    from_gettext,
    gettext_form,
    language,
    likely,
    lineage,
    name_in,
    own_name,
    plural_forms,
    script,
    subtags,
)
from i18n.locales.plurals import _KNOWN, _computed
from i18n.locales.subtags import _LEFT_TO_RIGHT, _RIGHT_TO_LEFT
from i18n.locales.tags import _plainly_canonical, _read

USUAL = ("de", "pt-BR", "zh-CN", "zh-TW", "zh-Hant-TW", "sr-RS", "sr-Latn", "es-419", "en-150", "fil")
ALL = tuple(name.replace("_", "-") for name in localedata.locale_identifiers())


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("de", "de"),
        ("DE", "de"),
        ("pt_br", "pt-BR"),
        ("zh-hant", "zh-Hant"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("sr-Latn", "sr-Latn"),
        ("ca-Valencia", "ca-valencia"),
        ("de-1996", "de-1996"),
        ("iw", "he"),
        ("sh", "sr-Latn"),
        ("prs", "fa-AF"),
        ("prs-IR", "fa-IR"),
        ("tpi", "tpi"),
        ("hmn", "hmn"),
        (" ko ", "ko"),
    ],
)
def test_tags_get_their_usual_form(tag: str, expected: str) -> None:
    assert canonical(tag) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize(
    ("tag", "suggestion"),
    [
        ("german", "de"),
        ("Deutsch", "de"),
        ("kroean", "ko"),
        ("jp", "ja"),
        ("cz", "cs"),
        ("jp-JP", "ja-JP"),
        ("pt-BRA", "pt-BR"),
        ("zh-Hnat", "zh-Hant"),
        ("de_DE.UTF-8", "de-DE"),
        ("de-XX", "de"),
    ],
)
def test_an_unknown_tag_is_refused_with_one_that_may_be_meant(tag: str, suggestion: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        canonical(tag)
    assert repr(tag) in refused.value.message
    assert suggestion in refused.value.hint.replace("?", "").split()


@pytest.mark.parametrize("tag", ["", "-", "xx", "q", "../de", "de/..", "en-x-pirate", "de\n", "d\u0435"])
def test_what_is_no_tag_at_all_is_refused_with_examples(tag: str) -> None:
    if tag == "de\n":
        assert canonical(tag) == "de"
        return
    with pytest.raises(ConfigurationError, match="is no locale") as refused:
        canonical(tag)
    assert refused.value.hint


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("de", "de"),
        ("pt-BR", "pt_BR"),
        ("zh-Hant", "zh_Hant"),
        ("zh-Hant-TW", "zh_Hant_TW"),
        ("es-419", "es_419"),
        ("ca-valencia", "ca@valencia"),
        ("de-AT-1996", "de_AT@1996"),
    ],
)
def test_gettext_names_locales_in_its_own_way(tag: str, name: str) -> None:
    assert gettext_form(tag) == name
    assert from_gettext(name) == tag


@pytest.mark.parametrize(
    ("name", "tag"),
    [("sr@latin", "sr-Latn"), ("de_DE.UTF-8@euro", "de-DE"), ("uz_UZ@cyrillic", "uz-Cyrl-UZ"), ("pt-BR", "pt-BR")],
)
def test_the_spellings_of_other_tools_are_understood(name: str, tag: str) -> None:
    assert from_gettext(name) == tag


@pytest.mark.parametrize("name", ["templates", "", "@latin", "xx_XX"])
def test_a_folder_that_is_no_locale_is_refused(name: str) -> None:
    with pytest.raises(ConfigurationError):
        from_gettext(name)


@pytest.mark.parametrize(
    ("tag", "own", "english", "german"),
    [
        ("de", "Deutsch", "German", "Deutsch"),
        ("es", "Español", "Spanish", "Spanisch"),
        ("ko", "한국어", "Korean", "Koreanisch"),
        ("ar", "العربية", "Arabic", "Arabisch"),
        ("pt-BR", "Português (Brasil)", "Brazilian Portuguese", "Portugiesisch (Brasilien)"),
        ("zh-Hant", "繁體中文", "Traditional Chinese", "Chinesisch (traditionell)"),
        ("sr-Latn", "Srpski (latinica)", "Serbian (Latin)", "Serbisch (Lateinisch)"),
        ("ka", "ქართული", "Georgian", "Georgisch"),
        ("zu", "isiZulu", "Zulu", "Zulu"),
        ("hmn", "Hmong", "Hmong", "Miao"),
    ],
)
def test_names_of_languages(tag: str, own: str, english: str, german: str) -> None:
    assert (own_name(tag), name_in(tag, "en"), name_in(tag, "de")) == (own, english, german)


def test_a_name_in_a_language_without_data_is_english() -> None:
    assert name_in("de", "hmn") == "German"


def test_cldr_is_answered_for_every_locale_it_has() -> None:
    for tag in map(canonical, ALL):
        assert from_gettext(gettext_form(tag)) == tag
        assert own_name(tag)
        assert language(tag) == tag.split("-")[0]
        if not tag.startswith("mn-Mong"):  # from top to bottom, which neither word says
            assert direction(tag) == Locale.parse(tag, sep="-").text_direction, tag


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("ar", "rtl"), ("he", "rtl"), ("ur", "rtl"), ("az-Arab", "rtl"), ("az", "ltr"), ("pa-PK", "rtl"), ("ko", "ltr")],
)
def test_directions(tag: str, expected: str) -> None:
    assert direction(tag) == expected


def test_languages_that_are_known_to_run_from_left_to_right_do_in_every_region() -> None:
    regions = ("", *(f"-{region}" for region in Locale("en").territories))
    tags = [f"{known}{region}" for known in _LEFT_TO_RIGHT for region in regions]
    assert {script(tag) for tag in tags} & _RIGHT_TO_LEFT == set()
    assert direction("de-Arab") == direction("en-Hebr-IL") == "rtl"
    assert {tag for tag in ALL if script(canonical(tag)) not in _RIGHT_TO_LEFT} >= _LEFT_TO_RIGHT


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("de", "nplurals=2; plural=(n != 1);"),
        ("ko", "nplurals=1; plural=0;"),
        ("zh-Hant", "nplurals=1; plural=0;"),
        ("cs", "nplurals=3; plural=(n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2);"),
        ("pt-BR", "nplurals=3; plural=(n <= 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2);"),
        ("hmn", "nplurals=1; plural=0;"),
    ],
)
def test_plural_forms(tag: str, expected: str) -> None:
    assert plural_forms(tag) == expected


@pytest.mark.parametrize("tag", sorted({canonical(tag.split("-")[0]) for tag in ALL}))
def test_plural_forms_choose_as_cldr_does(tag: str) -> None:
    rule = Locale.parse(tag, sep="-").plural_form
    choose = gettext.c2py(plural_forms(tag).split("plural=")[1].rstrip(";"))
    numbers = (*range(1001), *(10**power for power in range(3, 8)), 1_000_001)
    order = [name for name in ("zero", "one", "two", "few", "many", "other") if name in map(rule, numbers)]
    assert [order[choose(number)] for number in numbers] == [rule(number) for number in numbers]


def test_plural_forms_that_are_known_are_those_of_cldr() -> None:
    tags = [tag for tag in map(canonical, ALL) if {tag, language(tag)} & set(_KNOWN)]
    assert {*_KNOWN} <= {*tags}
    assert [tag for tag in tags if plural_forms(tag) != _computed(tag)] == []


CODES = ("".join(letters) for length in (2, 3) for letters in itertools.product(string.ascii_lowercase, repeat=length))
PARTS = sorted(
    {*Locale("en").scripts, *Locale("en").territories} | {part for tag in ALL for part in tag.split("-")[1:]}
)
ODD = (
    "", "-", "de-", "-DE", "de--DE", "de-DE-", "De", "DE", "de_DE", "de-de", "zh-hant", "zh-HANT", "zh-CN-Hans",
    "de-Latn-", " de", "de ", "de\n", "de-DE\n", "d\u0435", "de-\u0414\u0415", "en-US-POSIX", "en-POSIX",
    "de-1996", "ca-ES-valencia", "root", "und", "und-US", "iw", "sh", "in", "mo", "tl", "prs", "no-NO", "la",
    "grc", "xx", "de-XX", "de-Xxxx", "de-000", "de-999", "de-419", "con", "nul", "../de", "de/..", "en-x-pirate",
    "i-klingon", "de-u-co-phonebk", "zh-cmn", "de-DDR",
)  # fmt: skip


def test_a_tag_that_names_of_files_show_to_be_canonical_is_canonical_to_babel() -> None:
    alone = [*ALL, *CODES, *ODD]
    tags = [*alone, *(f"en-{part}" for part in PARTS), *(f"zh-Hant-{part}" for part in PARTS)]
    plain = [tag for tag in tags if _plainly_canonical(tag)]
    assert [tag for tag in plain if _read(tag) != (tag, "")] == []
    assert [tag for tag in (*ALL, *USUAL) if canonical(tag) == tag and not _plainly_canonical(tag)] == []


def test_babel_is_imported_only_when_it_is_needed() -> None:
    code = f"""
import sys, i18n.locales, i18n.catalog.merge, i18n.catalog.codec, i18n.words
[*map(i18n.locales.canonical, {USUAL})]
print(*sys.modules)
"""
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split()
    assert not {"babel", "polib", "rapidfuzz", "regex"} & set(modules)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("zh", "zh-Hans-CN"),
        ("zh-TW", "zh-Hant-TW"),
        ("zh-Hant", "zh-Hant-TW"),
        ("sr", "sr-Cyrl-RS"),
        ("sr-ME", "sr-Latn-ME"),
        ("pt", "pt-Latn-BR"),
        ("pt-AO", "pt-Latn-AO"),
        ("ca-valencia", "ca-Latn-ES-valencia"),
    ],
)
def test_what_a_tag_leaves_unsaid(tag: str, expected: str) -> None:
    assert str(likely(tag)) == expected
    assert str(subtags(tag)) == tag


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("es-MX", ["es-Latn-MX", "es-Latn-419", "es-Latn"]),
        ("pt-AO", ["pt-Latn-AO", "pt-Latn-PT", "pt-Latn"]),
        ("en-CH", ["en-Latn-CH", "en-Latn-150", "en-Latn-001", "en-Latn"]),
        ("zh-Hant-MO", ["zh-Hant-MO", "zh-Hant-HK", "zh-Hant"]),
        ("de-AT-1996", ["de-Latn-AT-1996", "de-Latn-AT", "de-Latn"]),
        ("nb", ["nb-Latn"]),
    ],
)
def test_what_a_tag_inherits_from(tag: str, expected: list[str]) -> None:
    assert [str(part) for part in lineage(tag)] == expected
