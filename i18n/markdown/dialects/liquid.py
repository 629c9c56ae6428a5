"""Liquid, and the extensions of kramdown that look like its tags: which open code, and what belongs together?"""

from __future__ import annotations

import functools
import re

from i18n.markdown.dialects.common import pattern
from i18n.markdown.dialects.shortcodes import Grammar, Role, Tag
from i18n.span import BodyBytes, Span

_NO_BLANK_LINE = rb"\n(?![ \t]*\r?\n)"
TAG = rb"\{%(?:[^%{\n]|%(?!\})|\{(?!%)|" + _NO_BLANK_LINE + rb")*+%\}"
OUTPUT = rb"\{\{(?:[^}{\n\"']|\"[^\"}\n]*+\"|'[^'}\n]*+'|[\"']|\}(?!\})|\{(?!\{)|" + _NO_BLANK_LINE + rb")*+\}\}"
_CODE = rb"highlight|comment|mermaid|plantuml|uml|graphviz|math|katex|latex|chart|javascript|css|schema|style"
"""Tags whose body is code, data, or for nobody."""
CODE_BLOCK = (
    rb"\{%-?\s*(?P<name>" + _CODE + rb")\b[^%]*+%\}"
    rb"(?:[^{]++|\{(?!%-?\s*(?:end)?(?P=name)\b))*+\{%-?\s*end(?P=name)\s*-?%\}"
)
_CODE_SPAN = rb"`(?!`)(?:(?!\{%-?\s*endraw)[^`])*+`(?!`)|``(?!`)(?:(?!\{%-?\s*endraw)(?:[^`]|`(?!`)))*+``(?!`)"
"""Without a group for the marks: Python 3.11 loses the groups within what is possessive."""
RAW = (
    rb"\{%-?\s*raw\s*-?%\}(?:(?!\{%-?\s*(?:end)?raw\b)(?:"
    + _CODE_SPAN + b"|" + TAG + b"|" + OUTPUT + b"|" + _NO_BLANK_LINE
    + rb"|[^A-Za-z\x80-\xff\n]))*+\{%-?\s*endraw\s*-?%\}"
)  # fmt: skip
"""Code alone between `{% raw %}` and `{% endraw %}` within a text; words there are for readers."""
_RAW_CODE = re.compile(RAW, re.S)
_PATH = (
    rb"\{%-?\s*capture\s[^%\n]*%\}(?:" + OUTPUT + rb"|(?!\{%-?\s*capture\b)" + TAG
    + rb"|[^\s{])*?[./=#](?:" + OUTPUT + rb"|[^\s{])*+\{%-?\s*endcapture\s*-?%\}"
)  # fmt: skip
"""A captured address or name of a file."""
_CAPTURED_PATH = re.compile(_PATH)
_HEAD = re.compile(rb"\{%-?\s*(?P<name>\#|[\w-]+)|\{:(?P<extension>:?/?[\w-]*)")
_LINE_BEFORE = re.compile(rb"(?:\A|\n)[ ]{0,3}\Z")
_LINE_END = re.compile(rb"[ \t]*(?=\r?\n|\Z)")
_COMMENT_END = re.compile(rb"(?m)^[ ]{0,3}\{:/(?:comment)?\}(?=[ \t]*\r?$)")
"""A comment that fills its lines ends on a line of its own."""
_MIDDLES = frozenset((b"else", b"elsif", b"when"))
_WORDS = frozenset((b"link", b"post_url", b"cycle", b"increment", b"decrement", b"t", b"translate"))
"""Tags that write a word or two."""
EXTENSION = rb"\{::?/?[A-Za-z][\w-]*(?:[ \t]+[^{}\r\n]*)?\}|\{:/\}"
"""`{::options … /}`, `{::nomarkdown}` … `{:/}`; also `{:toc}`."""


def _read(match: re.Match[bytes]) -> Tag:
    span: Span[BodyBytes] = Span(*match.span())
    head = _HEAD.match(match[0])
    if head is None:
        return Tag(span, b"", Role.ALONE, escapes=False)
    if head["extension"] is not None:
        name = head["extension"].lstrip(b":")
        if name.startswith(b"/"):
            return Tag(span, b"::" + name[1:] if name != b"/" else b"", Role.CLOSES, is_block=True)
        closed = match[0].endswith(b"/}") or not match[0].startswith(b"{::")
        return Tag(span, b"::" + name, Role.ALONE if closed else Role.OPENS, is_block=True)
    name = head["name"]
    if name.startswith(b"end"):
        return Tag(span, name[3:], Role.CLOSES)
    if name in _MIDDLES:
        return Tag(span, name, Role.MIDDLE)
    return Tag(span, name, Role.OPENS, escapes=name.startswith(b"include"), is_block=name not in _WORDS)


def _code_end(data: bytes, match: re.Match[bytes]) -> int:
    head = _HEAD.match(match[0])
    name = (head["name"] or head["extension"] or b"") if head else b""
    if name == b"capture":
        path = _CAPTURED_PATH.match(data, match.start())
        return path.end() if path else -1
    if name == b"raw":
        raw = _RAW_CODE.match(data, match.start())
        return raw.end() if raw else -1
    if name != b":comment" and not re.fullmatch(_CODE, name):
        return -1
    closing = _closing(name).search(data, match.end())
    if name == b":comment" and _LINE_BEFORE.search(data, 0, match.start()) and _LINE_END.match(data, match.end()):
        closing = _COMMENT_END.search(data, match.end())
    return closing.end() if closing else -1


@functools.cache
def _closing(name: bytes) -> re.Pattern[bytes]:
    if name == b":comment":
        return re.compile(rb"\{:/(?:comment)?\}")
    return re.compile(rb"\{%-?\s*end" + re.escape(name) + rb"\s*-?%\}")


FILE = re.compile(rb"\{%-?\s*link\s+(?P<bare>[^\s{}%](?:[^{}%\r\n]*?[^\s{}%])?)\s*-?%\}")
"""A tag that looks a file up, from the root of the site."""
POST = re.compile(rb"\{%-?\s*post_url\s+(?P<bare>[^\s{}%]+?)\s*-?%\}")
"""A tag that looks a post up, by the name of its file without the ending."""
INCLUDED = re.compile(rb"\{%-?\s*include_relative\s+(?P<bare>[^\s{}%]+)[^{}%\r\n]*%\}")
"""A tag that puts a file in its place, by its path from the folder of the article."""
_SITE = rb"\{\{-?\s*site\.(?:base)?url\s*-?\}\}"
"""Puts in where the site is."""
ADDRESSES = (
    re.compile(_SITE + rb"(?P<bare>/[^\s\"'<>()\[\]{}|]*)"),
    re.compile(
        rb"""\{\{-?\s*(["'])(?P<bare>/[^"'\r\n]*)\1\s*\|\s*(?:(?:relative|absolute)_url\b|prepend:\s*site\.(?:base)?url\b)"""
    ),
)
"""Addresses from the root of the site, to which Liquid adds where that is."""
GRAMMAR = Grammar(re.compile(TAG + b"|" + OUTPUT + b"|" + EXTENSION), _read, _code_end, _closing, leaves_text=False)
EXPANDED = pattern(CODE_BLOCK, RAW, TAG, OUTPUT)


def whole(tag: re.Pattern[bytes]) -> re.Pattern[bytes]:
    """Extend a tag that writes an address by what belongs to it: where the site is, and a fragment."""
    return re.compile(b"(?:" + _SITE + b")*" + tag.pattern + rb"(?:#[\w\x80-\xff-]+)?")
