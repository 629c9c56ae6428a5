"""A waiver publishes the translation, or is refused by name: the page never shows the source without a word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from i18n.check import Where
from i18n.check import findings as checked
from i18n.compile.article import Compiled, Options, compile_article
from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.model import Article, Finding, Severity
from i18n.project import Build
from tests.check.judging import settings


def published(article: str, text: str, waiver: str, dialect: str = "gfm") -> tuple[Compiled, tuple[Finding, ...]]:
    """The page with a text in place of its last message, and what check and build say of it."""
    source = read_source(Article("a.md", "a", "source/a.md", article.encode()), Rules(dialect))
    unit = replace(source.template[-1], msgstr=text, comments=(f"i18n-ignore: {waiver}",) if waiver else ())
    page = compile_article(source, {unit.key: unit}, Options("de", build=Build(anchors="keep")), "a.po")
    where = Where("a.po", "de", "en", source.dialect, "a.md", tuple(source.extraction.labels))
    return page, (*page.findings, *checked([unit], where, settings()))


HOLDS = [
    ("links", "See [oak](a.md), [oak](a.md).", "Siehe [Eiche](a.md)."),
    ("links", "See [oak](a.md).", "Siehe [Eiche](b.md)."),
    ("links", "See [oak](a.md).", "Siehe [Eiche](a.md), [Eiche](a.md)."),
    ("links", "See ![oak](a.png) there.", "Siehe dort."),
    ("links", "See [oak][1] there.\n\n[1]: a.md", "Siehe die Eiche dort."),
    ("links", "See the oak.[^1]\n\n[^1]: Tall.", "Siehe die Eiche."),
    ("links", "# See [oak](a.md)", "Siehe [Eiche](b.md)"),
    ("links", "| a | b |\n|--|--|\n| c | See [oak](a.md) |", "Siehe [Eiche](b.md)"),
    ("links", "<p>See <b>oak</b>.</p>", "Siehe <b>Eiche</b>."),
    ("code", "Press `a`.", "Drücke `b`."),
    ("code", "Press `a` or `b`.", "Drücke beides."),
    ("code", "- Press `a`.", "Drücke a."),
    ("links, code", "Press `a` in [oak](a.md).", "Drücke in [Eiche](b.md) a."),
]


@pytest.mark.parametrize(("waiver", "article", "text"), HOLDS)
def test_a_waiver_publishes_the_translation(waiver: str, article: str, text: str) -> None:
    if "[^1]:" in article or "[1]:" in article:
        first, rest = article.split("\n\n")
        article = f"{rest}\n\n{first}"
    page, found = published(article, text, waiver)
    assert [finding.rule for finding in found] == []
    assert text in page.data.decode()
    assert page.fallback in ("", "mixed")


REFUSED = [
    ("structure", "Press `a`.", "Drücke `b`."),
    ("structure, html", "See <b>oak</b>.", "Siehe <i>Eiche</i>."),
    ("html", "See <u>oak</u>.", "Siehe Eiche."),
    ("links", "See <a href='a.md'>oak</a>.", "Siehe Eiche."),
    ("links", "See [oak](a.md).", "Siehe [Eiche](https://elsewhere.example/)."),
    ("links", "See [oak](a.md).", "Siehe [Eiche](javascript:go())."),
    ("code", "Press `a`.", "Drücke <u>a</u>."),
    ("code", "Press `a` in [oak](a.md).", "Drücke `a`."),
    ("active-content", "See oak.", "Siehe <script>go()</script>."),
]


@pytest.mark.parametrize(("waiver", "article", "text"), REFUSED)
def test_a_waiver_that_does_not_hold_is_refused_by_name(waiver: str, article: str, text: str) -> None:
    page, found = published(article, text, waiver)
    assert page.data.decode() == article
    (refusal,) = (finding for finding in found if finding.rule == "structure")
    assert refusal.severity is Severity.ERROR
    assert f"“{waiver.split(', ')[0]}”" in refusal.message
    assert "does not hold" in refusal.message


@pytest.mark.parametrize("waiver", ["", "numbers", "unchanged"])
def test_of_other_waivers_nothing_is_said(waiver: str) -> None:
    page, found = published("Press `a`.", "Drücke `b`.", waiver)
    assert page.data.decode() == "Press `a`."
    assert not any("does not hold" in finding.message for finding in found)


def test_what_is_waived_in_one_message_is_not_in_another() -> None:
    page, found = published("Press `a`.\n\nPress `b`.", "Drücke `c`.", "code")
    assert page.data.decode() == "Press `a`.\n\nDrücke `c`."
    assert not found


@pytest.mark.parametrize("dialect", ["mkdocs", "vitepress", "docusaurus"])
def test_a_waiver_holds_in_titles_too(dialect: str) -> None:
    article = {
        "mkdocs": '!!! tip "See [oak](a.md)"\n\n    `x`\n',
        "vitepress": "::: tip See [oak](a.md)\n`x`\n:::\n",
        "docusaurus": ":::tip[See [oak](a.md)]\n\n`x`\n\n:::\n",
    }[dialect]
    page, found = published(article, "Siehe [Eiche](b.md)", "links", dialect)
    assert [finding.rule for finding in found] == []
    assert "Siehe [Eiche](b.md)" in page.data.decode()
