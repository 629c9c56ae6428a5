"""Where pages lie by what a site's configuration says, and what they need in their front matter."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.project.placement import Placement
from i18n.project.tables import Layout
from i18n.sites.layouts import LAYOUTS, Wanted

NOTHING: Mapping[str, str] = {}


def wanted(
    layout: Layout,
    files: Mapping[str, str] = NOTHING,
    folders: tuple[str, ...] = ("docs",),
    out: str = "",
    locales: tuple[str, ...] = ("de", "pt-BR"),
) -> Wanted:
    """A project with these files."""
    base = folders[0] if len(folders) == 1 else ""
    return Wanted(layout, locales, "en", folders, base, out, {name: text.encode() for name, text in files.items()}.get)


def place(layout: Layout, *args: object, **more: object) -> Placement:
    """The places of a layout in a project with these files."""
    return LAYOUTS[layout].place(wanted(layout, *args, **more))  # type: ignore[arg-type]


DOCUSAURUS = """
import {themes} from 'prism-react-renderer';
/** @type {import('@docusaurus/types').Config} */
const config = {
  i18n: {
    defaultLocale: 'en', locales: ['en', 'de', 'pt'],
    localeConfigs: {pt: {htmlLang: 'pt-BR', path: 'brasil'}},
  },
  presets: [['classic', ({docs: {path: 'manual'}, blog: {path: './news'}})]],
  plugins: [['@docusaurus/plugin-content-docs', {id: 'community', path: 'community'}]],
};
export default config;
"""
STARLIGHT = """
import starlight from '@astrojs/starlight';
export default defineConfig({integrations: [starlight({
  defaultLocale: 'root',
  locales: {root: {label: 'English', lang: 'en'}, brasil: {label: 'Português', lang: 'pt-BR'}},
})]});
"""
VITEPRESS = "export default {srcDir: 'src', locales: {root: {lang: 'en'}, pt: {label: 'P', lang: 'pt-BR'}}}"
HUGO = '[languages.en]\n[languages.de]\n[languages.pt]\nlanguageCode = "pt-BR"\ncontentDir = "content/brasil"\n'
HUGO_FOLDERS = f'contentDir = "content/english"\n{HUGO}[languages.de]\ncontentDir = "content/german"\n'.replace(
    "[languages.de]\n[", "[", 1
)
"""The language of the articles has a folder of its own, which is said for the whole site too."""
MKDOCS = "plugins:\n  - i18n:\n      languages:\n        - {locale: en, default: true}\n        - {locale: pt_BR}\n"


@pytest.mark.parametrize(
    ("layout", "files", "folders", "out", "path", "page"),
    [
        ("hugo", {"hugo.toml": HUGO}, ("content",), "content", "a/b.md", "a/b.pt.md"),
        ("hugo", {}, ("content",), "content", "a.en.md", "a.pt-br.md"),
        ("hugo", {}, ("content/posts",), "content", "a.md", "posts/a.pt-br.md"),
        ("hugo", {}, ("content", "more"), "content", "content/a/b.md", "a/b.pt-br.md"),
        ("hugo-folder", {"hugo.toml": HUGO}, ("content/en",), "content", "a.md", "brasil/a.md"),
        ("hugo-folder", {}, ("content",), "content", "en/a.md", "pt-BR/a.md"),
        ("hugo-folder", {"hugo.toml": HUGO_FOLDERS}, ("content/english",), "content", "a.md", "brasil/a.md"),
        ("mkdocs", {"mkdocs.yml": MKDOCS}, ("docs",), "docs", "a.md", "a.pt_BR.md"),
        ("mkdocs-folder", {"mkdocs.yml": MKDOCS}, ("docs",), "docs", "a/b.md", "pt_BR/a/b.md"),
        ("mkdocs", {"mkdocs.yml": "INHERIT: base.yml\n", "base.yml": MKDOCS}, ("docs",), "docs", "a.md", "a.pt_BR.md"),
        ("zola", {"config.toml": "[languages.pt-BR]\n"}, ("content",), "content", "a.md", "a.pt-BR.md"),
        ("starlight", {"astro.config.mjs": STARLIGHT}, ("src/content/docs",), "src/content/docs",
         "a.md", "brasil/a.md"),
        ("starlight", {"astro.config.mjs": STARLIGHT.replace("({int", "({srcDir: './app', int")},
         ("app/content/docs/x",), "dist", "a.md", "brasil/x/a.md"),
        ("starlight", {}, ("src/content/docs/en",), "src/content/docs", "a.md", "pt-br/a.md"),
        ("vitepress", {"docs/.vitepress/config.mts": VITEPRESS}, ("docs/src",), "docs/src", "a.md", "pt/a.md"),
        ("docusaurus", {}, ("docs",), "", "a/b.md", "i18n/pt-BR/docusaurus-plugin-content-docs/current/a/b.md"),
        ("docusaurus", {}, ("docs",), "i18n", "a.md", "pt-BR/docusaurus-plugin-content-docs/current/a.md"),
        ("docusaurus", {}, ("docs",), "dist", "a.md", "i18n/pt-BR/docusaurus-plugin-content-docs/current/a.md"),
        ("docusaurus", {"docusaurus.config.js": DOCUSAURUS}, ("manual", "news", "src/pages", "community"), "",
         "news/a.md", "i18n/brasil/docusaurus-plugin-content-blog/a.md"),
        ("docusaurus", {"docusaurus.config.js": DOCUSAURUS}, ("manual", "news", "src/pages", "community"), "",
         "manual/x/a.md", "i18n/brasil/docusaurus-plugin-content-docs/current/x/a.md"),
        ("docusaurus", {"docusaurus.config.js": DOCUSAURUS}, ("manual", "src/pages"), "",
         "src/pages/a.md", "i18n/brasil/docusaurus-plugin-content-pages/a.md"),
        ("docusaurus", {"docusaurus.config.js": DOCUSAURUS}, ("community",), "",
         "a.md", "i18n/brasil/docusaurus-plugin-content-docs-community/current/a.md"),
        ("docusaurus", {}, (".",), "", "versioned_docs/version-1.0/a.md",
         "i18n/pt-BR/docusaurus-plugin-content-docs/version-1.0/a.md"),
        ("docusaurus", {"docusaurus.config.js": DOCUSAURUS}, ("community_versioned_docs/version-1.0",), "", "a.md",
         "i18n/brasil/docusaurus-plugin-content-docs-community/version-1.0/a.md"),
        ("docusaurus", {"website/docusaurus.config.ts": "export default {}"}, ("website/docs",), "website", "a.md",
         "i18n/pt-BR/docusaurus-plugin-content-docs/current/a.md"),
        ("jekyll", {}, ("_posts",), "", "2024-01-02-a.md", "_posts/pt-BR/2024-01-02-a.md"),
        ("jekyll", {}, ("",), "", "_posts/2024-01-02-a.md", "_posts/pt-BR/2024-01-02-a.md"),
        ("jekyll", {"_config.yml": "collections: [docs]\n"}, ("",), "", "_docs/x/a.md", "_docs/pt-BR/x/a.md"),
        ("jekyll", {}, ("",), "", "x/about.md", "pt-BR/x/about.md"),
        ("mdbook", {}, ("src",), "po", "a/b.md", "pt-BR/a/b.md"),
        ("myst", {}, ("docs",), "dist", "a.md", "pt-BR/a.md"),
        ("zensical", {}, ("docs",), "dist", "a.md", "pt-BR/a.md"),
        ("eleventy", {}, ("",), "", "a/b.md", "pt-BR/a/b.md"),
    ],
)  # fmt: skip
def test_pages_lie_where_the_generator_looks(
    layout: Layout, files: Mapping[str, str], folders: tuple[str, ...], out: str, path: str, page: str
) -> None:
    folders = tuple("" if folder == "." else folder for folder in folders)
    placed = place(layout, files, folders, out)
    assert placed.page(path, "pt-BR") == page
    assert placed.holds(page, "pt-BR")


def test_addresses_in_hugo_have_the_name_of_the_language_and_not_of_its_folder() -> None:
    placed = place("hugo-folder", {"hugo.toml": HUGO_FOLDERS}, ("content/english",), "content")
    assert [placed.page("a.md", locale) for locale in ("de", "pt-BR")] == ["german/a.md", "brasil/a.md"]
    assert [placed.prefix(locale) for locale in ("de", "pt-BR")] == ["de", "pt"]


POLYGLOT = "plugins: [jekyll-polyglot]\nlanguages: [en, de, pt_BR]\n"


@pytest.mark.parametrize(
    ("layout", "files", "path", "needed"),
    [
        ("plain", {}, "a.md", {}),
        ("mkdocs", {}, "a.md", {}),
        ("docusaurus", {}, "a.md", {}),
        ("vitepress", {}, "a.md", {}),
        ("jekyll", {}, "about.md", {"lang": "pt-BR"}),
        ("jekyll", {}, "_posts/2024-01-02-a.md",
         {"lang": "pt-BR", "permalink": "/pt-BR/:categories/:year/:month/:day/:title:output_ext"}),
        ("jekyll", {"_config.yml": "permalink: /:title/\n"}, "_posts/2024-01-02-a.md",
         {"lang": "pt-BR", "permalink": "/pt-BR/:title/"}),
        ("jekyll", {"_config.yml": "defaults: [{scope: {type: posts}, values: {permalink: /b/:title}}]\n"},
         "_posts/2024-01-02-a.md", {"lang": "pt-BR", "permalink": "/pt-BR/b/:title"}),
        ("jekyll", {"_config.yml": "collections: {docs: {output: true}}\npermalink: pretty\n"}, "_docs/x/a.md",
         {"lang": "pt-BR", "permalink": "/pt-BR/:collection/x/a/"}),
        ("jekyll", {"_config.yml": POLYGLOT}, "_posts/2024-01-02-a.md", {"lang": "pt_BR"}),
        ("jekyll", {"_config.yml": POLYGLOT}, "x/about.md", {"lang": "pt_BR", "permalink": "/x/about.html"}),
        ("jekyll", {"_config.yml": POLYGLOT}, "x/index.md", {"lang": "pt_BR", "permalink": "/x/"}),
        ("jekyll", {"_config.yml": f"{POLYGLOT}permalink: pretty\n"}, "about.md",
         {"lang": "pt_BR", "permalink": "/about/"}),
        ("jekyll", {"_config.yml": f"{POLYGLOT}collections: [docs]\n"}, "_docs/x/a.md",
         {"lang": "pt_BR", "permalink": "/:collection/x/a:output_ext"}),
    ],
)  # fmt: skip
def test_front_matter_gets_what_the_generator_needs(
    layout: Layout, files: Mapping[str, str], path: str, needed: Mapping[str, str]
) -> None:
    settings = place(layout, files, ("",), "").settings(path, "pt-BR")
    assert {each.key: each.missing for each in settings if each.missing} == needed


@pytest.mark.parametrize("layout", ["hugo", "hugo-folder"])
def test_an_old_address_in_hugo_is_one_of_the_language_before_0_155_and_since(layout: Layout) -> None:
    settings = {each.key: each.value for each in place(layout, NOTHING, ("content",), "").settings("a.md", "pt-BR")}
    assert settings["url"] == "/pt-br/{bare}"
    assert settings["aliases"] == settings["aliases[]"] == "/../pt-br/{bare}"


def test_a_page_of_eleventy_does_not_keep_the_language_of_its_source() -> None:
    settings = {each.key: each.value for each in place("eleventy", NOTHING, ("",), "").settings("a.md", "pt-BR")}
    assert settings["lang"] == "pt-BR"


def test_a_generator_that_shows_the_source_itself_is_known() -> None:
    serving = {layout for layout in LAYOUTS if place(layout, {}, ("docs",)).serves_source}
    assert serving == {"docusaurus", "starlight"}
    assert place("jekyll", {"_config.yml": POLYGLOT}).serves_source
    assert place("mkdocs", {"mkdocs.yml": MKDOCS}).serves_source
    off = MKDOCS.replace("languages:", "fallback_to_default: false\n      languages:")
    assert not place("mkdocs", {"mkdocs.yml": off}).serves_source


_NAMES = st.text("abé한.-_", min_size=1, max_size=5).filter(lambda part: part.strip(".") == part)
_PATHS = st.builds(
    lambda folders, stem: "/".join((*folders, f"{stem}.md")),
    st.lists(st.sampled_from(["de", "en", "pt-br", "_posts", "x"]) | _NAMES, max_size=3),
    st.sampled_from(["index", "a", "a.de", "a.en", "de"]) | _NAMES,
)


@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if layout != "plain"])
@given(paths=st.sets(_PATHS, max_size=12))
def test_a_page_lies_neither_where_an_article_does_nor_where_another_page_does(layout: Layout, paths: set[str]) -> None:
    placed = place(layout, {}, ("",), "")
    articles = {path for path in paths if not any(placed.holds(path, locale) for locale in ("de", "pt-BR"))}
    pages = {(path, locale): placed.page(path, locale) for path in articles for locale in ("de", "pt-BR")}
    assert not articles & set(pages.values())
    own = {path: "/".join(part for part in path.replace(".en.md", ".md").split("/") if part != "en") for path in paths}
    told_apart = {path for path in articles if sum(own[path] == own[other] for other in articles) == 1}
    kept = [page for (path, _), page in pages.items() if path in told_apart]
    assert len(kept) == len(set(kept))
    assert all(placed.holds(page, locale) for (_, locale), page in pages.items())
