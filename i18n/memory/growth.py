"""Which messages may get an answer from a memory that had none for them before?"""

from __future__ import annotations

from collections.abc import Iterable

from i18n.memory.lookup import Entry, EntryIndex, beginnings


class Growth:
    """What a memory learned since it was asked last."""

    def __init__(self, messages: Iterable[str], minimum: int = 75) -> None:
        """These messages have new translations; `minimum` is the least similarity that counts, 0-100."""
        messages = tuple(messages)
        self._new = EntryIndex(Entry(msgid, msgid) for msgid in messages)
        self._minimum = minimum
        self._is_some = bool(messages)

    def __bool__(self) -> bool:
        """Tell whether it learned anything."""
        return self._is_some

    def may_help(self, msgid: str) -> bool:
        """Tell whether one of them is similar to a message, or one of its sentences may be the same.

        Law: a memory that gave no match for a message before, and gives one now, may help.
        """
        return any(map(self._new.has_beginning, beginnings(msgid))) or bool(self._new.matches(msgid, self._minimum))
