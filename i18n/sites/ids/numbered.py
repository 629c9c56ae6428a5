"""Which number does an id get that was given before?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from i18n.sites.ids.titles import Title


def free(slug: str, taken: set[str]) -> str:
    """The id, or the first of `id-1`, `id-2`, … that is free; it is taken from then on."""
    found, number = slug, 0
    while found in taken:
        number += 1
        found = f"{slug}-{number}"
    taken.add(found)
    return found


def probed(
    titles: Iterable[Title], slug: Callable[[Title], str | None], *, reserves: bool = False, empty: bool = True
) -> list[str]:
    """An id for each heading, with the first number that is free; None from `slug`: a heading without an id.

    `reserves`: an id that the page gives is taken from its heading on. `empty`: headings without a letter are numbered.
    """
    taken: set[str] = set()
    found = []
    for title in titles:
        made = title.own or slug(title)
        if title.own:
            taken |= {title.own} if reserves else set()
        elif made is not None and (made or empty):
            made = free(made, taken)
        found.append(made or "")
    return found


def counted(titles: Iterable[Title], slug: Callable[[Title], str | None]) -> list[str]:
    """An id for each heading, numbered by how many gave the same before, whatever else is there."""
    seen: Counter[str] = Counter()
    found = []
    for title in titles:
        made = title.own or slug(title)
        if not title.own and made is not None:
            count = seen[made]
            seen[made] += 1
            made = f"{made}-{count}" if count else made
        found.append(made or "")
    return found
