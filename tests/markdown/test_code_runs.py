"""Comments over several lines of code: what is one message, and how its translation is written back."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.markdown.code import message, written
from i18n.model import CodePlace, Kind
from tests.markdown.reading import assert_comes_through, compiled, read

TOGETHER = [
    # info, code, messages
    ("py", "# Count the wells that are\n# finished by now.\n", ["Count the wells that are finished by now."]),
    ("py", "# Close the valve.\n# Open the pump.\n", ["Close the valve.\nOpen the pump."]),
    ("py", "# Wells\n# Count those that are finished\n# by now.\n", ["Wells\nCount those that are finished by now."]),
    ("js", "/* Over two long\n * lines of it. */\n", ["Over two long lines of it."]),
    ("js", "run() // the first part\n      // and the other\n", ["the first part and the other"]),
    ("py", 'def f():\n    """Say hello to all\n    who came.\n\n    Then go.\n    """\n',
     ["Say hello to all who came.", "Then go."]),
    ("html", "<!-- Say hello to\nall of them -->\n", ["Say hello to all of them"]),
    ("js", "// Say hello to\r\n// all of them\r\n", ["Say hello to all of them"]),
]  # fmt: skip
APART = [
    ("py", "# Say hello\n\n# to all\n", ["Say hello", "to all"]),
    ("py", "# Say hello\n#\n# to all\n", ["Say hello", "to all"]),
    ("py", "# Say hello\nx = 1\n# to all\n", ["Say hello", "to all"]),
    ("py", "x = 1  # say hello\ny = 2  # to all\n", ["say hello", "to all"]),
    ("py", "x = 1  # say hello\n# to all\n", ["say hello", "to all"]),
    ("py", "# Say hello\n    # to all\n", ["Say hello", "to all"]),
    ("py", "# Say hello\n## to all\n", ["Say hello", "to all"]),
    ("py", "# Say hello to\n# - one person\n# - another one\n", ["Say hello to", "- one person", "- another one"]),
    ("py", "# Say hello\n# type: ignore\n# to all\n", ["Say hello", "to all"]),
    ("js", "/* Say hello */\n/* to all */\n", ["Say hello", "to all"]),
    ("js", "/**\n * Say hello\n * @param x - the name\n */\n", ["Say hello", "the name"]),
]  # fmt: skip


def fenced(info: str, code: str) -> str:
    return f"```{info}\n{code}```\n"


@pytest.mark.parametrize(("info", "code", "expected"), [*TOGETHER, *APART])
def test_adjacent_lines_are_one_message(info: str, code: str, expected: list[str]) -> None:
    text = fenced(info, code)
    assert [each.msgid for each in read(text, "gfm", code="comments").template] == expected
    assert_comes_through(text, "gfm", code="comments")


@pytest.mark.parametrize(("info", "code", "expected"), TOGETHER)
@pytest.mark.parametrize("lead", ["", "> ", "> - "])
def test_a_translation_has_as_many_lines(info: str, code: str, expected: list[str], lead: str) -> None:
    rest = lead.replace("-", " ")
    text = "".join(
        (rest if at else lead) + line for at, line in enumerate(fenced(info, code).splitlines(keepends=True))
    )
    template = read(text, "gfm", code="comments").template
    longer = [dataclasses.replace(unit, msgstr=unit.msgid.replace("e", "ee e")) for unit in template]
    page = compiled(text, "gfm", *longer, code="comments")
    assert page.findings == ()
    assert page.data.count(b"\n") == text.count("\n")
    again = read(page.data.decode(), "gfm", code="comments").template
    assert [" ".join(unit.msgid.split()) for unit in again] == [" ".join(unit.msgstr.split()) for unit in longer]


def test_lines_stay_in_their_containers_and_behind_their_mark() -> None:
    text = "- ```js\n  run() // the first part\n        // and the other\n  ```\n"
    (unit,) = read(text, "gfm", code="comments").template
    page = compiled(text, "gfm", dataclasses.replace(unit, msgstr="der erste Teil und der andere"), code="comments")
    assert page.data.decode() == "- ```js\n  run() // der erste Teil\n        // und der andere\n  ```\n"


@pytest.mark.parametrize("text", ["Wort", "zwei Wörter\\", "zwei */ Wörter", ""])
def test_a_text_that_would_leave_its_lines_is_refused(text: str) -> None:
    assert written(text, Kind.CODE_COMMENT, CodePlace("c", "// " if "*" not in text else "/* ", "// ", (2,))) is None


@pytest.mark.parametrize("text", ["Wort", "a\\ b"])
def test_a_refusal_leaves_the_code_as_it_was(text: str) -> None:
    article = fenced("c", "// Count the wells\n// by hand\n")
    (unit,) = read(article, "gfm", code="comments").template
    page = compiled(article, "gfm", dataclasses.replace(unit, msgstr=text), code="comments")
    assert page.data.decode() == article
    assert [finding.rule for finding in page.findings] == ["structure"]


def test_languages_without_spaces_break_between_letters_and_not_before_a_stop() -> None:
    place = CodePlace("py", "# ", "# ", (2,))
    assert written("数一数已经完工的水井，然后回来。", Kind.CODE_COMMENT, place) == [
        "数一数已经完工的",
        "水井，然后回来。",
    ]
    assert written("水井。", Kind.CODE_COMMENT, place) == ["水", "井。"]


_WORDS = st.lists(st.text("abcdé漢字나,.", min_size=1, max_size=9), min_size=1, max_size=30)


@given(_WORDS, st.lists(st.integers(1, 4), min_size=1, max_size=4))
def test_every_letter_stands_in_one_of_as_many_lines(words: list[str], counts: list[int]) -> None:
    text = " ".join(words)
    lines = written(text, Kind.CODE_COMMENT, CodePlace("py", "# ", "# ", tuple(counts)))
    if lines is not None:
        assert len(lines) == sum(counts)
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert all(lines)
    else:
        assert len(words) < sum(counts) or sum(counts) == 1


@given(st.lists(st.text("ab .", min_size=1, max_size=12).map(str.strip).filter(bool), min_size=1, max_size=8))
def test_a_message_has_all_lines_and_says_how_many_make_one(lines: list[str]) -> None:
    text, counts = message(lines)
    assert text.split() == " ".join(lines).split()
    assert sum(counts) == len(lines)
    assert len(counts) == text.count("\n") + 1
