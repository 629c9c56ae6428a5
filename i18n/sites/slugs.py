"""Which id does a generator give each heading of a page?"""

from __future__ import annotations

import re
from collections.abc import Iterable

_DROPPED = re.compile(r"[^\w\- ]")


def github(texts: Iterable[str]) -> list[str]:
    """Make ids as GitHub's table of contents does; empty for a heading without a letter or digit.

    Lower case, punctuation dropped, spaces as hyphens, a number after a repeated one; emoji and symbols count as
    punctuation.
    """
    seen: dict[str, int] = {}
    found = []
    for text in texts:
        slug = _DROPPED.sub("", text.strip().lower()).replace(" ", "-")
        count = seen[slug] = seen.get(slug, -1) + 1
        found.append(f"{slug}-{count}" if slug and count else slug)
    return found
