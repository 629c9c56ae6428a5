"""How is Apertium asked if it runs as a server (apertium-apy)?

By `/translateRaw`, which hands a text to the pipeline as it is, in Apertium's stream format. The server's pipelines
lack the programs that carry word-bound blanks: a single one would stop them. So pairs of tags are never sent; the words
of each are found again in the whole.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Sequence
from pathlib import Path

from i18n.draft.engine import Answer, Capability, Failure, Limits, Query, Readiness, Traffic, Translation, hand_on
from i18n.draft.engines.apertium import engine, stream
from i18n.draft.engines.apertium.modes import Mode, Route, modes, route
from i18n.draft.engines.apertium.names import with_names
from i18n.draft.engines.members import items, member, text
from i18n.draft.engines.served import ServedEngine
from i18n.draft.engines.transport import UNUSABLE, Patience, Transport, TransportError, address, traffic
from i18n.message.marks import Role

_LONGEST = 1000
"""Characters of a text as it is sent: a busy server cuts longer ones anywhere, and drops those of ten times that."""
_END = "[].[][e{number}]"
"""Ends a sentence, and shows that an answer is whole and to which text it belongs."""


class ApertiumServer(ServedEngine[tuple[Mode, ...], Route]):
    """Apertium by the address of an apertium-apy server."""

    name = "apertium"
    capabilities: frozenset[Capability] = frozenset()
    encodings = (stream.BLANKS, stream.SUPERBLANKS)

    def __init__(self, url: str, seconds: float = 30.0, concurrency: int = 2, *, local: bool = False) -> None:
        """`seconds` is the deadline of a text with all retries, `concurrency` the requests under way at once.

        `local`: nothing behind an address on this machine hands texts on.
        """
        self._url = url.rstrip("/")
        self.traffic: Traffic = traffic(url).by_word(local=local)
        self.notice = hand_on(self.name, self.traffic)
        self.address = address(url)
        self.limits = Limits(characters=_LONGEST * 4 // 5, batch=1, concurrency=concurrency)
        self.version = f"apy-{hashlib.sha256(self._url.encode()).hexdigest()[:8]}"
        self._transport = Transport("", Patience(total=seconds, read=seconds))
        self._numbers = itertools.count(1)
        super().__init__(self._listed, self._transport, hint=f"Is {self.address} its address, and is it up?")

    def _lacking(self) -> Readiness | None:
        return None

    def _pair(self, offers: tuple[Mode, ...], source: str, target: str) -> Route | Readiness:
        missing = f"its server does not translate from {source} to {target}"
        return route(offers, source, target) or Readiness.lacking(
            missing, "Install the pair there, or name another engine."
        )

    def _translated(self, queries: Sequence[Query], pair: Route, encoding: str) -> tuple[Answer, ...]:
        """Text by text, and by way of Spanish if there is no direct pair."""
        answers: list[Answer] = []
        for query in queries:
            tokens, names = with_names(query.tokens, pair.source)
            answer: Answer = Translation(tokens)
            for mode in pair.modes:
                by_way = mode.source == pair.pivot
                answer = self._leg(mode, answer, encoding, pivot=by_way) if isinstance(answer, Translation) else answer
            answers.append(engine.detailed(answer, pair, query.tokens, names))
        return tuple(answers)

    def _leg(self, mode: Mode, before: Translation, encoding: str, *, pivot: bool) -> Answer:
        if any(not isinstance(token, str) and token.role is not Role.HOLD for token in before.tokens):
            return Failure("its server carries no tags")
        encoded = stream.encode(before.tokens, encoding, bound=False)
        end = _END.format(number=next(self._numbers))
        if len(encoded.text) + len(end) > _LONGEST:
            return Failure(f"it is longer than the {self.limits.characters} characters allowed")
        form = {
            "langpair": mode.name.replace("-", "|"),
            "q": encoded.text + end,
            "deformat": "False",
            "markUnknown": "yes",
        }
        try:
            page = self._transport.post(f"{self._url}/translateRaw", form=form)
        except TransportError as error:
            return Failure(error.reason, broken=True, final=error.final)
        reply, found, _ = page.text.rpartition(end)
        return engine.answered(reply, encoded, before, pivot=pivot) if found else Failure(UNUSABLE, broken=True)

    def _listed(self) -> tuple[Mode, ...]:
        pairs = items(member(self._transport.get(f"{self._url}/listPairs").parsed(), "responseData"))
        found = tuple(modes(map(_name, pairs), Path()))
        if not found:
            raise TransportError("its server has no languages" if pairs else UNUSABLE)
        return found


def _name(pair: object) -> str:
    return f"{text(member(pair, 'sourceLanguage'))}-{text(member(pair, 'targetLanguage'))}"
