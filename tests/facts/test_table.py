"""Has every spelling of the table two sources, and means one spelling one book?"""

from __future__ import annotations

import tomllib

import pytest

from i18n.facts.scripture.table import notation
from i18n.store.environment import text_of

TABLE = tomllib.loads(text_of("i18n.facts.scripture", "books.toml"))
SECTIONS = [
    (name, section)
    for name, own in TABLE["locales"].items()
    for section in (own, *own.get("traditions", {}).values())
    if "books" in section
]


@pytest.mark.parametrize(("name", "section"), SECTIONS)
def test_every_spelling_names_two_sources(name: str, section: dict[str, str]) -> None:
    for line in section["books"].splitlines():
        book, _, rest = line.partition(" ")
        assert book in TABLE["verses"], line
        for spelling in rest.split(" | "):
            text, _, sources = spelling.rpartition(" ")
            assert text, line
            assert len(set(sources)) == len(sources) >= 2, line
            assert set(sources) <= TABLE["sources"].keys(), line


@pytest.mark.parametrize("name", TABLE["locales"])
def test_names_for_prose_are_of_one_book(name: str) -> None:
    known = notation(name)
    assert known is not None
    for at in (0, 1):
        names = [spellings[min(at, len(spellings) - 1)] for spellings in known.names.values()]
        assert len(set(names)) == len(names), [one for one in names if names.count(one) > 1]


@pytest.mark.parametrize("name", "en de es ko ar pt-BR fr it nl ru uk sw hi zh-Hans zh-Hant".split())
def test_the_books_that_all_have_in_common_are_there(name: str) -> None:
    known = notation(name)
    assert known is not None
    assert list(TABLE["verses"])[:66] == [book for book in TABLE["verses"] if book in known.names][:66]
