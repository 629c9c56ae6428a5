"""Where do the byte order mark, the front matter and the body of an article lie?"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from i18n.markdown import frontmatter
from i18n.markdown.frontmatter import FrontMatter

_LONE_RETURN = re.compile(r"\r(?!\n)")
_NEWLINE = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Document:
    """An article cut in its three parts; `data` is whole and untouched."""

    data: bytes
    front: FrontMatter | None
    body_start: int
    """First byte of the body in `data`."""
    body: str
    """What the Markdown parser is given: as many bytes as the body has, at the same offsets."""

    @property
    def newline(self) -> bytes:
        """The article's own line end: that of its first line, LF when it has none."""
        match = _NEWLINE.search(self.data)
        return match[0] if match else b"\n"


def with_body(document: Document, data: bytes) -> Document:
    """Read another article that is the same up to the body.

    Text after a leading `---` could have become front matter: such an article is read from the start.
    """
    if document.front is None and document.body.startswith("---"):
        return read(data)
    return Document(data, document.front, document.body_start, _parsable(data[document.body_start :].decode()))


def _parsable(body: str) -> str:
    # The parser takes a lone carriage return for a line end in some places only.
    return _LONE_RETURN.sub("\n", body) if "\r" in body else body


def read(data: bytes) -> Document:
    """Cut an article into its parts; raises `UnicodeDecodeError` when it is not UTF-8."""
    start = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    text = data[start:].decode() if start else data.decode()
    front = frontmatter.find(text, start)
    body = text if front is None else text[front.characters :]
    return Document(data, front, start if front is None else front.end, _parsable(body))
