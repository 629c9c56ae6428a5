"""What a worker process imports: each module costs every worker its time, at every start."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.commands import environment

HEAVY = {"click", "babel", "tomllib", "deep_translator", "requests", "sqlite3", "asyncio", "polib", "bs4"}
HEAVY |= {"i18n.project.reading", "i18n.project.engines"}


@pytest.mark.measures
@pytest.mark.parametrize("module", ["extract.catalogs", "publish.compiling", "check.check", "status", "publish.bundle"])
def test_what_workers_run_imports_nothing_heavy(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, i18n.workflow.{module}\nprint('\\n'.join(sys.modules))"],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert not HEAVY & set(done.stdout.split())
