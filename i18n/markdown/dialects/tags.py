"""Which tags of a generator's own begin a line, and which of their attributes are for readers?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.dialects.arguments import is_plain
from i18n.markdown.dialects.common import QUOTED, is_for_readers
from i18n.markdown.elements import TEXT_ATTRIBUTES
from i18n.markdown.masking import Body, Construct, Words
from i18n.model import Kind, Place
from i18n.span import BodyBytes, Span

_TAG = re.compile(
    rb"<(?P<close>/?)(?P<name>[A-Z][\w.]*|[a-z]\w*-[\w-]*)(?=[\s/>])"
    rb"(?P<attributes>(?:[^<>\"'\r\n]|\"[^\"]*\"|'[^']*'|\r?\n(?![ \t]*[\r\n]))*?)/?>"
)


def components(body: Body) -> Iterator[Construct]:
    """Components of Vue: a line that begins with one begins HTML, as a `<div>` would."""
    for match in body.starting(b"<", _TAG):
        yield Construct(Span(match.start(), match.end("name")), b"</p" if match["close"] else b"<p")
        yield from _attributes(body, match, Place.ATTRIBUTE)


def listings(body: Body) -> Iterator[Construct]:
    """Attributes for readers of tags that a preprocessor turns into Markdown: no entity may stand in them."""
    for match in body.starting(b"<", _TAG):
        yield from _attributes(body, match, Place.QUOTED)


def _attributes(body: Body, tag: re.Match[bytes], place: Place) -> Iterator[Construct]:
    """Each attribute as words; the parser sees another, as its length may change. Those of all HTML it finds itself."""
    for match in QUOTED.finditer(body.data, *tag.span("attributes")):
        name = match[1].decode().lower()
        group = 2 if match[2] is not None else 3
        value: Span[BodyBytes] = Span(*match.span(group))
        if name not in body.parameters or name in TEXT_ATTRIBUTES or is_plain(body.data, value):
            continue
        if is_for_readers(match[group]):
            yield Construct(Span(*match.span()), b"x", (Words(Kind.ATTRIBUTE, place, value, detail=name),))
