"""The cases of `tests/data/`: what each dialect offers to translators, and what becomes of translations."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from typing import Any

import pytest

from i18n.markdown.dialects import NAMES, named
from tests.fixtures import cases
from tests.markdown.reading import (
    assert_all_refused,
    assert_comes_through,
    assert_compiles,
    assert_compiles_in_part,
    assert_every_message_lands,
    compiled,
    messages,
    translated,
)

GENERATORS = ("docusaurus", "hugo", "jekyll", "mdbook", "mkdocs", "myst", "starlight", "vitepress", "zola")
IN_PART = ("hugo", "jekyll", "zola")
"""Dialects in whose cases some translations are refused and others land."""
REFUSED = (
    ("starlight", "docusaurus"),
    *((name, name) for name in ("docusaurus", "mdbook", "mkdocs", "myst", "vitepress")),
)
"""A dialect, and whose cases it refuses."""


def each_of(pairs: Iterable[tuple[str, str]], ending: str, parts: int) -> list[Any]:
    """The cases of files, each after the dialect that reads it."""
    return [
        pytest.param(dialect, *case.values, id=f"{dialect} {case.id}")
        for dialect, name in pairs
        for case in cases(f"{name}{ending}.txt", parts)
    ]


OWN = tuple(zip(GENERATORS, GENERATORS, strict=True))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("parameters", [(), ("Caption", "x")])
def test_a_dialect_is_sent_to_another_process_by_its_name(name: str, parameters: tuple[str, ...]) -> None:
    dialect = named(name, parameters)
    assert pickle.loads(pickle.dumps(dialect)) == dialect


@pytest.mark.parametrize(("dialect", "article", "expected"), each_of(OWN, "", 2))
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_messages(dialect: str, article: str, expected: str, newline: str) -> None:
    article = article.replace("\n", newline)
    assert messages(article, dialect) == expected.splitlines()
    assert_comes_through(article, dialect)
    assert_every_message_lands(article, dialect)


@pytest.mark.parametrize(("dialect", "article", "pairs", "expected"), each_of(OWN, "_compiled", 3))
def test_compiled(dialect: str, article: str, pairs: str, expected: str) -> None:
    check = assert_compiles_in_part if dialect in IN_PART else assert_compiles
    check(article, pairs, expected, dialect)


@pytest.mark.parametrize(("dialect", "article", "pairs"), each_of(REFUSED, "_refused", 2))
def test_every_one_is_refused(dialect: str, article: str, pairs: str) -> None:
    assert_all_refused(article, pairs, dialect)


def test_a_refused_message_does_not_take_its_neighbours_along() -> None:
    article = '!!! note "A title"\n\n    Body.\n\n/// tip\nInner.\n///\n\n*[HTML]: Long form\n\n#Title\n\nLast.\n'
    pairs = (
        'A title ⇒ Ein Titel\nBody. ⇒ !!! note "Neu"\nInner. ⇒ /// note\nLong form ⇒ Langform\n'
        "Title ⇒ Titel\nLast. ⇒ Letztes."
    )
    assert compiled(article, "mkdocs", *translated(pairs)).data.decode() == (
        '!!! note "Ein Titel"\n\n    Body.\n\n/// tip\nInner.\n///\n\n*[HTML]: Langform\n\n#Titel\n\nLetztes.\n'
    )
