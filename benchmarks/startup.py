"""How long until `i18n --help` is there? Beside an interpreter that imports click and does nothing with it."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import run
from benchmarks.table import table


def startup(i18n: Path, rounds: int, scratch: Path) -> Iterator[str]:
    """Measure the commands in turn; yields paragraphs of Markdown. The interpreter is the one beside `i18n`."""
    python = str(i18n.parent / "python")
    commands = {
        "python -c pass": [python, "-c", "pass"],
        'python -c "import click"': [python, "-c", "import click"],
        "i18n --help": [str(i18n), "--help"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(run(command, scratch).seconds)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    click = medians['python -c "import click"']
    rows = [(name, f"{1000 * median:.0f} ms", f"{median / click:.2f}") for name, median in medians.items()]
    yield f"Start-up, medians of {rounds} runs:"
    yield table(("command", "time", "× click"), rows)
