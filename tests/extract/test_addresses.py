"""Words that stand close to an address are for readers; an address alone is not."""

from __future__ import annotations

import pytest

from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.model import Article

PLACES = [
    "{}\n",
    "# {}\n",
    "- {}\n",
    "| {} | [](x) |\n|---|---|\n",
    "<p>{}</p>\n",
    "---\ntitle: {}\n---\n",
]


def messages(text: str) -> list[str]:
    rules = Rules("gfm", front_matter=("title",))
    source = read_source(Article("a.md", "a", "source/a.md", text.encode()), rules)
    return [segment.msgid for segment in source.extraction.segments]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "words", ["https://example.orgをご覧ください", "www.example.org를보세요", "https://example.org/a。请看这里"]
)
def test_words_close_to_an_address_are_offered(place: str, words: str) -> None:
    assert words in messages(place.replace("{}", words))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("address", ["https://example.org/a_b?c=d#e", "https://ru.example.org/мир"])
def test_an_address_alone_is_not_offered(place: str, address: str) -> None:
    assert messages(place.replace("{}", address)) == []
