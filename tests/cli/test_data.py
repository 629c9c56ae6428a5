"""Menus and interface words from files of data, through the commands."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import get_args

import pytest

from i18n.project.tables import Layout
from tests.cli.commands import catalog, draft, files, i18n, more_configuration, translate, untouched, write

CONFIGURATION = """\
[project]
locales = ["de", "pt-BR"]
[source]
dialect = "hugo"
data = ["hugo.toml: title, menu.main[].name", "i18n/en.toml: *.other, *.one", "source/_data/nav.yml: [].title"]
[draft]
engines = ["memory"]
"""
SITE = 'title = "Harbour notes"\n[[menu.main]]\nname = "Boats" # first\nweight = 1\n'
WORDS = '[boats]\none = "One boat"\nother = "{{ .Count }} boats"\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site with an article, its configuration, its interface words, and a navigation next to the article."""
    write(tmp_path, "i18n.toml", CONFIGURATION)
    write(tmp_path, "source/index.md", "# Boats\n\nA [list](_data/nav.yml).\n")
    write(tmp_path, "source/_data/nav.yml", "- title: Boats\n  url: /boats/\n")
    write(tmp_path, "hugo.toml", SITE)
    write(tmp_path, "i18n/en.toml", WORDS)
    return tmp_path


def configured(project: Path, *entries: str, more: str = "") -> None:
    write(project, "i18n.toml", f'[project]\nlocales = ["de", "pt-BR"]\n[source]\ndata = {json.dumps(entries)}\n{more}')


def listed(project: Path) -> list[str]:
    return [*json.loads(i18n(project, "status", "--format", "json").stdout)["articles"]]


def test_a_file_of_data_has_a_catalog_of_its_own(project: Path) -> None:
    assert i18n(project, "extract").exit_code == 0
    assert [unit.extracted for unit in catalog(project, "hugo.toml").units] == [
        ("data value title",),
        ("data value menu.main[].name",),
    ]
    (unit,) = catalog(project, "source/_data/nav.yml").units
    assert (unit.msgid, unit.references[0].path) == ("Boats", "source/_data/nav.yml")
    before = untouched(project)
    assert "up to date" in i18n(project, "extract").stdout
    assert untouched(project) == before


def test_it_is_built_with_the_articles_or_apart_from_them(project: Path) -> None:
    i18n(project, "extract")
    translate(project, "hugo.toml", {"Harbour notes": "Hafennotizen", "Boats": "Boote"})
    translate(project, "i18n/en.toml", {"One boat": "Ein Boot", "{{ .Count }} boats": "{{ .Count }} Boote"})
    translate(project, "source/_data/nav.yml", {"Boats": "Boote: alle"})
    assert i18n(project, "build").exit_code == 0
    built = files(project / "dist")
    assert sorted(path for path in built if path.startswith("de/")) == [
        "de/_data/nav.yml", "de/index.md",
    ]  # fmt: skip
    assert built["data/de/hugo.toml"].decode() == SITE.replace("Harbour notes", "Hafennotizen").replace(
        "Boats", "Boote"
    )
    assert built["data/de/i18n/de.toml"].decode() == '[boats]\none = "Ein Boot"\nother = "{{ .Count }} Boote"\n'
    assert built["de/_data/nav.yml"] == b'- title: "Boote: alle"\n  url: /boats/\n'
    assert built["data/pt-BR/i18n/pt-BR.toml"].decode() == WORDS
    before = untouched(project)
    i18n(project, "build")
    assert untouched(project) == before
    assert i18n(project, "check").exit_code == 0


def test_it_is_counted_and_drafted_like_any_article(project: Path) -> None:
    i18n(project, "extract")
    translate(project, "hugo.toml", {"Boats": "Boote"})
    i18n(project, "draft")
    (unit,) = catalog(project, "source/_data/nav.yml").units
    assert (unit.msgstr, unit.fuzzy) == ("Boote", True)
    assert listed(project) == ["hugo.toml", "i18n/en.toml", "index.md", "source/_data/nav.yml"]
    assert i18n(project, "status", "hugo.toml").stdout.count("toml") == 1


def test_a_finding_in_it_names_its_catalog(project: Path) -> None:
    i18n(project, "extract")
    translate(project, "i18n/en.toml", {"{{ .Count }} boats": "viele Boote"})
    result = i18n(project, "check")
    assert result.exit_code == 1
    assert "locales/de/LC_MESSAGES/i18n/en.toml.po" in result.stdout
    assert "missing “{{.Count}}”" in result.stdout


def test_in_the_generators_own_tree_it_lies_next_to_the_source(project: Path) -> None:
    more_configuration(project, '[build]\nlayout = "hugo"\npath = "source"\n')
    i18n(project, "extract")
    translate(project, "i18n/en.toml", {"One boat": "Ein Boot"})
    assert i18n(project, "build").exit_code == 0
    assert b"Ein Boot" in files(project)["i18n/de.toml"]
    assert "hugo.pt-br.toml" in files(project)
    assert "source/_data/de/nav.yml" in files(project)
    assert "4 articles" in i18n(project, "extract").stdout
    configured(project, "hugo.toml: title", more='[build]\nlayout = "hugo"\npath = "source"\n')
    i18n(project, "build")
    assert "i18n/de.toml" not in files(project), "what is not listed any more goes"
    assert "i18n/en.toml" in files(project)


def test_a_glob_means_no_file_of_another_language(project: Path) -> None:
    write(project, "i18n/de.toml", "[boats]\nother = 'Boote'\n")
    write(project, "i18n/nb.toml", "[boats]\nother = 'Båter'\n")
    write(project, "node_modules/a/i18n/en.toml", WORDS)
    configured(project, "**/i18n/*.toml: *.other")
    assert listed(project) == ["i18n/en.toml", "i18n/nb.toml", "index.md"]


def test_a_broken_file_is_said_and_the_rest_is_done(project: Path) -> None:
    write(project, "hugo.toml", "title = oh\n")
    result = i18n(project, "extract")
    assert result.exit_code == 3
    assert "hugo.toml:1: error: not TOML: Invalid value (column 9)." in result.stderr
    assert catalog(project, "i18n/en.toml").units
    assert i18n(project, "build").exit_code == 3
    assert "data/de/i18n/de.toml" in files(project / "dist")


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (["hugo.tml: title"], "expected files of data with key paths"),
        (["hugo.toml"], "expected files of data with key paths"),
        (["../hugo.toml: title"], "expected files of data with key paths"),
        (["hugo.toml: title,"], "expected key paths with commas between them after the colon"),
        (
            ["hugo.toml: main[0].name"],
            'expected key paths, and "main[0].name" is none: a list is written "[]"',
        ),
        (["hugo.toml: title", "hugo.toml: title"], 'expected each of them once, but "hugo.toml: title" is there twice'),
        (["hogo.toml: title"], 'there is no file "hogo.toml" (did you mean "hugo.toml"?)'),
        (["_data/*.yml: title"], 'there is no file "_data/*.yml"'),
        (["i18n.toml: project.name"], '"i18n.toml" is the configuration of this program'),
        (["source/index.yml: title"], '"source/index.yml" is an article too, by [source] include'),
        (["i18n/en.yml: a", "i18n/de.yml: a"], '"i18n/en.yml" and "i18n/de.yml" would be built as one file'),
        (["dist/a.yml: a"], '"dist/a.yml" lies where this program writes'),
    ],
)
def test_what_cannot_be_a_file_of_data_is_said_with_file_and_key(project: Path, entries: list[str], said: str) -> None:
    for name in ("source/index.yml", "i18n/de.yml", "i18n/en.yml", "dist/a.yml"):
        write(project, name, "a: Words\n")
    configured(project, *entries, more='include = ["**/*.md", "index.yml"]\n')
    result = i18n(project, "extract")
    assert result.exit_code == 2
    assert f"{project}/i18n.toml" in result.stderr
    assert said in result.stderr.replace("\n", " ")
    assert "source.data: " in result.stderr


def test_a_private_file_of_data_is_built_only_by_name(project: Path) -> None:
    more_configuration(project, "")
    configured(project, "hugo.toml: title", more='private = ["hugo.toml"]\n')
    i18n(project, "extract")
    i18n(project, "build")
    assert "data/de/hugo.toml" not in files(project / "dist")
    i18n(project, "build", "hugo.toml")
    assert "data/de/hugo.toml" in files(project / "dist")


def test_no_private_file_is_suggested(project: Path) -> None:
    configured(project, "hogo.toml: title", "hugo.toml: title", more='private = ["hugo.toml"]\n')
    assert 'there is no file "hogo.toml".' in i18n(project, "extract").stderr


def test_what_leads_to_a_private_article_is_not_published(project: Path) -> None:
    write(project, "source/crew/secret.md", "# Crew\n")
    write(project, "mkdocs.yml", "nav:\n  - Boats: index.md\n  - The crew: crew/secret.md # who\n")
    configured(project, "mkdocs.yml: nav.**.key()", more='private = ["crew/secret.md"]\n')
    i18n(project, "extract")
    result = i18n(project, "build")
    assert files(project / "dist")["data/de/mkdocs.yml"] == b'nav:\n  - Boats: index.md\n  - The crew: "#" # who\n'
    assert "mkdocs.yml:3: warning: A link leads to an article or a file that is private" in result.stderr


@pytest.mark.parametrize(
    ("build", "members"),
    [
        ('[build]\nlayout = "hugo"\npath = "source"\n', {"_data/de/nav.yml", "index.de.md"}),
        ("", {"_data/nav.yml", "index.md"}),
    ],
)
def test_what_is_for_the_generator_alone_is_not_packed(project: Path, build: str, members: set[str]) -> None:
    more_configuration(project, build)
    i18n(project, "extract")
    i18n(project, "build")
    result = i18n(project, "bundle", "--locale", "de")
    assert result.exit_code == 0
    with zipfile.ZipFile(project / "bundles/de.zip") as archive:
        assert set(archive.namelist()) == {*members, "manifest.json"}
    assert "hugo.toml" not in result.stderr


def test_a_manifest_that_lists_others_files_has_none_of_them_removed(project: Path) -> None:
    more_configuration(project, '[build]\nlayout = "hugo"\npath = "source"\n')
    i18n(project, "extract")
    i18n(project, "build")
    path = project / ".i18n-manifest.json"
    made = json.loads(path.read_bytes())
    entries = made["locales"]["de"]["articles"]
    entries["index.md"]["output"] = "../README.yml"
    entries["gone.toml"] = {**entries["hugo.toml"], "output": "../package.json"}
    path.write_text(json.dumps(made), encoding="utf-8")
    write(project, "README.yml", "a: b\n")
    write(project, "package.json", "{}\n")
    assert i18n(project, "build").exit_code == 0
    assert {"README.yml", "package.json"} <= files(project).keys()


def test_addresses_of_articles_in_a_file_of_data_name_the_language(project: Path) -> None:
    """Where other addresses begin, only the template knows."""
    write(project, "source/boats/index.md", "---\n---\n# Boats\n")
    write(project, "source/left.md", "---\n---\nLeft.\n")
    text = "- title: See [boats](boats/index.md)\n  url: /boats/\n  file: boats/index.md\n  more: '[us](/boats/)'\n"
    text += "  children: [{buttonLink: '/boats/#top', to: /left.html, pageRef: /boats/}]\n"
    text += "  none: [{url: /none/, link: //boats/, href: '{{ x }}/boats/'}]\n"
    write(project, "source/_data/nav.yml", text)
    build = '[build]\nlayout = "jekyll"\npath = "source"\nfallback = "omit"\n'
    more_configuration(project, build)
    i18n(project, "extract")
    for name in ("index", "boats/index"):
        translate(project, name, {"Boats": "Boote"})
    translate(project, "source/_data/nav.yml", {"See [boats](boats/index.md)": "Siehe [Boote](boats/index.md)"})
    i18n(project, "build")
    built = (project / "source/_data/de/nav.yml").read_text(encoding="utf-8")
    expected = text.replace("See [boats]", "Siehe [Boote]").replace("url: /boats", "url: /de/boats")
    assert built == expected.replace("'/boats/#top'", "'/de/boats/#top'")
    translate(project, "left", {"Left.": "Links."})
    i18n(project, "build")
    assert "to: /de/left.html" in (project / "source/_data/de/nav.yml").read_text(encoding="utf-8")
    configuration = (project / "i18n.toml").read_text(encoding="utf-8")
    write(project, "i18n.toml", configuration.replace('fallback = "omit"', 'links = "keep"'))
    i18n(project, "build")
    built = (project / "source/_data/de/nav.yml").read_text(encoding="utf-8")
    assert built == text.replace("See [boats]", "Siehe [Boote]")


@pytest.mark.parametrize("layout", get_args(Layout))
def test_no_layout_adds_anything_to_a_file_of_data(project: Path, layout: str) -> None:
    """What pages are given, such as their language and notices, has no place in a file of data."""
    notices = "[notices]\nde = 'Maschinell.'\npt-BR = 'Por uma máquina.'\n"
    more_configuration(project, f'[build]\nlayout = "{layout}"\npath = "site"\ndrafts = true\n{notices}')
    write(project, "hugo.toml", "title = 'Boats'\n")
    write(project, "_data/nav.json", '[{"title": "Boats"}, {"title": "Ships"}]\n')
    configuration = (project / "i18n.toml").read_text(encoding="utf-8")
    write(project, "i18n.toml", configuration.replace(", menu.main[].name", '", "_data/nav.json: [].title'))
    i18n(project, "extract")
    translate(project, "hugo.toml", {"Boats": "Boote"})
    translate(project, "_data/nav.json", {"Boats": "Boote"})
    draft(project, "_data/nav.json", "Ships", "Schiffe")
    translate(project, "source/_data/nav.yml", {"Boats": "Boote"})
    assert i18n(project, "build").exit_code == 0
    built = files(project).values()
    assert b"title = 'Boote'\n" in built
    assert b'[{"title": "Boote"}, {"title": "Ships"}]\n' in built
    assert b"- title: Boote\n  url: /boats/\n" in built


def test_a_file_of_data_may_lie_in_the_tree_that_the_languages_share(project: Path) -> None:
    write(project, "i18n/en/code.json", '{"a": {"message": "Boats"}}\n')
    write(project, "i18n/fr/code.json", '{"a": {"message": "Bateaux"}}\n')
    configured(project, "i18n/en/*.json: *.message", more='[build]\nlayout = "docusaurus"\npath = "i18n"\n')
    i18n(project, "extract")
    translate(project, "i18n/en/code.json", {"Boats": "Boote"})
    assert i18n(project, "build").exit_code == 0
    assert files(project)["i18n/de/code.json"] == b'{"a": {"message": "Boote"}}\n'
    assert listed(project) == ["i18n/en/code.json", "index.md"]
