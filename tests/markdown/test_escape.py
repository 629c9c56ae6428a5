"""Are honest words that a generator takes for marks shown as they are, or refused with a finding?"""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.compile.article import Compiled, Options, compile_article
from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.markdown import dialects
from i18n.model import Article, Severity
from i18n.project import Build
from i18n.project.tables import DIALECTS
from tests.harm import ODD
from tests.hostile import pages
from tests.hostile.articles import ARTICLES

OPTIONS = Options("de", build=Build(anchors="keep"))


def compiled(article: str, dialect: str, **texts: str) -> Compiled:
    """An article in which each message that has one of the words says the text given for it instead."""
    source = read_source(Article("a.md", "a", "source/a.md", article.encode()), Rules(dialect))
    units = {}
    for unit in source.template:
        msgstr = unit.msgid
        for word, text in texts.items():
            msgstr = msgstr.replace(word, text)
        units[unit.key] = dataclasses.replace(unit, msgstr="" if msgstr == unit.msgid else msgstr)
    return compile_article(source, units, OPTIONS)


@pytest.mark.parametrize(
    ("dialect", "article", "text", "expected"),
    [
        # Python-Markdown and kramdown leave HTML alone: an escape is an entity, which is one there too.
        ("mkdocs", "<details><summary>A</summary>\n\nWord\n\n</details>\n", "7. Februar", "7&#46; Februar"),
        ("jekyll", "<details><summary>A</summary>\n\nWord\n\n</details>\n", "# 1", "&#35; 1"),
        ("jekyll", "Word\n", "^", "&#94;"),
        ("jekyll", "![Word](a.png)\n", "a | b", "![a &#124; b](a.png)"),
        ("jekyll", '![x y](a.png "Word")\n', 'a "b" | c', '(a.png "a &#34;b&#34; &#124; c")'),
        ("mkdocs", '![x y](a.png "Word")\n', 'so "so"', '(a.png "so &#34;so&#34;")'),
        ("jekyll", "See <b>Word</b> there.\n", "5 <", "<b>5 &#60;</b>"),
        ("mkdocs", "# Word\n", "Pfad C:\\", "# Pfad C:&#92;"),
        ("mkdocs", "Word\n", "C:\\ und mehr", "C:&#92; und mehr"),
        ("mkdocs", "# Word\n", "##", "# &#35;&#35;"),
        ("mkdocs", '??? tip "Word"\n    Text.\n', "#1 der Liste", '"&#35;1 der Liste"'),
        ("mkdocs", '=== "Word"\n    Text.\n', "[TOC]", '"&#91;TOC]"'),
        ("mkdocs", "Word\n:   Text\n", "eins\nzwei", "eins zwei\n:   Text"),
        ("zola", "# Word\n", "so {x}", "# so &#123;x}"),
        ("mdbook", "# Word\n", "{ x }", "# &#123; x }"),
        # Backticks in cells next to each other
        ("mkdocs", "| A | B |\n|---|---|\n| Word | C |\n", "so `", "| so &#96; | C |"),
        ("jekyll", "| A | B |\n|---|---|\n| Word | C |\n", "so ``", "| so &#96;&#96; | C |"),
        ("mkdocs", "| A | B |\n|---|---|\n| `x` Word | C |\n", "so `", "| `x` so &#96; | C |"),
        ("jekyll", "So `page` Word and `KEY`.\n", "da", "So `page` da and `KEY`."),
        # MDX
        ("docusaurus", "Word\n", "5 < 7", "5 \\< 7"),
        ("docusaurus", "Word\n", "so <!-- da", "so \\<!-- da"),
        ("docusaurus", "<p>Word</p>\n", "Pfad C:\\", "<p>Pfad C:\\\\</p>"),
        ("docusaurus", "Word\n", "export von Waren", "&#101;xport von Waren"),
        ("docusaurus", "![Word](a.png)\n", "um 10:30", "![um 10\\:30](a.png)"),
        ("docusaurus", "See ![Word](a.png) there.\n", "um 10:30", "![um 10\\:30](a.png)"),
        # MyST
        ("myst", "Word\n", "$5 und $6", "&#36;5 und &#36;6"),
        ("myst", "Word\n", "5 $", "5 &#36;"),
        ("myst", "So $x$ Word.\n", "ist 5 $", "So $x$ ist 5 &#36;."),
        ("myst", "It is $5 Word.\n", "oder so", "It is $5 oder so."),
        ("myst", ":Name: Word\n", "% der Stimmen", ":Name: \\% der Stimmen"),
        ("myst", ":Name: Word\n", "+++", ":Name: \\+++"),
        # cmark
        ("gfm", "![Word](a.png)\n", "^", "![\\^](a.png)"),
        ("gfm", "See ![Word](a.png) there.\n", "^", "![\\^](a.png)"),
        # A caption may be read as Markdown or not: a space that does not break is one in both.
        ("hugo", '{{< figure caption="Word" >}}\n', "7. Februar", 'caption="7.\u00a0Februar"'),
        ("hugo", '{{< figure caption="Word" >}}\n', "+ 5 Grad", 'caption="+\u00a05 Grad"'),
    ],
)  # fmt: skip
def test_odd_words_are_escaped(dialect: str, article: str, text: str, expected: str) -> None:
    result = compiled(article, dialect, Word=text)
    assert expected in result.data.decode()
    assert not [each for each in result.findings if each.rule == "structure"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Geh zu ` page` und setze `KEY ` dort.", "Geh zu `page` und setze `KEY` dort."),
        ("Geh zu ` page ` und setze `KEY` dort.", "Geh zu `page` und setze `KEY` dort."),
    ],
)
def test_kramdown_wants_code_close_to_its_backticks(written: str, expected: str) -> None:
    msgid = "Go to `page` now and set `KEY` there."
    result = compiled(f"{msgid}\n", "jekyll", **{msgid: written})
    assert result.data.decode() == f"{expected}\n"


@pytest.mark.parametrize(
    ("dialect", "article", "text"),
    [
        ("gfm", "Word\n", "\u00a0"),
        ("gfm", "---\ntitle: Word\n---\n", "so </"),
        ("hugo", '{{< figure caption="Word" >}}\n', "Pfad C:\\"),
        ("hugo", '{{< figure caption="Word" >}}\n', "> 5 Jahre"),
        ("hugo", '{{< figure caption="Word" >}}\n', "[Wort]: so"),
        ("hugo", "# Word\n", "{}"),
        ("zola", "# Word\n", "{: onclick=alert(1)}"),
        ("myst", "Word\n", "{}"),
        ("myst", "```{figure} a.png\n:alt: Word\n```\n", "Nummer #1"),
        ("myst", "```{figure} a.png\n:alt: Word\n```\n", '"so'),
        ("vitepress", "A[^1].\n\n[^1]: Word words\n", ""),
        ("vitepress", "A[^1].\n\n[^1]: Word\u00a0words here\n", "so\u00a0!"),
        ("vitepress", "![Word](a.png)\n", "C:\\neu"),
        ("vitepress", "![Word](a.png)\n", "a &amp; b"),
        ("vitepress", "See ![Word](a.png) there.\n", "a [ b"),
        ("jekyll", "See [Word](a.md) there.\n", "[^neu]: so"),
        ("docusaurus", "- Word\n- Other\n", 'so <img src="/'),
    ],
)  # fmt: skip
def test_what_no_escape_helps_is_refused(dialect: str, article: str, text: str) -> None:
    words = {"Word\u00a0words here": text, "Word": text, "Other": '/e.example"> so'} if text else {"Word words": "Wort"}
    result = compiled(article, dialect, **words)
    refused = [each for each in result.findings if each.rule == "structure"]
    assert refused
    assert all(each.severity is Severity.ERROR for each in refused)


@pytest.mark.parametrize("dialect", DIALECTS)
@given(text=st.text(st.characters(exclude_characters="`<\\^$")))
def test_stray_marks_have_one_of_a_few_characters(dialect: str, text: str) -> None:
    marks = dialects.named(dialect).stray
    assert marks is None or not marks.search(text)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_an_odd_text_is_on_the_page_or_refused_with_a_finding(dialect: str) -> None:
    source = pages.source(dialect)
    for trial in pages.trials(source, (), ODD[DIALECTS.index(dialect) :: len(DIALECTS)]):
        page = pages.built(source, trial)
        shown = trial.without(page.refused).words
        assert (page.data != ARTICLES[dialect].encode()) == bool(shown), str(trial)
