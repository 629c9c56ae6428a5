from __future__ import annotations

import pytest

from i18n.draft.one.assembly import Restored, assemble
from i18n.markdown.dialects import named
from i18n.message.marks import Token
from i18n.message.pieces import cut, pieces
from tests.message.marks import close_mark, hold_mark, open_mark

GFM = named("gfm")

O1, C1, O2, C2, H1, H2, H3 = (
    open_mark(1),
    close_mark(1),
    open_mark(2),
    close_mark(2),
    hold_mark(1),
    hold_mark(2),
    hold_mark(3),
)


def restored(message: str, *answer: Token) -> Restored:
    (piece,) = pieces(cut(message, GFM, ("label",)))
    return assemble(piece, answer, {}, GFM, ("label",))


@pytest.mark.parametrize(
    ("message", "answer", "expected"),
    [
        ("a **red** house", ("una casa ", O1, "roja", C1), "una casa **roja**"),
        ("a **red** house", ("una casa", O1, " roja ", C1, "."), "una casa **roja**."),
        ("see [it](x.md) now", ("míralo ", O1, "ya", C1, " ahora"), "míralo [ya](x.md) ahora"),
        ("see [label] now", ("mira ", O1, "etiqueta", C1, " ya"), "mira [etiqueta][label] ya"),
        ("see [label][] now", ("mira ", O1, "etiqueta", C1, " ya"), "mira [etiqueta][label] ya"),
        ("see [this][label] now", ("mira ", O1, "esto", C1, " ya"), "mira [esto][label] ya"),
        ("it holds[^1] firm", ("se mantiene ", H1, " firme"), "se mantiene[^1] firme"),
        ("run `make` or `test` now", ("ahora ", H2, " o", H1, "corre"), "ahora `test` o `make` corre"),
        ("(`make` is it)", ("( ", H1, " lo es )"), "(`make` lo es)"),
        ("say {name}, please", ("di ", H1, " , por favor"), "di {name}, por favor"),
        ("this &amp; that&nbsp;one", ("esto & aquello\xa0uno",), "esto &amp; aquello&nbsp;uno"),
        ("one \\* two", ("uno * dos",), "uno \\* dos"),
        ("some **bold** x", ("**", O1, "negrita", C1, "** x"), "\\*\\***negrita**\\*\\* x"),
        ("some words", ("algunas <b>palabras</b>",), "algunas &lt;b>palabras&lt;/b>"),
        ("some words", ("[a](b) `c`",), "\\[a\\](b) \\`c\\`"),
        ("a _word_ there", ("단어 ", O1, "말", C1, "은 거기"), "단어 *말*은 거기"),
        ("**“Quote”** it", (O1, "“인용”", C1, "은 그것"), "“**인용**”은 그것"),
    ],
)  # fmt: skip
def test_markup_is_restored(message: str, answer: tuple[Token, ...], expected: str) -> None:
    assert restored(message, *answer) == Restored(expected)


@pytest.mark.parametrize(
    ("message", "answer", "fault"),
    [
        ("a **red** house", ("una casa roja",), "a tag was lost"),
        ("a **red** house", (O1, "una", C1, O1, "casa", C1), "a tag came back twice or was made up"),
        ("a **red** house", ("una ", C1, "casa", O1), "tags came back crossed"),
        ("a **red** house", ("una casa roja", O1, " ", C1), "a tag came back around no word"),
        ("a **b** *c*", (O1, "a ", O2, "b", C1, " c", C2), "tags came back crossed"),
        ("run `make` now", ("corre ya",), "a placeholder was lost"),
        ("run `make` now", ("corre ", H1, H1), "a placeholder came back twice or was made up"),
        ("run `make` now", ("corre ", H3), "a placeholder was lost"),
        ("a **red** house", (O1, C1), "it came back without a word"),
        ("some words", ("…",), "it came back without a word"),
    ],
)
def test_markup_in_doubt_is_refused(message: str, answer: tuple[Token, ...], fault: str) -> None:
    assert restored(message, *answer) == Restored(fault=fault)
