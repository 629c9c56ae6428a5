"""How do the articles of somebody's site become a site of their own, without its theme?"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.cli.commands import write
from tests.generators.generator import Generator
from tests.real.renderers import shortcodes

LOCALES = ("de", "ar")
KINDS = ("link", "fragment", "file", "nested")
"""Faults that a translation must not add."""
_INCLUDE = re.compile(r"\{%-?\s*include\s+([\w./-]+)")
_IMPORT = re.compile(r"^import\s[^'\"]*['\"]([^'\"]+)['\"]", re.MULTILINE)
_FENCE = re.compile(r"^( *)(`{3,}|~{3,}).*?^\1\2", re.MULTILINE | re.DOTALL)
_TEMPLATE = re.compile(rb"^(?:template|layout): .*\n", re.MULTILINE)
"""Front matter that asks for a part of the theme."""
_SETTINGS = """\
repository: https://github.com/example/example
collections:
  docs: {output: true, permalink: "/:collection/:path/"}
  tutorials: {output: true, permalink: "/:collection/:path/"}
"""
"""Of Jekyll's own site."""
_IMPORTING = ("docusaurus", "starlight", "vitepress")
"""Generators whose pages are programs."""
_OURS = ("react", "@docusaurus/", "@theme/", "@astrojs/starlight/", "astro:", "vitepress")
"""Modules that minimal sites have."""


def add(folder: Path, corpus: Path, generator: Generator) -> int:
    """Copy a corpus to where the generator wants its articles, with stubs of what they ask for; how many stay out."""
    left_out = 0
    target = folder / generator.source
    for file in sorted(corpus.rglob("*")):
        path = file.relative_to(corpus)
        if not file.is_file() or _is_translation(path, generator):
            continue
        if file.suffix in (".md", ".mdx") and not _is_whole(file, generator):
            left_out += 1
            continue
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target / path)
        if file.suffix in (".md", ".mdx"):
            (target / path).write_bytes(_TEMPLATE.sub(b"", file.read_bytes()))
    if generator.page == "jekyll":
        file = folder / "_config.yml"
        file.write_text(f"{file.read_text(encoding='utf-8')}{_SETTINGS}", encoding="utf-8")
    for name, text in _stubs(target, generator):
        write(folder, name, text)
    return left_out


def _is_translation(path: Path, generator: Generator) -> bool:
    return generator.page == "starlight" and re.fullmatch(r"[a-z]{2}(-[a-z]{2})?", path.parts[0]) is not None


def _is_whole(file: Path, generator: Generator) -> bool:
    """Whether all that a page imports is there, and nothing reckons with data of its site."""
    text = file.read_text(encoding="utf-8")
    imported = _IMPORT.findall(_FENCE.sub("", text)) if generator.page in _IMPORTING else []
    return "| modulo:" not in text and all(_is_there(file.parent, name) for name in imported)


def _is_there(folder: Path, name: str) -> bool:
    return name.startswith(_OURS) or (name.startswith(".") and (folder / name).is_file())


def _stubs(target: Path, generator: Generator) -> Iterator[tuple[str, str]]:
    texts = [file.read_text(encoding="utf-8") for file in sorted(target.rglob("*.md*")) if file.is_file()]
    if generator.page == "hugo":
        yield from shortcodes.stubs(texts)
    elif generator.page == "jekyll":
        for name in sorted({name for text in texts for name in _INCLUDE.findall(text)}):
            yield f"_includes/{name}", ""
