"""How is a LibreTranslate server asked? By one request for many texts, with tags of HTML."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from i18n.draft.engine import Answer, Capability, Failure, Limits, Query, Readiness, Traffic, hand_on
from i18n.draft.engines import halves, markers, served, tagged
from i18n.draft.engines.codes import CodePair, match
from i18n.draft.engines.members import count, items, member, text
from i18n.draft.engines.transport import UNUSABLE, Page, Patience, Transport, TransportError, address, traffic

KEY = "LIBRETRANSLATE_API_KEY"
"""The variable of the environment that holds the key, if a server wants one."""
_MEANINGS = {"zh": ("zh-Hans",), "zt": ("zh-Hant",), "pb": ("pt-BR",)}
"""Codes of older servers."""
_LONGEST = 2000
"""Characters of a text, until the server has said what it takes."""
_BATCH = 25
_CALL = 5000
"""Characters of a call: servers translate texts one after the other, and must be done before the deadline."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What a server has."""

    pairs: Mapping[str, tuple[str, ...]]
    """By code of a language: those it is translated into."""
    characters: int
    """Most characters of a text, inclusive."""


class LibreTranslate(served.ServedEngine[Offered, CodePair]):
    """A server of one's own, or one that others run."""

    name = "libretranslate"
    capabilities: frozenset[Capability] = frozenset()
    encodings = (markers.TAGS,)

    def __init__(
        self, url: str = "", key: str = "", seconds: float = 60.0, concurrency: int = 2, *, local: bool = False
    ) -> None:
        """`seconds` is the deadline of a request with all retries, `concurrency` the requests under way at once.

        `local`: nothing behind an address on this machine hands texts on.
        """
        self._url = url.rstrip("/")
        self._key = key.strip()
        self._concurrency = concurrency
        self.traffic: Traffic = traffic(url).by_word(local=local) if url else Traffic.NONE
        self.notice = hand_on(self.name, self.traffic)
        self.address = address(url)
        patience = Patience(total=seconds, read=seconds)
        self._transport = Transport("", patience, secrets=[self._key] if self._key else [], judge=_judge)
        super().__init__(self._asked, self._transport, hint=f"Is {self.address} its address, and is it up?")

    @functools.cached_property
    def version(self) -> str:
        """The version of the way it is asked, and of the server its address: nobody can tell which models it has."""
        return f"1-{hashlib.sha256(self._url.encode()).hexdigest()[:8]}"

    @property
    def limits(self) -> Limits:
        """What the server said that it takes; until it was asked, what any server takes."""
        known = self._offers.known
        longest = known.characters if known else _LONGEST
        return Limits(longest, _BATCH, min(_CALL, longest), self._concurrency)

    def _lacking(self) -> Readiness | None:
        hint = 'Set `url` in [engine.libretranslate], such as "http://127.0.0.1:5000".'
        return None if self._url else Readiness.lacking("it has no server", hint)

    def _pair(self, offers: Offered, source: str, target: str) -> CodePair | Readiness:
        origin = match(source, offers.pairs, _MEANINGS)
        codes = [code for code in offers.pairs[origin.code] if code != origin.code] if origin else []
        goal = match(target, codes, _MEANINGS)
        if origin and goal:
            return CodePair(origin, goal)
        hint = "Install the language on the server, or name another engine."
        return Readiness.lacking(f"its server does not offer {source} to {target}", hint)

    def _translated(self, queries: Sequence[Query], pair: CodePair, encoding: str) -> tuple[Answer, ...]:
        longest = self.limits.characters
        refused = [_refused(query, longest) for query in queries]
        sent = [query for query, failure in zip(queries, refused, strict=True) if failure is None]
        answers = iter(halves.in_halves(lambda part: self._sent(part, pair), sent))
        return tuple(failure or next(answers) for failure in refused)

    def _sent(self, queries: Sequence[Query], pair: CodePair) -> Sequence[Answer] | None:
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
        return [
            tagged.answered(text, query.tokens, pair.note, escaped=False)
            for text, query in zip(texts, queries, strict=True)
        ]

    def _asked(self) -> Offered:
        languages = self._transport.get(f"{self._url}/languages").parsed()
        try:
            settings = self._transport.get(f"{self._url}/frontend/settings").parsed()
        except TransportError as error:
            if error.final:
                raise
            settings = None  # a server without its pages does not tell
        return Offered(_pairs(languages), count(member(settings, "charLimit")) or _CALL)


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


def _texts(page: Page) -> list[str] | None:
    try:
        found = member(page.json(), "translatedText")
    except ValueError:
        return None
    texts = [each for each in items(found) if isinstance(each, str)]
    return texts if isinstance(found, list) and len(texts) == len(found) else None


def _pairs(languages: object) -> Mapping[str, tuple[str, ...]]:
    """Languages as the server lists them; older servers name no targets: any then."""
    if not isinstance(languages, list):
        raise TransportError(UNUSABLE)
    listed = {code: items(member(each, "targets")) for each in languages if (code := text(member(each, "code")))}
    if not listed:
        raise TransportError("its server has no languages")
    return {code: tuple(filter(None, map(text, targets or listed))) for code, targets in listed.items()}
