"""What in a message is for readers, and what must survive translation as it is?"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TypeVar, cast

from i18n.markdown.dialects import Dialect, roles
from i18n.markdown.inline import Inline, parse, walk
from i18n.words import addresses

_T = TypeVar("_T")
_GATE = re.compile(r"[`<\]]")
"""Code, HTML and autolinks, links: without one of these nothing is there to parse. Nine messages of ten have none."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link or an image leads, or which footnote is called."""

    kind: str
    """`link`, `image` or `footnote`."""
    value: str
    """The target; for a reference the label."""
    reference: str = ""
    """`full`, `collapsed` or `shortcut`; empty for a target written in place."""
    text: str = field(default="", compare=False)
    """What stands between its marks, as written: what readers click, or what is said of an image."""


@dataclass(frozen=True, slots=True)
class Markup:
    """A message taken apart."""

    prose: str
    """What readers read, titles of links included; code, tags and addresses are one `FILLER` each,
    entities are letters."""
    targets: tuple[Target, ...] = ()
    """In reading order; targets of HTML elements are part of `tags`."""
    code: tuple[str, ...] = ()
    """Content of code spans and formulas; of roles what a translation must keep."""
    tags: tuple[str, ...] = ()
    """HTML tags, comments and the like, as written."""
    _known: dict[tuple[Callable[[str, str], object], str], object] = field(
        default_factory=dict, repr=False, compare=False
    )

    def asked(self, find: Callable[[str, str], _T], locale: str) -> _T:
        """What a function finds in the prose, which is of a locale; found once for all the languages of an article."""
        found = self._known.get((find, locale))
        if found is None:
            found = self._known[find, locale] = find(self.prose, locale)
        return cast("_T", found)

    def says(self, words: str) -> bool:
        """Whether readers read these words, whole, in code or outside of it; letter case and a plural say nothing."""
        found = re.compile(rf"(?<!\w){re.escape(words)}(?:e?s)?(?!\w)", re.IGNORECASE)
        return any(found.search(text) for text in (self.prose, *self.code))


def read(message: str, dialect: Dialect, labels: Collection[str] = ()) -> Markup:
    """Take a msgid or a msgstr apart.

    `labels`: those of the article's reference definitions, without which `[label]` is plain text.
    """
    if _GATE.search(message) is None:
        if addresses.GATE.search(message) is None:
            return Markup(html.unescape(message) if "&" in message else message)
        prose, found = addresses.without_addresses(message)
        return Markup(html.unescape(prose), targets=_bare(found))
    return _parsed(message, parse(message, dialect, labels), has_roles=dialect.has_roles)


def read_once(message: str, dialect: Dialect, labels: Collection[str], known: dict[str, Markup]) -> Markup:
    """Take a message apart, unless it is `known`, and know it then."""
    found = known.get(message)
    if found is None:
        found = known[message] = read(message, dialect, labels)
    return found


def _parsed(message: str, nodes: tuple[Inline, ...], *, has_roles: bool) -> Markup:
    targets: list[Target] = []
    code: list[str] = []
    tags: list[str] = []
    titles: list[str] = []
    cuts: list[tuple[int, int, str]] = []
    for node in walk(nodes):
        if node.kind in ("code", "math"):
            value = " ".join(node.value.split("\n"))
            role = roles.name_at_end(message[: node.span.start]) if has_roles else ""
            code.append(roles.kept(role, value) if role else value)
            titles.append(roles.for_readers(role, value))
            cuts.append((*node.span, addresses.FILLER))
        elif node.kind == "html":
            tags.append(node.span.of(message))
            cuts.append((*node.span, addresses.FILLER))
        elif node.kind == "footnote":
            targets.append(Target("footnote", node.value))
            cuts.append((*node.span, addresses.FILLER))
        elif node.kind in ("link", "image"):
            reference = node.reference if node.reference != "autolink" else ""
            targets.append(Target(node.kind, node.value, reference, node.inner.of(message)))
            titles.append(node.title)
            cuts.extend(_around(node))
    prose, _ = addresses.without_addresses(_cut(message, cuts))
    if addresses.GATE.search(message) is not None:
        # Inside emphasis an address is linked too, so look into everything but links, code and tags.
        outside = _cut(message, [(*node.span, addresses.FILLER) for node in walk(nodes) if node.kind in _OPAQUE])
        targets.extend(_bare(addresses.without_addresses(outside)[1]))
    text = "\n".join([prose, *filter(None, titles)])
    return Markup(html.unescape(text) if "&" in text else text, tuple(targets), tuple(code), tuple(tags))


_OPAQUE = frozenset({"code", "math", "html", "link", "image"})


def _around(node: Inline) -> list[tuple[int, int, str]]:
    if node.reference == "autolink":
        return [(*node.span, addresses.FILLER)]
    return [(*mark, "") for mark in node.marks]


def _cut(message: str, cuts: list[tuple[int, int, str]]) -> str:
    """Replace spans, given in any order; one inside another is gone with it."""
    parts: list[str] = []
    at = 0
    for start, end, replacement in sorted(cuts):
        if start < at:
            continue
        parts += message[at:start], replacement
        at = end
    return "".join([*parts, message[at:]])


def _bare(found: list[str]) -> tuple[Target, ...]:
    return tuple(Target("link", html.unescape(address)) for address in found)
