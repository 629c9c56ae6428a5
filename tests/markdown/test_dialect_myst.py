from __future__ import annotations

import pytest

from tests.fixtures import cases
from tests.markdown.reading import (
    assert_all_refused,
    assert_comes_through,
    assert_compiles,
    assert_every_message_lands,
    messages,
)


@pytest.mark.parametrize(("article", "expected"), cases("myst.txt", 2))
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_messages(article: str, expected: str, newline: str) -> None:
    article = article.replace("\n", newline)
    assert messages(article, "myst") == expected.splitlines()
    assert_comes_through(article, "myst")
    assert_every_message_lands(article, "myst")


@pytest.mark.parametrize(("article", "pairs", "expected"), cases("myst_compiled.txt", 3))
def test_compiled(article: str, pairs: str, expected: str) -> None:
    assert_compiles(article, pairs, expected, "myst")


@pytest.mark.parametrize(("article", "pairs"), cases("myst_refused.txt", 2))
def test_every_one_is_refused(article: str, pairs: str) -> None:
    assert_all_refused(article, pairs, "myst")
