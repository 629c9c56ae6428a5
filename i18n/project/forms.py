"""Which kinds of values do keys of the configuration take, and what do parser and editors know of each?"""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Collection, Iterable, Mapping
from typing import Annotated, NamedTuple, Protocol, TypeVar

Schema = dict[str, object]
"""A JSON Schema."""


class Unexpected(Exception):  # noqa: N818 - it says what was expected
    """A value is not what its key takes; the text says what was expected."""

    def __init__(self, expected: str, *, quote: bool = True) -> None:
        super().__init__(expected)
        self.quote = quote
        """Whether a message may repeat the value."""


class Unavailable(Exception):  # noqa: N818 - it names the value
    """A value is one that this version does not have; the text is the value."""

    def __init__(self, word: str, there: tuple[str, ...]) -> None:
        super().__init__(word)
        self.there = there
        """The values that it has."""


Value = TypeVar("Value", covariant=True)


class Form(Protocol[Value]):
    """A kind of value."""

    def read(self, value: object) -> Value:
        """Turn a value as TOML gives it into the one that the project keeps; raises `Unexpected`, `Unavailable`."""

    def schema(self) -> Schema:
        """Describe the values that `read` takes, as far as JSON Schema can."""


class Text(NamedTuple):
    """A string that matches a pattern as a whole."""

    expected: str
    pattern: str
    """For ECMA 262 as for Python, anchored at both ends."""
    printable: bool = False
    """Control and format characters are refused too."""
    trimmed: str = ""
    """Characters that are dropped at the end."""
    quote: bool = True
    """Whether a message may repeat the value."""

    def read(self, value: object) -> str:
        """Parse the string."""
        fits = isinstance(value, str) and re.fullmatch(self.pattern, value)
        if not isinstance(value, str) or not fits or (self.printable and not value.isprintable()):
            raise Unexpected(self.expected, quote=self.quote)
        return value.rstrip(self.trimmed) if self.trimmed else value

    def schema(self) -> Schema:
        """Describe it."""
        return {"type": "string", "pattern": self.pattern}


class Day(NamedTuple):
    """A day or a month: a date of TOML, or text such as "2026-11"."""

    def read(self, value: object) -> str:
        """Parse the day into text."""
        written = value.isoformat() if isinstance(value, datetime.date) else value
        return Text('a day such as 2026-11-28, or a month such as "2026-11"', _DAY).read(written)

    def schema(self) -> Schema:
        """Describe it: editors see a date of TOML as text."""
        return {"type": "string", "pattern": _DAY}


_DAY = r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"


class Number(NamedTuple):
    """A number within bounds."""

    expected: str
    least: int = 0
    most: float = sys.float_info.max
    whole: bool = False
    """1.0 is none."""
    above: bool = False
    """`least` does not belong to it."""

    def read(self, value: object) -> float:
        """Parse the number."""
        if not isinstance(value, int if self.whole else int | float) or isinstance(value, bool):
            raise Unexpected(self.expected)
        if not self.least <= value <= self.most or (self.above and value == self.least):
            raise Unexpected(self.expected)
        return value if self.whole else float(value)

    def schema(self) -> Schema:
        """Describe it."""
        bounds: Schema = {"exclusiveMinimum" if self.above else "minimum": self.least}
        if self.most != sys.float_info.max:
            bounds["maximum"] = self.most
        return {"type": "integer" if self.whole else "number", **bounds}


class Truth(NamedTuple):
    """`true` or `false`."""

    def read(self, value: object) -> bool:
        """Parse it."""
        if not isinstance(value, bool):
            raise Unexpected("true or false")
        return value

    def schema(self) -> Schema:
        """Describe it."""
        return {"type": "boolean"}


class Strings(NamedTuple):
    """A list of strings, none empty, each matching a pattern as a whole."""

    expected: str = ""
    pattern: str = ""
    more: Mapping[str, object] | None = None
    """What is held elsewhere and editors can say too."""

    def read(self, value: object) -> tuple[str, ...]:
        """Parse the list."""
        given = _strings(value)
        for one in given:
            if self.pattern and not re.fullmatch(self.pattern, one):
                raise Unexpected(f'{self.expected} ("{one}" is none)')
        return given

    def schema(self) -> Schema:
        """Describe it."""
        each = {"pattern": self.pattern} if self.pattern else {"minLength": 1}
        return {"type": "array", "items": {"type": "string", **each}, **(self.more or {})}


class OneOf(NamedTuple):
    """One of some words."""

    words: tuple[str, ...]
    later: tuple[str, ...] = ()

    def read(self, value: object) -> str:
        """Parse the word."""
        known = (*self.words, *self.later)
        if not isinstance(value, str) or value not in known:
            raise Unexpected(f"one of {', '.join(known)}{suggestion(value, known)}")
        if value in self.later:
            raise Unavailable(value, self.words)
        return value

    def schema(self) -> Schema:
        """Describe it."""
        return {"enum": [*self.words]}


class SomeOf(NamedTuple):
    """A list of some of some words, none twice."""

    words: Collection[str]
    later: tuple[str, ...] = ()
    least: int = 1

    def read(self, value: object) -> tuple[str, ...]:
        """Parse the list."""
        given, known = _strings(value), (*self.words, *self.later)
        wrong = next((word for word in given if word not in known or given.count(word) > 1), "")
        if wrong or len(given) < self.least:
            raise Unexpected(f"a list of some of {', '.join(known)}, each once{suggestion(wrong, known)}")
        for word in given:
            if word in self.later:
                raise Unavailable(word, (*self.words,))
        return given

    def schema(self) -> Schema:
        """Describe it."""
        return {"type": "array", "items": {"enum": [*self.words]}, "minItems": self.least, "uniqueItems": True}


def _strings(value: object) -> tuple[str, ...]:
    given = value if isinstance(value, list) else [None]
    if not all(isinstance(one, str) and one for one in given):
        raise Unexpected('a list of strings, such as ["one", "two"]')
    return tuple(given)


def suggestion(word: object, known: Iterable[str]) -> str:
    """End a message with what was probably meant: ` (did you mean "…"?)`, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(str(word), list(known), n=1)
    return f' (did you mean "{close[0]}"?)' if close else ""


_PART = r"(?!\.{1,2}(?:/|$))[^/\\]+"
_INSIDE = rf"{_PART}(?:/{_PART})*"
_GLOB_PART = r"(?!\.{1,2}(?:/|$))(?:\*\*(?=/|$)|(?:(?!\*\*)[^/\\])+)"


def path_with(*placeholders: str) -> Text:
    """A path inside the project that holds each of the placeholders once and no other."""
    names = [placeholder[1:-1] for placeholder in placeholders]
    some = r"[\s\S]*"
    once = "".join(rf"(?={some}\{{{name}\}})(?!{some}\{{{name}\}}{some}\{{{name}\}})" for name in names)
    no_other = rf"(?!{some}\{{(?!(?:{'|'.join(names)})\}})[^{{}}]*\}})"
    expected = f"a path inside the project that holds {' and '.join(placeholders)} once and no other placeholder"
    return Text(expected, rf"^{once}{no_other}{_INSIDE}$")


Line = Annotated[str, Text("one line of text", r"^.*\S.*$", printable=True)]
Folder = Annotated[
    str,
    Text('a folder inside the project, relative to it and with "/" between its parts', rf"^{_INSIDE}/*$", trimmed="/"),
]
File = Annotated[
    str, Text('a file inside the project, relative to it and with "/" between its parts', rf"^(?:{_INSIDE})?$")
]
NamesFile = Annotated[
    str,
    Text(
        "the path of a file outside version control; names do not belong into the configuration",
        r"^[\s\S]*$",
        quote=False,
    ),
]
Several = Annotated[tuple[str, ...], Strings()]
Distinct = Annotated[tuple[str, ...], Strings(more={"uniqueItems": True})]
Globs = Annotated[
    tuple[str, ...],
    Strings('globs below the source folder such as "guide/**/*.md"', rf"^{_GLOB_PART}(?:/{_GLOB_PART})*/*$"),
]
Percent = Annotated[int, Number("a whole number from 0 to 100", most=100, whole=True)]
Amount = Annotated[float, Number("a number, 0 or more")]
