"""How does DeepL answer the questions that every engine is asked?"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from i18n.draft.engine import Answer, Capability, Context, Failure, Limits, Query, Readiness, Traffic
from i18n.draft.engines import markers, served, tagged
from i18n.draft.engines.codes import CodePair, match
from i18n.draft.engines.deepl.client import KEY, Client, Wish, is_free, server
from i18n.draft.engines.deepl.glossaries import Glossaries
from i18n.draft.engines.halves import in_halves
from i18n.draft.engines.transport import Patience, address, traffic
from i18n.project.engines import DeepLMode, Formality

_FORMALITY: Mapping[Formality, str] = {"default": "default", "more": "prefer_more", "less": "prefer_less"}
"""As configured, and as DeepL takes it for any language: languages without formality ignore it."""
_BATCH = 50
_CALL = 30_000
"""Characters: a request may have 128 KiB, and a character four bytes."""
_MEANINGS = {"ZH": ("zh-Hans",)}
_FREE_PLAN = "DeepL keeps texts of its free plan and trains its models with them."
_PARTING = 5.0
"""Seconds to delete glossaries in."""
_Languages = tuple[tuple[str, ...], tuple[str, ...]]
"""Codes that it translates from, and into."""


class DeepL(served.ServedEngine[_Languages, CodePair]):
    """DeepL's API, free or paid by the key."""

    name = "deepl"
    encodings = (markers.TAGS,)

    def __init__(
        self,
        url: str = "",
        key: str = "",
        seconds: float = 30.0,
        concurrency: int = 4,
        formality: Formality = "default",
        mode: DeepLMode = "context",
    ) -> None:
        """`seconds` is the deadline of a request with all retries, `concurrency` the requests under way at once.

        In mode `context` every text is sent with its surroundings, in a request of its own; in mode `batch` fifty texts
        go in one, alone.
        """
        self._key = key.strip()
        self._url = server(url, self._key)
        self._formality = _FORMALITY[formality]
        alone = mode == "context"
        self._client = Client(self._url, self._key, Patience(total=seconds, read=seconds))
        self._glossaries = Glossaries(self._client)
        self.traffic: Traffic = traffic(self._url)
        self.address = address(self._url)
        self.notice = _FREE_PLAN if is_free(self._key) else ""
        self.capabilities = frozenset({Capability.TERMS, Capability.PLACE} if alone else {Capability.TERMS})
        self.limits = Limits(_CALL, 1 if alone else _BATCH, _CALL, concurrency, context_is_free=True)
        super().__init__(self._client.languages, self._client.transport, hint=f"Is {KEY} a key for {self.address}?")

    @functools.cached_property
    def version(self) -> str:
        """The version of the way it is asked: nobody can tell which model answers."""
        return f"1-{self._formality}"

    def _lacking(self) -> Readiness | None:
        return None if self._key else Readiness.lacking("it has no key", f"Set {KEY} in the environment.")

    def _pair(self, offers: _Languages, source: str, target: str) -> CodePair | Readiness:
        sources, targets = offers
        origin, goal = match(source, sources, _MEANINGS), match(target, targets, _MEANINGS)
        if origin and goal:
            return CodePair(origin, goal)
        return Readiness.lacking(f"it does not offer {source} to {target}", "Name another engine for it.")

    def _translated(self, queries: Sequence[Query], pair: CodePair, encoding: str) -> tuple[Answer, ...]:
        """Texts with the same surroundings and terms go in one request."""
        answers: dict[int, Answer] = {}
        for context, places in _groups(queries).items():
            last = next((one for one in answers.values() if isinstance(one, Failure) and one.final), None)
            if last is not None:
                answers.update((at, last) for at in places)
                continue
            answers.update(zip(places, self._group([queries[at] for at in places], context, pair), strict=True))
        return tuple(answers[at] for at in range(len(queries)))

    def _group(self, queries: Sequence[Query], context: Context, pair: CodePair) -> tuple[Answer, ...]:
        codes = (_language(pair.source.code), _language(pair.target.code))
        wish = Wish(
            pair.source.code,
            pair.target.code,
            _surroundings(context),
            self._glossaries.holding(codes, context.terms),
            self._formality,
        )

        def send(part: Sequence[Query]) -> Sequence[Answer] | None:
            said = self._client.translations([tagged.written(query.tokens) for query in part], wish)
            if len(said) != len(part):
                return None
            return [
                tagged.answered(one.text, query.tokens, pair.note, escaped=True, billed=one.billed)
                for one, query in zip(said, part, strict=True)
            ]

        unfit = [tagged.unfit(query.tokens) for query in queries]
        answers = iter(in_halves(send, [query for query, reason in zip(queries, unfit, strict=True) if not reason]))
        return tuple(Failure(reason) if reason else next(answers) for reason in unfit)

    def __exit__(self, *raised: object) -> None:
        super().__exit__(*raised)
        parting = Client(self._url, self._key, Patience(total=_PARTING, retries=1))
        self._glossaries.delete(parting, _PARTING)
        parting.transport.close()


def _groups(queries: Sequence[Query]) -> dict[Context, list[int]]:
    groups: dict[Context, list[int]] = {}
    for at, query in enumerate(queries):
        groups.setdefault(query.context, []).append(at)
    return groups


def _surroundings(context: Context) -> str:
    """What DeepL reads with a text, and neither translates nor bills."""
    parts = (context.title, *context.headings, context.note, *context.before, *context.after)
    return "\n".join(filter(None, parts))


def _language(code: str) -> str:
    """The language of a code: glossaries know no regions."""
    return code.partition("-")[0]
