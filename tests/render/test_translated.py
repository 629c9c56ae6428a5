"""Is each message of a translated page found again, and does what is not translated say its language?"""

from __future__ import annotations

import dataclasses
import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from i18n.compile.article import Options as Compiling
from i18n.compile.article import compile_article
from i18n.extract.source import Source
from i18n.markdown.dialects import NAMES
from i18n.project import Build
from i18n.pseudo import accented
from i18n.render import Options, heading_ids, marks, of_translation, render, uid
from tests.laws.markdown import articles
from tests.render.reading import read, texts, tree, uids

ARTICLE = "---\ntitle: The well\n---\n\n# The well\n\nDug in May.\n\n- Read [*this*](#the-well).\n- 12 metres of rope\n"


def page_of(source: Source, **translations: str) -> Source:
    """The page in German, with the translations of messages by their first words."""
    said = {each.replace("_", " "): text for each, text in translations.items()}
    units = {
        unit.key: dataclasses.replace(unit, msgstr=next((t for w, t in said.items() if unit.msgid.startswith(w)), ""))
        for unit in source.template
    }
    return read(compile_article(source, units, Compiling("de", build=Build())).data, source.dialect.name)


def test_a_translated_page_has_the_uids_and_the_ids_of_its_source() -> None:
    source = read(ARTICLE)
    page = page_of(source, The_well="Der Brunnen", Dug="Im Mai gegraben.")
    found = of_translation(source, page, "en")
    options = Options(locale="de", heading_ids=heading_ids(source))
    shown = tree(render(page, found, options))
    assert uids(shown) == uids(tree(render(source, marks(source), Options(locale="en"))))
    assert [each.startswith("Im Mai") for each in texts(shown, uid((None, "Dug in May.")))] == [True]
    assert {each.get("lang") for each in shown.iter() if each.get("lang")} == {"en"}
    (heading,) = shown.iter("h1")
    assert heading.get("id") == "the-well"
    assert "".join(heading.itertext()) == "Der Brunnen"


def test_a_text_without_letters_moves_no_uid() -> None:
    source = read(ARTICLE)
    page = page_of(source, Dug="5. 5.", Read="Lies [*dies*](#the-well).")
    shown = tree(render(page, of_translation(source, page, "en"), Options(locale="de")))
    assert uids(shown)[uid((None, "Dug in May."))] == 0
    (item,) = (each for each in shown.iter() if uid((None, "Read [*this*](#the-well).")) in each.get("data-uid", ""))
    assert "".join(item.itertext()) == "Lies dies."


@given(articles(), st.sampled_from(NAMES), st.booleans())
def test_uids_of_pages_are_those_of_their_sources(data: bytes, dialect: str, translate: bool) -> None:
    source = read(data, dialect)
    units = {
        unit.key: dataclasses.replace(unit, msgstr=accented(unit.msgid) if translate else "")
        for unit in source.template
    }
    page = read(compile_article(source, units, Compiling("de", build=Build())).data, dialect)
    found = of_translation(source, page, "en")
    known = {uid(segment.key) for segment in source.extraction.segments}
    if len(page.extraction.segments) == len(source.extraction.segments):
        assert {mark.uid for mark in found} <= known
    ET.fromstring(f"<a>{render(page, found, Options(locale='ar')).body}</a>")
