"""Hugo: Goldmark with its extensions, shortcodes, front matter of three kinds."""

from __future__ import annotations

from i18n.markdown.dialects.common import ALERT, ATTRIBUTE_LIST, COMMENT, GITHUB, OWN_ID, lines, pattern, protected
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.dialects.shortcodes import alone, verbatim
from i18n.markdown.parser import Extension

_SHORTCODE = rb"\{\{<(?:(?!>\}\}).)*?>\}\}|\{\{%(?:(?!%\}\}).)*?%\}\}"
_CODE = rb"(?:highlight|code-toggle|mermaid|katex|math|gist|raw)"

HUGO = Dialect(
    "hugo",
    GITHUB | Extension.DEFINITION_LISTS | Extension.HEADING_ATTRIBUTES,
    maskers=(
        verbatim(
            rb"\{\{[<%][ \t]*" + _CODE + rb"\b[^>]*?[>%]\}\}", rb"\{\{[<%][ \t]*/[ \t]*" + _CODE + rb"[ \t]*[>%]\}\}"
        ),
        alone(rb"(?:" + _SHORTCODE + rb")"),
        lines(rb"\{[.#][^{}\r\n]*\}"),
    ),
    machinery=pattern(COMMENT, ALERT, _SHORTCODE, ATTRIBUTE_LIST),
    protected=protected(_SHORTCODE, rb"\{\{.*?\}\}"),
    front_matter=("yaml", "toml", "json"),
    keys=("title", "linkTitle", "description", "summary"),
    parameters=("caption", "alt", "title", "attr", "summary", "label"),
    own_id=OWN_ID,
)
