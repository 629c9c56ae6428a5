"""The command line as a user meets it: through click's runner, and as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from i18n.cli.root import root

ROOT = Path(__file__).resolve().parents[2]


def i18n(project: Path, *arguments: str, jobs: int = 1) -> Result:
    """Run a command in this process; what went wrong in it fails the test, unless it is an exit status."""
    result = CliRunner().invoke(root, ["--project", str(project), "--jobs", str(jobs), *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that finds the package."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def process(project: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a process, in the project's folder."""
    return subprocess.run(
        [sys.executable, "-m", "i18n", *arguments],
        cwd=project,
        env=environment(**more),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=120,
    )


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but those of `.i18n/`, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".i18n" not in path.parts
    }


def untouched(folder: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of change of every file: equal twice only if nothing was written between."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".i18n" not in path.parts
    }
