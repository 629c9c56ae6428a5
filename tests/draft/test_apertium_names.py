"""Names of people and places are not given to a dictionary; words of every dictionary are."""

from __future__ import annotations

import pytest

from i18n.draft.engines.apertium.names import restored, with_names
from i18n.message.marks import Mark, Role


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On that day Grace Hill and Peter Donald met in the village.", ["Grace Hill", "Peter Donald"]),
        ("We asked Mr. Baker and Mary Baker, Bush and Rose Bell for help.", ["Baker", "Mary Baker", "Rose Bell"]),
        ("We called Dr. White.", ["White"]),
        ("She came with Kim Jong-un.", ["Kim Jong-un"]),
        ("The team of Field Notes came.", ["Field Notes"]),
        ("She came from South Korea and the United States.", []),
        ("It is open on Good Friday May 5.", []),
        ("A Smaller Box For The Clinic", []),
        ("Grace Hill came.", []),
        ("the old Mill", []),
        ("in the USA and the EU", []),
        ("", []),
    ],
)
def test_names_within_a_sentence(text: str, names: list[str]) -> None:
    tokens, found = with_names((text,) if text else (), "en")
    assert list(found.values()) == names
    assert restored(tokens, found) == ((text,) if text else ())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Inventory of a Small Boat", []),
        ("The Map That Leaves Things Out", []),
        ("A Radio Is Mostly Patience", []),
        ("how Mary Baker came to us", ["Mary Baker"]),
        ("to Mary Baker", ["Mary Baker"]),
        ("by Mary Baker and Rose Bell", ["Mary Baker", "Rose Bell"]),
        ("met Mary Baker", ["Mary Baker"]),
    ],
)
def test_the_title_of_an_article_in_a_link_is_no_name(text: str, names: list[str]) -> None:
    opened, closed = Mark(Role.OPEN, 1), Mark(Role.CLOSE, 1)
    tokens, found = with_names(("we wrote ", opened, text, closed, ", which is new"), "en")
    assert list(found.values()) == names
    assert restored(tokens, found) == ("we wrote ", opened, text, closed, ", which is new")


def test_placeholders_have_ids_of_their_own() -> None:
    hold = Mark(Role.HOLD, 3)
    tokens, names = with_names(("we met Grace Hill in ", hold, " then"), "en")
    assert tokens == ("we met ", Mark(Role.HOLD, 4), " in ", hold, " then")
    assert restored(tokens, names) == ("we met Grace Hill in ", hold, " then")


def test_languages_with_other_capitals_are_left_alone() -> None:
    assert with_names(("wir trafen Grüne Heide am Abend",), "de")[1] == {}
