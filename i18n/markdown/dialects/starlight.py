"""Starlight: MDX in Astro, asides with colons."""

from __future__ import annotations

from i18n.markdown.dialects import mdx
from i18n.markdown.dialects.common import COMMENT, pattern, protected
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.dialects.docusaurus import MDX_OWN_ID

STARLIGHT = Dialect(
    "starlight",
    mdx.EXTENSIONS,
    maskers=(mdx.without_indented_code(*mdx.FINDERS),),
    machinery=pattern(COMMENT, mdx.TAG_UNLIKE_HTML, mdx.EXPRESSION),
    protected=protected(mdx.TAG_UNLIKE_HTML, mdx.EXPRESSION, mdx.STRAY),
    keys=("title", "description", "sidebar.label", "hero.title", "hero.tagline", "hero.actions[].text"),
    parameters=("title", "label", "description", "alt", "caption", "summary", "text", "placeholder", "aria-label"),
    own_id=MDX_OWN_ID,
)
