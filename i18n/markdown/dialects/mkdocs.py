"""MkDocs with Material: Python-Markdown, its admonitions, tabs, blocks, snippets and attribute lists."""

from __future__ import annotations

import re

from i18n.markdown.dialects import common, dialect, paragraphs, python_markdown, tables

_CRITIC = rb"\+\+|--|~~|==|>>|<<"
_PROTECTED = (
    python_markdown.TEMPLATES,
    rb"\\(?P<literal>\\|\{(?!" + _CRITIC + rb"|[{%#]))",
    rb"\{(?!" + _CRITIC + rb")[^{}\r\n]*\}",
    rb"\{(?:" + _CRITIC + rb"|[{%#])",
    rb"\+\+\}|--\}|~~\}|==\}|>>\}|<<\}",
    rb"\+\+(?:[\w-]+|\"[^\"]*\")(?:\+(?:[\w-]+|\"[^\"]*\"))*\+\+",
    rb":(?<![\w:]:)[a-z][a-z0-9]*(?:-[a-z0-9]+)+:",
    common.FORMULA,
    rb"\\\(.{1,2000}?\\\)",
    rb"\]\[[\w/:-]*\w\.[\w./:-]+\]",
)

MKDOCS = dialect.Dialect(
    "mkdocs",
    common.GITHUB & ~common.GITHUB.ALERTS,
    maskers=(
        python_markdown.containers,
        common.marked(b"!?:", rb"(?:!!!|\?\?\?\+?|:)"),
        paragraphs.after_containers,
        paragraphs.references,
        paragraphs.underlines(ends_paragraph=True),
        paragraphs.shallow,
        common.alerts,
        python_markdown.blocks,
        python_markdown.identifiers,
        python_markdown.snippets,
        python_markdown.machinery,
        python_markdown.trailing_attributes,
        python_markdown.deep_fences,
        python_markdown.abbreviations,
        python_markdown.comments,
        python_markdown.definitions,
        paragraphs.terms,
        python_markdown.deep_items,
        python_markdown.contents,
        tables.delimiters,
        python_markdown.close_headings,
        python_markdown.formulas,
        python_markdown.markdown_in_html,
        python_markdown.fence_titles,
    ),
    reads_html=b"markdown",
    machinery=common.pattern(common.COMMENT, python_markdown.TEMPLATES, python_markdown.ATTRIBUTES, common.ALERT),
    protected=common.protected(*_PROTECTED, common.COUNTED, rb"\[[^\[\]\r\n]*\[\^"),
    parameters=("title", "alt", "aria-label", "placeholder", "summary", "caption"),
    stray=re.compile(r"`+|\\(?=\s|\Z)|<(?=\Z)"),
    entities=True,
    has_short_headings=True,
    hard_break=b"  ",
    attributes=re.compile(python_markdown.ATTRIBUTES),
    own_id=re.compile(rb"[ \t]+\{:?[ \t]*[^{}%\s][^{}\r\n]*\}[ \t]*$"),
)
