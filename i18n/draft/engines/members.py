"""What does a value of JSON hold, whatever it turns out to be?"""

from __future__ import annotations


def member(value: object, name: str) -> object:
    """The member of an object; None if there is no such member, or the value is no object."""
    return value.get(name) if isinstance(value, dict) else None


def items(value: object) -> list[object]:
    """The items of an array; none if the value is no array."""
    return value if isinstance(value, list) else []


def text(value: object) -> str:
    """A string; empty if the value is none."""
    return value if isinstance(value, str) else ""


def count(value: object) -> int | None:
    """A whole number of 0 and more; None if the value is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
