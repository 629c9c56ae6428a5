"""How does DeepL answer the questions that every engine is asked?"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from i18n.draft.engine import Answer, Capability, Context, Failure, Limits, Query, Readiness, Traffic, Translation
from i18n.draft.engines import tagged
from i18n.draft.engines.codes import Match, match
from i18n.draft.engines.deepl.account import KEY, Account, Said, Wish, is_free, is_installed, server
from i18n.draft.engines.deepl.glossaries import Glossaries
from i18n.draft.engines.halves import in_halves
from i18n.draft.engines.markers import TAGS
from i18n.draft.engines.offers import Once
from i18n.draft.engines.transport import Patience, TransportError, address, traffic

FORMALITY = {"default": "default", "more": "prefer_more", "less": "prefer_less"}
"""As configured, and as DeepL takes it for any language: those that know no formality ignore it."""
MODES = ("context", "batch")
"""`context`: every text with its surroundings, in a request of its own; `batch`: fifty texts a request, alone."""
_BATCH = 50
_CALL = 30_000
"""Characters: a request may have 128 KiB, and a character four bytes."""
_MEANINGS = {"ZH": ("zh-Hans",)}
_FREE_PLAN = "DeepL keeps texts of its free plan and trains its models with them."
_PARTING = 5.0
"""Seconds to delete glossaries in."""


class DeepL:
    """DeepL's API, free or paid by the key."""

    name = "deepl"
    encodings = (TAGS,)

    def __init__(
        self,
        url: str = "",
        key: str = "",
        seconds: float = 30.0,
        concurrency: int = 4,
        formality: str = "default",
        mode: str = "context",
    ) -> None:
        """`seconds` is the deadline of a request with all retries, `concurrency` the requests under way at once."""
        self._key = key.strip()
        self._url = server(url, self._key)
        self._formality = FORMALITY[formality]
        self._alone = mode == "context"
        self._account = Account(self._url, self._key, Patience(total=seconds, read=seconds))
        self._glossaries = Glossaries(self._account)
        self._languages = Once(self._account.languages)
        self.traffic: Traffic = traffic(self._url)
        self.address = address(self._url)
        self.notice = _FREE_PLAN if is_free(self._key) else ""
        self.capabilities = frozenset({Capability.TERMS, Capability.PLACE} if self._alone else {Capability.TERMS})
        self.limits = Limits(_CALL, 1 if self._alone else _BATCH, _CALL, concurrency, context_is_free=True)

    @functools.cached_property
    def version(self) -> str:
        """Of the way it is asked: which model answers nobody can tell."""
        return f"1-{self._formality}"

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        """Tell whether there are the package and a key, and once DeepL was asked, whether it has the pair."""
        if not is_installed():
            return Readiness(
                ready=False, missing="its package is not installed", hint='pip install "manytongues[deepl]"'
            )
        if not self._key:
            return Readiness(ready=False, missing="it has no key", hint=f"Set {KEY} in the environment.")
        if not ask and self._languages.known is None:
            return Readiness(ready=True)
        try:
            pair = self._pair(source, target)
        except TransportError as error:
            return Readiness(ready=False, missing=error.reason, broken=True, hint=f"Is {KEY} a key for {self.address}?")
        if pair is None:
            return Readiness(
                ready=False, missing=f"it does not offer {source} to {target}", hint="Name another engine for it."
            )
        return Readiness(ready=True, missing=pair.target.note)

    def translate(self, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
        """Translate; texts with the same surroundings and terms go in one request."""
        del encoding
        readiness = self.readiness(source, target)
        if not readiness.ready:
            return (Failure(readiness.missing, broken=True, final=True),) * len(queries)
        try:
            pair = self._pair(source, target)
        except TransportError as error:
            return (Failure(error.reason, broken=True, final=error.final),) * len(queries)
        if pair is None:
            return (Failure(f"it does not offer {source} to {target}", broken=True, final=True),) * len(queries)
        answers: dict[int, Answer] = {}
        for context, places in _groups(queries).items():
            last = next((one for one in answers.values() if isinstance(one, Failure) and one.final), None)
            if last is not None:
                answers.update((at, last) for at in places)
                continue
            answers.update(zip(places, self._group([queries[at] for at in places], context, pair), strict=True))
        return tuple(answers[at] for at in range(len(queries)))

    def _group(self, queries: Sequence[Query], context: Context, pair: _Pair) -> tuple[Answer, ...]:
        codes = (_language(pair.source.code), _language(pair.target.code))
        wish = Wish(
            pair.source.code,
            pair.target.code,
            _told(context),
            self._glossaries.holding(codes, context.terms),
            self._formality,
        )

        def send(part: Sequence[Query]) -> Sequence[Answer] | None:
            said = self._account.translations([tagged.written(query.tokens) for query in part], wish)
            if len(said) != len(part):
                return None
            return [_answer(one, query, pair.target.note) for one, query in zip(said, part, strict=True)]

        unfit = [tagged.unfit(query.tokens) for query in queries]
        answers = iter(in_halves(send, [query for query, reason in zip(queries, unfit, strict=True) if not reason]))
        return tuple(Failure(reason) if reason else next(answers) for reason in unfit)

    def _pair(self, source: str, target: str) -> _Pair | None:
        sources, targets = self._languages()
        origin, goal = match(source, sources, _MEANINGS), match(target, targets, _MEANINGS)
        return _Pair(origin, goal) if origin and goal else None

    def __enter__(self) -> Self:
        self._account.transport.open()
        self._languages.forget_failure()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._account.transport.close()
        parting = Account(self._url, self._key, Patience(total=_PARTING, retries=1))
        self._glossaries.delete(parting, _PARTING)
        parting.transport.close()


@dataclass(frozen=True, slots=True)
class _Pair:
    source: Match
    target: Match


def _groups(queries: Sequence[Query]) -> dict[Context, list[int]]:
    groups: dict[Context, list[int]] = {}
    for at, query in enumerate(queries):
        groups.setdefault(query.context, []).append(at)
    return groups


def _told(context: Context) -> str:
    """What DeepL is told beside the text: it is read, not translated and not billed."""
    told = (context.title, *context.headings, context.note, *context.before, *context.after)
    return "\n".join(filter(None, told))


def _language(code: str) -> str:
    """The language of a code: glossaries know no regions."""
    return code.partition("-")[0]


def _answer(said: Said, query: Query, note: str) -> Answer:
    if not said.text.strip():
        return Failure("it gave no translation")
    tokens = tagged.read(said.text, query.tokens, escaped=True)
    if tagged.same(tokens, query.tokens):
        return Failure("the engine gave the source text back")
    return Translation(tokens, detail=note, billed=said.billed)
