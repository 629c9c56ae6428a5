"""Where do the byte order mark, the front matter and the body of an article lie?"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from i18n.markdown import frontmatter
from i18n.markdown.frontmatter import FrontMatter

_NEWLINE = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Document:
    """An article cut in its three parts; `data` is whole and untouched."""

    data: bytes
    front: FrontMatter | None
    body_start: int
    """First byte of the body in `data`."""
    body: str
    """What the Markdown parser is given."""

    @property
    def newline(self) -> bytes:
        """The article's own line end: that of its first line, LF when it has none."""
        match = _NEWLINE.search(self.data)
        return match[0] if match else b"\n"


def read(data: bytes) -> Document:
    """Cut an article into its parts; raises `UnicodeDecodeError` when it is not UTF-8."""
    start = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    text = data[start:].decode() if start else data.decode()
    front = frontmatter.find(text, start)
    if front is None:
        return Document(data, None, start, text)
    return Document(data, front, front.end, text[front.characters :])
