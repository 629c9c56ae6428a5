from __future__ import annotations

import pytest

from i18n.message.packed import pack
from i18n.message.sentences import sentences
from tests.message.marks import close_mark, hold_mark, open_mark


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three? Four… Five", 5),
        ("“Go home.” She left.", 2),
        ("Dr. Ames met Mr. Hale at 5 p.m. sharp.", 1),
        ("By J. R. Smith, e.g. here.", 1),
        ("It cost 3.5 kilos. Then 2. Then none.", 2),
        ("on Feb. 7 they came.", 1),
        ("말이다. 그렇다.", 2),
        ("これは本です。あれは家です。", 2),
        ("「着いた。」と言った。川は遠い。", 2),
        ("lower. case", 1),
        ("هل وصلت؟ نعم وصلت.", 2),
        ("यह घर है। वह नदी है।", 2),
        ("ቤቱ ቀይ ነው። ወንዙ ሩቅ ነው።", 2),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    assert len(sentences((text,))) == count


def test_a_placeholder_is_no_initial() -> None:
    assert len(sentences(("It weighs ", hold_mark(1), ". Two carry it."))) == 2


def test_a_pair_is_never_cut() -> None:
    tokens = ("A ", open_mark(1), "b. C", close_mark(1), " done. ", hold_mark(2), " e.")
    assert [pack(part) for part, _ in sentences(tokens)] == [pack(tokens[:4]) + " done.", pack(tokens[5:])]


def test_what_stands_close_to_an_end_belongs_to_it() -> None:
    tokens = (open_mark(1), "Wait.", close_mark(1), " They came.", hold_mark(2), " And left.")
    assert [pack(part) for part, _ in sentences(tokens)] == [
        pack(tokens[:3]), pack(("They came.", hold_mark(2))), "And left."
    ]  # fmt: skip
    other = (open_mark(1), "着いた。", close_mark(1), "川は遠い。")
    assert [pack(part) for part, _ in sentences(other)] == [pack(other[:3]), "川は遠い。"]


def test_an_abbreviation_with_marks_is_one() -> None:
    assert len(sentences(("the tools, ", open_mark(1), "e.g.", close_mark(1), " Hammers"))) == 1
