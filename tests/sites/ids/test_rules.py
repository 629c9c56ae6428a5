"""Ids of generators that are not installed, by what is known of them, and those of libraries that are."""

from __future__ import annotations

import pytest
from docutils.nodes import make_id
from hypothesis import given
from hypothesis import strategies as st
from myst_parser.slugs import SLUG_PRESETS

from i18n.markdown.blocks import Part
from i18n.sites.ids import Ids
from i18n.sites.ids.rules import RULES
from i18n.sites.ids.titles import Title
from tests.sites.ids.headings import PAGES


def said(text: str, *more: Part, own: str = "") -> Title:
    return Title((("Text", text), *more), text, own=own)


def slugs(rule: str, *texts: str, which: int = 0, own: str = "") -> list[str]:
    titles = [said(text, own=own if at == 0 else "") for at, text in enumerate(texts)]
    return RULES[rule][which](titles, Ids(rule=rule))


KNOWN = {
    "github": {
        "What's new?": "whats-new", "C++ & C#": "c--c", "Über uns": "über-uns", "안녕하세요 세계": "안녕하세요-세계",
        "你好,世界!": "你好世界", "हिन्दी पाठ": "हिन्दी-पाठ", "1. First step": "1-first-step",
        "Hello  -  World": "hello-----world", "foo_bar": "foo_bar", "Party 🎉 time": "party--time",
        "Party :tada: time": "party--time", "John 3:16–18": "john-31618", " Blanks ": "blanks",
    },
    "zola": {
        "What's new?": "what-s-new", "C++ & C#": "c-c", "héhé": "hehe", "test (hey)": "test-hey", "日本": "ri-ben",
        "Émile’s “quote”": "emile-s-quote", "Straße": "strasse", "foo_bar": "foo-bar",
        "My Test String!!!1!1": "my-test-string-1-1", "Æúű--cool?": "aeuu-cool",
        "안녕하세요 세계": "annyeonghaseyo-segye", "Привет": "privet",
        "㐀": "", "Party 🎉": "party-tada",
    },
    "zola-kept": {"tes t": "tes_t", "日本": "日本", "dot. ": "dot._", "test (hey)": "test_(hey)"},
    "mystmd": {
        "What's new?": "whats-new", "Über uns": "id-ber-uns", "1. First step": "id-1-first-step", "foo_bar": "foo-bar",
        "안녕하세요": "id",
    },
    "eleventy": {
        "What's new?": "whats-new", "C++ & C#": "c-and-c", "1. First step": "1-first-step", "foo_bar": "foo-bar",
        "John 3:16-18": "john-3-16-18", "안녕하세요": "", "Über uns": "ueber-uns", "Привет": "privet", "مرحبا": "mrhba",
        "I ♥ UNICORNS": "i-love-unicorns", "ъедкий": "yedkiy", "a^b": "ab",
    },
    "sphinx": {"What's new?": "what-s-new", "Über uns": "uber-uns", "1. First step": "first-step", "안녕하세요": ""},
    "kramdown-transliterated": {
        "First step": "first-step", "Über uns": "uber-uns", "日本": "ri-ben-", "한국": "hangug", "a — b": "a-----b",
        "🎉": "section",
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "text", "slug"), [(rule, *pair) for rule, pairs in KNOWN.items() for pair in pairs.items()]
)
def test_an_id_that_is_known(rule: str, text: str, slug: str) -> None:
    assert slugs(rule, text) == [slug]


def test_second_headings_have_numbers() -> None:
    assert slugs("github", "Foo", "Foo", "Foo-1", "Foo") == ["foo", "foo-1", "foo-1-1", "foo-2"]
    assert slugs("github", "?!", "!") == ["", "-1"]
    assert slugs("zola", "Foo", "Foo", "Foo-1") == ["foo", "foo-1", "foo-1-1"]
    assert slugs("zola", "X", "Foo", own="foo") == ["foo", "foo-1"]
    assert slugs("zola", "日本", "日本") == ["ri-ben", "ri-ben-1"]
    assert slugs("zola", "!", "?!") == ["", "-1"]
    assert slugs("eleventy", "Foo", "Foo", "Foo") == ["foo", "foo-2", "foo-3"]
    assert slugs("eleventy", "X", "Foo", own="foo") == ["foo", "foo-2"]
    assert RULES["eleventy"][0]([said("Foo"), said("X", own="foo"), said("Foo")], Ids()) == ["foo-2", "foo", "foo-3"]
    assert RULES["eleventy"][0]([said("Foo", ("Html", "<!-- 1 -->"), ("Html", "<br>"))], Ids()) == ["foo-1"]
    assert slugs("sphinx", "Foo", "Foo") == ["foo", ""], "docutils numbers it by all else that has a number"
    assert slugs("mystmd", "Foo", "Foo") == ["foo", "foo-1"]


headings = st.one_of(st.sampled_from([page[0] for page in PAGES]), st.text(max_size=12))


@given(headings)
def test_ids_of_docutils(text: str) -> None:
    text = text.replace("$", "").replace("{{", "")
    assert slugs("myst", text, which=1) == [make_id(text)]


@given(st.lists(headings, max_size=5), st.sampled_from(["myst", "myst-gitlab", "myst-docutils"]))
def test_slugs_of_myst_parser(texts: list[str], rule: str) -> None:
    texts = [text.replace("$", "").replace("{{", "") for text in texts]
    preset = SLUG_PRESETS[{"myst": "github"}.get(rule, rule.removeprefix("myst-"))]
    seen: set[str] = set()
    for text, slug in zip(texts, slugs(rule, *texts), strict=True):
        made = preset(text)
        numbered = (f"{made}-{number}" if number else made for number in range(len(texts) + 1))
        expected = next(each for each in numbered if each not in seen) if made else ""
        seen |= {expected} if made else set()
        assert slug == expected
