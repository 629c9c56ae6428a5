"""What a translation may do to front matter: change its own value, and nothing else."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from i18n.markdown import frontmatter
from i18n.markdown.frontmatter import FrontMatter
from tests.laws.readers import READERS

KINDS = ("yaml", "toml", "json")
MARKS = {"yaml": ("---\n", "---\nBody\n"), "toml": ("+++\n", "+++\nBody\n"), "json": ("", "\nBody\n")}
PATHS = ("title", "a.b", "tags[]", "images[].alt")
SCALARS = {
    "yaml": (
        "plain words",
        "'single ''quoted'''",
        '"double \\"quoted\\" \\u00e9"',
        "|\n  literal\n  lines",
        "|-\n  stripped",
        "|+\n  kept\n",
        "|2-\n    indented\n  less",
        "|\n\n\n  late\n",
        ">\n  folded\n  words\n\n  more",
        ">-\n    deep\n    words",
        "> # why\n   commented",
        "plain\n  over lines",
        "plain  # comment",
        '\n  "below"',
        "\U0001f30d before",
    ),
    "toml": (
        '"basic \\"quoted\\" \\u00e9"',
        "'literal \\ words'",
        '"""several\nlines"""',
        '"""\nseveral\n\\"lines\\"\n"""',
        '"""\ncontinued \\\n   words"""',
        "'''\nraw\n\\lines'''",
        "''''quoted''''",
        '"words" # comment',
    ),
    "json": ('"words"', '"quoted \\" \\u00e9 \\/"', '"\\ud83c\\udf0d words"', '"lines\\nlines\\n"', '\t"words"\t'),
}
NEIGHBOURS = {
    "yaml": (
        "other: [1, two, 'three']\n",
        "when: 2019-02-07\n",
        "nested:\n  - {a: b}\n  - &anchor [c, {d: e}]\n  - *anchor\n",
        "# a comment\n\n",
        "empty:\n",
        "text: |+\n  # no comment\n  title: no key\n\n",
        "tagged: !!str 12\n",
    ),
    "toml": (
        "other = [1, 'two', \"three\"]\n",
        "when = 2019-02-07T10:00:00Z\n",
        "nested.deep = { a = 'b', c = [ { d = 1 }, ] }\n",
        "# a comment = 1\n\n",
        "empty = ''\n",
        'text = """\n# no comment\ntitle = "no key"\n"""\n',
    ),
    "json": (
        '"other": [1, "two", {"title": "three"}],\n',
        '"when" : "2019-02-07" ,\n',
        '"nested":{"a":{},"b":[[],[{"c":null}]]},\n',
        '"same": "a", "same": "b",\n',
    ),
}
ODD = (
    "yes", "No", "on", "OFF", "y", "n", "~", "null", "true", "0o7", "07", "0x1F", "0b1", "12:30", "1:02:03", "1_000",
    "1e3", "+1", ".5", ".inf", ".NaN", "2019-02-07", "2019-02-07 10:00:00", "=", "<<", "-", "?", ":", "- a", "? a",
    ": a", "a: b", "a:", "a #b", "#a", "@a", "%a", "`a`", "!a", "!!a", "&a", "*a", "|", ">-", "[a", "{a", "a]", "a}",
    "a, b", "'", "''", '"', '""', '\\', 'a\\', "\\n", "\\u0041", '"""', "\'\'\'", "---", "...", "+++", "a\n---",
    "a\n...", "a\n+++\n", "a\n---\nb: c", " a", "a ", "\ta", "a\t", "\na", "a\n", "a\n\nb", "a\n b", "a\r\nb", "a\rb",
    "\x00", "\x1b", "\x7f", "\x85", "\xa0", "\u2028", "\ufeff", "\ufffe", "{{ a }}", "a = 'b'", "[a]\nb = 1",
    '", "x": "y',
)  # fmt: skip
"""What some parser takes for more than text, or for the end of it."""
values = (
    st.sampled_from(ODD)
    | st.text(max_size=30)
    | st.text(st.sampled_from("aé: #'\"\\-[]{},\n\t|>&*!%@`=yn~01+/.{}\U0001f30d"), max_size=12)
)


def written(kind: str, scalar: str, before: list[str], after: list[str]) -> str:
    """A block with one title among neighbours."""
    if kind == "json":
        last = '"last": "title"'
        return "{" + "".join(before) + f'"title": {scalar},\n' + "".join(after) + last + "}"
    equals = ":" if kind == "yaml" else "="
    return "".join(before) + f"title{equals} {scalar}\n" + "".join(after)


def found(kind: str, text: str) -> FrontMatter:
    before, after = MARKS[kind]
    front = frontmatter.find(before + text + after, 0, KINDS)
    assert front is not None
    assert (front.kind, front.text, front.problem) == (kind, text, "")
    return front


@st.composite
def blocks(draw: st.DrawFn) -> tuple[str, str]:
    kind = draw(st.sampled_from(KINDS))
    neighbours = draw(st.lists(st.sampled_from(NEIGHBOURS[kind]), unique=True, max_size=4))
    cut = draw(st.integers(0, len(neighbours)))
    scalar = draw(st.sampled_from(SCALARS[kind]))
    return kind, written(kind, scalar, neighbours[:cut], neighbours[cut:])


@given(blocks(), values)
def test_only_the_value_changes(block: tuple[str, str], value: str) -> None:
    kind, text = block
    front = found(kind, text)
    (scalar,) = frontmatter.scalars(front, ["title"])
    new, refused = frontmatter.rewrite(front, {scalar.span: value}, ["title"])
    assert not refused
    for read in READERS[kind]:
        before, after = dict(read(text)), dict(read(new))
        assert after.pop("title") == before.pop("title").replace(scalar.value, value)
        assert after == before
    assert new.startswith(text[: scalar.span.start])
    assert new.endswith(text[scalar.span.end :])
    assert found(kind, new).kind == kind


@given(st.text(st.sampled_from("aéy12,.()/-: #'_ "), max_size=12) | st.lists(st.sampled_from(ODD)).map(" ".join))
def test_what_is_written_without_quotes_is_that_text_to_every_reader(value: str) -> None:
    front = found("yaml", "title: words of before\n")
    (scalar,) = frontmatter.scalars(front, ["title"])
    new, _ = frontmatter.rewrite(front, {scalar.span: value}, ["title"])
    for read in READERS["yaml"]:
        assert read(new)["title"] == value


@given(blocks())
def test_the_same_value_changes_no_byte(block: tuple[str, str]) -> None:
    kind, text = block
    front = found(kind, text)
    (scalar,) = frontmatter.scalars(front, ["title"])
    assert frontmatter.rewrite(front, {scalar.span: scalar.value}, ["title"]) == (text, ())


@given(blocks(), values)
def test_going_there_and_back_keeps_the_value(block: tuple[str, str], value: str) -> None:
    kind, text = block
    front = found(kind, text)
    (scalar,) = frontmatter.scalars(front, ["title"])
    there = found(kind, frontmatter.rewrite(front, {scalar.span: f"Words {value}."}, ["title"])[0])
    (moved,) = frontmatter.scalars(there, ["title"])
    back, refused = frontmatter.rewrite(there, {moved.span: scalar.value}, ["title"])
    assert not refused
    for read in READERS[kind]:
        assert dict(read(back))["title"].strip("\n") == dict(read(text))["title"].strip("\n")


@given(st.sampled_from(KINDS), st.lists(values, min_size=1, max_size=9))
def test_many_values_change_at_once(kind: str, new: list[str]) -> None:
    words = [f"word {at}" for at in range(len(new))]
    text = {
        "yaml": "tags:\n" + "".join(f"- {word}\n" for word in words),
        "toml": "tags = [" + "".join(f"'{word}',\n" for word in words) + "]\n",
        "json": json.dumps({"tags": words}),
    }[kind]
    front = found(kind, text)
    scalars = frontmatter.scalars(front, ["tags[]"])
    assert [scalar.value for scalar in scalars] == words
    changes = {scalar.span: value for scalar, value in zip(scalars, new, strict=True)}
    result, refused = frontmatter.rewrite(front, changes, ["tags[]"])
    assert not refused
    for read in READERS[kind]:
        assert dict(read(result)) == {"tags": new}


SEEDS = {
    "yaml": "title: 'One'\na: {b: \"two\", c: [x, *t]}\ntags: &t\n- three # no\n- |2\n   four\nimages: [{alt: >- }]\n",
    "toml": "title = 'One'\na.b = \"two\"\ntags = ['''three''', \"\"\"four\"\"\", 1]\n[[images]] # x\nalt = '{}'\n",
    "json": '{"title": "One", "a": {"b": "two\\u00e9"}, "tags": ["three", 1], "images": [{"alt": "\\""}]}',
}
cuts = st.lists(
    st.tuples(st.integers(0, 120), st.integers(0, 3), st.text("'\"\\-#:=[]{},|>&*! \na.0\r\t", max_size=3)), max_size=3
)


@given(st.sampled_from(KINDS), cuts, values)
def test_what_is_offered_in_damaged_text_can_be_replaced_alone(
    kind: str, edits: list[tuple[int, int, str]], value: str
) -> None:
    text = SEEDS[kind]
    for at, length, new in edits:
        text = text[:at] + new + text[at + length :]
    before, after = MARKS[kind]
    front = frontmatter.find(before + text + after, 0, KINDS)
    if front is None or front.problem:
        assert front is None or (front.problem_line > 0 and front.problem_column > 0)
        return
    scalars = frontmatter.scalars(front, PATHS)
    assume(scalars)
    for scalar in scalars:
        new, refused = frontmatter.rewrite(front, {scalar.span: value}, PATHS)
        if refused or value == scalar.value:
            assert new == front.text
            continue
        old = [(each.path, each.value) for each in scalars]
        old.remove((scalar.path, scalar.value))
        again = frontmatter.find(before + new + after, 0, KINDS)
        assert again is not None
        left = [(each.path, each.value) for each in frontmatter.scalars(again, PATHS)]
        if (scalar.path, value.strip("\r\n")) in left:
            left.remove((scalar.path, value.strip("\r\n")))
        assert left == old


@given(st.sampled_from(KINDS), st.text(max_size=80))
def test_any_text_between_the_marks_is_read(kind: str, text: str) -> None:
    before, after = MARKS[kind]
    front = frontmatter.find(f"{before}{text}\n{after}", 0, KINDS)
    if front is not None:
        frontmatter.scalars(front, PATHS)


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("title", ["One"]),
        ("seo.title", ["Two"]),
        ("images[].alt", ["Three", "Four"]),
        ("tags[]", ["five", "six"]),
        ("missing.path", []),
    ],
)
def test_key_paths(path: str, values: list[str]) -> None:
    text = "title: One\nseo: {title: Two}\nimages:\n- alt: Three\n  src: x\n- alt: Four\ntags: [five, six, 7]\n"
    front = frontmatter.find(f"---\n{text}---\n", 0)
    assert front is not None
    assert [scalar.value for scalar in frontmatter.scalars(front, [path])] == values
