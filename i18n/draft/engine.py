"""What must a translation engine offer to be asked for drafts?"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, Self

from i18n.message.marks import Token


class Traffic(enum.Enum):
    """How far texts travel that an engine is given."""

    NONE = "none"
    CONFINED = "confined"
    """To a server on this machine that hands nothing on: a person says so in the configuration."""
    LOOPBACK = "loopback"
    """To a server on this machine, which may hand them on."""
    LAN = "lan"
    THIRD_PARTY = "third-party"

    @property
    def local(self) -> bool:
        """Whether texts stay on this machine, as far as anybody knows."""
        return self in (Traffic.NONE, Traffic.CONFINED)

    @property
    def near(self) -> bool:
        """Whether the engine itself is on this machine."""
        return self.local or self is Traffic.LOOPBACK

    def by_word(self, *, local: bool) -> Traffic:
        """The traffic to a server of which the configuration says, or does not, that it hands nothing on."""
        return Traffic.CONFINED if local and self is Traffic.LOOPBACK else self


@dataclass(frozen=True, slots=True)
class Limits:
    """What an engine takes in one call."""

    characters: int
    """Most characters of one text, inclusive."""
    batch: int
    """Most texts of one call of `translate`, which sends them in one request if all goes well."""
    call: int = 1_000_000
    """Most characters of one call of `translate` in all, inclusive; a single text may be longer."""
    concurrency: int = 1
    """Most calls of `translate` under way at once."""
    context_is_free: bool = False
    """Whether the service does not charge for context."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether an engine can translate a pair of languages now."""

    ready: bool
    missing: str = ""
    """What the engine lacks, or what a user should know of the pair; completes "apertium: …"."""
    hint: str = ""
    """What to do about it: one line to type, or a sentence."""
    broken: bool = False
    """Whether its server could not be asked: it may be ready another time (exit status 4)."""

    @classmethod
    def lacking(cls, missing: str, hint: str, *, broken: bool = False) -> Self:
        """Say what keeps an engine from translating the pair."""
        return cls(ready=False, missing=missing, hint=hint, broken=broken)


class Capability(enum.Enum):
    """What an engine can use next to the text itself."""

    PLACE = "place"
    """Title, headings, note and neighbours."""
    TERMS = "terms"
    EXAMPLES = "examples"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Context:
    """What may be sent with a text: plain words, no markup, nothing private.

    An engine is given only what it can use, so that equal queries have equal answers and nothing leaves for nothing.
    """

    title: str = ""
    """The title of the article."""
    headings: tuple[str, ...] = ()
    """Headings above the text, from the outermost inwards."""
    note: str = ""
    """The author's note for translators."""
    before: tuple[str, ...] = ()
    """Texts before this one in the article, the nearest last."""
    after: tuple[str, ...] = ()
    """Texts after it, the nearest first."""
    terms: tuple[tuple[str, str], ...] = ()
    """Approved terms that occur in the text, each with its translation."""
    examples: tuple[tuple[str, str], ...] = ()
    """Approved translations of similar texts, the nearest first."""
    guide: str = ""
    """What the publisher wants of translations into the language: tone, form of address, terms. Sent once a request."""

    @property
    def characters(self) -> int:
        """Length of all of it but the guide."""
        texts = (self.title, self.note, *self.headings, *self.before, *self.after)
        return sum(map(len, texts)) + sum(len(one) + len(other) for one, other in (*self.terms, *self.examples))


NO_CONTEXT = Context()


@dataclass(frozen=True, slots=True)
class Query:
    """A text to translate."""

    tokens: tuple[Token, ...]
    """Plain text and marks. Ids are unique, pairs are nested, no text is empty."""
    context: Context = NO_CONTEXT
    article: str = field(default="", compare=False)
    """Name of the article that the text is sent for; never sent itself."""

    @property
    def characters(self) -> int:
        """Length of its text; a mark counts as eight characters, the most that an encoding needs."""
        return sum(len(token) if isinstance(token, str) else 8 for token in self.tokens)


class Why(enum.Enum):
    """Why a translator should look at a word of a draft."""

    NAME = "name"
    """It was taken for a name, and is as the source has it."""
    UNKNOWN = "unknown"
    """The engine does not know it, and left it as the source has it."""
    PIVOT = "pivot"
    """The same by way of another language: it is a word of that one."""
    FORM = "form"
    """The engine knows the word, and not the form that its place wants."""
    SENSE = "sense"
    """A word of the source: the draft has it in a sense that it seldom has."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A word to look at."""

    word: str
    """As it stands in the draft; for `Why.SENSE`, in the source."""
    why: Why


@dataclass(frozen=True, slots=True)
class Translation:
    """What an engine made of a text. Nobody has checked it yet."""

    tokens: tuple[Token, ...]
    score: int | None = None
    """0-100 if the engine has an opinion of its own, such as a probability."""
    detail: str = ""
    """Addition to the comment in the catalog: the pair of languages if it is not exactly the one asked for."""
    doubtful: tuple[Doubtful, ...] = ()
    """Words that the engine itself is not sure of."""
    pivot: str = ""
    """The language by way of which it was made, BCP 47; empty if there was none."""
    billed: int | None = None
    """Characters that the service says it charges for; None if it does not say."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an engine has no translation of a text."""

    reason: str
    """Completes "apertium: …"; holds no text, no key, no address with a query."""
    broken: bool = False
    """Whether the engine itself failed (no answer, a fault of the server): another text may fare no better, and the
    catalog says nothing about this one."""
    final: bool = False
    """Whether asking this engine anything else in this run is useless: a quota is spent, access is refused."""


Answer = Translation | Failure


def hand_on(engine: str, traffic: Traffic) -> str:
    """A notice for an engine of a server on this machine that may hand texts on; empty for any other traffic."""
    if traffic is not Traffic.LOOPBACK:
        return ""
    return (
        f"Its server may hand texts on. If nothing behind its address does, set `local = true` in [engine.{engine}]: "
        "private articles and `mt: local` need that."
    )


class Engine(Protocol):
    """Something that translates texts of one language into another.

    A context manager: nothing is started before `__enter__` or the first call, and nothing is left running after
    `__exit__`, whatever was raised; calls that are under way then fail soon. `translate` may be called from several
    threads at once, up to `limits.concurrency`.
    """

    @property
    def name(self) -> str:
        """Its name in the configuration and in the comment of a draft."""

    @property
    def version(self) -> str:
        """Changes whenever the same text may be translated otherwise."""

    @property
    def traffic(self) -> Traffic:
        """How far texts travel, by the configured address and what the configuration says of it."""

    @property
    def address(self) -> str:
        """The host that texts are sent to, for users; empty if nothing is sent."""

    @property
    def notice(self) -> str:
        """A sentence on what happens to texts there that a user would not expect; mostly empty."""

    @property
    def limits(self) -> Limits:
        """How much it takes in one call, and how many calls at once."""

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What it can use next to the text; queries hold no other context."""

    @property
    def encodings(self) -> tuple[str, ...]:
        """Encodings of markup that it reads, the best first; never empty."""

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        """Tell whether it can translate between two locales (BCP 47).

        Sends nothing, unless `ask` allows to ask its server what it offers: once, and never with any text.
        """

    def translate(self, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
        """Translate; as many answers as queries, in their order. What goes wrong is an answer, not an exception."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *raised: object) -> None: ...
