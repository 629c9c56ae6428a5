"""Hugo: Goldmark with its extensions, shortcodes, front matter of three kinds."""

from __future__ import annotations

import functools
import re

from i18n.markdown.dialects import common, dialect, paragraphs, python_markdown, tables
from i18n.markdown.dialects.shortcodes import Grammar, Role, Tag, tags
from i18n.markdown.parser import Extension
from i18n.span import Span

_CODE = (
    rb"highlight|hl|code-?toggle|code-?block|code|prism|mermaid|plantuml|graphviz|goat|drawio|markmap|katex|mathjax|math"
    rb"|tex|latex|chem|chart|chartjs|echarts|plotly|vega|vega-?lite|datatable|asciinema|abc|music|openapi|swagger"
    rb"|typograms|csv|csv-?table|table-?csv|data-?table|css|js|json|script|style|console|terminal|command|shell|[\w-]+\.inline"
)
"""Shortcodes whose body is code, data or a diagram."""
_BLOCKS = frozenset(
    b"figure img image picture gallery video audio youtube vimeo tweet x instagram gist include readfile toc card "
    b"button".split()
)
"""Shortcodes that are never part of a sentence."""
_SHORTCODE = (
    rb"\{\{(?:<[ ]?/\*(?:(?!\*/).)*\*/[ ]?>|%[ ]?/\*(?:(?!\*/).)*\*/[ ]?%"
    rb'|<(?:[^"`>{]|"(?:\\.|[^"\\])*+"|`[^`]*+`|>(?!\}\})|\{(?!\{[<%]))*+>'
    rb'|%(?:[^"`%{]|"(?:\\.|[^"\\])*+"|`[^`]*+`|%(?!\}\})|\{(?!\{[<%]))*+%)\}\}'
)
_CODE_SHORTCODE = (
    rb"\{\{[<%]\s*(?P<name>" + _CODE + rb")(?![\w./-])"
    rb'(?:[^"`>%{]|"(?:\\.|[^"\\])*+"|`[^`]*+`|[>%](?!\}\}))*+(?<!/)[>%]\}\}'
    rb"(?:[^{]++|\{(?!\{[<%]\s*/?\s*(?P=name)(?![\w./-])))*+\{\{[<%]\s*/\s*(?P=name)\s*[>%]\}\}"
)
_GO_TEMPLATE = rb"\{\{(?![<%])[^`{}]*\}\}"
"""Not read in articles, but a translator should not be the one to try."""
_HEAD = re.compile(rb"\{\{[<%]\s*(?P<close>/(?!\*))?\s*(?P<name>[\w./-]*)")
_CLOSED_AT_ONCE = re.compile(rb"(?:/|[\s\"`]/\s+)[>%]\}\}\Z")
REFERENCE = re.compile(
    rb"""\{\{[<%]\s*(?:rel)?ref\s+(?:path\s*=\s*)?("[^"\r\n]+"|`[^`\r\n]+`|[^\s"'`=<>%]+)(?=[^\S\r\n])(?![^<>]*\blang\s*=)"""
)
"""A shortcode that looks a page up in its own language: what it looks for."""
_LANGUAGE = re.compile(rb"\bcode_?lang\s*=|\{\{<\s*tab\s(?:[^<>]*\s)?lang\s*=")


def _read(match: re.Match[bytes]) -> Tag:
    head = _HEAD.match(match[0])
    name, closes = (head["name"], head["close"]) if head else (b"", None)
    role = Role.CLOSES if closes else Role.OPENS
    if not name or (role is Role.OPENS and _CLOSED_AT_ONCE.search(match[0])):
        role = Role.ALONE
    return Tag(Span(*match.span()), name, role, is_block=name in _BLOCKS)


def _code_end(data: bytes, match: re.Match[bytes]) -> int:
    head = _HEAD.match(match[0])
    name = head["name"] if head else b""
    if not (re.fullmatch(_CODE, name) or (match[0].startswith(b"{{<") and _LANGUAGE.search(match[0]))):
        return -1
    closing = _closing(name).search(data, match.end())
    return closing.end() if closing else -1


@functools.cache
def _closing(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"\{\{[<%]\s*/\s*" + re.escape(name) + rb"\s*[>%]\}\}")


HUGO = dialect.Dialect(
    "hugo",
    common.GITHUB | Extension.DEFINITION_LISTS,
    maskers=(
        tags(Grammar(re.compile(_SHORTCODE, re.S), _read, _code_end, _closing)),
        tables.unlike_parser(tables.GOLDMARK),
        paragraphs.colons,
        common.attribute_lists(common.LONE_BRACES),
        python_markdown.formulas,
    ),
    machinery=common.pattern(common.COMMENT, common.ALERT, common.LONE_BRACES),
    protected=common.preprocessed(
        _CODE_SHORTCODE, _SHORTCODE, _GO_TEMPLATE, common.LONE_BRACES, rb"\{[ \t]*\}", common.HALF_TEMPLATES
    ),
    front_matter=("yaml", "toml", "json"),
    keys=("title", "linkTitle", "description", "summary"),
    parameters=(
        *("caption", "alt", "title", "subtitle", "attr", "summary", "label", "header", "footer", "text"),
        *("details.0", "expand.0", "tab.0", "tab.name", "tab.tabname", "tabs.tabname", "notice.1", "badge.content"),
    ),
    expanded=common.pattern(_CODE_SHORTCODE, _SHORTCODE),
    attributes=re.compile(common.LONE_BRACES),
    own_id=common.ID_IN_LONE_BRACES,
)
