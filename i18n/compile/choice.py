"""Which text does a message show in a compiled article?"""

from __future__ import annotations

from dataclasses import dataclass

from i18n.catalog import origin
from i18n.model import Unit


@dataclass(frozen=True, slots=True)
class Policy:
    """What of a catalog may be published."""

    outdated: str = "source"
    """`source`, or `keep`: an old translation is shown although its source has changed since."""
    require: str = "translated"
    """`translated`, or `reviewed`: only what a second reader confirmed."""
    drafts: bool = False
    """Machine drafts that nobody touched are shown too."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The text of a message."""

    text: str
    """Empty: the source is shown."""
    is_draft: bool = False


SOURCE = Choice("")


def choose(unit: Unit | None, policy: Policy) -> Choice:
    """Pick what a reader sees: a finished translation, what the policy adds to it, or else the source."""
    if unit is None or not unit.msgstr or unit.obsolete:
        return SOURCE
    if not unit.fuzzy:
        return Choice(unit.msgstr) if policy.require == "translated" or origin.is_reviewed(unit) else SOURCE
    if policy.require == "reviewed":
        return SOURCE
    if origin.is_untouched_draft(unit):
        return Choice(unit.msgstr, is_draft=True) if policy.drafts else SOURCE
    if policy.outdated == "keep" and unit.previous_msgid is not None:
        return Choice(unit.msgstr)
    return SOURCE
