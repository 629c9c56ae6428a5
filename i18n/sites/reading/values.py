"""What is a value of a configuration that may be anything?"""

from __future__ import annotations

from collections.abc import Mapping

from i18n.sites.reading.javascript import REST


def text(value: object) -> str:
    """A text of one line; empty for what is none."""
    given = value.strip() if isinstance(value, str) else ""
    return given if given.isprintable() else ""


def texts(value: object) -> tuple[str, ...]:
    """The texts of a list, or the one that stands in its place."""
    given = value if isinstance(value, list | tuple) else [value]
    return tuple(filter(None, map(text, given)))


def table(value: object) -> Mapping[str, object]:
    """A table; empty for what is none."""
    return value if isinstance(value, Mapping) else {}


def tables(value: object) -> tuple[Mapping[str, object], ...]:
    """The tables of a list."""
    return tuple(each for each in value if isinstance(each, Mapping)) if isinstance(value, list | tuple) else ()


def at(value: object, *keys: str) -> object:
    """What stands at a path of keys; None where there is nothing."""
    for key in keys:
        value = table(value).get(key)
    return value


def is_open(value: object, *keys: str) -> bool:
    """Tell whether only running the file would tell what stands at a path of keys."""
    for key in keys:
        known = table(value)
        if key not in known:
            return REST in known
        value = known[key]
        if value is None:
            return True
    return isinstance(value, list) and None in value
