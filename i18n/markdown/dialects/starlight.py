"""Starlight: MDX in Astro, asides with colons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.dialects import common, dialect, docusaurus, indentation, javascript, mdx, tables
from i18n.markdown.masking import Body, Construct
from i18n.span import Span

_FILE_TREE = re.compile(rb"<FileTree\b[^<>]*>.*?</FileTree>", re.S)
_FILE = re.compile(rb"^[ \t]*[-*+][ \t]+(?P<name>[^\s<{`]{3,})[ \t]*(?=[\r\n])", re.M)


def files(body: Body) -> Iterator[Construct]:
    """Entries of a tree of files that are a name and nothing more: a rule in the place of their text."""
    for tree in body.found(_FILE_TREE):
        for match in _FILE.finditer(body.data, tree.start(), tree.end()):
            yield Construct(Span(*match.span("name")), b"***")


STARLIGHT = dialect.Dialect(
    "starlight",
    indentation.EXTENSIONS,
    maskers=(indentation.without_indented_code(*mdx.FINDERS, tables.unlike_parser(tables.GITHUB), files),),
    reads_html=b"",
    machinery=common.pattern(common.COMMENT, mdx.TAG_UNLIKE_HTML, javascript.EXPRESSION),
    protected=common.protected(mdx.TAG_UNLIKE_HTML, javascript.EXPRESSION, mdx.STRAY, common.FORMULA),
    keys=("title", "description", "sidebar.label", "hero.title", "hero.tagline", "hero.actions[].text"),
    parameters=("title", "label", "description", "alt", "caption", "summary", "text", "placeholder", "aria-label"),
    opens=mdx.OPENS,
    has_text_directives=True,
    stray=mdx.STRAY_IN_TEXT,
    own_id=docusaurus.MDX_OWN_ID,
)
