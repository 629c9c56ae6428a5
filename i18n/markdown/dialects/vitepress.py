"""VitePress: containers with titles, includes, Vue components and interpolations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.dialects import common, dialect, mdc, tables, tags
from i18n.markdown.masking import Body, Construct, Words
from i18n.markdown.parser import Extension
from i18n.model import Kind, Place
from i18n.span import Span

_INTERPOLATION = rb"\{\{(?:[^{}\r\n]++|\}(?!\})|\{(?!\{)|\r?\n(?![ \t]*[\r\n]))*+\}\}"
_OPENING = rb"(?:\{|\\\{|&(?:#0*123|#[xX]0*7[bB]|lcub|lbrace);){2}"
_CLOSING = rb"(?:\}|\\\}|&(?:#0*125|#[xX]0*7[dD]|rcub|rbrace);){2}"
_BRACES = rb"%b[^{}]*?%b|%b|%b" % (_OPENING, _CLOSING, _OPENING, _CLOSING)
"""However they are spelled, and what they hold: Vue reads the page when Markdown has resolved escapes and entities."""
_ATTRIBUTES = rb"\{[^{}\r\n]*\}"
_CONTAINER = re.compile(
    rb":{3,}[ \t]*(?:(?P<name>[\w-]+)(?:[ \t]+(?P<title>[^\r\n{][^\r\n]*?))?(?:[ \t]*"
    + _ATTRIBUTES
    + rb")?)?"
    + common.END
)
_UNTITLED = frozenset((b"raw", b"v-pre", b"code-group", b"tabs"))
_SHOWN = {b"tip": "TIP", b"info": "INFO", b"warning": "WARNING", b"danger": "DANGER", b"details": "Details"}
"""What VitePress shows for a container without a title."""
_ALERT = re.compile(rb"(?i)\[!(?P<name>tip|note|info|important|warning|caution|danger)\]" + common.END)
_QUOTE = re.compile(rb">[ \t]*\Z")
_FENCE_LABEL = re.compile(rb"(?P<before>[`~]++[ \t]*[^\s\[\]{}]+[^\[\]\r\n]*?)[ \t]*\[(?P<label>[^\[\]\r\n]*)\]")


def containers(body: Body) -> Iterator[Construct]:
    """`::: tip Title {open}` and the colons that close it."""
    for match, never_ends in common.paired(body.starting(b":", _CONTAINER)):
        words = () if match["name"] in _UNTITLED else common.titled(match, Kind.TITLE, Place.LINE)
        if match["title"] is None and (shown := _SHOWN.get(match["name"])):
            words = common.implied(shown, match["name"], match.end("name"), " ")
        yield Construct(Span(*match.span()), common.RULE if words else b"", words, never_ends=never_ends)


def alerts(body: Body) -> Iterator[Construct]:
    """`> [!NOTE]`, which takes a title here, and shows its name without one."""
    for match in body.starting(b"[", _ALERT):
        if _QUOTE.search(body.data, common.line_start(body.data, match.start()), match.start()):
            shown, at = match["name"].decode().upper(), match.end("name") + 1
            yield Construct(Span(match.start(), at), common.RULE, common.implied(shown, match["name"], at, " "))


def fence_labels(body: Body) -> Iterator[Construct]:
    """The label of a fence in a group of code, where it is more than a name: ```` ```ts [Composition API] ````."""
    for fence in body.fences:
        match = _FENCE_LABEL.match(body.data, *fence.head)
        if match is not None and b" " in match["label"].strip() and common.is_for_readers(match["label"]):
            words = Words(Kind.CODE_TITLE, Place.LINE, Span(*match.span("label")))
            yield Construct(Span(*match.span()), match["before"], (words,))


VITEPRESS = dialect.Dialect(
    "vitepress",
    common.GITHUB | Extension.HEADING_ATTRIBUTES,
    maskers=(
        tables.unlike_parser(tables.MARKDOWN_IT),
        containers,
        mdc.lines,
        common.alerts,
        alerts,
        fence_labels,
        tags.components,
        common.marked(b"[", rb"\[\[(?i:toc)\]\]"),
        common.marked(b"<", rb"<<<[ \t]*[^\r\n]+"),
        common.marked(b"@", rb"@\[[^\]\r\n]*\]\([^()\r\n]*\)"),
        common.marked(b"!", rb"!!!include\([^()\r\n]*\)!!!"),
        common.marked(b"{", _INTERPOLATION),
        common.attribute_lists(_ATTRIBUTES),
        common.formulas,
    ),
    machinery=common.pattern(common.COMMENT, common.ALERT, _INTERPOLATION, _ATTRIBUTES),
    protected=common.protected(
        _INTERPOLATION, _BRACES, rb"\\(?P<literal>[\\{])", _ATTRIBUTES, rb"<!--", common.FORMULA
    ),
    keys=(
        "title",
        "description",
        "hero.name",
        "hero.text",
        "hero.tagline",
        "hero.actions[].text",
        "features[].title",
        "features[].details",
        "features[].linkText",
    ),
    parameters=("text", "label", "title", "alt", "description", "caption", "placeholder", "summary", "aria-label"),
    links_names=True,
    lacks_footnotes=True,
    plain_descriptions=True,
    attributes=re.compile(_ATTRIBUTES),
    own_id=re.compile(rb"[ \t]+\{[^{}\r\n]*\}[ \t]*$"),
)
