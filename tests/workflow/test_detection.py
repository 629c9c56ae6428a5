"""Which site generator does a folder belong to?"""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n.store import LocalStore
from i18n.workflow.init.survey import survey


@pytest.mark.parametrize(
    ("file", "text", "dialect"),
    [
        ("hugo.toml", "", "hugo"),
        ("config.toml", 'baseURL = "https://example.org"', "hugo"),
        ("config.toml", 'base_url = "https://example.org"\n[markdown]\n', "zola"),
        ("_config.yml", "", "jekyll"),
        ("mkdocs.yml", "", "mkdocs"),
        ("docusaurus.config.mjs", "", "docusaurus"),
        ("astro.config.mjs", "", "starlight"),
        ("conf.py", "", "myst"),
        ("docs/conf.py", "", "myst"),
        ("myst.yml", "", "myst"),
        ("book.toml", "", "mdbook"),
        (".vitepress/config.mts", "", "vitepress"),
        ("config.toml", 'baseURL = "/"\n[markdown]\n', "zola"),
        ("config.toml", 'title = "of something else"', None),
        ("config.yml", "languageCode: de\n", "hugo"),
        ("config/_default/config.yaml", "DefaultContentLanguage: de\n", "hugo"),
        ("zola.toml", "", "zola"),
        ("zensical.toml", "", "mkdocs"),
        ("eleventy.config.ts", "", "gfm"),
        (".eleventy.js", "", "gfm"),
        (".vitepress/config/index.mts", "", "vitepress"),
        ("_toc.yml", "", "myst"),
        ("_config.yml", "title: x\n# source_dir: y\n", "jekyll"),
        ("_config.yml", "title: x\nsource_dir: y\n", None),
        ("website/docusaurus.config.ts", "", "docusaurus"),
        ("packages/docs/mkdocs.yml", "", "mkdocs"),
        ("one/two/three/mkdocs.yml", "", None),
        ("examples/mkdocs.yml", "", None),
        ("config/conf.py", "", None),
        ("readme.md", "", None),
    ],
)
def test_a_generator_is_known_by_its_files(tmp_path: Path, file: str, text: str, dialect: str | None) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    found = survey(LocalStore(str(tmp_path))).site
    assert (found.dialect if found else None) == dialect
