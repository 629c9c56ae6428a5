from __future__ import annotations

import unicodedata

import pytest

from i18n.draft import DraftOutcome, Request, Traffic, draft
from i18n.draft.engine import Answer, Capability, Context, Query
from i18n.draft.many.context import words
from i18n.draft.many.memory import MemoryStep
from i18n.errors import InputError
from i18n.markdown.dialects import named
from i18n.memory import EntryIndex, entries
from i18n.model import Unit
from i18n.privacy.redaction import Redaction, parse
from tests.draft.fake import Fake, shout

FILE = """\
# those who must not be named
Sumi Rahman, Sumi | bn: সুমি রহমান | es: Sumi Ramán   # a teacher
Kowalski
René Müller
李明
Ann
"""


def names(target: str = "es", file: str = FILE) -> Redaction:
    return Redaction(parse(file.encode(), "names.txt"), target)


def drafted(msgid: str, engine: Fake, target: str = "es", context: Context | None = None) -> DraftOutcome:
    request = Request(Unit(msgid), "a", named("gfm"), context=context or Context())
    (outcome,) = draft([request], [engine], "en", target, names=names(target))
    return outcome


def remote(**more: object) -> Fake:
    return Fake(traffic=Traffic.THIRD_PARTY, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("msgid", "sent", "msgstr"),
    [
        ("We met Sumi Rahman at home.", "We met  at home.", "WO MOT Sumi Ramán OT HOMO."),
        ("We met Sumi at home.", "We met  at home.", "WO MOT Sumi Ramán OT HOMO."),
        ("SUMI RAHMAN is here.", " is here.", "Sumi Ramán OS HORO."),
        ("Here is *Sumi Rahman* now.", "Here is  now.", "HORO OS *Sumi Ramán* NOW."),
        ("Here is [Sumi](a.md) now.", "Here is  now.", "HORO OS [Sumi Ramán](a.md) NOW."),
        ("Sumi’s house is red.", "’s house is red.", "Sumi Ramán’S HOOSO OS ROD."),
        ("The house of Kowalskiego here.", "The house of  here.", "THO HOOSO OF Kowalskiego HORO."),
        ("Sumi&nbsp;Rahman is here.", " is here.", "Sumi Ramán OS HORO."),
        ("Su\u00admi\u200b Rahman is here.", " is here.", "Sumi Ramán OS HORO."),
        ("Ren&eacute; M&uuml;ller is here.", " is here.", "Ren&eacute; M&uuml;ller OS HORO."),
        (unicodedata.normalize("NFD", "René Müller is here."), " is here.", None),
        ("Here 李明さん is.", None, None),
        ("We met Su*mi* Rahman here.", "We met  here.", "WO MOT Su*mi* Rahman HORO."),
        ("We met Sumi\nRahman here.", "We met  here.", "WO MOT Sumi\nRahman HORO."),
        ("We met Sumi<br>Rahman here.", "We met  here.", "WO MOT Sumi<br>Rahman HORO."),
        ("See ![Sumi Rahman at home](h.png) here.", None, None),
        ("The annex is near Annapolis.", "The annex is near Annapolis.", shout("The annex is near Annapolis.")),
        ("Sumithra is another one.", None, None),
    ],
)
def test_a_name_is_not_sent_and_stands_in_the_draft(msgid: str, sent: str | None, msgstr: str | None) -> None:
    engine = remote()
    outcome = drafted(msgid, engine)
    assert outcome.engine, outcome.reason
    for name in ("Sumi", "Rahman", "SUMI", "Kowalski", "Müller", "李明"):
        assert not any(name in text and "Sumithra" not in text for text in engine.texts)
    if sent is not None:
        assert [text.strip() for text in engine.texts] == [sent.strip()]
    if msgstr is not None:
        assert outcome.unit.msgstr == msgstr


@pytest.mark.parametrize(
    "msgid",
    [
        "We met Sumi *Rahman and* others.",
        "We met @Sumi Rahman here.",
        "We met *Sumi Rahman* and Sumi *Rahman and* others.",
        'See [it](a.md "of Sumi *Rahman and* others") here.',
    ],
)
def test_a_name_that_markup_cuts_keeps_its_message_here(msgid: str) -> None:
    engine = remote()
    outcome = drafted(msgid, engine)
    assert engine.asked == []
    assert outcome.reason == "fake: a name that must not leave is cut by markup"
    assert "Sumi" not in outcome.unit.comments[0]


@pytest.mark.parametrize("traffic", Traffic)
def test_names_are_kept_from_every_engine_wherever_it_runs(traffic: Traffic) -> None:
    engine = Fake(traffic=traffic)
    assert drafted("We met Sumi Rahman.", engine).unit.msgstr == "WO MOT Sumi Ramán."
    assert engine.texts == ["We met ."]


def test_what_a_person_wrote_is_repeated_with_its_names() -> None:
    memory = MemoryStep(EntryIndex(entries([Unit("We met Sumi Rahman.", "Sumi Rahmanı gördük.")], "a")), 75)
    request = Request(Unit("We met Sumi Rahman."), "b", named("gfm"))
    (outcome,) = draft([request], [], "en", "tr", memory=memory, names=names("tr"))
    assert outcome.unit.msgstr == "Sumi Rahmanı gördük."


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Aoife O'Brien", "Aoife O’Brien"),
        ("Aoife O’Brien", "aoife o'brien"),
        ("Anne-Marie", "Anne\u2011Marie"),
        ("Anne-Marie", "Anne Marie"),
        ("Sumi Rahman", "sumi_rahman"),
        ("Sumi Rahman", "Sumi-Rahman"),
        ("Sumi Rahman", "Sumi Rahman2024"),
        ("Sumi Rahman", "“Sumi Rahman”"),
        ("Sumi Rahman", "Sumi \u2063Rah\u034fman"),
        ("Sumi Rahman", "Su<wbr>mi Rah<!-- x -->man"),
        ("Sumi Rahman", "Su&shy;mi Rah&ZeroWidthSpace;man"),
        ("Groß", "GROSS"),
        ("Fikret", "ﬁkret"),
        ("İbrahim", "İBRAHIM"),
        ("Unit 12", "unit 12"),
    ],
)
def test_a_name_is_the_same_in_every_spelling_that_authors_use(name: str, written: str) -> None:
    engine = remote()
    kept = Redaction(parse(f"{name} | es: Nadie".encode(), "names.txt"), "es")
    request = Request(Unit(f"We met {written} here."), "a", named("gfm"))
    (outcome,) = draft([request], [engine], "en", "es", names=kept)
    assert [text.replace("“”", "") for text in engine.texts] == ["We met  here."]
    assert outcome.unit.msgstr.replace("“Nadie”", "Nadie") in ("WO MOT Nadie HORO.", f"WO MOT {written} HORO."), (
        outcome.reason
    )


@pytest.mark.parametrize(
    "text", ["Sumithra is a name.", "Unit 123 is red.", "A brien is no name.", "The rahmani lamb."]
)
def test_another_word_is_no_name(text: str) -> None:
    engine = remote()
    kept = Redaction(parse(b"Sumi\nUnit 12\nO'Brien\nAl Rahman", "names.txt"), "es")
    draft_of = draft([Request(Unit(text), "a", named("gfm"))], [engine], "en", "es", names=kept)
    assert [outcome.unit.msgstr for outcome in draft_of] == [shout(text)]


def test_a_neighbour_is_cut_once_its_names_are_hidden() -> None:
    seen: list[Context] = []

    def look(query: Query, encoding: str) -> Answer:
        seen.append(query.context)
        return Fake().reply(query, encoding)

    engine = remote(reply=look, capabilities=frozenset(Capability))
    for length in range(480, 500):
        before, after = "Sumi Rahman " + "x" * length, "x" * length + " Sumi Rahman"
        drafted("The house is red.", engine, context=Context(before=(before,), after=(after,)))
    assert all(len(near) <= 500 for context in seen for near in (*context.before, *context.after))
    assert not any(part in repr(seen) for part in ("Sumi", "umi", "Rah", "ahman", "man"))


@pytest.mark.parametrize("message", ["Su<wbr>mi left.", "Sumi<!-- x --> Rahman left.", "Sumi[^1] Rahman left."])
def test_the_words_of_a_neighbour_have_no_seam_in_a_name(message: str) -> None:
    assert names().hidden(words(message, named("gfm"))) == "… left."


def test_each_language_has_its_own_spelling() -> None:
    assert "সুমি রহমান" in drafted("We met Sumi Rahman.", remote(), "bn").unit.msgstr
    assert "Sumi Ramán" in drafted("We met Sumi Rahman.", remote(), "es-MX").unit.msgstr
    assert "Sumi Rahman" in drafted("We met Sumi Rahman.", remote(), "de").unit.msgstr


def test_spellings_of_other_languages_are_kept_back_too() -> None:
    engine = remote()
    drafted("The sign says সুমি রহমান in blue.", engine)
    assert engine.texts == ["The sign says  in blue."]


def test_what_is_told_beside_the_text_holds_no_name() -> None:
    seen: list[Context] = []

    def look(query: object, encoding: str) -> object:
        seen.append(query.context)  # type: ignore[attr-defined]
        return Fake().reply(query, encoding)  # type: ignore[arg-type]

    engine = remote(reply=look, capabilities=frozenset(Capability))
    context = Context(
        "The day of Sumi", ("At Kowalski's",), "Ask Sumi", ("Sumi left.",), ("Then Kowalski came.",),
        (("Sumi", "Sumi"), ("well", "pozo")), (("Sumi came.", "Vino Sumi."), ("A well.", "Un pozo.")),
    )  # fmt: skip
    drafted("The house is red.", engine, context=context)
    assert seen == [
        Context(
            "The day of …",
            ("At …'s",),
            "Ask …",
            ("… left.",),
            ("Then … came.",),
            (("well", "pozo"),),
            (("A well.", "Un pozo."),),
        )
    ]


def test_a_name_that_does_not_come_back_is_no_draft() -> None:
    from i18n.draft.engine import Translation

    outcome = drafted("We met Sumi Rahman here.", remote(reply=lambda *_: Translation(("La vimos aquí.",))))
    assert not outcome.engine
    assert outcome.unit.comments == ("draft refused: fake: a placeholder was lost",)


@pytest.mark.parametrize(
    ("file", "line"),
    [
        (b"Sumi\n| bn: x\n", 2),
        (b"Sumi | Rahman\n", 1),
        (b"Sumi | bn:\n", 1),
        (b"Sumi | not a tag: x\n", 1),
        (b"Ann\nRen\xe9\n", 2),
    ],
)
def test_a_slip_in_the_file_is_told_without_a_name(file: bytes, line: int) -> None:
    with pytest.raises(InputError) as caught:
        parse(file, "names.txt")
    assert caught.value.line == line
    assert not any(name in str(caught.value) for name in ("Sumi", "Rahman", "Ren"))


def test_an_empty_file_keeps_nothing_back() -> None:
    assert parse(b"\xef\xbb\xbf# nobody\r\n\r\n", "names.txt") == ()
    engine = remote()
    (outcome,) = draft(
        [Request(Unit("We met Sumi."), "a", named("gfm"))], [engine], "en", "es", names=names(file="# nobody\n")
    )
    assert outcome.unit.msgstr == shout("We met Sumi.")
