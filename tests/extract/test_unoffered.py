"""Words that nobody is offered: what `extract -v` names, and what it passes over."""

from __future__ import annotations

import pytest

from i18n.extract.unoffered import unoffered
from tests.markdown.reading import read


def named(text: str, dialect: str, **rules: object) -> list[tuple[str, int]]:
    return sorted((f"{each.kind} {each.name}", each.line) for each in unoffered(read(text, dialect, **rules)))


def test_keys_of_front_matter() -> None:
    text = (
        "---\ntitle: Offered words\nsubtitle: Two words\nmenu:\n  - text: Home\nslug: a b c\nmt: local\ndraft: false\n"
        "n: 5\n---\nText\n"
    )
    assert named(text, "hugo") == [("front matter menu[].text", 5), ("front matter subtitle", 3)]
    assert named(text, "hugo", front_matter=("subtitle", "menu[].text")) == [("front matter title", 2)]


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        (
            "hugo",
            '<!-- i18n:note: x -->\n\n{{< card button="Read more" class="a b" wide="true" >}}\n',
            "button of card",
        ),
        ("jekyll", '{% include box.html note="Read this first" file="a b.md" %}\n', "note of include"),
        ("docusaurus", '<Card intro="Read this first" className="a b" href="/x y" />\n', "intro of Card"),
        ("myst", "```{figure} a.png\n:legend: Read this first\n:class: a b\n```\n", "legend of figure"),
        ("zola", '{{ card(button="Read more", id="a b") }}\n', "button of card"),
    ],
)
def test_parameters(dialect: str, text: str, expected: str) -> None:
    line = 3 if text.startswith("<!--") else 2 if dialect == "myst" else 1
    assert named(text, dialect) == [(f"parameter {expected}", line)]
    assert named(text, dialect, parameters=(expected.split()[0],)) == []


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        ("hugo", "{{< mermaid >}}\nA says hello\n{{< /mermaid >}}\n", [("body of mermaid", 1)]),
        ("myst", "Text\n\n```{mermaid}\nA says hello\n```\n", [("body of mermaid", 3)]),
        ("hugo", "{{< highlight go >}}\nA says hello\n{{< /highlight >}}\n", []),
        ("myst", "```{code-block} py\nA says hello\n```\n\n```{note}\nOffered words\n```\n", []),
        ("hugo", "{{< note >}}\nOffered words\n{{< /note >}}\n", []),
        ("gfm", "```mermaid\nA says hello\n```\n", []),
    ],
)
def test_bodies(dialect: str, text: str, expected: list[tuple[str, int]]) -> None:
    assert named(text, dialect) == expected


def test_a_body_that_the_project_calls_data_is_not_named() -> None:
    assert named("{{< rows >}}\nA says hello\n{{< /rows >}}\n", "hugo", data_shortcodes=("rows",)) == []


def test_an_article_that_is_copied_has_nothing_to_offer() -> None:
    assert named("---\ntranslate: false\nsubtitle: Two words\n---\nText\n", "hugo") == []
