"""Where do the shortcodes of Hugo and Zola stand, and which are code to their end?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.dialects.common import parameters
from i18n.markdown.masking import Body, Construct, Masker
from i18n.model import Place


def alone(tag: bytes) -> Masker:
    """Mask tags that fill their lines, over several lines too; the text between two tags stays Markdown."""
    compiled = re.compile(rb"^[ \t>]*(?P<text>(?:" + tag + rb"[ \t]*)+)(?=\r?\n|\r|\Z)", re.M | re.S)

    def find(body: Body) -> Iterator[Construct]:
        for match in body.found(compiled):
            start, end = match.span("text")
            yield Construct(start, end, b"", parameters(body, start, end, Place.PARAMETER))

    return find


def verbatim(opening: bytes, closing: bytes) -> Masker:
    """Mask everything from an opening tag that begins a line to its closing tag: code, not text."""
    compiled = re.compile(rb"^[ \t>]*(?P<text>" + opening + rb".*?" + closing + rb"[ \t]*)(?=\r?\n|\r|\Z)", re.M | re.S)

    def find(body: Body) -> Iterator[Construct]:
        for match in body.found(compiled):
            yield Construct(match.start("text"), match.end("text"), b"")

    return find
