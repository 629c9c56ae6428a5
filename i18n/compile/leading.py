"""Where may the links, images and tags of a translation lead? Where the source's do, or to `[check] hosts`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from i18n.words.hosts import plain

MayLead = Callable[[str], bool]
"""Whether a translation may lead to a target that its source does not have."""

_ADDRESS = re.compile(
    r"(?P<before>(?:(?P<image>img)|a(?:rea)?) (?:[^ \"]+=(?:[^ \"]*|\"[^\"]*\") )*?(?(image)src|href)=)"
    r"(?P<address>[^ \"]+)(?P<after>(?: .*)?)\Z",
    re.S,
)
"""A link or an image in the normal form of tags."""


def differ_in_targets(old: Iterable[Any], new: Iterable[Any], may_lead_to: MayLead) -> bool:
    """Whether inlines are the same, in whatever order, but that those which changed lead where they may.

    An inline is a tuple of its kind and what is kept of it: a target, or the normal forms of tags.
    """
    before, after = Counter(map(_plain, old)), Counter(map(_plain, new))
    lost, added = list(map(_led, (before - after).elements())), list(map(_led, (after - before).elements()))
    return Counter(rest for rest, _ in lost) == Counter(rest for rest, _ in added) and all(
        target and may_lead_to(target) for _, target in added
    )


def tags_differ_in_targets(old: tuple[str, ...], new: tuple[str, ...], may_lead_to: MayLead) -> bool:
    """The same of the tags of a block of HTML, whose order counts."""
    return len(old) == len(new) and all(
        one == other or differ_in_targets([("html", (one,))], [("html", (other,))], may_lead_to)
        for one, other in zip(old, new, strict=True)
    )


def _plain(item: Any) -> Any:
    """An inline with its address in one spelling."""
    return (item[0], plain(item[1]), *item[2:]) if item[0] in ("link", "image") else item


def _led(item: Any) -> tuple[Any, str]:
    """An inline without where it leads, and where it leads."""
    if item[0] in ("link", "image"):
        return (item[0], *item[2:]), item[1]
    found = _ADDRESS.match(item[1][0]) if item[0] == "html" and item[1] else None
    return (("html", found["before"], found["after"]), found["address"]) if found else (item, "")
