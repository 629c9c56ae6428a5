"""Starlight: MDX in Astro, asides with colons."""

from __future__ import annotations

from i18n.markdown.dialects import mdx
from i18n.markdown.dialects.common import COMMENT, GITHUB, pattern, protected
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.dialects.docusaurus import MDX_OWN_ID

STARLIGHT = Dialect(
    "starlight",
    GITHUB & ~GITHUB.ALERTS,
    maskers=(mdx.modules, mdx.components, mdx.expressions, mdx.directives, mdx.fence_titles),
    machinery=pattern(COMMENT, mdx.EXPRESSION),
    protected=protected(mdx.EXPRESSION),
    keys=("title", "description", "sidebar.label", "hero.title", "hero.tagline", "hero.actions[].text"),
    parameters=("title", "label", "description", "alt", "caption", "summary", "text", "placeholder", "aria-label"),
    own_id=MDX_OWN_ID,
)
