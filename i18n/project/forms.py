"""Which kinds of values do keys of the configuration take, and what do parser and editors know of each?"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterable
from typing import Annotated, Generic, NamedTuple, TypeVar

from i18n.project.placement import overlap

Value = TypeVar("Value", covariant=True)
Schema = dict[str, object]
"""A JSON Schema."""


class Form(NamedTuple, Generic[Value]):
    """A kind of value."""

    read: Callable[[object], Value]
    """Turns a value as TOML gives it into the one that the project keeps; raises `Unexpected`, `Unavailable`."""
    schema: Callable[[], Schema]
    """Describes the values that `read` takes, as far as JSON Schema can."""
    words: Callable[[], Collection[str]] = tuple
    """The words that it is made of, if it is."""


class Unexpected(Exception):  # noqa: N818 - it says what was expected
    """A value is not what its key takes; the text says what was expected."""

    def __init__(self, expected: str, *, quote: bool = True, one: str = "", at: str = "", found: object = None) -> None:
        super().__init__(expected)
        self.at = at
        """The key in a table by locale whose value it is."""
        self.found = found
        """That value."""
        self.quote = quote
        """Whether a message may repeat the value."""
        self.one = one
        """Which string of a list it is that is wrong; empty where that is not known."""


class Unavailable(Exception):  # noqa: N818 - it names the value
    """A value is one that this version does not have; the text is the value."""

    def __init__(self, word: str, there: Collection[str]) -> None:
        super().__init__(word)
        self.there = there
        """The values that it has."""


def text(expected: str, pattern: str, *, printable: bool = False, trimmed: str = "", quote: bool = True) -> Form[str]:
    """A string that matches a pattern as a whole, which is anchored at both ends, for ECMA 262 as for Python.

    `printable`: control and format characters are refused too. `trimmed`: characters that are dropped at the end.
    `quote`: a message may repeat the value.
    """

    def read(value: object) -> str:
        fits = isinstance(value, str) and re.fullmatch(pattern, value)
        if not isinstance(value, str) or not fits or (printable and not value.isprintable()):
            raise Unexpected(expected, quote=quote)
        return value.rstrip(trimmed) if trimmed else value

    return Form(read, lambda: {"type": "string", "pattern": pattern})


def day() -> Form[str]:
    """A day or a month: a date of TOML, which editors see as text, or text such as "2026-11"."""
    written = text('a day such as 2026-11-28, or a month such as "2026-11"', r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$")

    def read(value: object) -> str:
        import datetime

        return written.read(value.isoformat() if isinstance(value, datetime.date) else value)

    return Form(read, written.schema)


def number(
    expected: str, least: int = 0, most: float = sys.float_info.max, *, whole: bool = False, above: bool = False
) -> Form[float]:
    """A number within bounds. `whole`: 1.0 is none. `above`: `least` does not belong to it."""

    def read(value: object) -> float:
        if not isinstance(value, int if whole else int | float) or isinstance(value, bool):
            raise Unexpected(expected)
        if not least <= value <= most or (above and value == least):
            raise Unexpected(expected)
        return value if whole else float(value)

    def schema() -> Schema:
        bounds: Schema = {"exclusiveMinimum" if above else "minimum": least}
        if most != sys.float_info.max:
            bounds["maximum"] = most
        return {"type": "integer" if whole else "number", **bounds}

    return Form(read, schema)


def truth() -> Form[bool]:
    """`true` or `false`."""

    def read(value: object) -> bool:
        if not isinstance(value, bool):
            raise Unexpected("true or false")
        return value

    return Form(read, lambda: {"type": "boolean"})


def strings(expected: str = "", pattern: str = "", **more: object) -> Form[tuple[str, ...]]:
    """A list of strings, none empty, each matching a pattern as a whole.

    `more`: what is verified elsewhere and editors can be told too, in JSON Schema.
    """

    def read(value: object) -> tuple[str, ...]:
        given = _strings(value)
        for one in given:
            if pattern and not re.fullmatch(pattern, one):
                raise Unexpected(f'{expected} ("{one}" is none)')
        return given

    each = {"pattern": pattern} if pattern else {"minLength": 1}
    return Form(read, lambda: {"type": "array", "items": {"type": "string", **each}, **more})


def patterns() -> Form[tuple[str, ...]]:
    """A list of regular expressions."""

    def read(value: object) -> tuple[str, ...]:
        given = _strings(value)
        if given:
            from i18n.words.patterns import objection  # few projects have such

            for one in given:
                if wrong := objection(one):
                    text = f"regular expressions, and {one!r} cannot be one: {wrong}"
                    raise Unexpected(text, quote=False, one=one)
        return given

    return Form(read, lambda: {"type": "array", "items": {"type": "string", "minLength": 1}})


def one_of(words: Collection[str], later: Collection[str] = ()) -> Form[str]:
    """One of some words; those for later are known and refused."""

    def read(value: object) -> str:
        known = (*words, *later)
        if not isinstance(value, str) or value not in known:
            raise Unexpected(f"one of {', '.join(known)}{suggestion(value, known)}")
        if value in later:
            raise Unavailable(value, words)
        return value

    return Form(read, lambda: {"enum": [*words]}, lambda: words)


def some_of(
    words: Callable[[], Collection[str]], later: Collection[str] = (), *, least: int = 1
) -> Form[tuple[str, ...]]:
    """A list of some of some words, none twice; those for later are known and refused."""

    def read(value: object) -> tuple[str, ...]:
        given, known = _strings(value), (*words(), *later)
        wrong = next((word for word in given if word not in known or given.count(word) > 1), "")
        if wrong or len(given) < least:
            raise Unexpected(f"a list of some of {', '.join(known)}, each once{suggestion(wrong, known)}")
        for word in given:
            if word in later:
                raise Unavailable(word, words())
        return given

    def schema() -> Schema:
        return {"type": "array", "items": {"enum": [*words()]}, "minItems": least, "uniqueItems": True}

    return Form(read, schema, words)


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


def folders() -> Form[tuple[str, ...]]:
    """A folder inside the project or a list of them, none in another; "." is the root."""
    one = text(_A_TREE, _TREE, trimmed="/")

    def read(value: object) -> tuple[str, ...]:
        given = tuple(one.read(each) for each in (value if isinstance(value, list) else [value]))
        for at, folder in enumerate(given):
            if any(overlap(folder, other) for other in given[:at]):
                raise Unexpected(f'folders none of which lies in another ("{folder}" does)')
        if not given:
            raise Unexpected("at least one folder")
        return given

    items = one.schema()
    return Form(read, lambda: {"anyOf": [items, {"type": "array", "items": items, "minItems": 1}]})


_PART = r"(?!\.{1,2}(?:/|$))[^/\\]+"
_INSIDE = rf"{_PART}(?:/{_PART})*"
_GLOB_PART = r"(?!\.{1,2}(?:/|$))(?:\*\*(?=/|$)|(?:(?!\*\*)[^/\\])+)"
GLOB = rf"{_GLOB_PART}(?:/{_GLOB_PART})*"
"""A glob of paths inside a folder."""


def path_with(*placeholders: str) -> Form[str]:
    """A path inside the project that holds each of the placeholders once and no other."""
    names = [placeholder[1:-1] for placeholder in placeholders]
    some = r"[\s\S]*"
    once = "".join(rf"(?={some}\{{{name}\}})(?!{some}\{{{name}\}}{some}\{{{name}\}})" for name in names)
    no_other = rf"(?!{some}\{{(?!(?:{'|'.join(names)})\}})[^{{}}]*\}})"
    expected = f"a path inside the project that holds {' and '.join(placeholders)} once and no other placeholder"
    return text(expected, rf"^{once}{no_other}{_INSIDE}$")


_A_TREE = 'a folder inside the project, relative to it and with "/" between its parts; "." is the root'
_TREE = rf"^(?:\.|{_INSIDE})/*$"
Tree = Annotated[str, text(_A_TREE, _TREE, trimmed="/")]
Line = Annotated[str, text("one line of text", r"^.*\S.*$", printable=True)]
Folder = Annotated[
    str,
    text('a folder inside the project, relative to it and with "/" between its parts', rf"^{_INSIDE}/*$", trimmed="/"),
]
FolderIfAny = Annotated[
    str,
    text(
        'empty, or a folder inside the project, relative to it and with "/" between its parts',
        rf"^(?:{_INSIDE}/*)?$",
        trimmed="/",
    ),
]
File = Annotated[
    str, text('a file inside the project, relative to it and with "/" between its parts', rf"^(?:{_INSIDE})?$")
]
NamesFile = Annotated[
    str,
    text(
        "the path of a file outside version control; names do not belong into the configuration",
        r"^[\s\S]*$",
        quote=False,
    ),
]
Several = Annotated[tuple[str, ...], strings()]
Patterns = Annotated[tuple[str, ...], patterns()]
Distinct = Annotated[tuple[str, ...], strings(uniqueItems=True)]
GLOBS = strings('globs below the source folder such as "guide/**/*.md"', rf"^{GLOB}/*$")
PERCENT = number("a whole number from 0 to 100", most=100, whole=True)
Globs = Annotated[tuple[str, ...], GLOBS]
Percent = Annotated[int, PERCENT]
Amount = Annotated[float, number("a number, 0 or more")]
