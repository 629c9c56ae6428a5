"""Can only models be installed by name that everybody may use, and of which every file is known?"""

from __future__ import annotations

import re

import pytest

from i18n.draft.models.offers import Offer, nearest, parse, shipped
from i18n.draft.models.records import RecordError
from i18n.draft.models.wanted import offered

GOOD = f"""
[[model]]
engine = "ctranslate2"
source = "en"
target = "pt-BR"
base = "https://models.example/en-pb/0123abc/"
hosts = ["files.models.example"]
licence = "CC-BY-4.0"
attribution = "A university"
quality = "chrF 60 on a test of ours"

[[model.file]]
name = "model.bin"
size = 5
sha256 = "{"a" * 64}"

[[model.file]]
name = "sentencepiece.model"
size = 7
sha256 = "{"B" * 64}"
"""


def test_the_shipped_table_can_be_read() -> None:
    assert all(offer.files for offer in shipped())


def test_an_entry_becomes_what_is_fetched() -> None:
    (offer,) = parse(GOOD.encode())
    wanted = offered(offer)
    assert [part.place for part in wanted.parts] == [offer.base + "model.bin", offer.base + "sentencepiece.model"]
    assert (wanted.size, wanted.host, wanted.hosts) == (12, "models.example", ("files.models.example",))
    assert wanted.parts[1].sha256 == "b" * 64
    assert not wanted.packed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("https:", "http:"),
        ("0123abc/", "0123abc"),
        ("models.example/en", "127.0.0.1%2eevil.example/en"),
        ("CC-BY-4.0", "CC-BY-NC-4.0"),
        ("CC-BY-4.0", "Gemma"),
        ("en-pb", "nllb-200"),
        ("en-pb", "HY-MT1.5"),
        ("en-pb", "translategemma"),
        ("en-pb", "Hunyuan-MT"),
        ('"model.bin"', '"../model.bin"'),
        ('"model.bin"', '"model.argosmodel"'),
        ("size = 5", "size = 0"),
        ("size = 5", "size = -5"),
        ("size = 5", 'size = "5"'),
        ("a" * 64, "a" * 63),
        ("A university", ""),
        ("chrF 60 on a test of ours", ""),
        ('"pt-BR"', '"klingon"'),
        ('"ctranslate2"', '"apertium"'),
        ('["files.models.example"]', '"files.models.example"'),
    ],
)
def test_what_may_not_or_cannot_be_installed_is_no_entry(before: str, after: str) -> None:
    assert re.search(re.escape(before), GOOD)
    with pytest.raises(RecordError):
        parse(GOOD.replace(before, after, 1).encode())


def test_the_nearest_model_is_offered() -> None:
    (brazil,) = parse(GOOD.encode())
    (portugal,) = parse(GOOD.replace("pt-BR", "pt-PT").encode())
    offers: tuple[Offer, ...] = (portugal, brazil)
    assert nearest(offers, "ctranslate2", "en", "pt-BR") is brazil
    assert nearest(offers, "ctranslate2", "en-GB", "pt-PT") is portugal
    assert nearest(offers, "ctranslate2", "en", "de") is None
    assert nearest(offers, "apertium", "en", "pt-BR") is None
