from __future__ import annotations

from dataclasses import replace
from unicodedata import normalize

import pytest

from i18n.check import Where, check_unit
from i18n.check.settings import Settings
from i18n.draft import Request, Traffic, choose, draft
from i18n.draft.engine import Query, Translation
from i18n.draft.engines.pseudo import Pseudo
from i18n.draft.many.facts import FactWriter
from i18n.markdown.dialects import named
from i18n.model import Unit
from tests.message.marks import close_mark, hold_mark, open_mark


def test_words_change_and_grow_and_marks_stay() -> None:
    tokens = ("the ", open_mark(1), "red", close_mark(1), " house and ", hold_mark(2), ".")
    expected = ("ţĥé ", open_mark(1), "ŕéð", close_mark(1), " ĥóúšé áñð ĺóŕéɱ ", hold_mark(2), ".")
    for _ in range(2):
        assert Pseudo().translate([Query(tokens)], "en", "de", "words") == (Translation(expected),)


def test_languages_from_right_to_left_have_letters_that_run_so() -> None:
    query = Query(("the ", open_mark(1), "red", close_mark(1), ", is it?"))
    (answer,) = Pseudo().translate([query], "en", "ar", "words")
    assert answer == Translation(("تهي ", open_mark(1), "ريد", close_mark(1), ", يس يت لوريم؟"))
    (answer,) = Pseudo().translate([query], "en", "he", "words")
    assert answer == Translation(("תהי ", open_mark(1), "ריד", close_mark(1), ", יס ית לורימ?"))
    (answer,) = Pseudo().translate([Query(("red",))], "en", "syr", "words")
    assert answer == Translation(("\u202ered\u202c",))


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("de", "Do not stop there (ever).", "Ðó ñóţ šţóþ ţĥéŕé (éṽéŕ ĺóŕéɱ íþšúɱ)."),
        ("de", "Set retry_after in a.toml to 3: now", "Šéţ retry_after íñ a.toml ţó 3: ñóŵ ĺóŕéɱ íþšúɱ ðóĺóŕ"),
        ("es", "Is it red? Run!", "¿Íš íţ ŕéð? ¡Ŕúñ ĺóŕéɱ!"),
        ("de", "Is it red?", "Íš íţ ŕéð ĺóŕéɱ?"),
    ],
)
def test_a_draft_ends_as_its_source_and_keeps_what_programs_read(locale: str, text: str, expected: str) -> None:
    assert Pseudo().translate([Query((text,))], "en", locale, "words") == (Translation((expected,)),)


@pytest.mark.parametrize("locale", ["de", "es", "ar", "he", "ko", "fr"])
def test_our_own_checks_have_nothing_against_them(locale: str) -> None:
    messages = (
        "Sweep the roof, and cut back the branches above it.",
        "**Note:** [the list](l.md) has `code` and {name}!",
        "What does it cost? It costs 1,240 francs.",
        "Set keep_order in a.toml (see *below*); then run it again:",
        "She said “it is cold” twice.",
    )
    facts = FactWriter("en", locale)
    with Pseudo() as engine:
        outcomes = list(
            draft([Request(Unit(m), "a", named("gfm")) for m in messages], [engine], "en", locale, facts=facts)
        )
    for outcome in outcomes:
        unit = replace(outcome.unit, fuzzy=False, comments=())
        assert unit.msgstr == normalize("NFC", unit.msgstr)
        assert not list(check_unit(unit, Where("a.po", locale, "en", named("gfm")), Settings())), unit.msgstr


def test_drafts_of_whole_messages() -> None:
    (engine,) = choose(["pseudo"], {}, remote="never")
    assert engine.traffic is Traffic.NONE
    message = "See **the [list](l.md)**, `code`, {name} and https://example.org/x[^1]."
    for target in ("ar", "he", "ja"):
        (outcome,) = draft([Request(Unit(message), "a", named("gfm"))], [engine], "en", target)
        assert outcome.unit.msgstr
    (outcome,) = draft([Request(Unit(message), "a", named("gfm"))], [engine], "en", "ko")
    assert outcome.unit.fuzzy
    assert outcome.unit.msgstr == "Šéé **ţĥé [ĺíšţ](l.md)**, `code`, {name} áñð ĺóŕéɱ https://example.org/x[^1]."
