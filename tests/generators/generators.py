"""Which generators are tried? One file a generator; those of npm share one."""

from __future__ import annotations

from tests.generators import hugo, jekyll, mdbook, mkdocs, myst, npm

GENERATORS = (
    hugo.HUGO, hugo.HUGO_FOLDER, hugo.HUGO_DEBIAN, jekyll.JEKYLL, jekyll.POLYGLOT, mkdocs.MKDOCS, mkdocs.MKDOCS_FOLDER,
    mdbook.MDBOOK, npm.DOCUSAURUS, npm.STARLIGHT, npm.VITEPRESS, npm.ELEVENTY, myst.MYST,
)  # fmt: skip
