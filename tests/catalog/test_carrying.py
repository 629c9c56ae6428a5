from __future__ import annotations

import dataclasses
import re

import pytest

from i18n.catalog import formats
from i18n.catalog.carrying import carried
from i18n.catalog.headers import FORMAT
from i18n.catalog.origin import is_reviewed, is_untouched_draft, mark, review
from i18n.model import Catalog, Unit

MARKS = formats.marks("1") or re.compile("")


def after(units: list[Unit], *new: str | Unit, language: str = "de") -> list[Unit]:
    """The units of a catalog once it is carried over to a template of some messages."""
    template = tuple(Unit(each) if isinstance(each, str) else each for each in new)
    return list(carried(Catalog((("Language", language),), tuple(units)), Catalog(units=template), MARKS).catalog.units)


def texts(units: list[Unit]) -> list[tuple[str, str]]:
    return [("? " * unit.fuzzy + unit.msgid, unit.msgstr) for unit in units]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # What one message was, several are.
        ({"[The shed](shed.md)": "[Der Schuppen](shed.md)"}, {"The shed": "Der Schuppen"}),
        ({"[A](a.md) [B c](b/c.md)": "[Ä](a.md) [B ç](b/c.md)"}, {"A": "Ä", "B c": "B ç"}),
        ({"[`a[0]` here](a.md)": "[hier `a[0]`](a.md)"}, {"`a[0]` here": "hier `a[0]`"}),
        ({"Bread | Salt": "Brot | Salz"}, {"Bread": "Brot", "Salt": "Salz"}),
        ({"| Day | Who | | :-: | --- | | One | Ann |": "|Tag|Wer|  | :-: | --- | | Eins | Ann |"},
         {"Day": "Tag", "Who": "Wer", "One": "Eins", "Ann": "Ann"}),
        ({'Read [it] [it]: https://a.example/ "The title" so': 'Lies [it] [it]: https://a.example/ "Titel" so'},
         {"Read [it]": "Lies [it]", "The title": "Titel", "so": "so"}),
        ({'::hint{icon="x" title="Mind"} Take **care** here. ::': '::hint{icon="x" title="Acht"} **Gib** acht. ::'},
         {"Mind": "Acht", "Take **care** here.": "**Gib** acht."}),
        ({"one line\ntwo lines": "eine Zeile\nzwei Zeilen"}, {"one line": "eine Zeile", "two lines": "zwei Zeilen"}),
        # What several were, one is.
        ({"One line": "Eine Zeile", "goes on": "geht weiter"}, {"One line === goes on": "Eine Zeile === geht weiter"}),
        ({"One line": "Eine Zeile", "goes on": "geht weiter"}, {"One line goes on": "Eine Zeile geht weiter"}),
        ({"Dig,": "Grabe,", "then plant": "dann säe"}, {"Dig,\nthen plant": "Grabe,\ndann säe"}),
        # Another mark, or no more of it.
        ({"Blue plates ^": "Blaue Teller ^"}, {"Blue plates": "Blaue Teller"}),
        ({"The paint shed {% badge new %}": "Die Malstube {% badge new %}"}, {"The paint shed": "Die Malstube"}),
        ({"hammer: Take care.": "hammer: Gib acht."}, {":hammer: Take care.": ":hammer: Gib acht."}),
        ({"To the\\\\ mill": "Zur\\\\ Mühle"}, {"To the\nmill": "Zur\nMühle"}),
        ({"Street\\\nTown": "Straße\\\nOrt"}, {"Street\n\nTown": "Straße\n\nOrt"}),
        ({"Words <!--- i18n:note ----> too": "Auch <!--- i18n:note ----> Wörter"}, {"Words too": "Auch Wörter"}),
        # The translator had it right all along.
        ({"Blue plates ^": "Blaue Teller"}, {"Blue plates": "Blaue Teller"}),
        ({"hammer: Take care.": ":hammer: Gib acht."}, {":hammer: Take care.": ":hammer: Gib acht."}),
        # Both at once.
        ({"A | B": "Ä | ß", "C": "Ç"}, {"A": "Ä", "B --- C": "ß --- Ç"}),
    ],
)  # fmt: skip
def test_words_that_are_the_same_keep_their_finished_translation(old: dict[str, str], new: dict[str, str]) -> None:
    units = [Unit(msgid, msgstr) for msgid, msgstr in old.items()]
    assert texts(after(units, *new)) == list(new.items())


@pytest.mark.parametrize(
    ("old", "msgstr", "new"),
    [
        ("Bread | Salt", "Brot und Salz", ("Bread", "Salt")),
        ("Bread | Salt", "Brot | Salz | Öl", ("Bread", "Salt")),
        ("Under the tree we sat", "Wir saßen unter dem Baum", ("Under the tree", "we sat")),
        ("hammer: Take care.", "Hammer: Gib acht.", (":hammer: Take care.",)),
        ("[A](a.md) [B](b.md)", "[ß](b.md) [Ä](a.md)", ("A", "B")),
    ],
)
def test_a_translation_that_is_not_cut_alike_is_a_start_for_each_part(
    old: str, msgstr: str, new: tuple[str, ...]
) -> None:
    assert texts(after([Unit(old, msgstr)], *new)) == [("? " + msgid, msgstr) for msgid in new]
    assert {unit.previous_msgid for unit in after([Unit(old, msgstr)], *new)} == {old}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Bread | Salt", ("Bread", "Pepper")),
        ("Issue #12 is open", ("Issue #13 is open",)),
        ("tools: saw", ("knives: saw",)),
        ("See [the map](a.md) now", ("See the map now",)),
        ("Take **care**", ("Take care",)),
        ("Read the text", ("Read: the text",)),
    ],
)
def test_words_or_marks_that_changed_are_no_other_reading(old: str, new: tuple[str, ...]) -> None:
    made = [unit for unit in after([Unit(old, f"T {old}")], *new) if unit.msgid not in (old, "Bread")]
    assert all(unit.fuzzy and unit.previous_msgid == old for unit in made)


def test_on_the_same_format_nothing_is_carried_over() -> None:
    old, new = Catalog(units=(Unit("A | B", "Ä | ß"),)), Catalog(units=(Unit("A"), Unit("B")))
    assert formats.marks(FORMAT) is None
    assert formats.marks("") is None
    assert formats.marks("Vera") is None
    assert carried(old, new, formats.marks(FORMAT)).catalog is old


def test_a_newer_format_is_carried_back_as_far_as_its_marks_are_known() -> None:
    newer = formats.marks(str(int(FORMAT) + 1))
    old = Catalog(units=(Unit("A", "Ä"), Unit("b", "ß")))
    assert carried(old, Catalog(units=(Unit("A b"),)), newer).catalog.units == (Unit("A b", "Ä ß"),)


def test_all_that_people_noted_goes_along() -> None:
    one = Unit("A | B", "Ä | ß", comments=("ask Maria", "i18n-ignore: numbers"), flags=("no-wrap",))
    assert after([one], Unit("A", extracted=("table cell",)), "B") == [
        dataclasses.replace(one, msgid="A", msgstr="Ä", extracted=("table cell",)),
        dataclasses.replace(one, msgid="B", msgstr="ß"),
    ]
    other = Unit("C", "Ç", comments=("ask Maria", "short"), flags=("max-length:9",))
    [joined] = after([one, other], "A | B --- C")
    assert (joined.comments, joined.flags) == (
        ("ask Maria", "i18n-ignore: numbers", "short"), ("no-wrap", "max-length:9"),
    )  # fmt: skip


def test_a_draft_stays_a_draft_and_is_never_finished() -> None:
    draft = mark(Unit("A | B"), "Ä | ß", "apertium", "score=80")
    made = after([draft], "A", "B")
    assert all(map(is_untouched_draft, made))
    assert [unit.msgstr for unit in made] == ["Ä", "ß"]
    assert all(unit.comments[0].startswith("draft: apertium score=80 sha=") for unit in made)
    person = Unit("C", "Ç")
    assert after([draft, person], "A | B --- C") == [draft, person]


def test_a_draft_that_a_person_accepted_is_finished() -> None:
    accepted = dataclasses.replace(mark(Unit("A | B"), "Ä | ß", "apertium"), fuzzy=False)
    assert after([accepted], "A", "B") == [Unit("A", "Ä"), Unit("B", "ß")]


def test_what_was_fuzzy_stays_so_with_what_it_was() -> None:
    unsure = Unit("A | B", "Ä | ß", fuzzy=True)
    assert after([unsure], "A", "B") == [Unit("A", "Ä", fuzzy=True), Unit("B", "ß", fuzzy=True)]
    edited = Unit("A | B", "Ä | ß", fuzzy=True, previous_msgid="A | Z", previous_msgctxt="menu")
    assert {(unit.previous_msgid, unit.previous_msgctxt) for unit in after([edited], "A", "B")} == {("A | Z", "menu")}
    [joined] = after([Unit("C", "Ç"), edited], "C --- A | B")
    assert (joined.fuzzy, joined.msgstr, joined.previous_msgid) == (True, "Ç --- Ä | ß", "C A | Z")


def test_a_second_readers_word_holds_on() -> None:
    one, other = review(Unit("A | B", "Ä | ß"), "Kim"), review(Unit("C", "Ç"), "Lee")
    assert all(map(is_reviewed, after([one], "A", "B")))
    [joined] = after([one, other], "A | B --- C")
    assert is_reviewed(joined)
    [half] = after([one, Unit("C", "Ç")], "A | B --- C")
    assert half.msgstr == "Ä | ß --- Ç"
    assert not is_reviewed(half)


def test_a_word_that_lapsed_does_not_come_back() -> None:
    lapsed = dataclasses.replace(review(Unit("A | B", "Ä | β"), "Kim"), msgstr="Ä | ß")
    assert not any(map(is_reviewed, after([lapsed], "A", "B")))


def test_a_context_goes_with_the_beginning_of_its_block() -> None:
    verb = Unit("Open | Close", "Öffnen | Schließen", msgctxt="verb")
    assert after([verb], Unit("Open", msgctxt="verb"), Unit("Close")) == [
        Unit("Open", "Öffnen", msgctxt="verb"), Unit("Close", "Schließen"),
    ]  # fmt: skip
    assert texts(after([verb], Unit("Open"))) == [("Open | Close", "Öffnen | Schließen")]


def test_where_a_part_is_empty_nothing_is_joined() -> None:
    assert after([Unit("A", "Ä"), Unit("B")], "A --- B") == [Unit("A", "Ä"), Unit("B")]


def test_languages_that_put_no_space_between_sentences_get_none() -> None:
    units = [Unit("One.", "一。"), Unit("Two.", "二。")]
    assert texts(after(units, "One. Two.", language="zh_CN")) == [("One. Two.", "一。二。")]


def test_plural_forms_and_obsolete_messages_stay_as_they_are() -> None:
    plural = Unit("A | B", msgid_plural="As | Bs", msgstr_plural=("Ä | ß", "Ää | ßß"))
    obsolete = Unit("C | D", "Ç | Ð", obsolete=True)
    assert after([plural, obsolete], "A", "B", "C", "D") == [plural, obsolete]


def test_a_message_that_lives_on_gives_its_words_to_others_too() -> None:
    menu = Unit("A | B", "Ä | ß")
    assert texts(after([menu], "A | B", "A", "B")) == [("A | B", "Ä | ß"), ("A", "Ä"), ("B", "ß")]


def test_a_message_whose_parts_are_not_all_found_is_kept_for_the_merge() -> None:
    assert texts(after([Unit("A | B", "Ä | ß")], "B", "Z")) == [("A | B", "Ä | ß"), ("B", "ß")]


def test_a_line_that_stood_with_a_table_is_offered_although_its_cells_are_elsewhere_too() -> None:
    lent = Unit("What we lend Tool | Days Saw | Two", "Was wir leihen Gerät | Tage Säge | Zwei")
    table = Unit("Tool", "Werkzeug")
    made = after([table, lent], "Tool", "What we lend", "Days", "Saw", "Two")
    assert ("? What we lend", lent.msgstr) in texts(made)
    assert ("Two", "Zwei") in texts(made)
    assert made[:2] == [table, lent]


def test_a_word_that_another_message_happens_to_hold_gets_no_text_of_it() -> None:
    assert texts(after([Unit("A saw and a knife", "Säge, Messer")], "saw", "knife | saw")) == [
        ("A saw and a knife", "Säge, Messer")
    ]


def test_several_that_are_one_now_and_are_not_cut_alike_are_a_start_together() -> None:
    units = [
        Unit("The price", "Der Preis", comments=("ask Maria",)),
        Unit("euro: ten", "Euro: zehn", flags=("no-wrap",)),
    ]
    [made] = after(units, "The price :euro: ten")
    assert (made.fuzzy, made.msgstr) == (True, "Der Preis Euro: zehn")
    assert (made.previous_msgid, made.comments, made.flags) == ("The price euro: ten", ("ask Maria",), ("no-wrap",))
    counted = carried(Catalog(units=tuple(units)), Catalog(units=(Unit("The price :euro: ten"),)), MARKS)
    assert (counted.kept, counted.offered) == (0, 1)
