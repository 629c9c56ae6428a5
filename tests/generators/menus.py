"""Menus and interface words of real sites come out in the other language: Hugo's and MkDocs'."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.commands import files, i18n, translate, write
from tests.generators.generator import BIN, Command, ran

ROOT = Path(__file__).parents[2]
_PLACES = os.pathsep.join((str(BIN), os.environ.get("PATH", "")))
HUGOS = [name for name in dict.fromkeys((shutil.which("hugo", path=_PLACES), shutil.which("hugo"))) if name]
MKDOCS = shutil.which("mkdocs", path=_PLACES)

HUGO = {
    "i18n.toml": """\
[project]
locales = ["de"]
[source]
path = "content"
dialect = "hugo"
data = ["config/_default/menus.en.toml: *[].name", "i18n/en.toml: *, *.one, *.other"]
[build]
layout = "hugo"
path = "content"
""",
    "config/_default/hugo.toml": """\
baseURL = "https://harbour.example/"
defaultContentLanguage = "en"
[languages.en]
title = "Harbour"
[languages.de]
title = "Hafen"
""",
    "config/_default/menus.en.toml": """\
# at the top of every page
[[main]]
name = "Boats" # first
pageRef = "/boats"
weight = 1
[[main]]
name = "The crew's log"
url = "/crew/"
weight = 2
""",
    "i18n/en.toml": """\
readMore = "Read on"
[boats]
description = "Below the title of a page"
one = "One boat"
other = "{{ .Count }} boats"
""",
    "layouts/_default/list.html": (
        "{{ range .Site.Menus.main }}<a href={{ .URL }}>{{ .Name }}</a><a href={{ .URL | relLangURL }}></a>{{ end }}"
        '<p>{{ .Title }}, {{ T "readMore" }}, {{ T "boats" 1 }}, {{ T "boats" 7 }}</p>'
    ),
    "content/_index.md": "---\ntitle: Home\n---\nWelcome aboard.\n",
    "content/crew/_index.md": "---\ntitle: The crew\n---\nAll of them.\n",
    "content/boats/_index.md": "---\ntitle: Boats\n---\nAll boats.\n",
}
WORDS = {
    "config/_default/menus.en.toml": {"Boats": "Boote: alle", "The crew's log": 'Das "Logbuch" der Mannschaft'},
    "i18n/en.toml": {"Read on": "Lies's", "One boat": "Ein Boot", "{{ .Count }} boats": "{{ .Count }} Boote"},
    "_index": {"Home": "Start", "Welcome aboard.": "Willkommen an Bord."},
}


def made(folder: Path, site: Mapping[str, str], words: Mapping[str, Mapping[str, str]]) -> None:
    """Write a site, and build its translation."""
    for name, text in site.items():
        write(folder, name, text)
    assert i18n(folder, "extract").exit_code == 0
    for name, texts in words.items():
        translate(folder, name, dict(texts))
    assert i18n(folder, "check").exit_code == 0
    assert i18n(folder, "build").exit_code == 0


def run(*command: str, cwd: Path) -> None:
    succeeded, said = ran(Command(command), cwd)
    assert succeeded, said
    assert "WARN" not in said


@pytest.mark.skipif(not HUGOS, reason="Hugo is not installed")
@pytest.mark.parametrize("hugo", HUGOS)
def test_menu_and_words_of_a_theme_in_hugo(tmp_path: Path, hugo: str) -> None:
    made(tmp_path, HUGO, WORDS)
    run(hugo, cwd=tmp_path)
    source, target = (
        (tmp_path / "public" / name).read_text(encoding="utf-8") for name in ("index.html", "de/index.html")
    )
    assert re.sub(r"<a href=/[/a-z]+></a>", "", source) == (
        "<a href=/boats/>Boats</a><a href=/crew/>The crew&#39;s log</a><p>Home, Read on, One boat, 7 boats</p>"
    )
    assert re.sub(r"<a href=/de/(?!de/)[/a-z]+></a>", "", target) == (
        "<a href=/de/boats/>Boote: alle</a><a href=/de/crew/>Das &#34;Logbuch&#34; der Mannschaft</a>"
        "<p>Start, Lies&#39;s, Ein Boot, 7 Boote</p>"
    )
    before = files(tmp_path)
    i18n(tmp_path, "extract")
    i18n(tmp_path, "build")
    assert files(tmp_path) == before


def shown(begin: str) -> str:
    """The block of the page about menus that begins so."""
    page = (ROOT / "docs/menus.md").read_text(encoding="utf-8")
    return next(each[1] for each in re.finditer(r"```yaml\n(.*?)```", page, re.DOTALL) if each[1].startswith(begin))


SITE = {
    "i18n.toml": """\
[project]
locales = ["de"]
[source]
path = "docs"
dialect = "mkdocs"
data = ["mkdocs.yml: site_name, nav.**.key()"]
""",
    "mkdocs.yml": """\
# the site in its own language
site_name: Harbour notes
theme: readthedocs
nav:
  - Start: index.md
  - Boats:
      - Build one: boats/build.md # slowly
plugins: !ENV [PLUGINS, [search]]
""",
    "mkdocs.de.yml": shown("INHERIT:"),
    "docs/index.md": "# Welcome aboard\n\nSee [how](boats/build.md).\n",
    "docs/boats/build.md": "# Build a boat\n\nSlowly.\n",
}
TITLES = {"Harbour notes": "Hafen: Notizen", "Start": "Anfang", "Boats": "Boote #1", "Build one": "'Selber' bauen"}


@pytest.mark.skipif(not MKDOCS, reason="MkDocs is not installed")
def test_navigation_of_mkdocs(tmp_path: Path) -> None:
    made(tmp_path, SITE, {"mkdocs.yml": TITLES, "index": {"Welcome aboard": "Willkommen an Bord"}})
    assert MKDOCS is not None
    for name in ("mkdocs.yml", "mkdocs.de.yml"):
        run(MKDOCS, "build", "--strict", "--config-file", name, cwd=tmp_path)
    page = (tmp_path / "site/de/index.html").read_text(encoding="utf-8")
    shown = re.findall(r'<title>(.*?)</title>|caption-text">(.*?)<|class="reference internal.*?">(.*?)</a>', page)
    assert [next(filter(None, each)) for each in shown] == [
        "Hafen: Notizen", "Anfang", "Boote #1", "'Selber' bauen",
    ]  # fmt: skip
    assert not list((tmp_path / "site/de").rglob("mkdocs*")), "the site's own configuration is not published"
