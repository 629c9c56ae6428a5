"""Which units does the template of an article have?"""

from __future__ import annotations

from collections.abc import Iterable

from i18n.model import Article, Key, Reference, Segment, Unit
from i18n.project.tables import References


def units(article: Article, segments: Iterable[Segment], references: References) -> tuple[Unit, ...]:
    """Unite the segments of equal text and context, in reading order, their comments and references joined."""
    of_key: dict[Key, list[Segment]] = {}
    for segment in segments:
        of_key.setdefault(segment.key, []).append(segment)
    whole = () if references == "none" else (Reference(article.reference),)
    return tuple(
        Unit(
            key[1],
            msgctxt=key[0],
            extracted=tuple(dict.fromkeys(comment for segment in same for comment in _comments(segment))),
            references=_lines(article, same) if references == "line" else whole,
        )
        for key, same in of_key.items()
    )


def _comments(segment: Segment) -> list[str]:
    comments = [kind(segment)]
    if segment.heading:
        comments.append(f"section: {' '.join(segment.heading.split())}")
    if segment.note:
        comments += (f"note: {line}" for line in segment.note.splitlines())
    return comments


def _lines(article: Article, segments: Iterable[Segment]) -> tuple[Reference, ...]:
    return tuple(dict.fromkeys(Reference(article.reference, segment.line) for segment in segments))


def kind(segment: Segment) -> str:
    """What translators read of a segment: `heading 2`, `list item`, `front matter title`."""
    return " ".join(filter(None, (segment.kind.value, str(segment.level or ""), segment.detail)))
