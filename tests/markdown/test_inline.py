from __future__ import annotations

import pytest
from hypothesis import given

from i18n.markdown import inline
from i18n.markdown.dialects import GFM
from i18n.markdown.inline import Inline
from tests.laws.markdown import translations


def found(message: str, *labels: str) -> list[tuple[str, str, str]]:
    return [
        (node.kind, node.span.of(message), node.value)
        for node in inline.walk(inline.parse(message, GFM, labels))
        if node.kind != "text"
    ]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Just words.", []),
        ("7. Februar", []),
        ("# no heading", []),
        ("- no list", []),
        ("> no quote", []),
        ("`a` and ``b ` c``", [("code", "`a`", "a"), ("code", "``b ` c``", "b ` c")]),
        ("한국어 **굵게** é", [("strong", "**굵게**", "")]),
        ("[a *b*](c 'd')", [("link", "[a *b*](c 'd')", "c"), ("emphasis", "*b*", "")]),
        ("![a](b.png)", [("image", "![a](b.png)", "b.png")]),
        ("<b>x</b>", [("html", "<b>", "<b>"), ("html", "</b>", "</b>")]),
        ("<https://example.org>", [("link", "<https://example.org>", "https://example.org")]),
        ("[a][b] [c][] d[^1]", [("link", "[a][b]", "b"), ("link", "[c][]", "c"), ("footnote", "[^1]", "1")]),
        ("~~a~~ ~b~", [("strikethrough", "~~a~~", ""), ("strikethrough", "~b~", "")]),
        ("a\nb", [("break", "\n", "")]),
        ("[sic]", []),
    ],
)
def test_what_stands_inside_a_message(message: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(message) == expected


def test_a_bare_label_is_a_reference_only_if_the_article_defines_it() -> None:
    assert found("See [Guide].", "guide") == [("link", "[Guide]", "Guide")]
    assert found("See [Guide].", "other") == []


@given(translations)
def test_nodes_lie_within_the_message_and_in_order(message: str) -> None:
    def inside(nodes: tuple[Inline, ...], start: int, end: int) -> None:
        at = start
        for node in nodes:
            (first, last), inner = node.span, node.inner
            assert at <= first <= inner.start <= inner.end <= last <= end, node
            inside(node.children, first, last)
            at = last if node.kind != "break" else max(at, first)

    message = message.replace("\r", " ")
    if "\n" not in message:
        inside(inline.parse(message, GFM), 0, len(message))
