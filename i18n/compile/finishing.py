"""Which bytes is the page, once it is known what stays in it?"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence

from i18n import sites
from i18n.compile import landing, settling
from i18n.extract.article import SETTINGS
from i18n.extract.source import Source
from i18n.markdown import frontmatter
from i18n.markdown.document import FRONT_MATTER_MARKS
from i18n.markdown.frontmatter import skips
from i18n.markdown.splice import Edit, splice
from i18n.project.placement import Setting
from i18n.span import Span


def finish(
    source: Source,
    kept: Sequence[landing.Piece],
    front: Sequence[Edit],
    notice: Edit | None,
    needed: Sequence[Setting] = (),
    pins: Sequence[Edit] = (),
) -> bytes:
    """Splice the edits into the source: a notice, translations, front matter, and the ids of headings.

    The notice goes before whatever else is put at its place. `needed`: what the page needs in its front matter.
    """
    told = [notice] if notice else []
    edits = (*told, *(piece.edit for piece in kept), *pins, *_with_settings(source, front, needed))
    return splice(source.parts.data, settling.ordered(edits)).data


def _with_settings(source: Source, edits: Sequence[Edit], needed: Sequence[Setting]) -> Iterator[Edit]:
    """The front matter with what the page needs, and without keys and comments that speak to this program alone.

    It goes where nothing else stands in it; nothing is added where there is none, or none that can be read.
    """
    front = source.parts.front
    if front is None or front.problem or source.is_data:
        yield from edits
        return
    text = edits[0].data.decode() if edits else front.text
    kept = frontmatter.without(front, text, SETTINGS)
    if kept and source.rules.drop_comments:
        kept = frontmatter.without_comments(front, kept)
    elif kept and skips.MARK in kept:
        kept = frontmatter.without_comments(front, kept, skips.is_addressed)
    if kept == "" != text and _may_go(source, front):
        start = len(codecs.BOM_UTF8) if source.parts.data.startswith(codecs.BOM_UTF8) else 0
        yield Edit(Span(start, front.body_start), b"")
        return
    made = frontmatter.with_settings(front, text if kept is None else kept, needed)
    yield from edits if made == text else [Edit(front.span, made.encode())]


def _may_go(source: Source, front: frontmatter.FrontMatter) -> bool:
    """Whether a page may begin with its body, which must not be taken for front matter then."""
    needed = sites.of_dialect(source.dialect.name).needs_front_matter
    return not needed and not source.parts.data.startswith(FRONT_MATTER_MARKS, front.body_start)
