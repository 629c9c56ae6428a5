"""The five minutes of the README, typed as they stand there: every command prints what it is said to print."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from tests.cli.commands import environment, translate, write

README = Path(__file__).resolve().parents[2] / "README.md"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
MENDED = {"sagt der Bericht": "sagt [der Bericht](report.md)", "520": "250"}
"""The two slips, and what stands there when both are mended."""
REST = {
    "Nine wells before the rains": "Neun Brunnen vor dem Regen",
    "Repairs stay in the village.": "Repariert wird im Dorf.",
}
"""What the README does not show of the catalog."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The folder in which the README's editor works."""
    write(tmp_path, "source/report.md", "# The report\n")
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin/i18n"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m i18n "$@"\n')
    command.chmod(0o755)
    return tmp_path


def typed(project: Path, line: str) -> str:
    """What a command of the README prints, without sizes in bytes."""
    more = environment(PATH=f"{project / 'bin'}:/usr/bin:/bin", COLUMNS="120")
    done = subprocess.run(
        ["sh", "-c", f"{line} 2>&1"],
        cwd=project,
        env=more,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        timeout=120,
    )
    return _plain(done.stdout)


def _plain(printed: str) -> str:
    """Without empty lines, and with sizes of archives as one letter."""
    lines = [re.sub(r"(\.zip .* )\d+$", r"\1N", line.rstrip()) for line in printed.splitlines()]
    return "\n".join(filter(None, lines))


def test_the_five_minutes_are_as_they_are_shown(project: Path) -> None:
    day = README.read_text(encoding="utf-8").split("\n## ")[2]
    assert day.startswith("A translator's day")
    checks = 0
    for kind, text in _BLOCK.findall(day):
        if kind == "markdown":
            write(project, "source/wells.md", text)
        elif kind == "po" and "#|" not in text:
            shown = {entry.msgid: entry.msgstr for entry in polib.pofile(text)}
            translate(project, "wells", shown)
        elif kind == "po":
            (changed,) = polib.pofile(text)
            (there,) = [one for one in polib.pofile(str(project / "locales/de/LC_MESSAGES/wells.po")) if one.fuzzy]
            assert (there.msgid, there.previous_msgid, there.msgstr) == (
                changed.msgid, changed.previous_msgid, changed.msgstr,
            )  # fmt: skip
        for line, printed in (
            re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE) if kind == "console" else ()
        ):
            checks += line == "i18n check"
            if line == "i18n check" and checks == 2:
                for slip, right in MENDED.items():
                    shown = {msgid: msgstr.replace(slip, right) for msgid, msgstr in shown.items()}
                translate(project, "wells", shown | REST)
                translate(project, "report", {"The report": "Der Bericht"})
            if line == "i18n extract" and checks:
                article = (project / "source/wells.md").read_text(encoding="utf-8")
                write(project, "source/wells.md", article.replace("in the village.", "in the village itself."))
            assert typed(project, line) == _plain(printed), line
    assert checks == 2
