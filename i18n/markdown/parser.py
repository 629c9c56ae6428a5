"""Which blocks and inlines does CommonMark see, and where? The only importer of pyromark."""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterator
from typing import Any, TypeAlias

import pyromark

Event: TypeAlias = tuple[Any, Any]
"""pulldown-cmark's event (`"SoftBreak"`, `{"Text": …}`, `{"Start": …}`) and its range
(`{"start": …, "end": …}`: half-open, bytes of UTF-8)."""


class Extension(enum.Flag):
    """Syntax beyond CommonMark that the parser itself knows."""

    NONE = 0
    TABLES = enum.auto()
    FOOTNOTES = enum.auto()
    STRIKETHROUGH = enum.auto()
    TASK_LISTS = enum.auto()
    ALERTS = enum.auto()
    HEADING_ATTRIBUTES = enum.auto()
    DEFINITION_LISTS = enum.auto()
    MATH = enum.auto()


_OPTIONS = {
    Extension.TABLES: pyromark.Options.ENABLE_TABLES,
    Extension.FOOTNOTES: pyromark.Options.ENABLE_FOOTNOTES,
    Extension.STRIKETHROUGH: pyromark.Options.ENABLE_STRIKETHROUGH,
    Extension.TASK_LISTS: pyromark.Options.ENABLE_TASKLISTS,
    Extension.ALERTS: pyromark.Options.ENABLE_GFM,
    Extension.HEADING_ATTRIBUTES: pyromark.Options.ENABLE_HEADING_ATTRIBUTES,
    Extension.DEFINITION_LISTS: pyromark.Options.ENABLE_DEFINITION_LIST,
    Extension.MATH: pyromark.Options.ENABLE_MATH,
}


@functools.cache
def _markdown(extensions: Extension) -> pyromark.Markdown:
    options = pyromark.Options(0)
    for extension, option in _OPTIONS.items():
        if extension in extensions:
            options |= option
    return pyromark.Markdown(options=options)


def events(text: str, extensions: Extension) -> Iterator[Event]:
    """Parse `text`, which must not begin with a byte order mark (it would be read as a paragraph)."""
    return _markdown(extensions).events_with_range(text)


def reference_definitions(text: str, extensions: Extension) -> dict[str, Any]:
    """Labels in document order, each with `dest`, `title` and the definition's `span` in bytes.

    Of several definitions of one label only the first, which is the one that counts.
    """
    return _markdown(extensions).reference_definitions(text)
