"""CommonMark 0.31.2, and nothing else."""

from __future__ import annotations

from i18n.markdown.dialects import common, dialect
from i18n.markdown.parser import Extension

COMMONMARK = dialect.Dialect(
    "commonmark",
    Extension.NONE,
    machinery=common.pattern(common.COMMENT),
    formula=None,
    stray=common.FOOTNOTE_WITHOUT_NAME,
    stray_characters="^",
)
