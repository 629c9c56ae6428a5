"""What is answered is paid for: neither Ctrl-C nor a kill makes a project pay twice."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.commands import catalog, environment, i18n, process, write
from tests.real.servers.google import Google
from tests.real.servers.script import Script, serving

CALLS = 4
MESSAGES = 60
TEXTS = [f"Well number {number} gives water to the village." for number in range(MESSAGES)]


@pytest.fixture
def script() -> Iterator[Script]:
    made = Script(delay=0.02)
    yield made
    made.stopped.set()


@pytest.fixture
def asking(project: Path, script: Script) -> Iterator[Path]:
    """A project of one long article, and a slow server that is asked for four texts at once."""
    with serving(script, Google) as url:
        write(
            project,
            "i18n.toml",
            '[project]\nlocales = ["de"]\n[draft]\nengines = ["memory", "deep:google"]\n'
            f'[engine."deep:google"]\nurl = "{url}/m"\nconcurrency = {CALLS}\n',
        )
        for name in ("index.md", "guide/install.md"):
            (project / "source" / name).unlink()
        write(project, "source/wells.md", "\n\n".join(TEXTS) + "\n")
        i18n(project, "extract")
        yield project


@contextmanager
def drafting(project: Path) -> Iterator[subprocess.Popen[str]]:
    """Draft in a process of its own."""
    with subprocess.Popen(
        [sys.executable, "-m", "i18n", "draft", "--yes"],
        cwd=project,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def wait_for(script: Script, count: int) -> None:
    deadline = time.monotonic() + 60
    while len(script.texts) < count and time.monotonic() < deadline:
        time.sleep(0.005)
    assert len(script.texts) >= count


def drafts(project: Path) -> int:
    return sum(bool(unit.msgstr) for unit in catalog(project, "wells").units)


def test_a_kill_costs_at_most_the_requests_under_way(asking: Path, script: Script) -> None:
    with drafting(asking) as running:
        wait_for(script, MESSAGES // 2)
        running.send_signal(signal.SIGKILL)
        running.wait(30)
    before = len(script.texts)
    assert before < MESSAGES
    assert process(asking, "draft", "--yes").returncode == 0
    assert drafts(asking) == MESSAGES
    sent = Counter(script.texts)
    assert set(sent) == set(TEXTS)
    assert sum(sent.values()) <= MESSAGES + CALLS


def test_an_interruption_keeps_the_drafts_and_ends_soon(asking: Path, script: Script) -> None:
    with drafting(asking) as running:
        wait_for(script, MESSAGES // 2)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert said.endswith("Interrupted: everything finished so far is kept.\n")
    assert 0 < drafts(asking) < MESSAGES
    assert process(asking, "draft", "--yes").returncode == 0
    assert drafts(asking) == MESSAGES
    assert sum(Counter(script.texts).values()) <= MESSAGES + CALLS


def test_a_second_run_sends_nothing(asking: Path, script: Script) -> None:
    assert process(asking, "draft", "--yes").returncode == 0
    sent = len(script.texts)
    assert sent == MESSAGES
    again = process(asking, "draft", "--yes")
    assert (again.returncode, again.stdout, again.stderr) == (0, "No draft was written.\n", "")
    for unit in (path := asking / "locales/de/LC_MESSAGES/wells.po", asking / "locales/templates/wells.pot"):
        unit.unlink()
    i18n(asking, "extract")
    assert process(asking, "draft", "--yes").returncode == 0
    assert path.exists()
    assert drafts(asking) == MESSAGES
    assert len(script.texts) == sent, "the cache had all of it"


def test_a_server_that_goes_away_is_4_and_what_it_answered_stays(asking: Path, script: Script) -> None:
    script.faults = [""] * 20 + ["forbidden"] * MESSAGES
    done = process(asking, "draft", "--yes")
    assert done.returncode == 4
    assert 20 <= len(script.asked) <= 20 + CALLS
    assert drafts(asking) == 20
    script.faults = []
    assert process(asking, "draft", "--yes").returncode == 0
    assert drafts(asking) == MESSAGES


def test_a_server_that_is_down_is_4(asking: Path, script: Script) -> None:
    write(
        asking,
        "i18n.toml",
        '[project]\nlocales = ["de"]\n[draft]\nengines = ["libretranslate"]\n'
        '[engine.libretranslate]\nurl = "http://127.0.0.1:9"\n',
    )
    done = process(asking, "draft", "--yes")
    assert done.returncode == 4
    assert "libretranslate: its server cannot be reached" in done.stderr
