"""Does the real msgfmt accept what we write, without a word?"""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime

import pytest
from babel import localedata
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.catalog.codec import serialize
from i18n.catalog.headers import complete, fresh
from i18n.catalog.merge import merge
from i18n.catalog.origin import mark, refusal
from i18n.locales import canonical
from i18n.model import Catalog, Reference, Unit
from i18n.project.tables import Translators
from tests.real.programs import needs

pytestmark = needs("gettext")

NOW = datetime(2019, 2, 7, 12, tzinfo=UTC)
LANGUAGES = sorted({canonical(name.replace("_", "-").split("-")[0]) for name in localedata.locale_identifiers()})
EXPECTED = ["de", "es", "ko", "ar", "pt-BR", "zh-Hant", "sr-Latn", "ca-valencia", "hmn"]


def words_of_msgfmt(data: bytes) -> str:
    return subprocess.run(
        ["msgfmt", "--check", "--output-file=/dev/null", "-"],
        input=data,
        capture_output=True,
        env={"LC_ALL": "C.UTF-8"},
    ).stderr.decode()


UNITS = (
    Unit("The village\nwaited.", "Das Dorf\nwartete.", extracted=("paragraph",), references=(Reference("a b.md", 3),)),
    mark(Unit("A road"), "Eine Straße", "apertium"),
    refusal(Unit("A `{name}` of 100%"), "a placeholder was lost"),
    Unit("Home", "Start", msgctxt="menu", fuzzy=True, previous_msgid="House"),
    Unit("Gone", "Weg", obsolete=True, fuzzy=True, previous_msgid="Gone by"),
)


@pytest.mark.parametrize("personal", ["omit", "keep"])
def test_our_catalogs_pass_without_a_warning(personal: Translators) -> None:
    for locale in (*EXPECTED, *LANGUAGES):
        header = fresh("Field notes", locale, "en", personal, NOW)
        assert words_of_msgfmt(serialize(Catalog(header, UNITS))) == "", locale


def test_a_catalog_made_of_a_template_passes() -> None:
    template = Catalog(
        fresh("Field notes", None, "en", "omit", NOW), tuple(Unit(unit.msgid) for unit in UNITS), fuzzy=True
    )
    catalog = merge(Catalog(fresh("Field notes", "de", "en", "omit", NOW)), template).catalog
    assert words_of_msgfmt(serialize(catalog)) == ""


def test_a_header_that_an_editor_left_poor_passes_once_it_is_completed() -> None:
    poor = (
        ("Language", "de"),
        ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),
        ("Content-Type", "text/plain; charset=CHARSET"),
    )
    assert "warning" in words_of_msgfmt(serialize(Catalog(poor, UNITS)))
    assert words_of_msgfmt(serialize(Catalog(complete(poor, "F", "de", "en", "omit", NOW), UNITS))) == ""


@given(st.lists(st.text('a {}%s<>&#"\\ü\u2028한', min_size=1), unique=True), st.text("ü%{} d", min_size=1))
@settings(max_examples=40)
def test_no_text_makes_it_complain(msgids: list[str], msgstr: str) -> None:
    header = fresh("Field notes", "de", "en", "omit", NOW)
    assert words_of_msgfmt(serialize(Catalog(header, tuple(Unit(msgid, msgstr) for msgid in msgids)))) == ""
