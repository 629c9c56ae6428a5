from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta, timezone

import pytest

from i18n.catalog.headers import FORMAT, clean, clean_comments, clean_unit, complete, dated, fresh, stamp
from i18n.model import Reference, Unit

NIGHT_IN_NAIROBI = datetime(2019, 2, 8, 1, 30, tzinfo=timezone(timedelta(hours=3)))
NEXT_MONTH = datetime(2019, 3, 7, 12, tzinfo=UTC)

OURS = (
    ("Project-Id-Version", "Field notes"),
    ("POT-Creation-Date", "2019-02-07 00:00+0000"),
    ("PO-Revision-Date", "2019-02-07 00:00+0000"),
    ("Last-Translator", ""),
    ("Language-Team", ""),
    ("Language", "pt_BR"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=3; plural=(n <= 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2);"),
    ("X-Source-Language", "en"),
    ("X-Generator", "Manytongues"),
    ("X-Manytongues-Format", FORMAT),
)
POEDIT = (
    ("Project-Id-Version", "Field notes"),
    ("Report-Msgid-Bugs-To", "editor@example.org"),
    ("POT-Creation-Date", "2019-02-07 00:00+0000"),
    ("PO-Revision-Date", "2019-02-08 01:30+0300"),
    ("Last-Translator", "Amina Yusuf <amina@example.org>"),
    ("Language-Team", "Team Nairobi"),
    ("Language", "pt_BR"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", OURS[9][1]),
    ("X-Generator", "Poedit 3.2"),
    ("X-Poedit-Basepath", "/home/amina/notes"),
    ("X-Poedit-SourceCharset", "UTF-8"),
    ("X-Poedit-SearchPath-0", "/home/amina"),
    ("X-Poedit-Bookmarks", "4,-1,-1"),
    ("X-Source-Language", "en"),
    ("X-Manytongues-Format", FORMAT),
    ("X-Odd", "?"),
)


def test_a_new_catalog_says_what_the_contract_lists_in_its_order() -> None:
    assert fresh("Field notes", "pt-BR", "en", "omit", NIGHT_IN_NAIROBI) == OURS


def test_a_new_template_leaves_to_the_editors_what_it_cannot_know() -> None:
    changed = {
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
        "Language": "",
        "Plural-Forms": "nplurals=INTEGER; plural=EXPRESSION;",
    }
    assert fresh("Field notes", None, "en", "omit", NIGHT_IN_NAIROBI) == tuple(
        (name, changed.get(name, value)) for name, value in OURS
    )


def test_the_day_is_that_in_utc_and_the_hour_is_nobodys_business() -> None:
    assert stamp(NIGHT_IN_NAIROBI, "omit") == "2019-02-07 00:00+0000"
    assert stamp(NIGHT_IN_NAIROBI, "keep") == "2019-02-08 01:30+0300"


def test_what_tells_on_a_person_is_taken_out_of_what_an_editor_wrote() -> None:
    wanted = dict(OURS) | {"X-Generator": "Poedit 3.2"}
    assert clean(POEDIT, "omit") == (*wanted.items(), ("X-Poedit-SourceCharset", "UTF-8"))


def test_everything_is_kept_where_the_project_says_so() -> None:
    kept = clean(POEDIT, "keep")
    assert sorted(kept) == sorted(POEDIT)
    assert [name for name, _ in kept][:5] == [name for name, _ in OURS][:5]
    assert dict(complete(POEDIT, "Field notes", "pt-BR", "en", "keep", NEXT_MONTH)) == dict(POEDIT)


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("X-Generator", "Poedit 3.2 /home/vera/x", "Poedit 3.2"),
        ("X-Generator", "Poedit 3.4.2", "Poedit 3.4.2"),
        ("X-Generator", "Lokalize 23.08.1", "Lokalize 23.08.1"),
        ("X-Generator", "Weblate 5.4-dev", "Weblate 5.4-dev"),
        ("X-Generator", "Weblate 5.4 vera", "Weblate 5.4"),
        ("X-Generator", "Translate Toolkit 3.9.0", "Translate Toolkit 3.9.0"),
        ("X-Generator", "Launchpad (build 1a2b)", "Launchpad"),
        ("X-Generator", "Loco https://localise.biz/vera", "Loco"),
        ("X-Generator", "Poedit3vera", "Manytongues"),
        ("X-Generator", "Vera's own tool", "Manytongues"),
        ("Generated-By", "Babel 2.12.1", "Babel 2.12.1"),
        ("Generated-By", "pygettext.py of Vera", None),
        ("X-Domain", "fieldnotes", None),
        ("X-Environment", "kde", None),
        ("X-Poedit-KeywordsList", "vera", None),
        ("X-Poedit-Flags-xgettext", "--vera", None),
        ("X-Poedit-Basepath", "..", None),
        ("X-Poedit-SourceCharset", "UTF-8", "UTF-8"),
        ("X-Poedit-SourceCharset", "vera", None),
        ("X-Language", "pt_BR", "pt_BR"),
        ("X-Language", "zh-Hant-TW", "zh-Hant-TW"),
        ("X-Language", "eva-canary", None),
        ("X-Crowdin-Project", "vera", None),
        ("X-Crowdin-Project-ID", "4711", "4711"),
        ("X-Crowdin-Project-ID", "4711 of Vera", None),
        ("X-Crowdin-Language", "de", "de"),
        ("X-Crowdin-File", "/vera/a.pot", None),
        ("X-Crowdin-File-ID", "12", "12"),
        ("X-Accelerator-Marker", "&", "&"),
        ("X-Accelerator-Marker", "vera", None),
        ("X-Text-Markup", "kde4", "kde4"),
        ("X-Text-Markup", "vera", None),
        ("X-Qt-Contexts", "true", "true"),
        ("X-Loco-Version", "2.6.4; wp-6.3", "2.6.4; wp-6.3"),
        ("X-Pootle-Revision", "12\n13", None),
        ("X-POOTLE-MTIME", "1400000000.000000", None),
        ("X-Launchpad-Export-Date", "2019-02-07 14:05+0000", None),
        ("X-Manytongues-Format", "Vera", None),
    ],
)
def test_fields_keep_values_of_their_form(name: str, value: str, kept: str | None) -> None:
    assert dict(clean(((name, value),), "omit")).get(name) == kept
    assert clean(((name, value),), "keep") == ((name, value),)


@pytest.mark.parametrize("personal", ["omit", "keep"])
def test_our_own_header_comes_back_equal(personal: str) -> None:
    for locale in ("pt-BR", None):
        first = fresh("Field notes", locale, "en", personal, NIGHT_IN_NAIROBI)  # type: ignore[arg-type]
        assert clean(first, personal) == first  # type: ignore[arg-type]
        assert complete(first, "Field notes", locale, "en", personal, NEXT_MONTH) == first  # type: ignore[arg-type]


def test_a_header_from_elsewhere_is_completed_without_losing_its_dates() -> None:
    poor = (("PO-Revision-Date", "2018-12-31 23:30-0100"), ("Content-Type", "text/plain; charset=CHARSET"))
    completed = dict(complete(poor, "Field notes", "pt-BR", "en", "omit", NIGHT_IN_NAIROBI))
    assert completed == dict(OURS) | {"PO-Revision-Date": "2019-01-01 00:00+0000"}


def test_a_catalog_that_is_brought_up_to_date_is_of_our_format() -> None:
    for before in ((("X-Manytongues-Format", "0"),), ()):
        assert dict(complete(before, "F", "de", "en", "omit", NEXT_MONTH))["X-Manytongues-Format"] == FORMAT


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2019-02-08 01:30+0300", "2019-02-07"),
        ("2019-03-01 00:10+0100", "2019-02-28"),
        ("2020-03-01 00:10+0100", "2020-02-29"),
        ("2019-01-01 00:10+01:00", "2018-12-31"),
        ("2018-12-31 23:30-0100", "2019-01-01"),
        ("2019-04-30 23:30-0930", "2019-05-01"),
        ("2019-02-07 14:05:59Z", "2019-02-07"),
        ("2019-02-07T14:05", "2019-02-07"),
        ("2019-02-07", "2019-02-07"),
    ],
)
def test_dates_of_editors_become_days_in_utc(date: str, day: str) -> None:
    assert clean((("PO-Revision-Date", date),), "omit") == (("PO-Revision-Date", f"{day} 00:00+0000"),)


@pytest.mark.parametrize("date", ["YEAR-MO-DA HO:MI+ZONE", "", "yesterday", "2019-13-01", "Thu Feb  7 14:05 EAT 2019"])
def test_what_is_no_date_is_left_open(date: str) -> None:
    assert clean((("PO-Revision-Date", date),), "omit") == (("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),)
    assert (
        dict(complete((("PO-Revision-Date", date),), "F", "de", "en", "omit", NIGHT_IN_NAIROBI))["PO-Revision-Date"]
        == "2019-02-07 00:00+0000"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Amina Yusuf <amina@example.org>, 2019.",
        "Amina Yusuf, 2018, 2019.",
        "amina@example.org",
        "Translators:",
        "Translated by Amina Yusuf",
        "Last-Translator: Amina",
        "Copyright (C) YEAR THE PACKAGE'S COPYRIGHT HOLDER",
        "FIRST AUTHOR <EMAIL@ADDRESS>, YEAR.",
    ],
)
def test_comments_of_a_header_that_name_a_person_are_dropped(line: str) -> None:
    assert clean_comments(("Say du, not Sie.", "", line), "omit") == ("Say du, not Sie.",)
    assert clean_comments(("Say du, not Sie.", line), "keep") == ("Say du, not Sie.", line)


@pytest.mark.parametrize(
    "line", ["Say du, not Sie.", "Since 2019 we write Dorfälteste.", "Check the translation of links.", ""]
)
def test_other_comments_of_a_header_stay(line: str) -> None:
    assert clean_comments((line,), "omit") == (line,)


VILLAGE = Unit("The village", "Das Dorf", extracted=("paragraph",), references=(Reference("a.md", 3),))


@pytest.mark.parametrize(
    "after",
    [
        VILLAGE,
        dataclasses.replace(VILLAGE, comments=("ask Maria",)),
        dataclasses.replace(VILLAGE, extracted=("heading 2",), references=(Reference("a.md", 4),), flags=("no-wrap",)),
        dataclasses.replace(VILLAGE, line=12),
    ],
)
def test_dates_stay_where_comments_alone_change(after: Unit) -> None:
    assert dated(OURS, [VILLAGE], [after], "omit", NEXT_MONTH) == OURS
    assert dated(OURS, [VILLAGE], [after], "omit", NEXT_MONTH, template=OURS) == OURS


@pytest.mark.parametrize("after", [[], [dataclasses.replace(VILLAGE, msgid="A village")], [VILLAGE, Unit("A road")]])
def test_a_template_is_of_the_day_its_messages_changed(after: list[Unit]) -> None:
    changed = dict(dated(OURS, [VILLAGE], after, "omit", NEXT_MONTH))
    assert changed == dict(OURS) | {"POT-Creation-Date": "2019-03-07 00:00+0000"}


@pytest.mark.parametrize(
    "change", [{"msgstr": "Ein Dorf"}, {"fuzzy": True}, {"obsolete": True}, {"previous_msgid": "x"}]
)
def test_a_catalog_is_of_the_day_its_texts_changed(change: dict[str, object]) -> None:
    after = [dataclasses.replace(VILLAGE, **change)]  # type: ignore[arg-type]
    changed = dated(OURS, [VILLAGE], after, "omit", NEXT_MONTH, template=OURS)
    assert dict(changed) == dict(OURS) | {"PO-Revision-Date": "2019-03-07 00:00+0000"}


def test_a_catalog_takes_over_the_day_of_its_template() -> None:
    newer = fresh("Field notes", None, "en", "omit", NEXT_MONTH)
    changed = dated(OURS, [VILLAGE], [VILLAGE], "omit", NEXT_MONTH, template=newer)
    assert dict(changed) == dict(OURS) | {"POT-Creation-Date": "2019-03-07 00:00+0000"}


def test_what_other_programs_extracted_stays_at_obsolete_units_without_people() -> None:
    told = ("Vera Canary <vera@example.org> wrote this", "a ship", "Deadline 2026-11-29")
    obsolete = Unit("old", extracted=told, obsolete=True)
    assert clean_unit(obsolete, "omit").extracted == ("wrote this", "a ship", "Deadline 2026-11-29")
    assert clean_unit(obsolete, "keep") == obsolete
    live = Unit("new", extracted=told)
    assert clean_unit(live, "omit") == live, "they are the article's"
