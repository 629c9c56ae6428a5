"""Comments that speak to this program stand in no message and on no page, wherever they are."""

from __future__ import annotations

import pytest

from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.model import Article

NOTE = "<!-- i18n:note: told by a witness -->"


def read(text: str, dialect: str = "gfm") -> tuple[str, list[tuple[str, str, int]]]:
    """The article as it is published, and its messages with their notes and lines."""
    source = read_source(Article("a.md", "a", "source/a.md", text.encode()), Rules(dialect))
    found = [(each.msgid, each.note, each.line) for each in source.extraction.segments]
    return source.parts.data.decode(), found


WITNESS = "told by a witness"


@pytest.mark.parametrize("comment", [NOTE, NOTE.replace(" ", "\n", 1), "<!-- i18n: note told by a witness -->",
                                     "<!--mdpo-translator: told by a witness-->"])  # fmt: skip
@pytest.mark.parametrize(
    ("text", "published", "messages"),
    [
        ("# A title @\n", "# A title\n", [("A title", 1)]),
        ("# @ A title\n", "# A title\n", [("A title", 1)]),
        ("A title @\n=======\n", "A title\n=======\n", [("A title", 1)]),
        ("Words before @ and after.\n", "Words before and after.\n", [("Words before and after.", 1)]),
        ("Words before@ and after.\n", "Words before and after.\n", [("Words before and after.", 1)]),
        ("Words before @, and after.\n", "Words before, and after.\n", [("Words before, and after.", 1)]),
        ("*Words @ before* and after.\n", "*Words before* and after.\n", [("*Words before* and after.", 1)]),
        ("One line @\nand another\n", "One line\nand another\n", [("One line and another", 1)]),
        ("One line @  \nand another\n", "One line  \nand another\n", [("One line\nand another", 1)]),
        ("- one @ apple\n- two @\n", "- one apple\n- two\n", [("one apple", 1), ("two", 2)]),
        ("> quoted @ words\n> more\n", "> quoted words\n> more\n", [("quoted words more", 1)]),
        ("| a | b |\n|---|---|\n| x @ one | y |\n", "| a | b |\n|---|---|\n| x one | y |\n",
         [("a", 1), ("b", 1), ("x one", 3), ("y", 3)]),
        ("Term @ and\n\n[^1]: A note @ here\n\nRead[^1]\n", "Term and\n\n[^1]: A note here\n\nRead[^1]\n",
         [("Term and", 1), ("A note here", 3), ("Read[^1]", 5)]),
    ],
)  # fmt: skip
def test_within_a_text(comment: str, text: str, published: str, messages: list[tuple[str, int]]) -> None:
    if "\n" in comment and ("# " in text or "|" in text or "> " in text or "===" in text or "- " in text):
        pytest.skip("a line break would end the block")
    found = read(text.replace("@", comment))
    more = comment.count("\n")
    assert found[0] == published
    assert [msgid for msgid, _, _ in found[1]] == [msgid for msgid, _ in messages]
    if not more:
        assert [line for _, _, line in found[1]] == [line for _, line in messages]
    assert WITNESS in {note for _, note, _ in found[1]}


@pytest.mark.parametrize(
    ("text", "published", "messages"),
    [
        ("<div>\n@\n<p>Text here.</p>\n</div>\n", "<div>\n<p>Text here.</p>\n</div>\n", [("Text here.", 3)]),
        ("<div>\n<p>Text @ here.</p>\n</div>\n", "<div>\n<p>Text here.</p>\n</div>\n", [("Text here.", 2)]),
        ("- @ two pears\n- three\n", "- two pears\n- three\n", [("two pears", 1), ("three", 2)]),
        ("@ Words after.\n\nMore words.\n", "Words after.\n\nMore words.\n", [("Words after.", 1), ("More words.", 3)]),
        ("<p>One</p>@\n\nTwo words\n", "<p>One</p>\n\nTwo words\n", [("One", 1), ("Two words", 3)]),
    ],
)  # fmt: skip
def test_within_html(text: str, published: str, messages: list[tuple[str, int]]) -> None:
    found = read(text.replace("@", NOTE))
    assert found[0] == published
    assert [(msgid, line) for msgid, _, line in found[1]] == messages


@pytest.mark.parametrize(
    "text",
    [
        f"`{NOTE}` is how to write a note.\n", f"```\n{NOTE}\n```\n", f"    {NOTE}\n", f"\\{NOTE}\n",
        f"<pre>`{NOTE.replace('<', '&lt;')}`</pre>\n", f"~~~ html\nx {NOTE} y\n~~~\n",
        f'<img alt="{NOTE}">\n', "A <!-- comment --> that says nothing to us.\n", "A <b>word</b> and <!-- -->.\n",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert read(text)[0] == text


def test_a_note_within_a_text_is_that_texts_and_no_others() -> None:
    _, found = read(f"One.\n\nTwo {NOTE} words.\n\nThree.\n")
    assert found == [("One.", "", 1), ("Two words.", WITNESS, 3), ("Three.", "", 5)]


def test_within_a_text_that_has_no_words_for_readers() -> None:
    published, found = read(f"`code` {NOTE}\n\nWords.\n")
    assert published == "`code`\n\nWords.\n"
    assert found == [("Words.", "", 3)]


def test_skipping_within_a_text_leaves_the_text_out() -> None:
    published, found = read("One.\n\nTwo <!-- i18n:skip --> words.\n\nThree.\n")
    assert published == "One.\n\nTwo words.\n\nThree.\n"
    assert [msgid for msgid, _, _ in found] == ["One.", "Three."]


def test_lines_are_those_of_the_article_as_it_is() -> None:
    text = f"{NOTE}\n\nOne.\n\n{NOTE}\n{NOTE}\n\nTwo {NOTE}\nwords.\n\n<!-- i18n:skip -->\n\nLeft\n\nThree.\n"
    _, found = read(text)
    assert [(msgid, line) for msgid, _, line in found] == [("One.", 3), ("Two words.", 8), ("Three.", 15)]
    assert [note for _, note, _ in found] == [WITNESS, f"{WITNESS}\n{WITNESS}\n{WITNESS}", ""]


@pytest.mark.parametrize("dialect", ["docusaurus", "starlight"])
def test_in_mdx(dialect: str) -> None:
    text = "# A title {/* i18n:note: told by a witness */}\n\nTwo {/* i18n:note: told by a witness */} words.\n"
    published, found = read(text, dialect)
    assert published == "# A title\n\nTwo words.\n"
    assert found == [("A title", WITNESS, 1), ("Two words.", WITNESS, 3)]
    code = "Write `{/* i18n:note: x */}` there.\n\n```\n{/* i18n:note: x */}\n```\n"
    assert read(code, dialect)[0] == code


@pytest.mark.parametrize(
    "remark",
    ["[//]: # (ask Ann first)", '[comment]: # "ask Ann first"', "[//]: <> (ask Ann first)", "[_]: x 'ask Ann first'"],
)
def test_the_title_of_a_definition_that_nothing_uses_is_no_message(remark: str) -> None:
    text = f"{remark}\n\nWords.\n\n{remark}\n"
    assert read(text) == (text, [("Words.", "", 3)])


@pytest.mark.parametrize("use", ["[text][lab el]", "[LAB  EL]", "[lab el][]", "![text][Lab el]"])
def test_the_title_of_a_definition_that_is_used_is_one(use: str) -> None:
    _, found = read(f'{use} words\n\n[lab el]: x "The title"\n')
    assert [msgid for msgid, _, _ in found] == [f"{use} words", "The title"]
