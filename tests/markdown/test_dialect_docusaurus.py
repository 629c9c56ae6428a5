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


@pytest.mark.parametrize(("article", "expected"), cases("docusaurus.txt", 2))
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_messages(article: str, expected: str, newline: str) -> None:
    article = article.replace("\n", newline)
    assert messages(article, "docusaurus") == expected.splitlines()
    assert_comes_through(article, "docusaurus")
    assert_every_message_lands(article, "docusaurus")


@pytest.mark.parametrize(("article", "pairs", "expected"), cases("docusaurus_compiled.txt", 3))
def test_compiled(article: str, pairs: str, expected: str) -> None:
    assert_compiles(article, pairs, expected, "docusaurus")


@pytest.mark.parametrize(("article", "pairs"), cases("docusaurus_refused.txt", 2))
@pytest.mark.parametrize("dialect", ["docusaurus", "starlight"])
def test_every_one_is_refused(article: str, pairs: str, dialect: str) -> None:
    assert_compiles(article, pairs, article, dialect)
    result = compiled(article, dialect, *translated(pairs))
    assert len([each for each in result.findings if each.rule == "structure"]) == len(pairs.splitlines())
