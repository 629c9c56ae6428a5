"""What is given to a check of a draft, and what does it answer?"""

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
    """BCP 47, like the others."""
    target_locale: str
    terms: tuple[Term, ...] = ()
    """Terms of the glossary that a translation must follow."""
    languages: tuple[str, ...] = ()
    """Languages of the project: a draft in the wrong language is in one of them."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What speaks against a draft."""

    cost: int
    """Taken off the score of 100."""
    fault: str = ""
    """Why the draft must be refused; completes "apertium: …", without any text of the message."""


Check: TypeAlias = Callable[[Trial], Doubt | None]
