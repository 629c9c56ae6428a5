"""How are the generators of npm run?"""

from __future__ import annotations

import posixpath

from tests.generators.generator import SITES, Command, Generator, split


def _run(name: str, script: str, *arguments: str) -> list[Command]:
    return [Command(("node", SITES / name / "node_modules" / script, *arguments))]


def _addresses(path: str, target: str) -> str:
    """Addresses as the pages have them, each a folder of its own: what Starlight's links must be."""
    address, fragment = split(target)
    if not address.endswith(".md"):
        return target
    here, name = posixpath.split(path)
    page = posixpath.normpath(posixpath.join(here, address)).removesuffix(".md")
    start = here if name == "index.md" else path.removesuffix(".md")
    return posixpath.relpath(page, start or ".") + "/" + fragment


DOCUSAURUS = Generator(
    "docusaurus", "docusaurus", ("npm", "docusaurus"), "docs", "build",
    lambda _locales: _run("docusaurus", "@docusaurus/core/bin/docusaurus.mjs", "build"),
    address="https://example.org/notes/", content=".theme-doc-markdown", draft="draft: true", modules="docusaurus",
    names_all=True,
    more_links=("[x](/odd)", "[x](/notes/odd)", "[x](/odd.md)", '<a href="/notes/odd">x</a>'),
)  # fmt: skip
STARLIGHT = Generator(
    "starlight", "starlight", ("npm", "starlight"), "src/content/docs", "dist",
    lambda _locales: [Command(("node", "node_modules/astro/astro.js", "build"))],
    address="https://example.org/notes/", folders={"pt-BR": "pt-br"}, content=".sl-markdown-content", link=_addresses,
    pinned=lambda text, name: (f'## <a id="{name}"></a>{text}\n',), draft="draft: true",
    modules="starlight", needs_modules_near=True, names_all=True,
    more_links=("[x](/notes/odd/)", '<a href="/notes/odd/">x</a>'),
    adapted=lambda text: text.replace("\nslug: ", "\nslug: notes/"),
)  # fmt: skip
VITEPRESS = Generator(
    "vitepress", "vitepress", ("npm", "vitepress"), "docs", "docs/.vitepress/dist",
    lambda _locales: _run("vitepress", "vitepress/bin/vitepress.js", "build", "docs"),
    address="https://example.org/notes/", files=True, content=".vp-doc", modules="vitepress",
    more_links=("[x](/odd)", "[x](/odd.md)", '<a href="/notes/odd.html">x</a>'),
)  # fmt: skip
ELEVENTY = Generator(
    "eleventy", "eleventy", ("npm", "eleventy"), "content/en", "_site",
    lambda _locales: _run("eleventy", "@11ty/eleventy/cmd.cjs"),
    address="https://example.org/notes/", folders={"en": "en"}, draft="draft: true", modules="eleventy",
    more_links=("[x](/en/odd/)", '<a href="/en/odd/">x</a>'),
    pinned=lambda text, name: (f'## <a id="{name}"></a>{text}\n',),
)  # fmt: skip
