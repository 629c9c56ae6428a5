from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.markdown import html
from i18n.markdown.tokenizer import RAW_TEXT


def words(text: str) -> list[str]:
    return [text[each.start : each.end] for each in html.words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<p>One <b>bold</b> word</p>", ["One <b>bold</b> word"]),
        ("<p><b>All bold</b></p>", ["All bold"]),
        ("<p><b>One</b> and <b>two</b></p>", ["<b>One</b> and <b>two</b>"]),
        ("<p><a href='x'><em>Deep</em></a></p>", ["Deep"]),
        ("<p>Run <code>cmd</code> now</p>", ["Run <code>cmd</code> now"]),
        ("<p><code>cmd</code></p>", []),
        ("<p>1 &mdash; 2</p>", []),
        ("<p><br>Text<br></p>", ["Text"]),
        ("<img alt='A cat' src='words.png'>", ["A cat"]),
        ("<a href='x' title=\"Go\"><img alt=''></a>", ["Go"]),
        ("<input placeholder='Your name' value='kept'>", ["Your name"]),
        ("<script>var words;</script>After", ["After"]),
        ("<pre>code <b>x</b></pre><p>After</p>", ["After"]),
        ('<p translate="no">Brand</p><p>After</p>', ["After"]),
        ("Keep <span translate='no'>Brand</span> here", ["Keep <span translate='no'>Brand</span> here"]),
        ("<p>Never closed", ["Never closed"]),
        ("<svg><text>drawn</text></svg>", []),
        ("<!-- comment --><p>Text <!-- in --> it</p>", ["Text <!-- in --> it"]),
        ("</div>Tail", ["Tail"]),
        ("a < b and c > d", ["a < b and c > d"]),
        ("<p>https://example.org</p>", []),
    ],
)
def test_words_for_readers(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_tags_are_compared_without_white_space_quotes_and_words() -> None:
    assert html.tags("<a  href='x'\n title='One'>") == html.tags('<A title="Zwei" href="x">')
    assert html.tags("<a href='x'>") != html.tags("<a href='y'>")
    assert html.tags("<a href='x'>") != html.tags("<a href='x' onclick='y'>")


@given(st.text(alphabet="<>/abp \"'=!-&;é\n", max_size=60))
def test_spans_are_ascending_and_never_cut_a_tag(text: str) -> None:
    at = 0
    for each in html.words(text):
        assert at <= each.start < each.end <= len(text)
        at = each.end


@pytest.mark.parametrize("name", ["b", "BR", "h1", *sorted(RAW_TEXT)])
def test_the_quick_look_at_a_plain_tag_sees_what_the_tokenizer_sees(name: str) -> None:
    assert html.tags(f"<{name}>") == html.tags(f"<{name} >") == (name.lower(),)
    assert html.tags(f"</{name}>") == html.tags(f"</{name} >") == (f"/{name.lower()}",)
