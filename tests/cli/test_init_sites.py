"""`i18n init` in sites of every generator: what it reads there, and that the next command works."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from i18n.catalog import codec
from i18n.project import Project, find_articles, load
from i18n.store import LocalStore
from tests.cli.commands import files, i18n, write

SITES = sorted((Path(__file__).parents[1] / "data" / "sites").glob("*.txt"))
_FILE = re.compile(r"^-- (.+) --\n", re.MULTILINE)


def site(path: Path, folder: Path) -> dict[str, list[str]]:
    """Make a site of a fixture; gives what is expected of it, by key."""
    head, *pieces = _FILE.split(path.read_text(encoding="utf-8"))
    for name, text in zip(pieces[::2], pieces[1::2], strict=True):
        write(folder, name, text)
    expected: dict[str, list[str]] = defaultdict(list)
    for line in head.splitlines()[2:]:
        key, _, value = line.partition(":")
        if key:
            expected[key] += [value.strip()] if key in ("says", "data") else value.split()
    return expected


def loaded(folder: Path) -> Project:
    return load(str(folder), str(folder))


def translate_everything(folder: Path) -> None:
    """Give every message another text."""
    for path in folder.glob("*/LC_MESSAGES/**/*.po"):
        catalog = codec.parse(path.read_bytes())
        units = tuple(replace(unit, msgstr=f"{unit.msgid} X") for unit in catalog.units)
        path.write_bytes(codec.serialize(replace(catalog, units=units)))


@pytest.mark.parametrize("path", SITES, ids=lambda path: path.stem)
def test_a_site_is_read_as_its_generator_reads_it(path: Path, tmp_path: Path) -> None:
    expected = site(path, tmp_path)
    before = files(tmp_path)
    result = i18n(tmp_path, "init", *expected["init"])
    assert result.exit_code == 0, result.stderr
    said = result.stdout
    assert [line for line in expected["says"] if line not in said] == [], said
    assert {name: data for name, data in files(tmp_path).items() if name != "i18n.toml"} == before
    project = loaded(tmp_path)
    assert list(project.source.path) == expected["path"]
    assert [project.source_locale] == expected["source_locale"]
    assert list(project.locales) == expected["locales"]
    assert sorted(project.source.exclude) == sorted(expected["exclude"])
    assert [project.catalog_folders[1]] == [f"{name}/templates" for name in expected["catalogs"] or ["locales"]]
    assert [project.bundle.path] == (expected["bundles"] or ["bundles"])
    assert [f"{each.glob}: {', '.join(each.keys)}" for each in project.source.data] == expected["data"]
    assert set(expected["front_matter"]) <= set(project.source.front_matter)
    assert set(expected["includes"]) <= set(project.source.include)
    assert [known.path for known in find_articles(LocalStore(str(tmp_path)), project).articles] == expected["articles"]
    extracted = i18n(tmp_path, "extract")
    assert (extracted.exit_code, extracted.stderr) == (0, "")
    assert [project.build.path] == (expected["build"] or ["dist"])
    assert [project.build.layout] == (expected["layout"] or ["plain"])
    translate_everything(tmp_path / project.catalog_folders[0])
    made = set(files(tmp_path))
    assert i18n(tmp_path, "build").exit_code == 0
    built = sorted(set(files(tmp_path)) - made)
    assert [page for page in built if not page.endswith("manifest.json")] == sorted(expected["pages"])
    assert i18n(tmp_path, "extract").stdout.endswith("all up to date.\n")
    assert i18n(tmp_path, "sites").exit_code == 0


def test_there_is_a_site_of_every_generator() -> None:
    from i18n.sites import SITES as GENERATORS

    said = "\n".join(path.read_text(encoding="utf-8") for path in SITES)
    missing = [each.name for each in GENERATORS if f"{each.name} " not in said and f"{each.name}\n" not in said]
    assert missing == []
