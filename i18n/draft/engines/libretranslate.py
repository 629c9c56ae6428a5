"""How is a LibreTranslate server asked? By one request for many texts, with tags of HTML."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from i18n.draft.engine import Answer, Capability, Failure, Limits, Query, Readiness, Traffic, Translation
from i18n.draft.engines import tagged
from i18n.draft.engines.codes import Match, match
from i18n.draft.engines.halves import in_halves
from i18n.draft.engines.markers import TAGS
from i18n.draft.engines.offers import Once
from i18n.draft.engines.transport import Page, Patience, Transport, TransportError, address, traffic

KEY = "LIBRETRANSLATE_API_KEY"
"""The variable of the environment that holds the key, where a server wants one."""
_MEANINGS = {"zh": ("zh-Hans",), "zt": ("zh-Hant",), "pb": ("pt-BR",)}
"""Codes of older servers."""
_LONGEST = 2000
"""Characters of a text, until the server has told what it takes."""
_BATCH = 25
_CALL = 5000
"""Characters of a call: servers translate texts one after the other, and must be done before the deadline."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What a server has."""

    pairs: Mapping[str, tuple[str, ...]]
    """By code of a language: those it is translated into."""
    characters: int
    """Of a text, inclusive."""


@dataclass(frozen=True, slots=True)
class _Pair:
    source: Match
    target: Match


class LibreTranslate:
    """A server of one's own, or one that others run."""

    name = "libretranslate"
    notice = ""
    capabilities: frozenset[Capability] = frozenset()
    encodings = (TAGS,)

    def __init__(self, url: str = "", key: str = "", seconds: float = 60.0, concurrency: int = 2) -> None:
        """`seconds` is the deadline of a request with all retries, `concurrency` the requests under way at once."""
        self._url = url.rstrip("/")
        self._key = key.strip()
        self._concurrency = concurrency
        self.traffic: Traffic = traffic(url) if url else Traffic.NONE
        self.address = address(url)
        patience = Patience(total=seconds, read=seconds)
        self._transport = Transport("", patience, secrets=[self._key] if self._key else [], judge=_judge)
        self._offers = Once(self._asked)

    @functools.cached_property
    def version(self) -> str:
        """Of the way it is asked, and of the server by its address: which models it has nobody can tell."""
        return f"1-{hashlib.sha256(self._url.encode()).hexdigest()[:8]}"

    @property
    def limits(self) -> Limits:
        """What the server said that it takes; until it was asked, what any takes."""
        known = self._offers.known
        longest = known.characters if known else _LONGEST
        return Limits(longest, _BATCH, min(_CALL, longest), self._concurrency)

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        """Tell whether there is a server, and once it was asked, whether it has the pair."""
        if not self._url:
            return Readiness(
                ready=False,
                missing="it has no server",
                hint='Set `url` in [engine.libretranslate], such as "http://127.0.0.1:5000".',
            )
        if not ask and self._offers.known is None:
            return Readiness(ready=True)
        try:
            pair = _pair(self._offers(), source, target)
        except TransportError as error:
            return Readiness(
                ready=False, missing=error.reason, broken=True, hint=f"Is {self.address} its address, and is it up?"
            )
        if pair is None:
            hint = "Install the language on the server, or name another engine."
            return Readiness(ready=False, missing=f"its server does not offer {source} to {target}", hint=hint)
        return Readiness(ready=True, missing=pair.target.note)

    def translate(self, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
        """Translate all texts in one request where the server takes them."""
        del encoding
        if not self._url:
            failure = Failure(self.readiness(source, target).missing, broken=True, final=True)
            return (failure,) * len(queries)
        try:
            offers = self._offers()
        except TransportError as error:
            return (Failure(error.reason, broken=True, final=error.final),) * len(queries)
        pair = _pair(offers, source, target)
        if pair is None:
            return (Failure(self.readiness(source, target).missing, broken=True, final=True),) * len(queries)
        refused = [_refused(query, offers.characters) for query in queries]
        sent = [query for query, failure in zip(queries, refused, strict=True) if failure is None]
        answers = iter(in_halves(lambda part: self._translated(part, pair), sent))
        return tuple(failure or next(answers) for failure in refused)

    def _translated(self, queries: Sequence[Query], pair: _Pair) -> Sequence[Answer] | None:
        body = {
            "q": [tagged.written(query.tokens) for query in queries],
            "source": pair.source.code,
            "target": pair.target.code,
            "format": "html",
            **({"api_key": self._key} if self._key else {}),
        }
        page = self._transport.post(f"{self._url}/translate", json=body)
        texts = _texts(page)
        if texts is None or len(texts) != len(queries):
            return None
        return [_answer(text, query, pair.target.note) for text, query in zip(texts, queries, strict=True)]

    def _asked(self) -> Offers:
        languages = _json(self._transport.get(f"{self._url}/languages"))
        try:
            settings = _json(self._transport.get(f"{self._url}/frontend/settings"))
        except TransportError as error:
            if error.final:
                raise
            settings = None  # a server without its pages does not tell
        return Offers(_pairs(languages), _longest(settings))

    def __enter__(self) -> Self:
        self._transport.open()
        self._offers.forget_failure()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._transport.close()


def _judge(page: Page) -> None:
    """Tell apart what a status does not: a missing key has that of a bad request."""
    if page.status_code == 403:
        raise TransportError(f"its server refuses the key, or wants one: set {KEY}", final=True, page=page)
    if page.status_code == 400 and b"api key" in page.content[:2000].lower():
        raise TransportError(f"its server wants a key: set {KEY}", final=True, page=page)
    if page.status_code == 500:  # a text it could not translate, mostly: halved at once, rather than sent again
        raise TransportError("its server answered 500", page=page)


def _refused(query: Query, longest: int) -> Failure | None:
    reason = tagged.unfit(query.tokens)
    if not reason and len(tagged.written(query.tokens)) > longest:
        reason = f"it is longer than the {longest} characters allowed"
    return Failure(reason) if reason else None


def _answer(text: str, query: Query, note: str) -> Answer:
    if not text.strip():
        return Failure("it gave no translation")
    tokens = tagged.read(text, query.tokens, escaped=False)
    if tagged.same(tokens, query.tokens):
        return Failure("the engine gave the source text back")
    return Translation(tokens, detail=note)


def _json(page: Page) -> Any:
    try:
        return page.json()
    except ValueError:
        raise TransportError("its answer is not what it should be") from None


def _texts(page: Page) -> list[str] | None:
    try:
        data = page.json()
    except ValueError:
        return None
    texts = data.get("translatedText") if isinstance(data, dict) else None
    return texts if isinstance(texts, list) and all(isinstance(text, str) for text in texts) else None


def _pairs(languages: Any) -> Mapping[str, tuple[str, ...]]:
    """Languages as the server lists them; older servers name no targets: any then."""
    if not isinstance(languages, list):
        raise TransportError("its answer is not what it should be")
    listed = [each for each in languages if isinstance(each, dict) and isinstance(each.get("code"), str)]
    if not listed:
        raise TransportError("its server has no languages")
    every = [each["code"] for each in listed]
    return {
        each["code"]: tuple(code for code in each.get("targets") or every if isinstance(code, str)) for each in listed
    }


def _longest(settings: Any) -> int:
    limit = settings.get("charLimit") if isinstance(settings, dict) else None
    return limit if isinstance(limit, int) and limit > 0 else _CALL


def _pair(offers: Offers, source: str, target: str) -> _Pair | None:
    origin = match(source, offers.pairs, _MEANINGS)
    if origin is None:
        return None
    goal = match(target, (code for code in offers.pairs[origin.code] if code != origin.code), _MEANINGS)
    return _Pair(origin, goal) if goal else None
