"""What does the memory know of a message, as a whole and of its sentences?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from i18n.draft.many.memory import MemoryStep
from i18n.draft.many.request import Request
from i18n.draft.many.sentence_memory import Patchwork, SentenceMemory, patchwork
from i18n.draft.one.strategy import Draft, Verdict
from i18n.markdown.dialects import Dialect


@dataclass(frozen=True, slots=True)
class Recollection:
    """What the memory knows of a message."""

    verdict: Verdict
    """Its draft, or why it has none."""
    patchwork: Patchwork | None = None
    """Set if it has no draft, and knows some sentences of the message."""


Recollect: TypeAlias = Callable[[Iterable[Request]], Iterator[tuple[Request, Recollection | None]]]
"""Asks the memory for each of some messages, and gives the answers in their order."""


@dataclass(frozen=True, slots=True)
class Recollector:
    """Asks the memory, and keeps what it learned of the sentences there."""

    step: MemoryStep
    source: str
    target: str
    """BCP 47, both."""
    _sentences: dict[Dialect, SentenceMemory] = field(default_factory=dict)

    def each(self, requests: Iterable[Request]) -> Iterator[tuple[Request, Recollection]]:
        """Ask for one after the other."""
        return ((request, self.recalled(request)) for request in requests)

    def recalled(self, request: Request) -> Recollection:
        """Ask for one."""
        message = request.message
        verdict = self.step.recall(message, request.article, request.unit.msgctxt)
        if isinstance(verdict, Draft):
            return Recollection(verdict)
        known = self._sentences.setdefault(message.dialect, SentenceMemory(self.step.memory, message.dialect))
        return Recollection(verdict, patchwork(message, known, request.article, self.source, self.target))
