"""How are deep-translator's classes used without their faults?

They have no timeout and no retry, answer wrongly when one instance is shared by threads, and name text and keys in
their errors. Each call makes an instance of its own, and a transport stands in for the module's `requests`.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import urljoin

from i18n.draft.engine import Answer, Capability, Failure, Limits, Query, Readiness, Traffic, Translation
from i18n.draft.engines import served, tagged
from i18n.draft.engines.codes import CodePair, match
from i18n.draft.engines.deep.services import Service
from i18n.draft.engines.markers import decode, encode, has_markers
from i18n.draft.engines.members import member, text
from i18n.draft.engines.transport import UNUSABLE, Page, Patience, Transport, TransportError, address, traffic
from i18n.message.marks import Token


class Deep(served.ServedEngine[tuple[bytes, tuple[str, ...]], CodePair]):
    """A service behind deep-translator; its texts go to a third party unless `url` names a server of one's own."""

    capabilities: frozenset[Capability] = frozenset()

    def __init__(
        self,
        service: Service,
        url: str = "",
        seconds: float = 30.0,
        concurrency: int = 1,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        """`seconds` is the deadline of one text with all retries, `concurrency` the requests under way at once."""
        self._service = service
        self._url = url or service.url
        named = {**service.keys, **service.optional}
        given = {argument: environment.get(variable, "").strip() for argument, variable in named.items()}
        self._arguments = {argument: value for argument, value in given.items() if value}
        self._missing_keys = [
            variable for argument, variable in service.keys.items() if argument not in self._arguments
        ]
        patience, secrets = Patience(total=seconds), tuple(self._arguments.values())
        self._transport = Transport(self._url, patience, secrets=secrets, judge=service.judge)
        self._lister = Transport(urljoin(self._url, service.list_url), patience)
        self.name = service.name
        self.encodings = service.encodings
        self.traffic: Traffic = traffic(self._url)
        self.address = address(self._url)
        self.notice = service.notice
        self.limits = Limits(service.characters, batch=1, concurrency=concurrency)
        super().__init__(self._listed, self._transport, self._lister, hint=f"Is {self.address} its address?")

    @functools.cached_property
    def version(self) -> str:
        """The version of deep-translator: nobody can tell what the service runs."""
        from importlib.metadata import version

        return version("deep-translator")

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        """Tell whether there are the keys, and codes for both languages; most services have their codes in a table."""
        return super().readiness(source, target, ask=ask or not self._service.list_url)

    def _lacking(self) -> Readiness | None:
        if not self._missing_keys:
            return None
        hint = f"Set {' and '.join(self._missing_keys)} in the environment."
        return Readiness.lacking("it has no key", hint)

    def _pair(self, offers: tuple[bytes, tuple[str, ...]], source: str, target: str) -> CodePair | Readiness:
        origin, goal = (match(tag, offers[1], self._service.meanings) for tag in (source, target))
        if origin and goal:
            return CodePair(origin, goal)
        return Readiness.lacking(
            f"{self.name} does not offer {target if origin else source}", "Name another engine for it."
        )

    def _translated(self, queries: Sequence[Query], pair: CodePair, encoding: str) -> tuple[Answer, ...]:
        """Text by text."""
        return tuple(_until_final(lambda query: self._one(query, pair, encoding), queries))

    def _one(self, query: Query, pair: CodePair, encoding: str) -> Answer:
        reason = _unfit(query.tokens, encoding, html=self._service.html)
        sent = tagged.written(query.tokens) if self._service.html else encode(query.tokens, encoding)
        if not reason and len(sent) > self._service.characters:
            reason = f"it is longer than the {self._service.characters} characters allowed"
        if reason:
            return Failure(reason)
        try:
            answer = self._ask(sent, pair)
        except TransportError as error:
            return Failure(error.reason, broken=True, final=error.final)
        except Exception:  # noqa: BLE001  # whatever deep-translator raises on an unexpected answer names the text
            return Failure(UNUSABLE, broken=True)
        if not isinstance(answer, str) or not answer.strip():
            return Failure("it gave no translation")
        html = self._service.html
        tokens = tagged.read(answer, query.tokens, escaped=True) if html else decode(answer, encoding, query.tokens)
        if tagged.same(tokens, query.tokens):
            return Failure("the engine gave the source text back")
        return Translation(tokens, detail=pair.note)

    def _ask(self, sent: str, pair: CodePair) -> object:
        from i18n.draft.engines.deep.stand_in import STAND_IN

        known = self._offers.known
        source, target = pair.source.code, pair.target.code
        # Microsoft's class asks for the languages before every text, and writes their codes in small letters.
        page = Page(200, known[0]) if known and self._service.list_url else None
        with STAND_IN.by(self._transport, page):
            codes = (source.lower(), target.lower()) if page else (source, target)
            return self._service.make(*codes, self._arguments, STAND_IN).translate(sent)

    def _listed(self) -> tuple[bytes, tuple[str, ...]]:
        """The answer that lists the languages, and their codes."""
        if not self._service.list_url:
            from deep_translator import constants

            return b"", tuple(getattr(constants, self._service.languages).values())
        page = self._lister.get(self._lister.url)
        listed = member(page.parsed(), "translation")
        if not isinstance(listed, dict) or not all(text(member(each, "name")) for each in listed.values()):
            raise TransportError(UNUSABLE)
        return page.content, tuple(listed)


def _unfit(tokens: Sequence[Token], encoding: str, *, html: bool) -> str:
    if html:
        return tagged.unfit(tokens)
    marked = any(isinstance(token, str) and has_markers(token, encoding) for token in tokens)
    return "its text looks like the marks that stand for markup" if marked else ""


def _until_final(one: Callable[[Query], Answer], queries: Sequence[Query]) -> Iterator[Answer]:
    """Answers in order; after a final failure nothing more is sent."""
    last: Answer | None = None
    for query in queries:
        if not (isinstance(last, Failure) and last.final):
            last = one(query)
        yield last
