"""A command that is killed, or cannot write what it remembers, loses nothing, and the next one makes all of it.

`make endurance` does the same many times more, and in more ways.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.make.endurance import COMMANDS, Disturbance, disturbed, prepared
from tests.real.programs import needs

KILLS = 5
"""How many kills each command suffers, at random points."""


@needs("git")
def test_the_next_run_makes_what_an_undisturbed_one_makes(tmp_path: Path) -> None:
    course = prepared(tmp_path, articles=3, edits=4)
    plan = [Disturbance("kill", command, number) for command in COMMANDS for number in range(KILLS)]
    plan += [Disturbance("forgetful", command, 0) for command in COMMANDS if course.shim]
    with ThreadPoolExecutor(2) as threads:
        found = list(threads.map(lambda one: disturbed(course, one), plan))
    assert [problem for _, problems in found for problem in problems] == []
