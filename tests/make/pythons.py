"""On which Pythons of this machine do the tests pass? `make test-pythons` runs them in an environment for each."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FIRST = (3, 11)
"""The first Python that the package runs on."""
_NAME = re.compile(r"python3\.(\d+)")
_ASK = (
    "import platform, sys; final = sys.version_info.releaselevel == 'final' and sys.implementation.name == 'cpython'; "
    "print(f'{platform.python_version()} {sys.executable}' if final else '')"
)


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A CPython that was released."""

    version: str
    """`3.12.1`."""
    path: Path

    @property
    def order(self) -> tuple[int, ...]:
        """What to sort by."""
        return tuple(map(int, self.version.split(".")))


def folders(environment: Mapping[str, str], home: Path) -> Iterator[Path]:
    """Find where interpreters lie: the search path first, then what pyenv holds."""
    yield from (Path(name) for name in environment.get("PATH", "").split(os.pathsep) if name)
    yield from sorted(Path(environment.get("PYENV_ROOT") or home / ".pyenv").glob("versions/*/bin"))


def interpreters(places: Iterable[Path]) -> tuple[Interpreter, ...]:
    """Find one interpreter a version, the oldest first; the first one found of equals."""
    found: dict[str, Interpreter] = {}
    for path in (path for place in places for path in sorted(place.glob("python3.*"))):
        if (one := _asked(path)) is not None:
            found.setdefault(one.version, one)
    return tuple(sorted(found.values(), key=lambda one: one.order))


def _asked(path: Path) -> Interpreter | None:
    """Ask for version and path; None for what is too old, no interpreter, or does not start (some shims of pyenv)."""
    name = _NAME.fullmatch(path.name)
    if name is None or (3, int(name[1])) < FIRST:
        return None
    try:
        asked = subprocess.run([path, "-c", _ASK], capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    version, _, executable = asked.stdout.strip().partition(" ")
    return Interpreter(version, Path(executable)) if asked.returncode == 0 and executable else None


def steps(interpreter: Interpreter, jobs: str) -> tuple[tuple[str, ...], ...]:
    """Name the commands that make the environment and run the tests in it, in their order."""
    folder = f".venv-{interpreter.version}"
    python = f"{folder}/bin/python"
    uv = (sys.executable, "-m", "uv")
    constrained = ("--constraints", "constraints.txt", "--build-constraints", "constraints.txt")
    return (
        (*uv, "venv", "--quiet", "--clear", "--python", str(interpreter.path), folder),
        (*uv, "pip", "install", "--quiet", "--python", python, *constrained, "--editable", ".[test]"),
        (python, "-m", "pytest", "-n", jobs),
    )


def passes(interpreter: Interpreter, jobs: str) -> bool:
    """Run the tests; what goes wrong is on the terminal."""
    print(f"\nPython {interpreter.version} ({interpreter.path}), in .venv-{interpreter.version}:", flush=True)
    return all(subprocess.run(step, check=False).returncode == 0 for step in steps(interpreter, jobs))


def main(jobs: str) -> int:
    """Run the tests on every Python there is, and fail when they fail on any."""
    found = interpreters(folders(os.environ, Path.home()))
    print("Found: Python", ", ".join(one.version for one in found))
    passed = {one: passes(one, jobs) for one in found}
    print()
    for one, good in passed.items():
        print(f"Python {one.version:8} {'passed' if good else 'FAILED'}  {one.path}")
    return 0 if passed and all(passed.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
