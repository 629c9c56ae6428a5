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


@pytest.mark.parametrize(("article", "expected"), cases("mdbook.txt", 2))
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_messages(article: str, expected: str, newline: str) -> None:
    article = article.replace("\n", newline)
    assert messages(article, "mdbook") == expected.splitlines()
    assert_comes_through(article, "mdbook")
    assert_every_message_lands(article, "mdbook")


@pytest.mark.parametrize(("article", "pairs", "expected"), cases("mdbook_compiled.txt", 3))
def test_compiled(article: str, pairs: str, expected: str) -> None:
    assert_compiles(article, pairs, expected, "mdbook")


@pytest.mark.parametrize(("article", "pairs"), cases("mdbook_refused.txt", 2))
def test_every_one_is_refused(article: str, pairs: str) -> None:
    assert_compiles(article, pairs, article, "mdbook")
    result = compiled(article, "mdbook", *translated(pairs))
    assert len([each for each in result.findings if each.rule == "structure"]) == len(pairs.splitlines())
