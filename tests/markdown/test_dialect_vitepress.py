from __future__ import annotations

import pytest

from tests.fixtures import cases
from tests.markdown.reading import (
    assert_comes_through,
    assert_compiles,
    assert_every_message_lands,
    compiled,
    messages,
    translated,
)


@pytest.mark.parametrize(("article", "expected"), cases("vitepress.txt", 2))
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_messages(article: str, expected: str, newline: str) -> None:
    article = article.replace("\n", newline)
    assert messages(article, "vitepress") == expected.splitlines()
    assert_comes_through(article, "vitepress")
    assert_every_message_lands(article, "vitepress")


@pytest.mark.parametrize(("article", "pairs", "expected"), cases("vitepress_compiled.txt", 3))
def test_compiled(article: str, pairs: str, expected: str) -> None:
    assert_compiles(article, pairs, expected, "vitepress")


@pytest.mark.parametrize(("article", "pairs"), cases("vitepress_refused.txt", 2))
def test_every_one_is_refused(article: str, pairs: str) -> None:
    assert_compiles(article, pairs, article, "vitepress")
    result = compiled(article, "vitepress", *translated(pairs))
    assert len([each for each in result.findings if each.rule == "structure"]) == len(pairs.splitlines())
