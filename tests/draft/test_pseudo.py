from __future__ import annotations

from i18n.draft import Request, Traffic, choose, draft
from i18n.draft.engine import Query, Translation
from i18n.draft.engines.pseudo import Pseudo
from i18n.markdown.dialects import named
from i18n.model import Unit
from tests.message.marks import close_mark, hold_mark, open_mark


def test_words_change_and_grow_and_marks_stay() -> None:
    tokens = ("the ", open_mark(1), "red", close_mark(1), " house and ", hold_mark(2), ".")
    expected = ("ţĥé ", open_mark(1), "ŕéð", close_mark(1), " ĥóúšé áñð ", hold_mark(2), ".", " ĺóŕéɱ")
    for _ in range(2):
        assert Pseudo().translate([Query(tokens)], "en", "de", "words") == (Translation(expected),)


def test_languages_from_right_to_left_are_mirrored() -> None:
    (answer,) = Pseudo().translate([Query(("the ", open_mark(1), "red", close_mark(1)))], "en", "ar", "words")
    assert answer == Translation(("\u202eţĥé\u202c ", open_mark(1), "\u202eŕéð\u202c", close_mark(1)))


def test_drafts_of_whole_messages() -> None:
    (engine,) = choose(["pseudo"], {}, remote="never")
    assert engine.traffic is Traffic.NONE
    message = "See **the [list](l.md)**, `code`, {name} and https://example.org/x[^1]."
    for target in ("ar", "he", "ja"):
        (outcome,) = draft([Request(Unit(message), "a", named("gfm"))], [engine], "en", target)
        assert outcome.unit.msgstr
    (outcome,) = draft([Request(Unit(message), "a", named("gfm"))], [engine], "en", "ko")
    assert outcome.unit.fuzzy
    assert outcome.unit.msgstr == "Šéé **ţĥé [ĺíšţ](l.md)**, `code`, {name} áñð https://example.org/x[^1]. ĺóŕéɱ"
