"""GitHub Flavored Markdown, with the template tags that pages on GitHub often carry."""

from __future__ import annotations

from i18n.markdown.dialects import common, dialect, mdc, tables

GFM = dialect.Dialect(
    "gfm",
    common.GITHUB,
    maskers=(tables.unlike_parser(tables.GITHUB), mdc.lines),
    machinery=common.pattern(common.COMMENT, common.TEMPLATES, common.ALERT, common.COLONS, common.ATTRIBUTE_LIST),
    protected=common.protected(common.OUTPUT, common.TAG, rb"\{\{|\{%", common.FORMULA),
    protected_bytes=b"{$",
    stray=common.FOOTNOTE_WITHOUT_NAME,
    stray_characters="^",
    own_id=common.OWN_ID,
)
