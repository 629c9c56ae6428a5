from __future__ import annotations

import pytest

from i18n.draft.engine import Context
from i18n.draft.many.sentence_memory import Patchwork, SentenceMemory, patchwork
from i18n.draft.one.strategy import Draft, Message, NoDraft
from i18n.markdown.dialects import named
from i18n.memory import Entry, EntryIndex, Standing
from i18n.memory.glossary import Status, Term

GFM = named("gfm")
OLD = Entry(
    "The road was gone. Nobody in the village was hurt. Then it rained.",
    "Die Straße war weg. Niemand im Dorf wurde verletzt. Dann regnete es.",
    "reports/road",
)
KEPT = "Nobody in the village was hurt."


def patch(msgid: str, *known: Entry, article: str = "reports/road", target: str = "de") -> Patchwork | None:
    return patchwork(Message(msgid, GFM), SentenceMemory(EntryIndex(known or (OLD,)), GFM), article, "en", target)


def found(msgid: str, *known: Entry, article: str = "reports/road", target: str = "de") -> Patchwork:
    made = patch(msgid, *known, article=article, target=target)
    assert made is not None
    return made


def test_an_edited_paragraph_keeps_what_it_still_has() -> None:
    made = found("The road and the bridge were gone. Nobody in the village was hurt. Then it rained.")
    assert [message.msgid for message in made.fresh] == ["The road and the bridge were gone."]
    drafts = [Draft("Straße und Brücke waren weg.", 80)]
    assert made.combined(drafts) == Draft(
        "Straße und Brücke waren weg. Niemand im Dorf wurde verletzt. Dann regnete es.", 80, "kept=2/3"
    )


def test_what_is_fresh_knows_its_place() -> None:
    message = Message(
        "The road was gone. All the wells are dry. Then it rained.",
        GFM,
        glossary=(Term("well", "Brunnen"), Term("road", "Straße"), Term("", "Piste", Status.FORBIDDEN)),
        context=Context("Roads", before=("Before.",), after=("After.",), examples=(("a", "b"),)),
    )
    made = patchwork(message, SentenceMemory(EntryIndex([OLD]), GFM), "reports/road", "en", "de")
    assert made is not None
    (fresh,) = made.fresh
    assert fresh.context == Context(
        "Roads",
        before=("Before.", "The road was gone."),
        after=("Then it rained.", "After."),
        examples=(("a", "b"),),
    )
    assert [term.target for term in fresh.glossary] == ["Brunnen", "Piste"]


def test_sentences_of_several_messages_may_all_be_kept() -> None:
    other = Entry("They carried the salt uphill.", "Sie trugen das Salz bergauf.", "news")
    made = found(f"They carried the salt uphill. {KEPT}", OLD, other)
    assert made.fresh == ()
    assert made.combined([]) == Draft("Sie trugen das Salz bergauf. Niemand im Dorf wurde verletzt.", None, "kept=2/2")


@pytest.mark.parametrize(
    "msgid",
    [
        KEPT,  # the memory's own affair
        "Nobody was hurt. All went home.",
        "Nobody in the village was hurt! All went home.",
        f"“{KEPT} All went home.”",
        "Nobody in the *village* was hurt. All went home.",
        "",
    ],
)
def test_where_nothing_is_kept(msgid: str) -> None:
    assert patch(msgid) is None


def test_few_words_mean_the_same_in_their_own_article_alone() -> None:
    message = "Nobody came to help that day. Then it rained."
    assert found(message).kept == {1: "Dann regnete es."}
    assert patch(message, article="news") is None
    assert found(f"They came. {KEPT}", article="news").kept == {1: "Niemand im Dorf wurde verletzt."}


def test_what_a_private_article_holds_is_for_it_alone() -> None:
    private = Entry(OLD.msgid, OLD.msgstr, "diary", private=True)
    assert found(f"They came. {KEPT}", private, article="diary").kept
    assert patch(f"They came. {KEPT}", private, article="news") is None
    assert patch(f"They came. {KEPT}", private, article="") is None


def test_the_better_of_two_translations_is_kept() -> None:
    reviewed = Entry(KEPT, "Niemand im Dorf kam zu Schaden.", "news", standing=Standing.REVIEWED)
    assert found(f"They came. {KEPT}", OLD, reviewed, article="x").kept == {1: "Niemand im Dorf kam zu Schaden."}
    assert found(f"They came. {KEPT}", OLD, reviewed).kept == {1: "Niemand im Dorf wurde verletzt."}


def test_markup_goes_with_its_sentence() -> None:
    known = Entry(
        "See [the map](m.md) of the valley. It is **old**.", "Siehe [die Karte](m.md) vom Tal. Sie ist **alt**."
    )
    made = found("It shows 9 wells. See [the map](m.md) of the valley.", known)
    assert made.combined([Draft("Es gibt 9 Brunnen.")]) == Draft(
        "Es gibt 9 Brunnen. Siehe [die Karte](m.md) vom Tal.", None, "kept=1/2"
    )


def test_a_draft_with_other_markup_is_refused() -> None:
    made = found(f"They *all* came. {KEPT}")
    assert made.combined([Draft("Alle kamen.")]) == NoDraft("its sentences do not make up the markup of the message")


def test_hard_breaks_and_what_has_no_words_stay() -> None:
    made = found(f"{KEPT}\nThey all went home.\n![](m.png)")
    assert [message.msgid for message in made.fresh] == ["They all went home."]
    verdict = made.combined([Draft("Alle gingen heim.")])
    assert isinstance(verdict, Draft)
    assert verdict.msgstr == "Niemand im Dorf wurde verletzt.\nAlle gingen heim.\n![](m.png)"


@pytest.mark.parametrize(
    ("target", "kept", "drafted", "msgstr"),
    [
        ("ja", "村では誰もけがをしなかった。", "皆が来た。", "皆が来た。村では誰もけがをしなかった。"),
        ("zh-Hant", "村裡沒有人受傷。", "大家都來了。", "大家都來了。村裡沒有人受傷。"),
        ("ko", "마을에서 다친 사람은 없었다.", "모두 왔다.", "모두 왔다. 마을에서 다친 사람은 없었다."),
        ("th", "ไม่มีใครในหมู่บ้านบาดเจ็บ", "ทุกคนมา", "ทุกคนมา ไม่มีใครในหมู่บ้านบาดเจ็บ"),
    ],
)
def test_sentences_stand_apart_as_the_language_has_it(target: str, kept: str, drafted: str, msgstr: str) -> None:
    verdict = found(f"They all came. {KEPT}", Entry(KEPT, kept), target=target).combined([Draft(drafted)])
    assert isinstance(verdict, Draft)
    assert verdict.msgstr == msgstr


def test_from_a_language_without_spaces_to_one_with() -> None:
    known = Entry(
        "村では誰もけがをしなかった。雨が降った。", "Niemand im Dorf wurde verletzt. Es regnete.", "reports/road"
    )
    made = found("皆が来た。村では誰もけがをしなかった。", known)
    verdict = made.combined([Draft("Alle kamen.")])
    assert isinstance(verdict, Draft)
    assert verdict.msgstr == "Alle kamen. Niemand im Dorf wurde verletzt."


def test_a_sentence_said_twice_is_drafted_twice() -> None:
    made = found(f"They all came. {KEPT} They all came.")
    verdict = made.combined([Draft("Alle kamen."), Draft("Alle kamen!")])
    assert isinstance(verdict, Draft)
    assert verdict.msgstr == "Alle kamen. Niemand im Dorf wurde verletzt. Alle kamen!"
