"""How much of the package do the tests run? `make coverage` prints this after it measured."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from coverage import Coverage

from tests.real.programs import missing

FOLDER = Path(".coverage")
"""Where everything measured lies."""
WORST = 12
"""How many modules are listed."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known of a module, or of a room: its modules together."""

    name: str
    statements: int
    branches: int
    missed_statements: int
    missed_branches: int

    @property
    def percent(self) -> float:
        """Statements and branches run, in percent; 100 for a module that has nothing to run."""
        whole = self.statements + self.branches
        return 100 * (1 - self.missed / whole) if whole else 100.0

    @property
    def missed(self) -> int:
        """Statements and branches that no test ran."""
        return self.missed_statements + self.missed_branches


def modules(report: Mapping[str, Mapping[str, Mapping[str, int]]]) -> tuple[Measured, ...]:
    """Read the part `files` of coverage.py's JSON report."""
    return tuple(
        Measured(
            name,
            summary["num_statements"],
            summary["num_branches"],
            summary["missing_lines"],
            summary["missing_branches"],
        )
        for name, file in report.items()
        for summary in (file["summary"],)
    )


def together(name: str, measured: Iterable[Measured]) -> Measured:
    """Add up."""
    some = tuple(measured)
    return Measured(
        name,
        sum(one.statements for one in some),
        sum(one.branches for one in some),
        sum(one.missed_statements for one in some),
        sum(one.missed_branches for one in some),
    )


def rooms(measured: Iterable[Measured]) -> tuple[Measured, ...]:
    """Add up by package right below `i18n`, the least covered first; modules in none of them are called `i18n/`."""
    found: dict[str, list[Measured]] = {}
    for one in measured:
        folders = one.name.split("/")[:-1][:2]
        found.setdefault("/".join(folders) + "/", []).append(one)
    return worst_first(together(name, some) for name, some in found.items())


def worst_first(measured: Iterable[Measured]) -> tuple[Measured, ...]:
    """Put the least covered first, of equals the one that misses more."""
    return tuple(sorted(measured, key=lambda one: (one.percent, -one.missed, one.name)))


def table(measured: Iterable[Measured]) -> str:
    """Write one line each."""
    some = tuple(measured)
    width = max(len(one.name) for one in some)
    head = f"{'':{width}}  statements  missed  branches  missed  covered"
    lines = (
        f"{one.name:{width}}  {one.statements:10,}  {one.missed_statements:6,}"
        f"  {one.branches:8,}  {one.missed_branches:6,}  {one.percent:6.1f}%"
        for one in some
    )
    return "\n".join((head, *lines))


def verdict(percent: float, floor: float, absent: Iterable[str]) -> tuple[str, int]:
    """Say whether the floor holds, with the exit status; it is held only where no real program is absent."""
    lacking = ", ".join(absent)
    if percent >= floor:
        return f"{percent:.2f}% covered, at least {floor:g}% asked for.", 0
    if lacking:
        return f"{percent:.2f}% covered without {lacking}; the {floor:g}% asked for hold where nothing is missing.", 0
    return f"{percent:.2f}% covered, but pyproject.toml asks for {floor:g}% (fail_under): test what you added.", 1


def main() -> int:
    """Write the report line by line, print the tables, and fail under the floor."""
    measurement = Coverage()
    measurement.load()
    measurement.html_report(directory=str(FOLDER / "html"))
    measurement.json_report(outfile=str(FOLDER / "report.json"))
    found = modules(json.loads((FOLDER / "report.json").read_bytes())["files"])
    whole = together("i18n", found)
    print(table((*rooms(found), whole)))
    print(f"\nThe {WORST} modules covered least:")
    print(table(worst_first(found)[:WORST]))
    floor = float(str(measurement.get_option("report:fail_under")))
    said, status = verdict(whole.percent, floor, (program.name for program in missing()))
    print(f"\n{said} Line by line: {FOLDER}/html/index.html")
    return status


if __name__ == "__main__":
    sys.exit(main())
