"""Does a heading have the id that Eleventy's plugin gives it? What @sindresorhus/slugify 2.2.1 makes of each."""

from __future__ import annotations

import pytest

from i18n.sites.ids import Ids
from i18n.sites.ids.eleventy import eleventy
from i18n.sites.ids.titles import Title

MADE = {
    "What's new?": "whats-new", "What’s new?": "what-s-new", "C++ & C#": "c-and-c", "1. First step": "1-first-step",
    "Hello  -  World": "hello-world", "foo_bar": "foo-bar", "John 3:16–18": "john-3-16-18", "a “b” c": "a-b-c",
    "a—b…": "a-b", "x't, y": "x-t-y", "a 's b": "a-s-b", "AT&T and R&D": "at-and-t-and-r-and-d", "it's": "its",
    "« a »": "a", "Über uns": "ueber-uns", "안녕": "", "Party 🎉": "party",
    "Émile’s “quote”": "emile-s-quote", "\u0443\u0306": "", "ЫЙ x": "iy-x",
}  # fmt: skip


@pytest.mark.parametrize(("text", "made"), MADE.items())
def test_an_id_is_the_one_of_the_plugin(text: str, made: str) -> None:
    assert eleventy([Title((("Text", text),), text)], Ids()) == [made]


def test_a_heading_gives_way_to_an_id_that_html_below_it_has_and_counts_those_above_it() -> None:
    below = Title((("Text", "Limits"),), "", below=("limits",))
    assert eleventy([below], Ids()) == ["limits-2"]
    assert eleventy([below._replace(above=("limits",), below=())], Ids()) == ["limits-2"]
    assert eleventy([Title((("Text", "Limits"),), ""), Title((), "", own="limits")], Ids()) == ["limits-2", "limits"]


def test_what_liquid_puts_into_a_tag_is_no_part_of_the_id() -> None:
    tag = ("Html", """<span id="{{ 'Old name' | slugify }}">""")
    assert eleventy([Title((("Text", "New name "), tag), ""), Title((("Text", "{{ x }}"),), "")], Ids()) == [
        "new-name",
        "",
    ]
