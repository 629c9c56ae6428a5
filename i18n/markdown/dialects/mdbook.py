"""MdBook: GitHub's extensions, includes in double braces, attributes on headings."""

from __future__ import annotations

from i18n.markdown.dialects.common import ALERT, COMMENT, GITHUB, OWN_ID, lines, pattern, protected
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.parser import Extension

_COMMAND = rb"\\?\{\{[ \t]*#.*?\}\}"

MDBOOK = Dialect(
    "mdbook",
    GITHUB | Extension.HEADING_ATTRIBUTES,
    maskers=(lines(rb"\{\{[^\r\n]*\}\}"),),
    machinery=pattern(COMMENT, ALERT, rb"\{\{.*?\}\}"),
    protected=protected(_COMMAND, rb"\{\{.*?\}\}"),
    own_id=OWN_ID,
)
