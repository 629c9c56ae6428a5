"""Does the real apertium-apy answer as our engine takes it to? Debian's program, started on loopback.

Debian's package starts a server on every address as it is installed: so it is not on the list of programs that
`make test` installs.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from i18n.draft import Request, draft
from i18n.draft.engine import Answer, Query, Translation
from i18n.draft.engines.apertium import Apertium, ApertiumServer
from i18n.draft.engines.apertium.stream import BLANKS, SUPERBLANKS
from i18n.markdown.dialects import named
from i18n.model import Unit
from tests.message.marks import hold_mark
from tests.real.programs import needs

pytestmark = [
    needs("apertium"),
    pytest.mark.skipif(not shutil.which("apertium-apy"), reason="needs Debian's package apertium-apy"),
]

ON_LOOPBACK = """
from tornado.httpserver import HTTPServer
bind = HTTPServer.bind
HTTPServer.bind = lambda server, port, *rest, **named: bind(server, port, address="127.0.0.1")
from apertium_apy.apy import main
main()
"""
"""By itself it listens on every address."""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    program = shutil.which("apertium-apy")
    assert program
    python = Path(program).read_text("utf-8").splitlines()[0].removeprefix("#!").split()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    line = [*python, "-c", ON_LOOPBACK, "/usr/share/apertium", "-p", str(port)]
    server = subprocess.Popen(
        line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C.UTF-8"}
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(30)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):
        try:
            urllib.request.urlopen(f"{address}/listPairs", timeout=30).close()
        except OSError:
            assert server.poll() is None, "it ended by itself"
            time.sleep(0.05)
        else:
            return
    pytest.fail("it does not answer")


def ask(engine: ApertiumServer | Apertium, text: str, encoding: str) -> Answer:
    (answer,) = engine.translate([Query((text,))], "en", "es", encoding)
    return answer


def test_it_offers_what_is_installed(url: str) -> None:
    with ApertiumServer(url) as engine:
        assert engine.readiness("en", "es", ask=True).ready
        assert not engine.readiness("en", "ko", ask=True).ready


@pytest.mark.parametrize("encoding", [BLANKS, SUPERBLANKS])
@pytest.mark.parametrize(
    "text",
    [
        "The red house is old.",
        "The well holds 1,240 litres: a house of xyzzyk.",
        "The price is $5 ^now^ [today] {x} / @ <b> \\ and “old” 🛶.",
        "The tank holds [[t:g:1]]water[[/]] and [] of [.].",
    ],
)
def test_it_translates_as_the_program_does(text: str, encoding: str, url: str) -> None:
    with ApertiumServer(url) as engine, Apertium() as program:
        answer, other = ask(engine, text, encoding), ask(program, text, encoding)
    assert isinstance(answer, Translation)
    assert answer == other
    assert "*" not in str(answer.tokens)


def test_a_text_that_stops_pipelines_stops_no_other(url: str) -> None:
    with ApertiumServer(url) as engine:
        for text in ("]]]] [[[[ \\", "a" * 700, "\x00", "^$^$"):
            ask(engine, text, BLANKS)
        answer = ask(engine, "The red house is old.", BLANKS)
    assert isinstance(answer, Translation)
    assert answer.tokens == ("La casa roja es vieja.",)


def test_a_message_with_markup_gets_a_draft(url: str) -> None:
    unit = Unit("We saw the *old city* of `code`.")
    with ApertiumServer(url) as engine:
        (outcome,) = draft([Request(unit, "a", named("gfm"))], [engine], "en", "es")
        (answer,) = engine.translate([Query(("The house of ", hold_mark(1), "."))], "en", "es", BLANKS)
    assert not outcome.reason
    assert outcome.unit.msgstr == "Vimos la *ciudad vieja* de `code`."
    assert isinstance(answer, Translation)
    assert hold_mark(1) in answer.tokens
