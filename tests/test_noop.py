"""Is what two versions do again measured in the same project, when nothing and when something changed?"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import noop
from tests.test_versions import CORPUS, version


def test_each_command_is_repeated_in_one_project_untouched_and_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(noop, "SETTLED", 0)
    pythons = [version(tmp_path, "old", status=0), version(tmp_path, "new", status=0)]
    monkeypatch.setattr(noop, "floor", lambda *_: 0.1)
    said = "\n".join(noop.noop(pythons, CORPUS, "gfm", ["extract", "check"], 1, tmp_path / "scratch"))
    log = [line.split()[:2] for line in (tmp_path / "log").read_text().splitlines()]
    assert log[-8:] == [[name, what] for what in ("extract", "check") for name in ("old", "new")] * 2
    assert "three: 3 articles" in said
    assert (tmp_path / "scratch/old/source/a.md").read_bytes().count(b"Round 0") == 2
    assert b"Round" not in (tmp_path / "scratch/old/source/b.md").read_bytes()
