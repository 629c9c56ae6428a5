"""How long does a command take, and how much memory does it hold? All processes that it starts are counted."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

Command = Sequence[str]

SAMPLE_SECONDS = 0.01


@dataclass(frozen=True, slots=True)
class Run:
    """What one command did."""

    status: int
    seconds: float
    """Wall clock, from before the process starts until it is gone."""
    cpu: float
    """Seconds that processors were at work for it and all it started, in the kernel too."""
    largest: int
    """Peak resident bytes of the largest of its processes, as the kernel counted."""
    together: int
    """Highest sum of resident bytes of all its processes, as sampled; shared pages count in each. 0: not sampled."""
    said: str
    """The end of what it wrote on either stream."""


class FailedError(Exception):
    """A command under measurement did not do what it was asked to."""


def run(command: Command, folder: Path, *, accept: Sequence[int] = (0,), sample: bool = False) -> Run:
    """Run one command in `folder`, with nothing to read.

    Raises FailedError for an exit status that is not accepted.
    """
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment
        )
        watch = _Watch(process.pid) if sample else None
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        together = watch.stop() if watch else 0
        output.seek(0)
        said = output.read()[-4000:].decode(errors="replace")
    if process.returncode not in accept:
        raise FailedError(f"{' '.join(map(str, command))}\nended with status {process.returncode}\n{said}")
    return Run(process.returncode, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, together, said)


class _Watch:
    """Samples the memory of a process and all below it."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.peak = 0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._watch, daemon=True)
        self.thread.start()

    def _watch(self) -> None:
        while not self.over.wait(SAMPLE_SECONDS):
            self.peak = max(self.peak, resident(self.pid))

    def stop(self) -> int:
        self.over.set()
        self.thread.join()
        return self.peak


def resident(pid: int) -> int:
    """Sum the resident bytes of a process and its descendants; what is gone meanwhile counts nothing."""
    total = 0
    waiting = [pid]
    while waiting:
        folder = Path("/proc") / str(waiting.pop())
        try:
            total += int((folder / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
            for task in (folder / "task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return total
