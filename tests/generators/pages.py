"""What stands on a page that a site generator made? Read by a browser's parser, which knows nothing of this package."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from selectolax.lexbor import LexborHTMLParser, LexborNode


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of an article."""

    level: int
    text: str
    id: str
    """Its own; empty without one."""
    anchors: frozenset[str]
    """All ids that lead to it: its own, those within it, and those of empty elements right before it."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a checker asks of a page."""

    lang: str
    direction: str
    """That of the root, or of its body."""
    base: str
    """Address that its relative links start from; empty: its own."""
    ids: tuple[str, ...]
    names: frozenset[str]
    """Fragments by which old pages name a place: `<a name>`."""
    links: tuple[str, ...]
    """Where a reader can go from here."""
    files: tuple[str, ...]
    """Pictures, styles and scripts."""
    alternates: tuple[tuple[str, str], ...]
    """Language and address of each page that is said to be this one in another language."""
    nested: tuple[str, ...]
    """Addresses of links that stand within a link."""
    moved: str = ""
    """Where a page that only leads on leads to."""


_HEADINGS = "h1, h2, h3, h4, h5, h6"
_REFRESH = re.compile(r"^\s*\d*\s*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"]+)", re.IGNORECASE)


def read(html: str) -> Page:
    """Read a page."""
    tree = LexborHTMLParser(html)
    root = tree.root
    attributes = root.attributes if root is not None else {}
    base = tree.css_first("base[href]")
    return Page(
        attributes.get("lang") or "",
        attributes.get("dir") or _of(tree.body, "dir") if tree.body is not None else "",
        _of(base, "href") if base else "",
        tuple(_of(node, "id") for node in tree.css("[id]")),
        frozenset(_of(node, "name") for node in tree.css("a[name]")),
        tuple(_of(node, "href") for node in tree.css("a[href], area[href]")),
        tuple(_files(tree)),
        tuple((_of(node, "hreflang"), _of(node, "href")) for node in tree.css("link[rel~=alternate][hreflang]")),
        tuple(_Nesting.found(html)),
        _moved(tree),
    )


def headings(html: str, content: str) -> tuple[Heading, ...]:
    """The headings within the first element that a selector finds; those of the page without one."""
    tree = LexborHTMLParser(html)
    inside = tree.css_first(content)
    found = inside.css(_HEADINGS) if inside is not None else tree.css(_HEADINGS)
    return tuple(_heading(node) for node in found)


def links(html: str, content: str) -> tuple[str, ...]:
    """Where the links lead within the first element that a selector finds."""
    inside = LexborHTMLParser(html).css_first(content)
    return tuple(_of(node, "href") for node in inside.css("a[href]")) if inside is not None else ()


def text(html: str, content: str) -> str:
    """The words within the first element that a selector finds."""
    inside = LexborHTMLParser(html).css_first(content)
    return inside.text() if inside is not None else ""


def _heading(node: LexborNode) -> Heading:
    anchors = {_of(node, "id"), *(_of(inner, "id") for inner in node.css("[id]"))}
    anchors |= {_of(inner, "name") for inner in node.css("a[name]")}
    before = node.prev
    while before is not None and not before.text(strip=True):
        anchors |= {_of(before, "id"), *(_of(inner, "id") for inner in before.css("[id]"))}
        before = before.prev
    return Heading(int((node.tag or "h0")[1]), node.text(strip=True), _of(node, "id"), frozenset(anchors - {""}))


def _of(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def _files(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("[src]"):
        yield _of(node, "src")
    for node in tree.css("[srcset]"):
        yield from (each.split()[0] for each in _of(node, "srcset").split(",") if each.strip())
    for node in tree.css("[poster]"):
        yield _of(node, "poster")
    for node in tree.css("object[data]"):
        yield _of(node, "data")
    for node in tree.css("link[href]"):
        if {"stylesheet", "icon", "preload", "modulepreload"} & set(_of(node, "rel").lower().split()):
            yield _of(node, "href")


def _moved(tree: LexborHTMLParser) -> str:
    for node in tree.css("meta[http-equiv]"):
        if _of(node, "http-equiv").lower() == "refresh" and (found := _REFRESH.match(_of(node, "content"))):
            return found[1].strip()
    return ""


class _Nesting(HTMLParser):
    """A browser takes a link within a link apart, so its tree shows none: the tags as they are written do."""

    def __init__(self) -> None:
        super().__init__()
        self.open = 0
        self.inner: list[str] = []

    @classmethod
    def found(cls, html: str) -> list[str]:
        reader = cls()
        reader.feed(html)
        return reader.inner

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "a":
            return
        if self.open:
            self.inner.append(dict(attrs).get("href") or "")
        self.open += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.open:
            self.open -= 1
