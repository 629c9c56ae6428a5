"""What do servers of large files answer? Ranges, redirects, and every fault on the way."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import unquote

from tests.real.servers.script import Asked, Fault, Handler

TAG = '"version-1"'
_RANGE = re.compile(r"bytes=(\d+)-")


class Files(Handler):
    """Serves one file under every path but those of `others`, and `/to/ADDRESS`, which leads there."""

    content: bytes = b""
    others: ClassVar[Mapping[str, bytes]] = {}
    """Files by their paths."""
    tag: ClassVar[str] = TAG

    def answer(self, asked: Asked, fault: str) -> None:
        if asked.path.startswith("/to/"):
            self.send(302, b"", {"Location": unquote(asked.path.removeprefix("/to/"))})
            return
        self.content = self.others.get(asked.path, type(self).content)
        found = _RANGE.fullmatch(asked.headers.get("Range", ""))
        start = int(found[1]) if found else 0
        if found and start >= len(self.content):
            self.send(416, b"", {"Content-Range": f"bytes */{len(self.content)}"})
        elif found and asked.headers.get("If-Range", self.tag) == self.tag:
            self.begin(206, start)
            self.wfile.write(self.content[start:])
        else:
            self.begin(200, 0)
            self.wfile.write(self.content)

    def begin(self, status: int, start: int, *, length: bool = True) -> None:
        """Send the head of an answer that holds the file from a place on."""
        self.send_response(status)
        if length:
            self.send_header("Content-Length", str(len(self.content) - start))
        if status == 206:
            self.send_header("Content-Range", f"bytes {start}-{len(self.content) - 1}/{len(self.content)}")
        self.send_header("ETag", self.tag)
        self.send_header("Set-Cookie", "who=you")
        self.end_headers()

    def half(self, asked: Asked) -> None:
        """Send the first half of what is left."""
        found = _RANGE.fullmatch(asked.headers.get("Range", ""))
        start = int(found[1]) if found else 0
        self.begin(206 if found else 200, start)
        self.wfile.write(self.content[start : (start + len(self.content) + 1) // 2])
        self.wfile.flush()


def _half(handler: Files, asked: Asked) -> None:
    handler.half(asked)
    handler.close_connection = True


def _stalled(handler: Files, asked: Asked) -> None:
    handler.half(asked)
    handler.script.stopped.wait(60)
    handler.close_connection = True


def _dripping(handler: Files, asked: Asked) -> None:
    handler.begin(200, 0)
    handler.trickle(handler.content)


def _whole_again(handler: Files, asked: Asked) -> None:
    handler.begin(200, 0)
    handler.wfile.write(handler.content)


def _wrong(handler: Files, asked: Asked) -> None:
    handler.send(200, bytes(len(handler.content)))


def _other_part(handler: Files, asked: Asked) -> None:
    handler.send(206, b"x" * 9, {"Content-Range": "bytes 1-9/10"})


def _compressed(handler: Files, asked: Asked) -> None:
    handler.send(200, gzip.compress(bytes(50_000_000)), {"Content-Encoding": "gzip"})


def _endless(handler: Files, asked: Asked) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    while not handler.script.stopped.is_set():
        handler.wfile.write(b"10000\r\n" + b" " * 0x10000 + b"\r\n")


def _unmeasured(handler: Files, asked: Asked) -> None:
    handler.begin(200, 0, length=False)
    handler.wfile.write(handler.content)
    handler.close_connection = True


OWN: dict[str, Fault] = {
    "half": _half,
    "stalled": _stalled,
    "dripping": _dripping,
    "whole-again": _whole_again,
    "wrong": _wrong,
    "other-part": _other_part,
    "compressed": _compressed,
    "endless": _endless,
    "unmeasured": _unmeasured,
}
Files.own = OWN
