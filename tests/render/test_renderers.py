"""Does ours say what pulldown-cmark's own HTML says, in text and in structure?"""

from __future__ import annotations

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.render import Options, marks, render
from tests.laws.markdown import BLOCKS, BREAKS, INLINE
from tests.render.outlines import of_html, of_xml
from tests.render.reading import read

GITHUB = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_FOOTNOTES
)
PLAIN_BLOCKS = [block for block in BLOCKS if not set(block) & set("<{$") and "[^" not in block and ":::" not in block]
PLAIN_INLINES = [each for each in (*INLINE, *BREAKS) if not set(each) & set("<{}$`[~|")]
OPTIONS = Options(locale="en", resolve=lambda target, _use: target)


def ours(text: str, dialect: str) -> list[str]:
    source = read(text, dialect)
    return of_xml(render(source, marks(source), OPTIONS).body)


def theirs(text: str, options: pyromark.Options) -> list[str]:
    return of_html(pyromark.Markdown(options=options).html(text))


@given(st.lists(st.sampled_from(PLAIN_BLOCKS), max_size=5).map("\n\n".join))
def test_blocks_of_github_are_those_of_the_parsers_own_html(text: str) -> None:
    assert ours(f"x\n\n{text}\n", "gfm") == theirs(f"x\n\n{text}\n", GITHUB)


@given(st.lists(st.sampled_from(PLAIN_INLINES), max_size=8).map(" ".join))
def test_texts_are_those_of_the_parsers_own_html(text: str) -> None:
    text = f"x {text}\n"
    assert ours(text, "commonmark") == theirs(text, pyromark.Options(0))


@given(st.lists(st.sampled_from(PLAIN_BLOCKS), min_size=1, max_size=3), st.sampled_from(("> ", "- ", "1. ", "   ")))
def test_blocks_within_others_are_those_of_the_parsers_own_html(found: list[str], mark: str) -> None:
    lines = "\n\n".join(found).split("\n")
    text = "\n".join((mark if at == 0 or mark == "> " else " " * len(mark)) + line for at, line in enumerate(lines))
    assert ours(f"x\n\n{text}\n", "gfm") == theirs(f"x\n\n{text}\n", GITHUB)


DIFFERENT = {
    "a target with a scheme that no page has": ("<made-up:x>", ["<p>", "<span>", "made-up:x", "</span>", "</p>"]),
    "a tag that HTML does not have": ("a <bar> b", ["<p>", "a b", "</p>"]),
    "an element that is never closed ends with its block": (
        "> <b>a\n\nc",
        ["<blockquote>", "<p>", "<b>", "a", "</b>", "</p>", "</blockquote>", "<p>", "c", "</p>"],
    ),
    "an end tag that ends nothing of the article's own": ("- a </li> b", ["<ul>", "<li>", "a b", "</li>", "</ul>"]),
    "words between the parts of a table": (
        "<table>a<tr><td>b</table>",
        ["<table>", "<tr>", "<td>", "a", "</td>", "</tr>", "<tr>", "<td>", "b", "</td>", "</tr>", "</table>"],
    ),
}
"""Where ours differs from what a browser makes of the parser's own HTML, on purpose."""


@pytest.mark.parametrize(("text", "expected"), DIFFERENT.values(), ids=DIFFERENT.keys())
def test_what_differs_is_known(text: str, expected: list[str]) -> None:
    assert ours(text, "commonmark") == expected
    assert theirs(text, pyromark.Options(0)) != expected
