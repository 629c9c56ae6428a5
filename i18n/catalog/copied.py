"""Which messages are the same in every language, so that nobody need translate them?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from i18n.message.wordless import is_wordless
from i18n.model import Unit


def copied(units: Iterable[Unit], is_same: Callable[[str], bool]) -> tuple[Unit, ...]:
    """Finish messages without words with their own text, where nobody gave them another.

    `is_same` says whether the language writes the numbers and units of such a message as the source does.
    """
    return tuple(
        _copy(unit) if _is_open(unit) and is_wordless(unit.msgid) and is_same(unit.msgid) else unit for unit in units
    )


def _is_open(unit: Unit) -> bool:
    """Whether a unit has no text, or the one that was copied of what its message was before."""
    if unit.obsolete or unit.msgid_plural is not None:
        return False
    return not unit.msgstr or (unit.fuzzy and unit.msgstr == unit.previous_msgid)


def _copy(unit: Unit) -> Unit:
    return replace(unit, msgstr=unit.msgid, fuzzy=False, previous_msgid=None, previous_msgctxt=None)
