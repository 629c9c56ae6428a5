from __future__ import annotations

from collections.abc import Sequence

import pytest

from i18n.markdown.dialects import named
from i18n.message.marks import Mark, Role, Run, plain
from i18n.message.runs import runs

GFM = named("gfm")


def shape(message: str, *labels: str, terms: Sequence[str] = ()) -> str:
    """Text as it is, marks as `<1>`, `</1>`, `[1 kind raw]`."""
    return "".join(_shape(run) for run in runs(message, GFM, labels, terms))


def _shape(run: Run) -> str:
    token = run.token
    if isinstance(token, str):
        return token
    assert isinstance(token, Mark)
    if token.role is Role.HOLD:
        return f"[{token.id} {run.kind} {run.raw}]"
    return f"<{token.id}>" if token.role is Role.OPEN else f"</{token.id}>"


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("plain words", "plain words"),
        ("a **b _c_** d", "a <1>b <2>c</2></1> d"),
        ("***both***", "<1><2>both</2></1>"),
        ("see [the map](map.md#top)", "see <1>the map</1>"),
        ("run `make` now", "run [1 code `make`] now"),
        ("[`code`](x) alone", "[1 link [`code`](x)] alone"),
        ("two `file`s", "two [1 code `file`s]"),
        ("v{version} is out", "[1 variable v{version}] is out"),
        ("raise retry_after", "raise [1 literal retry_after]"),
        ("set changeTracking in *its cache.db*", "set [1 literal changeTracking] in <2>its [3 literal cache.db]</2>"),
        ("with --quiet or set_up()", "with [1 literal --quiet] or [2 literal set_up()]"),
        ("~~old~~ new", "<1>old</1> new"),
        ("a<br>b\nc", "a[1 break <br>]b[2 break \n]c"),
        ("<b>bold</b> and <img src=x>", "<1>bold</1> and [2 html <img src=x>]"),
        ('see <a title="1 > 0" href="x">it</a> now', "see <1>it</1> now"),
        ("a <object>b</object> c", "a [1 html <object>b</object>] c"),
        ("press <kbd>Ctrl</kbd> now", "press [1 html <kbd>Ctrl</kbd>] now"),
        ("H<sub>2</sub>O", "[1 html H<sub>2</sub>O]"),
        ("word[^1] more", "word[1 footnote [^1]] more"),
        ("![a house](h.png) here", "[1 image ![a house](h.png)] here"),
        ("<https://x.example> too", "[1 link <https://x.example>] too"),
        ("at https://y.example/a_b.", "at [1 url https://y.example/a_b]."),
        ("mail a.b@c.example today", "mail [1 email a.b@c.example] today"),
        ("Hello {name}, %s", "Hello [1 variable {name}], [2 variable %s]"),
        ("a %(n)d of ${x}", "a [1 variable %(n)d] of [2 variable ${x}]"),
        ("{{ page.title }} {% raw %}", "[1 template {{ page.title }}] [2 template {% raw %}]"),
        ("a {{< ref \"*b*\" >}} c", "a [1 template {{< ref \"*b*\" >}}] c"),
        ("hope (Acts 1:8) and Eph. 6:18–20", "hope ([1 fact Acts 1:8]) and [2 fact Eph. 6:18–20]"),
        ("(1 Cor. 13:4-7; Rom. 8:28) holds", "([1 fact 1 Cor. 13:4-7]; [2 fact Rom. 8:28]) holds"),
        ("see Song of Songs 2:1", "see [1 fact Song of Songs 2:1]"),
        ("5 km or 12.5 kg", "[1 fact 5 km] or [2 fact 12.5 kg]"),
        ("at 40 % for $30", "at [1 fact 40 %] for [2 fact $30]"),
        ("5&nbsp;km on", "[1 fact 5&nbsp;km] on"),
        ("with #hope, @ana at issue #12", "with [1 tag #hope], [2 tag @ana] at issue [3 tag #12]"),
        ("well done :tada: all", "well done [1 emoji :tada:] all"),
        ("`a`{b} glued", "[1 code `a`{b}] glued"),
        ("a\x00b", "a[1 control \x00]b"),
        ("[word] and [word][] and [text][word]", "<1>word</1> and <2>word</2> and <3>text</3>"),
    ],
)  # fmt: skip
def test_what_an_engine_sees(message: str, expected: str) -> None:
    assert shape(message, "word") == expected


@pytest.mark.parametrize(
    "message",
    [
        "at 10:30 on Monday 7:15",  # times, not references
        "100 soldiers",
        "in the 1990s",
        "Note: this, that: those",
        "2 * 3 * 4",
        "a ratio 3:4",
        "Dr. Mark said",
        "5 men and 3 hours",
    ],
)
def test_ordinary_text_has_no_placeholders(message: str) -> None:
    assert [run.token for run in runs(message, GFM)] == [message]


def test_percent_before_a_word_is_no_variable() -> None:
    assert shape("100% sure") == "[1 fact 100%] sure"
    assert shape("50 % of them") == "[1 fact 50 %] of them"


def test_entities_and_escapes_are_read_for_the_engine() -> None:
    assert shape(r"AT&amp;T \*never\* sleeps&hellip;") == "AT&T *never* sleeps…"
    assert plain("&unknown; &#65; &#x42; \\a \\\\") == "&unknown; A B \\a \\"


def test_descriptions_and_titles_are_text_within_placeholders() -> None:
    image, *_ = runs('![a house](h.png "by the river") x', GFM)
    assert [image.raw[start:end] for start, end in image.inner] == ["a house", "by the river"]
    close = runs('[a](b "the title") x', GFM)[2]
    assert [close.raw[start:end] for start, end in close.inner] == ["the title"]


def test_a_bare_bracket_is_a_link_only_where_the_article_defines_it() -> None:
    assert shape("[word] here") == "[word] here"
    assert shape("[word] here", "word") == "<1>word</1> here"


TERMS = ("Field Notes", "Signal", "Signal Mill", "R&D", "C#", "野の記録")


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("read Field Notes today", "read [1 term Field Notes] today"),
        ("the Signal Mill and Signal", "the [1 term Signal Mill] and [2 term Signal]"),
        ("Signal’s app, Signal's app", "[1 term Signal]’s app, [2 term Signal]'s app"),
        ("(Signal), “Signal”.", "([1 term Signal]), “[2 term Signal]”."),
        ("in **Field** Notes", "in [1 term **Field** Notes]"),
        ("in Field *Notes* too", "in [1 term Field *Notes*] too"),
        ("see [Field](x.md) Notes", "see [1 term [Field](x.md) Notes]"),
        ("see [Signal](x.md) now", "see [1 link [Signal](x.md)] now"),
        ("see [the Signal](x.md) now", "see <1>the [2 term Signal]</1> now"),
        ("our R&amp;D and R\\&D", "our [1 term R&amp;D] and [2 term R\\&D]"),
        ("in C#, too", "in [1 term C#], too"),
        ("私は野の記録を読む", "私は[1 term 野の記録]を読む"),
    ],
)
def test_terms_are_placeholders(message: str, expected: str) -> None:
    assert shape(message, terms=TERMS) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("a signal, Signals, a SIGNAL", "a signal, Signals, a SIGNAL"),
        ("*the Field* Notes", "<1>the Field</1> Notes"),
        ("run `Signal` at https://x.example/Signal", "run [1 code `Signal`] at [2 url https://x.example/Signal]"),
        ("Field\nNotes", "Field[1 break \n]Notes"),
    ],
)
def test_what_is_no_term_stays_as_it_was(message: str, expected: str) -> None:
    assert shape(message, terms=TERMS) == shape(message) == expected
