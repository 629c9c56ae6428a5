"""Jekyll: kramdown with Liquid."""

from __future__ import annotations

import re

from i18n.markdown.dialects import common, dialect, kramdown, liquid, paragraphs, python_markdown, shortcodes, tables
from i18n.markdown.parser import Extension

JEKYLL = dialect.Dialect(
    "jekyll",
    (common.GITHUB | Extension.DEFINITION_LISTS) & ~Extension.ALERTS,
    maskers=(
        shortcodes.tags(liquid.GRAMMAR),
        kramdown.contents,
        kramdown.breaks,
        common.marked(b"^", rb"\^"),
        paragraphs.colons,
        paragraphs.underlines(ends_paragraph=False),
        tables.delimiters,
        kramdown.rows,
        kramdown.rows_within,
        kramdown.attributes,
        python_markdown.abbreviations,
        kramdown.markdown_in_html,
        kramdown.raw_html,
        python_markdown.formulas,
    ),
    reads_html=b"markdown",
    machinery=common.pattern(common.COMMENT, kramdown.ATTRIBUTES),
    protected=common.preprocessed(
        liquid.CODE_BLOCK,
        liquid.RAW,
        liquid.TAG,
        liquid.OUTPUT,
        liquid.EXTENSION,
        kramdown.ATTRIBUTES,
        rb"\{\#[^{}\r\n]*\}",
        common.HALF_TEMPLATES,
        rb"\{:",
        common.FORMULA_BESIDE_CODE,
        common.COUNTED_UNESCAPED,
        rb"\[[^\[\]\r\n]*\[\^",
    ),
    keys=("title", "description", "excerpt", "subtitle"),
    parameters=(
        "caption",
        "alt",
        "title",
        "subtitle",
        "heading",
        "text",
        "content",
        "description",
        "summary",
        "label",
        "message",
        "placeholder",
        "tooltip",
    ),
    expanded=liquid.EXPANDED,
    tables_by_bars=True,
    opens=re.compile(r"\^[ \t]*$"),
    stray=re.compile(rf"`+|<(?=\Z)|{common.FOOTNOTE_WITHOUT_NAME.pattern}"),
    entities=True,
    hard_break=rb"\\",
    needs_close_ticks=True,
    attributes=re.compile(kramdown.ATTRIBUTES),
    own_id=common.OWN_ID,
)
