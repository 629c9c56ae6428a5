"""How is MkDocs run, with Material and static-i18n?"""

from __future__ import annotations

from dataclasses import replace

from tests.generators.generator import BIN, Command, Generator

MKDOCS = Generator(
    "mkdocs", "mkdocs", ("python",), "docs", "site",
    lambda _locales: [Command((BIN / "mkdocs", "build"))],
    address="https://example.org/notes/", content="article", tags={"pt-BR": "pt"}, names_all=True,
    more_links=("[x](/notes/odd/)", '<a href="/notes/odd/">x</a>'),
    phrases=lambda text: text.replace('src="../images', 'src="../../images'),
    pinned=lambda text, name: (f"## {text} {{ #{name} }}\n",),
)  # fmt: skip
MKDOCS_FOLDER = replace(MKDOCS, name="mkdocs-folder", source="docs/en", variant="folders")
