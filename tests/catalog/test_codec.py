"""Catalogs as gettext, the editors, careless hands and version control leave them."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from i18n.catalog import reading
from i18n.catalog.codec import parse, serialize
from i18n.errors import InputError
from i18n.model import Catalog, Reference, Unit

HEADER = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'

WHOLE = Path(__file__).with_name("whole.po").read_text(encoding="utf-8")
"""Every part that an entry can have, as gettext writes it."""


def test_every_part_of_a_catalog_is_read_and_written() -> None:
    catalog = parse(WHOLE.encode())
    assert catalog == Catalog(
        headers=(
            ("Project-Id-Version", "Field notes"),
            ("Last-Translator", ""),
            ("Content-Type", "text/plain; charset=UTF-8"),
        ),
        comments=("Say du, not Sie.", ""),
        fuzzy=True,
        units=(
            Unit(
                'The "new" village',
                "Das „neue“ Dorf",
                msgctxt="title",
                fuzzy=True,
                previous_msgid='The "old" village',
                previous_msgctxt="menu",
                comments=("ask Maria", "draft: apertium sha=01234567"),
                extracted=("heading 2", "the name of a village"),
                references=(Reference("source/report.md", 3), Reference("source/report.md", 17)),
                flags=("no-wrap",),
                line=19,
            ),
            Unit("First line\n", "Erste Zeile\n", references=(Reference("source/my report.md", 3),), line=23),
            Unit("First line\nsecond line", line=26),
            Unit("a day", msgid_plural="days", msgstr_plural=("ein Tag", "Tage"), line=31),
            Unit(
                "Gone",
                "Weg\nund fort",
                msgctxt="title",
                fuzzy=True,
                previous_msgid="Gone by",
                comments=("was a list",),
                obsolete=True,
                line=40,
            ),
        ),
    )
    assert serialize(catalog).decode() == WHOLE


@pytest.mark.parametrize("mangle", [
    lambda text: "\ufeff" + text,
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace("\n", "\r"),
    lambda text: "\n\n" + text + "\n\n",
    lambda text: text.removesuffix("\n"),
    lambda text: text.replace("\n\n", "\n\n\n"),
    lambda text: text.replace("\n\n", "\n \t\n"),
    lambda text: text.replace("#, fuzzy, no-wrap", "#, fuzzy\n#,no-wrap"),
    lambda text: text.replace('"\n', '" \n'),
    lambda text: text.replace("msgstr ", "msgstr\t"),
    lambda text: text.replace("First line", 'Fi" "rst \\x6ci\\156e'),
    lambda text: text.replace("„neue“", "\\342\\200\\236neue\\xe2\\x80\\x9c"),
    lambda text: text.replace("#. heading 2", "#.heading 2\n#."),
    lambda text: text.replace("# ask Maria", "#ask Maria"),
    lambda text: text.replace("# ask Maria", "#\n# ask Maria  "),
    lambda text: text.replace("#~ msgid", "#~   msgid"),
    lambda text: text.replace("source/report.md:17", "\n#: source/report.md:17"),
    lambda text: text.replace("# was a list", "#~ # was a list"),
    lambda text: text + "#\n",
    lambda text: text + "#:\n",
])  # fmt: skip
def test_other_spellings_of_the_same_are_read_the_same(mangle: object) -> None:
    assert callable(mangle)
    assert serialize(parse(mangle(WHOLE).encode())).decode() == WHOLE


WRAPPED_BY_POEDIT = HEADER + (
    '#. paragraph\n#: source/report.md:3 source/report.md:17\n#: source/report.md:20\nmsgid ""\n'
    '"The village waited three years for clean water. The village waited three "\n"years for clean water."\n'
    'msgstr ""\n"Das Dorf wartete "\n"drei Jahre."\n'
)


def test_wrapped_strings_are_one_string() -> None:
    [unit] = parse(WRAPPED_BY_POEDIT.encode()).units
    assert (
        unit.msgid
        == "The village waited three years for clean water. " * 1 + "The village waited three years for clean water."
    )
    assert unit.msgstr == "Das Dorf wartete drei Jahre."
    assert [reference.line for reference in unit.references] == [3, 17, 20]


@pytest.mark.parametrize("text", [WHOLE.split('msgid "a day"')[0] + WHOLE[WHOLE.index("# was") :], WRAPPED_BY_POEDIT])
def test_what_gettext_and_editors_write_is_read_the_quick_way(text: str) -> None:
    assert reading.read(text) is not None


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('msgid "a\nmsgstr ""\n', 1, "does not end"),
        ('msgid "a"\nmsgstr "b" c\n', 2, "follows"),
        ('msgid "a"\nmsgstr "b"c"\n', 2, "does not end|follows"),
        ('msgid "a"\nmsgstr "\\q"\n', 2, "means nothing"),
        ('msgid "a"\nmsgstr "\\377"\n', 2, "no character"),
        ('msgid "a"\nmsgstr "\\0"\n', 2, "no character"),
        ('msgid "a"\n\nmsgid "b"\nmsgstr ""\n', 1, "no msgstr"),
        ('msgid "a"\nmsgstr ""\n\nmsgctxt "b"\n', 4, "no msgstr"),
        ('msgstr "a"\n', 1, "where it stands"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 3, "where it stands"),
        ('msgid "a"\nmsgstr[0] "b"\n', 2, "where it stands"),
        ('# x\n"a"\n', 2, "where it stands"),
        ('msgid "a"\nmsgstr ""\n#, fuzzy\n"b"\n', 4, "where it stands"),
        ('msgid "a"\n#. late\nmsgstr "b"\n', 3, "where it stands"),
        ("msgid a\n", 1, "no comment and no string"),
        ("<<<<<<< HEAD\n", 1, "no comment and no string"),
        ("{}\n", 1, "no comment and no string"),
        ('#| old\nmsgid "a"\nmsgstr "b"\n', 1, "no string"),
        ('#~ msgid\n', 1, "no string"),
    ],
)  # fmt: skip
def test_what_is_broken_is_refused_with_its_line(text: str, line: int, problem: str) -> None:
    with pytest.raises(InputError, match=problem) as refused:
        parse((HEADER + text).encode(), "locales/de/report.po")
    assert refused.value.line == HEADER.count("\n") + line
    assert refused.value.path == "locales/de/report.po"
    assert refused.value.hint


def test_conflicts_of_version_control_are_called_by_their_name() -> None:
    with pytest.raises(InputError) as refused:
        parse((HEADER + 'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> x\n').encode())
    assert "Two versions" in refused.value.hint


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16", "shift_jis", "koi8-r"])
def test_another_charset_is_refused_with_what_to_do(encoding: str) -> None:
    text = HEADER.replace("UTF-8", encoding.upper()) + 'msgid "a"\nmsgstr "\u00b0"\n'
    with pytest.raises(InputError) as refused:
        parse(text.encode(encoding), "de.po")
    assert encoding.upper() in refused.value.message or "UTF-8" in refused.value.message
    assert refused.value.hint


def test_another_charset_is_refused_even_if_nothing_in_the_file_shows_it() -> None:
    with pytest.raises(InputError, match="declares the charset ISO-8859-1"):
        parse(HEADER.replace("UTF-8", "ISO-8859-1").encode(), "de.po")


@pytest.mark.parametrize("charset", ["UTF-8", "utf8", "ASCII", "US-ASCII", "CHARSET"])
def test_what_utf8_fulfils_is_accepted(charset: str) -> None:
    assert parse(HEADER.replace("UTF-8", charset).encode()).headers[0] == ("Language", "de")


def test_bytes_that_are_not_utf8_are_refused_with_their_line() -> None:
    with pytest.raises(InputError, match="byte") as refused:
        parse(HEADER.encode() + b'msgid "a"\nmsgstr "\xfc"\n', "de.po")
    assert refused.value.line == 7


@pytest.mark.parametrize("text", ["", "\n", "# only\n# comments\n", HEADER])
def test_a_catalog_may_be_empty(text: str) -> None:
    assert parse(text.encode()).units == ()


def test_a_file_without_a_header_keeps_the_comment_of_its_first_message() -> None:
    for text in ('# note\nmsgid "a"\nmsgstr "b"\n', '# note\n\nmsgid "a" \nmsgstr "b"\n'):
        assert parse(text.encode()) == Catalog(units=(Unit("a", "b", comments=("note",), line=text.count("\n") - 1),))


def test_an_empty_msgid_with_a_context_is_no_header() -> None:
    for text in ('msgctxt "c"\nmsgid ""\nmsgstr "b"\n', 'msgctxt "c"\nmsgid "" \nmsgstr "b"\n'):
        assert parse(text.encode()) == Catalog(units=(Unit("", "b", msgctxt="c", line=2),))


def test_a_header_line_without_a_colon_belongs_to_the_one_before() -> None:
    catalog = parse(b'msgid ""\nmsgstr ""\n"X-Poedit-KeywordsList: a;\\n"\n"b;c\\n"\n')
    assert catalog.headers == (("X-Poedit-KeywordsList", "a;\nb;c"),)
    assert parse(serialize(catalog)) == catalog


def test_a_path_to_a_file_is_read_as_text_not_as_the_file() -> None:
    with pytest.raises(InputError, match="no comment and no string"):
        parse(__file__.encode())


def test_a_message_said_twice_keeps_every_text() -> None:
    text = HEADER + (
        '#. one\nmsgid "a"\nmsgstr ""\n\n# ask Maria\n#. two\nmsgid "a"\nmsgstr "first"\n\n'
        '#, fuzzy\nmsgid "a"\nmsgstr "second\\n\\"two\\""\n\nmsgid "b"\nmsgstr "B"\n\n#~ msgid "a"\n#~ msgstr "third"\n'
    )
    catalog = parse(text.encode())
    assert [dataclasses.replace(unit, line=0) for unit in catalog.units] == [
        Unit(
            "a",
            "first",
            comments=("ask Maria", r'duplicate: "second\n\"two\""', 'duplicate: "third"'),
            extracted=("one",),
        ),
        Unit("b", "B"),
    ]
    assert parse(serialize(catalog)).units[0].comments == catalog.units[0].comments


def test_of_two_texts_the_finished_one_stays() -> None:
    text = HEADER + '#, fuzzy\nmsgid "a"\nmsgstr "unsure"\n\nmsgid "a"\nmsgstr "sure"\n'
    [unit] = parse(text.encode()).units
    assert (unit.msgstr, unit.fuzzy, unit.comments) == ("sure", False, ('duplicate: "unsure"',))


def test_a_text_that_waits_as_obsolete_fills_the_empty_message() -> None:
    [unit] = parse((HEADER + 'msgid "a"\nmsgstr ""\n\n#~ msgid "a"\n#~ msgstr "b"\n').encode()).units
    assert (unit.msgstr, unit.obsolete, unit.comments) == ("b", False, ())


def test_the_same_text_twice_is_no_news() -> None:
    [unit] = parse((HEADER + 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "b"\n').encode()).units
    assert (unit.msgstr, unit.comments) == ("b", ())


@pytest.mark.parametrize(
    ("unit", "written"),
    [
        (Unit("a", fuzzy=True), 'msgid "a"\nmsgstr ""\n'),
        (Unit("a", obsolete=True), ""),
        (Unit("a", previous_msgctxt="c"), 'msgid "a"\nmsgstr ""\n'),
        (Unit("a", comments=("x  ", "y\nz", "\\")), '# x\n# y\n# z\n# \\ \nmsgid "a"\nmsgstr ""\n'),
        (Unit("a", comments=("", "x")), '# x\nmsgid "a"\nmsgstr ""\n'),
        (Unit("a", extracted=("x", "", "y")), '#. x\n#. y\nmsgid "a"\nmsgstr ""\n'),
        (Unit("a", references=(Reference("b.md"), Reference("b.md"))), '#: b.md\nmsgid "a"\nmsgstr ""\n'),
        (Unit("a\n\nb\n"), 'msgid ""\n"a\\n"\n"\\n"\n"b\\n"\nmsgstr ""\n'),
        (Unit("\n"), 'msgid "\\n"\nmsgstr ""\n'),
        (Unit("\a\b\t\v\f\r\x1b\u2028"), 'msgid "\\a\\b\\t\\v\\f\\r\x1b\u2028"\nmsgstr ""\n'),
        (Unit("a", msgid_plural="b"), 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] ""\n'),
    ],
)
def test_what_gettext_would_not_write_is_not_written(unit: Unit, written: str) -> None:
    assert serialize(Catalog(units=(unit,))).decode() == written
