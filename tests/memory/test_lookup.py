from __future__ import annotations

import random
from dataclasses import replace

from i18n.catalog.origin import mark, review
from i18n.memory import Entry, EntryIndex, Match, Standing, entries
from i18n.model import Unit


def _memory(*units: Unit, article: str = "a", private: bool = False) -> EntryIndex:
    return EntryIndex(entries(units, article, private=private))


def test_the_very_message_scores_a_hundred_and_nothing_else_does() -> None:
    memory = _memory(Unit("Nine wells", "Nueve pozos"), Unit("Nine  wells", "Nueve  pozos"))
    assert [(match.msgstr, match.score) for match in memory.matches("Nine wells")] == [
        ("Nueve pozos", 100),
        ("Nueve  pozos", 99),
    ]


def test_better_matches_come_first_and_worse_than_asked_for_not_at_all() -> None:
    memory = _memory(
        Unit("The road to the clinic is open.", "A"),
        Unit("The road to the clinic is closed.", "B"),
        Unit("Nobody was hurt.", "C"),
    )
    found = memory.matches("The road to the clinic is opened.", 75)
    assert [match.msgstr for match in found] == ["A", "B"]
    assert 75 <= found[1].score <= found[0].score < 100
    assert memory.matches("The road to the clinic is opened.", 99) == ()


def test_only_finished_translations_are_remembered() -> None:
    units = [
        Unit("Empty one"),
        Unit("Blank one", "  "),
        replace(Unit("Fuzzy one", "F"), fuzzy=True),
        mark(Unit("Draft one"), "D", "apertium"),
        Unit("The very same long sentence", "The very same long sentence"),
        Unit("Files", msgid_plural="Many", msgstr_plural=("a", "b")),
        Unit("", "Header: x"),
        Unit("Jakarta", "Jakarta"),
        Unit("Old one", "O", obsolete=True),
    ]
    assert [(entry.msgid, entry.standing) for entry in entries(units, "a")] == [
        ("Jakarta", Standing.FINISHED),
        ("Old one", Standing.OBSOLETE),
    ]


def test_the_better_standing_comes_first() -> None:
    reviewed = review(Unit("Home", "Hogar"), "ana")
    memory = EntryIndex(
        [
            *entries([Unit("Home", "Casita", obsolete=True)], "b"),
            *entries([Unit("Home", "Casa")], imported=True),
            *entries([Unit("Home", "Inicio")], "c"),
            *entries([reviewed], "d"),
        ]
    )
    assert [match.msgstr for match in memory.matches("Home")] == ["Hogar", "Inicio", "Casa", "Casita"]


def test_context_and_article_come_before_standing() -> None:
    memory = EntryIndex(
        [Entry("Open", "Abrir", "a", "button"), Entry("Open", "Abierto", "b"), Entry("Open", "Franco", "c", "door")]
    )
    assert memory.matches("Open", msgctxt="door")[0].msgstr == "Franco"
    assert memory.matches("Open")[0].msgstr == "Abierto"
    assert memory.matches("Open", article="a", msgctxt="other")[0].msgstr == "Abrir"


def test_what_more_articles_say_comes_first() -> None:
    memory = EntryIndex([Entry("Yes", "Aye", "a"), Entry("Yes", "Sí", "b"), Entry("Yes", "Sí", "c")])
    assert [match.msgstr for match in memory.matches("Yes")] == ["Sí", "Aye"]


def test_the_order_of_the_entries_makes_no_difference() -> None:
    known = [Entry(f"Message number {n % 7}", f"S{n}", f"article{n % 3}") for n in range(40)]
    wanted = EntryIndex(known).matches("Message number 3", 60)
    for seed in range(5):
        random.Random(seed).shuffle(known)
        assert EntryIndex(known).matches("Message number 3", 60) == wanted


def test_a_private_articles_translations_are_its_own() -> None:
    memory = _memory(Unit("We met Sumi at the mill.", "Vimos a Sumi."), article="diary", private=True)
    assert memory.matches("We met Sumi at the mill.") == ()
    assert memory.matches("We met Sumi at the mill.", article="news") == ()
    assert memory.matches("We met Sumi near the mill.", article="news") == ()
    assert memory.matches("We met Sumi at the mill.", article="diary") == (
        Match("We met Sumi at the mill.", "Vimos a Sumi.", 100, "diary"),
    )


def test_the_same_translation_in_a_public_article_is_public() -> None:
    memory = EntryIndex(
        [
            Entry("Home", "Hogar secreto", "diary", private=True),
            Entry("Home", "Hogar", "diary", private=True, standing=Standing.REVIEWED),
            Entry("Home", "Hogar", "news"),
        ]
    )
    # Neither the private article's name nor its reviewer's standing shows.
    assert memory.matches("Home", article="other") == (Match("Home", "Hogar", 100, "news", Standing.FINISHED),)


def test_an_imported_private_entry_is_nobodys() -> None:
    memory = EntryIndex([Entry("Home", "Hogar", "", private=True)])
    assert memory.matches("Home") == ()
    assert memory.matches("Home", article="a") == ()


def test_an_empty_memory_knows_nothing() -> None:
    assert EntryIndex().matches("Anything", 0) == ()
    assert len(EntryIndex()) == 0


def test_minimum_zero_finds_everything() -> None:
    memory = _memory(Unit("abc", "1"), Unit("a very much longer message than that", "2"))
    assert len(memory.matches("xyz", 0)) == 2


def test_among_many_messages_the_most_similar_is_still_found() -> None:
    generator = random.Random(5)
    words = ["".join(generator.choices("bdfgklmnprstvwaeiou", k=generator.randint(2, 7))) for _ in range(1_500)]
    texts = [" ".join(generator.choices(words, k=12)) for _ in range(6_000)]
    memory = EntryIndex(Entry(text, text) for text in texts)
    for text in generator.sample(texts, 100):
        cut = text.split()
        cut[generator.randrange(12)] = "edited"
        [match] = memory.matches(" ".join(cut), 80)
        assert match.msgid == text


def test_among_many_like_messages_those_of_a_like_length_are_found() -> None:
    memory = EntryIndex(Entry(f"the elders of village number {number} met", str(number)) for number in range(6_000))
    assert memory.matches("the elders of village number 4321 meet", 90)[0].msgstr == "4321"
