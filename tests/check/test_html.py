"""HTML: tags and attributes stay, the text of alt and title is translated."""

from __future__ import annotations

import pytest

from i18n.markdown import html
from tests.check.judging import rules

RIGHT = [
    ("Water <b>now</b>", "Wasser <b>jetzt</b>"),
    ('<abbr title="World Health Organization">WHO</abbr>', '<abbr title="Weltgesundheitsorganisation">WHO</abbr>'),
    ('<img src="a.png" alt="A well">', '<img alt="Ein Brunnen" src="a.png">'),
    ("<span class='x'>a</span>", '<span class="x">b</span>'),
    ("<B>a</B>", "<b>c</b>"),
    ("<i>one</i> <b>two</b>", "<b>zwei</b> <i>eins</i>"),
    ('<a href="?a=1&amp;b=2">x</a>', '<a href="?a=1&b=2">y</a>'),
    ("Line<br>break", "Zeilen<br>umbruch"),
    ("a <!-- note --> b", "b <!-- note --> a"),
    ("5 < 7 > 3", "5 < 7 > 3"),
]
WRONG = [
    ("Water <b>now</b>", "Wasser jetzt"),
    ("Water <b>now</b>", "Wasser <b>jetzt"),
    ("Water <b>now</b>", "Wasser <strong>jetzt</strong>"),
    ("Water now", "Wasser <b>jetzt</b>"),
    ('<span class="x">a</span>', '<span class="y">a</span>'),
    ('<span class="x">a</span>', "<span>a</span>"),
    ('<img src="a.png" alt="A well">', '<img src="b.png" alt="Ein Brunnen">'),
    ('<img src="a.png" alt="A well">', '<img src="a.png">'),
    ("Line<br>break", "Zeilen<br><br>umbruch"),
    ("a <!-- note --> b", "a <!-- Notiz --> b"),
]


@pytest.mark.parametrize(("msgid", "msgstr"), RIGHT)
def test_right(msgid: str, msgstr: str) -> None:
    assert rules(msgid, msgstr) == set()


@pytest.mark.parametrize(("msgid", "msgstr"), WRONG)
def test_wrong(msgid: str, msgstr: str) -> None:
    assert rules(msgid, msgstr) == {"html"}


def test_an_address_may_change_to_an_allowed_one() -> None:
    msgid = 'See <a class="{x}" href="https://en.wikipedia.org/a">it</a>'
    german = 'Siehe <a class="{x}" href="https://de.wikipedia.org/a">es</a>'
    assert rules(msgid, german) == {"html"}
    assert rules(msgid, german, hosts=["*.wikipedia.org"]) == set()
    assert rules(msgid, german.replace("{x}", "{y}"), hosts=["*.wikipedia.org"]) == {"html"}
    assert rules(msgid, german, hosts=["*.example.org"]) == {"html"}


def test_tags_that_keep_the_direction_may_come_in_where_text_runs_from_right_to_left() -> None:
    msgid = "Read `a[0]` <span>now</span>."
    assert rules(msgid, '<span dir="ltr">`a[0]`</span> <span>را</span>.', "fa") == set()
    assert rules(msgid, "<bdi>`a[0]`</bdi> <span>را</span>.", "ar") == set()
    assert rules(msgid, "<bdi>`a[0]`</bdi> <span>jetzt</span>.", "de") == {"html"}
    assert rules(msgid, "<bdi>`a[0]` <span>را</span>.", "fa") == {"html"}
    assert rules(msgid, "<bdi>`a[0]`</bdi> <span>را</span><b>.</b>", "fa") == {"html"}


def test_two_tags_are_not_one_whose_value_looks_like_attributes() -> None:
    assert html.tags('<i a="b c=d">') != html.tags("<i a=b c=d>")
    assert html.tags("""<i a='x y" b="z w'>""") != html.tags('<i a="x y" b="z w">')
