"""Regular expressions of the configuration: which are taken, what they match, and that none goes on without end."""

from __future__ import annotations

import pytest

from i18n.errors import ConfigurationError
from i18n.span import Span
from i18n.words.patterns import matches_whole, objection, spans


@pytest.mark.parametrize("pattern", ["a(b", "[z-a]", "*", r"\p{Nonsense}", "(?P<a>", "a*", "a|", ""])
def test_what_is_no_expression_or_matches_nothing_at_all_is_refused(pattern: str) -> None:
    assert objection(pattern)


@pytest.mark.parametrize("pattern", ["a", r"\[\[!.*?\]\]", r"\p{Lu}+", "(?s)a.*b", "^x$", "(a+)+b"])
def test_others_are_taken(pattern: str) -> None:
    assert objection(pattern) == ""


def test_spans_are_apart_and_the_first_to_begin_counts() -> None:
    assert spans(("b.", "ab", "é"), "abcd é") == [Span(0, 2), Span(5, 6)]
    assert spans(("a", "ab"), "ab") == [Span(0, 1)]
    assert spans(("^x$",), "x\nyx\nx") == [Span(0, 1), Span(5, 6)]
    assert spans((r"\b",), "a b") == []


def test_a_text_is_matched_whole() -> None:
    assert matches_whole(("a.c",), "a\nc")
    assert matches_whole(("b", "^a$"), "a")
    assert not matches_whole(("a",), "ab")


def test_an_expression_that_would_try_without_end_stops() -> None:
    with pytest.raises(ConfigurationError, match=r"\(a\|aa\)"):
        matches_whole(("(a|aa)+$",), "a" * 200 + "!")
    with pytest.raises(ConfigurationError, match="repetition"):
        spans(("(a|aa)+$",), "a" * 200 + "!")
