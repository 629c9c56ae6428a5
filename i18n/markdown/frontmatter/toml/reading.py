"""What does a TOML document hold, and where are its strings?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from i18n.markdown.frontmatter.toml.scanning import UNKNOWN, Path, decoded, strings
from i18n.markdown.frontmatter.values import (
    LINE_END,
    NOWHERE,
    TEXT,
    Leaf,
    Lines,
    UnreadableError,
    below,
    keys_of,
    numbered,
    within,
)

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_DEEP_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"[^"\r\n]*"|'[^'\r\n]*')[ \t]*\.[ \t]*){100}""")


def leaves(text: str, *, keys: bool = False) -> tuple[Leaf, ...]:
    """Read the text between the marks, or a file, with its `keys`; raises `UnreadableError`.

    The positions are those of a scanner of our own: where it and the library disagree, none is given.
    """
    found = list(_flat(load(text), keys=keys))
    places, named = strings(text)
    if {path: decoded(each.span.of(text)) for path, each in places.items()} != {
        each.path: each.value for each in found if isinstance(each.value, str) and not each.is_key
    }:
        places, named = {}, {}
    result = []
    for path, spelled, place, value, is_key in found:
        if isinstance(value, str):
            string = (named if is_key else places).get(path, UNKNOWN)
            span = NOWHERE if string.skipped else string.span
            result.append(Leaf(spelled, TEXT, value, span, string.style, place))
        else:
            result.append(Leaf(spelled, type(value).__name__, _written(value), place=place))
    return tuple(result)


def load(text: str) -> dict[str, Any]:
    """Read a document by the library; raises `UnreadableError`."""
    import tomllib

    deep = _DEEP_KEY.search(text)
    if deep:
        # The library keeps every beginning of such a key: half a megabyte of it takes all memory.
        raise UnreadableError("a key of more than 100 parts", *Lines(text).place(deep.start()))
    try:
        # A lone carriage return is no line end in TOML, but it is in articles of old.
        return tomllib.loads(LINE_END.sub("\n", text))
    except (ValueError, RecursionError) as error:
        said = str(error)
        place = _PLACE.search(said)
        line, column = (int(place[1]), int(place[2])) if place and place[1] else (1, 1)
        if place and not place[1]:
            line, column = Lines(text).place(len(text))
        raise UnreadableError(said[: place.start()] if place else said, line, column) from None


def _written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value)


class _Value(NamedTuple):
    path: Path
    spelled: str
    place: str
    value: Any
    is_key: bool = False


def _flat(tree: Any, *, keys: bool) -> Iterator[_Value]:
    """All that holds nothing else; with `keys` these too."""

    def placed(place: str, step: int | str) -> str:
        return numbered(place, step) if keys else ""

    stack = [_Value((), "", "", tree)]
    while stack:
        visit = stack.pop()
        path, spelled, place, value, _ = visit
        children: list[_Value] = []
        if isinstance(value, dict) and value:
            for at, (key, child) in enumerate(value.items()):
                inner = (*path, key)
                children += [_Value(inner, keys_of(spelled), placed(place, "key"), key, is_key=True)] if keys else ()
                children.append(_Value(inner, below(spelled, key), placed(place, at), child))
        elif isinstance(value, list) and value:
            children = [_Value((*path, at), within(spelled), placed(place, at), one) for at, one in enumerate(value)]
        else:
            yield visit
        stack += reversed(children)
