"""What must a translation engine offer to be asked for drafts?"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol, Self

from i18n.message.marks import Token


class Traffic(enum.Enum):
    """How far what an engine is given travels."""

    NONE = "none"
    LOOPBACK = "loopback"
    """To a server on this machine."""
    LAN = "lan"
    THIRD_PARTY = "third-party"

    @property
    def local(self) -> bool:
        """Whether nothing leaves this machine."""
        return self in (Traffic.NONE, Traffic.LOOPBACK)


@dataclass(frozen=True, slots=True)
class Limits:
    """What an engine takes in one call."""

    characters: int
    """Of one text, inclusive."""
    batch: int
    """Texts given to one `translate`, which sends them in one request where all goes well."""
    call: int = 1_000_000
    """Characters given to one `translate` in all, inclusive; a single text may be longer."""
    concurrency: int = 1
    """Calls of `translate` that may be under way at once."""
    context_is_free: bool = False
    """What is told beside a text is not charged for."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether an engine can translate a pair of languages now."""

    ready: bool
    missing: str = ""
    """What it lacks, or what a user should know of the pair; completes "apertium: …"."""
    hint: str = ""
    """What to do about it: one line to type, or a sentence."""
    broken: bool = False
    """Its server could not be asked: it may be ready another time (exit status 4)."""


class Capability(enum.Enum):
    """What an engine makes use of beside the text itself."""

    PLACE = "place"
    """Title, headings, note and neighbours."""
    TERMS = "terms"
    EXAMPLES = "examples"


@dataclass(frozen=True, slots=True)
class Context:
    """What may be told of a text beside the text itself: plain words, no markup, nothing private.

    An engine is given only what it heeds, so that equal queries have equal answers and no more leaves than is of use.
    """

    title: str = ""
    """Of the article."""
    headings: tuple[str, ...] = ()
    """Above the text, from the outermost inwards."""
    note: str = ""
    """The author's, for translators."""
    before: tuple[str, ...] = ()
    """What precedes the text in its article, the nearest last."""
    after: tuple[str, ...] = ()
    """What follows it, the nearest first."""
    terms: tuple[tuple[str, str], ...] = ()
    """Approved terms that occur in the text, and what each is in the other language."""
    examples: tuple[tuple[str, str], ...] = ()
    """Approved translations of texts that are like it, the nearest first."""

    @property
    def characters(self) -> int:
        """Length of all of it."""
        told = (self.title, self.note, *self.headings, *self.before, *self.after)
        return sum(map(len, told)) + sum(len(one) + len(other) for one, other in (*self.terms, *self.examples))


NO_CONTEXT = Context()
"""Nothing is told."""


@dataclass(frozen=True, slots=True)
class Query:
    """A text to translate."""

    tokens: tuple[Token, ...]
    """Plain text and marks. Ids are unique, pairs nested; no text is empty."""
    context: Context = NO_CONTEXT
    article: str = field(default="", compare=False)
    """Name of the article that it is sent for; never sent itself."""

    @property
    def characters(self) -> int:
        """Length of its text; a mark counts as the eight characters that an encoding needs at most."""
        return sum(len(token) if isinstance(token, str) else 8 for token in self.tokens)


@dataclass(frozen=True, slots=True)
class Translation:
    """What an engine made of a text. Nobody has checked it yet."""

    tokens: tuple[Token, ...]
    score: int | None = None
    """0-100 where the engine has an opinion of its own: the share of words that Apertium knew."""
    detail: str = ""
    """For the comment in the catalog: the pair of languages when it is not exactly the one asked for."""
    billed: int | None = None
    """Characters that the service says it charges for; None where it does not say."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an engine has no translation of a text."""

    reason: str
    """Completes "apertium: …"; no text, no key, no address with a query in it."""
    broken: bool = False
    """The engine itself failed (no answer, a fault of the server): another text may fare no better, and
    nothing is said about this one in the catalog."""
    final: bool = False
    """It is of no use to ask this engine anything else in this run: a quota is spent, access is refused."""


Answer = Translation | Failure


class Engine(Protocol):
    """Something that translates texts of one language into another.

    A context manager: nothing is started before `__enter__` or the first call, and nothing is left running after
    `__exit__`, whatever was raised; calls that are under way then fail soon. `translate` may be called from several
    threads at once, up to `limits.concurrency`.
    """

    @property
    def name(self) -> str:
        """As in the configuration and in the comment of a draft."""

    @property
    def version(self) -> str:
        """Changes whenever the same text may be translated otherwise."""

    @property
    def traffic(self) -> Traffic:
        """How far texts travel, by the address that is configured."""

    @property
    def address(self) -> str:
        """Whom texts are sent to, as a user is told: a host's name; empty where nothing is sent."""

    @property
    def notice(self) -> str:
        """A sentence on what becomes of texts there that a user would not expect; mostly empty."""

    @property
    def limits(self) -> Limits:
        """What one call takes, and how many calls at once."""

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What it makes use of beside the text; queries hold no other context."""

    @property
    def encodings(self) -> tuple[str, ...]:
        """Encodings of markup that it offers, the best first; never empty."""

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        """Tell whether it can translate between two locales (BCP 47).

        Sends nothing, unless `ask` allows to ask its server what it offers: once, and never with any text.
        """

    def translate(self, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
        """Translate; as many answers as queries, in their order. What goes wrong is an answer, not an exception."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
