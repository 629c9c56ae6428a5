"""Where are the strings of a JSON object, and how is one rewritten?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from i18n.markdown.frontmatter.values import (
    NOWHERE,
    TEXT,
    Bounds,
    Format,
    Leaf,
    Lines,
    UnreadableError,
    below,
    file_of,
    keys_of,
    numbered,
    within,
)
from i18n.span import Span

_OPENING = re.compile(r"\{\s*[\"}]")
_BOUND = re.compile(r'"(?:[^"\\\r\n]|\\.)*"?|[{}]')
_END = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)")
_TOKEN = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:)?')
_ESCAPED_LETTER = re.compile(r"(?<!\\)(?:\\\\)*\\u[0-9a-fA-F]{4}")


def _bounds(text: str) -> Bounds | None:
    """Find an object at the very first character, its closing brace followed by a line end.

    A shortcode (`{{<`), a tag (`{%`) and an attribute list (`{.class}`) are none. A string that is never closed ends
    with its line, so that the braces below it still count.
    """
    if not _OPENING.match(text):
        return None
    depth = 0
    for match in _BOUND.finditer(text):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if not depth:
            end = match.end()
            after = _END.match(text, end)
            return Bounds(Span(0, after.end()), Span(0, end)) if after else None
    return None


def _leaves(text: str, *, keys: bool = False) -> tuple[Leaf, ...]:
    import json

    try:
        # Pairs instead of dictionaries keep keys that are there twice.
        tree = json.loads(text, object_pairs_hook=tuple)
    except json.JSONDecodeError as error:
        raise UnreadableError(error.msg, *Lines(text).place(error.pos)) from None
    except (ValueError, RecursionError) as error:
        raise UnreadableError(str(error), 1, 1) from None
    found = list(_flat(tree, keys=keys))
    strings = [match for match in _TOKEN.finditer(text) if keys or not match[2]]
    values = [each.value for each in found if isinstance(each.value, str)]
    if values != [json.loads(match[1]) for match in strings]:
        strings = []
    spans = iter(strings)
    leaves = []
    for path, place, value in found:
        if isinstance(value, str):
            match = next(spans, None)
            span = Span(*match.span(1)) if match and _is_whole(value) else NOWHERE
            leaves.append(Leaf(path, TEXT, value, span, '"', place if keys else ""))
        else:
            leaves.append(Leaf(path, type(value).__name__, json.dumps(value), place=place if keys else ""))
    return tuple(leaves)


def _is_whole(value: str) -> bool:
    """Half of a surrogate pair is legal in JSON, and in no catalog."""
    return not any("\ud800" <= character <= "\udfff" for character in value)


class _Value(NamedTuple):
    path: str
    place: str
    value: Any


def _flat(tree: Any, *, keys: bool) -> Iterator[_Value]:
    """All that holds nothing else, in order; with `keys` these too."""
    stack = [_Value("", "", tree)]
    while stack:
        visit = stack.pop()
        path, place, value = visit
        if isinstance(value, tuple) and value:
            children: list[_Value] = []
            for at, (key, child) in enumerate(value):
                children += [_Value(keys_of(path), numbered(place, "key"), key)] if keys else ()
                children.append(_Value(below(path, key), numbered(place, at), child))
            stack += reversed(children)
        elif isinstance(value, list) and value:
            stack += reversed([_Value(within(path), numbered(place, at), each) for at, each in enumerate(value)])
        else:
            yield visit


def _spellings(text: str, leaf: Leaf, value: str) -> Iterator[str]:
    """One: slashes and letters are escaped where the old value does so throughout."""
    import json

    old = leaf.span.of(text)
    written = json.dumps(value, ensure_ascii=old.isascii() and _escapes_letters(old))
    if "\\/" in old and "/" not in old.replace("\\/", ""):
        written = written.replace("/", "\\/")
    yield written


def _escapes_letters(old: str) -> bool:
    return any(chr(int(match[0][-4:], 16)).isalpha() for match in _ESCAPED_LETTER.finditer(old))


JSON = Format(_bounds, ("", "\n"), re.compile(r'"\s*:'), _leaves, _spellings)
JSON_FILE = file_of(JSON, lambda text: _leaves(text, keys=True))
