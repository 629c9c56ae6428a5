"""Headings of a translated page have the ids of the source, in the form that the generator takes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from i18n.compile.article import Compiled, Options, compile_article
from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.model import Article, Severity, Unit
from i18n.project.tables import DIALECTS
from i18n.sites import ids_of
from i18n.sites.ids import Ids

GERMAN = {
    "Home": "Start", "Start": "Beginn", "Limits": "Grenzen", "Set `x`": "`x` setzen", "Tools": "Werkzeuge",
    "1. First": "1. Erstens", "See [it](a.md)": "Siehe [es](a.md)", "Own": "Eigen",
}  # fmt: skip


def built(
    dialect: str, text: str, ids: Ids | None = None, path: str = "a.md", more: Mapping[str, str] = GERMAN
) -> Compiled:
    source = read_source(Article(path, "a", f"source/{path}", text.encode()), Rules(dialect))
    units = {unit.key: Unit(unit.msgid, {**GERMAN, **more}.get(unit.msgid, "")) for unit in source.template}
    return compile_article(source, units, Options("de", ids=ids), "de.po")


def page(dialect: str, text: str, ids: Ids | None = None, path: str = "a.md", more: Mapping[str, str] = GERMAN) -> str:
    found = built(dialect, text, ids, path, more)
    assert not [finding for finding in found.findings if finding.severity is Severity.ERROR]
    return found.data.decode()


BRACES = ("hugo", "zola", "vitepress", "mdbook", "jekyll")
CASES = [
    *((dialect, "## Tools\n", "## Werkzeuge {#tools}\n") for dialect in BRACES),
    ("mkdocs", "## Tools\n", "## Werkzeuge { #tools }\n"),
    ("docusaurus", "## Tools\n", "## Werkzeuge {#tools}\n"),
    ("starlight", "## Tools\n", '## <a id="tools"></a>Werkzeuge\n'),
    ("gfm", "## Tools\n", '## <a id="tools"></a>Werkzeuge\n'),
    ("commonmark", "## Tools\n", '## <a id="tools"></a>Werkzeuge\n'),
    ("myst", "## Tools\n", "(tools)=\n## Werkzeuge\n"),
]


@pytest.mark.parametrize(("dialect", "source", "expected"), CASES, ids=[dialect for dialect, *_ in CASES])
def test_each_generator_has_its_form(dialect: str, source: str, expected: str) -> None:
    assert page(dialect, source) == expected


def test_every_dialect_has_a_case() -> None:
    assert {dialect for dialect, *_ in CASES} == set(DIALECTS)


NOTES = "A[^b] `[^c]`.\n\n## Tools[^a]\n\n[^a]: 1\n\n[^b]: 2\n\n[^c]: 3\n"
PLACES = [
    ("hugo", "Tools\n===\n", "Werkzeuge {#tools}\n===\n"),
    ("hugo", "## Tools ##  \n", "## Werkzeuge {#tools}\n"),
    ("hugo", "> ## Tools\n", "> ## Werkzeuge {#tools}\n"),
    ("hugo", "- ## Tools\n", "- ## Werkzeuge {#tools}\n"),
    ("hugo", "## Tools ## {.big}\n", "## Werkzeuge ## {#tools .big}\n"),
    ("hugo", "## Tools {.big}\n", "## Werkzeuge {#tools .big}\n"),
    ("hugo", "## Tools { .big }\r\n", "## Werkzeuge { #tools .big }\r\n"),
    ("hugo", "<div>\n\n## Tools\n\n</div>\n", "<div>\n\n## Werkzeuge {#tools}\n\n</div>\n"),
    ("mkdocs", "!!! note\n\n    ## Tools\n", "!!! note\n\n    ## Werkzeuge { #tools }\n"),
    ("mkdocs", "## Tools {: .big }\n", "## Werkzeuge {: #tools .big }\n"),
    ("jekyll", "## 1. First\n\nText.\n", '## 1. Erstens\n{: id="1-first"}\n\nText.\n'),
    ("jekyll", "9 tools\n---\n\nText.\n", '9 Werkzeuge\n---\n{: id="9-tools"}\n\nText.\n'),
    ("jekyll", "> ## 1. First\n", '> ## 1. Erstens\n> {: id="1-first"}\n'),
    ("jekyll", "- ## 1. First\r\n", '- ## 1. Erstens\r\n  {: id="1-first"}\r\n'),
    ("jekyll", "## 1. First\n{: .big}\n", '## 1. Erstens\n{: id="1-first"}\n{: .big}\n'),
    ("vitepress", "- ## Tools\n\n## Limits\n", '- ## <a id="tools"></a>Werkzeuge\n\n## <a id="limits"></a>Grenzen\n'),
    ("vitepress", "## 1. First\n", "## 1. Erstens {#_1-first}\n"),
    ("zola", "## 東京\n", "## Tokio {#dong-jing}\n"),
    ("mdbook", NOTES, NOTES.replace("## Tools[^a]", "## Werkzeuge[^a] {#tools2}")),
    ("starlight", NOTES, NOTES.replace("## Tools[^a]", '## <a id="tools2"></a>Werkzeuge[^a]')),
    ("mdbook", "## Tools {{ x }}\n", "## Werkzeuge {{ x }} {#tools--x-}\n"),
    ("vitepress", "## Tools {{ x }}\n", "## Werkzeuge {{ x }} {#tools-x}\n"),
    ("docusaurus", "## Tools {/* c */} x\n", "## Werkzeuge {/* c */} x {#tools--c--x}\n"),
    ("starlight", "## Tools {`a`}\n", '## <a id="tools-a"></a>Werkzeuge {`a`}\n'),
    ("jekyll", "<div>\n\n## Tools\n\n</div>\n", "<div>\n\n## Werkzeuge\n\n</div>\n"),
    ("jekyll", "## Tools {.big}\n", "## Werkzeuge {.big}\n"),
    ("mkdocs", "<div>\n\n## Tools\n\n</div>\n", "<div>\n\n## Werkzeuge\n\n</div>\n"),
    ("mkdocs", "- Text.\n\n  ## Tools\n", "- Text.\n\n  ## Werkzeuge\n"),
    ("mkdocs", "- Text.\n\n    ## Tools\n", "- Text.\n\n    ## Werkzeuge { #tools }\n"),
    ("mkdocs", "<div markdown>\n\n## Tools\n\n</div>\n", "<div markdown>\n\n## Werkzeuge { #tools }\n\n</div>\n"),
    ("myst", "> ## Tools\n", "> (tools)=\n> ## Werkzeuge\n"),
    ("myst", "- ## Tools\n", "- (tools)=\n  ## Werkzeuge\n"),
    ("myst", "1. ## Tools\n", "1. (tools)=\n   ## Werkzeuge\n"),
    ("myst", "Text.\n## Tools\n", "Text.\n\n(tools)=\n## Werkzeuge\n"),
    ("myst", "## What's up?\n", "(whats-up)=\n(what-s-up)=\n## Was nun?\n"),
    ("myst", "---\na: b\n---\n## Tools\n", "---\na: b\n---\n(tools)=\n## Werkzeuge\n"),
    ("gfm", "Set `x`\n---\n", '<a id="set-x"></a>`x` setzen\n---\n'),
    ("hugo", "## See [it](a.md)\n", "## Siehe [es](a.md) {#see-it}\n"),
    ("docusaurus", "## See ![a map](a.png)\n", "## Die ![Karte](a.png) {#see-a-map}\n"),
]  # fmt: skip


@pytest.mark.parametrize(("dialect", "source", "expected"), PLACES)
def test_an_id_stands_where_its_generator_looks_for_it(dialect: str, source: str, expected: str) -> None:
    more = {"What's up?": "Was nun?", "9 tools": "9 Werkzeuge", "See ![a map](a.png)": "Die ![Karte](a.png)"}
    tools = ("[^a]", " {{ x }}", " {/* c */} x", " {`a`}")
    more |= {f"Tools{each}": f"Werkzeuge{each}" for each in tools} | {"東京": "Tokio"}
    assert page(dialect, source, more=more) == expected


OWN = [
    ("hugo", "## Own {#mine}\n"),
    ("hugo", "## Own {#über-uns}\n"),
    ("zola", "## Own {#한국}\n"),
    ("hugo", "## Own { .big #mine }\n"),
    ("jekyll", "## Own {#mine}\n"),
    ("jekyll", "## Own\n{: #mine .big}\n"),
    ("jekyll", '## Own\n{: .big}\n{: id="mine"}\n'),
    ("jekyll", "Text.\n\n{: #mine}\n## Own\n"),
    ("mkdocs", "## Own { #mine }\n"),
    ("docusaurus", "## Own {#mine}\n"),
    ("docusaurus", "## Own {/* #mine */}\n"),
    ("vitepress", "## Own {#mine}\n"),
    ("mdbook", "## Own { #mine .big }\n"),
]


@pytest.mark.parametrize(("dialect", "source"), OWN)
def test_ids_of_the_article_stay(dialect: str, source: str) -> None:
    assert page(dialect, source) == source.replace("Own", "Eigen")


@pytest.mark.parametrize("dialect", DIALECTS)
def test_what_is_not_translated_stays_byte_for_byte(dialect: str) -> None:
    text = "# One ##\n\nTwo\n---\n\n## 안녕\n\n## One\n"
    assert page(dialect, text) == text
    assert page(dialect, f"{text}\nHome\n") == f"{text}\nStart\n"


@pytest.mark.parametrize("dialect", [name for name in DIALECTS if ids_of(name).form not in ("anchor", "target")])
def test_headings_that_would_move_up_or_be_in_the_way_are_pinned_too(dialect: str) -> None:
    text = "## Limits\n\n## Limits?\n\n## Home\n\n## Start\n"
    lines = page(dialect, text).split("\n\n")
    second = "limits_1" if dialect == "mkdocs" else "limits-1"
    assert all(slug in line for slug, line in zip(("#limits", f"#{second}", "#home", "#start"), lines, strict=True))
    assert lines[1].startswith("## Limits? {")


def test_a_heading_that_keeps_its_id_needs_none() -> None:
    assert page("hugo", "## Limits\n\n## Tools\n", more={"Tools": "Tools!"}) == "## Grenzen {#limits}\n\n## Tools!\n"


JOINER = "\N{COMBINING GRAPHEME JOINER}"


@pytest.mark.parametrize("dialect", ["gfm", "starlight"])
def test_a_heading_with_the_id_of_another_is_set_apart_by_what_nobody_sees(dialect: str) -> None:
    made = built(dialect, "## Home ##\n\n## Start\n")
    assert made.data.decode() == f'## <a id="home"></a>Start{JOINER} ##\n\n## <a id="start"></a>Beginn\n'
    assert not made.findings
    two = f'## <a id="limits"></a>Grenzen\n\n## <a id="limits-1"></a>Limits?{JOINER}\n'
    assert page(dialect, "## Limits\n\n## Limits?\n") == two, "its own id would be the one above"


def test_eleventy_has_liquid_expand_tags_before_it_makes_ids() -> None:
    for tag in ("{{ x }}", "{% x %}"):
        made = page("gfm", f"## Tools {tag}\n", Ids(rule="eleventy"), more={f"Tools {tag}": f"Werkzeuge {tag}"})
        assert made == f"## Werkzeuge {tag}\n"


def test_eleventy_takes_a_comment_for_words() -> None:
    ids = Ids(rule="eleventy")
    made = page("gfm", "## Foo\n\n## Foo-1\n\n## Foo\n", ids, more={"Foo-1": "Foo"})
    assert made == '## Foo\n\n## <a id="foo-1"></a>Foo<!-- foo-1 -->\n\n## Foo\n'


def test_an_id_of_words_that_links_ask_another_for_is_said() -> None:
    dialect, ids = "mkdocs", Ids(rule="python-markdown")
    found = built(dialect, "## Home\n\n## Start\n", ids)
    (finding,) = [each for each in found.findings if each.rule == "heading-id"]
    assert (finding.severity, finding.msgid) == (Severity.WARNING, "Home")
    assert "“start”" in finding.message
    assert not built(dialect, "## Start\n\n## Home\n", ids).findings, "the anchor comes first"
    assert not built("hugo", "## Home\n\n## Start\n").findings


def test_eleventy_numbers_headings_by_the_ids_in_writing_above_them_too() -> None:
    ids = Ids(rule="eleventy", form="anchor")
    made = page("gfm", "## Limits\n\n## Limits?\n\n## Limits!\n", ids, more={"Limits!": "Ende"})
    assert made == '## <a id="limits"></a>Grenzen\n\n## Limits?\n\n## <a id="limits-3"></a>Ende\n'


def test_eleventy_gives_a_heading_another_id_than_html_next_to_it_has() -> None:
    ids = Ids(rule="eleventy", form="anchor")
    more = {'Limits <a id="limits"></a>': 'Grenzen <a id="limits"></a>', "Limits": "Grenzen", "Tools": "Werkzeuge"}
    made = page("gfm", '## Limits <a id="limits"></a>\n', ids, more=more)
    assert made == '## <a id="limits-2"></a>Grenzen <a id="limits"></a>\n'
    text = '<p id="tools"></p>\n\n## Limits\n\n## Tools\n\n<b id="limits">x</b>\n'
    expected = text.replace("## Limits", '## <a id="limits-2"></a>Grenzen')
    assert page("gfm", text, ids, more=more) == expected.replace("## Tools", '## <a id="tools-2"></a>Werkzeuge')


def test_a_target_of_mystmd_takes_the_place_of_an_id() -> None:
    ids = Ids(rule="mystmd", form="target")
    made = page("myst", "(mine)=\n\n## Tools\n\n## Limits\n\n## Limits?\n", ids)
    assert made == "(mine)=\n\n## Werkzeuge\n\n(limits)=\n## Grenzen\n\n(limits-1)=\n## Limits?\n"


def test_what_has_the_id_of_a_heading_is_in_its_way_where_none_can_be_written_behind_it() -> None:
    text = "# Home\n\n## Start\n\n## Limits\n"
    expected = "# Start\n\n## Start {/* #start */}\n\n## Grenzen {/* #limits */}\n"
    assert page("docusaurus", text, path="a.mdx", more={"Start": ""}) == expected


def test_docusaurus_has_the_form_of_its_version_and_of_the_article() -> None:
    old = Ids(rule="docusaurus", form="braces", follows=True)
    new = Ids(rule="docusaurus", form="expression", follows=True)
    detects = Ids(rule="docusaurus", form="expression", follows=True, detects=True)
    assert page("docusaurus", "## Tools\n", old) == "## Werkzeuge {#tools}\n"
    assert page("docusaurus", "## Tools\n", detects, "a.mdx") == "## Werkzeuge {/* #tools */}\n"
    assert page("docusaurus", "## Tools\n", detects, "a.md") == "## Werkzeuge {#tools}\n"
    assert page("docusaurus", "## Own {#own}\n\n## Tools\n", new) == "## Eigen {#own}\n\n## Werkzeuge {#tools}\n"
    assert page("docusaurus", "> ## Tools\n", old) == "> ## Werkzeuge \\{#tools}\n"
    assert page("docusaurus", "Tools\n---\n", old) == "Werkzeuge \\{#tools}\n---\n"
    assert page("docusaurus", "> ## Own \\{#own}\n", old) == "> ## Eigen \\{#own}\n"
    text = "## Own {/* #own */}\n\n## Tools\n"
    assert page("docusaurus", text, old) == "## Eigen {/* #own */}\n\n## Werkzeuge {/* #tools */}\n"


@pytest.mark.parametrize("rule", ["none"])
def test_where_a_generator_makes_no_ids_none_are_written(rule: str) -> None:
    assert page("jekyll", "## Tools\n", Ids(rule=rule, form="none")) == "## Werkzeuge\n"
    assert page("gfm", "## Tools\n", Ids(rule=rule)) == "## Werkzeuge\n"


UNKNOWN = [
    ("hugo", "## Tools {{< x >}}\n", "Tools {{< x >}}"),
    ("jekyll", "## Tools {{ x }}\n", "Tools {{ x }}"),
    ("mkdocs", "## Tools {{ x }}\n", "Tools {{ x }}"),
    ("zola", "## 㐀\n", "㐀"),
    ("mdbook", "## Tools {{#include a}}\n", "Tools {{#include a}}"),
    ("starlight", "## Tools {frontmatter.x}\n", "Tools {frontmatter.x}"),
    ("gfm", "## Tools[^1]\n\n[^1]: Home\n", "Tools[^1]"),
]


@pytest.mark.parametrize(("dialect", "source", "msgid"), UNKNOWN)
def test_an_id_that_is_not_known_is_not_written(dialect: str, source: str, msgid: str) -> None:
    made = page(dialect, source, more={msgid: msgid.replace("Tools", "Werkzeuge").replace("㐀", "Hügel")})
    assert made.splitlines()[0] == source.splitlines()[0].replace("Tools", "Werkzeuge").replace("㐀", "Hügel")


READING = ("hugo", "zola", "vitepress", "mdbook", "mkdocs", "jekyll", "docusaurus")
"""Dialects whose generator reads a list of attributes behind a heading."""
SMUGGLED = [
    *(
        (dialect, text)
        for dialect in READING
        for text in ("Werkzeuge {#evil}", "Werkzeuge { #evil }", "Werkzeuge {: #evil}", "Werkzeuge {/* #evil */}")
    ),
    *((dialect, "Werkzeuge { id=evil }") for dialect in READING if dialect != "jekyll"),
    *(
        (dialect, text)
        for dialect in DIALECTS
        for text in ('<a id="evil"></a>Werkzeuge', "Werkzeuge <!-- #evil -->", '<b id="evil">Werkzeuge</b>')
    ),
]  # fmt: skip


@pytest.mark.parametrize(("dialect", "text"), SMUGGLED)
def test_no_translation_brings_an_id(dialect: str, text: str) -> None:
    made = built(dialect, "## Tools\n\nHome\n", more={"Tools": text})
    again = read_source(Article("a.md", "a", "source/a.md", made.data), Rules(dialect))
    (heading,) = again.extraction.headings
    assert b"evil" not in (heading.attributes.of(made.data) if heading.attributes else b"")
    assert b'id="evil"' not in made.data
    assert b"<!-- #evil" not in made.data


def test_no_translation_becomes_a_target() -> None:
    made = built("myst", "Tools\n---\n", more={"Tools": "(evil)="}).data.decode()
    assert "(evil)=" not in made.splitlines()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Tools\n", "# Werkzeuge\n"),
        ("import X from './x'\n\n# Tools\n", "import X from './x'\n\n# Werkzeuge\n"),
        ("Tools\n=====\n", "Werkzeuge\n=====\n"),
        ("---\ntitle: x\n---\n# Tools\n", "---\ntitle: x\n---\n# Werkzeuge {/* #tools */}\n"),
        ("Words\n\n# Tools\n", "Words\n\n# Werkzeuge {/* #tools */}\n"),
    ],
)
def test_docusaurus_calls_no_page_by_an_expression(text: str, expected: str) -> None:
    """It takes the title of a page from its first line, where the front matter has none."""
    assert page("docusaurus", text, Ids(rule="docusaurus", form="expression"), "a.mdx") == expected
