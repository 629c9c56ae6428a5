"""The real generators give the headings of a page the ids that they give its source's."""

from __future__ import annotations

import random
from collections.abc import Sequence

import html5lib
import pytest

from i18n.compile.article import Options, compile_article
from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.model import Article, Unit
from i18n.sites import ids_of
from tests.real.renderers.ids import REAL, Real

TEXTS = (
    "Foo", "foo", "Foo 1", "Foo-1", "Foo_1", "Foo?", "Bar", "Bar – baz", "Start", "What’s “new”?", "안녕", "Über uns",
    "1. First", "2024 again", "`code` here", "A *b* c", "Q &amp; A", "An ![oak](b.png) tree", "C++", "id", "Ελλάδα ΑΣ",
    "हिन्दी पाठ", "a -- b", "Time 12:30", "[Linked](a.md) text", "Two_under_scores",
)  # fmt: skip
FORMS = ("## {}\n", "## {} ##\n", "> ## {}\n", "- ## {}\n", "- x\n\n\t## {}\n", "Text.\n\n## {}\nText.\n")
"""A tab stands for as much as the generator wants before what goes on in an item."""
PAGES = 150


def page(number: int, dialect: str, chance: random.Random) -> str:
    headings = (chance.choice(FORMS).format(chance.choice(TEXTS)) for _ in range(chance.randint(1, 7)))
    return "\n".join((f"Page {number}.\n", *headings)).replace("\t", "    " if dialect == "mkdocs" else "  ")


def built(real: Real, text: str, chance: random.Random) -> str:
    source = read_source(Article("a.md", "a", "source/a.md", text.encode()), Rules(real.dialect))
    units = {unit.key: Unit(unit.msgid, chance.choice((*TEXTS, ""))) for unit in source.template}
    ids = ids_of(real.dialect)
    options = Options("de", ids=type(ids)(rule=real.ids.rule, form=ids.form))
    return compile_article(source, units, options).data.decode()


def anchors(html: str) -> list[list[str]]:
    """The ids by which a heading is found: its own, and of anchors in it."""
    found = html5lib.parse(html, namespaceHTMLElements=False).iter("h2")
    return [[slug for each in heading.iter() if (slug := each.get("id"))] for heading in found]


@pytest.mark.parametrize("name", [name for name, real in REAL.items() if real.render is not None])
def test_ids_of_pages_are_those_of_their_sources(name: str) -> None:
    real = REAL[name]
    if not real.needs() or real.render is None:
        pytest.skip(f"{real.about} is not installed: make renderers")
    chance = random.Random(name)
    sources = [page(number, real.dialect, chance) for number in range(PAGES)]
    pages = [built(real, text, chance) for text in sources]
    html = real.render([*sources, *pages])
    for at, (before, after) in enumerate(zip(html[:PAGES], html[PAGES:], strict=True)):
        wanted = [slugs[:1] for slugs in anchors(before)]
        assert _lost(wanted, anchors(after)) == [], (sources[at], pages[at])


def _lost(wanted: Sequence[list[str]], there: Sequence[list[str]]) -> list[list[str]]:
    assert len(wanted) == len(there)
    return [slugs for slugs, found in zip(wanted, there, strict=True) if not set(slugs) <= set(found)]
