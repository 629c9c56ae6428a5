"""What a page tells its readers at its top: in which words, in which form, at which place."""

from __future__ import annotations

import pytest

from i18n.catalog.origin import mark
from i18n.compile.article import Options, compile_article
from i18n.compile.notices import WORDS
from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.model import Article, Unit
from i18n.project import Build
from i18n.project.notices import Notices

ALL = Notices(True, True, True)
SHOWN = Build(anchors="keep", drafts=True, outdated="keep")
DRAFT = mark(Unit("A word."), "Ein Wort.", "apertium")
FINISHED = Unit("A word.", "Ein Wort.")
OUTDATED = Unit("A word.", "Ein Wort.", fuzzy=True, previous_msgid="Some words.")


def page(
    text: str, *units: Unit, dialect: str = "gfm", locale: str = "de", notices: Notices = ALL, path: str = "a.md"
) -> str:
    source = read_source(Article(path, "a", f"source/{path}", text.encode()), Rules(dialect))
    options = Options(locale, SHOWN, notices)
    return compile_article(source, {unit.key: unit for unit in units}, options).data.decode()


@pytest.mark.parametrize(
    ("dialect", "expected"),
    [
        ("gfm", "> [!NOTE]\n> Hallo.\n"),
        ("commonmark", "> Hallo.\n"),
        ("hugo", "> Hallo.\n"),
        ("zola", "> Hallo.\n"),
        ("mdbook", "> Hallo.\n"),
        ("jekyll", "> Hallo.\n{: .notice}\n"),
        ("mkdocs", '!!! note "Hinweis"\n    Hallo.\n'),
        ("docusaurus", ":::note[Hinweis]\nHallo.\n:::\n"),
        ("starlight", ":::note[Hinweis]\nHallo.\n:::\n"),
        ("vitepress", "::: info Hinweis\nHallo.\n:::\n"),
        ("myst", "```{admonition} Hinweis\n:class: note\n\nHallo.\n```\n"),
    ],
)
def test_each_generator_has_its_own_form(dialect: str, expected: str) -> None:
    assert page("A word.\n", DRAFT, dialect=dialect, notices=Notices("Hallo.")) == f"{expected}\nEin Wort.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title\n\nA word.\n", "# Title\n\n{}\nEin Wort.\n"),
        ("# Title\nA word.\n", "# Title\n\n{}\nEin Wort.\n"),
        ("Title\n=====\n\n\nA word.\n", "Title\n=====\n\n\n{}\nEin Wort.\n"),
        ("## Part\n\nA word.\n", "{}\n## Part\n\nEin Wort.\n"),
        ("A word.\n\n# Title\n", "{}\nEin Wort.\n\n# Title\n"),
        ("---\ntitle: x\n---\n\nA word.\n", "---\ntitle: x\n---\n\n{}\nEin Wort.\n"),
        ("---\ntitle: x\n---\n# Title\n\nA word.\n", "---\ntitle: x\n---\n# Title\n\n{}\nEin Wort.\n"),
        ("---\ntitle: A word.\n---", "---\ntitle: Ein Wort.\n---\n{}\n"),
        ("\ufeffA word.\n", "\ufeff{}\nEin Wort.\n"),
        ("<!-- a license -->\n# Title\n\nA word.\n", "<!-- a license -->\n# Title\n\n{}\nEin Wort.\n"),
        ("<!-- a license -->\n\nA word.\n", "{}\n<!-- a license -->\n\nEin Wort.\n"),
        ("> # Title\n\nA word.\n", "{}\n> # Title\n\nEin Wort.\n"),
        ("<div>\n\n# Title\n\n</div>\n\nA word.\n", "{}\n<div>\n\n# Title\n\n</div>\n\nEin Wort.\n"),
    ],
)
def test_it_stands_below_the_title_that_a_page_begins_with(text: str, expected: str) -> None:
    notice = "> [!NOTE]\n> Hallo.\n"
    assert page(text, DRAFT, notices=Notices("Hallo.")) == expected.format(notice)


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        (
            "docusaurus",
            "import X from './x'\n\nexport const y = {\n\n  a: 1\n}\n\n# Title\n\nA word.\n",
            "import X from './x'\n\nexport const y = {\n\n  a: 1\n}\n\n# Title\n\n{}\nEin Wort.\n",
        ),
        (
            "docusaurus",
            "import X from './x'\nimport Z from './z'\n\n<X />\n\nA word.\n",
            "import X from './x'\nimport Z from './z'\n\n{}\n<X />\n\nEin Wort.\n",
        ),
        ("docusaurus", ":::tip\n# Title\n:::\n\nA word.\n", "{}\n:::tip\n# Title\n:::\n\nEin Wort.\n"),
        ("myst", "(target)=\n# Title\n\nA word.\n", "(target)=\n# Title\n\n{}\nEin Wort.\n"),
        ("jekyll", "# Title\n{: #id .x}\n\nA word.\n", "# Title\n{: #id .x}\n\n{}\nEin Wort.\n"),
        ("jekyll", "> quote\n\nA word.\n", "{}\n> quote\n\nEin Wort.\n"),
        ("hugo", "# Title {#id}\n{{< toc >}}\n\nA word.\n", "# Title {#id}\n\n{}\n{{< toc >}}\n\nEin Wort.\n"),
    ],
)
def test_what_belongs_to_the_title_or_is_imported_stays_above(dialect: str, text: str, expected: str) -> None:
    alone = page("A word.\n", DRAFT, dialect=dialect, notices=Notices("Hallo.")).removesuffix("\nEin Wort.\n")
    assert page(text, DRAFT, dialect=dialect, notices=Notices("Hallo.")) == expected.replace("{}", alone, 1)


def test_code_below_it_is_none_of_it() -> None:
    text = "    code\n\nA word.\n"
    assert page(text, DRAFT, dialect="mkdocs", notices=Notices("Hallo.")) == "> Hallo.\n\n    code\n\nEin Wort.\n"


def test_lines_end_as_they_do_in_the_article() -> None:
    expected = "# Title\r\n\r\n> [!NOTE]\r\n> Eins.\r\n> Zwei.\r\n\r\nEin Wort.\r\n"
    assert page("# Title\r\n\r\nA word.\r\n", DRAFT, notices=Notices("Eins.\n\nZwei.\n")) == expected


def test_a_text_cannot_end_its_container() -> None:
    said = page("A word.\n", DRAFT, dialect="docusaurus", notices=Notices("Eins.\n:::\nZwei."))
    assert said.startswith("::::note[Hinweis]\nEins.\n:::\nZwei.\n::::\n\n")
    said = page("A word.\n", DRAFT, dialect="myst", notices=Notices("```\nEins."))
    assert said.startswith("````{admonition} Hinweis\n:class: note\n\n```\nEins.\n````\n\n")


@pytest.mark.parametrize(
    ("units", "kinds"),
    [
        ((FINISHED, Unit("More.", "Mehr.")), ()),
        ((), ()),
        ((FINISHED,), ("partial",)),
        ((DRAFT,), ("draft", "partial")),
        ((OUTDATED, Unit("More.", "Mehr.")), ("outdated",)),
        ((OUTDATED, mark(Unit("More."), "Mehr.", "apertium")), ("draft", "outdated")),
        ((OUTDATED,), ("outdated", "partial")),
        ((Unit("A word.", "A word."),), ()),
    ],
)
def test_a_page_tells_what_is_so(units: tuple[Unit, ...], kinds: tuple[str, ...]) -> None:
    said = page("A word.\n\nMore.\n", *units)
    assert {kind for kind in WORDS["de"]._fields[1:] if getattr(WORDS["de"], kind) in said} == set(kinds)


def test_drafts_alone_are_told_of_without_being_asked_for() -> None:
    assert WORDS["de"].draft in page("A word.\n\nMore.\n", DRAFT, notices=Notices())
    for unit in (OUTDATED, FINISHED):
        assert page("A word.\n\nMore.\n", unit, notices=Notices()) == "Ein Wort.\n\nMore.\n"


def test_own_texts_go_before_the_programs() -> None:
    said = page("A word.\n\nMore.\n", DRAFT, notices=Notices("Maschine!", True, "Teils."))
    assert said.startswith("> [!NOTE]\n> Maschine!\n> Teils.\n\n")


@pytest.mark.parametrize(
    ("locale", "words"), [("de-AT", "de"), ("es-MX", "es"), ("pt", "pt-BR"), ("pt-PT", "pt-BR"), ("ar-EG", "ar")]
)
def test_variants_of_a_language_share_its_words(locale: str, words: str) -> None:
    assert page("A word.\n", DRAFT, locale=locale) == f"> [!NOTE]\n> {WORDS[words].draft}\n\nEin Wort.\n"


def test_other_languages_get_english_words_that_say_so() -> None:
    english = WORDS["en"].draft
    tagged = f'<span lang="en" dir="ltr">{english}</span>'
    assert page("A word.\n", DRAFT, locale="fa") == f"> [!NOTE]\n> {tagged}\n\nEin Wort.\n"
    assert page("A word.\n", DRAFT, locale="fr", dialect="mkdocs") == f'!!! note ""\n    {tagged}\n\nEin Wort.\n'
    assert page("A word.\n", DRAFT, locale="fr", dialect="docusaurus") == f":::note\n{tagged}\n:::\n\nEin Wort.\n"
    assert page("A word.\n", DRAFT, locale="fa", dialect="hugo") == f"> \u2066{english}\u2069\n\nEin Wort.\n"
    own = page("A word.\n\nMore.\n", DRAFT, locale="fr", notices=Notices("Machine.", False, True))
    assert own.startswith(f'> [!NOTE]\n> Machine.\n> <span lang="en" dir="ltr">{WORDS["en"].partial}</span>\n\n')


def test_a_list_of_pages_has_no_place_for_it_and_shows_no_drafts() -> None:
    draft, finished = mark(Unit("One"), "Eins", "apertium"), Unit("Two", "Zwei")
    text = "# Summary\n\n- [One](one.md)\n- [Two](two.md)\n"
    expected = text.replace("[Two]", "[Zwei]")
    assert page(text, draft, finished, dialect="mdbook", path="SUMMARY.md") == expected


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        ("myst", "## Part\n\nMore.\n", "{}\n(part)=\n## Teil\n\nMore.\n"),
        ("myst", "# Part\n\nMore.\n", "(part)=\n# Teil\n\n{}\nMore.\n"),
        ("jekyll", "# Part\n\nMore.\n", "# Teil {#part}\n\n{}\nMore.\n"),
        ("jekyll", "Part\n====\n\nMore.\n", "Teil {#part}\n====\n\n{}\nMore.\n"),
        ("hugo", "# Part\nMore.\n", "# Teil {#part}\n\n{}\nMore.\n"),
        ("docusaurus", "# Part\n\nMore.\n", "# Teil\n\n{}\nMore.\n"),
        ("mkdocs", "# Part", "{}\n# Teil { #part }"),
    ],
)
def test_it_parts_no_heading_from_its_id(dialect: str, text: str, expected: str) -> None:
    source = read_source(Article("a.mdx", "a", "source/a.mdx", text.encode()), Rules(dialect))
    draft = mark(Unit("Part"), "Teil", "apertium")
    options = Options("de", Build(drafts=True), Notices("Hallo."))
    said = compile_article(source, {draft.key: draft}, options).data.decode()
    alone = page("A word.\n", DRAFT, dialect=dialect, notices=Notices("Hallo.")).removesuffix("\nEin Wort.\n")
    assert said == expected.replace("{}", alone, 1)
