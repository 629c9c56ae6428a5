"""Terms, and names and verbs that are spelled like them."""

from __future__ import annotations

import pytest

from i18n.memory.glossary import Glossary, Term

GLOSSARY = Glossary([Term(word, "x") for word in ("ferry", "record", "cold box", "well")])


@pytest.mark.parametrize(
    "text",
    [
        "The ferry is late.",
        "Ferry and bus leave at noon.",
        "Two ferries cross the lake.",
        "How to Reach the Ferry",
        "The Ferry Timetable",
        "Getting Started with Cold Boxes",
        "From the Ferry, walk north.",
        "He said: Ferry or bus?",
        "They wait for the ferry.",
        "It is a ferry.",
        "The harvest record is full.",
        "Records are kept for seven years.",
        "FERRY",
    ],
)
def test_terms(text: str) -> None:
    assert GLOSSARY.occurring(text)


@pytest.mark.parametrize(
    "text",
    [
        "In winter they ferry goods and people.",
        "She wants to ferry them over.",
        "He ferries goods to the island.",
        "We record every visit in a book.",
        "Record the weight of each basket.",
        "Please record your name at the gate.",
        "You may record what you hear.",
        "The museum lies in Ferry Street, next to the bakery.",
        "We asked Bryan Ferry for a song about the lake.",
        "It was made by the Cold Box Company in a shed by the river.",
    ],
)
def test_names_and_verbs(text: str) -> None:
    assert not GLOSSARY.occurring(text)


def test_a_term_with_capitals_and_another_language_are_as_they_are_spelled() -> None:
    assert Glossary([Term("Ferry", "x")]).occurring("We asked Bryan Ferry to sing it for us.")
    assert Glossary([Term("bank", "x")], "nl").occurring("De Rabo Bank is in het dorp te vinden.")
