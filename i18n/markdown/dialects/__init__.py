"""Which Markdown does a site generator read? One file a dialect."""

from __future__ import annotations

import dataclasses
import functools

from i18n.markdown.dialects.commonmark import COMMONMARK
from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.dialects.docusaurus import DOCUSAURUS
from i18n.markdown.dialects.gfm import GFM
from i18n.markdown.dialects.hugo import HUGO
from i18n.markdown.dialects.jekyll import JEKYLL
from i18n.markdown.dialects.mdbook import MDBOOK
from i18n.markdown.dialects.mkdocs import MKDOCS
from i18n.markdown.dialects.myst import MYST
from i18n.markdown.dialects.starlight import STARLIGHT
from i18n.markdown.dialects.vitepress import VITEPRESS
from i18n.markdown.dialects.zola import ZOLA

DIALECTS = (COMMONMARK, GFM, HUGO, JEKYLL, MKDOCS, DOCUSAURUS, STARLIGHT, MYST, MDBOOK, ZOLA, VITEPRESS)

__all__ = ["COMMONMARK", "DIALECTS", "GFM", "Dialect", "named"]


@functools.cache
def named(name: str, parameters: tuple[str, ...] = ()) -> Dialect:
    """The dialect of that name, with more parameters for readers; raises `KeyError` for an unknown one."""
    dialect = {dialect.name: dialect for dialect in DIALECTS}[name]
    if not parameters:
        return dialect
    return dataclasses.replace(dialect, parameters=(*dialect.parameters, *(name.lower() for name in parameters)))
