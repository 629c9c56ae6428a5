"""Where fenced code lies, and what only looks like a fence."""

from __future__ import annotations

import pytest

from i18n.markdown.fences import fences
from tests.markdown.reading import assert_comes_through, messages


def found(text: str) -> list[str]:
    return [each.inner.of(text.encode()).decode() for each in fences(text.encode())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!--\n```\n-->\n\n```\ncode\n```\n", ["code\n"]),
        ("- <!-- x\n  ```\n  -->\n\n~~~\ncode\n~~~\n", ["code\n"]),
        ("{/*\n```\n*/}\n\n```\ncode\n```\n", ["code\n"]),
        ("<!-- x -->\n```\ncode\n```\n", ["code\n"]),
        ("<!-- x --> ```\n```\ncode\n```\n", ["code\n"]),
        ("```\n<!--\n```\n\ntext\n\n```\n-->\n```\n", ["<!--\n", "-->\n"]),
        ("Text <!--\n```\ncode\n```\n-->\n", ["code\n"]),
        ("<!-- never\n\n```\ncode\n```\n", ["code\n"]),
        ("<!--\r\n```\r\n-->\r\n\r\n```\r\ncode\r\n```\r\n", ["code\r\n"]),
    ],
)
def test_a_fence_in_a_comment_is_none(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_many_comments_that_never_end_are_read_in_reasonable_time() -> None:
    assert found("<!--\n" * 20_000 + "```\ncode\n```\n") == ["code\n"]


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        ("hugo", '{{< figure caption="Some words" >}}', "parameter caption: Some words"),
        ("zola", '{{ figure(caption="Some words") }}', "parameter caption: Some words"),
        ("jekyll", '{% include a.html caption="Some words" %}', "parameter caption: Some words"),
        ("vitepress", "::: tip Some words\n:::", "title: Some words"),
        ("mkdocs", '!!! note "Some words"', "title: Some words"),
        ("myst", ":::{admonition} Some words\n:::", "title: Some words"),
        ("docusaurus", ":::note Some words\n:::", "title: Some words"),
        ("gfm", "Some | words\n--|--\n", "table cell: Some"),
    ],
)
@pytest.mark.parametrize("mark", ["```", "~~~~"])
def test_what_follows_such_a_comment_is_read_as_ever(dialect: str, text: str, expected: str, mark: str) -> None:
    begin, end = ("{/*", "*/}") if dialect == "docusaurus" else ("<!--", "-->")
    article = f"{begin}\n{mark}\n{end}\n\n{text}\n\nText\n"
    assert messages(article, dialect)[0] == expected
    assert_comes_through(article, dialect)
