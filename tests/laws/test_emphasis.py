"""The promises of repaired emphasis: nothing visible changes, nothing is repaired twice, what renders stays."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from i18n.markdown import dialects
from i18n.markdown.inline import Inline, parse, walk
from i18n.message.emphasis import TAGS, repaired

GFM = dialects.named("gfm")
_OWN_TAG = re.compile(r"</?(?:em|strong|del)>")

words = st.sampled_from(
    "가 은 “말” (T) 注意： 请 「重要」 です。 Wort _ * ** *** __ ~~ **** `코드` [링크](x_y) ![그림](*z) {{<x>}} "
    "\\* <b> </b> <strong>나</strong> snake_case 2 * 3 😀 \u3000 \n & &amp; [ ] \\ <em>x</em> كلمة".split(" ")
)
glued = st.sampled_from([*"가 은 “말” (T) 注意： 请 「重要」 です。 `코드` [링크](x) \u3000 x, 。".split(" "), " "])
marks = st.sampled_from(("*", "**", "***", "_", "__", "~~"))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """A msgid, and a msgstr that often means the same emphasis."""
    source, target = [], []
    for _ in range(draw(st.integers(1, 4))):
        mark, inner = draw(marks), "".join(draw(st.lists(glued, min_size=1, max_size=3)))
        source.append(f"{mark}w{mark}")
        target += [
            *draw(st.lists(draw(st.sampled_from((glued, glued, glued, words))), max_size=2)),
            mark + inner + mark,
        ]
    return " ".join(source), "".join([*target, draw(glued)])


def nodes(text: str) -> list[Inline]:
    return list(walk(parse(text, GFM)))


def shown(text: str) -> str:
    """What readers see, without the marks that are at stake here."""
    visible = (node.value for node in nodes(text) if node.kind in ("text", "code", "break"))
    return re.sub(r"[*_~]", "", "".join(visible)).strip()


def others(text: str) -> Counter[tuple[str, str, str]]:
    """Links, images, code and HTML."""
    return Counter(
        (node.kind, node.value, node.title)
        for node in nodes(text)
        if node.kind not in ("text", *TAGS) and not _OWN_TAG.fullmatch(node.value)
    )


def emphasis(text: str) -> Counter[str]:
    """By kind; HTML that means the same counts as such."""
    found = nodes(text)
    tags = Counter(node.value for node in found if node.kind == "html")
    in_html = {kind: min(tags[f"<{tag}>"], tags[f"</{tag}>"]) for kind, tag in TAGS.items()}
    return Counter(node.kind for node in found if node.kind in TAGS) + Counter(in_html)


def difference(one: Counter[str], other: Counter[str]) -> int:
    return ((one - other) + (other - one)).total()


@settings(max_examples=400)
@given(pairs())
@example(("**a**", "**“가”**와**“나”**는"))
def test_no_visible_character_changes(pair: tuple[str, str]) -> None:
    msgid, msgstr = pair
    result = repaired(msgid, msgstr, GFM)
    assert shown(result.text) == shown(msgstr)
    assert others(result.text) == others(msgstr)
    assert re.sub(r"[*_~\s]", "", _OWN_TAG.sub("", result.text)) == re.sub(r"[*_~\s]", "", _OWN_TAG.sub("", msgstr))
    assert result.text.count(" ") == msgstr.count(" ")


@settings(max_examples=300)
@given(pairs())
@example(("*c*", "~~_~~ 가~~_~~"))
def test_a_second_repair_changes_nothing(pair: tuple[str, str]) -> None:
    msgid, msgstr = pair
    once = repaired(msgid, msgstr, GFM).text
    again = repaired(msgid, once, GFM)
    assert (again.text, again.changes) == (once, ())


@settings(max_examples=300)
@given(pairs())
def test_a_repair_brings_the_emphasis_nearer_to_the_source(pair: tuple[str, str]) -> None:
    msgid, msgstr = pair
    result = repaired(msgid, msgstr, GFM)
    before, after = difference(emphasis(msgid), emphasis(msgstr)), difference(emphasis(msgid), emphasis(result.text))
    assert after <= before
    assert bool(result.changes) == (result.text != msgstr)


@settings(max_examples=300)
@given(pairs())
def test_a_message_with_the_emphasis_of_its_source_is_untouched(pair: tuple[str, str]) -> None:
    message = pair[1]
    assert repaired(message, message, GFM).text == message


@settings(max_examples=100)
@given(
    st.sampled_from(("*", "**", "_", "__", "~~")),
    st.sampled_from(("“말”", "(T)", "「重」", "`코드`", "[링크](x)", "注意：")),
)
def test_a_quoted_word_before_a_letter_always_renders(mark: str, word: str) -> None:
    msgid = f"{mark}word{mark} is"
    assert emphasis(repaired(msgid, f"{mark}{word}{mark}은", GFM).text) == emphasis(msgid)
    assert emphasis(repaired(msgid, f"은{mark}{word}{mark}", GFM).text) == emphasis(msgid)
