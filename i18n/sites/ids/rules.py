"""Which rules for ids are there? One rule a function, one file a family of generators."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from i18n.sites.ids import eleventy, github, hugo, kramdown, myst, python_markdown, rust, vitepress
from i18n.sites.ids.settings import Ids
from i18n.sites.ids.titles import Title

Rule: TypeAlias = Callable[[Sequence[Title], Ids], list[str]]
"""From the headings of a page, in order, to the id of each; empty for one that gets none, and where it is not known."""

RULES: Mapping[str, tuple[Rule, ...]] = {
    "none": (),
    "github": (github.github,),
    "docusaurus": (github.docusaurus,),
    "astro": (github.astro,),
    "astro-7": (github.astro_7,),
    "hugo": (hugo.current,),
    "hugo-ascii": (hugo.current_ascii,),
    "hugo-blackfriday": (hugo.current_blackfriday,),
    "hugo-old": (hugo.old,),
    "hugo-old-ascii": (hugo.old_ascii,),
    "hugo-old-blackfriday": (hugo.old_blackfriday,),
    "kramdown": (kramdown.gfm,),
    "kramdown-strict": (kramdown.strict,),
    "kramdown-transliterated": (kramdown.transliterated,),
    "python-markdown": (python_markdown.plain,),
    "python-markdown-unicode": (python_markdown.unicode,),
    "pymdownx": (python_markdown.pymdownx,),
    "pymdownx-lower": (python_markdown.pymdownx_lower,),
    "pymdownx-lower-ascii": (python_markdown.pymdownx_ascii,),
    "pymdownx-fold": (python_markdown.pymdownx_fold,),
    "vitepress": (vitepress.vitepress,),
    "mdbook": (rust.mdbook,),
    "zola": (rust.zola,),
    "zola-kept": (rust.zola_kept,),
    "myst": (myst.github, myst.docutils),
    "myst-gitlab": (myst.gitlab, myst.docutils),
    "myst-docutils": (myst.docutils_slugs, myst.docutils),
    "sphinx": (myst.docutils,),
    "mystmd": (myst.mystmd,),
    "eleventy": (eleventy.eleventy,),
}
"""By the names that `[build] ids` takes. A generator that gives a heading two ids has two rules."""
