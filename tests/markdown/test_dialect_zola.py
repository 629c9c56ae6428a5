from __future__ import annotations

import pytest

from tests.fixtures import cases
from tests.markdown.reading import (
    assert_comes_through,
    assert_compiles_in_part,
    assert_every_message_lands,
    messages,
)


@pytest.mark.parametrize(("article", "expected"), cases("zola.txt", 2))
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_messages(article: str, expected: str, newline: str) -> None:
    article = article.replace("\n", newline)
    assert messages(article, "zola") == expected.splitlines()
    assert_comes_through(article, "zola")
    assert_every_message_lands(article, "zola")


@pytest.mark.parametrize(("article", "pairs", "expected"), cases("zola_compiled.txt", 3))
def test_compiled(article: str, pairs: str, expected: str) -> None:
    assert_compiles_in_part(article, pairs, expected, "zola")
