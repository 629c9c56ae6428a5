"""What of an SVG file shows the picture?

All but comments, metadata, marks of editors and paths on the machine of its author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from i18n.media import xml
from i18n.media.embedded import Cleaner, embedded
from i18n.media.folders import without_folders
from i18n.media.outcome import Clean
from i18n.media.xml import Attribute, MalformedError, Part, Token, subset, tokens

KIND = "an SVG picture"
_SVG_SPACE = "http://www.w3.org/2000/svg"
_ELEMENT_SPACES = frozenset({"", _SVG_SPACE, "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"})
_ATTRIBUTE_SPACES = _ELEMENT_SPACES | {
    "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2001/xml-events",
}  # fmt: skip
"""Namespaces that mean something to browsers; every other one is an editor's."""
_BOUND = {
    "": "",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "xmlns": "http://www.w3.org/2000/xmlns/",
    "xlink": "http://www.w3.org/1999/xlink",
}
"""Prefixes that need no declaration; that of links has one in the document type of SVG 1.1."""
_LOCAL = frozenset({"data-name", "content", "about", "datatype", "property", "resource", "typeof"})
"""Attributes of drawings, without a namespace, that hold names of layers, whole drawings, and metadata (RDFa)."""
_ADDRESSES = frozenset({"href", "src", "style", "base"})
_INSTRUCTIONS = frozenset({"xml", "xml-stylesheet"})
_ENTITY = re.compile(r"<!ENTITY\s+([^\s%&;]+)\s+(?:\"([^\"]*)\"|'([^']*)')\s*>", re.ASCII)
_CSS = re.compile(r"\"(?:\\.|[^\"\\])*+\"|'(?:\\.|[^'\\])*+'|url\([^\"')]*+|/\*.*?(?:\*/|$)", re.ASCII | re.DOTALL)
_CDATA_HEAD, _CDATA_TAIL = len("<![CDATA["), len("]]>")
_FIRST_TAG = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)", re.ASCII)
_DATA = re.compile(r"(data:[^\"')]*)", re.IGNORECASE)
_DECLARED = re.compile(r"<\?xml[^>]*?\sencoding\s*=\s*[\"']([\w.:-]+)", re.ASCII)
_TRANSPARENT = re.compile(r"(?i)utf-?8|us-ascii|iso-?8859-\d+|latin-?\d|windows-125\d|koi8-[ru]")
"""Encodings in which a byte below 128 is always the character of ASCII."""


@dataclass(frozen=True, slots=True)
class _Element:
    """An element that is open."""

    name: str
    namespace: str
    spaces: Mapping[str, str]
    """Prefix → namespace."""
    dropped: int = -1
    """Where the outermost element began that is taken out and holds this one, or is it; -1 if none is."""

    @property
    def local(self) -> str:
        return self.name.rpartition(":")[2]


_NONE = _Element("", "", _BOUND)


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str = ""
    gone: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()


@dataclass(slots=True)
class _Walk:
    """A walk over one text."""

    text: str
    clean: Cleaner
    entities: dict[str, str] = field(default_factory=dict)
    open: list[_Element] = field(default_factory=list)
    has_root: bool = False

    def edits(self) -> Iterator[_Edit]:
        """What is to be changed, in order; raises `MalformedError`."""
        for token in tokens(self.text):
            within = self.open[-1] if self.open else _NONE
            if token.part in {Part.OPEN, Part.EMPTY}:
                yield from self._opened(token, within)
            elif token.part is Part.CLOSE:
                yield from self._closed(token, within)
            elif within.dropped < 0:
                yield from self._between(token, within)
        if self.open or not self.has_root:
            raise MalformedError(len(self.text))

    def _opened(self, token: Token, within: _Element) -> Iterator[_Edit]:
        if not self.open and self.has_root:
            raise MalformedError(token.start)
        self.has_root = True
        spaces = {**within.spaces, **dict(self._declared(token))}
        element = _Element(token.name, spaces.get(token.name.rpartition(":")[0], "unbound"), spaces, within.dropped)
        if self.open and element.dropped < 0 and _shows_nothing(element):
            element = _Element(element.name, element.namespace, spaces, token.start)
            if token.part is Part.EMPTY:
                yield _Edit(token.start, token.end, gone=("metadata",))
        if element.dropped < 0:
            for attribute in token.attributes:
                yield from self._attribute(attribute, element)
        if token.part is Part.OPEN:
            self.open.append(element)

    def _closed(self, token: Token, element: _Element) -> Iterator[_Edit]:
        if element.name != token.name:
            raise MalformedError(token.start)
        self.open.pop()
        if element.dropped >= 0 and (not self.open or self.open[-1].dropped < 0):
            yield _Edit(element.dropped, token.end, gone=("metadata",))

    def _between(self, token: Token, within: _Element) -> Iterator[_Edit]:
        """Comments, instructions, the document type and texts."""
        written = self.text[token.start : token.end]
        if token.part is Part.COMMENT:
            yield _Edit(token.start, token.end, gone=("comment",))
        elif token.part is Part.INSTRUCTION:
            if token.name not in _INSTRUCTIONS:
                yield _Edit(token.start, token.end, gone=("metadata",))
            elif (text := without_folders(written, address=True)) != written:
                yield _Edit(token.start, token.end, text, gone=("folder",))
        elif token.part is Part.DOCTYPE:
            yield from self._doctype(token)
        elif within.local == "style":
            yield from self._style(token)
        elif not self.open and written.strip(" \t\r\n\ufeff"):
            raise MalformedError(token.start)

    def _doctype(self, token: Token) -> Iterator[_Edit]:
        at = self.text.find("[", token.start, token.end)
        for start, end in subset(self.text, at) if at >= 0 else ():
            written = self.text[start:end]
            if written.startswith(("<!--", "<?")):
                yield _Edit(start, end, gone=("comment",))
            elif entity := _ENTITY.fullmatch(written):
                self.entities[entity[1]] = entity[2] or entity[3] or ""
            is_text = not written.startswith("<!ENTITY") or (entity and not set("<&") & set(written[1:]))
            if written.startswith("%") or not is_text:
                yield _Edit(end, end, stays=("declares entities, which are not looked into",))
        written = self.text[token.start : token.end]
        if without_folders(written, address=False) != written:
            yield _Edit(token.end, token.end, stays=("names a folder in its document type",))

    def _declared(self, token: Token) -> Iterator[tuple[str, str]]:
        """The namespaces that a tag declares; a value may be one of the short texts that the document type names."""
        for each in token.attributes:
            prefix, _, name = each.name.rpartition(":")
            if prefix == "xmlns" or each.name == "xmlns":
                value = self.entities.get(each.value[1:-1]) if each.value.startswith("&") else None
                yield name if prefix else "", each.value if value is None else value

    def _attribute(self, attribute: Attribute, element: _Element) -> Iterator[_Edit]:
        prefix, _, local = attribute.name.rpartition(":")
        if prefix == "xmlns":
            editors = element.spaces[local] not in _ATTRIBUTE_SPACES
        elif prefix:
            editors = element.spaces.get(prefix) not in _ATTRIBUTE_SPACES
        else:
            editors = local in _LOCAL and element.namespace in {"", _SVG_SPACE}
        if editors:
            yield _Edit(attribute.start, attribute.end, gone=("editor's attribute",))
        elif local != "xmlns" and prefix != "xmlns":
            yield from self._value(attribute, local)

    def _value(self, attribute: Attribute, local: str) -> Iterator[_Edit]:
        start = attribute.end - 1 - len(attribute.value)
        value = xml.unescaped(attribute.value)
        short = _without_comments(value) if local == "style" else value
        comments = ("comment",) if short != value else ()
        text, gone, stays = self._text(short, address=local in _ADDRESSES or "url(" in value)
        if text != value or stays:
            written = attribute.value if text == value else xml.escaped(text)
            yield _Edit(start, attribute.end - 1, written, (*comments, *gone), stays)

    def _style(self, token: Token) -> Iterator[_Edit]:
        is_raw = token.part is Part.CDATA
        start, end = (token.start + _CDATA_HEAD, token.end - _CDATA_TAIL) if is_raw else (token.start, token.end)
        written = self.text[start:end]
        value = written if is_raw else xml.unescaped(written)
        short = _without_comments(value)
        comments = ("comment",) if short != value else ()
        text, gone, stays = self._text(short, address=True)
        if text != value:
            written = text if is_raw else xml.escaped(text)
        if text != value or stays:
            yield _Edit(start, end, written, (*comments, *gone), stays)

    def _text(self, text: str, *, address: bool) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """Clean the files in a text and shorten its paths; those files are no places to look for paths in."""
        files = embedded(text, self.clean)
        parts = _DATA.split(files.text)
        short = [without_folders(part, address=address) for part in parts[::2]]
        folders = ("folder",) if short != parts[::2] else ()
        parts[::2] = short
        return "".join(parts), (*files.gone, *folders), files.stays


def _shows_nothing(element: _Element) -> bool:
    if element.namespace not in _ELEMENT_SPACES:
        return True
    return element.local == "metadata" and element.namespace in {"", _SVG_SPACE}


def _without_comments(style: str) -> str:
    """A style sheet whose comments are empty; they stay, since they part words."""
    return _CSS.sub(lambda found: "/**/" if found[0].startswith("/*") else found[0], style)


def is_svg(text: str) -> bool:
    """Tell whether a text is an SVG picture: by its first element, or by its looks if that cannot be reached."""
    if not text.lstrip(" \t\r\n\ufeff").startswith("<"):
        return False
    try:
        for token in tokens(text):
            if token.name and token.part in {Part.OPEN, Part.EMPTY}:
                return token.name.rpartition(":")[2] == "svg"
    except MalformedError:
        found = _FIRST_TAG.search(text)
        return found is not None and found[1] == "svg"
    return False


def clean(text: str, encoding: str, data: bytes, inner: Cleaner) -> Clean:
    """Take out what shows nothing; the rest stays as it is, byte for byte. `inner` cleans the files it holds."""
    declared = _DECLARED.search(text, 0, 200)
    if declared and not encoding.startswith("utf-16") and not _TRANSPARENT.fullmatch(declared[1]):
        return Clean(KIND, data, stays=(f"is {KIND} in the encoding {declared[1]}, which is not read: {_AS_IS}",))
    try:
        edits = sorted(_Walk(text, inner).edits(), key=lambda edit: (edit.start, -edit.end))
    except MalformedError as error:
        line = text.count("\n", 0, int(str(error))) + 1
        return Clean(KIND, data, stays=(f"is {KIND} that is not well-formed in line {line}: {_AS_IS}",))
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    made = "".join([*parts, text[at:]]).encode(encoding, "xmlcharrefreplace")
    gone = dict.fromkeys(each for edit in edits for each in edit.gone)
    return Clean(KIND, made, tuple(gone), tuple(dict.fromkeys(each for edit in edits for each in edit.stays)))


_AS_IS = "it is published as it is, with all that it says"
