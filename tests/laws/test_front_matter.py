"""What a translation may do to front matter: change its own value, and nothing else."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from i18n.markdown import frontmatter

SCALARS = (
    "plain words",
    "'single ''quoted'''",
    '"double \\"quoted\\" \\u00e9"',
    "|\n  literal\n  lines",
    "|-\n  stripped",
    "|+\n  kept\n",
    ">\n  folded\n  words\n\n  more",
    ">-\n    deep\n    words",
    "plain\n  over lines",
    "plain  # comment",
)
OTHERS = "other: [1, two, 'three']\nwhen: 2019-02-07\nnested:\n  - {a: b}\n"


@given(st.sampled_from(SCALARS), st.text(max_size=40), st.booleans())
def test_only_the_value_changes(scalar: str, value: str, last: bool) -> None:
    text = f"title: {scalar}\n{OTHERS}" if last else f"{OTHERS}title: {scalar}\n"
    front = frontmatter.find(f"---\n{text}---\nBody\n", 0)
    assert front is not None
    (found,) = frontmatter.scalars(front, ["title"])
    new, refused = frontmatter.rewrite(front, {found.start: value}, ["title"])
    before, after = yaml.safe_load(text), yaml.safe_load(new)
    if refused:
        assert new == front.text
    else:
        assert after.pop("title") == before.pop("title").replace(found.value, value)
        assert after == before


@given(st.sampled_from(SCALARS))
def test_the_same_value_changes_no_byte(scalar: str) -> None:
    front = frontmatter.find(f"---\ntitle: {scalar}\n---\n", 0)
    assert front is not None
    (found,) = frontmatter.scalars(front, ["title"])
    assert frontmatter.rewrite(front, {found.start: found.value}, ["title"]) == (front.text, ())


@given(st.text(max_size=80))
def test_any_text_between_the_marks_is_read(text: str) -> None:
    front = frontmatter.find(f"---\n{text}\n---\nBody\n", 0)
    if front is not None:
        frontmatter.scalars(front, ["title", "a.b", "list[].c"])


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
