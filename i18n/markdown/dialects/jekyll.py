"""Jekyll: kramdown with Liquid."""

from __future__ import annotations

from i18n.markdown.dialects import kramdown, liquid
from i18n.markdown.dialects.common import (
    COMMENT,
    COUNTED,
    FORMULA,
    GITHUB,
    HALF_TEMPLATES,
    OWN_ID,
    pattern,
    preprocessed,
)
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.dialects.python_markdown import abbreviations, formulas
from i18n.markdown.dialects.shortcodes import tags
from i18n.markdown.parser import Extension

JEKYLL = Dialect(
    "jekyll",
    (GITHUB | Extension.DEFINITION_LISTS) & ~Extension.ALERTS,
    maskers=(
        tags(liquid.GRAMMAR),
        kramdown.contents,
        kramdown.rows,
        kramdown.attributes,
        abbreviations,
        kramdown.markdown_in_html,
        kramdown.raw_html,
        formulas,
    ),
    machinery=pattern(COMMENT, kramdown.ATTRIBUTES),
    protected=preprocessed(
        liquid.CODE_BLOCK,
        liquid.RAW,
        liquid.TAG,
        liquid.OUTPUT,
        liquid.EXTENSION,
        kramdown.ATTRIBUTES,
        rb"\{\#[^{}\r\n]*\}",
        HALF_TEMPLATES,
        rb"\{:",
        FORMULA,
        COUNTED,
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
    own_id=OWN_ID,
)
