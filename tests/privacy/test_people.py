"""Who is named in comments goes; every other word stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.privacy.people import without_people

GONE_FROM_HEADERS = [
    # gettext, Lokalize, Gtranslator, Zanata, Weblate
    "FIRST AUTHOR <EMAIL@ADDRESS>, YEAR.",
    "Copyright (C) YEAR THE PACKAGE'S COPYRIGHT HOLDER",
    "Copyright © 2019 Vera Canary",
    "Vera Canary <vera@example.org>, 2019.",
    "Vera Canary <vera@example.org>, 2019, 2020, 2021.",
    "Vera Canary <vera@example.org>, 2019-2021.",
    "Vera Canary <vera@example.org>, 2019. #zanata",
    "Anonymous <noreply@weblate.org>, 2020.",
    "Vera Canary, 2018, 2019.",
    "Ελένη Κώστα <vera@example.org>, 2019.",
    "vcanary <vera@example.org>, 2019.",
    "vera@example.org",
    # addresses that are meant for people
    "Vera Canary (vera at example dot org)",
    "Vera Canary <vera [at] example [dot] org>",
    "vera(at)example.org",
    "vera AT example DOT org",
    # handles and profiles
    "@vcanary",
    "@vcanary on IRC",
    "@vcanary@social.example",
    "@vcanary:example.org",
    "https://hosted.weblate.org/user/vcanary/",
    "https://www.transifex.com/user/profile/vcanary/",
    "https://crowdin.com/profile/vcanary",
    "https://pontoon.mozilla.org/contributors/vcanary/",
    "https://launchpad.net/~vcanary",
    "github.com/vcanary",
    # credits
    "Translators:",
    "Translators: Vera Canary, Jan Novák",
    "Translator: vcanary",
    "Last-Translator: Vera",
    "Translated by Vera Canary",
    "Translated into German by Vera Canary and Jan van der Berg",
    "German translation by Vera Canary, 2019",
    "Reviewed by Vera Canary <vera@example.org>",
    "Proofread by: Vera Canary",
    "Contributors: Vera Canary & Jan Novák",
    "Signed-off-by: Vera Canary <vera@example.org>",
    "Übersetzt von Vera Canary",
    "Übersetzung: Vera Canary",
    "Deutsche Übersetzung von Vera Canary",
    "Übersetzerin: Vera Canary",
    "Übersetzer*innen: Vera Canary und Jan Novák",
    "Überarbeitet durch Vera Canary, 2020.",
    "Traduit par Vera Canary",
    "Traduction : Vera Canary",
    "Traductrice : Vera Canary",
    "Traducido por Vera Canary",
    "Traductores: Vera Canary y Jan Novák",
    "Tradotto da Vera Canary",
    "Traduzione a cura di Vera Canary",
    "Traduzido por Vera Canary",
    "Tradutora: Vera Canary",
    "Vertaald door Vera Canary",
    "Översatt av Vera Canary",
    "Oversat af Vera Canary",
    "Kääntänyt Vera Canary",
    "Przetłumaczyła Vera Canary",
    "Tłumaczenie: Vera Canary",
    "Přeložila Vera Canary",
    "Fordította: Vera Canary",
    "Çeviren: Vera Canary",
    "Çevirmenler: Vera Canary",
    "Перевод: Вера Канарская",
    "Перевела Вера Канарская",
    "Переклад: Віра Канарська",
    "Μετάφραση: Βέρα Κανάρη",
    "ترجمة: سمية رحمن",
    "مترجم: سمیه رحمان",
    "תרגום: ורה קנרי",
    "अनुवादक: वेरा कैनरी",
    "অনুবাদক: সুমি রহমান",
    "翻译：李明",
    "譯者：李明",
    "翻訳者: 山田太郎",
    "번역: 김민수",
    "Người dịch: Vera Canary",
    "Diterjemahkan oleh Vera Canary",
    "Canary, Vera <vera@example.org>, 2010-2012.",
    "SPDX-FileContributor: Vera Canary",
    "Translation by Vera Canary with OmegaT",
    # what tools note of whoever saved
    "Last edited by vcanary on 2026-11-29 03:12:11",
    "Modified by Vera Canary at 2026-11-29 03:12",
    "Approved by Vera Canary on 2026-11-29",
    "Changed by Vera Canary",
    "Suggested by: Vera Canary",
]

CHANGED_ANYWHERE = [
    ("Vera Canary <vera@example.org>: is this right?", "is this right?"),
    ("vcanary <vera@example.org>: is this right?", "is this right?"),
    ("vera@example.org: is this right?", "is this right?"),
    ("Vera Canary (vera at example dot org): is this right?", "is this right?"),
    ("@vcanary: is this right?", "is this right?"),
    ("@vcanary is this right?", "is this right?"),
    ("Is this right, @vcanary?", "Is this right, ?"),
    ("Ask Vera Canary <vera@example.org> about this", "Ask about this"),
    ("Frage an Vera Canary <vera@example.org>: du oder Sie?", "Frage an du oder Sie?"),
    ("Should be a boat (Vera Canary <vera@example.org>)", "Should be a boat"),
    ("TODO Vera 2026-11-29 03:12", "TODO 2026-11-29"),
    ("TODO(vera): check the number", "TODO: check the number"),
    ("FIXME vcanary 2026-11-29 03:12: check the number", "FIXME 2026-11-29: check the number"),
    ("Changed on 2026-11-29 03:12+0100, see the map", "Changed on 2026-11-29, see the map"),
    ("2026-11-29T03:12:07Z: is this right?", "2026-11-29: is this right?"),
    ("Is this right? -- Vera Canary", "Is this right?"),
    ("Translator: Vera Canary, please check", "Translator: … please check"),
    ("Translated by Vera Canary in the village", "Translated by … in the village"),
    ("The boat is old, see https://launchpad.net/~vcanary", "The boat is old, see"),
    ("SPDX-FileCopyrightText: 2021, 2022 Vera Canary <vera@example.org>", "SPDX-FileCopyrightText: 2021, 2022"),
    ("[Vera Canary, 2026-11-29 03:12] is this right?", "is this right?"),
    ("vcanary (2026-11-29 03:12): is this right?", "is this right?"),
]

STAY_ANYWHERE = [
    "Say du, not Sie.",
    "Since 2019 we write Dorfälteste.",
    "Check the translation of links.",
    "Translation of proper names: keep them.",
    "Translators: keep the brackets.",
    "TRANSLATORS: The Village is a song.",
    "TRANSLATORS: %s is a number",
    "Translator's note: a pun on boat and vote.",
    "Übersetzt von Hand, bitte prüfen",
    "Übersetzt von Hand",
    "Übersetzt mit Wörterbuch",
    "Translated by DeepL",
    "Translated by machine, look at the verbs",
    "Übersetzung von Ortsnamen prüfen",
    "Reviewed, but the second sentence is odd",
    "Updated: the number changed",
    "Copyright lines stay untranslated.",
    "Write © before the year.",
    "Is this Geneva or Genf?",
    "Vera: is this right?",
    "Note: see the map",
    "Hinweis: Dorf oder Siedlung?",
    "The train leaves at 03:12.",
    "Read Mark 4:12 for this.",
    "Open from 10:00 to 12:30",
    "Deadline 2026-11-29",
    "Changed by mistake",
    "Created by hand on the coast",
    "Suggested by the glossary",
    "Approved by the council",
    "New York (2026-11-29): the day of the vote",
    "Edited by Monday",
    "Villages, see page 7",
    "see @docusaurus/core",
    "`@media` and `@vera` are code",
    "100 @ 5 each",
    "%@ is the name of the file",
    "{@link} stays",
    "C:\\@x stays",
    "look at example.org",
    "See https://github.com/org/repo/issues/5",
    "See https://example.org/notes/2019",
    "look at the dot over the i",
    "meet at noon",
    "Dorf -- nicht Stadt",
    "Dorf – Weiler",
    "TODO check the number",
    "TODO: Vera or Wera?",
    "FIXME before 2026-11-29",
    "XXX",
    "(?)",
    "<b> stays, </b> too",
    "  indented words  ",
    "- a list",
    "",
    "SOME DESCRIPTIVE TITLE.",
    "This file is distributed under the same license as the PACKAGE package.",
    "German translation of Field notes",
    "#, fuzzy is no flag here",
    "翻译时请保留括号",
    "يرجى الإبقاء على الأقواس",
    "Перевод проверить: слишком длинный",
    "번역할 때 괄호를 그대로 두세요",
    "Traduction de « village » à revoir",
]

STAY_AT_MESSAGES = [
    "Translation: Altes Dorf",
    "Übersetzung: Dorf",
    "Traducción: Pueblo Viejo",
    "La traducción de Casa",
    "Перевод: Деревня",
    "翻译：村庄",
    "Reviewed: Monday",
    "Geneva, 2019.",
    "Dorf",
    "Old Village",
]


@pytest.mark.parametrize("line", GONE_FROM_HEADERS)
def test_a_line_of_a_header_that_names_people_goes(line: str) -> None:
    assert without_people(("Say du.", line, "", "Keep the brackets."), header=True) == (
        "Say du.",
        "",
        "Keep the brackets.",
    )


@pytest.mark.parametrize(("line", "left"), CHANGED_ANYWHERE)
@pytest.mark.parametrize("header", [False, True])
def test_people_go_and_the_words_about_the_text_stay(line: str, left: str, *, header: bool) -> None:
    assert without_people((line,), header=header) == (left,)


@pytest.mark.parametrize("line", STAY_ANYWHERE)
@pytest.mark.parametrize("header", [False, True])
def test_other_words_stay_to_the_letter(line: str, *, header: bool) -> None:
    assert without_people((line,), header=header) == (line,)


@pytest.mark.parametrize("line", STAY_AT_MESSAGES)
def test_what_may_be_about_the_text_stays_at_a_message(line: str) -> None:
    assert without_people((line,)) == (line,)


def test_as_many_lines_stay_as_go() -> None:
    assert len(STAY_ANYWHERE) * 2 + len(STAY_AT_MESSAGES) >= len(GONE_FROM_HEADERS) + len(CHANGED_ANYWHERE)


def test_a_list_of_translators_goes_up_to_the_first_line_that_is_no_name() -> None:
    lines = (
        "German for Field notes",
        "",
        "Translators:",
        "  Vera Canary <vera@example.org>, 2019",
        "* Jan van der Berg",
        "vcanary",
        "@vcanary on IRC",
        "Нина Зорина, 2020",
        "Say du, not Sie.",
        "",
        "Launchpad Contributions:",
        "  Vera Canary https://launchpad.net/~vcanary",
    )
    assert without_people(lines, header=True) == ("German for Field notes", "", "Say du, not Sie.", "")
    assert without_people(("Translators:", "Keep the brackets.")) == ("Translators:", "Keep the brackets.")
    assert without_people(("Translators:", "Vera Canary", "Keep the brackets.")) == ("Keep the brackets.",)


def test_what_the_message_says_itself_may_stand_in_its_comments() -> None:
    for line in ("Keep @count here", "Is info@example.org right?"):
        assert without_people((line,), public="Write to info@example.org, @count times") == (line,)
        assert without_people((line,), public="Write to us") != (line,)


_LINES = [*GONE_FROM_HEADERS, *STAY_ANYWHERE, *STAY_AT_MESSAGES, *(line for line, _ in CHANGED_ANYWHERE)]
_words = st.sampled_from([word for line in _LINES for word in line.split(" ")])
_lines = st.lists(st.sampled_from(_LINES) | st.lists(_words, max_size=8).map(" ".join), max_size=6).map(tuple)


@given(_lines, st.booleans())
def test_doing_it_twice_changes_nothing_more(lines: tuple[str, ...], header: bool) -> None:
    once = without_people(lines, header=header)
    assert without_people(once, header=header) == once


@given(st.lists(st.text("abc d,.()äж한", max_size=30), max_size=5).map(tuple))
def test_lines_without_capitals_and_signs_come_back_as_they_are(lines: tuple[str, ...]) -> None:
    assert without_people(lines) == lines
