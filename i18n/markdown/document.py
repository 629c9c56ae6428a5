"""Where do the byte order mark, the front matter and the body of an article lie?"""

from __future__ import annotations

import codecs
import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from i18n.markdown import frontmatter, insertion, masking, parser
from i18n.markdown.dialects import Dialect

FRONT_MATTER_MARKS = (b"---", b"+++", b"{")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_NEWLINE = re.compile(rb"\r\n|\n|\r")
_PLACEHOLDER = re.compile("[\ue000-\uefff\u0300]+")


@dataclass(frozen=True)
class Document:
    """An article cut in its three parts; `data` is whole and untouched."""

    data: bytes
    front: frontmatter.FrontMatter | None
    body_start: int
    """First byte of the body in `data`."""
    dialect: Dialect

    @property
    def body(self) -> str:
        """What the Markdown parser is given: as many bytes as the body has, at the same offsets."""
        return self._masked[0]

    def events(self) -> Iterator[parser.Event]:
        """What the parser sees of the body; positions are those of the article."""
        body, extensions = self.body, self.dialect.extensions
        if not any(each.ahead for each in self.constructs):
            return parser.events(body, extensions, self.body_start)
        shown = insertion.insert(body.encode(), self.constructs)
        return shown.placed(parser.events(shown.text, extensions), self.body_start)

    def definitions(self) -> dict[str, parser.Definition]:
        """The reference definitions of the body by their labels; positions are those of the article."""
        body, extensions = self.body, self.dialect.extensions
        if "]:" not in body:
            return {}
        if not any(each.ahead for each in self.constructs):
            return parser.reference_definitions(body, extensions, self.body_start)
        shown = insertion.insert(body.encode(), self.constructs)
        found = parser.reference_definitions(shown.text, extensions)
        return {label: each._replace(span=shown.span(each.span, self.body_start)) for label, each in found.items()}

    @property
    def constructs(self) -> tuple[masking.Construct, ...]:
        """What the dialect adds, with positions within the body."""
        return self._masked[1]

    @property
    def placeholders(self) -> Mapping[str, str]:
        """What stands in the body for the dialect's code within a text, and that code."""
        return self._masked[2]

    @functools.cached_property
    def _masked(self) -> tuple[str, tuple[masking.Construct, ...], Mapping[str, str]]:
        """The body, constructs and placeholders; not all that read an article ask for them."""
        body, dialect = self.data[self.body_start :].decode(), self.dialect
        if "\r" in body:
            # The parser takes a lone carriage return for a line end in some places only.
            body = _LONE_RETURN.sub("\n", body)
        if not dialect.maskers:
            return body, (), {}
        raw = body.encode()
        names = frozenset(name.encode() for name in dialect.data_shortcodes)
        found = masking.constructs(masking.Body(raw, dialect.parameters, names), dialect.maskers)
        return (masking.masked(raw, found).decode(), found, _placeholders(raw, found)) if found else (body, (), {})

    @property
    def newline(self) -> bytes:
        """The article's own line end: that of its first line, LF when it has none."""
        match = _NEWLINE.search(self.data)
        return match[0] if match else b"\n"

    @property
    def masked(self) -> bytes:
        """The whole article with the body as the parser is given it."""
        return self.data[: self.body_start] + self.body.encode() if self.constructs else self.data

    def spelled(self, text: str) -> str:
        """Write what the parser says of the body with the dialect's own code in place of its placeholders."""
        return _PLACEHOLDER.sub(self._code, text) if self.placeholders else text

    def _code(self, match: re.Match[str]) -> str:
        text = match[0]
        if text in self.placeholders:
            return self.placeholders[text]
        for placeholder, code in self.placeholders.items():
            text = text.replace(placeholder, code)
        return text


def line_start(data: bytes, position: int) -> int:
    """The first byte of the line of an article that a position lies in; a lone carriage return ends one too."""
    return max(data.rfind(b"\n", 0, position), data.rfind(b"\r", 0, position)) + 1


def read(data: bytes, dialect: Dialect, form: str = "") -> Document:
    """Cut an article into its parts; a file of data, whose language is `form`, is front matter from end to end.

    Raises `UnicodeDecodeError` when it is not UTF-8.
    """
    start = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    text = data[start:].decode() if start else data.decode()
    if form:
        return Document(data, frontmatter.whole(text, start, f"{form} file"), len(data), dialect)
    front = frontmatter.find(text, start, dialect.front_matter)
    return Document(data, front, start if front is None else front.body_start, dialect)


def with_body(document: Document, data: bytes, dialect: Dialect) -> Document:
    """Read another article that is the same up to the body.

    Text after a leading `---` could have become front matter: such an article is read from the start.
    """
    if document.front is None and data.startswith(FRONT_MATTER_MARKS, document.body_start):
        return read(data, dialect)
    return Document(data, document.front, document.body_start, dialect)


def _placeholders(raw: bytes, found: Iterable[masking.Construct]) -> dict[str, str]:
    return {
        each.mask.decode(): each.span.of(raw).decode()
        for each in found
        if each.mask and _PLACEHOLDER.match(each.mask.decode())
    }
