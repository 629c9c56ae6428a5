"""One article read as `i18n extract` reads it."""

from __future__ import annotations

from i18n.extract.article import Extraction, Rules
from i18n.extract.source import read_source
from i18n.model import Article


def extraction(text: str, dialect: str = "gfm", path: str = "a.md", **rules: object) -> Extraction:
    """What the text says to the workflow, by rules that are the defaults but for those named."""
    article = Article(path, "a", f"source/{path}", text.encode())
    return read_source(article, Rules(dialect, **rules)).extraction  # type: ignore[arg-type]
