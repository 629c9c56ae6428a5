"""How are deep-translator's classes used without their faults?

They have no timeout and no retry, answer wrongly when one instance is shared by threads, and name text and keys in
their errors. Each call makes an instance of its own; in the place of the module's `requests` stands a transport.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin

from i18n.draft.engine import Answer, Capability, Failure, Limits, Query, Readiness, Traffic, Translation
from i18n.draft.engines import tagged
from i18n.draft.engines.codes import Match, match
from i18n.draft.engines.deep.services import Service
from i18n.draft.engines.markers import decode, encode, has_markers
from i18n.draft.engines.offers import Once
from i18n.draft.engines.transport import Page, Patience, Transport, TransportError, address, traffic
from i18n.message.runs import Token

_UNUSABLE = "its answer is not what it should be"


class Deep:
    """A service by way of deep-translator; its texts go to a third party unless `url` names a server of one's own."""

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
        self._lacking = [variable for argument, variable in service.keys.items() if argument not in self._arguments]
        patience, secrets = Patience(total=seconds), tuple(self._arguments.values())
        self._transport = Transport(self._url, patience, secrets=secrets, judge=service.judge)
        self._lister = Transport(urljoin(self._url, service.list_url), patience)
        self._languages = Once(self._listed)
        self.name = service.name
        self.encodings = service.encodings
        self.traffic: Traffic = traffic(self._url)
        self.address = address(self._url)
        self.notice = service.notice
        self.limits = Limits(service.characters, batch=1, concurrency=concurrency)

    @functools.cached_property
    def version(self) -> str:
        """Of deep-translator: what the service runs nobody can tell."""
        from importlib.metadata import version

        return version("deep-translator")

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        """Tell whether there are the keys, and codes for both languages."""
        if self._lacking:
            hint = f"Set {' and '.join(self._lacking)} in the environment."
            return Readiness(ready=False, missing="it has no key", hint=hint)
        if self._service.list_url and not ask and self._languages.known is None:
            return Readiness(ready=True)
        try:
            for tag in (source, target):
                if self._match(tag) is None:
                    return Readiness(
                        ready=False, missing=f"{self.name} does not offer {tag}", hint="Name another engine for it."
                    )
            found = self._match(target)
        except TransportError as error:
            return Readiness(ready=False, missing=error.reason, broken=True, hint=f"Is {self.address} its address?")
        return Readiness(ready=True, missing=found.note if found else "")

    def translate(self, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
        """Translate text by text."""
        readiness = self.readiness(source, target, ask=True)
        if not readiness.ready:
            failed = self._languages.failed
            return (Failure(readiness.missing, broken=True, final=failed.final if failed else True),) * len(queries)
        origin, goal = self._match(source), self._match(target)
        assert origin is not None
        assert goal is not None

        def one(query: Query) -> Answer:
            return self._one(query, origin.code, goal, encoding)

        return tuple(_until_final(one, queries))

    def _one(self, query: Query, source: str, target: Match, encoding: str) -> Answer:
        reason = _unfit(query.tokens, encoding, html=self._service.html)
        text = tagged.written(query.tokens) if self._service.html else encode(query.tokens, encoding)
        if not reason and len(text) > self._service.characters:
            reason = f"it is longer than the {self._service.characters} characters allowed"
        if reason:
            return Failure(reason)
        try:
            answer = self._ask(text, source, target.code)
        except TransportError as error:
            return Failure(error.reason, broken=True, final=error.final)
        except Exception:  # noqa: BLE001  # whatever deep-translator raises on an unexpected answer names the text
            return Failure(_UNUSABLE, broken=True)
        if not isinstance(answer, str) or not answer.strip():
            return Failure("it gave no translation")
        html = self._service.html
        tokens = tagged.read(answer, query.tokens, escaped=True) if html else decode(answer, encoding, query.tokens)
        if tagged.same(tokens, query.tokens):
            return Failure("the engine gave the source text back")
        return Translation(tokens, detail=target.note)

    def _ask(self, text: str, source: str, target: str) -> object:
        from i18n.draft.engines.deep.stand_in import STAND_IN

        known = self._languages.known
        # Microsoft's class asks for the languages before every text, and writes their codes in small letters.
        page = Page(200, known[0]) if known and self._service.list_url else None
        with STAND_IN.by(self._transport, page):
            codes = (source.lower(), target.lower()) if page else (source, target)
            return self._service.make(*codes, self._arguments, STAND_IN).translate(text)

    def _match(self, tag: str) -> Match | None:
        return match(tag, self._languages()[1], self._service.meanings)

    def _listed(self) -> tuple[bytes, tuple[str, ...]]:
        """What lists the languages, and their codes."""
        if not self._service.list_url:
            from deep_translator import constants

            return b"", tuple(getattr(constants, self._service.languages).values())
        content = self._lister.get(self._lister.url).content
        try:
            listed: dict[str, Any] = Page(200, content).json()["translation"]
            named = [code for code, each in listed.items() if isinstance(each["name"], str)]
        except (ValueError, LookupError, TypeError, AttributeError):
            raise TransportError(_UNUSABLE) from None
        return content, tuple(named)

    def __enter__(self) -> Self:
        self._transport.open()
        self._lister.open()
        self._languages.forget_failure()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._transport.close()
        self._lister.close()


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
