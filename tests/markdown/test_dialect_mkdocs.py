from __future__ import annotations

import pytest

from tests.fixtures import cases
from tests.markdown.reading import (
    assert_all_refused,
    assert_comes_through,
    assert_compiles,
    assert_every_message_lands,
    compiled,
    messages,
    translated,
)


@pytest.mark.parametrize(("article", "expected"), cases("mkdocs.txt", 2))
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_messages(article: str, expected: str, newline: str) -> None:
    article = article.replace("\n", newline)
    assert messages(article, "mkdocs") == expected.splitlines()
    assert_comes_through(article, "mkdocs")
    assert_every_message_lands(article, "mkdocs")


@pytest.mark.parametrize(("article", "pairs", "expected"), cases("mkdocs_compiled.txt", 3))
def test_compiled(article: str, pairs: str, expected: str) -> None:
    assert_compiles(article, pairs, expected, "mkdocs")


@pytest.mark.parametrize(("article", "pairs"), cases("mkdocs_refused.txt", 2))
def test_every_one_is_refused(article: str, pairs: str) -> None:
    assert_all_refused(article, pairs, "mkdocs")


def test_a_refused_message_does_not_take_its_neighbours_along() -> None:
    article = '!!! note "A title"\n\n    Body.\n\n/// tip\nInner.\n///\n\n*[HTML]: Long form\n\n#Title\n\nLast.\n'
    pairs = (
        'A title ⇒ Ein Titel\nBody. ⇒ !!! note "Neu"\nInner. ⇒ /// note\nLong form ⇒ Langform\n'
        "Title ⇒ Titel\nLast. ⇒ Letztes."
    )
    assert compiled(article, "mkdocs", *translated(pairs)).data.decode() == (
        '!!! note "Ein Titel"\n\n    Body.\n\n/// tip\nInner.\n///\n\n*[HTML]: Langform\n\n#Titel\n\nLetztes.\n'
    )
