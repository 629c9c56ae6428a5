"""What is refused: no person should have to read it."""

from __future__ import annotations

import pytest

from i18n.draft.quality import assess
from tests.draft.quality.test_notes import PROSA, PROSE

CHATTER = "it talks about the translation"


@pytest.mark.parametrize(
    "msgstr",
    [
        f"Sure, here is the translation: {PROSA}",
        f"Here’s the Spanish translation of your text:\n{PROSA}",
        f"Translation: {PROSA}",
        f"**Traducción:** {PROSA}",
        f"Traducción (español): {PROSA}",
        f"{PROSA} (Nota: «frasco» se refiere a una vacuna.)",
        f"{PROSA}\nNote: I kept the tone formal.",
        f"<think>They want Spanish.</think> {PROSA}",
        f"```\n{PROSA}\n```",
        "I’m sorry, but I can’t help with that.",
        "As an AI language model, I cannot translate this.",
    ],
)
def test_talk_about_the_translation(msgstr: str) -> None:
    assert assess(PROSE, msgstr, "en", "es").fault == CHATTER


def test_talk_in_other_scripts() -> None:
    assert (
        assess(PROSE, "翻訳：雨季の最初の朝に箱を開けた看護師は、小瓶をすべて数え直した。", "en", "ja").fault == CHATTER
    )
    assert (
        assess(PROSE, "번역: 우기의 첫날 아침 상자를 연 간호사는 약병을 모두 다시 세었다.", "en", "ko").fault == CHATTER
    )


@pytest.mark.parametrize(
    ("msgstr", "fault"),
    [
        (PROSE.replace("nurse", "enfermera"), "most of the source came back as it was"),
        ("La enfermera " + "contó los frascos " * 8, "it says the same again and again"),
        ("La enfermera la la la la la la la la la la la la", "it says the same again and again"),
        ("Ella.", "most of the text is missing"),
        (" ".join(f"{PROSA} {number}" for number in range(8)), "it is many times as long as its source"),
    ],
)
def test_what_is_of_no_use(msgstr: str, fault: str) -> None:
    assert assess(PROSE, msgstr, "en", "es").fault == fault


def test_the_wrong_script() -> None:
    assert assess(PROSE, PROSA, "en", "ko").fault == "it is not in the script of the language"
    assert assess(PROSE, PROSA, "en", "sr-Latn").fault == ""
    assert assess(PROSE, PROSA, "en", "sr").fault == "it is not in the script of the language"


def test_a_loop_of_letters_without_spaces() -> None:
    assert assess("The water came at last.", "水がついに来た来た来た来た来た来た来た来た来た", "en", "ja").fault


def test_a_short_text_may_be_longer_than_any_band() -> None:
    assert not assess("Go", "Vámonos de aquí ahora mismo", "en", "es").fault
    assert assess("Go", PROSA, "en", "es").fault == "it is many times as long as its source"
