"""On a terminal there is colour and a bar; `NO_COLOR`, and a pipe, have neither."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.commands import environment, i18n, translate, write


def on_a_terminal(project: Path, *arguments: str, columns: int = 100, **more: str) -> tuple[int, str]:
    """Run a command on a pseudo-terminal; give its status and all it wrote there."""
    leader, follower = pty.openpty()
    os.set_blocking(leader, True)
    with subprocess.Popen(
        [sys.executable, "-m", "i18n", *arguments],
        cwd=project,
        env=environment(COLUMNS=str(columns), TERM="xterm", **more),
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=follower,
    ) as command:
        os.close(follower)
        said = b""
        while True:
            try:
                some = os.read(leader, 65536)
            except OSError:  # the other end is closed
                break
            if not some:
                break
            said += some
    os.close(leader)
    return command.returncode, said.decode()


@pytest.fixture
def wrong(project: Path) -> Path:
    write(project, "source/index.md", "# Read the `manual` first\n")
    i18n(project, "extract")
    translate(project, "index", {"Read the `manual` first": "Zuerst das `Handbuch` lesen"})
    return project


def test_long_work_shows_a_bar(project: Path) -> None:
    status, said = on_a_terminal(project, "extract")
    assert status == 0
    assert "Extracting" in said
    assert "100%" in said


def test_quiet_shows_none(project: Path) -> None:
    _, said = on_a_terminal(project, "-q", "extract")
    assert "Extracting" not in said


def test_findings_are_coloured_unless_no_color_is_set(wrong: Path) -> None:
    status, said = on_a_terminal(wrong, "check")
    assert status == 1
    assert "\x1b[31merror" in said
    _, said = on_a_terminal(wrong, "check", NO_COLOR="1")
    assert "error" in said
    assert "\x1b[3" not in said
    _, said = on_a_terminal(wrong, "-q", "bundle", NO_COLOR="1")
    assert "\x1b[3" not in said


def test_the_table_of_findings_keeps_within_the_terminal(wrong: Path) -> None:
    _, said = on_a_terminal(wrong, "-q", "check", columns=60, NO_COLOR="1")
    lines = [line.rstrip() for line in said.splitlines()]
    assert "locales/de/LC_MESSAGES/index.po" in lines
    assert max(map(len, lines)) <= 60
