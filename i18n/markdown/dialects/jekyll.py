"""Jekyll: kramdown with Liquid."""

from __future__ import annotations

from i18n.markdown.dialects.common import COMMENT, GITHUB, lines, pattern, protected
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.dialects.shortcodes import alone, verbatim
from i18n.markdown.parser import Extension

_TAG = rb"\{%(?:(?!%\}).)*%\}"
_OUTPUT = rb"\{\{(?:(?!\}\}).)*\}\}"
_RAW = rb"\{%-?[ \t]*raw[ \t]*-?%\}(?:(?!\{%-?[ \t]*endraw).)*\{%-?[ \t]*endraw[ \t]*-?%\}"
_ATTRIBUTES = rb"\{::?(?:[^{}\r\n]|\{[^{}\r\n]*\})*\}"

JEKYLL = Dialect(
    "jekyll",
    (GITHUB | Extension.DEFINITION_LISTS) & ~Extension.ALERTS,
    maskers=(
        verbatim(rb"\{%-?[ \t]*highlight\b[^%]*%\}", rb"\{%-?[ \t]*endhighlight[ \t]*-?%\}"),
        verbatim(rb"\{%-?[ \t]*raw[ \t]*-?%\}[ \t]*\r?\n", rb"\{%-?[ \t]*endraw[ \t]*-?%\}"),
        verbatim(rb"\{%-?[ \t]*comment\b[^%]*%\}", rb"\{%-?[ \t]*endcomment[ \t]*-?%\}"),
        alone(rb"(?:" + _TAG + rb")"),
        lines(_ATTRIBUTES),
        lines(_OUTPUT),
        lines(rb"(?<=[*-] )toc"),
    ),
    machinery=pattern(COMMENT, _RAW, _TAG, _OUTPUT, _ATTRIBUTES),
    protected=protected(_RAW, _TAG, _OUTPUT, _ATTRIBUTES),
    keys=("title", "description", "excerpt", "subtitle"),
    parameters=("caption", "alt", "title", "text"),
)
