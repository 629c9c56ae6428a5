"""Where are the strings of a YAML mapping?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from i18n.markdown.frontmatter import skips
from i18n.markdown.frontmatter.skips import Skips
from i18n.markdown.frontmatter.values import (
    FLOW,
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
from i18n.span import Characters, Span, covers

_STRING = "tag:yaml.org,2002:str"
_DEEPEST = 100
_NESTING = re.compile(r"[\[{]|[-?:](?=\s|\Z)")
HEADER = re.compile(r"([|>])([^ \t\r\n]*)([ \t]+#[^\r\n]*)?[ \t]*(\r\n|\n|\r)")
"""The first line of a block scalar: style, indicators, comment, line end."""
NOT_TEXT = re.compile(
    r"[yYnN]|[-+]?(?:0o?[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+|(?:\.\d+|\d[\d_]*(?:\.[\d_]*)?)(?:[eE][-+]?\d+)?|\.(?:inf|Inf|INF))"
)
"""What some parser takes for another type than text, though ours does not: YAML 1.2 §10.3.2, YAML 1.1's `y` and `n`."""
_BLANK_END = re.compile(r"(?:(?:\r\n|\n|\r)[ \t]*)*\Z")


def leaves(text: str) -> tuple[Leaf, ...] | None:
    """Read the text between the marks; None when it is no mapping. Raises `UnreadableError`."""
    import yaml

    root = _root(text)
    if root is None:
        return ()
    return _read(text, root, keys=False) if isinstance(root, yaml.MappingNode) else None


def leaves_of_file(text: str) -> tuple[Leaf, ...]:
    """Read a file of one document, with its keys. Raises `UnreadableError`."""
    root = _root(text)
    return () if root is None else _read(text, root, keys=True)


def _root(text: str) -> Any:
    """The node that holds all others; None where there is nothing. Raises `UnreadableError`."""
    import yaml

    try:
        return _compose(text)
    except yaml.reader.ReaderError as error:
        position = next((at for at, char in enumerate(text) if yaml.reader.Reader.NON_PRINTABLE.match(char)), 0)
        raise UnreadableError(error.reason, *Lines(text).place(position)) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = str(getattr(error, "problem", "") or error)
        if problem.startswith("but "):
            problem = f"{getattr(error, 'context', '')}, {problem}"
        raise UnreadableError(problem, line, column) from None


def _compose(text: str) -> Any:
    """Parse without constructing: an alias stays a second name of its node, so nothing can grow."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    if len(_NESTING.findall(text)) > _DEEPEST:
        _refuse_depth(text, loader)
    return yaml.compose(text, Loader=loader)


def _refuse_depth(text: str, loader: Any) -> None:
    """The C library's parser does not recurse, but what builds nodes from it does until the process dies."""
    import yaml

    depth = 0
    event: Any
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            raise yaml.MarkedYAMLError(problem=f"nested more than {_DEEPEST} deep", problem_mark=event.start_mark)


class _Visit(NamedTuple):
    """A node about to be read, and how it was reached."""

    node: Any
    path: str
    fixed: bool
    """In a key, or in a collection that has aliases: a change would show elsewhere."""
    named: tuple[int, ...]
    items: tuple[int, ...]
    """Positions as `Skips.speak_of` takes them."""
    place: str = ""
    """As that of a leaf."""
    flow: bool = False
    """Within brackets."""


def _read(text: str, root: Any, *, keys: bool) -> tuple[Leaf, ...]:
    uses = _uses(root) if "*" in text else Counter()
    found: list[_Visit] = []
    opened: set[int] = set()
    scalars: list[Any] = []
    stack = [_Visit(root, "", fixed=False, named=(), items=())]
    while stack:
        visit = stack.pop()
        node = visit.node
        if isinstance(node.value, str) or not node.value or id(node) in opened:
            found.append(visit)
            continue
        if uses[id(node)] > 1:
            opened.add(id(node))
            visit = visit._replace(fixed=True)
        scalars += [key for key, _ in _pairs(node) if isinstance(key.value, str)]
        stack += reversed([*_children(visit, keys=keys)])
    texts = [visit.node for visit in found if isinstance(visit.node.value, str)]
    skipping = _skips(text, [*scalars, *texts]) if skips.MARK in text else None
    return tuple(_leaf(text, visit, skipping) for visit in found)


def _uses(root: Any) -> Counter[int]:
    """How often each node is referred to; every one is looked into once, whatever aliases multiply it to."""
    uses: Counter[int] = Counter()
    stack = [root]
    while stack:
        node = stack.pop()
        uses[id(node)] += 1
        if uses[id(node)] == 1 and not isinstance(node.value, str):
            for child in node.value:
                stack += child if isinstance(child, tuple) else (child,)
    return uses


def _pairs(node: Any) -> list[tuple[Any, Any]]:
    return node.value if isinstance(node.value[0], tuple) else []


def _children(visit: _Visit, *, keys: bool) -> Iterator[_Visit]:
    node, path, fixed, named, items, place, _ = visit
    if node.flow_style:
        named = (*named, node.end_mark.index - 1)

    def placed(step: int | str) -> str:
        return numbered(place, step) if keys else ""

    pairs = _pairs(node)
    for at, child in enumerate(() if pairs else node.value):
        inner = (*items, child.start_mark.index)
        yield _Visit(child, within(path), fixed, named, inner, placed(at), node.flow_style)
    flow = node.flow_style
    for at, (key, child) in enumerate(pairs):
        step = key.value if isinstance(key.value, str) else "?"
        whole = below(path, step)
        is_odd = step is not key.value
        if is_odd:
            yield _Visit(key, whole, True, named, items, placed(f"{at}?"))  # noqa: FBT003
        elif keys:
            yield _Visit(
                key, keys_of(path), fixed, (*named, key.start_mark.index), items, placed("key"), node.flow_style
            )
        yield _Visit(child, whole, fixed or is_odd, (*named, key.start_mark.index), items, placed(at), flow)


def _leaf(text: str, visit: _Visit, skipping: Skips | None) -> Leaf:
    node, path = visit.node, visit.path
    if not isinstance(node.value, str):
        return Leaf(path, f"{node.tag} {'alias' if node.value else 'empty'}", "", place=visit.place)
    if node.tag != _STRING or (not node.style and NOT_TEXT.fullmatch(node.value)):
        return Leaf(path, node.tag, node.value, place=visit.place)
    start, end, style = node.start_mark.index, node.end_mark.index, node.style or ""
    if style in ("|", ">"):
        end = start + _BLANK_END.search(text[start:end]).start()  # type: ignore[union-attr]
    written = text[start:end]
    fixed = (
        visit.fixed
        or written[:1] in ("&", "!", "*", "")
        or not written.startswith(style)
        or (skipping and skipping.speak_of((*visit.named, start, end - 1), visit.items))
    )
    style = style or (FLOW if visit.flow else "")
    return Leaf(path, TEXT, node.value, NOWHERE if fixed else Span(start, end), style, visit.place)


def _skips(text: str, scalars: list[Any]) -> Skips:
    """Look for comments outside of keys and values; the first line of a block scalar may end in one."""
    strings: list[Span[Characters]] = []
    for node in scalars:
        start, end = node.start_mark.index, node.end_mark.index
        header = HEADER.match(text, start) if node.style in ("|", ">") else None
        strings.append(Span(header.end() if header else start, end))
    strings.sort()
    comments = (match.start() for match in skips.COMMENT.finditer(text))
    return Skips(text, [at for at in comments if not covers(strings, at)])
