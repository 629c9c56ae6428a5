from __future__ import annotations

import pytest

from i18n.markdown.dialects import named
from i18n.message.held import variables
from i18n.message.machinery import read, templates

GFM = named("gfm")


def found(message: str, dialect: str = "gfm") -> list[tuple[str, str]]:
    _, parts = read(message, named(dialect))
    return [(part.kind, part.span.of(message)) for part in parts]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("no machinery: none", []),
        ("{name}님 %lld를", [("variable", "{name}"), ("variable", "%lld")]),
        ("감사:tada:를", [("emoji", ":tada:")]),
        ("{{ a\nb }} x", [("template", "{{ a\nb }}")]),
        ("&#123;name&#125; x", [("variable", "&#123;name&#125;")]),
        ("![a](b.png){.c}", [("attributes", "{.c}")]),
        ("`{name}` %s", [("variable", "%s")]),
        ("https://example.org/{id}/e", [("url", "https://example.org/{id}/e")]),
        ("${a*b*c}", [("variable", "${a*b*c}")]),
    ],
)
def test_where_programs_read(message: str, expected: list[tuple[str, str]]) -> None:
    assert found(message) == expected


def test_no_mark_is_found_where_a_program_reads() -> None:
    nodes, _ = read("see https://example.org/*a*/b and *c*", GFM)
    assert [node.kind for node in nodes] == ["text", "emphasis"]


def test_an_address_with_an_expression_is_one() -> None:
    assert found("https://example.org/{id}/e", "docusaurus") == [("url", "https://example.org/{id}/e")]


def test_a_tag_begins_at_the_first_mark_that_opens_one() -> None:
    assert [part.span for part in templates("a {{ {% b }} c %} d", GFM)] == [(2, 12)]


def test_what_is_counted_as_variable() -> None:
    assert variables("{a} {a} %s https://x.example #t", GFM) == {"{a}": 2, "%s": 1, "https://x.example": 1, "#t": 1}
    assert "#t" not in variables("#t", GFM, tags=False)
