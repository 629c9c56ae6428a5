"""How is front matter in YAML found, read and written?"""

from __future__ import annotations

import re

from i18n.markdown.frontmatter.values import Format, block, file_of
from i18n.markdown.frontmatter.yaml.reading import leaves, leaves_of_file
from i18n.markdown.frontmatter.yaml.writing import spellings

_BLOCK = re.compile(r"---[ \t]*(?:\r\n|\n|\r)(.*?)(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.S)
_KEY = re.compile(r"(?:^|[\r\n])[ \t]*[\"']?[\w.-]+[\"']?[ \t]*:(?:[ \t\r\n]|\Z)")


YAML = Format(block(_BLOCK), ("---\n", "---\n"), _KEY, leaves, spellings)
YAML_FILE = file_of(YAML, leaves_of_file)
