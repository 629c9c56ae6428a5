from __future__ import annotations

import pytest
from deep_translator import constants

from i18n.draft.engines.codes import match, note, tag_of
from i18n.draft.engines.deep import MYMEMORY

GOOGLE = tuple(constants.GOOGLE_LANGUAGES_TO_CODES.values())
MY_MEMORY = tuple(constants.MY_MEMORY_LANGUAGES_TO_CODES.values())
ARGOS = tuple(
    "ar az bg bn ca cs da de el en eo es et eu fa fi fr ga gl he hi hu id it ja ko ky lt lv ms nb nl pb pl pt ro ru sk "
    "sl sq sv th tl tr uk ur vi zh zt".split()
)
"""What a LibreTranslate of one's own offers."""
LIBRE_TRANSLATE = tuple(
    {"zh": "zh-Hans", "zt": "zh-Hant", "pb": "pt-BR"}.get(code, code) for code in ARGOS
)  # the public one
DEEPL = tuple(
    "AR BG CS DA DE EL EN-GB EN-US ES ES-419 ET FI FR HE HU ID IT JA KO LT LV NB NL PL PT-BR PT-PT RO RU SK SL SV TH "
    "TR UK VI ZH ZH-HANS ZH-HANT".split()
)
NLLB = tuple(
    "arb_Arab ary_Arab arz_Arab azj_Latn azb_Arab bos_Latn deu_Latn eng_Latn est_Latn fra_Latn heb_Hebr hrv_Latn "
    "ind_Latn jav_Latn kas_Arab kas_Deva khk_Cyrl kor_Hang lvs_Latn nno_Latn nob_Latn npi_Deva pes_Arab plt_Latn "
    "por_Latn prs_Arab spa_Latn srp_Cyrl swh_Latn tgl_Latn uzn_Latn ydd_Hebr zho_Hans zho_Hant zsm_Latn".split()
)
M2M = tuple("ar de en es fa fr he id ja jv ko no pt sr tl zh".split())


@pytest.mark.parametrize(
    ("wanted", "google", "mymemory", "argos", "libretranslate", "deepl", "nllb"),
    [
        ("de", "de", "de-DE", "de", "de", "DE", "deu_Latn"),
        ("ko", "ko", "ko-KR", "ko", "ko", "KO", "kor_Hang"),
        ("ar", "ar", "ar-SA", "ar", "ar", "AR", "arb_Arab"),
        ("he", "iw", "he-IL", "he", "he", "HE", "heb_Hebr"),
        ("id", "id", "id-ID", "id", "id", "ID", "ind_Latn"),
        ("jv", "jw", "jv-ID", None, None, None, "jav_Latn"),
        ("fil", "tl", "fil-PH", "tl", "tl", None, "tgl_Latn"),
        ("nb", "no", "nb-NO", "nb", "nb", "NB", "nob_Latn"),
        ("no", "no", "nb-NO", "nb", "nb", "NB", "nob_Latn"),
        ("nn", None, "nn-NO", None, None, None, "nno_Latn"),
        ("zh", "zh-CN", "zh-CN", "zh", "zh-Hans", "ZH", "zho_Hans"),
        ("zh-Hans", "zh-CN", "zh-CN", "zh", "zh-Hans", "ZH-HANS", "zho_Hans"),
        ("zh-Hant", "zh-TW", "zh-TW", "zt", "zh-Hant", "ZH-HANT", "zho_Hant"),
        ("zh-TW", "zh-TW", "zh-TW", "zt", "zh-Hant", "ZH-HANT", "zho_Hant"),
        ("sr", "sr", "sr-Cyrl-RS", None, None, None, "srp_Cyrl"),
        ("sr-Latn", None, "sr-Latn-RS", None, None, None, None),
        ("en", "en", "en-GB", "en", "en", "EN-US", "eng_Latn"),
        ("en-GB", "en", "en-GB", "en", "en", "EN-GB", "eng_Latn"),
        ("en-AU", "en", "en-AU", "en", "en", "EN-GB", "eng_Latn"),
        ("es", "es", "es-ES", "es", "es", "ES", "spa_Latn"),
        ("es-419", "es", "es-419", "es", "es", "ES-419", "spa_Latn"),
        ("es-MX", "es", "es-MX", "es", "es", "ES-419", "spa_Latn"),
        ("pt", "pt", "pt-BR", "pt", "pt", "PT-BR", "por_Latn"),
        ("pt-BR", "pt", "pt-BR", "pb", "pt-BR", "PT-BR", "por_Latn"),
        ("pt-PT", "pt", "pt-PT", "pt", "pt", "PT-PT", "por_Latn"),
        ("pt-AO", "pt", "pt-PT", "pt", "pt", "PT-PT", "por_Latn"),
        ("ms", "ms", "ms-MY", "ms", "ms", None, "zsm_Latn"),
        ("fa-AF", "fa", "prs-AF", "fa", "fa", None, "prs_Arab"),
        ("ks", None, "kas-IN", None, None, None, "kas_Arab"),
        ("ks-Deva", None, "ks-IN", None, None, None, "kas_Deva"),
        ("az", "az", "az-AZ", "az", "az", None, "azj_Latn"),
        ("az-Cyrl", None, None, None, None, None, None),
        ("rm", None, "roh-CH", None, None, None, None),
        ("tlh", None, None, None, None, None, None),
    ],
)
def test_a_tag_finds_each_engine_s_own_spelling(
    wanted: str,
    google: str | None,
    mymemory: str | None,
    argos: str | None,
    libretranslate: str | None,
    deepl: str | None,
    nllb: str | None,
) -> None:
    found = [
        match(wanted, GOOGLE),
        match(wanted, MY_MEMORY, MYMEMORY.meanings),
        *(match(wanted, offered) for offered in (ARGOS, LIBRE_TRANSLATE, DEEPL, NLLB)),
    ]
    assert [each and each.code for each in found] == [google, mymemory, argos, libretranslate, deepl, nllb]


@pytest.mark.parametrize(
    ("wanted", "offered", "expected"),
    [
        ("pt-BR", "pt", "pt-not-pt-BR"),
        ("pt-BR", "PT-PT", "pt-PT-not-pt-BR"),
        ("pt-BR", "pb", ""),
        ("pt", "pb", "pt-BR-not-pt"),
        ("pt", "pt_PT", "pt-PT-not-pt"),
        ("pt", "por", ""),
        ("pt", "por_Latn", ""),
        ("pt-BR", "por_Latn", "pt-not-pt-BR"),
        ("en", "EN-US", ""),
        ("en", "EN-GB", "en-GB-not-en"),
        ("de-AT", "de", "de-not-de-AT"),
        ("de-DE", "de", ""),
        ("de", "de_DE.UTF-8", ""),
        ("es-MX", "es-419", "es-419-not-es-MX"),
        ("zh-Hant-HK", "zh-TW", "zh-TW-not-zh-Hant-HK"),
        ("zh-Hant", "cmn-Hant", ""),
        ("zh-Hant", "zho_Hant", ""),
        ("nb", "nob", ""),
        ("nb", "no", ""),
        ("he", "iw", ""),
        ("id", "in", ""),
        ("fil", "tgl", ""),
        ("sr-Latn", "sr@latin", ""),
        ("ca-valencia", "cat_valencia", ""),
        ("ca-valencia", "ca", "ca-not-ca-valencia"),
        ("fa-AF", "prs", ""),
    ],
)
def test_another_variant_is_said(wanted: str, offered: str, expected: str) -> None:
    found = match(wanted, [offered])
    assert found is not None
    assert found.note == expected
    assert found.exact is (expected == "")


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("zh-Hant", "zh"),
        ("zh-Hant", "zh-CN"),
        ("zh", "zt"),
        ("zh-TW", "zh-Hans"),
        ("sr", "sr-Latn"),
        ("sr", "sr-ME"),
        ("sr", "sr@latin"),
        ("sr", "hbs"),
        ("sr-Latn", "sr"),
        ("az", "az-IR"),
        ("pa-PK", "pa"),
        ("ca", "ca-valencia"),
        ("nn", "no"),
        ("nb", "nn"),
        ("zh", "yue"),
        ("zh", "zh-yue"),
        ("de", "nds"),
        ("en", ""),
        ("en", "auto"),
        ("en", "x"),
        ("en", "english"),
        ("no", "none"),
    ],
)
def test_another_language_or_script_is_never_taken(wanted: str, offered: str) -> None:
    assert match(wanted, [offered]) is None


@pytest.mark.parametrize(
    ("code", "tag"),
    [
        ("zh-cmn", "zh"),
        ("zh-yue-HK", "yue"),
        ("ln-LIN", "ln"),
        ("ff-FUL", "ff"),
        ("la-XN", "la"),
        ("fn-FNG", None),
        ("zh-min-nan", "nan"),
        ("PT_br", "pt-BR"),
        (" de ", "de"),
        ("../de", None),
    ],
)
def test_odd_codes_are_read_or_left(code: str, tag: str | None) -> None:
    assert tag_of(code) == tag


def test_where_both_are_offered_the_right_one_is_taken() -> None:
    for order in (("pt-PT", "pt-BR", "pt"), ("pt", "pt-BR", "pt-PT"), ("pt-BR", "pt", "pt-PT")):
        for wanted in ("pt", "pt-BR", "pt-PT"):
            found = match(wanted, order)
            assert found is not None
            assert (found.code, found.exact) == (wanted, True)


def test_a_note_is_about_two_tags() -> None:
    assert note("pt-BR", "pt-PT") == "pt-PT-not-pt-BR"
    assert note("de", "de") == ""
