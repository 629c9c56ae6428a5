"""Which id does a heading have in the source, so that links to it still work when its text is translated?"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from i18n.markdown.blocks import Heading

_DROPPED = re.compile(r"[^\w\- ]")


def slugs(headings: Iterable[Heading]) -> dict[int, str]:
    """The id that GitHub gives each heading, by the heading's first byte.

    Lower case, punctuation dropped, spaces as hyphens, a number after a repeated one (rule of GitHub's
    table of contents; emoji and symbols count as punctuation). Headings without a letter or digit have none.
    """
    seen: dict[str, int] = {}
    found = {}
    for heading in headings:
        slug = _DROPPED.sub("", heading.text.strip().lower()).replace(" ", "-")
        if not slug:
            continue
        count = seen.get(slug, -1) + 1
        seen[slug] = count
        found[heading.start] = f"{slug}-{count}" if count else slug
    return found


def anchor(slug: str) -> bytes:
    """An empty element that carries an id: every Markdown renderer that allows HTML keeps it."""
    return f'<a id="{html.escape(slug)}"></a>'.encode()
