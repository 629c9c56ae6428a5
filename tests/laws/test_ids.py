"""Headings of a page have the ids of the source, whatever they say in either, by our rules and by real libraries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import html5lib
import markdown
from docutils.core import publish_parts
from hypothesis import given
from hypothesis import strategies as st
from myst_parser.parsers.docutils_ import Parser

from i18n.compile.anchors import titles
from i18n.compile.article import Compiled, Options, compile_article
from i18n.compile.pins import ADDING, form, names_page
from i18n.extract.article import Rules
from i18n.extract.source import Source, read_source
from i18n.markdown.dialects import NAMES
from i18n.model import Article, Unit
from i18n.sites import ids_of
from i18n.sites.ids import Ids
from i18n.sites.ids.rules import RULES
from tests.laws.markdown import articles
from tests.laws.markdown import translations as anything

TEXTS = (
    "Foo", "foo", "Foo 1", "Foo-1", "Foo_1", "Foo?", "Bar", "Bar – baz", "Start", "What’s “new”?", "안녕", "Über uns",
    "1. First", "2024", "`code` here", "A *b* c", "See [it](a.md)", "Q &amp; A", "![An oak](b.png)", "C++", "id", "-a-",
)  # fmt: skip
FORMS = ("## {}\n", "## {} ##\n", "### {}\n", "> ## {}\n", "- ## {}\n", "{}\n---\n", "## {}\n\nText.\n")
MYST = {"myst_heading_anchors": 6, "myst_suppress_warnings": ["myst"], "report_level": 5, "doctitle_xform": False}
REPLACED = sorted(rule for rule in RULES if rule not in ("myst", "myst-gitlab", "myst-docutils", "sphinx", "mystmd"))
"""Rules by which an id in writing takes the place of the one that a heading gets by itself."""
texts = st.sampled_from(TEXTS)
pages = st.lists(st.tuples(texts, st.sampled_from(FORMS)), min_size=1, max_size=7)
plain = st.lists(st.tuples(texts, st.just(FORMS[0])), min_size=1, max_size=7)
translations = st.dictionaries(texts, texts)
dialects = st.sampled_from(
    ["hugo", "zola", "jekyll", "mkdocs", "mdbook", "vitepress", "docusaurus", "gfm", "starlight"]
)


def written(page: Sequence[tuple[str, str]]) -> str:
    return "\n".join(form.format(text) for text, form in page)


def read(dialect: str, data: bytes) -> Source:
    return read_source(Article("a.md", "a", "source/a.md", data), Rules(dialect))


def built(source: Source, texts: Mapping[str, str], ids: Ids | None = None) -> Compiled:
    units = {unit.key: Unit(unit.msgid, texts.get(unit.msgid, "")) for unit in source.template}
    return compile_article(source, units, Options("de", ids=ids))


@given(pages, translations, dialects, st.sampled_from(REPLACED))
def test_ids_of_a_page_are_those_of_its_source(
    page: list[tuple[str, str]], texts: dict[str, str], dialect: str, rule: str
) -> None:
    ids = Ids(rule=rule, form=ids_of(dialect).form)
    source = read(dialect, written(page).encode())
    made = read(dialect, built(source, texts, ids).data)
    for by in RULES[rule][:1] if form(source, ids) not in ADDING else ():
        before, after = by(titles(source, ids), ids), by(titles(made, ids), ids)
        wrong = [pair for pair in zip(before, after, strict=True) if pair[0] and pair[0] != pair[1]]
        assert not wrong


@given(articles(), st.sampled_from(NAMES), st.data())
def test_ids_hold_whatever_an_article_and_its_translations_say(data: bytes, dialect: str, draw: st.DataObject) -> None:
    source = read(dialect, data)
    texts = {unit.msgid: draw.draw(anything) for unit in source.template}
    made, ids = read(dialect, built(source, texts).data), ids_of(dialect)
    assert len(made.extraction.headings) == len(source.extraction.headings)
    if form(source, ids) not in ADDING:
        before, after = (RULES[ids.rule][0](titles(each, ids), ids) for each in (source, made))
        named = (names_page(source, each, form(source, ids)) for each in source.extraction.headings)
        assert all(slug in ("", now) or at for slug, now, at in zip(before, after, named, strict=True))


@given(pages, translations, dialects)
def test_ids_of_a_page_change_no_text(page: list[tuple[str, str]], texts: dict[str, str], dialect: str) -> None:
    source = read(dialect, written(page).encode())
    with_ids = built(source, texts).data
    without = built(source, texts, Ids(form="none")).data
    assert [(each.msgid, each.level) for each in read(dialect, without).extraction.segments] == [
        (each.msgid.rpartition("</a>")[2].removesuffix("\N{COMBINING GRAPHEME JOINER}"), each.level)
        for each in read(dialect, with_ids).extraction.segments
    ]


@given(plain, translations, st.sampled_from(["spaced", "anchor"]))
def test_python_markdown_gives_a_page_the_ids_of_its_source(
    page: list[tuple[str, str]], texts: dict[str, str], form: str
) -> None:
    extensions = ["attr_list", "toc"] if form == "spaced" else ["toc"]
    ids = Ids(rule="python-markdown", form="spaced" if form == "spaced" else "anchor")
    source = read("mkdocs", written(page).encode())
    made = built(source, texts, ids)
    before, after = (
        [
            (each.get("id"), *(anchor.get("id") for anchor in each.iter("a") if anchor.get("id")))
            for each in html5lib.parse(
                markdown.markdown(text, extensions=extensions), namespaceHTMLElements=False
            ).iter("h2")
        ]
        for text in (written(page), made.data.decode())
    )
    said = any(finding.rule == "heading-id" for finding in made.findings)
    firsts = [slug for slugs in after for slug in slugs]
    for at, (slug, *_) in enumerate(before):
        assert slug in after[at]
        assert said or slug not in firsts or firsts.index(slug) >= sum(map(len, after[:at]))


@given(st.lists(texts, min_size=1, max_size=5), translations)
def test_links_of_myst_lead_to_the_section_that_they_led_to(headings: list[str], texts: dict[str, str]) -> None:
    ids = Ids(rule="myst", form="target")
    body = "".join(f"## {text}\n\nText.\n\n" for text in headings)
    slugs = RULES["myst"][0](titles(read("myst", body.encode()), ids), ids)
    links = "".join(f"[{at}](#{slug})\n\n" for at, slug in enumerate(slugs) if slug)
    source = read("myst", (links + body).encode())
    pages = (links + body, built(source, texts, ids).data.decode())
    before, after = (
        _sections(publish_parts(page, parser=Parser(), writer="html5", settings_overrides=MYST)["body"])
        for page in pages
    )
    assert before == after


def _sections(html: str) -> dict[str, int]:
    """By the text of a link, which section it leads to."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    owners: dict[str, int] = {}
    for at, section in enumerate(tree.iter("section")):
        heading = section.find("h2")
        for each in (section, *section.findall("span"), *(heading.iter() if heading is not None else ())):
            if each.get("id"):
                owners.setdefault(each.get("id"), at)
    return {
        link.text: owners.get(link.get("href")[1:], -1)
        for link in tree.iter("a")
        if link.get("href", "").startswith("#")
    }


def test_the_laws_see_what_they_look_for() -> None:
    """Without ids in writing, both laws of real libraries would fail."""
    source = read("mkdocs", b"## Foo\n")
    assert built(source, {"Foo": "Bar"}, Ids(form="none")).data == b"## Bar\n"
    assert built(source, {"Foo": "Bar"}).data == b"## Bar { #foo }\n"
