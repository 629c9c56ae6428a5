"""How is front matter in TOML found, read and written?"""

from __future__ import annotations

import re

from i18n.markdown.frontmatter.toml.reading import leaves
from i18n.markdown.frontmatter.toml.writing import spellings
from i18n.markdown.frontmatter.values import Format, block, file_of

_BLOCK = re.compile(r"\+\+\+[ \t]*(?:\r\n|\n|\r)(.*?)(?<=[\r\n])\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)", re.S)
_KEY = re.compile(r"(?:^|[\r\n])[ \t]*(?:[\w.\"'-]+[ \t]*=|\[\[?[\w.-]+\]\]?[ \t]*[#\r\n])")


TOML = Format(block(_BLOCK), ("+++\n", "+++\n"), _KEY, leaves, spellings)
TOML_FILE = file_of(TOML, lambda text: leaves(text, keys=True))
