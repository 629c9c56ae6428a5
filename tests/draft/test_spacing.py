from __future__ import annotations

import pytest

from i18n.draft.one.spacing import spaced
from i18n.message.marks import Mark, Role
from i18n.message.packed import letter

HOLD = letter(Mark(Role.HOLD, 1))
OPEN, CLOSE = letter(Mark(Role.OPEN, 2)), letter(Mark(Role.CLOSE, 2))


@pytest.mark.parametrize(
    ("source", "answer", "expected"),
    [
        ("_’s house", "_ ’s casa", "_’s casa"),
        ("the _-led group", "el _ -grupo", "el _-grupo"),
        ("the _ – a group", "el _ – un grupo", "el _ – un grupo"),
        ("a word_ here", "palabra _ aquí", "palabra_ aquí"),
        ("see _ now", "mira_ahora", "mira _ ahora"),
        ("see (_) now", "mira (_ ) ahora", "mira (_) ahora"),
        ("see _ now", "mira  _   ahora", "mira _ ahora"),
        ("a <red> house", "una< roja >casa", "una <roja> casa"),
        ("見る_を", "Siehe _ jetzt", "Siehe _ jetzt"),
        ("보기_를", "Siehe_jetzt", "Siehe _ jetzt"),
        ("看_，好", "看_，好", "看_，好"),
        ("all is well", "todo está bien", "todo está bien"),
    ],
)
def test_spaces_stand_as_in_the_source(source: str, answer: str, expected: str) -> None:
    def packed(text: str) -> str:
        return text.replace("_", HOLD).replace("<", OPEN).replace(">", CLOSE)

    assert spaced(packed(answer), packed(source)) == packed(expected)


def test_a_footnote_stands_close_to_a_word_whatever_stands_after_it() -> None:
    assert spaced(f"ein Wort {HOLD} hier", f"文字{HOLD}在", {HOLD}) == f"ein Wort{HOLD} hier"
    assert spaced(f"ein Wort {HOLD} hier", f"文字{HOLD}在") == f"ein Wort {HOLD} hier"
