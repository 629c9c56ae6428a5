"""What do Google's page and MyMemory answer, and how do servers fail?

A server for tests, and for trying things by hand: `python -m tests.real.servers.translation --port 5001`, then set the
`url` of `[engine."deep:google"]` to `http://127.0.0.1:5001/m`, or that of `[engine."deep:mymemory"]` to
`http://127.0.0.1:5001/get`. Translations are the text with its words turned around, marks kept. `--fault` takes one of
the names below and holds for every answer.
"""

from __future__ import annotations

import argparse
import email.utils
import html
import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

_WORD = re.compile(r"(?:<[^>]*>|\[\[[^\]]*\]\])|([^\W\d_]{2,})")


def translated(text: str) -> str:
    """Turn every word around; what looks like a tag stays."""
    return _WORD.sub(lambda found: found[1][::-1] if found[1] else found[0], text)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came in."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]
    at: float
    """Monotonic seconds."""


@dataclass
class Script:
    """What the server does next, and what it was asked."""

    faults: list[str] = field(default_factory=list)
    """For the next requests, one each; then all goes well."""
    always: str = ""
    """A fault for every request."""
    asked: list[Asked] = field(default_factory=list)
    translate: Callable[[str], str] = translated
    delay: float = 0.0
    """Seconds before each answer."""
    stopped: threading.Event = field(default_factory=threading.Event)

    def next_fault(self) -> str:
        """The fault of the request that just came in; empty when all goes well."""
        return self.faults.pop(0) if self.faults else self.always

    @property
    def texts(self) -> list[str]:
        """The texts it was asked to translate."""
        return [asked.query.get("q", "") for asked in self.asked]


class Handler(BaseHTTPRequestHandler):
    """Speaks Google's page at `/m` and MyMemory's JSON at `/get`."""

    protocol_version = "HTTP/1.1"
    script: Script

    def do_GET(self) -> None:
        """Answer as the script says."""
        parts = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(parts.query, keep_blank_values=True).items()}
        self.script.asked.append(Asked(parts.path, query, dict(self.headers), time.monotonic()))
        time.sleep(self.script.delay)
        fault = self.script.next_fault()
        if fault:
            FAULTS[fault](self, query)
        else:
            self.answer(query)

    def answer(self, query: dict[str, str]) -> None:
        """Answer as the service does when all is well."""
        text = self.script.translate(query.get("q", ""))
        kind, body = (_mymemory(text), "application/json") if self.is_mymemory else (_google(text), "text/html")
        self.send(200, kind, {"Content-Type": f"{body}; charset=utf-8"})

    @property
    def is_mymemory(self) -> bool:
        """Whether the request is for MyMemory."""
        return urlsplit(self.path).path == "/get"

    def send(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def trickle(self, data: bytes, seconds: float = 0.05) -> None:
        """Send a byte now and then, until the other side or the test has had enough."""
        for byte in data * 100:
            if self.script.stopped.wait(seconds):
                return
            self.wfile.write(bytes([byte]))
            self.wfile.flush()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing."""


def _google(text: str) -> bytes:
    shown = html.escape(text)
    return (
        '<!DOCTYPE html><html><head><title>Translate</title></head><body><div class="root-container">'
        f'<div class="result-container">{shown}</div><div class="links-container">more</div></div></body></html>'
    ).encode()


def _mymemory(text: str, status: int | str = 200, **more: object) -> bytes:
    match = {"translation": text, "match": 0.85, "quality": 70}
    return json.dumps(
        {
            "responseData": {"translatedText": text, "match": 0.85},
            "quotaFinished": False,
            "responseDetails": "",
            "responseStatus": status,
            "matches": [match],
            **more,
        }
    ).encode()


Fault = Callable[[Handler, dict[str, str]], None]


def _status(status: int, **headers: str) -> Fault:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler, _: handler.send(status, b"<html><body>Sorry</body></html>", named)


def _slow(handler: Handler, query: dict[str, str]) -> None:
    handler.script.stopped.wait(3)
    handler.answer(query)


def _trickling(handler: Handler, query: dict[str, str]) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.trickle(b" ")


def _trickling_headers(handler: Handler, query: dict[str, str]) -> None:
    handler.trickle(b"HTTP/1.1 200 OK\r\nX-Endless: ")


def _cut_off(handler: Handler, query: dict[str, str]) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'<div class="result-container">half of')
    handler.close_connection = True


def _dropped(handler: Handler, query: dict[str, str]) -> None:
    handler.close_connection = True


def _huge(handler: Handler, query: dict[str, str]) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for _ in range(2000):
        handler.wfile.write(b"10000\r\n" + b" " * 0x10000 + b"\r\n")


def _later(handler: Handler, query: dict[str, str]) -> None:
    until = email.utils.formatdate(time.time() + 1, usegmt=True)
    handler.send(429, b"", {"Retry-After": until})


def _error_page(handler: Handler, query: dict[str, str]) -> None:
    page = b"<html><body>Our systems have detected unusual traffic</body></html>"
    handler.send(200, page, {"Content-Type": "text/html"})


def _same_host(handler: Handler, query: dict[str, str]) -> None:
    path, _, rest = handler.path.partition("?")
    handler.send(302, b"", {"Location": f"{path}?{rest}"})


def _quota(handler: Handler, query: dict[str, str]) -> None:
    warning = "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY."
    handler.send(200, _mymemory(warning, "429", quotaFinished=True))


def _bad_pair(handler: Handler, query: dict[str, str]) -> None:
    handler.send(200, _mymemory("'XX' IS AN INVALID TARGET LANGUAGE", "403"))


def _null(handler: Handler, query: dict[str, str]) -> None:
    handler.send(200, b'{"responseData": null, "responseStatus": 200}')


def _empty(handler: Handler, query: dict[str, str]) -> None:
    handler.send(200, _mymemory("", matches=[]) if handler.is_mymemory else _google(""))


FAULTS: dict[str, Fault] = {
    "slow": _slow,
    "trickling": _trickling,
    "trickling-headers": _trickling_headers,
    "cut-off": _cut_off,
    "dropped": _dropped,
    "huge": _huge,
    "busy": _status(429),
    "busy-1": _status(429, Retry_After="1"),
    "busy-date": _later,
    "busy-3600": _status(429, Retry_After="3600"),
    "busy-odd": _status(503, Retry_After="soon"),
    "unavailable": _status(503),
    "bad-request": _status(400),
    "forbidden": _status(403),
    "quota-456": _status(456),
    "error-page": _error_page,
    "elsewhere": _status(302, Location="http://127.0.0.2:9/m"),
    "other-port": _status(307, Location="http://127.0.0.1:9/m"),
    "downgrade": _status(302, Location="ftp://127.0.0.1/m"),
    "nowhere": _status(301),
    "same-host": _same_host,
    "quota": _quota,
    "bad-pair": _bad_pair,
    "null": _null,
    "empty": _empty,
}


@contextmanager
def serving(script: Script, port: int = 0) -> Iterator[str]:
    """Serve on loopback while the block runs; the address without a path."""
    handler = type("ScriptedHandler", (Handler,), {"script": script})
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


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=5001)
    parser.add_argument("--fault", choices=sorted(FAULTS), default="")
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before each answer")
    given = parser.parse_args()
    script = Script(always=given.fault, delay=given.delay)
    with serving(script, given.port) as url:
        print(f"{url}/m speaks Google's page, {url}/get speaks MyMemory; Ctrl-C ends it.", flush=True)  # noqa: T201
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print(f"{len(script.asked)} requests")  # noqa: T201


if __name__ == "__main__":
    main()
