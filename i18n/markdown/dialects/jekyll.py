"""Jekyll: kramdown with Liquid."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from i18n.markdown.dialects.common import COMMENT, GITHUB, OWN_ID, parameters, pattern, preprocessed
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.dialects.python_markdown import abbreviations, formulas
from i18n.markdown.dialects.shortcodes import Grammar, Role, Tag, tags
from i18n.markdown.masking import Body, Construct, has_words, placeholder
from i18n.markdown.parser import Extension
from i18n.model import Place

_NO_BLANK_LINE = rb"\n(?![ \t]*\r?\n)"
_TAG = rb"\{%(?:[^%{\n]|%(?!\})|\{(?!%)|" + _NO_BLANK_LINE + rb")*+%\}"
_OUTPUT = rb"\{\{(?:[^}{\n\"']|\"[^\"}\n]*+\"|'[^'}\n]*+'|[\"']|\}(?!\})|\{(?!\{)|" + _NO_BLANK_LINE + rb")*+\}\}"
_EXTENSION = rb"\{::?/?[A-Za-z][\w-]*(?:[ \t]+[^{}\r\n]*)?\}|\{:/\}"
"""`{::options … /}`, `{::nomarkdown}` … `{:/}`; also `{:toc}`."""
_ATTRIBUTES = rb"\{:(?!:)(?:[^{}\r\n]|\{[^{}\r\n]*\})*\}"
_CODE = rb"highlight|comment|mermaid|plantuml|uml|graphviz|math|katex|latex|chart|javascript|css|schema|style"
"""Tags whose body is code, data, or for nobody."""
_CODE_BLOCK = rb"\{%-?\s*(?P<name>" + _CODE + rb")\b[^%]*+%\}.*?\{%-?\s*end(?P=name)\s*-?%\}"
_RAW = re.compile(
    rb"\{%-?\s*raw\s*-?%\}(?P<inner>(?:(?!\{%-?\s*(?:end)?raw|\n[ \t]*\r?\n).)*)\{%-?\s*endraw\s*-?%\}", re.S
)
_HEAD = re.compile(rb"\{%-?\s*(?P<name>\#|[\w-]+)|\{:(?P<extension>:?/?[\w-]*)")
_NO_PROSE = re.compile(_TAG + b"|" + _OUTPUT + rb"|(`+)(?!`).*?(?<!`)\1(?!`)|`", re.S)
_MIDDLES = frozenset((b"else", b"elsif", b"when"))
_WORDS = frozenset((b"link", b"post_url", b"cycle", b"increment", b"decrement", b"t", b"translate"))
"""Tags that write a word or two."""
_CONTENTS = re.compile(rb"(?:[-*+]|1\.)[ \t]+[^\r\n]*\r?\n[ \t>]*\{:[ \t]*toc\b[^{}\r\n]*\}[ \t]*(?=[\r\n]|\Z)")
_ITEM_ATTRIBUTES = re.compile(_ATTRIBUTES)
_ELEMENT = re.compile(
    rb"""<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*?)(?P<empty>/?)>"""
    rb"(?P<alone>[ \t]*(?=[\r\n]|\Z))?"
)
_READ_AS_MARKDOWN = re.compile(rb"""(?i)\smarkdown[ \t]*=[ \t]*["']?(?:1|block|span)\b""")
_LINE_END = re.compile(rb"[ \t]*(?=[\r\n]|\Z)")


def _read(match: re.Match[bytes]) -> Tag:
    start, end = match.span()
    head = _HEAD.match(match[0])
    if head is None:
        return Tag(start, end, b"", Role.ALONE, escapes=False)
    if head["extension"] is not None:
        name = head["extension"].lstrip(b":")
        if name.startswith(b"/"):
            return Tag(start, end, b"::" + name[1:] if name != b"/" else b"", Role.CLOSES, is_block=True)
        closed = match[0].endswith(b"/}") or not match[0].startswith(b"{::")
        return Tag(start, end, b"::" + name, Role.ALONE if closed else Role.OPENS, is_block=True)
    name = head["name"]
    if name.startswith(b"end"):
        return Tag(start, end, name[3:], Role.CLOSES)
    if name in _MIDDLES:
        return Tag(start, end, name, Role.MIDDLE)
    return Tag(start, end, name, Role.OPENS, escapes=name.startswith(b"include"), is_block=name not in _WORDS)


def _code_end(data: bytes, match: re.Match[bytes]) -> int:
    head = _HEAD.match(match[0])
    name = (head["name"] or head["extension"] or b"") if head else b""
    if name == b"raw":
        raw = _RAW.match(data, match.start())
        return raw.end() if raw and _is_code(raw["inner"]) else -1
    if name != b":comment" and not re.fullmatch(_CODE, name):
        return -1
    closing = _closing(name).search(data, match.end())
    return closing.end() if closing else -1


def _is_code(raw: bytes) -> bool:
    """Whether what stands between `{% raw %}` and `{% endraw %}` within a text is code alone."""
    return not has_words(_NO_PROSE.sub(b"", raw).decode(errors="replace"))


@functools.cache
def _closing(name: bytes) -> re.Pattern[bytes]:
    if name == b":comment":
        return re.compile(rb"\{:/(?:comment)?\}")
    return re.compile(rb"\{%-?\s*end" + re.escape(name) + rb"\s*-?%\}")


def contents(body: Body) -> Iterator[Construct]:
    """A list item that `{:toc}` replaces by the table of contents."""
    for match in body.starting(b"*-+1", _CONTENTS):
        yield Construct(match.start(), match.end(), b"")


def attributes(body: Body) -> Iterator[Construct]:
    """Attribute lists on lines of their own, and at the beginning of a list item."""
    for match in body.starting(b"{", _ITEM_ATTRIBUTES):
        start, end = match.span()
        alone = _LINE_END.match(body.data, end) is not None
        words = parameters(body, start, end, Place.QUOTED)
        if alone and not _in_item(body.data, start):
            yield Construct(start, end, b"", words)
        elif _in_item(body.data, start):
            yield Construct(start, end, placeholder(match[0]), words, beside_text=True)


def markdown_in_html(body: Body) -> Iterator[Construct]:
    """Tags around Markdown (`markdown="1"`), alone on their lines and in no other HTML, and those that close them."""
    if b"markdown=" not in body.data:
        return
    opened: list[tuple[bytes, bool]] = []
    last = 0
    for match in body.starting(b"<", _ELEMENT):
        name, (start, end) = match["name"].lower(), match.span()
        if match["close"]:
            while opened:
                other, masked = opened.pop()
                if other == name:
                    if masked and match["alone"] is not None:
                        yield Construct(start, end, b"")
                        last = end
                    break
        elif not match["empty"] and b"</" + name not in body.data[end : _line_end(body.data, end)].lower():
            masked = (
                match["alone"] is not None
                and _READ_AS_MARKDOWN.search(match["attributes"]) is not None
                and (_begins_block(body.data, start) or not body.data[last:start].strip(b" \t\r\n>"))
            )
            opened.append((name, masked))
            if masked:
                yield Construct(start, end, b"", parameters(body, start, end, Place.ATTRIBUTE, "attribute"))
                last = end


def _begins_block(data: bytes, start: int) -> bool:
    """Whether a line comes first or after a blank one."""
    above = data.rfind(b"\n", 0, start)
    return above < 0 or not data[data.rfind(b"\n", 0, above) + 1 : above].strip(b" \t\r>")


def _line_end(data: bytes, position: int) -> int:
    end = data.find(b"\n", position)
    return end if end >= 0 else len(data)


def _in_item(data: bytes, position: int) -> bool:
    """Whether a list marker stands before a position on its line."""
    return bool(data[data.rfind(b"\n", 0, position) + 1 : position].strip(b" \t>"))


JEKYLL = Dialect(
    "jekyll",
    (GITHUB | Extension.DEFINITION_LISTS) & ~Extension.ALERTS,
    maskers=(
        tags(Grammar(re.compile(_TAG + b"|" + _OUTPUT + b"|" + _EXTENSION), _read, _code_end)),
        contents,
        attributes,
        abbreviations,
        markdown_in_html,
        formulas,
    ),
    machinery=pattern(COMMENT, _ATTRIBUTES),
    protected=preprocessed(_CODE_BLOCK, _RAW.pattern, _TAG, _OUTPUT, _EXTENSION, _ATTRIBUTES, rb"\{\#[^{}\r\n]*\}"),
    keys=("title", "description", "excerpt", "subtitle"),
    parameters=("caption", "alt", "title", "text", "content", "summary", "label"),
    is_preprocessed=True,
    own_id=OWN_ID,
)
