"""MkDocs with Material: Python-Markdown, its admonitions, tabs, blocks, snippets and attribute lists."""

from __future__ import annotations

import re

from i18n.markdown.dialects import python_markdown
from i18n.markdown.dialects.common import ALERT, COMMENT, COUNTED, FORMULA, GITHUB, alerts, pattern, protected
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.dialects.python_markdown import ATTRIBUTES, TEMPLATES

_CRITIC = rb"\+\+|--|~~|==|>>|<<"
_PROTECTED = (
    TEMPLATES,
    rb"\{(?!" + _CRITIC + rb")(?:[^{}\r\n]*?[ \t:]title=\"(?P<words>[^\"{}\r\n]*)\")?[^{}\r\n]*\}",
    rb"\{(?:" + _CRITIC + rb"|[{%#])",
    rb"\+\+\}|--\}|~~\}|==\}|>>\}|<<\}",
    rb"\+\+(?:[\w-]+|\"[^\"]*\")(?:\+(?:[\w-]+|\"[^\"]*\"))*\+\+",
    rb":(?<![\w:]:)[a-z][a-z0-9]*(?:-[a-z0-9]+)+:",
    FORMULA,
    rb"\\\(.{1,2000}?\\\)",
    rb"\]\[[\w/:-]*\w\.[\w./:-]+\]",
)

MKDOCS = Dialect(
    "mkdocs",
    GITHUB & ~GITHUB.ALERTS,
    maskers=(
        python_markdown.containers,
        alerts,
        python_markdown.blocks,
        python_markdown.identifiers,
        python_markdown.snippets,
        python_markdown.machinery,
        python_markdown.abbreviations,
        python_markdown.comments,
        python_markdown.definitions,
        python_markdown.deep_items,
        python_markdown.contents,
        python_markdown.close_headings,
        python_markdown.formulas,
        python_markdown.markdown_in_html,
        python_markdown.fence_titles,
    ),
    machinery=pattern(COMMENT, TEMPLATES, ATTRIBUTES, ALERT),
    protected=protected(*_PROTECTED, COUNTED),
    parameters=("title", "alt", "aria-label", "placeholder", "summary", "caption"),
    own_id=re.compile(rb"[ \t]+" + ATTRIBUTES + rb"[ \t]*$"),
)
