"""Which interpreters `make test-pythons` finds, and what it does with each."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from tests.make import pythons
from tests.make.pythons import FIRST, Interpreter, folders, interpreters, main, steps

ROOT = Path(__file__).parents[2]


def stand_in(folder: Path, name: str, says: str, status: int = 0) -> Path:
    """Put a program there that answers as an interpreter would."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\necho '{says}'\nexit {status}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_first_python_is_that_of_the_package() -> None:
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert metadata["project"]["requires-python"] == f">={'.'.join(map(str, FIRST))}"


def test_the_search_path_comes_before_what_pyenv_holds(tmp_path: Path) -> None:
    for version in ("3.13.0", "3.9.18"):
        (tmp_path / f".pyenv/versions/{version}/bin").mkdir(parents=True)
    held = [tmp_path / ".pyenv/versions/3.13.0/bin", tmp_path / ".pyenv/versions/3.9.18/bin"]
    assert list(folders({"PATH": f"/one{os.pathsep}{os.pathsep}/two"}, tmp_path)) == [Path("/one"), Path("/two"), *held]
    assert list(folders({"PYENV_ROOT": str(tmp_path / ".pyenv")}, Path("/nowhere"))) == held


def test_one_interpreter_a_version_is_found_the_oldest_first(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    stand_in(one, "python3.12", "3.12.10 /one/python3.12")
    stand_in(one, "python3.13", "3.13.0 /one/python3.13")
    stand_in(two, "python3.13", "3.13.0 /two/python3.13")
    stand_in(two, "python3.12", "3.12.9 /two/python3.12")
    assert interpreters([one, two]) == (
        Interpreter("3.12.9", Path("/two/python3.12")),
        Interpreter("3.12.10", Path("/one/python3.12")),
        Interpreter("3.13.0", Path("/one/python3.13")),
    )


def test_what_is_too_old_or_no_interpreter_is_passed_over(tmp_path: Path) -> None:
    stand_in(tmp_path, "python3.10", "3.10.13 /usr/bin/python3.10")
    stand_in(tmp_path, "python3.11-config", "3.11.7 /usr/bin/python3.11-config")
    stand_in(tmp_path, "python3.12", "pyenv: python3.12: command not found", 127)
    stand_in(tmp_path, "python3.14", "")
    stand_in(tmp_path, "python3.13", "3.13.0 /there").chmod(0o644)
    assert interpreters([tmp_path, tmp_path / "absent"]) == ()


def test_each_has_an_environment_of_its_own() -> None:
    made, installed, tested = steps(Interpreter("3.12.9", Path("/two/python3.12")), "4")
    assert made[-2:] == ("/two/python3.12", ".venv-3.12.9")
    assert {".venv-3.12.9/bin/python", "constraints.txt", ".[test]"} <= set(installed)
    assert tested == (".venv-3.12.9/bin/python", "-m", "pytest", "-n", "4")


@pytest.mark.parametrize(("bad", "status"), [("", 0), ("3.12.9", 1)])
def test_all_are_tried_and_one_that_fails_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], bad: str, status: int
) -> None:
    there = (Interpreter("3.12.9", Path("/two")), Interpreter("3.13.0", Path("/one")))
    monkeypatch.setattr(pythons, "interpreters", lambda _places: there)
    monkeypatch.setattr(pythons, "passes", lambda one, _jobs: one.version != bad)
    assert main("2") == status
    assert capsys.readouterr().out.splitlines() == [
        "Found: Python 3.12.9, 3.13.0",
        "",
        f"Python 3.12.9   {'FAILED' if bad else 'passed'}  /two",
        "Python 3.13.0   passed  /one",
    ]


def test_finding_none_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pythons, "interpreters", lambda _places: ())
    assert main("2") == 1
