"""What becomes of finished work when another version cuts the articles into other messages?"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.carried import SAME, TOML, is_finished, states, translated
from i18n.catalog.headers import FORMAT
from i18n.model import Unit
from i18n.words.folding import single_spaced
from tests.cli.commands import catalog, i18n, untouched, write
from tests.fixtures import DATA

OLD = DATA / "format_1"
"""Articles by dialect, and catalogs as format 1 had them, with every message finished."""
STARTED = {
    "mkdocs": ["Use a bench and wear gloves"],
    "myst": ["Under the old tree we sat and ate"],
    "jekyll": ["hammer: Take care of your thumb."],
}
"""Those whose translation is not cut as they are: fuzzy."""


def name(dialect: str) -> str:
    return "SUMMARY" if dialect == "mdbook" else "a"


def upgraded(project: Path, dialect: str) -> None:
    """Lay out a project as the version before left it."""
    write(project, "i18n.toml", TOML.format(dialect=dialect, code="skip"))
    write(project, f"source/{name(dialect)}.md", "")
    shutil.copy(OLD / f"{dialect}.md", project / f"source/{name(dialect)}.md")
    write(project, f"locales/de/LC_MESSAGES/{name(dialect)}.po", "")
    shutil.copy(OLD / f"{dialect}.po", project / f"locales/de/LC_MESSAGES/{name(dialect)}.po")


def units(project: Path, dialect: str) -> tuple[Unit, ...]:
    return catalog(project, name(dialect)).units


@pytest.mark.parametrize("dialect", sorted(path.stem for path in OLD.glob("*.md")))
def test_what_was_finished_stays_so_or_is_fuzzy_with_what_it_was(tmp_path: Path, dialect: str) -> None:
    upgraded(tmp_path, dialect)
    before = units(tmp_path, dialect)
    i18n(tmp_path, "extract")
    after = units(tmp_path, dialect)
    found = list(states(before, after))
    assert len(found) == len(before)
    started = [unit.msgid for unit, state in found if state == "fuzzy"]
    assert started == STARTED.get(dialect, [])
    assert all(state in (SAME, "carried") or unit.msgid in started for unit, state in found)
    for unit in filter(is_finished, after):
        assert single_spaced(unit.msgstr) == single_spaced(translated(unit.msgid))
    assert dict(catalog(tmp_path, name(dialect)).headers)["X-Manytongues-Format"] == FORMAT
    there = untouched(tmp_path)
    assert "all up to date" in i18n(tmp_path, "extract", "--verify").stdout
    assert untouched(tmp_path) == there


def test_numbers_that_were_none_are_messages_that_nobody_translated(tmp_path: Path) -> None:
    upgraded(tmp_path, "vitepress")
    before = {unit.key for unit in units(tmp_path, "vitepress")}
    i18n(tmp_path, "extract")
    new = [
        unit for unit in units(tmp_path, "vitepress") if unit.key not in before and any(map(str.isdigit, unit.msgid))
    ]
    assert [(unit.msgid, unit.msgstr) for unit in new] == [("12.5", ""), ("1,250", ""), ("50 %", "")]


def test_of_all_that_was_finished_most_stays_so(tmp_path: Path) -> None:
    count: Counter[str] = Counter()
    for path in OLD.glob("*.md"):
        upgraded(tmp_path / path.stem, path.stem)
        before = units(tmp_path / path.stem, path.stem)
        i18n(tmp_path / path.stem, "extract")
        count.update(state for _, state in states(before, units(tmp_path / path.stem, path.stem)))
    assert count["carried"] > count[SAME] / 2  # what changed is nearly all there is in them
    assert count["fuzzy"] == sum(map(len, STARTED.values()))
    assert count["obsolete"] == count["lost"] == 0


def test_the_same_catalog_of_our_own_format_is_merged_as_ever(tmp_path: Path) -> None:
    upgraded(tmp_path, "gfm")
    path = tmp_path / "locales/de/LC_MESSAGES/a.po"
    path.write_bytes(path.read_bytes().replace(b'Format: 1\\n"', f'Format: {FORMAT}\\n"'.encode()))
    i18n(tmp_path, "extract")
    found = {unit.msgid: unit for unit in units(tmp_path, "gfm")}
    assert not found["Season"].msgstr
    assert not found["Rake the leaves"].msgstr


def test_the_command_says_how_many_were_carried_over(tmp_path: Path) -> None:
    upgraded(tmp_path, "gfm")
    result = i18n(tmp_path, "extract", "--check")
    assert result.exit_code == 1
    result = i18n(tmp_path, "extract")
    assert re.findall(r"^article .*|^a.md .*", result.stdout, re.MULTILINE) == [
        "article  locale  new  changed  obsolete  back  carried over",
        "a.md     de        0        0         0     0             7",
    ]
    assert "7 messages carried over from an older form: as finished as before.\n" in result.stdout
    assert "carried over" not in i18n(tmp_path, "extract").stdout


def test_a_catalog_in_which_nothing_changed_is_only_marked(tmp_path: Path) -> None:
    upgraded(tmp_path, "hugo")
    i18n(tmp_path, "extract")
    for path in (tmp_path / "locales").rglob("*.po*"):
        path.write_bytes(path.read_bytes().replace(f'Format: {FORMAT}\\n"'.encode(), b'Format: 1\\n"'))
    before = (tmp_path / "locales/de/LC_MESSAGES/a.po").read_bytes()
    result = i18n(tmp_path, "extract", "--check")
    assert result.exit_code == 0
    assert result.stdout == (
        "In 1 catalog only the number of the rules that cut messages changes.\n"
        "1 article, 3 messages: 1 template and 1 catalog would be written.\n"
    )
    i18n(tmp_path, "extract")
    after = (tmp_path / "locales/de/LC_MESSAGES/a.po").read_bytes()
    assert after == before.replace(b'Format: 1\\n"', f'Format: {FORMAT}\\n"'.encode())
