"""Is what we write what gettext writes? Asked of the real msgcat."""

from __future__ import annotations

import dataclasses
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings

from i18n.catalog.codec import serialize
from i18n.model import Catalog, Reference, Unit
from tests.catalog.strategies import catalogs
from tests.real.programs import needs

pytestmark = needs("gettext")


def msgcat(data: bytes) -> bytes:
    """What msgcat makes of a catalog; it warns about control characters, which do no harm."""
    return subprocess.run(
        ["msgcat", "--no-wrap", "--force-po", "-"],
        input=data,
        capture_output=True,
        check=True,
        env={"LC_ALL": "C.UTF-8"},
    ).stdout


def known_to_gettext(unit: Unit) -> Unit:
    """Leave out what msgcat drops or garbles: flags it does not know, other references beside one with spaces."""
    spaced = [reference for reference in unit.references if " " in reference.path]
    return dataclasses.replace(
        unit,
        flags=tuple(flag for flag in unit.flags if flag in ("c-format", "no-wrap")),
        references=tuple(spaced[:1]) or unit.references,
    )


@given(catalogs())
@settings(max_examples=150)
def test_the_bytes_are_those_of_msgcat(catalog: Catalog) -> None:
    known = dataclasses.replace(catalog, units=tuple(map(known_to_gettext, catalog.units)))
    data = serialize(known)
    assert msgcat(data) == data


def test_the_fixture_is_what_gettext_writes() -> None:
    whole = Path(__file__).parent.parent.joinpath("catalog", "whole.po").read_bytes()
    assert msgcat(whole) == whole


@pytest.mark.parametrize(
    "unit",
    [
        Unit("a", fuzzy=True),
        Unit("a", obsolete=True),
        Unit("a", "b", obsolete=True, comments=("x",), extracted=("y",), references=(Reference("z.md", 1),)),
        Unit("a", previous_msgctxt="c"),
        Unit("a", comments=("x  ", "y\nz", "\\")),
        Unit("a", extracted=("x", "", "y\\")),
        Unit("a", references=tuple(Reference("source/field-notes.md", line) for line in (3, 3, *range(5, 30)))),
        Unit("a", references=(Reference("source/my report.md", 3),)),
        Unit("a", references=tuple(Reference(f"source/{letter * 9}.md", 3) for letter in "äöü한")),
        Unit("a\n\nb\n"),
        Unit("\n"),
        Unit("\n\n", "\n\n"),
        Unit("\a\b\t\v\f\r\x1b\x7f\x85\u2028\u200f\ufeff"),
        Unit("a", msgid_plural="b"),
        Unit("x" * 300, "한" * 300),
    ],
)
def test_what_gettext_would_not_write_is_not_written(unit: Unit) -> None:
    data = serialize(Catalog((("Content-Type", "text/plain; charset=UTF-8"),), (unit,)))
    assert msgcat(data) == data
