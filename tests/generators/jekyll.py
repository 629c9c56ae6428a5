"""How is Debian's Jekyll run, without and with polyglot?"""

from __future__ import annotations

from dataclasses import replace

from tests.generators.generator import Command, Generator, split


def _pages(path: str, target: str) -> str:
    """Addresses of pages: Jekyll has no links between files."""
    del path
    address, fragment = split(target)
    return (f"{address.removesuffix('.md')}.html" if address.endswith(".md") else address) + fragment


JEKYLL = Generator(
    "jekyll", "jekyll", ("jekyll",), "", "_site",
    lambda _locales: [Command(("jekyll", "build"))],
    files=True, address="https://example.org/notes/", link=_pages, draft="layout: default\npublished: false",
    front=lambda title: f"---\nlayout: default\ntitle: {title}\n---\n\n",
    adapted=lambda text: text.replace("---\n", "---\nlayout: default\n", 1),
)  # fmt: skip
POLYGLOT = replace(
    JEKYLL,
    name="jekyll-polyglot",
    needs=("jekyll", "polyglot"),
    address="https://example.org/",
    minimal=("jekyll", "jekyll-polyglot"),
)
