"""What do two renderings of one article have in common? Their texts and their elements, in order."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import html5lib

_HTML = "{http://www.w3.org/1999/xhtml}"
_KEPT = {"a": "href", "img": "src", "ol": "start", "code": "class"}
_SPACE = re.compile(r"\s+")


def of_html(html: str) -> list[str]:
    """The outline of what another renderer made."""
    return _merged(_outline(html5lib.parseFragment(html)))


def of_xml(body: str) -> list[str]:
    """The outline of what ours made."""
    return _merged(_outline(ET.fromstring(f"<article>{body}</article>")))


def _outline(element: ET.Element) -> Iterator[str]:
    """Start and end tags with what tells two of a name apart, and texts; without what the two mark differently."""
    yield element.text or ""
    for child in element:
        yield from _element(child)
        yield child.tail or ""


def _element(element: ET.Element) -> Iterator[str]:
    name, kind = str(element.tag).removeprefix(_HTML), element.get("class") or ""
    if kind in ("footnotes", "footnote-definition", "title") or "footnote" in kind:
        return
    if name == "sup" and element.find("a") is not None:
        return
    if name == "input" or kind == "task":
        done = element.get("checked") is not None or element.text == "☑"
        yield "<task done>" if done else "<task>"
    elif name == "span" and not kind:
        yield from _outline(element)
    else:
        name = "blockquote" if kind.startswith("admonition") else name
        said = element.get(_KEPT.get(name, "")) or ""
        yield f"<{name} {said}>" if said else f"<{name}>"
        if name == "img":
            yield f"<alt {element.get('alt') or ''}>"
        yield from _outline(element)
        yield f"</{name}>"


def _merged(pieces: Iterator[str]) -> list[str]:
    """Texts in one piece between tags, with their white space folded."""
    found: list[str] = []
    text = ""
    for piece in pieces:
        if piece.startswith("<") and piece.endswith(">") and len(piece) > 1 and piece[1] != " ":
            if text.strip():
                found.append(_SPACE.sub(" ", text).strip())
            text = ""
            found.append(piece)
        else:
            text += piece
    return [*found, _SPACE.sub(" ", text).strip()] if text.strip() else found
