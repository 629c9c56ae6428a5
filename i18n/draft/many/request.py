"""What is asked of the memory and of engines?"""

from __future__ import annotations

from dataclasses import dataclass

from i18n.draft.engine import NO_CONTEXT, Context
from i18n.draft.one.strategy import Message
from i18n.markdown.dialects import Dialect
from i18n.memory.glossary import Status, Term
from i18n.model import Unit


@dataclass(frozen=True, slots=True)
class Request:
    """A unit that may want a draft, and what must be known of its article."""

    unit: Unit
    article: str
    """The name of its article."""
    dialect: Dialect
    labels: tuple[str, ...] = ()
    """Labels of the reference definitions in the article."""
    private: bool = False
    """Its article is private, or its generator calls it a draft."""
    mt: str = ""
    """The value of `mt` in its front matter: `local`, `off` (approved memory only) or nothing."""
    terms: tuple[Term, ...] = ()
    """Terms of the glossary that a translation must follow."""
    context: Context = NO_CONTEXT
    """What an engine that sees the message may be sent along with it."""

    @property
    def is_confined(self) -> bool:
        """Whether it must not leave this machine."""
        return self.private or bool(self.mt)

    @property
    def message(self) -> Message:
        """Its message; those of several articles may be equal."""
        # Labels matter to a text with brackets only; without them more messages are equal.
        labels = self.labels if "[" in self.unit.msgid else ()
        kept = tuple(term.source for term in self.terms if term.status is Status.DO_NOT_TRANSLATE)
        return Message(self.unit.msgid, self.dialect, labels, kept, self.terms, self.context, self.article)
