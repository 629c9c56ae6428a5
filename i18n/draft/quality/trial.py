"""What does a check of a draft look at, and what does it answer?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from i18n.memory.glossary import Term


@dataclass(frozen=True, slots=True)
class Trial:
    """A message and its draft: the words that readers see, no markup, no code."""

    source: str
    target: str
    source_locale: str
    """BCP 47, as all of them."""
    target_locale: str
    terms: tuple[Term, ...] = ()
    """Of the glossary, those that a translation must heed."""
    languages: tuple[str, ...] = ()
    """Of the project: a draft in the wrong language is in one of them."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What speaks against a draft."""

    cost: int
    """Taken off the score of 100."""
    fault: str = ""
    """Why the draft is of no use at all; completes "apertium: …", without any text of the message."""


Check: TypeAlias = Callable[[Trial], Doubt | None]
