"""Front matter of all kinds: what is offered, and how translations are put in place."""

from __future__ import annotations

import pytest

from i18n.markdown import frontmatter
from i18n.project import keypaths
from tests.fixtures import cases

KINDS = ("yaml", "toml", "json")
PATHS = (
    *("title", "description", "summary", "subtitle"),
    *("params.description", "seo.title", "og.title", "tags[]", "images[].alt"),
)


def translated(article: str, offered: str) -> tuple[list[str], str]:
    """What is offered, and the article with the translations of the lines that have one."""
    wanted = [line.partition(" ⇒ ")[2].replace("⏎", "\n") for line in offered.splitlines()]
    front = frontmatter.find(article, 0, KINDS)
    if front is None:
        return [], article
    scalars = frontmatter.scalars(front, PATHS)
    changes = {scalar.span: text for scalar, text in zip(scalars, wanted, strict=False) if text}
    text, refused = frontmatter.rewrite(front, changes, PATHS)
    assert not refused
    data = article.encode()
    compiled = data[: front.span.start] + text.encode() + data[front.span.end :]
    shown = [f"{keypaths.shown(scalar.path)}: {scalar.value}".replace("\n", "⏎") for scalar in scalars]
    return shown, compiled.decode()


@pytest.mark.parametrize(("article", "offered", "expected"), cases("front_matter.txt", 3))
def test_cases(article: str, offered: str, expected: str) -> None:
    found, compiled = translated(article, offered)
    assert found == [line.partition(" ⇒ ")[0] for line in offered.splitlines()]
    assert compiled == expected


@pytest.mark.parametrize(("article", "offered", "expected"), cases("front_matter.txt", 3))
def test_cases_with_every_line_end_crlf(article: str, offered: str, expected: str) -> None:
    if "\r" not in article:
        assert translated(article.replace("\n", "\r\n"), offered)[1] == expected.replace("\n", "\r\n")


@pytest.mark.parametrize(("article", "offered", "expected"), cases("front_matter.txt", 3))
def test_cases_with_every_line_end_a_lone_return(article: str, offered: str, expected: str) -> None:
    if "\r" not in article:
        assert translated(article.replace("\n", "\r"), offered)[1] == expected.replace("\n", "\r")
