"""At which positions of a TOML document do its strings and lists stand?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from i18n.markdown.frontmatter.skips import Skips
from i18n.markdown.frontmatter.values import LINE_END, NOWHERE
from i18n.span import Characters, Span

_SPACE = re.compile(r"[ \t]*")
_COMMENT = re.compile(r"#[^\r\n]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r""""{3}(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}"""
    r"""|'{3}(?:[^']|'{1,2}(?!'))*'{3,5}"""
    r'''|"(?:[^"\\]|\\.)*"'''
    r"""|'[^']*'""",
    re.S,
)
_OTHER = re.compile(r"\d{4}-\d\d-\d\d[ ]\d\d:[^\s,\]}#]*|[^\s,\]}#]+")
Path = tuple[str | int, ...]
"""Keys and indices from the root."""


class String(NamedTuple):
    """A string and where it stands; an empty span for one that is to be left alone."""

    span: Span[Characters]
    style: str
    path: Path = ()
    named: tuple[int, ...] = ()
    items: tuple[int, ...] = ()
    """Positions as `Skips.speak_of` takes them."""
    skipped: bool = False


UNKNOWN = String(NOWHERE, "")


class Array(NamedTuple):
    """A list and where it stands, from bracket to bracket."""

    span: Span[Characters]
    items: tuple[Span[Characters], ...]


class Strings(NamedTuple):
    """The strings of a document, by path; none if it holds what the scanner does not know."""

    values: Mapping[Path, String]
    keys: Mapping[Path, String]
    """Those that are written in one place: not what a header or a key with dots names."""


def strings(text: str) -> Strings:
    """Find the strings of a document."""
    scanner = _Scanner(text)
    try:
        scanner.run()
    except (_UnforeseenError, RecursionError):
        return Strings({}, {})
    skipping = Skips(text, scanner.comments)

    def marked(found: Sequence[String]) -> dict[Path, String]:
        if not skipping:
            return {each.path: each for each in found}
        spoken = ((*each.named, each.span.start, each.span.end - 1) for each in found)
        return {
            each.path: each._replace(skipped=skipping.speak_of(named, each.items))
            for each, named in zip(found, spoken, strict=True)
        }

    return Strings(marked(scanner.found), marked(scanner.keys))


def array(text: str, path: Path) -> Array | None:
    """Find a list of a document by its path; None without one, or with something that the scanner does not know."""
    scanner = _Scanner(text)
    try:
        scanner.run()
    except (_UnforeseenError, RecursionError):
        return None
    return scanner.arrays.get(path)


class _UnforeseenError(Exception):
    """The text is not what the scanner knows of TOML."""


class _Scanner:
    """Goes through a document that is known to be TOML, to learn where its strings are (TOML 1.0.0)."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._lists: dict[Path, int] = {}
        """Arrays of tables, and the index of the last table of each."""
        self.comments: list[int] = []
        self.found: list[String] = []
        self.keys: list[String] = []
        self.arrays: dict[Path, Array] = {}

    def run(self) -> None:
        """Go to the end; raises `_UnforeseenError`."""
        table: Path = ()
        header: tuple[int, ...] = ()
        while self._skip_blank():
            start = self._at
            if self._text[start] == "[":
                table = self._header()
                header = (start,)
            else:
                self._pair(table, header, ())

    def _skip_blank(self) -> bool:
        """Go on to what is neither white space nor a comment; false at the end."""
        text = self._text
        while self._at < len(text):
            if text[self._at] in " \t\r\n":
                self._at += 1
            elif text[self._at] == "#":
                self.comments.append(self._at)
                self._match(_COMMENT)
            else:
                return True
        return False

    def _match(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise _UnforeseenError
        self._at = match.end()
        return match[0]

    def _take(self, expected: str) -> bool:
        if not self._text.startswith(expected, self._at):
            return False
        self._at += len(expected)
        return True

    def _expect(self, expected: str) -> None:
        if not self._take(expected):
            raise _UnforeseenError

    def _header(self) -> Path:
        is_list = self._take("[[")
        if not is_list:
            self._expect("[")
        keys = self._keys()
        self._expect("]]" if is_list else "]")
        path: Path = ()
        for at, key in enumerate(keys):
            path = (*path, key)
            if is_list and at == len(keys) - 1:
                self._lists[path] = self._lists.get(path, -1) + 1
            if path in self._lists:
                path = (*path, self._lists[path])
        return path

    def _keys(self) -> tuple[str, ...]:
        keys = []
        while True:
            self._match(_SPACE)
            if self._text[self._at : self._at + 1] in ("'", '"'):
                keys.append(decoded(self._match(_STRING)))
            else:
                keys.append(self._match(_BARE_KEY))
            self._match(_SPACE)
            if not self._take("."):
                return tuple(keys)

    def _pair(self, table: Path, named: tuple[int, ...], items: tuple[int, ...]) -> None:
        start = self._at
        keys = self._keys()
        if len(keys) == 1:
            written = self._text[start : self._at].rstrip(" \t")
            style = written[0] if written[0] in "\"'" else ""
            self.keys.append(String(Span(start, start + len(written)), style, (*table, *keys), named, items))
        self._expect("=")
        self._match(_SPACE)
        self._value((*table, *keys), (*named, start), items)

    def _value(self, path: Path, named: tuple[int, ...], items: tuple[int, ...]) -> None:
        start, before = self._at, len(self.found)
        if self._take("["):
            self._array(path, named, items)
        elif self._take("{"):
            self._inline_table(path, named, items)
        elif self._text.startswith(('"', "'"), start):
            written = self._match(_STRING)
            self.found.append(String(Span(start, self._at), _style(written), path, named, items))
        else:
            self._match(_OTHER)
        if self._text[start] in "[{":
            # A comment next to the closing bracket speaks of all within.
            last = self._at - 1
            self.found[before:] = [each._replace(named=(*each.named, last)) for each in self.found[before:]]

    def _array(self, path: Path, named: tuple[int, ...], items: tuple[int, ...]) -> None:
        start = self._at - 1
        spans: list[Span[Characters]] = []
        while self._skip_blank() and not self._take("]"):
            begin = self._at
            self._value((*path, len(spans)), named, (*items, begin))
            spans.append(Span(begin, self._at))
            self._skip_blank()
            self._take(",")
        self.arrays[path] = Array(Span(start, self._at), tuple(spans))

    def _inline_table(self, path: Path, named: tuple[int, ...], items: tuple[int, ...]) -> None:
        while self._skip_blank() and not self._take("}"):
            self._pair(path, named, items)
            self._skip_blank()
            self._take(",")


def _style(written: str) -> str:
    return written[:3] if written[:3] in ('"""', "'''") and len(written) >= 6 else written[:1]


def decoded(written: str) -> Any:
    """What a string stands for."""
    import tomllib

    if len(_style(written)) == 1 and "\\" not in written:
        return written[1:-1]
    return tomllib.loads("x=" + LINE_END.sub("\n", written))["x"]
