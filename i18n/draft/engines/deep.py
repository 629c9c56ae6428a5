"""How are deep-translator's classes used without their faults? The only importer of deep-translator.

They have no timeout and no retry, answer wrongly when one instance is shared by threads, and name text and keys in
their errors. Each call makes an instance of its own; in the place of the module's `requests` stands a transport.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from i18n.draft.engine import Answer, Failure, Heed, Limits, Query, Readiness, Traffic, Translation
from i18n.draft.engines.codes import Match, Meanings, match
from i18n.draft.engines.markers import WAYS, decode, encode, has_markers
from i18n.draft.engines.transport import Page, Patience, Transport, TransportError, address, traffic
from i18n.draft.packed import pack


@dataclass(frozen=True, slots=True)
class Service:
    """One of the services that deep-translator speaks with."""

    name: str
    module: Callable[[], Any]
    """Imports the module: late, as it takes longer than a command's help."""
    translator: str
    """The class."""
    url: str
    """Where it is asked; MyMemory by HTTPS, which deep-translator does not do by itself."""
    characters: int
    """The longest text it takes, inclusive."""
    languages: str
    """The table of language codes in `deep_translator.constants`."""
    meanings: Meanings
    """What it means by codes of the table where that is not what BCP 47 says."""
    judge: Callable[[Page], None]
    """Raises TransportError for an answer that is an error in disguise, or one that will not pass."""
    notice: str = ""
    """What a user would not expect of it."""


def _any_page(page: Page) -> None:
    del page


def _mymemory_page(page: Page) -> None:
    """Refuse what MyMemory sends with status 200 where a translation should be: warnings and errors."""
    if page.status_code >= 300:
        return
    try:
        data = page.json()
    except ValueError:
        raise TransportError("its answer is not what it should be") from None
    response = data.get("responseData") if isinstance(data, dict) else None
    if not isinstance(response, dict):
        raise TransportError("its answer is not what it should be")
    text = response.get("translatedText")
    status = str(data.get("responseStatus", ""))
    if data.get("quotaFinished") or status == "429" or (isinstance(text, str) and text.startswith("MYMEMORY WARNING")):
        raise TransportError("its free quota for today is spent", final=True)
    if status != "200":
        raise TransportError(f"its server answered {status[:3]}", final=status in ("401", "403"))


def _google() -> Any:
    from deep_translator import google

    return google


def _mymemory() -> Any:
    from deep_translator import mymemory

    return mymemory


_MYMEMORY_MEANINGS = {
    "en-GB": ("en", "en-GB"),
    "ar-SA": ("ar", "ar-SA"),
    "ar-EG": ("arz",),
    "ar-MA": ("ary",),
    "cav-ES": ("ca-valencia",),
    "ks-IN": ("ks-Deva",),
    "rm-RO": (),
}
"""As its table says in English: what it calls Arabic, Valencian, Egyptian Arabic, Balkan Romani and so on."""

GOOGLE = Service(
    "deep:google",
    _google,
    "GoogleTranslator",
    "https://translate.google.com/m",
    4999,
    "GOOGLE_LANGUAGES_TO_CODES",
    {},
    _any_page,
)
MYMEMORY = Service(
    "deep:mymemory",
    _mymemory,
    "MyMemoryTranslator",
    "https://api.mymemory.translated.net/get",
    499,
    "MY_MEMORY_LANGUAGES_TO_CODES",
    _MYMEMORY_MEANINGS,
    _mymemory_page,
    "MyMemory keeps what it is sent in a memory that anybody may search.",
)
SERVICES = (GOOGLE, MYMEMORY)


class Deep:
    """A service by way of deep-translator; its texts go to a third party unless `url` names a server of one's own."""

    ways = WAYS
    heeds: frozenset[Heed] = frozenset()

    def __init__(self, service: Service, url: str = "", seconds: float = 30.0, concurrency: int = 1) -> None:
        """`seconds` is the deadline of one text with all retries, `concurrency` the requests under way at once."""
        self._service = service
        self._transport = Transport(url or service.url, Patience(total=seconds), judge=service.judge)
        self.name = service.name
        self.traffic: Traffic = traffic(self._transport.url)
        self.address = address(self._transport.url)
        self.notice = service.notice
        self.limits = Limits(service.characters, batch=1, concurrency=concurrency)

    @functools.cached_property
    def version(self) -> str:
        """Of deep-translator: what the service runs nobody can tell."""
        from importlib.metadata import version

        return version("deep-translator")

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        """Tell whether the service has codes for both languages; whether it answers is seen when it is asked."""
        del ask
        for tag in (source, target):
            if self._match(tag) is None:
                return Readiness(
                    ready=False, missing=f"{self.name} does not offer {tag}", hint="Name another engine for it."
                )
        found = self._match(target)
        return Readiness(ready=True, missing=found.note if found else "")

    def translate(self, queries: Sequence[Query], source: str, target: str, way: str) -> tuple[Answer, ...]:
        """Translate text by text."""
        origin, goal = self._match(source), self._match(target)
        if origin is None or goal is None:
            failure = Failure(self.readiness(source, target).missing, broken=True, final=True)
            return (failure,) * len(queries)

        def one(query: Query) -> Answer:
            return self._one(query, origin.code, goal, way)

        return tuple(_until_final(one, queries))

    def _one(self, query: Query, source: str, target: Match, way: str) -> Answer:
        if any(isinstance(token, str) and has_markers(token, way) for token in query.tokens):
            return Failure("its text looks like the marks that stand for markup")
        text = encode(query.tokens, way)
        if len(text) > self._service.characters:
            return Failure(f"it is longer than the {self._service.characters} characters allowed")
        try:
            answer = self._ask(text, source, target.code)
        except TransportError as error:
            return Failure(error.reason, broken=True, final=error.final)
        except Exception:  # noqa: BLE001  # whatever deep-translator raises on an unexpected answer names the text
            return Failure("its answer is not what it should be", broken=True)
        if not isinstance(answer, str) or not answer.strip():
            return Failure("it gave no translation")
        tokens = decode(answer, way, query.tokens)
        if pack(tokens).strip() == pack(query.tokens).strip():
            return Failure("the engine gave the source text back")
        return Translation(tokens, detail=target.note)

    def _ask(self, text: str, source: str, target: str) -> object:
        module = _module(self._service)
        translator = getattr(module, self._service.translator)(source=source, target=target)
        with _sending(self._transport):
            return translator.translate(text)

    def _match(self, tag: str) -> Match | None:
        return match(tag, _codes(self._service.languages), self._service.meanings)

    def __enter__(self) -> Self:
        self._transport.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._transport.close()


def _until_final(one: Callable[[Query], Answer], queries: Sequence[Query]) -> Iterator[Answer]:
    """Answers in order; after a final failure nothing more is sent."""
    last: Answer | None = None
    for query in queries:
        if not (isinstance(last, Failure) and last.final):
            last = one(query)
        yield last


class _Requests:
    """Stands in the place of `requests` in deep-translator's modules: each thread sends by its own transport."""

    def __init__(self, real: Any) -> None:
        self._real = real
        self._current = threading.local()

    def get(self, url: str, params: Mapping[str, str] | None = None, proxies: object = None, **named: Any) -> Any:
        transport = getattr(self._current, "transport", None)
        if transport is None:  # somebody else in this process uses deep-translator
            return self._real.get(url, params=params, proxies=proxies, **named)
        return transport.get(url, params)

    @contextmanager
    def by(self, transport: Transport) -> Iterator[None]:
        self._current.transport = transport
        try:
            yield
        finally:
            self._current.transport = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


_installing = threading.Lock()
_facade: _Requests | None = None


def _module(service: Service) -> Any:
    """The service's module, with the stand-in for `requests` in place."""
    global _facade  # noqa: PLW0603  # one for all modules: there is one `requests`
    with _installing:
        module = service.module()
        if _facade is None:
            _facade = _Requests(module.requests)
        module.requests = _facade
    return module


@contextmanager
def _sending(transport: Transport) -> Iterator[None]:
    assert _facade is not None
    with _facade.by(transport):
        yield


@functools.cache
def _codes(table: str) -> tuple[str, ...]:
    from deep_translator import constants

    return tuple(getattr(constants, table).values())
