"""VitePress: containers with titles, includes, Vue components and interpolations."""

from __future__ import annotations

from i18n.markdown.dialects.common import ALERT, COMMENT, GITHUB, OWN_ID, lines, marked, pattern, protected
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.parser import Extension

_INTERPOLATION = rb"\{\{(?:(?!\}\}).)*\}\}"

VITEPRESS = Dialect(
    "vitepress",
    GITHUB | Extension.HEADING_ATTRIBUTES,
    maskers=(
        marked(
            b":",
            rb":{3,}[ \t]*(?:info|tip|warning|danger|details|note|important|caution)[ \t]+(?P<title>[^\r\n]*?)",
            kind="title",
        ),
        lines(rb":{3,}[^\r\n]*"),
        lines(rb"\[\[toc\]\]"),
        lines(rb"<<<[^\r\n]*"),
        lines(_INTERPOLATION),
    ),
    machinery=pattern(COMMENT, ALERT, _INTERPOLATION),
    protected=protected(_INTERPOLATION),
    own_id=OWN_ID,
)
