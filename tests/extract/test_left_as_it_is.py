"""What a project leaves as it is by its configuration: `skip`, `verbatim`, `data_shortcodes`, `breaks`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.markdown.dialects import NAMES
from i18n.model import Unit
from tests.markdown.reading import assert_comes_through, assert_every_message_lands, compiled, messages

WIKI = (r"\[\[!.*?\]\]", r"KEY__\w+")


@pytest.mark.parametrize("dialect", NAMES)
def test_a_message_that_a_pattern_matches_whole_is_not_asked_for(dialect: str) -> None:
    text = "---\ntitle: PR-12\n---\n# PR-12\n\nSee PR-12.\n\n- PR-7\n- More\n"
    assert messages(text, dialect, skip=(r"[A-Z]{2}-\d+",)) == ["paragraph: See PR-12.", "list item: More"]
    assert_comes_through(text, dialect, skip=(r"[A-Z]{2}-\d+",))


def test_a_pattern_of_messages_may_go_over_their_lines() -> None:
    text = "Ann Smith  \n12 Elm Street\n\nAnn Smith\n"
    assert messages(text, "gfm", skip=(r"Ann.*",)) == []
    assert messages(text, "gfm", skip=(r"Ann Smith$",)) == ["paragraph: Ann Smith⏎12 Elm Street"]
    assert len(messages(text, "gfm", skip=("Elm",))) == 2


@pytest.mark.parametrize("dialect", NAMES)
def test_lines_part_the_text_around_them_and_stay(dialect: str) -> None:
    text = (
        'Before\n[[!img *a*.png size="1"]]\nafter it\n\n- [[!toc one]]\n- words\n\n> [[!toc]]\n> quoted\n\n[[!tag a]]\n'
    )
    assert messages(text, dialect, verbatim=WIKI) == [
        "paragraph: Before",
        "paragraph: after it",
        "list item: words",
        "quote: quoted",
    ]
    assert_comes_through(text, dialect, verbatim=WIKI)
    assert_every_message_lands(text, dialect, verbatim=WIKI)


@pytest.mark.parametrize("dialect", NAMES)
def test_spans_belong_to_their_message_and_mean_nothing_in_markdown(dialect: str) -> None:
    text = "Use KEY__a*b__ and [[!link *x]] with *care*.\n\nKEY__alone__c\n"
    assert messages(text, dialect, verbatim=WIKI) == ["paragraph: Use KEY__a*b__ and [[!link *x]] with *care*."]
    assert_every_message_lands(text, dialect, verbatim=WIKI)
    (message,) = (each.removeprefix("paragraph: ") for each in messages(text, dialect, verbatim=WIKI))
    kept = compiled(text, dialect, Unit(message, "Mit *Sorgfalt* [[!link *x]] und KEY__a*b__."), verbatim=WIKI)
    assert kept.data.decode().startswith("Mit *Sorgfalt* [[!link *x]] und KEY__a*b__.\n")
    lost = compiled(text, dialect, Unit(message, "Mit *Sorgfalt* [[!link *y]] und KEY__a*b__."), verbatim=WIKI)
    assert lost.data.decode() == text
    assert [finding.rule for finding in lost.findings] == ["structure"]


def test_code_is_code_whatever_a_pattern_says() -> None:
    text = "```text\nTODO: this\n```\n\nTODO: that\n"
    assert messages(text, "gfm", verbatim=("TODO.*",)) == []
    assert messages(text, "gfm", verbatim=("^.*text",)) == ["paragraph: TODO: that"]
    assert_comes_through(text, "gfm", verbatim=("^.*text", "TODO.*"))


def test_a_pattern_finds_lines_within_directives() -> None:
    text = ":::{note}\nOne\n@@ two\nthree\n:::\n\n```{note}\n@@ four\n```\n"
    assert messages(text, "myst", verbatim=("^@@.*",)) == ["paragraph: One", "paragraph: three"]


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        ("gfm", "---\ntitle: KEY__a\nsummary: KEY__a or b\n---\nText\n", ["KEY__a or b", "Text"]),
        ("mkdocs", '!!! note "KEY__a"\n    Text\n', ["Text"]),
        ("hugo", '{{< figure caption="KEY__a" alt="see KEY__a" >}}\n', ["see KEY__a"]),
        ("gfm", "| KEY__a | b KEY__c |\n|---|---|\n| KEY__d [[!x y]] | 5 |\n", ["b KEY__c"]),
        ("gfm", "# KEY__a\n\n![KEY__b](c.png)\n", []),
    ],
)
def test_what_is_left_as_it_is_makes_no_message_anywhere(dialect: str, text: str, expected: list[str]) -> None:
    assert [each.partition(": ")[2] for each in messages(text, dialect, verbatim=WIKI)] == expected
    assert_comes_through(text, dialect, verbatim=WIKI)


CAPTION = ["parameter caption: A caption"]
DATA = [
    ("hugo", '{{< rows caption="A caption" >}}\nName, Place\n\nAnn, Here\n{{< /rows >}}\n', CAPTION),
    ("hugo", "See {{% rows %}}a, b{{% /rows %}} there.\n", ["paragraph: See {{% rows %}}a, b{{% /rows %}} there."]),
    ("zola", '{% rows(caption="A caption") %}\nName, Place\n{% end %}\n', CAPTION),
    ("jekyll", "{% rows %}\nName, Place\n{% endrows %}\n", []),
    ("myst", ":::{rows}\nName, Place\n\nAnn, Here\n:::\n\n```{rows}\nName\n```\n", []),
    ("docusaurus", ":::rows\nName, Place\n\n- Ann, Here\n:::\n", []),
    ("starlight", "<rows a='1'>\nName, Place\n\nAnn, Here\n</rows>\n", []),
    ("vitepress", "::: rows\nName, Place\n\nAnn, Here\n:::\n", []),
    ("mkdocs", "/// rows\nName, Place\n\nAnn, Here\n///\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("dialect", "text", "expected"), DATA)
def test_the_body_of_a_data_shortcode_is_data(dialect: str, text: str, expected: list[str]) -> None:
    text += "\nAfter, it\n"
    assert messages(text, dialect, data_shortcodes=("rows",)) == [*expected, "paragraph: After, it"]
    assert "Name" not in text or any("Name" in each for each in messages(text, dialect))
    assert_comes_through(text, dialect, data_shortcodes=("rows",))
    assert_every_message_lands(text, dialect, data_shortcodes=("rows",))


def test_another_name_or_no_end_is_no_data() -> None:
    for text in ("{{< rows2 >}}\nName, Place\n{{< /rows2 >}}\n", "{{< rows >}}\n\nName, Place\n"):
        assert messages(text, "hugo", data_shortcodes=("rows",)) == ["paragraph: Name, Place"]


@pytest.mark.parametrize("dialect", NAMES)
def test_lines_of_a_paragraph_stay_lines_where_the_generator_shows_them(dialect: str) -> None:
    text = "Roses are red\nviolets are blue\n\n- one  \n  two\n  three\n\n> a word\n> or two\n"
    found = messages(text, dialect, breaks=True)
    assert found == [
        "paragraph: Roses are red⏎violets are blue",
        "list item: one⏎two⏎three",
        "quote: a word⏎or two",
    ]
    assert_comes_through(text, dialect, breaks=True)
    assert_every_message_lands(text, dialect, breaks=True)
    units = Unit("Roses are red\nviolets are blue", "Rosen\nVeilchen\nNelken"), Unit("a word\nor two", "ein\nWort")
    page = compiled(text, dialect, *units, breaks=True)
    assert page.data.decode() == "Rosen\nVeilchen\nNelken\n\n- one  \n  two\n  three\n\n> ein\n> Wort\n"


def test_lines_are_joined_everywhere_else() -> None:
    assert messages("Roses are red\nviolets are blue\n", "mkdocs") == ["paragraph: Roses are red violets are blue"]
    assert messages("<p>Roses\nare red</p>\n", "gfm", breaks=True) == ["html: Roses are red"]


_PIECES = st.lists(
    st.sampled_from(
        [
            "[[!a *b*]]", "KEY__x_", "word", "*it*", "\n", "\n\n", "- ", "> ", "# ", "    ", "`c`", "```\n",
            "<b>x</b>", "| a | b |\n|---|---|\n",
        ]
    ),
    max_size=12,
)  # fmt: skip


@given(_PIECES, st.sampled_from(NAMES), st.booleans())
def test_whatever_stands_around_it_every_byte_comes_through(pieces: list[str], dialect: str, breaks: bool) -> None:
    assert_comes_through(" ".join(pieces), dialect, verbatim=WIKI, skip=("word",), breaks=breaks)
