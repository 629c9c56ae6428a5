"""Which values of the front matter are for readers, and how is one replaced at its own position?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

_BLOCK = re.compile(r"---[ \t]*(?:\r\n|\n|\r)(.*?)(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.S)
_KEY = re.compile(r"^[\w.-]+[ \t]*:(?:[ \t]|$)", re.M)
_STRING = "tag:yaml.org,2002:str"
_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text value of the front matter."""

    path: str
    """Its key path as configured: `title`, `images[].alt`."""
    value: str
    """What the parser makes of it, without the line ends a block scalar closes with."""
    start: int
    """First character of the scalar (its quote, its `|`) within `FrontMatter.text`."""
    end: int
    """One past its last character."""
    style: str
    """YAML's indicator: `'`, `"`, `|`, `>`, or empty for a plain scalar."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block between the `---` lines at the top of an article."""

    text: str
    """Between the two marks, line ends as they are."""
    start: int
    """First byte of `text` in the article."""
    end: int
    """First byte of the body in the article."""
    characters: int
    """How many characters the block has, marks included."""
    problem: str
    """Why it is not YAML; empty when it is."""
    problem_line: int
    """Line of the problem within the article, 1-based."""
    problem_column: int


def find(text: str, start: int) -> FrontMatter | None:
    """Find the front matter of an article whose text begins at byte `start`.

    A leading `---` block that is not a YAML mapping is Markdown; one that is broken, but has a line that
    looks like a key, is front matter with a problem.
    """
    if not text.startswith("---"):
        return None
    match = _BLOCK.match(text)
    if match is None:
        return None
    inner = match[1]
    offset = start + len(text[: match.start(1)].encode())
    end = start + len(match[0].encode())
    found = FrontMatter(inner, offset, end, match.end(), "", 0, 0)
    import yaml

    try:
        node = _compose(inner)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if not _KEY.search(inner):
            return None
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 2, mark.column + 1) if mark else (2, 1)
        return replace(
            found, problem=str(getattr(error, "problem", "") or error), problem_line=line, problem_column=column
        )
    return found if node is None or isinstance(node, yaml.MappingNode) else None


@functools.lru_cache(maxsize=64)
def _compose(text: str) -> Any:
    """Parse without constructing: an alias stays a second name of its node, so nothing can grow."""
    import yaml

    return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def scalars(front: FrontMatter, paths: Sequence[str]) -> tuple[Scalar, ...]:
    """Return the text values at the key paths, by position; numbers, dates, tagged and anchored values are none."""
    if front.problem:
        return ()
    found: dict[int, Scalar] = {}
    for path in paths:
        for node in _descend([_compose(front.text)], path.replace("[]", ".[]").split(".")):
            scalar = _scalar(front.text, node, path)
            if scalar:
                found.setdefault(scalar.start, scalar)
    return tuple(found[start] for start in sorted(found))


def setting(front: FrontMatter | None, key: str) -> str:
    """The scalar at a top-level key as written; empty when there is none. Of several the last counts, as in YAML."""
    if front is None or front.problem or key not in front.text:
        return ""
    values = [node.value for node in _descend([_compose(front.text)], [key]) if isinstance(node.value, str)]
    return values[-1] if values else ""


def truth(value: str) -> bool | None:
    """YAML's booleans as people write them; None for anything else."""
    return _TRUTH.get(value.strip().lower())


def _descend(nodes: list[Any], steps: list[str]) -> list[Any]:
    for step in steps:
        below: dict[int, Any] = {}
        for node in nodes:
            children = node.value if node is not None and isinstance(node.value, list) else ()
            for child in children:
                if isinstance(child, tuple):
                    if child[0].value == step:
                        below[id(child[1])] = child[1]
                elif step == "[]":
                    below[id(child)] = child
        nodes = list(below.values())
    return nodes


def _scalar(text: str, node: Any, path: str) -> Scalar | None:
    if node.tag != _STRING or not isinstance(node.value, str) or not node.value.strip():
        return None
    start, end, style = node.start_mark.index, node.end_mark.index, node.style or ""
    written = text[start:end]
    if written[:1] in ("&", "!", "*") or (style and not written.startswith(style)):
        return None
    if style in ("|", ">"):
        end = start + len(written.rstrip())
    return Scalar(path, node.value.strip("\r\n"), start, end, style)


def rewrite(front: FrontMatter, changes: Mapping[int, str], paths: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """Put new values in place of the scalars that start at the given characters.

    Returns the new text and the starts of those that could not be written; the style of each is kept
    where the value allows it. The law: parsed again, the changed values are the new ones and every other
    value is what it was.
    """
    text, refused = front.text, []
    for scalar in reversed(scalars(front, paths)):
        value = changes.get(scalar.start)
        if value is None or value == scalar.value:
            continue
        for written in _spellings(text, scalar, value):
            candidate = text[: scalar.start] + written + text[scalar.end :]
            if _only_changed(front, text, candidate, scalar, value):
                text = candidate
                break
        else:
            refused.append(scalar.start)
    return text, tuple(refused)


def _spellings(text: str, scalar: Scalar, value: str) -> Iterator[str]:
    """Ways to write a value, the most like the old one first."""
    one_line = "\n" not in value
    if scalar.style in ("|", ">"):
        yield _block(text, scalar, value)
    if scalar.style == "" and one_line:
        yield value
    if scalar.style == "'" and one_line:
        yield _single(value)
    if scalar.style != '"' and one_line and '"' in value:
        yield _single(value)
    yield _double(value)


def _single(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _double(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return (
        '"' + re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]", lambda match: f"\\u{ord(match[0]):04x}", escaped) + '"'
    )


def _block(text: str, scalar: Scalar, value: str) -> str:
    """The header line of the block scalar, then the value's lines at the old indentation."""
    written = text[scalar.start : scalar.end]
    header, newline, rest = re.match(r"([^\r\n]*)(\r\n|\n|\r)(.*)", written, re.S).groups()  # type: ignore[union-attr]
    first = re.search(r"^([ \t]*)\S", rest, re.M)
    indent = first[1] if first else "  "
    joint = newline * 2 if scalar.style == ">" else newline
    return header + newline + joint.join(indent + line if line else "" for line in value.split("\n"))


def _only_changed(front: FrontMatter, before: str, after: str, scalar: Scalar, value: str) -> bool:
    import yaml

    try:
        old, new = list(_leaves(_compose(before))), list(_leaves(_compose(after)))
    except (yaml.YAMLError, ValueError, RecursionError):
        return False
    if len(old) != len(new) or _BLOCK.match(f"---\n{after}---\n") is None:
        return False
    match = _BLOCK.match(f"---\n{after}---\n")
    if match is None or match[1] != after:
        return False
    for one, other in zip(old, new, strict=True):
        if one[2] == scalar.start:
            if other[0] != _STRING or other[1].strip("\r\n") != value:
                return False
        elif one[:2] != other[:2]:
            return False
    return True


def _leaves(node: Any) -> Iterator[tuple[str, str, int]]:
    """Tag, value and start of every scalar, each node once."""
    seen: set[int] = set()
    stack = [node]
    while stack:
        node = stack.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node.value, str):
            yield node.tag, node.value, node.start_mark.index
        else:
            for child in reversed(node.value):
                stack.extend(reversed(child) if isinstance(child, tuple) else (child,))
