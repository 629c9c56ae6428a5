"""CommonMark 0.31.2, and nothing else."""

from __future__ import annotations

from i18n.markdown.dialects.common import COMMENT, pattern
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.parser import Extension

COMMONMARK = Dialect("commonmark", Extension.NONE, machinery=pattern(COMMENT), formula=None)
