"""Work spread over processes gives what work in one process gives, in the same order."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.errors import I18nError, InputError
from i18n.work import Here, Processes, Workers
from i18n.work import pool as pools
from i18n.work.processes import ALONE, CHUNK, chunks

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


def slowly_where(_context: None, _stone: Stone) -> int:
    time.sleep(0.02)
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


@pytest.fixture(scope="module")
def two() -> Iterator[Processes]:
    with contextlib.closing(Processes(2)) as workers:
        yield workers


@pytest.mark.parametrize("jobs", [1, 2, 3, 5])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    with contextlib.closing(Processes(jobs)) as workers:
        assert list(workers.map(times, 7, HEAVY)) == [7 * number for number in range(60)]


def test_little_work_stays_in_this_process() -> None:
    light = [Stone(number, (ALONE - 1) // 10) for number in range(10)]
    assert set(Processes(8).map(where, None, light)) == {os.getpid()}


def test_much_work_is_shared_with_this_process(two: Processes) -> None:
    assert os.getpid() in set(two.map(where, None, HEAVY))


def test_processes_are_kept_for_the_next_work(two: Processes) -> None:
    others = {pid for _ in range(3) for pid in two.map(slowly_where, None, HEAVY)} - {os.getpid()}
    assert len(others) == 1


def test_no_items_give_no_results(two: Processes) -> None:
    assert list(two.map(times, 1, [])) == []


@pytest.mark.parametrize("workers", [Here(), Processes(2)])
@pytest.mark.parametrize("wrong", [0, 30, 59])
def test_a_fault_says_with_which_item_it_happened(workers: Workers, wrong: int) -> None:
    with pytest.raises(ValueError, match="here") as caught:
        list(workers.map(stumble, wrong, HEAVY))
    assert f"It happened with stone {wrong}." in caught.value.__notes__


def test_a_failure_of_a_worker_arrives_whole(two: Processes) -> None:
    with pytest.raises(InputError) as caught:
        list(two.map(refuse, 5, HEAVY))
    assert (caught.value.path, caught.value.line, caught.value.hint) == ("a.po", 7, "hint")


def test_a_worker_that_is_killed_is_an_error_with_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STAY", str(os.getpid()))
    workers = Processes(2)
    with pytest.raises(I18nError, match="ended from outside") as caught:
        list(itertools.chain.from_iterable(workers.map(vanish, wrong, HEAVY) for wrong in range(60)))
    assert "--jobs 1" in caught.value.hint
    assert list(workers.map(times, 1, HEAVY)) == list(range(60)), "others take its place"
    workers.close()


def test_an_iterator_that_is_closed_early_leaves_no_process_behind() -> None:
    results = Processes(3).map(times, 1, HEAVY)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


class Counted:
    """A context that leaves a file for each time that it is packed or unpacked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __getstate__(self) -> Path:
        tempfile.mkstemp(prefix="packed", dir=self.folder)
        return self.folder

    def __setstate__(self, folder: Path) -> None:
        tempfile.mkstemp(prefix="unpacked", dir=folder)
        self.folder = folder


def slowly(context: Counted, stone: Stone) -> int:
    assert context.folder.exists()
    time.sleep(0.02)
    return stone.number


def test_the_context_is_packed_once_and_unpacked_once_in_each_process(tmp_path: Path) -> None:
    with contextlib.closing(Processes(3)) as workers:
        for times_over in (1, 2):
            assert list(workers.map(slowly, Counted(tmp_path), HEAVY)) == list(range(60))
            assert len(list(tmp_path.glob("packed*"))) == times_over
            assert len(list(tmp_path.glob("unpacked*"))) == 2 * times_over


def test_a_context_is_sent_no_longer_than_a_process_lacks_it() -> None:
    with contextlib.closing(Processes(2)) as workers:
        list(workers.map(slowly_where, None, HEAVY))  # now the process has started
        sent: list[bool] = []
        data = pools._Sent.data

        def noting(self: pools._Sent) -> bytes | None:
            found = data(self)
            sent.append(found is not None)
            return found

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(pools._Sent, "data", noting)
            list(workers.map(slowly_where, None, HEAVY))
    assert 1 <= sum(sent) <= 3
    assert not sent[-1]


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    program = (
        "import time, os, sys\nfrom pathlib import Path\n"
        "from tests.work.test_spreading import HEAVY, report\n"
        "from i18n.work import Processes\n"
        "if __name__ == '__main__':\n    list(Processes(2).map(report, sys.argv[1], HEAVY))\n"
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


def output_of(program: str, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody says how many threads there are")
def test_processes_are_forked_where_no_other_thread_may_hold_a_lock() -> None:
    program = """
import threading
from i18n.work.pool import _method
print(_method())
threading.Thread(target=threading.Event().wait, daemon=True).start()
print(_method())
"""
    assert output_of(program).split() == ["fork", "spawn"]


def test_a_lock_is_free_again_while_worker_processes_live(tmp_path: Path) -> None:
    program = """
import contextlib, sys
from tests.work.test_spreading import HEAVY, slowly_where
from i18n.store import LocalStore
from i18n.work import Processes
store = LocalStore(sys.argv[1])
with contextlib.closing(Processes(3)) as workers:
    with store.lock("area", []):
        list(workers.map(slowly_where, None, HEAVY))
    with store.lock("area", [], lambda: print("waiting")):
        print("mine")
"""
    assert output_of(program, str(tmp_path)).split() == ["mine"]


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

    monkeypatch.setattr(pools, "ProcessPoolExecutor", refuse)
    assert set(Processes(2).map(where, None, HEAVY)) == {os.getpid()}
