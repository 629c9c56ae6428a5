"""What is noted of a draft by Apertium is there, and is worth a look."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from i18n.draft.engine import Doubtful, Translation, Why
from i18n.draft.engines.apertium import doubts
from i18n.draft.engines.apertium.engine import answered
from i18n.draft.engines.apertium.senses import misread
from i18n.draft.engines.apertium.stream import BLANKS, encode
from i18n.message.marks import Mark, Role


def made(source: str, reply: str, before: Sequence[Doubtful] = (), *, pivot: bool = False) -> Translation:
    text = (source,)
    answer = answered(reply, encode(text, BLANKS), Translation(text, doubtful=tuple(before)), pivot=pivot)
    assert isinstance(answer, Translation)
    return answer


@pytest.mark.parametrize(
    ("source", "draft", "expected"),
    [
        ("An insulated box with a tight lid", "Una caja con un párpado estanco", ["lid"]),
        ("Each well serves the village.", "Cada cual bien sirve el pueblo.", ["well"]),
        ("The new well is deep; every well is.", "El bien nuevo es profundo; cada bien es.", ["well"]),
        ("She packed it well.", "Lo empaquetó bien.", []),
        ("Put the files on the table.", "Pon las limas en la mesa.", ["files", "table"]),
        ("Put the files there.", "Pon los archivos allí.", []),
        ("It gets wet.", "Coge mojado.", ["gets"]),
        ("a term, the term", "un plazo, el plazo", ["term"]),
        ("the tablet and the filer", "la mesa y la lima", []),
        ("must never freeze", "el mosto nunca congela", ["must"]),
        ("", "", []),
    ],
)
def test_words_in_an_unlikely_sense(source: str, draft: str, expected: list[str]) -> None:
    assert list(misread(source, draft, "es-MX")) == expected
    assert list(misread(source, draft, "fr")) == []


def test_senses_in_portuguese_are_its_own() -> None:
    assert list(misread("a load of files", "um ônus de limas", "pt-BR")) == ["load", "files"]
    assert list(misread("a load of files", "una carga de limas", "es")) == ["files"]


def test_what_a_dictionary_lacks_and_what_has_no_form() -> None:
    answer = made(
        "The drip on the wall of Esh", "El *drip en la #muro de *Esh 3 *b2 *a *UNHCR casa roja y blanca de barro"
    )
    assert answer.doubtful == (
        Doubtful("drip", Why.UNKNOWN),
        Doubtful("Esh", Why.UNKNOWN),
        Doubtful("muro", Why.FORM),
    )


def test_words_that_the_second_dictionary_lacks_are_those_of_the_language_between() -> None:
    first = made("the drip of the stool", "el *drip del taburete")
    second = made("el drip del taburete", "o *drip do *taburete", first.doubtful, pivot=True)
    assert second.doubtful == (Doubtful("drip", Why.UNKNOWN), Doubtful("taburete", Why.PIVOT))


def test_what_is_no_longer_there_is_not_noted() -> None:
    said = (Doubtful("muro", Why.FORM), Doubtful("drip", Why.UNKNOWN))
    assert doubts.doubts(("x",), ("a parede e o drip",), said, (), "en", "pt-BR") == said[1:]
    assert doubts.doubts(("x",), ("os drips",), said, (), "en", "pt-BR") == ()


@pytest.mark.parametrize(
    ("source", "draft", "word", "why"),
    [
        ("we met Esh there", "encontramos a Esh allí", "Esh", Why.NAME),
        ("Render it.", "Render lo.", "Render", Why.UNKNOWN),
        ("Done. Otherwise go.", "Hecho. Otherwise ve.", "Otherwise", Why.UNKNOWN),
        ("the drip", "el drip", "drip", Why.UNKNOWN),
    ],
)
def test_a_capital_within_a_sentence_says_that_it_is_a_name(source: str, draft: str, word: str, why: Why) -> None:
    found = doubts.doubts((source,), (draft,), (Doubtful(word, Why.UNKNOWN),), (), "en", "es")
    assert found == (Doubtful(word, why),)


def test_names_that_were_held_back_are_noted_and_words_of_marks_do_not_become_one() -> None:
    hold = Mark(Role.HOLD, 1)
    found = doubts.doubts(
        ("fi", hold, "le of Mary Baker"), ("li", hold, "ma de Mary Baker"), (), ["Mary Baker"], "en", "es"
    )
    assert found == (Doubtful("Mary Baker", Why.NAME),)


def test_senses_are_known_of_english_alone() -> None:
    assert doubts.doubts(("file",), ("lima",), (), (), "ca", "es") == ()


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("[[t:g:0]]#gerente[[/]]de[[t:g:0]]envase[[/]] de [[t:g:0]]fuente[[/]]", "gerente de envase de fuente"),
        ("[[t:g:0]]sería[[/]] que[[t:g:0]]consume[[/]][[t:g:0]]tiempo[[/]]", "sería que consume tiempo"),
        ("[[t:g:0]]l'[[/]][[t:g:0]]aigua[[/]]", "l'aigua"),
        ("[[t:g:0]]fácil[[/]]-[[t:g:0]]de[[/]]", "fácil-de"),
        ("[[t:g:0]]chica[[/]]de[[t:g:0]]12[[/]][[t:g:0]]años[[/]]", "chica de 12 años"),
    ],
)
def test_words_that_a_rule_puts_into_a_compound_are_words(reply: str, expected: str) -> None:
    assert made("the open source manager is here", reply).tokens == (expected,)


@pytest.mark.parametrize(
    ("source", "reply", "expected"),
    [
        ("There is none.", "no hay ninguno.", "No hay ninguno."),
        ("A box. It stays cold.", "Una caja.  se queda frío.", "Una caja.  Se queda frío."),
        ("there is none", "no hay ninguno", "no hay ninguno"),
        ("A box, e.g. this one. It stays.", "Una caja, e.g. esta. se queda.", "Una caja, e.g. esta. se queda."),
        ("Come at 5 p.m. today", "Ven a las 5 p.m. hoy", "Ven a las 5 p.m. hoy"),
    ],
)
def test_a_sentence_begins_with_the_capital_that_it_lost_with_a_pronoun(source: str, reply: str, expected: str) -> None:
    assert made(source, reply).tokens == (expected,)


def test_what_had_no_space_in_the_source_has_none() -> None:
    assert made("the 3D house", "[[t:g:0]]la casa[[/]] [[t:g:0]]3[[/]][[t:g:0]]D[[/]]").tokens == ("la casa 3D",)


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("[[t:g:1]]Caja[[/]] [[t:g:1]]más[[/]] Pequeña [[t:g:0]]es[[/]]", ("Caja más Pequeña", " es")),
        ("[[t:g:1]]Más[[/]] de [[t:g:0]]doce[[/]]", ("Más", " de doce")),
        ("[[t:g:1]]Casa[[/]] de [[t:g:0]]agua[[/]]", ("Casa", " de agua")),
    ],
)
def test_a_link_is_around_both_words_of_a_comparative(reply: str, expected: tuple[str, str]) -> None:
    opened, closed = Mark(Role.OPEN, 1), Mark(Role.CLOSE, 1)
    tokens = (opened, "A smaller box", closed, " is")
    answer = answered(reply, encode(tokens, BLANKS), Translation(tokens))
    assert isinstance(answer, Translation)
    assert answer.tokens == (opened, expected[0], closed, expected[1])


def test_letters_with_marks_of_their_own_go_to_the_dictionaries_as_one() -> None:
    assert "caf\u00e9" in encode(("the cafe\u0301",), BLANKS).text
