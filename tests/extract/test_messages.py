from __future__ import annotations

import pytest

from i18n.extract.template import kind
from i18n.model import Kind
from tests.extract.reading import extraction
from tests.fixtures import cases


@pytest.mark.parametrize(("article", "expected"), cases("messages.txt", 2))
def test_messages(article: str, expected: str) -> None:
    found = extraction(article).segments
    assert [f"{kind(each)}: {each.msgid}".replace("\n", "⏎") for each in found] == expected.splitlines()


def test_lines_are_those_of_the_file() -> None:
    found = extraction("---\ntitle: A\n---\n\n# One\n\n> two\n> three\n\n- four\n\n  five\n").segments
    assert [(each.msgid, each.line) for each in found] == [
        ("A", 2),
        ("One", 5),
        ("two three", 7),
        ("four", 10),
        ("five", 12),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_with_any_line_end_and_mark(newline: str, mark: str) -> None:
    text = mark + newline.join(("---", "title: Ä", "---", "One", "", "two ü", "zwei", "", "* three"))
    found = extraction(text).segments
    assert [(each.msgid, each.line) for each in found] == [("Ä", 2), ("One", 4), ("two ü zwei", 6), ("three", 9)]


def test_notes_and_contexts_reach_the_next_block_only() -> None:
    text = "<!-- i18n:note: careful -->\n<!-- i18n:context: verb -->\n- Close\n- Open\n\nClose\n"
    found = extraction(text).segments
    assert [(each.msgid, each.msgctxt, each.note) for each in found] == [
        ("Close", "verb", "careful"),
        ("Open", "verb", "careful"),
        ("Close", None, ""),
    ]


def test_the_nearest_heading_is_known() -> None:
    found = extraction("# Title\n\nIntro\n\n## Part\n\nText\n\n### Deeper\n\nMore\n").segments
    assert [each.heading for each in found] == ["", "", "", "Part", "Part", "Deeper"]
    found = extraction("# Title\n\n## One\n\n### Deep\n\n## Two\n\nText\n").segments
    assert [each.heading for each in found] == ["", "", "One", "", "Two"]


def test_an_open_skip_is_a_finding_at_its_line() -> None:
    found = extraction("One\n\n<!-- i18n:skip-start -->\n\nTwo\n")
    assert [each.msgid for each in found.segments] == ["One"]
    assert [(each.rule, each.line) for each in found.findings] == [("directive", 3)]


def test_broken_front_matter_is_a_finding_and_the_body_is_read() -> None:
    found = extraction('---\ntitle: "open\nother: x\n---\n\nBody.\n')
    assert [each.msgid for each in found.segments] == ["Body."]
    (finding,) = found.findings
    assert finding.rule == "front-matter"
    assert finding.line in {2, 3, 4}
    assert (found.mt, found.draft) == ("off", True)


def test_an_alias_bomb_harms_nothing() -> None:
    levels = "".join(f"{chr(98 + at)}: &{chr(98 + at)} [{', '.join(['*' + chr(97 + at)] * 9)}]\n" for at in range(12))
    found = extraction(f"---\na: &a words\n{levels}title: Kept\n---\n")
    assert [each.msgid for each in found.segments] == ["Kept"]


@pytest.mark.parametrize(
    ("front", "mt", "draft", "translate"),
    [
        ("title: x", "", False, True),
        ("mt: off", "off", False, True),
        ("mt: false", "off", False, True),
        ("mt: local", "local", False, True),
        ("mt: anything", "off", False, True),
        ("draft: true", "", True, True),
        ("translate: false", "", False, False),
        ("translate: no\ndraft: yes", "", True, False),
    ],
)
def test_what_an_article_asks_for(front: str, mt: str, draft: bool, translate: bool) -> None:
    found = extraction(f"---\n{front}\n---\n\nBody.\n")
    assert (found.mt, found.draft, found.translate) == (mt, draft, translate)


def test_files_are_the_relative_targets() -> None:
    text = (
        "[a](b.md#part) ![c](img/d%20e.png) [f](/abs) [g](https://example.org/x) [h](#i) [j][k]\n\n"
        "<img src='l.png' alt=''><a href=\"m.html?q\">n</a>\n\n[k]: <o p.md>\n\n<img src=''>\n"
    )
    assert extraction(text).files == ("b.md", "img/d e.png", "o p.md", "l.png", "m.html")


def test_a_deep_list_and_a_long_article_are_read() -> None:
    deep = "".join(f"{'  ' * level}- level {level}\n" for level in range(100))
    assert len(extraction(deep).segments) == 100
    long = "Words in a paragraph, *many* of them.\n\n" * 130_000
    assert len(extraction(long).segments) == 130_000


def test_commonmark_has_no_tables() -> None:
    (only,) = extraction("| a | b |\n|---|---|\n| c | d |\n", dialect="commonmark").segments
    assert only.kind is Kind.PARAGRAPH
