"""What is a draft for testing layouts? One with accents and more length, that nobody takes for a translation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Self

from i18n.draft.engine import Answer, Capability, Limits, Query, Readiness, Traffic, Translation
from i18n.locales import direction, language, script
from i18n.message.marks import Token
from i18n.message.typography import spaced
from i18n.pseudo import accented, in_letters, padding
from i18n.words.literals import LITERAL

_END = re.compile(r".*[^\W\d_]", re.DOTALL)
"""Up to the last letter."""
_OF_ARABIC = {",": "،", ";": "؛", "?": "؟"}
_SEPARATED = re.compile(r"(?<=\w)[,;?](?=\s|\Z)")
_OPENED = {"?": "¿", "!": "¡"}
_ASKED = re.compile(r"[^\W\d_][^.!?]*[!?](?=\s|\Z)")
"""A question or an exclamation, from its first word on."""


class Pseudo:
    """Drafts of the source's own words: longer, with accents, or in letters that run from right to left."""

    name = "pseudo"
    version = "2"
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
        change = _change(target)
        return tuple(
            Translation(
                tuple(_changed(token, change) if isinstance(token, str) else token for token in _longer(query.tokens))
            )
            for query in queries
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        pass


def _change(target: str) -> Callable[[str], str]:
    """How a text is changed for a language: accents, or letters from right to left, with the marks that it has."""
    if direction(target) == "rtl":
        return lambda text: _with_marks(in_letters(text, script(target)), script(target))
    if language(target) == "es":
        return lambda text: _ASKED.sub(lambda found: f"{_OPENED[found[0][-1]]}{found[0]}", accented(text))
    return lambda text: spaced(accented(text), target)


def _with_marks(text: str, writing: str) -> str:
    return _SEPARATED.sub(lambda mark: _OF_ARABIC[mark[0]], text) if writing == "Arab" else text


def _longer(tokens: Sequence[Token]) -> Iterator[Token]:
    """Put more words behind the last one, so that a text ends with the mark that it ended with."""
    more = padding(" ".join(token for token in tokens if isinstance(token, str)))
    last = max((at for at, token in enumerate(tokens) if isinstance(token, str) and _END.match(token)), default=-1)
    for at, token in enumerate(tokens):
        if at == last and more and isinstance(token, str):
            end = _END.match(token)
            yield f"{end[0]} {more}{token[end.end() :]}" if end else token
        else:
            yield token


def _changed(text: str, change: Callable[[str], str]) -> str:
    """Change the words of a text, save what programs read."""
    parts, at = [], 0
    for found in LITERAL.finditer(text):
        parts += [change(text[at : found.start()]), found[0]]
        at = found.end()
    return "".join((*parts, change(text[at:])))
