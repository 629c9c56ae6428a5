from __future__ import annotations

import pytest

from i18n.span import Span
from i18n.words.addresses import Address, addresses, besides_addresses, goes_on, is_address, whole, without_addresses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.orgをご覧ください", "https://example.org"),
        ("(https://example.org/a_(b)).", "https://example.org/a_(b)"),
        ("https://example.org/a?b=1&c=2, so", "https://example.org/a?b=1&c=2"),
        ("*https://example.org/*", "https://example.org/"),
        ("“https://example.org”", "https://example.org"),
        ("ftp://example.org/f.txt!", "ftp://example.org/f.txt"),
        ("www.example.org를", "www.example.org"),
        ("team@example.org로", "team@example.org"),
        ("_team.a+b@example.org_", "team.a+b@example.org"),
        ("وhttps://example.org", "https://example.org"),
    ],
)
def test_where_an_address_begins_and_ends(text: str, expected: str) -> None:
    assert [found.span.of(text) for found in addresses(text)] == [expected]


@pytest.mark.parametrize("text", ["a@b", "name@", "@name", "notwww.example", "://", "http:/x", "e.g.www", "a @ b.c"])
def test_what_is_none(text: str) -> None:
    assert not list(addresses(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://ru.example/мир-и-мы, но", "https://ru.example/мир-и-мы"),
        ("https://de.example/für/alle.", "https://de.example/für/alle"),
        ("https://example.org를", "https://example.org"),
        ("https://example.orgをご覧", "https://example.org"),
        ("a@example.orgи", "a@example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_what_belongs_to_an_address_that_is_kept(text: str, expected: str) -> None:
    (found,) = addresses(text)
    start, end = whole(text, found)
    assert text[start:end] == expected


def test_a_text_without_its_addresses() -> None:
    text, found = without_addresses("a http://x.example/y. b c@d.example")
    assert (text, found) == ("a \ufffc. b \ufffc", ["http://x.example/y", "c@d.example"])
    assert list(addresses(text)) == []
    assert Address("url", Span(2, 20)) == next(addresses("a http://x.example/y"))


@pytest.mark.parametrize("text", ["https://x.example/a", "<https://x.example>", "www.x.example", "mailto:a@x.example"])
def test_an_address_alone(text: str) -> None:
    assert is_address(text)
    assert besides_addresses(text).strip("<>") == ""


@pytest.mark.parametrize(
    "text", ["https://x.exampleを見る", "https://x.example/a。见", "see https://x.example", "a@x.example"]
)
def test_no_address_alone(text: str) -> None:
    assert not is_address(text)


def test_words_glued_to_an_address() -> None:
    assert goes_on("https://x.exampleを見る")
    assert not goes_on("Müller@x.example")
    assert not goes_on("https://ru.example/мир")
    assert besides_addresses("https://x.exampleを a@b.example") == "を "
    assert besides_addresses("https://x.exampleを a@b.example", emails=False) == "を a@b.example"
