"""What is known of MkDocs?"""

from __future__ import annotations

from dataclasses import replace

from i18n.extract.drafts import DraftRules
from i18n.markdown import frontmatter
from i18n.sites.site import Files, Sign, Site

_CONFIGURATIONS = ("mkdocs.yml", "mkdocs.yaml")
_NEVER = (".*", "/templates/")


def _drafts(rules: DraftRules, files: Files) -> DraftRules:
    """Take in `draft_docs` and `exclude_docs`; what `not_in_nav` lists is published."""
    data = next((found for name in _CONFIGURATIONS if (found := files.read(name)) is not None), b"")
    told = frontmatter.tree("yaml", data.decode(errors="replace"))
    return replace(rules, patterns=_lines(told.get("draft_docs")), excluded=_NEVER + _lines(told.get("exclude_docs")))


def _lines(value: object) -> tuple[str, ...]:
    return tuple(value.splitlines()) if isinstance(value, str) else ()


MKDOCS = Site("MkDocs", "mkdocs", "docs", tuple(map(Sign, _CONFIGURATIONS)), drafts=_drafts)
