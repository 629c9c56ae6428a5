"""Front matter that is broken, hostile, or none."""

from __future__ import annotations

import sys

import pytest

from i18n.markdown import frontmatter
from i18n.span import Span

KINDS = ("yaml", "toml", "json")


@pytest.mark.parametrize(
    ("article", "place"),
    [
        ('---\ntitle: "open\nother: x\n---\nBody\n', (4, 1)),
        ("---\nother: x\ntitle: a: b\n---\nBody\n", (3, 9)),
        ("---\r\ntitle: *gone\r\n---\r\nBody\n", (2, 8)),
        ("---\rother: x\rtitle: \x01\r---\rBody\n", (3, 8)),
        ("---\n'title' : [x\n...\nBody\n", (3, 1)),
        ("+++\ntitle = bare\n+++\nBody\n", (2, 9)),
        ('+++\r\nother = 1\r\ntitle = "a" "b"\r\n+++\r\nBody\n', (3, 13)),
        ('+++\rother = 1\rtitle = "open\r+++\rBody\n', (3, 14)),
        ("+++\n[table\n]\nx = 1\n+++\nBody\n", (2, 7)),
        ('+++\ntitle = """\n+++\nBody\n', (3, 1)),
        ('{"title": "a",}\nBody\n', (1, 14 if sys.version_info >= (3, 13) else 15)),  # the comma, or what follows it
        ('{\r\n  "title": bare\r\n}\r\nBody\n', (2, 12)),
        ('{\r  "title": bare\r}\rBody\n', (2, 12)),
        ('{"title": "open\n}\nBody\n', (1, 16)),
    ],
)
def test_a_problem_has_a_place_and_the_body_its_bounds(article: str, place: tuple[int, int]) -> None:
    front = frontmatter.find(article, 3, KINDS)
    assert front is not None
    assert front.problem
    assert (front.problem_line, front.problem_column) == place
    assert article.encode()[front.body_start - 3 :] == b"Body\n"
    assert frontmatter.scalars(front, ["title"]) == ()
    assert frontmatter.setting(front, "title") == ""
    assert frontmatter.rewrite(front, {Span(0, 1): "x"}, ["title"]) == (front.text, ())


@pytest.mark.parametrize(
    "article",
    [
        "---\nSome words.\n---\n",
        "---\n- a list\n---\n",
        "---\n*Words*: [unclosed\n---\n",
        "---\ntitle: never closed\n",
        "----\ntitle: four dashes\n----\n",
        " ---\ntitle: indented\n---\n",
        "+++\nSome *words*.\n+++\n",
        "+++\n[A link](there)\n+++\n",
        '+++\ntitle = "never closed"\n',
        "++++\ntitle = 'four'\n++++\n",
        "{{< shortcode >}}\n",
        "{% tag %}\n",
        "{.class}\n",
        "{ expression }\n",
        '{"title": "x"} words\n',
        '{"title": "never closed"\n',
        '["a list"]\n',
        "",
    ],
)
def test_what_is_markdown(article: str) -> None:
    assert frontmatter.find(article, 0, KINDS) is None


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_kinds_of_the_dialect_are_looked_for(kind: str) -> None:
    articles = {"yaml": "---\ntitle: x\n---\n", "toml": "+++\ntitle='x'\n+++\n", "json": '{"title": "x"}\n'}
    found = {name: frontmatter.find(article, 0, (kind,)) for name, article in articles.items()}
    assert [name for name, front in found.items() if front] == [kind]
    assert [name for name, article in articles.items() if frontmatter.find(article, 0)] == ["yaml"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("depth", [50, 300, 200_000])
def test_nesting_ends_in_an_answer(kind: str, depth: int) -> None:
    deep = "[" * depth + "]" * depth
    article = {
        "yaml": f"---\ntitle: Words\na: {deep}\n---\n",
        "toml": f"+++\ntitle = 'Words'\na = {deep}\n+++\n",
        "json": f'{{"title": "Words", "a": {deep}}}\n',
    }[kind]
    front = frontmatter.find(article, 0, KINDS)
    assert front is not None
    assert bool(front.problem) != bool(frontmatter.scalars(front, ["title"]))
    assert depth != 50 or not front.problem
    assert depth != 200_000 or front.problem


def test_a_key_of_many_parts_takes_no_memory() -> None:
    front = frontmatter.find("+++\ntitle = '" + "a." * 200 + "'\n+++\n", 0, KINDS)
    assert front is not None
    article = "+++\ntitle = 'x'\n" + "a." * 200_000 + "a = 1\n+++\n"
    front = frontmatter.find(article, 0, KINDS)
    assert front is not None
    assert (front.problem_line, front.problem_column) == (3, 1)


def test_aliases_multiply_nothing() -> None:
    levels = "".join(f"{chr(98 + at)}: &{chr(98 + at)} [{', '.join(['*' + chr(97 + at)] * 9)}]\n" for at in range(20))
    front = frontmatter.find(f"---\na: &a [*a, words]\n{levels}title: Kept\n---\n", 0)
    assert front is not None
    (scalar,) = frontmatter.scalars(front, ["title", "a[]", "u[][][]"])
    new, refused = frontmatter.rewrite(front, {scalar.span: "Behalten"}, ["title"])
    assert (new, refused) == (front.text.replace("Kept", "Behalten"), ())


def test_a_long_key_is_not_repeated_for_all_below_it() -> None:
    key = "k" * 500_000
    front = frontmatter.find(f'{{"{key}": [{", ".join(["1"] * 20_000)}], "title": "Words"}}\n', 0, KINDS)
    assert front is not None
    assert [scalar.value for scalar in frontmatter.scalars(front, ["title"])] == ["Words"]


@pytest.mark.parametrize(
    ("article", "key", "value"),
    [
        ("---\ndraft: true\n---\n", "draft", "true"),
        ("---\nmt: off\n---\n", "mt", "off"),
        ("---\nmt: off\nmt: local\n---\n", "mt", "local"),
        ("---\nx: &x local\nmt: *x\n---\n", "mt", "local"),
        ("---\na: {mt: off}\n---\n", "mt", ""),
        ("+++\ndraft = true\n+++\n", "draft", "true"),
        ("+++\nmt = 'off'\n+++\n", "mt", "off"),
        ("+++\n[mt]\nx = 1\n+++\n", "mt", ""),
        ('{"draft": false, "draft": true}\n', "draft", "true"),
        ('{"m\\u0074": "off"}\n', "mt", "off"),
    ],
)
def test_settings_as_written(article: str, key: str, value: str) -> None:
    assert frontmatter.setting(frontmatter.find(article, 0, KINDS), key) == value
