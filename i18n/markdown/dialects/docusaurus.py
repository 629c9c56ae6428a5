"""Docusaurus: MDX, directives with colons, ids on headings."""

from __future__ import annotations

import re

from i18n.markdown.dialects import common, dialect, indentation, javascript, mdx, tables

MDX_OWN_ID = re.compile(rb"[ \t]*(?:\\?\{#[^{}\r\n]*\}|\{/\*[ \t]*#[^{}\r\n]*\*/\})[ \t]*$")

DOCUSAURUS = dialect.Dialect(
    "docusaurus",
    indentation.EXTENSIONS,
    maskers=(indentation.without_indented_code(*mdx.FINDERS, tables.unlike_parser(tables.GITHUB)),),
    reads_html=b"",
    machinery=common.pattern(common.COMMENT, common.ALERT, mdx.TAG_UNLIKE_HTML, javascript.EXPRESSION),
    protected=common.protected(mdx.TAG_UNLIKE_HTML, javascript.EXPRESSION, mdx.STRAY, common.FORMULA),
    keys=("title", "description", "sidebar_label", "pagination_label"),
    parameters=("title", "label", "description", "alt", "caption", "summary", "placeholder", "aria-label"),
    opens=mdx.OPENS,
    has_text_directives=True,
    stray=mdx.STRAY_IN_TEXT,
    own_id=MDX_OWN_ID,
)
