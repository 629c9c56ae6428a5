from __future__ import annotations

import random
import time

import pytest

from i18n.catalog import pairing
from i18n.catalog.merge import Merged, merge, share
from i18n.catalog.origin import is_untouched_draft, mark, refusal, review
from i18n.model import Catalog, Reference, Unit

VILLAGE = "The village waited three years for clean water."
ROAD = "A new road now leads from the market to the school."
HARVEST = "After the harvest the women met under the old tree."
CALL = "Pray with us for the families along the river."


def catalog(*units: Unit) -> Catalog:
    return Catalog((("Language", "de"),), units)


def template(*msgids: str) -> Catalog:
    return Catalog(
        (), tuple(Unit(msgid, extracted=("paragraph",), references=(Reference("a.md"),)) for msgid in msgids)
    )


def merged(units: list[Unit], *msgids: str) -> tuple[Unit, ...]:
    return merge(catalog(*units), template(*msgids)).catalog.units


def texts(units: tuple[Unit, ...]) -> list[tuple[str, str]]:
    return [("~ " * unit.obsolete + "? " * unit.fuzzy + unit.msgid, unit.msgstr) for unit in units]


def test_an_equal_message_keeps_everything_of_the_translator_and_takes_everything_of_the_article() -> None:
    old = Unit(VILLAGE, "Das Dorf …", fuzzy=True, comments=("ask Maria",), extracted=("heading 2",), flags=("no-wrap",))
    assert merged([old], VILLAGE) == (
        Unit(
            VILLAGE, "Das Dorf …", fuzzy=True, comments=("ask Maria",), flags=("no-wrap",),
            extracted=("paragraph",), references=(Reference("a.md"),),
        ),
    )  # fmt: skip


def test_the_order_is_that_of_the_template_and_obsolete_units_come_last() -> None:
    units = [Unit(VILLAGE, "D"), Unit("Gone for good, says the author.", "W"), Unit(ROAD, "S"), Unit(CALL, "B")]
    old = [Unit("Gone long ago, says the author.", "L", obsolete=True), *units]
    assert texts(merged(old, CALL, VILLAGE, ROAD)) == [
        (CALL, "B"),
        (VILLAGE, "D"),
        (ROAD, "S"),
        ("~ Gone long ago, says the author.", "L"),
        ("~ Gone for good, says the author.", "W"),
    ]


def test_an_edited_message_is_fuzzy_and_shows_what_it_was() -> None:
    edited = VILLAGE.replace("three", "four")
    [_, unit, _] = merged([Unit(ROAD, "S"), Unit(VILLAGE, "Das Dorf …"), Unit(CALL, "B")], ROAD, edited, CALL)
    assert (unit.msgid, unit.msgstr, unit.fuzzy, unit.previous_msgid) == (edited, "Das Dorf …", True, VILLAGE)


def test_edited_twice_it_still_shows_the_message_that_was_translated() -> None:
    once = Unit(VILLAGE.replace("three", "four"), "Das Dorf …", fuzzy=True, previous_msgid=VILLAGE)
    [unit] = merged([once], VILLAGE.replace("three", "five"))
    assert (unit.previous_msgid, unit.fuzzy) == (VILLAGE, True)


def test_edited_back_it_stays_fuzzy_as_nobody_knows_what_the_translator_thought_of_it() -> None:
    once = Unit(VILLAGE.replace("three", "four"), "Das Dorf …", fuzzy=True, previous_msgid=VILLAGE)
    [unit] = merged([once], VILLAGE)
    assert (unit.msgstr, unit.previous_msgid, unit.fuzzy) == ("Das Dorf …", None, True)


def test_however_it_was_edited_and_moved_edited_back_it_is_known() -> None:
    once = Unit("Nothing like it stands here now.", "Das Dorf …", fuzzy=True, previous_msgid=VILLAGE)
    result = merged([once, Unit(ROAD, "S")], ROAD, VILLAGE)
    assert texts(result) == [(ROAD, "S"), ("? " + VILLAGE, "Das Dorf …")]


@pytest.mark.parametrize(
    "after", [VILLAGE.replace(" three ", "  three\u00a0"), VILLAGE.replace(" for", "\nfor"), f" {VILLAGE}"]
)
def test_another_white_space_is_no_reason_to_look_again(after: str) -> None:
    [_, unit] = merged([Unit(VILLAGE, "Das Dorf …", comments=("x",)), Unit(ROAD, "S")], ROAD, after)
    assert (unit.msgid, unit.msgstr, unit.fuzzy, unit.previous_msgid) == (after, "Das Dorf …", False, None)


@pytest.mark.parametrize(
    ("before", "msgstr", "after", "expected"),
    [
        (
            "See [map](http://a.org/1).",
            "[Karte](http://a.org/1)",
            "See [map](http://a.org/2).",
            "[Karte](http://a.org/2)",
        ),
        ("At http://a.org/1 now", "http://a.org/1: da", "At http://a.org/1/b now", "http://a.org/1/b: da"),
        ("[map](a) or [list](b)", "[Liste](b), [Karte](a)", "[map](b) or [list](a)", "[Liste](a), [Karte](b)"),
        ('<a href="x">map</a>', '<a href="x">Karte</a>', '<a href="y">map</a>', '<a href="y">Karte</a>'),
        ("<mailto:a@b.org>", "<mailto:a@b.org>", "<mailto:c@b.org>", "<mailto:c@b.org>"),
        ("![map](<a b.png>)", "![Karte](<a b.png>)", "![map](<c d.png>)", "![Karte](<c d.png>)"),
    ],
)
def test_an_address_that_alone_changed_changes_in_the_translation(
    before: str, msgstr: str, after: str, expected: str
) -> None:
    [unit] = merged([Unit(before, msgstr)], after)
    assert (unit.msgstr, unit.fuzzy, unit.previous_msgid) == (expected, False, None)


@pytest.mark.parametrize(
    ("before", "msgstr", "after"),
    [
        ("See [map](http://a.org/1).", "[Karte](http://de.org)", "See [map](http://a.org/2)."),
        ("See [map](http://a.org/1).", "[Karte](http://a.org/1), http://a.org/1", "See [map](http://a.org/2)."),
        ("See [map](a) and [map](a).", "[Karte](a), [Karte](a)", "See [map](a) and [map](b)."),
        ("See the big [map](a) here.", "Siehe die [Karte](a)", "See the big [plan](b) here."),
    ],
)
def test_where_the_new_address_belongs_in_the_translation_is_not_guessed(before: str, msgstr: str, after: str) -> None:
    [unit] = merged([Unit(before, msgstr)], after)
    assert (unit.msgstr, unit.fuzzy, unit.previous_msgid) == (msgstr, True, before)


def test_another_white_space_is_no_reason_even_in_a_short_message() -> None:
    assert texts(merged([Unit("Read  more", "Weiter")], "Read more")) == [("Read more", "Weiter")]


def test_another_address_keeps_a_fuzzy_unit_fuzzy() -> None:
    old = Unit("See [map](a.md).", "Siehe [Karte](a.md)?", fuzzy=True, previous_msgid="See [plan](a.md).")
    [unit] = merged([old], "See [map](b.md).")
    assert (unit.msgstr, unit.fuzzy, unit.previous_msgid) == ("Siehe [Karte](b.md)?", True, "See [plan](a.md).")


def test_another_context_keeps_the_text() -> None:
    result = merge(catalog(Unit("Home", "Start", msgctxt="menu")), Catalog((), (Unit("Home", msgctxt="nav"),)))
    assert result.catalog.units == (Unit("Home", "Start", msgctxt="nav"),)


def test_a_message_parted_by_contexts_gives_its_text_to_both_and_the_second_is_to_be_looked_at() -> None:
    new = Catalog((), (Unit("Home", msgctxt="menu"), Unit("Home", msgctxt="article")))
    assert merge(catalog(Unit("Home", "Start")), new).catalog.units == (
        Unit("Home", "Start", msgctxt="menu"),
        Unit("Home", "Start", msgctxt="article", fuzzy=True, previous_msgid="Home"),
    )


def test_an_obsolete_message_starts_the_same_one_in_another_context_and_stays() -> None:
    old = Unit("Home", "Start", msgctxt="menu", obsolete=True)
    assert merged([old], "Home") == (
        Unit("Home", "Start", fuzzy=True, previous_msgid="Home", previous_msgctxt="menu", extracted=("paragraph",),
             references=(Reference("a.md"),)),
        old,
    )  # fmt: skip


def test_of_two_that_would_do_the_one_at_the_same_place_lives_on() -> None:
    units = [
        Unit(VILLAGE, "D"),
        Unit("[Get](x/1)", "1: [Laden](x/1)"),
        Unit(ROAD, "S"),
        Unit("[Get](x/2)", "2: [Laden](x/2)"),
    ]
    assert texts(merged(units, VILLAGE, ROAD, "[Get](x/3)")) == [
        (VILLAGE, "D"),
        (ROAD, "S"),
        ("[Get](x/3)", "2: [Laden](x/3)"),
        ("~ [Get](x/1)", "1: [Laden](x/1)"),
    ]


def test_a_moved_message_keeps_its_translation() -> None:
    units = [Unit(VILLAGE, "D"), Unit(ROAD, "S"), Unit(HARVEST, "E"), Unit(CALL, "B")]
    assert texts(merged(units, CALL, HARVEST, VILLAGE, ROAD)) == [
        (CALL, "B"),
        (HARVEST, "E"),
        (VILLAGE, "D"),
        (ROAD, "S"),
    ]


def test_a_moved_and_edited_message_is_found_if_it_is_very_similar() -> None:
    edited = CALL.replace("along the river", "by the river")
    units = [Unit(VILLAGE, "D"), Unit(ROAD, "S"), Unit(CALL, "B")]
    assert texts(merged(units, edited, VILLAGE, ROAD)) == [("? " + edited, "B"), (VILLAGE, "D"), (ROAD, "S")]


def test_at_the_same_place_less_similarity_will_do_than_elsewhere() -> None:
    rewritten = "The people waited three long years for a well with water."
    there = [Unit(ROAD, "S"), Unit(VILLAGE, "D"), Unit(CALL, "B")]
    assert texts(merged(there, ROAD, rewritten, CALL))[1] == ("? " + rewritten, "D")
    assert texts(merged(there, ROAD, CALL, rewritten))[2:] == [(rewritten, ""), ("~ " + VILLAGE, "D")]


def test_place_decides_between_like_items() -> None:
    items = [f"Day {day}: we met the elders of the village." for day in ("one", "two", "ten")]
    old = [Unit(item, str(number)) for number, item in enumerate(items)]
    edited = [item.replace("elders", "leaders") for item in items]
    assert [unit.msgstr for unit in merged(old, *edited)] == ["0", "1", "2"]
    assert [unit.msgstr for unit in merged(old, items[0], edited[1], items[2])] == ["0", "1", "2"]


def test_of_two_that_are_as_like_the_one_that_stood_there_lives_on() -> None:
    old = [Unit(f"In village {name} we met the elders.", name) for name in "AB"]
    assert texts(merged(old, ROAD, "In village C we met the elders."))[1] == ("? In village C we met the elders.", "B")


def test_in_a_long_list_of_like_items_each_keeps_its_own() -> None:
    items = [
        f"{first}{second} is what the elders of the village said." for first in "abcdefgh" for second in "qrstuvwx"
    ]
    old = [Unit(item, str(number)) for number, item in enumerate(items)]
    edited = [
        f"{first}{second} is what the elders of the village said." for first in "ABCDEFGH" for second in "QRSTUVWX"
    ]
    assert [unit.msgstr for unit in merged(old, *edited)] == [unit.msgstr for unit in old]


def test_in_a_gap_too_large_for_all_pairs_messages_are_found_by_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairing, "_ALL_PAIRS", 10)
    before = [f"On day {number} the elders of village {number * 7919 % 997} met." for number in range(500)]
    after = [text.replace("elders", "leaders") for text in before]
    old = [Unit(msgid, msgid) for msgid in before]
    assert [unit.previous_msgid for unit in merged(old, *after)] == before


@pytest.mark.parametrize("count", [600, 1_200])
def test_a_long_article_put_in_another_order_and_edited_keeps_its_translations(count: int) -> None:
    generator = random.Random(count)
    words = ["".join(generator.choices("bdfgklmnprstvwaeiou", k=generator.randint(3, 8))) for _ in range(2_000)]
    before = [" ".join(generator.choices(words, k=generator.randint(8, 16))) for _ in range(count)]
    edited = {f"{text} today": text for text in before}
    after = list(edited)
    generator.shuffle(after)
    result = merged([Unit(text, text) for text in before], *after)
    assert [unit.msgstr for unit in result] == [edited[text] for text in after]


@pytest.mark.parametrize(
    ("letters", "space"),
    [("村人三年間水待着話道学校川木祭", ""), ("บทวนกรมสตพยลคจดอ", ""), ("마을사람물길학교강나무", " ")],
)
def test_languages_without_spaces_between_words_are_found_by_their_characters(letters: str, space: str) -> None:
    generator = random.Random(7)
    before = [space.join("".join(generator.choices(letters, k=4)) for _ in range(6)) for _ in range(600)]
    after = [text[:10] + "x" + text[11:] for text in before]
    generator.shuffle(after)
    edited = {text[:10] + "x" + text[11:]: text for text in before}
    result = merged([Unit(text, text) for text in before], *after)
    assert [unit.msgstr for unit in result] == [edited[text] for text in after]


@pytest.mark.parametrize(("old", "new"), [("Read more now", "Read more here"), ("2018 – 2019", "2018 – 2020")])
def test_short_messages_are_never_matched_by_similarity(old: str, new: str) -> None:
    assert texts(merged([Unit(old, "X")], new)) == [(new, ""), ("~ " + old, "X")]


def test_a_sentence_without_spaces_is_not_short() -> None:
    [unit] = merged([Unit("村人たちは三年間水を待っていた。", "D")], "村人たちは四年間水を待っていた。")
    assert (unit.msgstr, unit.fuzzy) == ("D", True)


def test_the_parts_of_a_split_message_start_from_its_text() -> None:
    result = merged(
        [Unit(ROAD, "S"), Unit(f"{VILLAGE} {HARVEST}", "D. E."), Unit(CALL, "B")], ROAD, VILLAGE, HARVEST, CALL
    )
    assert texts(result) == [(ROAD, "S"), ("? " + VILLAGE, "D. E."), ("? " + HARVEST, "D. E."), (CALL, "B")]
    assert {unit.previous_msgid for unit in result[1:3]} == {f"{VILLAGE} {HARVEST}"}


def test_a_message_split_in_three_gives_its_text_to_each() -> None:
    result = merged([Unit(f"{VILLAGE} {HARVEST} {CALL}", "D. E. B.")], VILLAGE, HARVEST, CALL)
    assert [(unit.msgstr, unit.fuzzy) for unit in result] == [("D. E. B.", True)] * 3


def test_a_joined_message_starts_from_its_largest_part_and_the_others_stay_as_obsolete() -> None:
    result = merged([Unit(VILLAGE, "D"), Unit(HARVEST, "E")], f"{HARVEST} {VILLAGE}")
    assert texts(result) == [(f"? {HARVEST} {VILLAGE}", "E"), ("~ " + VILLAGE, "D")]


def test_of_many_parts_the_largest_gives_its_text() -> None:
    units = [Unit(CALL, "B"), Unit(ROAD, "S"), Unit(VILLAGE, "D")]
    assert len(ROAD) > max(len(CALL), len(VILLAGE))
    assert merged(units, f"{CALL} {ROAD} {VILLAGE}")[0].msgstr == "S"


def test_a_part_that_lives_on_elsewhere_is_not_copied_into_a_longer_message() -> None:
    edited = VILLAGE.replace("three", "four")
    assert texts(merged([Unit(VILLAGE, "D")], edited, f"{CALL} {ROAD} {VILLAGE}")) == [
        ("? " + edited, "D"),
        (f"{CALL} {ROAD} {VILLAGE}", ""),
    ]


def test_a_message_that_comes_back_revives() -> None:
    gone = merge(catalog(Unit(VILLAGE, "D", comments=("ask Maria",))), template(ROAD)).catalog
    assert texts(gone.units) == [(ROAD, ""), ("~ " + VILLAGE, "D")]
    back = merge(gone, template(ROAD, VILLAGE))
    assert texts(back.catalog.units) == [(ROAD, ""), (VILLAGE, "D")]
    assert back.catalog.units[1].comments == ("ask Maria",)
    assert back.revived == 1


def test_an_obsolete_unit_forgets_where_it_stood() -> None:
    [_, unit] = merged([Unit(VILLAGE, "D", extracted=("paragraph",), references=(Reference("a.md"),))], ROAD)
    assert unit == Unit(VILLAGE, "D", obsolete=True)


def test_an_untouched_draft_goes_when_its_message_changes_or_goes() -> None:
    draft = mark(Unit(VILLAGE, comments=("ask Maria",)), "Das Dorf", "apertium")
    [unit] = merged([draft], VILLAGE.replace("three", "four"))
    assert (unit.msgstr, unit.fuzzy, unit.comments) == ("", False, ("ask Maria",))
    assert texts(merged([draft], ROAD)) == [(ROAD, "")]


def test_an_untouched_draft_is_never_copied() -> None:
    draft = mark(Unit(f"{VILLAGE} {HARVEST}"), "Das Dorf und die Ernte", "apertium")
    assert [unit.msgstr for unit in merged([draft], VILLAGE, HARVEST)] == ["", ""]
    home = mark(Unit("Home"), "Start", "apertium")
    new = Catalog((), (Unit("Home"), Unit("Home", msgctxt="menu")))
    assert merge(catalog(home), new).catalog.units == (home, Unit("Home", msgctxt="menu"))


def test_an_untouched_draft_lives_on_where_nothing_to_translate_changed() -> None:
    draft = mark(Unit("See [the map](a.md) of all villages."), "Siehe [die Karte](a.md) aller Dörfer.", "apertium")
    [unit] = merged([draft], "See [the map](b.md) of all villages.")
    assert unit.msgstr == "Siehe [die Karte](b.md) aller Dörfer."
    assert is_untouched_draft(unit)


def test_a_draft_that_a_person_changed_or_accepted_is_a_persons_text() -> None:
    draft = mark(Unit(VILLAGE), "Das Dorf", "apertium")
    edited = VILLAGE.replace("three", "four")
    for human in (
        Unit(VILLAGE, "Das Dorf!", fuzzy=True, comments=draft.comments),
        Unit(VILLAGE, "Das Dorf", comments=draft.comments),
    ):
        [unit] = merged([human], edited)
        assert (unit.msgstr, unit.fuzzy, unit.previous_msgid) == (human.msgstr, True, VILLAGE)
        assert not is_untouched_draft(unit), "the next change of the source would throw it away"


def test_a_text_that_a_person_wrote_loses_the_comments_of_the_machine() -> None:
    draft = mark(Unit(VILLAGE), "Das Dorf", "apertium")
    edited = Unit(VILLAGE, "Das Dorf!", fuzzy=True, comments=draft.comments)
    refused = Unit(ROAD, "Die Straße", comments=refusal(Unit(ROAD), "a link was lost").comments)
    assert [unit.comments for unit in merged([edited, refused], VILLAGE, ROAD)] == [(), ()]


def test_a_review_of_an_unchanged_message_stays() -> None:
    unit = review(Unit(VILLAGE, "Das Dorf …"), "am")
    assert merged([unit], VILLAGE)[0].comments == unit.comments


def test_plural_forms_from_elsewhere_are_kept() -> None:
    plural = Unit("a day", msgid_plural="days", msgstr_plural=("ein Tag", "Tage"))
    assert merged([plural], "a day")[0].msgstr_plural == ("ein Tag", "Tage")
    assert merged([plural], ROAD)[1] == Unit(
        "a day", msgid_plural="days", msgstr_plural=("ein Tag", "Tage"), obsolete=True
    )


def test_what_happened_is_counted() -> None:
    old = catalog(
        Unit(VILLAGE, "D"), Unit(ROAD, "S"), Unit(HARVEST, "E"), Unit("Gone, says the author.", "W", obsolete=True)
    )
    result = merge(old, template(VILLAGE, ROAD.replace("new", "broad"), "Gone, says the author.", CALL))
    assert result == Merged(result.catalog, added=1, changed=1, obsolete=1, revived=1, unchanged=1)


def test_a_header_stays_as_it_is_and_is_never_fuzzy() -> None:
    old = Catalog((("Language", "de"), ("X-Odd", "1")), (), ("kept",), fuzzy=True)
    assert merge(old, template(ROAD)).catalog == Catalog(
        old.headers, merge(old, template(ROAD)).catalog.units, ("kept",)
    )


@pytest.mark.parametrize(
    ("held", "wanted", "expected"),
    [([], [], 0), ([VILLAGE], [], 0), ([VILLAGE, ROAD], [VILLAGE, CALL], 0.5), ([VILLAGE], [VILLAGE], 1)],
)
def test_share_of_messages_that_a_catalog_holds(held: list[str], wanted: list[str], expected: float) -> None:
    assert share(template(*wanted), catalog(*(Unit(msgid, "x") for msgid in held))) == expected


def test_of_ten_thousand_messages_each_of_a_thousand_edited_ones_is_found() -> None:
    chance = random.Random(1)
    vocabulary = f"{VILLAGE} {ROAD} {HARVEST} {CALL}".split()
    before = list(dict.fromkeys(" ".join(chance.choices(vocabulary, k=chance.randint(6, 40))) for _ in range(10_000)))
    edited = set(chance.sample(range(len(before)), 1000))
    after = [f"{text} again".replace("the", "every", 1) if at in edited else text for at, text in enumerate(before)]
    old = catalog(*(Unit(msgid, f"T{at}") for at, msgid in enumerate(before)))
    start = time.process_time()
    result = merge(old, template(*after))
    assert time.process_time() - start < 3, "usually a tenth of a second"
    found = {
        at
        for at, unit in enumerate(result.catalog.units)
        if unit.fuzzy and unit.previous_msgid == before[at] and unit.msgstr == f"T{at}"
    }
    assert found == edited
    assert (result.changed, result.unchanged, len(result.catalog.units)) == (1000, len(before) - 1000, len(before))
