"""What authors tell the program in comments, in every spelling, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from i18n.markdown.modes import Modes
from tests.extract.reading import extraction
from tests.markdown import reading


def read(text: str, dialect: str = "gfm") -> list[tuple[str, str | None, str]]:
    return [(each.msgid, each.msgctxt, each.note) for each in extraction(text, dialect).segments]


def texts(text: str, dialect: str = "gfm") -> list[str]:
    return [msgid for msgid, _, _ in read(text, dialect)]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- i18n:skip -->",
        "<!--i18n:skip-->",
        "<!-- i18n: skip -->",
        "<!-- i18n:: skip -->",
        "<!--- i18n:skip ---->",
        "<!-- mdbook-xgettext:skip -->",
        "<!--\ni18n:skip\n-->",
        "<!-- mdpo-disable-next-line -->",
        "<!-- mdpo-disable-next-block -->",
    ],
)
def test_one_block_is_left_out(comment: str) -> None:
    assert texts(f"One\n\n{comment}\nTwo\n\nThree\n") == ["One", "Three"]
    assert texts(f"One\n\n{comment}\n- Two\n- Three\n\nFour\n") == ["One", "Four"]
    assert texts(f"{comment}\n\nOne\n\nTwo\n") == ["Two"]
    assert texts(f"One\n\n{comment}\n") == ["One"]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("i18n:skip-start", "i18n:skip-end"),
        ("i18n: skip-start", "i18n: skip-end"),
        ("i18n:skip:start", "i18n:skip:end"),
        ("mdbook-xgettext: skip start", "-- mdbook-xgettext:skip-end"),
        ("mdpo-disable", "mdpo-enable"),
        ("translate:off", "translate:on"),
        ("-translate:off", "translate:on -"),
        ("i18n:skip-start", "mdpo-enable"),
    ],
)
def test_all_between_start_and_end_is_left_out(start: str, end: str) -> None:
    text = f"One\n\n<!-- {start} -->\n\n# Two\n\n> - Three\n\n| a |\n|---|\n\n<!-- {end} -->\n\nFour\n"
    found = extraction(text)
    assert [each.msgid for each in found.segments] == ["One", "Four"]
    assert found.findings == ()


@pytest.mark.parametrize("start", ["i18n:skip-start", "mdpo-disable"])
def test_a_start_without_an_end_is_an_error_at_the_line_of_the_first(start: str) -> None:
    found = extraction(f"One\n\n<!-- {start} -->\n\nTwo\n\n<!-- {start} -->\n\nThree\n")
    assert [each.msgid for each in found.segments] == ["One"]
    (finding,) = found.findings
    assert (finding.rule, finding.line, finding.severity.name, finding.path) == (
        "directive", 3, "ERROR", "source/a.md",
    )  # fmt: skip
    assert "skip-end" in finding.message


def test_an_end_closes_every_start_before_it_and_an_end_alone_is_nothing() -> None:
    start, end = "<!-- i18n:skip-start -->", "<!-- i18n:skip-end -->"
    found = extraction(f"{end}\n\nOne\n\n{start}\n\nTwo\n\n{start}\n\nThree\n\n{end}\n\nFour\n\n{end}\n\nFive\n")
    assert [each.msgid for each in found.segments] == ["One", "Four", "Five"]
    assert found.findings == ()


@pytest.mark.parametrize(
    "comment",
    [
        "i18n:note: Spoken by a child.",
        "i18n:note Spoken by a child.",
        "i18n: note: Spoken by a child.",
        "i18n:comment: Spoken by a child.",
        "i18n:comment Spoken by a child.",
        "mdpo-translator: Spoken by a child.",
        "mdpo-translator Spoken by a child.",
        "i18n:note:\n  Spoken   by\n  a child.",
    ],
)
def test_a_note_reaches_the_next_block_in_one_line(comment: str) -> None:
    assert read(f"<!-- {comment} -->\nHello.\n\nBye.\n") == [
        ("Hello.", None, "Spoken by a child."),
        ("Bye.", None, ""),
    ]


@pytest.mark.parametrize(
    "comment",
    ["i18n:context: verb", "i18n:context verb", "i18n: context: verb", "mdpo-context: verb", "mdpo-context verb"],
)
def test_a_context_parts_the_next_block_from_its_equals(comment: str) -> None:
    assert read(f"Open\n\n<!-- {comment} -->\n## Open\n") == [("Open", None, ""), ("Open", "verb", "")]


def test_several_comments_hold_for_one_block() -> None:
    text = (
        "<!-- i18n:note: one -->\n<!-- i18n:context: sign -->\n\n<!-- i18n:note: two -->\n<!-- i18n:context: verb -->\n"
        "Open\n"
    )
    assert read(text) == [("Open", "verb", "one\ntwo")]


def test_a_comment_within_a_list_holds_for_what_follows_it_there() -> None:
    text = "- One\n\n  <!-- i18n:note: careful -->\n  Two\n- Three\n\nFour\n"
    assert read(text) == [("One", None, ""), ("Two", None, "careful"), ("Three", None, ""), ("Four", None, "")]


@pytest.mark.parametrize(
    ("comment", "published"),
    [
        ("<!-- i18n:skipped -->", False),
        ("<!-- i18n:skip the next one -->", False),
        ("<!-- i18n:note: -->", False),
        ("<!-- i18n:context: -->", False),
        ("<!-- i18n:context -->", False),
        ("<!-- i18n:notes on this -->", False),
        ("<!-- I18N:SKIP -->", False),
        ("<!-- mdpo-disabled -->", True),
        ("<!-- mdpo-enable-next -->", True),
        ("<!-- mdpo-include-codeblocks now -->", True),
        ("<!-- translate:offline -->", True),
        ("<!-- translate: off -->", True),
        ("<!-- see i18n:skip -->", True),
        ("<!-- i18n -->", True),
    ],
)
def test_what_is_no_spelling_says_nothing_and_is_published_if_it_does_not_name_this_program(
    comment: str, published: bool
) -> None:
    found = extraction(f"{comment}\n\nOne\n")
    assert [(each.msgid, each.msgctxt, each.note) for each in found.segments] == [("One", None, "")]
    assert (found.unpublished == ()) == published
    assert found.findings == ()


def test_what_is_a_spelling_is_not_published() -> None:
    text = "One\n\n<!-- i18n:note: careful -->\n\nTwo <!-- i18n:skip --> three\n"
    spans = extraction(text).unpublished
    kept = text
    for start, end in reversed(spans):
        kept = kept[:start] + kept[end:]
    assert "careful" not in kept
    assert kept.startswith("One\n\nTwo")


def test_a_comment_in_code_says_nothing() -> None:
    found = extraction(
        "```\n<!-- i18n:skip-start -->\n```\n\n    <!-- i18n:skip-start -->\n\nOne `<!-- i18n:skip -->`\n"
    )
    assert [each.msgid for each in found.segments] == ["One `<!-- i18n:skip -->`"]
    assert (found.findings, found.unpublished) == ((), ())


@pytest.mark.parametrize(
    ("dialect", "comment"), [("docusaurus", "{/* i18n:skip */}"), ("docusaurus", "{/* mdpo-disable-next-line */}")]
)
def test_mdx_has_comments_of_its_own(dialect: str, comment: str) -> None:
    assert texts(f"One\n\n{comment}\n\nTwo\n\nThree\n", dialect) == ["One", "Three"]


def test_an_article_that_is_copied_as_it_is_still_has_its_findings() -> None:
    found = extraction("---\ntranslate: false\n---\nOne\n\n<!-- i18n:skip-start -->\n")
    assert found.segments == ()
    assert [finding.rule for finding in found.findings] == ["directive"]


def test_a_note_of_mdbook_is_read() -> None:
    assert read("<!-- mdbook-xgettext:comment: be brief -->\nOne\n") == [("One", None, "be brief")]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_comment_between_items_leaves_their_list_as_tight_as_it_was(newline: str) -> None:
    text = "- one\n<!-- i18n:note: a number -->\n- two\n- three\n\nOne\n<!-- i18n:note: x -->\nTwo\n".replace(
        "\n", newline
    )
    found = extraction(text)
    data = text.encode()
    for start, end in reversed(found.unpublished):
        data = data[:start] + data[end:]
    assert data.decode() == "- one\n- two\n- three\n\nOne\n\nTwo\n".replace("\n", newline)


@pytest.mark.parametrize("comment", ["mdpo-enable-next-line", "mdpo-enable-next-block"])
def test_one_block_is_taken_out_of_what_is_skipped(comment: str) -> None:
    text = (
        f"<!-- mdpo-disable -->\n\nOne\n\n<!-- {comment} -->\n- Two\n- Three\n\nFour\n\n<!-- mdpo-enable -->\n\nFive\n"
    )
    assert texts(text) == ["Two", "Three", "Five"]
    assert texts(f"<!-- {comment} -->\nOne\n\nTwo\n") == ["One", "Two"]


CODE = "```sh\necho hello\n\nls\n```\n"


@pytest.mark.parametrize("dialect", ["gfm", "mkdocs", "jekyll", "myst", "hugo"])
def test_a_comment_asks_for_the_next_block_of_code(dialect: str) -> None:
    text = f"{CODE}\n<!-- mdpo-include-codeblock -->\n\nText\n\n{CODE}\n{CODE}"
    assert texts(text, dialect) == ["Text", "echo hello\n\nls"]
    found = extraction(text, dialect)
    data = text.encode()
    assert [data[span.start : span.end] for span in found.unpublished] != []
    assert found.code.whole == (1,)


def test_a_comment_asks_for_indented_code_and_for_code_in_containers() -> None:
    text = "<!-- mdpo-include-codeblock -->\n\n    one word\n\n    two\n\nText\n\n    three\n"
    assert texts(text) == ["one word\n\ntwo", "Text"]
    assert texts("> - <!-- mdpo-include-codeblock -->\n>   ```\n>   one\n>   two\n>   ```\n") == ["one\ntwo"]


def test_comments_ask_for_all_blocks_of_code_from_there_and_for_none() -> None:
    include, no, stop = "mdpo-include-codeblocks", "mdpo-disable-codeblock", "mdpo-disable-codeblocks"
    text = f"{CODE}\n<!-- {include} -->\n\n{CODE}\n<!-- {no} -->\n\n{CODE}\n{CODE}\n<!-- {stop} -->\n\n{CODE}"
    assert extraction(text).code == Modes(None, (1, 3), (2, 4))
    assert texts(text) == ["echo hello\n\nls"] * 2
    assert extraction(f"{CODE}\n<!-- {stop} -->\n\n{CODE}", code="all").code == Modes("all", (), (1,))
    assert len(extraction(f"{CODE}\n<!-- {stop} -->\n\n{CODE}", code="all").segments) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-- mdpo-include-codeblock -->\n\n```sh\necho hello\n\nls\n```\n", "```sh\necho hallo\n\nls\n```\n"),
        ("A\n\n<!-- mdpo-include-codeblock -->\n\n    echo hello\n    ls\n", "A\n\n    echo hallo\n\n    ls\n"),
        (
            "> <!-- mdpo-include-codeblock -->\n> ```\n> echo hello\n> ls\n> ```\n",
            "> \n> ```\n> echo hallo\n> \n> ls\n> ```\n",
        ),
    ],
)
def test_code_that_a_comment_asks_for_is_published_translated(text: str, expected: str) -> None:
    (unit,) = (each for each in reading.read(text, "gfm").template if "echo" in each.msgid)
    page = reading.compiled(text, "gfm", replace(unit, msgstr="echo hallo\n\nls"))
    assert page.data.decode().replace(">\n", "> \n").replace("    \n", "\n") == expected
    assert page.findings == ()
    reading.assert_comes_through(text, "gfm")
