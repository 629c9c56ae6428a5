"""How is an id of a heading written in an article?"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence

from i18n.compile.notices import top
from i18n.extract.source import Source
from i18n.markdown import frontmatter
from i18n.markdown.blocks import Heading
from i18n.markdown.document import line_start
from i18n.markdown.splice import Edit, insertion
from i18n.sites.ids import Form, Ids
from i18n.sites.ids.myst import docutils_id, html_id
from i18n.span import Span

ADDING: frozenset[Form] = frozenset({"anchor", "target"})
"""Forms that leave a heading the id which it gets by itself."""
_OWN = re.compile(rb"""(?:^|[\s{:*])(?:\#([^\s{}*]+)|id[ \t]*=[ \t]*["']?([^"'\s{}]+))""")
_LIST_LINES = re.compile(rb"(?:(?:\r\n|\n|\r)[ \t>]*\{:(?!:)[^\r\n]*\}[ \t]*(?=[\r\n]|\Z))+")
_LIST_LINE_ABOVE = re.compile(rb"(?:\A|[\r\n])[ \t>]*(?:\r\n|\n|\r)?[ \t>]*(\{:(?!:)[^\r\n]*\})[ \t]*(?:\r\n|\n|\r)\Z")
_TARGET_ABOVE = re.compile(rb"(?:\A|[\r\n])[ \t>]*\(([^\r\n]+)\)=[ \t]*(?:\r\n|\n|\r)(?:[ \t>]*(?:\r\n|\n|\r))*\Z")
_LINE_END = re.compile(rb"[^\r\n]*")
_UNDERLINE = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r)[^\r\n]*")
_REST = re.compile(rb"(?:[ \t]+#+)?[ \t]*(?=[\r\n]|\Z)")
"""What ends the line of a heading: marks that close it, and blanks."""
_OPENING = re.compile(rb"\{:?[ \t]*")
_MARKS = re.compile(rb"#{1,6}[ \t]*\Z")
_ITEM = re.compile(rb"[^\s>]")
_NO_XML_LETTERS = frozenset("ªµº")


def own(source: Source, heading: Heading, ids: Ids) -> str:
    """The id that the article gives a heading; empty if it gives none."""
    data = source.parts.data
    places = [heading.attributes.of(data)] if heading.attributes is not None else []
    if ids.form == "kramdown":
        lines = _LIST_LINES.match(data, _block_end(data, heading))
        above = _LIST_LINE_ABOVE.search(data, source.parts.body_start, line_start(data, heading.span.start))
        places += [match[0] for match in (lines, above) if match]
    if ids.rule == "mystmd":
        above = _TARGET_ABOVE.search(data, source.parts.body_start, line_start(data, heading.span.start))
        return html_id(above[1].decode()) if above else ""
    found = next((match for place in places if (match := _OWN.search(place))), None)
    return (found[1] or found[2]).decode() if found else ""


def is_none(source: Source, heading: Heading, own: str) -> bool:
    """Whether the generator reads something else: kramdown a list of attributes as text, MkDocs a heading as a text."""
    if source.dialect.name == "jekyll":
        return heading.attributes is not None and not own
    blanks = _container(source.parts.data, heading).replace(b"\t", b"    ")
    return source.dialect.name == "mkdocs" and blanks.isspace() and len(blanks) % _LEVEL > 0


_LEVEL = 4
"""Blanks of a level of a list in Python-Markdown."""


def form(source: Source, ids: Ids) -> Form:
    """The form of an article: that of its own ids where there are two.

    VitePress gives an id behind a heading that begins an item to the item, and ends where it gave that id before.
    """
    data, headings = source.parts.data, source.extraction.headings
    if ids.rule == "vitepress" and any(_ITEM.search(_container(data, heading)) for heading in headings):
        return "anchor"
    if not ids.follows:
        return ids.form
    for heading in headings:
        if heading.attributes is not None:
            return "expression" if data.startswith(b"{/*", heading.attributes.start) else "braces"
    return "braces" if ids.detects and source.article.path.endswith(".md") else ids.form


def names_page(source: Source, heading: Heading, form: Form) -> bool:
    """Tell whether a heading is what the generator calls the page, with an id that is written behind it.

    Docusaurus (3.10) takes the first line for that where the front matter has no title, and knows `{#id}` alone there.
    """
    if form != "expression" or heading.level != 1 or frontmatter.setting(source.parts.front, "title"):
        return False
    return source.parts.data[top(source) : heading.span.start].strip(b"# \t") == b""


def edit(source: Source, heading: Heading, ids: Ids, form: Form, slugs: Sequence[str]) -> Edit:
    """Write ids of a heading: all of them where it may have several, else the first."""
    data, slug = source.parts.data, slugs[0].encode()
    container = _container(data, heading)
    if form == "target":
        return _above(source, heading, container, slugs)
    if form == "anchor":
        return insertion(heading.span.start, f'<a id="{html.escape(slugs[0])}"></a>'.encode())
    if form == "kramdown" and (heading.attributes is not None or not _is_xml_name(slugs[0])):
        line = b'%s%s{: id="%s"}' % (source.parts.newline, _continued(container), slug)
        return insertion(_block_end(data, heading), line)
    if heading.attributes is not None:
        opened = _OPENING.match(data, heading.attributes.start)
        return insertion(opened.end() if opened else heading.attributes.start, b"#%s " % slug)
    written = {"expression": b" {/* #%s */}", "spaced": b" { #%s }"}.get(form, b" {#%s}")
    if form == "braces" and ids.rule == "docusaurus" and (container or not _MARKS.search(_before(data, heading))):
        written = b" \\{#%s}"  # it escapes the brace itself where the line begins with the marks of a heading
    rest = _REST.match(data, heading.span.end)
    return Edit(Span(heading.span.end, rest.end() if rest else heading.span.end), written % slug)


def _is_xml_name(slug: str) -> bool:
    """Whether kramdown takes it in braces behind a heading."""
    known = all(one.isalpha() or one in "_-." or unicodedata.category(one) in ("Mn", "Mc", "Nd") for one in slug)
    return known and (slug[0].isalpha() or slug[0] == "_") and _NO_XML_LETTERS.isdisjoint(slug)


def _above(source: Source, heading: Heading, container: bytes, slugs: Sequence[str]) -> Edit:
    """A line for each id above a heading, in its container, after a blank one where a text would take them."""
    data, newline = source.parts.data, source.parts.newline
    start = line_start(data, heading.span.start)
    indent = newline + _continued(container)
    before = data[line_start(data, max(start - 1, 0)) : start]
    blank = b"" if _ITEM.search(container) or not _ITEM.search(before) or start == source.parts.body_start else indent
    lines = b"".join(b"(%s)=%s" % (slug.encode(), indent) for slug in _named_apart(slugs))
    return insertion(start + len(container), blank + lines)


def _named_apart(slugs: Sequence[str]) -> Iterator[str]:
    """The ids without those that docutils makes of one before."""
    made: set[str] = set()
    for slug in slugs:
        if slug not in made:
            yield slug
        made |= {slug, docutils_id(slug)}


def _container(data: bytes, heading: Heading) -> bytes:
    """What stands on the line of a heading before it: indentation, marks of quotes and of list items."""
    return _MARKS.sub(b"", _before(data, heading))


def _before(data: bytes, heading: Heading) -> bytes:
    return data[line_start(data, heading.span.start) : heading.span.start]


def _continued(container: bytes) -> bytes:
    """What the next line in the same container begins with."""
    return _ITEM.sub(b" ", container)


def _block_end(data: bytes, heading: Heading) -> int:
    """Where the last line of a heading ends: the line that underlines it, if it has no marks before it."""
    line = _LINE_END if _MARKS.search(_before(data, heading)) else _UNDERLINE
    found = line.match(data, heading.span.end)
    return found.end() if found else heading.span.end
