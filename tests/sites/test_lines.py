"""What `i18n sites` prints: lines in the format of each configuration, and nothing where they are there."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from i18n.project.tables import Layout
from i18n.sites.layouts import LAYOUTS, Lines, lines
from i18n.sites.layouts.lines import Table, written
from tests.cli.commands import i18n, write
from tests.sites.test_layouts import DOCUSAURUS, HUGO_FOLDERS, MKDOCS, NOTHING, STARLIGHT, VITEPRESS, wanted


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_but_plain_has_lines(layout: Layout) -> None:
    found = lines(wanted(layout, NOTHING, ("docs",), "dist"))
    assert bool(found) == (layout != "plain")
    for each in found:
        assert each.there == (not each.text)
        assert each.why.endswith(".")
        if each.format == "toml":
            tomllib.loads(each.text)
        elif each.format == "yaml":
            yaml.safe_load(each.text)
        elif each.format == "json":
            json.loads(each.text)


def _of(layout: Layout, files: dict[str, str], name: str) -> list[Lines]:
    return [each for each in lines(wanted(layout, files, ("docs",), "docs", ("de", "ar"))) if each.file == name]


def test_hugo_has_keys_for_old_versions_and_new_ones() -> None:
    head, old, new = _of("hugo", {"hugo.toml": ""}, "hugo.toml")
    assert (head.text, head.place) == ('defaultContentLanguage = "en"\n', "top")
    assert tomllib.loads(old.text)["languages"]["ar"] == {
        "languageName": "العربية", "languageCode": "ar", "languageDirection": "rtl", "weight": 3,
    }  # fmt: skip
    assert tomllib.loads(new.text)["languages"]["ar"] == {
        "label": "العربية", "locale": "ar", "direction": "rtl", "weight": 3,
    }  # fmt: skip
    assert (old.versions, new.versions) == ("before 0.158", "0.158 and later")


def test_only_languages_that_lack_are_printed() -> None:
    told = "defaultContentLanguage: en\nlanguages:\n  en: {}\n  de: {}\n"
    head, old, _ = _of("hugo", {"hugo.yaml": told}, "hugo.yaml")
    assert head.there
    assert list(yaml.safe_load(old.text)["languages"]) == ["ar"]


def test_languages_of_a_site_that_the_project_does_not_have_stay() -> None:
    told = "plugins: [jekyll-polyglot]\nlanguages: [en, he, fr]\n"
    (each,) = _of("jekyll", {"_config.yml": told}, "_config.yml")
    assert yaml.safe_load(each.text)["languages"] == ["en", "he", "fr", "de", "ar"]
    page = _of("jekyll", {"_config.yml": told}, "_layouts/default.html")[1]
    assert '{% assign rtl = "he,ar" | split: "," %}' in page.text
    (each,) = _of("mkdocs", {"mkdocs.yml": MKDOCS.replace("pt_BR", "fr")}, "mkdocs.yml")
    (plugin,) = yaml.safe_load(each.text)["plugins"]
    assert [given["locale"] for given in plugin["i18n"]["languages"]] == ["de", "ar"]
    told = "export default { i18n: { defaultLocale: 'en', locales: ['en', 'fr'] } }"
    (each,) = _of("docusaurus", {"docusaurus.config.js": told}, "docusaurus.config.js")
    assert re.findall('^    "(..)",?$', each.text, re.MULTILINE) == ["en", "fr", "de", "ar"]
    assert re.findall("^    (..): {$", each.text, re.MULTILINE) == ["de", "ar"]
    told = "export default defineConfig({ locales: { root: { lang: 'en' }, fr: { lang: 'fr' } } })"
    (each,) = _of("vitepress", {".vitepress/config.mts": told}, ".vitepress/config.mts")
    assert re.findall("^  (..): {$", each.text, re.MULTILINE) == ["de", "ar"]


def test_what_is_there_needs_nothing() -> None:
    (each,) = _of("mkdocs", {"mkdocs.yml": MKDOCS.replace("pt_BR", "de").replace("  - i18n", "  - search\n  - i18n")
                             + "        - {locale: ar}\n"}, "mkdocs.yml")  # fmt: skip
    assert each.there
    assert not each.text


def test_docusaurus_and_vitepress_get_a_part_of_what_they_export() -> None:
    (each,) = _of("docusaurus", {"docusaurus.config.ts": "export default {}"}, "docusaurus.config.ts")
    assert each.text.startswith('i18n: {\n  defaultLocale: "en",\n  locales: [\n    "en",\n')
    assert '  localeConfigs: {\n    en: {\n      label: "English",\n      direction: "ltr",' in each.text
    (each,) = _of("vitepress", {".vitepress/config.mts": ""}, ".vitepress/config.mts")
    assert each.text.startswith('locales: {\n  root: {\n    label: "English",')


def test_eleventy_needs_nothing_where_data_name_the_language_and_the_plugin_is_there() -> None:
    files = {"docs/de/de.11tydata.mjs": "export default {lang: 'de'}", "docs/ar/ar.json": '{"layout": "a.njk"}'}
    (german,) = _of("eleventy", files, "docs/de/de.json")
    (arabic,) = _of("eleventy", files, "docs/ar/ar.json")
    assert (german.there, json.loads(arabic.text)) == (True, {"lang": "ar", "dir": "rtl"})
    own = {".eleventy.js": "const {EleventyI18nPlugin} = require('@11ty/eleventy');\n"}
    assert [each.there for each in _of("eleventy", own, ".eleventy.js")] == [True]
    assert [each.place for each in _of("eleventy", {".eleventy.js": ""}, ".eleventy.js")] == ["top", "inside"]


def test_yaml_is_quoted_where_a_word_would_be_something_else() -> None:
    table: Table = {
        "no": "no",
        "a": ["de", "1.0", "a: b", True, 3],
        "t": {"x": {"y": ""}},
        "l": [{"a": "b", "c": ["d"]}],
    }
    assert yaml.safe_load(written("yaml", table)) == table
    assert tomllib.loads(written("toml", {"a b": {"c": {"d": "ü"}, "e": 1}})) == {"a b": {"c": {"d": "ü"}, "e": 1}}


def test_the_command_says_which_layout_it_speaks_of(tmp_path: Path) -> None:
    write(
        tmp_path, "i18n.toml", '[project]\nlocales = ["de"]\n[source]\npath = "docs"\n[build]\nlayout = "docusaurus"\n'
    )
    write(tmp_path, "docusaurus.config.js", "module.exports = {}\n")
    result = i18n(tmp_path, "sites")
    assert result.exit_code == 0
    assert result.stdout.startswith("Layout docusaurus, articles in the dialect gfm.\n")
    assert '    i18n: {\n      defaultLocale: "en",' in result.stdout
    told = json.loads(i18n(tmp_path, "sites", "--format", "json").stdout)
    assert (told["layout"], told["format"]) == ("docusaurus", 1)
    assert [each["file"] for each in told["lines"]] == ["docusaurus.config.js"]
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de"]\n')
    assert "needs anything" in i18n(tmp_path, "sites").stdout


@pytest.mark.parametrize(
    ("layout", "files", "folders", "out", "path"),
    [
        ("hugo", {"hugo.toml": ""}, ("content",), "dist", "content"),
        ("hugo", {"site/hugo.toml": 'contentDir = "text"'}, ("site/text",), "dist", "site/text"),
        ("hugo", {}, ("content/posts",), "content", ""),
        ("hugo-folder", {"hugo.toml": HUGO_FOLDERS}, ("content/english",), "dist", "content"),
        ("hugo-folder", {"hugo.toml": HUGO_FOLDERS}, ("content/english",), "content", ""),
        ("hugo-folder", {"hugo.toml": ""}, ("content/en",), "dist", ""),
        ("mkdocs", {"mkdocs.yml": ""}, ("docs",), "dist", "docs"),
        ("mkdocs-folder", {"mkdocs.yml": "docs_dir: manual"}, ("manual/en",), "dist", "manual"),
        ("jekyll", {"_config.yml": ""}, ("",), "_dist", "."),
        ("jekyll", {"_config.yml": ""}, ("",), "dist", "."),
        ("jekyll", {"_config.yml": ""}, ("_posts",), "_posts", ""),
        ("jekyll", {"_config.yml": "source: docs"}, ("docs",), "dist", "docs"),
        ("starlight", {"astro.config.mjs": STARLIGHT}, ("src/content/docs",), "dist", "src/content/docs"),
        ("vitepress", {".vitepress/config.mts": VITEPRESS}, ("src",), "dist", "src"),
        ("vitepress", {".vitepress/config.mts": ""}, ("",), "dist", "."),
        ("zola", {"zola.toml": ""}, ("content",), "dist", "content"),
        ("eleventy", {"eleventy.config.js": ""}, ("",), "translated", "."),
        ("docusaurus", {"docusaurus.config.js": DOCUSAURUS}, ("manual",), "dist", "i18n"),
        ("docusaurus", {"docusaurus.config.js": DOCUSAURUS}, ("manual",), "", ""),
        ("docusaurus", {"docusaurus.config.js": ""}, ("docs",), "dist", ""),
        ("mdbook", {"book.toml": ""}, ("src",), "dist", ""),
    ],
)
def test_pages_that_the_generator_would_not_find_need_another_folder(
    layout: Layout, files: dict[str, str], folders: tuple[str, ...], out: str, path: str
) -> None:
    site = wanted(layout, files, folders, out)
    first, *others = lines(site)
    if not path:
        assert first.file != "i18n.toml"
        return
    assert (first.file, first.text, first.place, first.there) == ("i18n.toml", f'path = "{path}"\n', "inside", False)
    assert tuple(others) == lines(site._replace(out="" if path == "." else path))
    assert lines(site._replace(file="pyproject.toml"))[0].why.endswith("into [tool.i18n.build].")


@pytest.mark.parametrize(
    ("files", "out", "path"),
    [
        ({"hugo.toml": 'baseURL = "https://example.org/"\n', "content/a.md": "A well.\n"}, "dist", "content"),
        ({"mkdocs.yml": "site_name: Wells\n", "docs/a.md": "A well.\n"}, "dist", "docs"),
        ({"_config.yml": "title: Wells\n", "a.md": "---\ntitle: A\n---\nA well.\n"}, "_dist", "."),
    ],
)
def test_a_site_in_one_language_is_told_the_folder_of_its_pages(
    files: dict[str, str], out: str, path: str, tmp_path: Path
) -> None:
    for name, text in files.items():
        write(tmp_path, name, text)
    said = i18n(tmp_path, "init", "--locale", "de").stdout
    assert (
        f'does not find pages in {out}/: once it knows the languages, set [build] path = "{path}" in i18n.toml.' in said
    )
    line = f'path = "{path}"'
    assert i18n(tmp_path, "sites").stdout.split("\n\n")[1:3] == [
        f"i18n.toml, where it says:\nThe generator does not find pages in {out}/; the line goes into [build].",
        f"    {line}",
    ]
    text = (tmp_path / "i18n.toml").read_text()
    text = text.replace(f'path = "{out}"\n', "").replace("[build]\n", f"[build]\n{line}\n")
    write(tmp_path, "i18n.toml", text)
    assert "i18n.toml" not in i18n(tmp_path, "sites").stdout
