"""What is a draft for testing layouts? One with accents and more length, that nobody takes for a translation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from i18n.draft.engine import Answer, Capability, Limits, Query, Readiness, Traffic, Translation
from i18n.locales import direction
from i18n.message.marks import Token
from i18n.pseudo import accented, filler, mirrored


class Pseudo:
    """Drafts of the source's own words: accented and longer, and mirrored for languages written from right to left."""

    name = "pseudo"
    version = "1"
    traffic = Traffic.NONE
    address = notice = ""
    capabilities: frozenset[Capability] = frozenset()
    limits = Limits(characters=1_000_000, batch=1000)
    encodings = ("words",)

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        """Say that it is ready, for every language."""
        del source, target, ask
        return Readiness(ready=True)

    def translate(self, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
        """Change words of the Latin alphabet, and leave all marks where they are."""
        del source, encoding
        change = _accented if direction(target) == "ltr" else _mirrored
        return tuple(Translation(change(query.tokens)) for query in queries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        pass


def _accented(tokens: Sequence[Token]) -> tuple[Token, ...]:
    changed = tuple(accented(token) if isinstance(token, str) else token for token in tokens)
    more = filler(" ".join(token for token in tokens if isinstance(token, str)))
    return (*changed, f" {more}") if more else changed


def _mirrored(tokens: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(mirrored(token) if isinstance(token, str) else token for token in _accented(tokens))
