"""No translation changes what a page is made of, brings what runs, or leads to a new host; honest ones pass."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import html5lib
import pytest
from markdown_it import MarkdownIt

from i18n.check.harm import harm
from i18n.compile.article import Compiled, Options, compile_article
from i18n.extract.article import Rules
from i18n.extract.source import Source, read_source
from i18n.markdown import document
from i18n.markdown.dialects import GFM
from i18n.markdown.elements import TEXT_ATTRIBUTES
from i18n.model import Article, Key, Severity, Unit
from i18n.project import Build
from tests.harm import ARTICLE, HARMFUL, HONEST

OPTIONS = Options("de", build=Build(anchors="keep"))
PAGE = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def read(dialect: str = "gfm") -> Source:
    return read_source(Article("a.md", "a", "source/a.md", ARTICLE.encode()), Rules(dialect))


SOURCE = read()


def built(texts: dict[Key, str]) -> Compiled:
    units = {unit.key: dataclasses.replace(unit, msgstr=texts.get(unit.key, "")) for unit in SOURCE.template}
    return compile_article(SOURCE, units, OPTIONS)


def placed(payload: str) -> Iterator[tuple[Unit, str]]:
    """Every message of the article with the payload instead of its words, and among them."""
    for unit in SOURCE.template:
        kept = f" {unit.msgid}" if "*" in unit.msgid or "<" in unit.msgid else ""
        yield unit, payload + kept
        yield unit, f"Wort {payload} Ende{kept}"


def elements(data: bytes, *, scripting: bool) -> list[object]:
    """Elements and attributes of a page in order, without the text; `scripting`: as a browser that runs scripts.

    Without line breaks too: another count than the source's is a warning.
    """
    page = PAGE.render(document.read(data, GFM).body)
    tree = html5lib.parse(page, namespaceHTMLElements=False, scripting=scripting)
    return [
        (each.tag, sorted(item for item in each.attrib.items() if item[0] not in TEXT_ATTRIBUTES))
        if isinstance(each.tag, str)
        else each.text
        for each in tree.iter()
        if each.tag != "br"
    ]


EXPECTED = {scripting: elements(SOURCE.article.data, scripting=scripting) for scripting in (False, True)}


@pytest.mark.parametrize("payload", HARMFUL)
def test_no_text_changes_what_the_page_is_made_of(payload: str) -> None:
    for unit, text in placed(payload):
        page = built({unit.key: text}).data
        for scripting, expected in EXPECTED.items() if page != SOURCE.article.data else ():
            assert elements(page, scripting=scripting) == expected, (unit.msgid, text)


@pytest.mark.parametrize("payload", HARMFUL)
def test_no_halves_in_two_messages_change_it(payload: str) -> None:
    one, two = (unit for unit in SOURCE.template if unit.msgid in ("Block words", "Second words"))
    for at in range(1, len(payload), 1 + len(payload) // 4):
        page = built({one.key: f"Wort {payload[:at]}", two.key: f"{payload[at:]} Wort"}).data
        for scripting, expected in EXPECTED.items() if page != SOURCE.article.data else ():
            assert elements(page, scripting=scripting) == expected, payload[:at]


@pytest.mark.parametrize("payload", HARMFUL)
def test_what_nobody_may_waive_is_refused_with_an_error_and_the_source_is_shown(payload: str) -> None:
    for unit, text in placed(payload):
        if harm(unit.msgid, text, GFM, (), ()):
            result = built({unit.key: text})
            assert result.data == SOURCE.article.data
            assert ("structure", Severity.ERROR) in {(each.rule, each.severity) for each in result.findings}


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- i18n:skip -->", "<!--i18n: skip-start-->", "<!-- I18N:note: words -->", "<!-- i18n:skip --!>",
        "<!-- mdpo-disable -->", "<!-- i18n: of another day -->",
    ],
)  # fmt: skip
def test_a_comment_that_speaks_to_this_program_never_comes_from_a_translation(comment: str) -> None:
    for unit, text in placed(comment):
        result = built({unit.key: text})
        assert b"<!--" not in result.data
        assert "structure" in {each.rule for each in result.findings} or result.data != SOURCE.article.data


@pytest.mark.parametrize("text", HONEST)
def test_honest_text_passes(text: str) -> None:
    for unit in SOURCE.template:
        if unit.msgid in ("Paragraph words with *emphasis words*.", "Cell words", "Block words", "Front words"):
            result = built({unit.key: text})
            assert not [each for each in result.findings if each.rule == "structure"], (unit.msgid, result.findings)
            assert result.data != SOURCE.article.data
