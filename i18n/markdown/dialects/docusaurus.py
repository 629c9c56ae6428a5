"""Docusaurus: MDX, directives with colons, ids on headings."""

from __future__ import annotations

import re

from i18n.markdown.dialects import mdx
from i18n.markdown.dialects.common import ALERT, COMMENT, FORMULA, pattern, protected
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.dialects.indentation import EXTENSIONS, without_indented_code
from i18n.markdown.dialects.javascript import EXPRESSION

MDX_OWN_ID = re.compile(rb"[ \t]*(?:\{#[^{}\r\n]*\}|\{/\*[ \t]*#[^{}\r\n]*\*/\})[ \t]*$")

DOCUSAURUS = Dialect(
    "docusaurus",
    EXTENSIONS,
    maskers=(without_indented_code(*mdx.FINDERS),),
    machinery=pattern(COMMENT, ALERT, mdx.TAG_UNLIKE_HTML, EXPRESSION),
    protected=protected(mdx.TAG_UNLIKE_HTML, EXPRESSION, mdx.STRAY, FORMULA),
    keys=("title", "description", "sidebar_label", "pagination_label"),
    parameters=("title", "label", "description", "alt", "caption", "summary", "placeholder", "aria-label"),
    own_id=MDX_OWN_ID,
)
