"""How do the real programs that the tests need come onto this machine? From Debian's packages, where one may."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.real.programs import advice, in_ci, missing, packages

APT = Path(__file__).parents[2] / ".ci" / "apt"
MAY_NOT = 3


def say(*lines: str) -> None:
    """Write lines that stand in the right order among those of the programs started."""
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    sys.stderr.flush()


def apt(names: Iterable[str]) -> int:
    """Install Debian's packages; `MAY_NOT` where this user may not, else the status of apt-get."""
    return subprocess.run([str(APT), *names], check=False).returncode


def main() -> int:
    """Install what is missing; 0 when the tests can go on, with or without it."""
    absent = missing()
    if not absent:
        return 0
    status = apt(packages(absent))
    absent = missing()
    if not absent:
        return 0
    say(
        *(f"{program.name} is needed to {program.purpose}." for program in absent),
        "apt-get may not be used here." if status == MAY_NOT else f"apt-get ended with status {status}.",
        f"Type: {advice(absent)}",
    )
    if in_ci():
        return 1
    say("Until then the tests that need them are skipped.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
