"""What does a TOML document hold, and where are its strings?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from i18n.markdown.frontmatter.toml.scanning import UNKNOWN, Path, decoded, strings
from i18n.markdown.frontmatter.values import LINE_END, NOWHERE, TEXT, Leaf, Lines, UnreadableError, below, within

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_DEEP_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"[^"\r\n]*"|'[^'\r\n]*')[ \t]*\.[ \t]*){100}""")


def leaves(text: str) -> tuple[Leaf, ...]:
    """Read the text between the marks; raises `UnreadableError`.

    The positions are those of a scanner of our own: where it and the library disagree, none is given.
    """
    found = list(_flat(load(text)))
    places = strings(text)
    if {path: decoded(each.span.of(text)) for path, each in places.items()} != {
        path: value for path, _, value in found if isinstance(value, str)
    }:
        places = {}
    result = []
    for path, spelled, value in found:
        if isinstance(value, str):
            string = places.get(path, UNKNOWN)
            result.append(Leaf(spelled, TEXT, value, NOWHERE if string.skipped else string.span, string.style))
        else:
            result.append(Leaf(spelled, type(value).__name__, _written(value)))
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


def _flat(tree: Any) -> Iterator[tuple[Path, str, Any]]:
    """Path, key path and value of all that holds nothing else."""
    stack: list[tuple[Path, str, Any]] = [((), "", tree)]
    while stack:
        path, spelled, value = stack.pop()
        if isinstance(value, dict) and value:
            stack += reversed([((*path, key), below(spelled, key), child) for key, child in value.items()])
        elif isinstance(value, list) and value:
            stack += reversed([((*path, at), within(spelled), child) for at, child in enumerate(value)])
        else:
            yield path, spelled, value
