"""How do servers fail, and what do they remember? The part that all protocols share.

A protocol is a `Handler` with `answer`, and with `own` for faults that only it has. Each fault of `FAULTS` replaces an
answer as it goes over the wire; each of `SPOILED` changes the translations in an answer that is otherwise whole.
"""

from __future__ import annotations

import email.utils
import html
import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

_TAG = re.compile(r"</?\w[^>]*>|\[\[[^\]]*\]\]")
_WORD = re.compile(rf"(?:{_TAG.pattern}|&#?\w+;)|([^\W\d_]{{2,}})")


def translated(text: str) -> str:
    """Turn every word around; what looks like a tag or an entity stays."""
    return _WORD.sub(lambda found: found[1][::-1] if found[1] else found[0], text)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came in."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    at: float
    """Monotonic seconds."""

    @property
    def form(self) -> dict[str, list[str]]:
        """The body as a form."""
        return parse_qs(self.body.decode(), keep_blank_values=True)

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass
class Script:
    """What the server does next, and what it was asked."""

    faults: list[str] = field(default_factory=list)
    """For the next requests, one each; then all goes well."""
    always: str = ""
    """A fault for every request."""
    asked: list[Asked] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    """The texts it was asked to translate."""
    received: bytearray = field(default_factory=bytearray)
    """Every byte that came in."""
    translate: Callable[[str], str] = translated
    bad: str = ""
    """A text that holds this fails, and with it the request that it came in."""
    key: str = ""
    """The key it wants to see; empty: none."""
    held: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)
    """What clients keep with the service."""
    wrong: list[str] = field(default_factory=list)
    """What requests had that the service does not document."""
    delay: float = 0.0
    """Seconds before each answer."""
    connections: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def next_fault(self) -> str:
        """The fault of the request that just came in; empty when all goes well."""
        with self.lock:
            return self.faults.pop(0) if self.faults else self.always

    def translations(self, texts: Sequence[str], fault: str = "") -> list[str]:
        """The answers to texts, in order, spoiled where the fault says so."""
        self.texts.extend(texts)
        answers = [self.translate(text) for text in texts]
        return SPOILED[fault](answers) if fault in SPOILED else answers


class _Recording:
    """A stream that keeps a copy of what is read."""

    def __init__(self, stream: Any, script: Script) -> None:
        self._stream, self._script = stream, script

    def readline(self, *size: int) -> bytes:
        return self._kept(self._stream.readline(*size))

    def read(self, *size: int) -> bytes:
        return self._kept(self._stream.read(*size))

    def _kept(self, data: bytes) -> bytes:
        self._script.received += data
        return data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class Handler(BaseHTTPRequestHandler):
    """Receives requests, and answers as the script says."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    script: Script
    own: ClassVar[Mapping[str, Fault]] = {}
    """Faults of this protocol alone."""

    def answer(self, asked: Asked, fault: str) -> None:
        """Answer as the service does; `fault` is one of `SPOILED`, or nothing."""
        raise NotImplementedError

    def setup(self) -> None:
        super().setup()
        self.script.connections += 1
        self.rfile = _Recording(self.rfile, self.script)  # type: ignore[assignment]

    def receive(self) -> None:
        """Take a request of any method."""
        parts = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(parts.query, keep_blank_values=True).items()}
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        asked = Asked(self.command, parts.path, query, dict(self.headers), body, time.monotonic())
        self.script.asked.append(asked)
        fault = self.script.next_fault()
        if self.script.delay:
            time.sleep(self.script.delay)
        wire = self.own.get(fault) or FAULTS.get(fault)
        if wire:
            wire(self, asked)
        else:
            self.answer(asked, fault)

    do_GET = do_POST = do_DELETE = do_PATCH = receive  # noqa: N815

    def send(self, status: int, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def send_json(self, value: object, status: int = 200) -> None:
        """Send an answer in JSON."""
        self.send(status, json.dumps(value).encode(), {"Content-Type": "application/json; charset=utf-8"})

    def trickle(self, data: bytes, seconds: float = 0.05) -> None:
        """Send a byte now and then, until the other side or the test has had enough."""
        for byte in data * 100:
            if self.script.stopped.wait(seconds):
                return
            self.wfile.write(bytes([byte]))
            self.wfile.flush()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing."""


Fault = Callable[[Any, Asked], None]
"""Answers a request wrongly; its first argument is the handler."""


def status(code: int, **headers: str) -> Fault:
    """A page with a status; it repeats everything that was asked, as many servers do."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    def answer(handler: Handler, asked: Asked) -> None:
        echo = f"{handler.requestline}\n{handler.headers}\n".encode() + asked.body
        handler.send(code, b"<html><body>Sorry: " + echo + b"</body></html>", named)

    return answer


def _slow(handler: Handler, asked: Asked) -> None:
    handler.script.stopped.wait(3)
    handler.answer(asked, "")


def _trickling(handler: Handler, asked: Asked) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.trickle(b" ")


def _trickling_headers(handler: Handler, asked: Asked) -> None:
    handler.trickle(b"HTTP/1.1 200 OK\r\nX-Endless: ")


def _cut_off(handler: Handler, asked: Asked) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"half": "of')
    handler.close_connection = True


def _dropped(handler: Handler, asked: Asked) -> None:
    handler.close_connection = True


def _huge(handler: Handler, asked: Asked) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for _ in range(2000):
        handler.wfile.write(b"10000\r\n" + b" " * 0x10000 + b"\r\n")


def _later(handler: Handler, asked: Asked) -> None:
    until = email.utils.formatdate(time.time() + 2, usegmt=True)  # a date counts whole seconds: one to two away
    handler.send(429, b"", {"Retry-After": until})


def _error_page(handler: Handler, asked: Asked) -> None:
    page = b"<html><body>Our systems have detected unusual traffic</body></html>"
    handler.send(200, page, {"Content-Type": "text/html"})


def _same_place(handler: Handler, asked: Asked) -> None:
    handler.send(307, b"", {"Location": handler.path})


def _whole(body: bytes) -> Fault:
    return lambda handler, _: handler.send(200, body, {"Content-Type": "application/json"})


FAULTS: dict[str, Fault] = {
    "slow": _slow,
    "trickling": _trickling,
    "trickling-headers": _trickling_headers,
    "cut-off": _cut_off,
    "dropped": _dropped,
    "huge": _huge,
    "busy": status(429),
    "busy-1": status(429, Retry_After="1"),
    "busy-date": _later,
    "busy-3600": status(429, Retry_After="3600"),
    "busy-odd": status(503, Retry_After="soon"),
    "broken": status(500),
    "unavailable": status(503),
    "overloaded": status(529),
    "bad-request": status(400),
    "no-key": status(401),
    "unpaid": status(402),
    "forbidden": status(403),
    "not-found": status(404),
    "too-large": status(413),
    "quota-456": status(456),
    "error-page": _error_page,
    "no-json": _whole(b"{"),
    "null": _whole(b"null"),
    "number": _whole(b"17"),
    "list": _whole(b"[]"),
    "object": _whole(b"{}"),
    "deep": _whole(b"[" * 100_000),
    "elsewhere": status(302, Location="http://127.0.0.2:9/m"),
    "other-port": status(307, Location="http://127.0.0.1:9/m"),
    "downgrade": status(302, Location="ftp://127.0.0.1/m"),
    "nowhere": status(301),
    "same-host": _same_place,
}
"""What may happen on the way, whatever the protocol."""
TELLING = (
    "slow", "cut-off", "dropped", "busy", "broken", "bad-request", "forbidden", "quota-456", "error-page", "no-json",
    "null", "number", "list", "object", "deep", "elsewhere",
)  # fmt: skip
"""Those that an engine may take in a way of its own."""


def _each(change: Callable[[str], str]) -> Callable[[list[str]], list[str]]:
    return lambda answers: [change(answer) for answer in answers]


def _crossed(text: str) -> str:
    """The first two tags change places: a pair closes before it opens, or crosses another."""
    tags = [*_TAG.finditer(text)]
    if len(tags) < 2:
        return text
    (a, b), (c, d) = tags[0].span(), tags[1].span()
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


SPOILED: dict[str, Callable[[list[str]], list[str]]] = {
    "lost": _each(lambda text: _TAG.sub("", text, count=1)),
    "all-lost": _each(lambda text: _TAG.sub("", text)),
    "doubled": _each(lambda text: _TAG.sub(lambda tag: tag[0] * 2, text, count=1)),
    "crossed": _each(_crossed),
    "moved": _each(lambda text: _TAG.sub("", text) + "".join(_TAG.findall(text))),
    "renamed": _each(lambda text: _TAG.sub(lambda tag: re.sub(r"\d+", "97", tag[0]), text)),
    "unclosed": _each(lambda text: _TAG.sub(lambda tag: tag[0].rstrip(">]"), text)),
    "entities": _each(lambda text: html.escape(text)),
    "truncated": _each(lambda text: text[: len(text) // 2]),
    "empty": _each(lambda _: ""),
    "blank": _each(lambda _: " \n"),
    "swapped": lambda answers: answers[::-1],
    "too-few": lambda answers: answers[:-1],
    "too-many": lambda answers: [*answers, "one more"],
    "none": lambda _: [],
}
"""What may happen to translations on the way through a model."""


@contextmanager
def serving(script: Script, protocol: type[Handler], port: int = 0) -> Iterator[str]:
    """Serve on loopback while the block runs; the address without a path."""
    handler = type("Scripted", (protocol,), {"script": script})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that hangs up is what we test
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        script.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()
