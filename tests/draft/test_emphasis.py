"""Emphasis that an engine glues to a particle: the draft is written as a build writes what a person types."""

from __future__ import annotations

import pytest

from i18n.draft import Request, draft
from i18n.draft.engine import Translation
from i18n.markdown.dialects import named
from i18n.message.emphasis import repaired
from i18n.message.marks import Token
from i18n.model import Unit
from tests.draft.fake import Fake
from tests.message.marks import close_mark, hold_mark, open_mark

GFM = named("gfm")
H1, O1, C1, O2, C2 = hold_mark(1), open_mark(1), close_mark(1), open_mark(2), close_mark(2)


def drafted(msgid: str, answer: tuple[Token, ...], target: str) -> tuple[str, str]:
    """The draft, and why there is none."""
    engine = Fake(lambda *_: Translation(answer))
    (outcome,) = draft([Request(Unit(msgid), "a", GFM)], [engine], "en", target)
    return outcome.unit.msgstr, outcome.reason


@pytest.mark.parametrize(
    ("msgid", "answer", "typed", "expected"),
    [
        ("Use **`x`** here.", ("이제 ", H1, "은 쓴다."), "이제 **`x`**은 쓴다.", "이제 <strong>`x`</strong>은 쓴다."),
        (
            "Open **[the file](u)** first.",
            ("먼저 ", O1, O2, "파일", C2, C1, "를 연다."),
            "먼저 **[파일](u)**를 연다.",
            "먼저 <strong>[파일](u)</strong>를 연다.",
        ),
        ("It was **50%** then.", ("그때 ", H1, "가 됐다"), "그때 **50%**가 됐다", "그때 <strong>50%</strong>가 됐다"),
        ("It was **50%** then.", ("当时是", H1, "吧。"), "当时是**50%**吧。", "当时是<strong>50%</strong>吧。"),
        ("It was *50%* then.", ("当時", H1, "だった。"), "当時*50%*だった。", "当時<em>50%</em>だった。"),
        ("~~`a`~~ is gone.", (H1, "는 없다."), "~~`a`~~는 없다.", "<del>`a`</del>는 없다."),
        ("A _word_ there", ("거기 ", O1, "말", C1, "은 있다"), "거기 _말_은 있다", "거기 *말*은 있다"),
    ],
)  # fmt: skip
def test_a_draft_is_repaired_as_a_build_repairs(
    msgid: str, answer: tuple[Token, ...], typed: str, expected: str
) -> None:
    assert repaired(msgid, typed, GFM).text == expected
    assert drafted(msgid, answer, "ko") == (expected, "")


def test_punctuation_goes_out_where_that_is_enough() -> None:
    assert drafted("**“Quote”** it", (O1, "“인용”", C1, "은 그것"), "ko") == ("“**인용**”은 그것", "")
    assert drafted("and **“word”**", ("و", O1, "«كلمة»", C1), "ar") == ("و«**كلمة**»", "")


def test_no_tag_is_written_where_no_build_would_write_one() -> None:
    assert drafted("It was **50%** then.", ("zu ", H1, "ig"), "de") == ("zu **50%** ig", "")
    assert drafted("See **`run`** now", (H1, "و"), "ar")[0] in ("", "**`run`** و")
