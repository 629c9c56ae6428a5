"""Work spread over processes gives what work in one process gives, in the same order."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.errors import I18nError, InputError
from i18n.work import spreading
from i18n.work.spreading import ALONE, CHUNK, chunks, spread

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Stone:
    """A piece of work of a known weight."""

    number: int
    size: int

    @property
    def reference(self) -> str:
        return f"stone {self.number}"


def times(factor: int, stone: Stone) -> int:
    return factor * stone.number


def where(_context: None, _stone: Stone) -> int:
    return os.getpid()


def stumble(wrong: int, stone: Stone) -> int:
    if stone.number == wrong:
        raise ValueError("here")
    return stone.number


def refuse(wrong: int, stone: Stone) -> int:
    if stone.number == wrong:
        raise InputError("no", "hint", "a.po", 7)
    return stone.number


def vanish(wrong: int, stone: Stone) -> int:
    if stone.number == wrong and os.getpid() != int(os.environ["STAY"]):
        os._exit(9)
    time.sleep(0.01)
    return stone.number


HEAVY = [Stone(number, CHUNK // 3) for number in range(60)]


@pytest.mark.parametrize("jobs", [1, 2, 3, 5])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    found = [result for some in spread(times, 7, HEAVY, jobs) for result in some]
    assert found == [7 * number for number in range(60)]


def test_little_work_stays_in_this_process() -> None:
    light = [Stone(number, (ALONE - 1) // 10) for number in range(10)]
    assert {pid for some in spread(where, None, light, 8) for pid in some} == {os.getpid()}


def test_much_work_is_shared_with_this_process() -> None:
    pids = {pid for some in spread(where, None, HEAVY, 2) for pid in some}
    assert os.getpid() in pids


def test_no_items_give_no_results() -> None:
    assert list(spread(times, 1, [], 4)) == []


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("wrong", [0, 30, 59])
def test_a_fault_says_with_which_item_it_happened(jobs: int, wrong: int) -> None:
    with pytest.raises(ValueError, match="here") as caught:
        list(spread(stumble, wrong, HEAVY, jobs))
    assert f"It happened with stone {wrong}." in caught.value.__notes__


def test_a_failure_of_a_worker_arrives_whole() -> None:
    with pytest.raises(InputError) as caught:
        list(spread(refuse, 5, HEAVY, 2))
    assert (caught.value.path, caught.value.line, caught.value.hint) == ("a.po", 7, "hint")


def test_a_worker_that_is_killed_is_an_error_with_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STAY", str(os.getpid()))
    with pytest.raises(I18nError, match="ended from outside") as caught:
        list(itertools.chain.from_iterable(spread(vanish, wrong, HEAVY, 2) for wrong in range(60)))
    assert "--jobs 1" in caught.value.hint


def test_an_iterator_that_is_closed_early_leaves_no_process_behind() -> None:
    results = spread(times, 1, HEAVY, 3)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert list(spread(times, 1, HEAVY[:3], 1)) != []


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    program = (
        "import time, os, sys\nfrom pathlib import Path\n"
        "from tests.work.test_spreading import HEAVY, report\n"
        "from i18n.work.spreading import spread\n"
        "if __name__ == '__main__':\n    list(spread(report, sys.argv[1], HEAVY, 2))\n"
    )
    script = tmp_path / "program.py"
    script.write_text(program, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)], env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as parent:
        deadline = time.monotonic() + 20
        while len(workers := list(tmp_path.glob("*.pid"))) < 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        assert len(workers) == 2
        parent.kill()
    others = [int(path.stem) for path in workers if int(path.stem) != parent.pid]
    while time.monotonic() < deadline and any(alive(pid) for pid in others):
        time.sleep(0.02)
    assert not any(alive(pid) for pid in others)


def report(folder: str, _stone: Stone) -> int:
    Path(folder, f"{os.getpid()}.pid").touch()
    time.sleep(0.5)
    return 0


def alive(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


@given(st.lists(st.integers(0, 50), max_size=40), st.integers(1, 60))
def test_chunks_hold_every_item_once_in_order_and_are_heavy_enough(sizes: list[int], limit: int) -> None:
    items = [Stone(number, size) for number, size in enumerate(sizes)]
    cut = list(chunks(items, limit))
    assert [item for run in cut for item in run] == items
    assert all(run for run in cut)
    assert all(sum(item.size for item in run) >= limit for run in cut[:-1])
    assert all(sum(item.size for item in run[:-1]) < limit for run in cut)


def test_where_there_is_no_room_for_semaphores_one_process_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(spreading, "ProcessPoolExecutor", refuse)
    assert {pid for some in spread(where, None, HEAVY, 2) for pid in some} == {os.getpid()}
