"""The promises of the renderer: XML whatever the article says, nothing active, each message in one element."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.markdown.dialects import NAMES
from i18n.render import marks, render
from i18n.render.content import NAMES as ELEMENTS
from i18n.render.content import TEXT, VOID, Element, Maker, may_hold
from tests.fixtures import DATA, parts
from tests.laws.markdown import articles
from tests.laws.promises import HOSTILE
from tests.render.reading import OPTIONS, read, rendered, tree, uids

dialects = st.sampled_from(NAMES)
_LIVE = re.compile(r"(?i)\s*(?:javascript|vbscript|data|file|blob):")
FORBIDDEN = frozenset(
    "script style iframe object embed form input button textarea select link meta base svg audio video source".split()
)
FILES = ("messages.txt", "compiled.txt", *(f"{name}.txt" for name in NAMES if name not in ("commonmark", "gfm")))
READ = sorted(
    {(dialect, name) for dialect in ("commonmark", "gfm") for name in FILES}
    | {(dialect, f"{dialect}{kind}.txt") for dialect in NAMES for kind in ("", "_compiled", "_rendered")}
)


def keeps_its_promises(data: bytes, dialect: str) -> None:
    source = read(data, dialect)
    found = marks(source)
    page = tree(render(source, found, OPTIONS))
    assert uids(page) == Counter(mark.uid for mark in found)
    is_harmless(page)
    is_valid(page, [])
    names = [element.get("id") for element in page.iter() if element.get("id") is not None]
    assert len(names) == len(set(names))


def is_harmless(page: ET.Element) -> None:
    for element in page.iter():
        assert element.tag not in FORBIDDEN
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name not in ("style", "srcdoc", "action", "formaction", "background", "poster", "srcset", "ping")
            if name in ("href", "src"):
                assert not _LIVE.match(value)
                assert "{{" not in value
            if name == "src":
                assert "//" not in value[:10]
                assert ":" not in value.split("/")[0]


def is_valid(element: ET.Element, around: list[Element]) -> None:
    """Each element stands where it may."""
    here = [*around, Element(element.tag, Maker.PAGE, TEXT if (element.text or "").strip() else "")]
    for child in element:
        assert child.tag in ELEMENTS
        assert may_hold(here, child.tag), (element.tag, child.tag)
        if child.tag in VOID:
            assert not child.text
            assert not len(child)
        is_valid(child, here)
        here[-1].last = TEXT if (child.tail or "").strip() else child.tag


@given(articles(), dialects)
def test_any_article_is_a_harmless_page_with_each_message_in_one_element(data: bytes, dialect: str) -> None:
    keeps_its_promises(data, dialect)


@given(
    st.lists(st.sampled_from(HOSTILE) | st.sampled_from(("<p>", "<td>", "<a href=x>", "</p>", "\n\n", "- ", "> "))),
    dialects,
)
def test_hostile_text_is_a_harmless_page(pieces: list[str], dialect: str) -> None:
    keeps_its_promises("".join(pieces).encode(), dialect)


@given(st.text(), dialects)
def test_any_text_is_a_page(text: str, dialect: str) -> None:
    keeps_its_promises(text.encode("utf-8", "replace"), dialect)


@pytest.mark.parametrize(("dialect", "name"), [each for each in READ if (DATA / each[1]).exists()])
def test_articles_of_the_fixtures_are_harmless_pages(dialect: str, name: str) -> None:
    for text in parts(name):
        keeps_its_promises(text.encode(), dialect)


TAGS = st.sampled_from(sorted(ELEMENTS))
PIECES = st.lists(
    st.tuples(st.sampled_from(("<{}>", "</{}>", '<{} id="a" href="x" src="y" alt="z">', "<{}/>")), TAGS).map(
        lambda both: both[0].format(both[1])
    )
    | st.sampled_from(("text", " ", "\n", "*em*", "<!--", "-->", "&lt;", "\n\n- x\n", "\n\n", "| a |\n|---|\n| b |\n"))
)


@given(PIECES)
def test_tags_in_any_order_are_a_page(pieces: list[str]) -> None:
    keeps_its_promises("".join(pieces).encode(), "gfm")


@given(PIECES)
def test_a_cleaner_of_html_finds_nothing_to_clean(pieces: list[str]) -> None:
    page = rendered("".join(pieces)).body
    names = {element.tag: set(element.attrib) for element in ET.fromstring(f"<a>{page}</a>").iter()}
    kept = nh3.clean(page, tags=set(ELEMENTS), attributes=names, link_rel=None)
    assert Counter(re.findall(r"<[a-z]\w*", kept)) >= Counter(re.findall(r"<[a-z]\w*", page))
