"""On a terminal there is colour and a bar; `NO_COLOR`, and a pipe, have neither."""

from __future__ import annotations

import os
import pty
import re
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
    assert "2/2" in said
    assert seen(said)[0] == "article           locale     new  changed  obsolete  back"


def seen(said: str) -> list[str]:
    """What is left to be seen on a terminal that knows how to go up, to delete a line and to go back to its begin."""
    lines, at = [""], 0
    for part in re.split(r"(\r?\n|\r|\x1b\[[?0-9]*[A-Za-z])", said):
        if part.endswith("\n"):
            at += 1
            lines += [""] * (at == len(lines))
        elif part == "\x1b[A":
            at -= 1
        elif part == "\x1b[2K" or part == "\r":
            lines[at] = ""
        elif not part.startswith("\x1b"):
            lines[at] += part
    return lines


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


MANY = ("ar", "de", "es", "fr", "it", "ja", "ko", "pl", "pt-BR", "ru", "tr", "zh-Hant")


@pytest.fixture
def many(project: Path) -> Path:
    configuration = (project / "i18n.toml").read_text()
    languages = ", ".join(f'"{locale}"' for locale in MANY)
    write(project, "i18n.toml", configuration.replace('["de", "pt-BR"]', f"[{languages}]"))
    return project


@pytest.mark.parametrize("columns", [80, 100])
def test_tables_of_many_languages_fit_the_terminal(many: Path, columns: int) -> None:
    for command in ("extract", "status", "run"):
        _, said = on_a_terminal(many, "-q", command, columns=columns)
        lines = [line.rstrip() for line in seen(said) if not line.startswith("Compiled articles:")]
        assert max(map(len, lines)) <= columns, said
        assert command == "run" or all(locale in said for locale in MANY)


@pytest.mark.parametrize(("columns", "head"), [(40, "state"), (80, "untranslated"), (200, "shown")])
def test_the_states_of_languages_fit_the_terminal(many: Path, columns: int, head: str) -> None:
    i18n(many, "extract")
    _, said = on_a_terminal(many, "status", columns=columns)
    lines = [line.rstrip() for line in seen(said)]
    (at,) = (at for at, line in enumerate(lines) if line.startswith("locale "))
    assert head in lines[at].split()
    assert max(map(len, lines[at:])) <= columns, said


def test_languages_that_are_as_far_share_a_row_where_there_is_little_room(many: Path) -> None:
    i18n(many, "extract")
    translate(many, "guide/install", {"Open the valve slowly.": "Das Ventil langsam öffnen."})
    _, said = on_a_terminal(many, "status", columns=80)
    rows = [line.split() for line in seen(said)]
    assert ["article", "languages", "words", "translated"] in rows
    assert any(row[:3] == ["guide/install.md", "ar,", "es,"] and row[-2:] == ["0", "%"] for row in rows)
    assert ["de", "40", "%"] in rows
    _, wide = on_a_terminal(many, "status", columns=200)
    assert ["article", "words", *MANY] in [line.split() for line in seen(wide)]
    assert ["article", "words", *MANY] in [line.split() for line in i18n(many, "status").stdout.splitlines()]
