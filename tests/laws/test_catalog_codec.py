"""Laws of reading and writing catalogs."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from i18n.catalog import codec, reading
from i18n.catalog.codec import parse, serialize
from i18n.errors import InputError
from i18n.model import Catalog
from tests.catalog.strategies import ODD, catalogs


def without_lines(catalog: Catalog) -> Catalog:
    return dataclasses.replace(catalog, units=tuple(dataclasses.replace(unit, line=0) for unit in catalog.units))


@given(catalogs())
def test_what_is_written_is_read_back(catalog: Catalog) -> None:
    assert without_lines(parse(serialize(catalog))) == catalog


@given(catalogs())
def test_each_unit_knows_the_line_of_its_msgid(catalog: Catalog) -> None:
    data = serialize(catalog)
    lines = data.decode().split("\n")
    for unit in parse(data).units:
        assert lines[unit.line - 1].removeprefix("#~ ").startswith("msgid ")


@given(catalogs())
def test_the_quick_reader_and_polib_agree_on_what_we_write(catalog: Catalog) -> None:
    text = serialize(catalog).decode()
    quick = reading.read(text)
    assert quick is None or quick == codec._by_polib(text, "")
    assert quick is not None or any(unit.msgid_plural for unit in catalog.units)


LINES = st.sampled_from(
    [
        *Path(__file__).parent.parent.joinpath("catalog", "po_lines.txt").read_text(encoding="utf-8").split("\n"),
        *('msgid "\x85\u2028"', "\x0c", "\u2003", "#. \x1f", "# \xa0x\xa0", "#\u2028x"),
    ]
)


@given(st.lists(LINES, max_size=14).map("\n".join))
@example("")
@example("\n\n")
@example('msgid "a"\nmsgstr ""')
@example('# one\n#, fuzzy\n# two\nmsgid ""\nmsgstr "A: b\\n"\n')
def test_the_quick_reader_and_polib_agree_on_whatever_comes(text: str) -> None:
    quick = reading.read(text)
    if quick is not None:
        assert quick == codec._by_polib(text, "")


@given(st.lists(LINES, max_size=14).map("\n".join) | st.text(ODD + 'msgidstr""\n\n'))
def test_any_text_is_read_or_refused_with_a_line(text: str) -> None:
    try:
        catalog = parse(text.encode(), "de.po")
    except InputError as refused:
        error: InputError | None = refused
    else:
        error = None
        assert len({unit.key for unit in catalog.units}) == len(catalog.units)
        assert without_lines(parse(serialize(catalog))) == without_lines(parse(serialize(parse(serialize(catalog)))))
    if error is not None:
        assert error.path == "de.po"
        assert 0 < error.line <= text.count("\n") + text.count("\r") + 1
        assert error.hint
