"""A site's configuration says by which rule its headings get ids, and how an article gives one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from i18n.project.tables import HeadingIds
from i18n.sites import SITES, ids_of
from i18n.sites.ids import Ids
from i18n.sites.ids.rules import RULES


def test_the_configuration_takes_the_names_of_all_rules() -> None:
    assert set(HeadingIds.__args__) == {"auto", *RULES}  # type: ignore[attr-defined]


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_a_generator_has_a_rule(site: object) -> None:
    assert site.ids.rule in RULES  # type: ignore[attr-defined]


def ids(dialect: str, files: Mapping[str, str]) -> Ids:
    return ids_of(dialect, [lambda name: files[name].encode() if name in files else None])


OWN = "markdown_extensions: [extra, toc: {slugify: !!python/name:my.own }]\n"
COMMENT = "markdown_extensions:\n  - extra\n  - toc:\n      # slugify: !!python/name:pymdownx.slugs.uslugify\n"
PLUGIN = "export default function (c) { c.addPlugin(IdAttributePlugin); }\n"
MATERIAL = """\
site_name: x
markdown_extensions:
  - attr_list
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
  - toc:
      permalink: true
      slugify: !!python/object/apply:pymdownx.slugs.slugify
        kwds:
          case: lower
"""
UNICODE = "markdown_extensions:\n  toc:\n    slugify: !!python/name:markdown.extensions.toc.slugify_unicode\n"
USLUGIFY = "markdown_extensions: [toc: {slugify: !!python/name:pymdownx.slugs.uslugify , separator: _}]\n"
ZENSICAL = """\
[project]
site_name = "x"
[project.markdown_extensions.attr_list]
[project.markdown_extensions.pymdownx.emoji]
[project.markdown_extensions.toc.slugify]
object = "pymdownx.slugs.slugify"
kwds = { case = "lower" }
"""
VERSION = '{{"dependencies": {{"@docusaurus/core": "{}"}}}}'
ASTRO = "export default defineConfig({integrations: [starlight({})]});\n"
CASES: list[tuple[str, dict[str, str], Ids]] = [
    ("hugo", {}, Ids(rule="hugo", form="braces")),
    ("hugo", {"hugo.toml": "baseURL = 'x'\n"}, Ids(rule="hugo", form="braces")),
    (
        "hugo",
        {"config.yaml": "markup:\n  goldmark:\n    parser:\n      autoHeadingIDType: github-ascii\n"},
        Ids(rule="hugo-ascii", form="braces"),
    ),
    (
        "hugo",
        {"config/_default/markup.toml": "[goldmark.parser]\nautoHeadingIDType = 'blackfriday'\n"},
        Ids(rule="hugo-blackfriday", form="braces"),
    ),
    (
        "hugo",
        {"hugo.toml": "[markup.goldmark.parser.attribute]\ntitle = false\n"},
        Ids(rule="hugo", form="anchor"),
    ),
    ("hugo", {"hugo.toml": "[markup.goldmark.parser]\nautoHeadingID = false\n"}, Ids(rule="none", form="none")),
    (
        "hugo",
        {"hugo.toml": "[markup.goldmark.extensions.typographer]\ndisable = true\n"},
        Ids(rule="hugo", form="braces", smart=False),
    ),
    (
        "hugo",
        {"config.toml": "[markup.goldmark.extensions]\ntypographer = false\n"},
        Ids(rule="hugo", form="braces", smart=False),
    ),
    ("jekyll", {}, Ids(rule="kramdown", form="kramdown")),
    ("jekyll", {"_config.yml": "title: x\n"}, Ids(rule="kramdown", form="kramdown")),
    ("jekyll", {"_config.yml": "kramdown:\n  input: kramdown\n"}, Ids(rule="kramdown-strict", form="kramdown")),
    (
        "jekyll",
        {"_config.yml": "kramdown: {input: kramdown, transliterated_header_ids: true, auto_id_prefix: x-}\n"},
        Ids(rule="kramdown-transliterated", form="kramdown", prefix="x-"),
    ),
    ("jekyll", {"_config.yml": "kramdown:\n  auto_ids: false\n"}, Ids(rule="none", form="none")),
    ("jekyll", {"_config.yml": "markdown: CommonMarkGhPages\n"}, Ids(rule="none", form="none")),
    ("mkdocs", {}, Ids(rule="python-markdown", form="spaced")),
    ("mkdocs", {"mkdocs.yml": "site_name: x\n"}, Ids(rule="python-markdown", form="anchor")),
    ("mkdocs", {"mkdocs.yml": MATERIAL}, Ids(rule="pymdownx-lower", form="spaced", emoji=True)),
    ("mkdocs", {"mkdocs.yaml": UNICODE}, Ids(rule="python-markdown-unicode", form="anchor")),
    ("mkdocs", {"mkdocs.yml": USLUGIFY}, Ids(rule="pymdownx-lower", form="anchor", separator="_")),
    ("mkdocs", {"mkdocs.yml": OWN}, Ids(rule="none", form="spaced")),
    ("mkdocs", {"mkdocs.yml": COMMENT}, Ids(rule="python-markdown", form="spaced")),
    ("mkdocs", {"mkdocs.yml": "site_name: [\n"}, Ids(rule="python-markdown", form="anchor")),
    ("mkdocs", {"zensical.toml": ZENSICAL}, Ids(rule="pymdownx-lower", form="spaced", emoji=True)),
    ("mkdocs", {"zensical.toml": "[project]\n"}, Ids(rule="python-markdown", form="spaced")),
    ("docusaurus", {}, Ids(rule="docusaurus", form="expression", follows=True, detects=True)),
    (
        "docusaurus",
        {"docusaurus.config.js": "export default {}\n", "package.json": VERSION.format("^3.9.2")},
        Ids(rule="docusaurus", form="braces", follows=True),
    ),
    (
        "docusaurus",
        {"docusaurus.config.ts": "export default {}\n", "package.json": VERSION.format("3.10.0")},
        Ids(rule="docusaurus", form="expression", follows=True, detects=True),
    ),
    (
        "docusaurus",
        {"docusaurus.config.js": "module.exports = {markdown: {mdx1Compat: {headingIds: false}}};\n"},
        Ids(rule="docusaurus", form="expression", follows=True),
    ),
    (
        "docusaurus",
        {"docusaurus.config.js": "module.exports = {future: {v4: true}};\n"},
        Ids(rule="docusaurus", form="expression", follows=True),
    ),
    (
        "docusaurus",
        {"docusaurus.config.js": "module.exports = {future: {v4: {mdx1CompatDisabledByDefault: true}}};\n"},
        Ids(rule="docusaurus", form="expression", follows=True),
    ),
    (
        "docusaurus",
        {"docusaurus.config.js": "module.exports = {markdown: {mdx1Compat: {headingIds: true}}};\n"},
        Ids(rule="docusaurus", form="braces", follows=True),
    ),
    (
        "docusaurus",
        {"docusaurus.config.js": "module.exports = {markdown: {format: 'detect'}};\n"},
        Ids(rule="docusaurus", form="expression", follows=True, detects=True),
    ),
    ("starlight", {"astro.config.mjs": "export default {}\n"}, Ids(rule="astro")),
    ("starlight", {"astro.config.mjs": ASTRO, "package.json": '{"dependencies":{"astro":"^7"}}'}, Ids(rule="astro-7")),
    ("starlight", {"astro.config.mjs": ASTRO, "package.json": '{"devDependencies":{"astro":"6"}}'}, Ids(rule="astro")),
    (
        "starlight",
        {
            "astro.config.mjs": "export default defineConfig({markdown: {processor: unified({})}});\n",
            "package.json": '{"dependencies": {"astro": "^7.3.5"}}',
        },
        Ids(rule="astro"),
    ),
    ("vitepress", {}, Ids(rule="vitepress", form="braces")),
    ("vitepress", {".vitepress/config.ts": "export default { title: 'x' }\n"}, Ids(rule="vitepress", form="braces")),
    (
        "vitepress",
        {".vitepress/config.mts": "export default { markdown: { attrs: { leftDelimiter: '%{' } } }"},
        Ids(rule="vitepress", form="anchor"),
    ),
    (
        "vitepress",
        {".vitepress/config.mts": "export default { markdown: { attrs: { disable: true } } }"},
        Ids(rule="vitepress", form="anchor"),
    ),
    (
        "vitepress",
        {
            ".vitepress/config/index.ts": "import { all } from './shared'\nexport default { ...all }\n",
            ".vitepress/config/shared.ts": "export const all = { markdown: { anchor: { slugify: text => text } } }\n",
        },
        Ids(rule="none", form="none"),
    ),
    (
        "vitepress",
        {".vitepress/config.js": "import { slugify } from '@mdit-vue/shared'\nexport default { x: { slugify } }\n"},
        Ids(rule="vitepress", form="braces"),
    ),
    ("mdbook", {"book.toml": "[book]\n"}, Ids(rule="mdbook", form="braces")),
    ("zola", {"config.toml": "base_url = 'x'\n"}, Ids(rule="zola", form="braces")),
    ("zola", {"zola.toml": "[slugify]\nanchors = 'off'\n"}, Ids(rule="zola-kept", form="braces")),
    ("myst", {}, Ids(rule="myst", form="target")),
    ("myst", {"myst.yml": "version: 1\n"}, Ids(rule="mystmd", form="target")),
    ("myst", {"conf.py": "extensions = ['myst_parser']\n"}, Ids(rule="myst", form="target", levels=0)),
    ("myst", {"conf.py": "myst_heading_anchors = 3\n"}, Ids(rule="myst", form="target", levels=3)),
    (
        "myst",
        {"conf.py": "myst_heading_anchors = 2\nmyst_heading_slug_func = 'gitlab'\n"},
        Ids(rule="myst-gitlab", form="target", levels=2),
    ),
    (
        "myst",
        {"conf.py": "myst_heading_anchors = 2\nmyst_heading_slug_func = 'my.own'\n"},
        Ids(rule="sphinx", form="target", levels=2),
    ),
    (
        "myst",
        {"_toc.yml": "root: a\n", "_config.yml": "sphinx: {config: {myst_heading_anchors: 4}}\n"},
        Ids(rule="myst", form="target", levels=4),
    ),
    ("gfm", {}, Ids()),
    ("gfm", {"eleventy.config.js": PLUGIN}, Ids(rule="eleventy")),
    ("commonmark", {}, Ids()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("dialect", "files", "expected"), CASES, ids=lambda each: each if isinstance(each, str) else ""
)
def test_what_a_configuration_says(dialect: str, files: dict[str, str], expected: Ids) -> None:
    assert ids(dialect, files) == expected


def test_the_first_folder_with_a_configuration_counts() -> None:
    inner = {"mkdocs.yml": "markdown_extensions: [attr_list]\n"}
    outer = {"mkdocs.yml": "site_name: x\n"}
    reads = [lambda name, files=files: files[name].encode() if name in files else None for files in ({}, inner, outer)]
    assert ids_of("mkdocs", reads).form == "spaced"
