"""Titles that a generator shows for a block without one: messages where it does not translate them itself."""

from __future__ import annotations

import pytest

from i18n.model import Unit
from tests.markdown.reading import assert_comes_through, compiled, messages, read


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("docusaurus", ":::note\nText\n:::\n"),
        ("starlight", ":::note\nText\n:::\n"),
        ("myst", ":::{note}\nText\n:::\n\n```{tip}\nMore\n```\n"),
        ("gfm", "> [!NOTE]\n> Text\n"),
        ("hugo", "> [!NOTE]\n> Text\n\n{{< note >}}\nMore\n{{< /note >}}\n"),
        ("jekyll", "!!! note\n    Text\n"),
        ("mdbook", "> [!NOTE]\n> Text\n"),
    ],
)
def test_a_generator_that_translates_it_or_knows_no_title_is_left_alone(dialect: str, text: str) -> None:
    assert not [each for each in messages(text, dialect) if each.startswith("title")]
    assert_comes_through(text, dialect)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_one_message_is_written_at_each_place_and_nowhere_else(newline: str) -> None:
    text = '!!! note\n    One\n\n!!! note "Own"\n    Two\n\n??? note\n    Three\n'.replace("\n", newline)
    assert [unit.msgid for unit in read(text, "mkdocs").template] == ["Note", "One", "Own", "Two", "Three"]
    page = compiled(text, "mkdocs", Unit("Note", "Hinweis"))
    assert page.data.decode() == text.replace("!!! note" + newline, '!!! note "Hinweis"' + newline).replace(
        "??? note", '??? note "Hinweis"'
    )
    assert page.findings == ()
    assert compiled(text, "mkdocs", Unit("Note", "Note")).data.decode() == text


def test_the_message_stands_on_the_line_of_the_block_and_may_be_skipped() -> None:
    text = "# A\n\n!!! tip\n    One\n\n<!-- i18n:skip -->\n!!! tip\n    Two\n"
    segments = read(text, "mkdocs").extraction.segments
    assert [(each.msgid, each.line, each.heading) for each in segments] == [
        ("A", 1, ""),
        ("Tip", 3, ""),
        ("One", 4, ""),
    ]
    assert messages(text, "mkdocs", skip=("Note|Tip",)) == ["heading 1: A", "admonition: One"]


def test_a_note_to_translators_reaches_it() -> None:
    text = "<!-- i18n:context: bar -->\n!!! tip\n    One\n"
    assert [(each.msgid, each.msgctxt) for each in read(text, "mkdocs").extraction.segments] == [
        ("Tip", "bar"),
        ("One", "bar"),
    ]


@pytest.mark.parametrize("text", ["x\n\ny", '"', "a `b", "[x](javascript:a)", "<b>", "# x"])
def test_whatever_the_translation_the_block_stays_one_block(text: str) -> None:
    page = compiled("!!! tip\n    One\n\nTwo\n", "mkdocs", Unit("Tip", text)).data.decode()
    assert page.count("\n") == 4
    assert page.startswith("!!! tip")
    assert page.endswith("\n    One\n\nTwo\n")
