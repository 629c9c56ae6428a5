"""What does a browser show of a message, and what stands behind it: the words alone, and all but the words?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from i18n.markdown import dialects, elements
from i18n.markdown.inline import Inline, parse
from i18n.message.machinery import MASK, masked, templates
from i18n.span import Span
from i18n.words.addresses import without_addresses

Skeleton = tuple[tuple[str, str, bool, "Skeleton"], ...]
"""Kind, value, whether it has a title, and what is inside: sorted, since languages order words in their own way."""

_LEAVES = frozenset({"code", "math", "html", "footnote", "image"})


def skeleton(message: str, dialect: dialects.Dialect, labels: Collection[str] = ()) -> Skeleton:
    """What a reader's browser sees of a message besides its words: code, targets, HTML, emphasis, line breaks.

    Twice where there are template tags: as plain Markdown, and as a site generator reads it, without looking into them.
    """
    whole = _skeleton(parse(message, dialect, labels))
    reserved = templates(message, dialect)
    if not reserved:
        return whole
    return (*whole, ("template", "", False, _skeleton(parse(masked(message, reserved), dialect, labels))))


def _skeleton(nodes: tuple[Inline, ...]) -> Skeleton:
    return tuple(
        sorted(
            (
                node.kind,
                node.value.casefold() if node.reference in ("full", "collapsed", "shortcut") else node.value,
                bool(node.title),
                () if node.kind in _LEAVES else _skeleton(node.children),
            )
            for node in _folded(nodes)
            if node.kind != "text"
        )
    )


def _folded(nodes: tuple[Inline, ...]) -> Sequence[Inline]:
    """The nodes with `<strong>`, `<em>` and `<del>` as what they mean, where all of them are closed in order."""
    if not any(node.kind == "html" for node in nodes):
        return nodes
    levels: list[list[Inline]] = [[]]
    opened: list[Inline] = []
    for node in nodes:
        tag = elements.EMPHASIS_TAG.fullmatch(node.value) if node.kind == "html" else None
        if tag is None:
            levels[-1].append(node)
        elif not tag[1]:
            opened.append(node)
            levels.append([])
        elif not opened or opened[-1].value != f"<{tag[2]}>":
            return nodes
        else:
            first, inner = opened.pop(), tuple(levels.pop())
            span, between = Span(first.span.start, node.span.end), Span(first.span.end, node.span.start)
            levels[-1].append(Inline(elements.EMPHASIS[tag[2]], span, between, children=inner))
    return nodes if opened else levels[0]


def visible(message: str, dialect: dialects.Dialect, labels: Collection[str] = ()) -> str:
    """The words a reader sees, without those of code, HTML, images and template tags; white space folded."""
    reserved = templates(message, dialect)
    words = "".join(_words(parse(masked(message, reserved), dialect, labels)))
    return " ".join(words.replace(MASK, "").split())


def prose(message: str, dialect: dialects.Dialect, labels: Collection[str] = ()) -> str:
    """The words a reader sees, without addresses: what a person would translate."""
    return without_addresses(visible(message, dialect, labels))[0]


def _words(nodes: Iterable[Inline]) -> Iterable[str]:
    for node in nodes:
        if node.kind == "text":
            yield node.value
        elif node.kind not in _LEAVES:
            yield from _words(node.children)
