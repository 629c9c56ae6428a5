"""What is a term, and what has been settled about it?"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass


class Status(enum.Enum):
    """What a glossary says of a term."""

    APPROVED = "approved"
    FORBIDDEN = "forbidden"
    DO_NOT_TRANSLATE = "do-not-translate"


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the source language and what it is, or must not be, in one other language."""

    source: str
    """Empty for a word that is forbidden whatever it would translate."""
    target: str
    """For a do-not-translate term, the source again."""
    status: Status = Status.APPROVED
    note: str = ""
    """For translators."""
    case: bool = False
    """Counts only when spelled with these very capitals; a term with capitals always does."""
    forms: tuple[str, ...] = ()
    """Other forms of the target that no rule tells: plurals with other vowels, stems that change."""
    source_forms: tuple[str, ...] = ()
    """Other forms of the source."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """The target and its other forms."""
        return self.target, *self.forms

    @property
    def cased(self) -> bool:
        """Whether capitals matter when it is looked for in a source."""
        return self.case or self.status is Status.DO_NOT_TRANSLATE or self.source != self.source.lower()


_SPELLINGS = {
    # Ours; those of TBX-Basic (`preferredTerm-admn-sts`) and their short forms; those that Weblate reads and shows.
    Status.APPROVED: "approved preferred admitted preferredterm admittedterm standardizedterm legalterm regulatedterm",
    Status.FORBIDDEN: (
        "forbidden deprecated superseded obsolete notrecommended rejected"
        " deprecatedterm supersededterm notrecommendedterm"
    ),
    Status.DO_NOT_TRANSLATE: "donottranslate dnt untranslatable nontranslatable readonly",
}
_STATUSES = {word: status for status, words in _SPELLINGS.items() for word in words.split()}
_TAIL = re.compile(r"-admn-sts$", re.IGNORECASE)


def status_of(spelling: str) -> Status | None:
    """Read a status as glossaries spell it; None for one that settles nothing (a proposal) or is unknown."""
    word = re.sub(r"[\s_-]", "", _TAIL.sub("", spelling.strip())).lower()
    return _STATUSES.get(word) if word else Status.APPROVED
