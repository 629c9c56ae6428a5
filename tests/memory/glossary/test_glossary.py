"""Which terms occur in a text."""

from __future__ import annotations

import pickle

import pytest

from i18n.memory.glossary import Glossary, Status, Term

WORDS = "well;cold box;box;Mark;company;Field Notes;R&D;C#;news;new;우물;井戸;e-mail"
GLOSSARY = Glossary([Term(word, word.upper()) for word in WORDS.split(";")])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine wells, one well.", "well"),
        ("Well, the Well’s rim", "well"),
        ("They dwell in a farewell", ""),
        ("a cold box and a box", "cold box;box"),
        ("two cold  boxes", "cold box"),
        ("Mark marks a mark", "Mark"),
        ("the companies", "company"),
        ("Field Notes, field notes", "Field Notes"),
        ("our R&D, in C#.", "R&D;C#"),
        ("our R & D, in C #.", ""),
        ("news of the new", "news;new"),
        ("an e-mail", "e-mail"),
        ("(well)", "well"),
        ("", ""),
    ],
)
def test_whole_words_with_their_plurals(text: str, expected: str) -> None:
    assert ";".join(term.source for term in GLOSSARY.occurring(text)) == expected


def test_scripts_without_spaces_and_other_languages_have_no_plurals() -> None:
    glossary = Glossary([Term("井戸", "well"), Term("Bank", "bank"), Term("wells", "x"), Term("stad", "city")], "nl")
    assert [term.source for term in glossary.occurring("新しい井戸を Bank, stads")] == ["井戸", "Bank"]


def test_all_translations_of_a_term_occur_with_it() -> None:
    terms = (Term("well", "Brunnen"), Term("well", "Bohrloch", Status.FORBIDDEN), Term("", "Dings", Status.FORBIDDEN))
    glossary = Glossary(terms)
    assert glossary.occurring("a well") == terms[:2]
    assert glossary.concerning("a well") == terms
    assert glossary.concerning("a house") == terms[2:]


def test_it_travels_to_other_processes() -> None:
    again = pickle.loads(pickle.dumps(GLOSSARY))
    assert again.terms == GLOSSARY.terms
    assert again.occurring("two wells") == GLOSSARY.occurring("two wells")
