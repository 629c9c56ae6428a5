"""How much time does drafting add to that of the requests, where several are under way at once?"""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from benchmarks.measure import run
from benchmarks.table import table
from tests.real.servers.google import Google
from tests.real.servers.script import Script, serving

MESSAGES = 2_000
DELAY = 0.05
"""Seconds that the server waits before each answer."""
CALLS = 4
ASKED = 1.15
"""What the whole command may take, of what the requests alone need."""


def bare(url: str, texts: Sequence[str]) -> float:
    """Send texts as the engine does, and do nothing with the answers; gives the seconds that it took."""
    address = urlsplit(url).netloc
    local = threading.local()

    def ask(text: str) -> None:
        if not hasattr(local, "connection"):
            local.connection = http.client.HTTPConnection(address)
        local.connection.request("GET", f"/m?{urlencode({'sl': 'en', 'tl': 'de', 'q': text})}")
        local.connection.getresponse().read()

    start = time.perf_counter()
    with ThreadPoolExecutor(CALLS) as pool:
        list(pool.map(ask, texts))
    return time.perf_counter() - start


def concurrency(i18n: Path, scratch: Path) -> Iterator[str]:
    """Draft an article of many messages by a server that answers slowly; yields paragraphs of Markdown.

    What the requests alone need is measured in the same run: a bare client that sends them over kept connections.
    """
    place = scratch / "concurrency"
    (place / "source").mkdir(parents=True)
    lines = (f"Well number {number} gives *water* to [the village](village-{number}.md)." for number in range(MESSAGES))
    (place / "source" / "wells.md").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    script = Script(delay=DELAY)
    with serving(script, Google) as url:
        (place / "i18n.toml").write_text(
            '[project]\nlocales = ["de"]\n[draft]\nengines = ["deep:google"]\n'
            f'[engine."deep:google"]\nurl = "{url}/m"\nconcurrency = {CALLS}\n',
            encoding="utf-8",
        )
        run((str(i18n), "extract"), place)
        measured = run((str(i18n), "draft"), place)
        count = len(script.texts)
        alone = bare(url, script.texts[:count])
    yield f"An article of {MESSAGES:,} messages, {DELAY * 1000:.0f} ms a request, {CALLS} at once."
    rows = [
        ("requests", f"{count:,}"),
        ("the requests alone", f"{alone:.1f} s"),
        ("the whole command", f"{measured.seconds:.1f} s"),
        ("ratio", f"{measured.seconds / alone:.2f}"),
        ("asked", f"{ASKED:.2f}"),
    ]
    yield table(("", "n"), rows)
