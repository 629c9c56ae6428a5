"""Zola: GitHub's extensions, Tera shortcodes, front matter in TOML or YAML."""

from __future__ import annotations

from i18n.markdown.dialects.common import COMMENT, GITHUB, OWN_ID, pattern, protected
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.dialects.shortcodes import alone, verbatim
from i18n.markdown.parser import Extension

_TAG = rb"\{\{(?:(?!\}\}).)*\}\}|\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\}"

ZOLA = Dialect(
    "zola",
    GITHUB | Extension.DEFINITION_LISTS | Extension.HEADING_ATTRIBUTES,
    maskers=(
        verbatim(rb"\{%-?[ \t]*(?:mermaid|katex|math|raw)\b[^%]*%\}", rb"\{%-?[ \t]*end[ \t]*-?%\}"),
        alone(rb"(?:" + _TAG + rb")"),
    ),
    machinery=pattern(COMMENT, _TAG),
    protected=protected(_TAG),
    front_matter=("toml", "yaml"),
    keys=("title", "description"),
    parameters=("caption", "alt", "title", "author", "label", "text"),
    own_id=OWN_ID,
)
