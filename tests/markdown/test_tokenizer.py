"""The tokenizer reads what html5lib reads, and knows where each part stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

import pytest
from html5lib._tokenizer import HTMLTokenizer
from html5lib.constants import tokenTypes
from hypothesis import example, given, settings
from hypothesis import strategies as st

from i18n.markdown.tokenizer import RAW_TEXT, Comment, RawText, Tag, resolved, tags, tokens

Read: TypeAlias = tuple[str, bool, bool, dict[str, str]] | tuple[str, str]
"""A tag: name, closing, empty, attributes. Anything else: its kind and its text."""

_KINDS = {number: name for name, number in tokenTypes.items()}
_STATES = {
    "script": "scriptDataState",
    "plaintext": "plaintextState",
    "textarea": "rcdataState",
    "title": "rcdataState",
}
_OPEN_END = re.compile(r"(?:--!|--?)\Z")

BITS = (
    "<", "</", ">", "/>", "<!--", "-->", "--!>", "-", "--", "!", "<?", "?>", "<![CDATA[", "]]>", "<!DOCTYPE", '"', "'",
    "=", "/", " ", "\n", "\t", "\f", "\r", "\r\n", "a", "B", "x", "on", "script", "<script", "</script", "<style>",
    "</style", "<textarea>", "</textarea>", "<plaintext>", "<title>", "</title ", "<xmp>", "</xmp>", "<noscript>",
    "</noscript>", "<iframe/>", "<a ", "href=", "&", "&amp", "&amp;", "&lt", "&not", "it;", "&#", "x3c", ";", "60",
    "&#x80;", "\x00", "é", "İ", "\u212a", "`", "{", "😀",
)  # fmt: skip
texts = st.lists(st.sampled_from(BITS), max_size=14).map("".join) | st.text(max_size=30)

HARD = (
    "<img alt=x' src=//e>",
    "<a title=x' href=//e>",
    "<b title=' style=x>y",
    "<a\x0cb=c/d='e'f>",
    "<a/b/=c d = 'e' f=g/>",
    "<a ==b =c>",
    "<a b=c B=d b=e>",
    "<a b='c'd>",
    "<a href=?a&copy=1&amp;b&lt&lt;&#106;&#x6A;&#0;&#xD800;&#1114112;&notit;&notin;>",
    "<A\x00b c\x00=\x00>",
    "<a \"='b>",
    "<a <b>",
    "<a b",
    "<a b='c>",
    "</a b=c/>",
    "</ a>",
    "</>x</a",
    "<!-->x-->",
    "<!--->x-->",
    "<!---->x",
    "<!--a--!>x",
    "<!--a--!b-->x",
    "<!-- <!--> x -->",
    "<!-- a",
    "<!a 'b>'>",
    "<!doctype html 'b>'>",
    "<?php if ($a > 1) ?>",
    "<![CDATA[a > b]]>",
    "<textarea><b></textarea x='y'>z",
    "<TITLE><b></titles></title/>",
    "<style><b></STYLE><b>",
    "<script><!--<script></script><b></script><b>",
    "<script><!--><script></script><b>",
    "<script><!--<script>--></script><b>",
    "<script><!--</script><b>",
    "<script/><b>",
    "<plaintext></plaintext><b>",
    "<noscript><img alt='</noscript><b>'>",
    "</script><b>",
    "<\u212abd></\u0130>",
    "<a\u00a0b=c>",
)


def by_html5lib(text: str) -> Iterator[Read]:
    """What html5lib's tokenizer reads, in elements of raw text by the state that its parser would choose."""
    tokenizer = HTMLTokenizer(text)
    for token in tokenizer:
        kind = _KINDS[token["type"]]
        if kind in ("StartTag", "EndTag"):
            yield token["name"], kind == "EndTag", token["selfClosing"], dict(token["data"])
            if kind == "StartTag" and token["name"] in RAW_TEXT:
                tokenizer.state = getattr(tokenizer, _STATES.get(token["name"], "rawtextState"))
        elif kind == "Comment":
            yield kind, token["data"]
        elif kind == "Doctype":
            yield kind, ""


def by_us(text: str) -> Iterator[Read]:
    for token in tokens(text):
        if isinstance(token, Tag):
            if token.is_finished:
                values = {each.name: each.value for each in token.attributes if not each.is_repeated}
                yield token.name, token.is_closing, token.is_empty, values
        elif isinstance(token, Comment) and token.span.of(text) != "</>":
            yield ("Doctype", "") if token.kind == "doctype" else ("Comment", comment(text, token))


def comment(text: str, token: Comment) -> str:
    raw = token.span.of(text).replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")
    if token.kind == "bogus":
        body = raw[1:-1] if token.is_finished else raw[1:]
        return body[1:] if body[0] in "!/" else body
    if raw in ("<!-->", "<!--->"):
        return ""
    return re.sub(r"--!?>\Z", "", raw[4:]) if token.is_finished else _OPEN_END.sub("", raw[4:])


@pytest.mark.parametrize("text", HARD)
def test_it_reads_what_html5lib_reads(text: str) -> None:
    assert list(by_us(text)) == list(by_html5lib(text))


@given(texts)
@settings(max_examples=1500)
def test_it_reads_any_text_as_html5lib_does(text: str) -> None:
    # html5lib takes a NUL right after `<!--` for a dash; Chromium and the standard do not.
    text = re.sub(r"<!--(-?)\0", r"<!--\1x", text)
    assert list(by_us(text)) == list(by_html5lib(text))


@given(texts)
@example("<a b='c' d=e f>")
@settings(max_examples=400)
def test_every_part_stands_where_it_says(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert at <= token.span.start < token.span.end <= len(text)
        at = token.span.end
        if isinstance(token, RawText):
            continue
        assert token.span.of(text).startswith("<")
        assert token.span.of(text).endswith(">") or not token.is_finished
        if isinstance(token, Tag):
            within = token.name_span.end
            for each in token.attributes:
                assert within <= each.name_span.start < each.name_span.end <= each.value_span.start
                assert resolved(each.value_span.of(text)) == each.value
                within = each.value_span.end
            assert within <= token.span.end
    assert at == len(text) or "<" not in text[at:] or re.fullmatch(r"(?s)(?:[^<]|<(?![A-Za-z!?]|/.))*", text[at:])


@given(texts.map(lambda text: re.sub("[!?]", "", text)))
@settings(max_examples=400)
def test_comments_alone_hide_tags(text: str) -> None:
    assert [*tags(text)] == [*tokens(text, raw=False)] or re.search("</(?![A-Za-z])", text)


def test_a_reference_in_an_attribute_counts_without_semicolon_only_where_no_word_goes_on() -> None:
    assert resolved("?a&copy=1&copy2&copy&copy;") == "?a&copy=1&copy2©©"
    assert resolved("&#x80;&#129;&#" + "9" * 5000 + ";&#" + "0" * 5000 + "65;") == "€\x81\ufffdA"


def test_raw_text_is_given_with_its_element() -> None:
    text = "<style>a</style><iframe></iframe><textarea><b>"
    assert [
        (token.element, token.span.of(text), token.is_finished) for token in tokens(text) if isinstance(token, RawText)
    ] == [
        ("style", "a", True),
        ("textarea", "<b>", False),
    ]
