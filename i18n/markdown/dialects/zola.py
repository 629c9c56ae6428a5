"""Zola: GitHub's extensions, Tera shortcodes, front matter in TOML or YAML."""

from __future__ import annotations

import re

from i18n.markdown.dialects import common, dialect, paragraphs, python_markdown
from i18n.markdown.dialects.shortcodes import Grammar, Role, Tag, tags
from i18n.markdown.parser import Extension
from i18n.span import BodyBytes, Span

_ARGUMENTS = rb"""\((?:[^"'`()]|"[^"]*+"|'[^']*+'|`[^`]*+`)*+\)"""
_TAG = (
    rb"\{\{\s*/\*(?:(?!\*/).)*\*/\s*\}\}|\{%\s*/\*(?:(?!\*/).)*\*/\s*%\}"
    rb"|\{\{\s*[\w:]+\s*" + _ARGUMENTS + rb"\s*\}\}|\{%-?\s*[\w:]+\s*" + _ARGUMENTS + rb"\s*-?%\}"
    rb"|\{\{[^{}\"'`\r\n]*\}\}|\{%[^{}%\"'`\r\n]*%\}"
)
_CODE = rb"mermaid|katex|math|raw|chart|diagram|graphviz|plantuml|css|js|script|style"
"""Shortcodes whose body is code, data or a diagram."""
_END = rb"\{%-?\s*end\s*-?%\}"
_CODE_SHORTCODE = (
    rb"\{%-?\s*(?:" + _CODE + rb")\s*" + _ARGUMENTS + rb"\s*-?%\}"
    rb"(?:[^{]++|\{(?!%-?\s*(?:" + _CODE + rb"|end)\b))*+" + _END
)
_HEAD = re.compile(rb"\{%-?\s*(?P<name>\w+)")
_ENDING = re.compile(_END)
_BLOCKS = frozenset(b"figure img image picture gallery video audio youtube vimeo".split())
"""Shortcodes that are never part of a sentence."""


def _read(match: re.Match[bytes]) -> Tag:
    span: Span[BodyBytes] = Span(*match.span())
    head = _HEAD.match(match[0])
    if head is None:
        owner = re.match(rb"\{\{\s*(\w+)", match[0])
        name = owner[1] if owner else b""
        return Tag(span, name, Role.ALONE, escapes=False, is_block=name in _BLOCKS)
    if head["name"] == b"end":
        return Tag(span, b"", Role.CLOSES, escapes=False)
    return Tag(span, head["name"], Role.OPENS, escapes=False)


def _code_end(data: bytes, match: re.Match[bytes]) -> int:
    head = _HEAD.match(match[0])
    if head is None or not re.fullmatch(_CODE, head["name"]):
        return -1
    ending = _ENDING.search(data, match.end())
    return ending.end() if ending else -1


def _closing(_name: bytes) -> re.Pattern[bytes]:
    return _ENDING


ZOLA = dialect.Dialect(
    "zola",
    common.GITHUB | Extension.HEADING_ATTRIBUTES | Extension.DEFINITION_LISTS,
    maskers=(
        tags(Grammar(re.compile(_TAG, re.S), _read, _code_end, _closing)),
        paragraphs.unsure_colons,
        python_markdown.formulas,
    ),
    machinery=common.pattern(common.COMMENT),
    protected=common.preprocessed(_CODE_SHORTCODE, _TAG, common.LONE_BRACES, common.HALF_TEMPLATES),
    front_matter=("toml", "yaml"),
    keys=("title", "description"),
    parameters=("caption", "alt", "title", "author", "label", "text", "summary"),
    expanded=common.pattern(_CODE_SHORTCODE, _TAG),
    own_id=common.ID_IN_LONE_BRACES,
)
