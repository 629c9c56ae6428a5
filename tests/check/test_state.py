"""Units that are no translation: a copy of the source, and a mark on nothing."""

from __future__ import annotations

import pytest

from i18n.model import Severity
from tests.check.judging import judge, rules


@pytest.mark.parametrize(
    "text", ["The water is clean now.", "We walked **for** three days", "우리는 사흘 동안 걸었다 그리고"]
)
def test_prose_that_is_the_source(text: str) -> None:
    assert rules(text, text) == {"unchanged"}


@pytest.mark.parametrize(
    "text",
    [
        "Field notes",
        "Jane Doe, Nairobi",
        "10 20 30 40 50",
        "`make all the things now`",
        "https://example.org/a/b/c/d",
        "![](a-long-name-of-a-file.jpg)",
        "{one} {two} {three} {four}",
    ],
)
def test_what_may_be_the_same_in_two_languages(text: str) -> None:
    assert rules(text, text) == set()


def test_a_waiver_says_that_it_is_right() -> None:
    text = "International Committee of the Red Cross"
    assert rules(text, text, comments=("i18n-ignore: unchanged",)) == set()


def test_fuzzy_without_a_text() -> None:
    (finding,) = judge("Water", "", fuzzy=True)
    assert (finding.rule, finding.severity) == ("empty-fuzzy", Severity.WARNING)
    assert judge("Water", "") == ()
    assert judge("Water", "Wasser", fuzzy=True) == ()


@pytest.mark.parametrize(
    ("text", "is_prose"),
    [
        ("_trees/old/oak/list.txt_:", False),
        ("See trees/old/oak/list.txt first", False),
        ("**[Tall Oak for Sand Hill](https://example.org/a)**", False),
        ("[Tall Oak for Sand Hill][oak].", False),
        ("Oak 2 (Sand 5) Hill 7, Well 8", False),
        ("[Tall oak for the sandy hill](a.md)", True),
        ("Wi-Fi, USB, HDMI, GPS", False),
        ("DO NOT OPEN THE DOOR", True),
        ("Use Wi-Fi or USB and HDMI", True),
        ("The Tall Oak for Sand Hill", True),
        ("Read trees/old/oak/list.txt before you go there", True),
        ("We saw 3 or 4 of 5 tall oaks", True),
    ],
)
def test_paths_and_names_may_stay_as_they_are(text: str, is_prose: bool) -> None:
    assert ("unchanged" in rules(text, text, labels=("oak",))) is is_prose
