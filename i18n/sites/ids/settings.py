"""What does a project say of the ids of its headings?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Form: TypeAlias = Literal["none", "braces", "spaced", "kramdown", "expression", "target", "anchor"]
"""How an article gives a heading an id: not at all, `{#id}`, `{ #id }`, `{#id}` or `{: id="id"}` on the line below,
`{/* #id */}`, `(id)=` on the line above, `<a id="id"></a>` before its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ids:
    """How a site makes ids of headings, and how an article gives a heading one."""

    rule: str = "github"
    """Name of the rule."""
    form: Form = "anchor"
    separator: str = "-"
    """What stands for a space, in Python-Markdown."""
    prefix: str = ""
    """What kramdown writes before each."""
    levels: int = 6
    """Rank of headings up to which MyST makes any."""
    smart: bool = True
    """Whether Hugo shows two hyphens as a dash."""
    emoji: bool = False
    """Whether MkDocs shows pictures for their short names."""
    follows: bool = False
    """Whether an article that has ids in braces or in expressions of MDX already goes on with these."""
    detects: bool = False
    """Whether Docusaurus knows ids in braces in files that end in `.md`: as CommonMark, or by `mdx1Compat`."""
