"""GitHub Flavored Markdown, with the template tags that pages on GitHub often carry."""

from __future__ import annotations

from i18n.markdown.dialects.common import (
    ALERT,
    ATTRIBUTE_LIST,
    COLONS,
    COMMENT,
    FORMULA,
    GITHUB,
    OUTPUT,
    OWN_ID,
    TAG,
    TEMPLATES,
    pattern,
    protected,
)
from i18n.markdown.dialects.dialect import Dialect

GFM = Dialect(
    "gfm",
    GITHUB,
    machinery=pattern(COMMENT, TEMPLATES, ALERT, COLONS, ATTRIBUTE_LIST),
    protected=protected(OUTPUT, TAG, rb"\{\{|\{%", FORMULA),
    own_id=OWN_ID,
)
