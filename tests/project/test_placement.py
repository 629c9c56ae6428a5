"""Where what is built lies: every layout, in a folder of its own and among the articles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.project.placement import SUFFIX, Placement, Rule
from i18n.project.tables import Layout
from i18n.sites.layouts import LAYOUTS, Wanted
from tests.cli.commands import files, i18n, untouched, write

LOCALES = ("de", "pt-BR")


def placement(layout: Layout, files: Mapping[str, str] = {}, folder: str = "docs", out: str = "docs") -> Placement:
    """The places of a layout in a site with these files, as its configuration says."""
    read = {name: text.encode() for name, text in files.items()}.get
    return LAYOUTS[layout].place(Wanted(layout, LOCALES, "en", (folder,), folder, out, read))


_PARTS = st.text("abé한 .-_", min_size=1, max_size=6).filter(lambda part: part.strip(".") == part)
_PATHS = st.builds(
    lambda folders, stem: "/".join((*folders, f"{stem}.md")), st.lists(_PARTS, max_size=2), _PARTS
)  # fmt: skip


@pytest.mark.parametrize("layout", get_args(Layout))
@given(path=_PATHS)
def test_a_page_lies_where_pages_are_looked_for(layout: Layout, path: str) -> None:
    placed = placement(layout)
    pages = {placed.folder(locale) + "/" + placed.page(path, locale) for locale in LOCALES}
    assert len(pages) == len(LOCALES)
    for locale in LOCALES:
        assert placed.holds(f"{placed.folder(locale)}/{placed.page(path, locale)}".lstrip("/"), locale)


@pytest.mark.parametrize(
    ("layout", "path", "page"),
    [
        ("plain", "a/b.md", "a/b.md"),
        ("hugo", "a/b.md", "a/b.pt-br.md"),
        ("hugo", "a/index.md", "a/index.pt-br.md"),
        ("hugo", "a.b.mdx", "a.b.pt-br.mdx"),
        ("mkdocs", "a.md", "a.pt-BR.md"),
        ("mkdocs-folder", "a.md", "pt-BR/a.md"),
        ("starlight", "a/b.mdx", "pt-br/a/b.mdx"),
        ("vitepress", "a.md", "pt-BR/a.md"),
    ],
)
def test_a_layout_says_where(layout: Layout, path: str, page: str) -> None:
    assert placement(layout).page(path, "pt-BR") == page


def test_the_first_rule_whose_folder_fits_counts() -> None:
    placed = Placement((Rule("blog", "{locale}/posts/{path}"), Rule("", SUFFIX, "{path}")), divided=False)
    assert placed.page("blog/a/b.md", "de") == "de/posts/a/b.md"
    assert placed.page("blogs/b.md", "de") == "blogs/b.de.md"
    assert placed.file("blogs/b.png", "de") == "blogs/b.png"


def _project(folder: Path, text: str, *names: str) -> Path:
    write(folder, "i18n.toml", f'[project]\nlocales = ["de", "es"]\n{text}')
    for name in names:
        write(folder, name, f"# About {name.rpartition('/')[2]}\n\n![a picture](in.png)\n")
        write(folder, f"{name.rpartition('/')[0]}/in.png".lstrip("/"), "picture")
    return folder


def _run(project: Path, *commands: str) -> None:
    for command in commands:
        result = i18n(project, command)
        assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("text", "source", "pages", "record"),
    [
        ('[source]\npath = "content"\n[build]\npath = "content"\nlayout = "hugo"\n', "content/x/a.md",
         ["content/x/a.de.md", "content/x/a.es.md"], ".i18n-manifest.json"),
        ('[source]\npath = "docs"\n[build]\npath = "docs"\nlayout = "mkdocs-folder"\n', "docs/x/a.md",
         ["docs/de/x/a.md", "docs/de/x/in.png", "docs/es/x/a.md", "docs/es/x/in.png"], ".i18n-manifest.json"),
        ('[source]\npath = "content/en"\n[build]\npath = "content"\nlayout = "hugo-folder"\n', "content/en/x/a.md",
         ["content/de/x/a.md", "content/de/x/in.png", "content/es/x/a.md", "content/es/x/in.png"],
         ".i18n-manifest.json"),
        ('[source]\npath = "."\n[build]\npath = "."\nlayout = "vitepress"\n', "x/a.md",
         ["de/x/a.md", "de/x/in.png", "es/x/a.md", "es/x/in.png"], ".i18n-manifest.json"),
        ('[source]\npath = ["x", "y"]\n', "x/a.md",
         ["dist/de/x/a.md", "dist/de/x/in.png", "dist/es/x/a.md", "dist/es/x/in.png"], "dist/manifest.json"),
        ('[source]\npath = "."\n', "x/a.md",
         ["dist/de/x/a.md", "dist/de/x/in.png", "dist/es/x/a.md", "dist/es/x/in.png"], "dist/manifest.json"),
        ('[build]\nlayout = "hugo"\n', "source/x/a.md",
         ["dist/x/a.de.md", "dist/x/a.es.md", "dist/x/in.png"], ".i18n-manifest.json"),
    ],
)  # fmt: skip
def test_what_is_built_is_no_article_and_goes_with_its_article(
    tmp_path: Path, text: str, source: str, pages: list[str], record: str
) -> None:
    project = _project(tmp_path, text, source, *(["y/c.md"] if '"y"' in text else []))
    before = files(project)
    _run(project, "extract", "build")
    made = {name for name in files(project) if name not in before and not name.startswith("locales/")}
    assert {name for name in made if "c.md" not in name and "/y/" not in name} == {*pages, record}
    assert {name: data for name, data in files(project).items() if name in before} == before
    there = untouched(project)
    _run(project, "extract", "build", "check")
    assert untouched(project) == there, "pages were taken for articles"
    (project / source).unlink()
    write(project, source.replace("a.md", "b.md"), "# Other\n")
    _run(project, "extract", "build")
    assert not {name for name in files(project) if name in pages}
    assert source.replace("a.md", "in.png") in files(project)


def test_a_file_that_languages_share_stays_with_one_of_them(tmp_path: Path) -> None:
    project = _project(tmp_path, '[build]\nlayout = "hugo"\n', "source/x/a.md")
    _run(project, "extract", "build")
    write(project, "i18n.toml", '[project]\nlocales = ["de"]\n[build]\nlayout = "hugo"\n')
    _run(project, "build")
    assert set(files(project / "dist")) == {"x/a.de.md", "x/in.png"}
    listed = json.loads((project / ".i18n-manifest.json").read_text(encoding="utf-8"))["locales"]["de"]
    assert list(listed["files"]) == ["x/in.png"]


def test_articles_of_several_folders_have_paths_from_the_root(tmp_path: Path) -> None:
    project = _project(tmp_path, '[source]\npath = ["docs", "blog"]\n', "docs/a.md", "blog/a.md")
    _run(project, "extract")
    names = {name for name in files(project) if name.startswith("locales/de")}
    assert names == {"locales/de/LC_MESSAGES/blog/a.po", "locales/de/LC_MESSAGES/docs/a.po"}


def test_in_the_root_nothing_of_ours_and_nothing_hidden_is_an_article(tmp_path: Path) -> None:
    project = _project(tmp_path, '[source]\npath = "."\n', "README.md", ".github/a.md")
    write(project, "bundles/notes.md", "# Not an article\n")
    write(project, "locales/notes.md", "# Not an article\n")
    write(project, "dist/notes.md", "# Not an article\n")
    _run(project, "extract")
    names = {name for name in files(project) if name.startswith("locales/de")}
    assert names == {"locales/de/LC_MESSAGES/README.po"}


@pytest.mark.parametrize(
    ("source", "path", "place"),
    [
        ("en", "i18n/en.toml", "i18n/pt-BR.toml"),
        ("en", "i18n/en/code.json", "i18n/pt-BR/code.json"),
        ("en-GB", "i18n/en.toml", "i18n/pt-BR.toml"),
        ("en-GB", "i18n/en_GB/menus.en-gb.toml", "i18n/pt-BR/menus.pt-BR.toml"),
        ("en", "src/_data/nav.yml", "src/_data/pt-BR/nav.yml"),
        ("en", "_data/en/nav.yml", "_data/pt-BR/nav.yml"),
        ("en", "_data/shop/nav.yml", "_data/pt-BR/shop/nav.yml"),
        ("en", "mkdocs.yml", "mkdocs.pt-BR.yml"),
        ("en", "open/en-route.yml", "open/en-route.pt-BR.yml"),
    ],
)
def test_a_file_of_data_lies_where_its_name_says(source: str, path: str, place: str) -> None:
    shared = Placement((Rule("", SUFFIX),), divided=False)
    assert shared.data(path, "pt-BR", source) == place
    assert shared.data(path, "de", source) != place


def test_in_a_folder_of_its_language_a_path_that_names_none_stays() -> None:
    assert Placement().data("_data/nav.yml", "de", "en") == "_data/nav.yml"
    assert Placement().data("i18n/en.toml", "de", "en") == "i18n/de.toml"
