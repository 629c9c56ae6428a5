"""Which id does a heading have in the source, so that links to it still work when its text is translated?"""

from __future__ import annotations

import html
from collections.abc import Sequence

from i18n.markdown.blocks import Heading
from i18n.sites.site import SlugRule


def ids(headings: Sequence[Heading], rule: SlugRule) -> dict[int, str]:
    """The id that the generator gives each heading, by the heading's first byte; headings without one are left out."""
    found = rule([heading.text for heading in headings])
    return {heading.start: slug for heading, slug in zip(headings, found, strict=True) if slug}


def anchor(slug: str) -> bytes:
    """An empty element that carries an id: every Markdown renderer that allows HTML keeps it."""
    return f'<a id="{html.escape(slug)}"></a>'.encode()
