from __future__ import annotations

import pytest

from tests.fixtures import cases
from tests.markdown.reading import (
    assert_comes_through,
    assert_compiles_in_part,
    assert_every_message_lands,
    messages,
)


@pytest.mark.parametrize(("article", "expected"), cases("jekyll.txt", 2))
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_messages(article: str, expected: str, newline: str) -> None:
    article = article.replace("\n", newline)
    assert messages(article, "jekyll") == expected.splitlines()
    assert_comes_through(article, "jekyll")
    assert_every_message_lands(article, "jekyll")


@pytest.mark.parametrize(("article", "pairs", "expected"), cases("jekyll_compiled.txt", 3))
def test_compiled(article: str, pairs: str, expected: str) -> None:
    assert_compiles_in_part(article, pairs, expected, "jekyll")
