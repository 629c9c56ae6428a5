"""Marks of one line, for the texts of tests."""

from __future__ import annotations

from i18n.message.marks import Mark, Role


def open_mark(number: int) -> Mark:
    """The mark that begins pair `number`."""
    return Mark(Role.OPEN, number)


def close_mark(number: int) -> Mark:
    """The mark that ends pair `number`."""
    return Mark(Role.CLOSE, number)


def hold_mark(number: int) -> Mark:
    """The mark of placeholder `number`."""
    return Mark(Role.HOLD, number)
