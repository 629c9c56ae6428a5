"""Is what we write what gettext writes? Asked of the real msgcat."""

from __future__ import annotations

import dataclasses
import subprocess

from hypothesis import given, settings

from i18n.catalog.codec import serialize
from i18n.model import Catalog, Unit
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
