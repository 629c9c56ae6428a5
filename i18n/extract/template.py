"""Which units does the template of an article have?"""

from __future__ import annotations

from collections.abc import Iterable

from i18n.model import Article, Key, Reference, Segment, Unit
from i18n.project.tables import References


def units(article: Article, segments: Iterable[Segment], references: References) -> tuple[Unit, ...]:
    """Unite the segments of equal text and context, in reading order, their comments and references joined."""
    extracted: dict[Key, dict[str, None]] = {}
    places: dict[Key, dict[Reference, None]] = {}
    for segment in segments:
        comments = extracted.setdefault(segment.key, {})
        comments[kind(segment)] = None
        if segment.heading:
            comments[f"section: {' '.join(segment.heading.split())}"] = None
        for line in segment.note.splitlines():
            comments[f"note: {line}"] = None
        if references != "none":
            line_number = segment.line if references == "line" else 0
            places.setdefault(segment.key, {})[Reference(article.reference, line_number)] = None
    return tuple(
        Unit(key[1], msgctxt=key[0], extracted=tuple(comments), references=tuple(places.get(key, ())))
        for key, comments in extracted.items()
    )


def kind(segment: Segment) -> str:
    """What translators read of a segment: `heading 2`, `list item`, `front matter title`."""
    return " ".join(filter(None, (segment.kind.value, str(segment.level or ""), segment.detail)))
