"""What does it take to have work done? A function, what it must know, and what it is to be done on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar


class Item(Protocol):
    """What work is done on: a small value, as it travels to the process that does it."""

    @property
    def size(self) -> int:
        """Bytes of the article, as a measure of the work."""

    @property
    def reference(self) -> str:
        """What to call it when the work goes wrong."""


Work = TypeVar("Work", bound=Item)
Context = TypeVar("Context")
Result = TypeVar("Result")


class Workers(Protocol):
    """Where the work of a command runs."""

    def map(
        self, function: Callable[[Context, Work], Result], context: Context, items: Sequence[Work]
    ) -> Iterator[Result]:
        """Yield what `function(context, item)` returns for every item, in the order of the items.

        The function is one of a module; it, the context and the items may be sent to other processes, the context
        once to each. What it raises is raised here; failures that must not stop the rest are values. Closing the
        iterator, or an interruption, drops what has not begun.
        """

    def close(self) -> None:
        """End every other process."""


class Here:
    """This process alone."""

    def map(
        self, function: Callable[[Context, Work], Result], context: Context, items: Iterable[Work]
    ) -> Iterator[Result]:
        """Yield the result of every item, one after the other."""
        for item in items:
            yield done(function, context, item)

    def close(self) -> None:
        """Do nothing."""


def done(function: Callable[[Context, Work], Result], context: Context, item: Work) -> Result:
    """Do the work on one item; what goes wrong says with which."""
    try:
        return function(context, item)
    except Exception as error:
        error.add_note(f"It happened with {item.reference}.")
        raise
