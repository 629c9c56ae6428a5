"""Where are the strings of a JSON object, and how is one rewritten?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from i18n.markdown.frontmatter.values import NOWHERE, TEXT, Bounds, Format, Leaf, Lines, UnreadableError, below
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


def _leaves(text: str) -> tuple[Leaf, ...]:
    import json

    try:
        # Pairs instead of dictionaries keep keys that are there twice.
        tree = json.loads(text, object_pairs_hook=tuple)
    except json.JSONDecodeError as error:
        raise UnreadableError(error.msg, *Lines(text).place(error.pos)) from None
    except (ValueError, RecursionError) as error:
        raise UnreadableError(str(error), 1, 1) from None
    found = list(_flat(tree))
    strings = [match for match in _TOKEN.finditer(text) if not match[2]]
    values = [value for _, value in found if isinstance(value, str)]
    if values != [json.loads(match[1]) for match in strings]:
        strings = []
    places = iter(strings)
    leaves = []
    for path, value in found:
        if isinstance(value, str):
            match = next(places, None)
            span = Span(*match.span(1)) if match and _is_whole(value) else NOWHERE
            leaves.append(Leaf(path, TEXT, value, span, '"'))
        else:
            leaves.append(Leaf(path, type(value).__name__, json.dumps(value)))
    return tuple(leaves)


def _is_whole(value: str) -> bool:
    """Half of a surrogate pair is legal in JSON, and in no catalog."""
    return not any("\ud800" <= character <= "\udfff" for character in value)


def _flat(tree: Any) -> Iterator[tuple[str, Any]]:
    """Path and value of all that holds nothing else, in order."""
    stack = [("", tree)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, tuple) and value:
            stack += [(below(path, key), child) for key, child in reversed(value)]
        elif isinstance(value, list) and value:
            stack += [(below(path, "[]"), child) for child in reversed(value)]
        else:
            yield path, value


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
