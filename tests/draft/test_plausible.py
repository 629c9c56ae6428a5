"""Marks in places where they cannot belong, and orders that languages may choose."""

from __future__ import annotations

import pytest

from i18n.draft.one.plausible import position_fault
from i18n.message.marks import Token
from tests.message.marks import close_mark, hold_mark, open_mark

O1, C1, O2, C2, H1, H2, H3 = (
    open_mark(1), close_mark(1), open_mark(2), close_mark(2), hold_mark(1), hold_mark(2), hold_mark(3),
)  # fmt: skip

Tokens = tuple[Token, ...]


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        (("see ", O1, "the map", C1, " of the river"), (O1, "지도", C1, "를 보세요, 그 강의")),
        (("run ", H1, " or ", H2), (H2, " ", H1, " corre")),
        (("move ", H1, " to ", H2, " by ", H3), (H3, "로 ", H1, "에서 ", H2)),
        ((O1, "Mariam", C1, " left in ", O2, "1998", C2), ("En ", O2, "1998", C2, " se fue ", O1, "Mariam", C1)),
        ((O1, "Mariam", C1, " and Mariam again"), ("Mariam y otra vez ", O1, "Mariam", C1)),
        (("Read ", O1, "all of the long report about the river", C1), ("Lee ", O1, "entero el largo informe", C1)),
        (("a ", O1, "b", C1), (O1, "una cosa", C1)),
        (("the ", O1, "page of ", H2, C1), ("la ", O1, H2, " y su página", C1)),
    ],
)  # fmt: skip
def test_every_order_of_words_is_plausible(source: Tokens, answer: Tokens) -> None:
    assert not position_fault(source, answer)


@pytest.mark.parametrize(
    ("source", "answer", "fault"),
    [
        (
            ("see ", O1, "the page of ", H2, C1),
            ("mira ", O1, "la página de", C1, " ", H2),
            "a placeholder came back in or out of a tag that was not around it",
        ),
        (
            ("use ", H2, " in ", O1, "the page", C1),
            ("usa ", O1, H2, " en la página", C1),
            "a placeholder came back in or out of a tag that was not around it",
        ),
        (
            (O1, "Mariam", C1, " met ", O2, "Yusuf", C2),
            (O1, "Yusuf", C1, " fue visto por ", O2, "Mariam", C2),
            "a tag came back around other words than its own",
        ),
        (
            ("in 1998 the ", O1, "bridge", C1, " fell"),
            ("cayó ", O1, "en 1998 el puente", C1),
            "a tag came back around other words than its own",
        ),
        (
            ("the nurse counts ", O1, "every", C1, " box again in the evening"),
            (O1, "la enfermera vuelve a contar cada caja por la tarde", C1),
            "a tag came back around most of the text, or around almost nothing of it",
        ),
        (
            ("Read ", O1, "all of the long report about the river and its people", C1, " now"),
            (O1, "Ya", C1, " lee entero el largo informe sobre el río y la gente que vive allí"),
            "a tag came back around most of the text, or around almost nothing of it",
        ),
        (
            ("open ", H1, " then write ", H2, " and close ", H3, " again"),
            ("abre luego escribe y cierra otra vez ", H1, " ", H2, " ", H3),
            "the placeholders came back in one heap",
        ),
    ],
)
def test_what_is_certainly_wrong(source: Tokens, answer: Tokens, fault: str) -> None:
    assert position_fault(source, answer) == fault
