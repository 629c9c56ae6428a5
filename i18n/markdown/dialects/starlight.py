"""Starlight: MDX in Astro, asides with colons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.dialects import mdx
from i18n.markdown.dialects.common import COMMENT, FORMULA, pattern, protected
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.dialects.docusaurus import MDX_OWN_ID
from i18n.markdown.dialects.indentation import EXTENSIONS, without_indented_code
from i18n.markdown.dialects.javascript import EXPRESSION
from i18n.markdown.masking import Body, Construct

_FILE_TREE = re.compile(rb"<FileTree\b[^<>]*>.*?</FileTree>", re.S)
_FILE = re.compile(rb"^[ \t]*[-*+][ \t]+(?P<name>[^\s<{`]{3,})[ \t]*(?=[\r\n])", re.M)


def files(body: Body) -> Iterator[Construct]:
    """Entries of a tree of files that are a name and nothing more: a rule in the place of their text."""
    for tree in body.found(_FILE_TREE):
        for match in _FILE.finditer(body.data, tree.start(), tree.end()):
            yield Construct(match.start("name"), match.end("name"), b"***")


STARLIGHT = Dialect(
    "starlight",
    EXTENSIONS,
    maskers=(without_indented_code(*mdx.FINDERS, files),),
    machinery=pattern(COMMENT, mdx.TAG_UNLIKE_HTML, EXPRESSION),
    protected=protected(mdx.TAG_UNLIKE_HTML, EXPRESSION, mdx.STRAY, FORMULA),
    keys=("title", "description", "sidebar.label", "hero.title", "hero.tagline", "hero.actions[].text"),
    parameters=("title", "label", "description", "alt", "caption", "summary", "text", "placeholder", "aria-label"),
    own_id=MDX_OWN_ID,
)
