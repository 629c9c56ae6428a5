from __future__ import annotations

import pytest

from i18n.draft.engine import close_mark, hold_mark, open_mark
from i18n.draft.packed import pack
from i18n.draft.sentences import sentences


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
        ("lower. case", 1),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    assert len(sentences((text,))) == count


def test_a_pair_is_never_cut() -> None:
    tokens = ("A ", open_mark(1), "b. C", close_mark(1), " done. ", hold_mark(2), " e.")
    assert [pack(part) for part, _ in sentences(tokens)] == [pack(tokens[:4]) + " done.", pack(tokens[5:])]
