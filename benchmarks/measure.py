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
    """Peak resident bytes of the largest of its processes. 0: not sampled."""
    together: int
    """Highest sum of resident bytes of all its processes; shared pages count in each. 0: not sampled."""
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
        largest, together = watch.stop() if watch else (0, 0)
        output.seek(0)
        said = output.read()[-4000:].decode(errors="replace")
    if process.returncode not in accept:
        raise FailedError(f"{' '.join(map(str, command))}\nended with status {process.returncode}\n{said}")
    return Run(process.returncode, seconds, usage.ru_utime + usage.ru_stime, largest, together, said)


class _Watch:
    """Samples the memory of a process and all below it.

    Not from `wait4`: what it tells of a child begins with the size of the process that started it.
    """

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.largest = self.together = 0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._watch, daemon=True)
        self.thread.start()

    def _watch(self) -> None:
        while not self.over.wait(SAMPLE_SECONDS):
            sizes = resident(self.pid)
            self.largest = max(self.largest, *(peak for _, peak in sizes), 0)
            self.together = max(self.together, sum(now for now, _ in sizes))

    def stop(self) -> tuple[int, int]:
        self.over.set()
        self.thread.join()
        return self.largest, self.together


def resident(pid: int) -> list[tuple[int, int]]:
    """List the resident bytes, now and at their peak, of a process and its descendants; what is gone has none."""
    sizes = []
    waiting = [pid]
    while waiting:
        folder = Path("/proc") / str(waiting.pop())
        try:
            fields = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
            sizes.append((kibibytes(fields["VmRSS"]), kibibytes(fields["VmHWM"])))
            for task in (folder / "task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except (OSError, KeyError):
            continue
    return sizes


def kibibytes(value: str) -> int:
    """Read `   123 kB` of the kernel as bytes."""
    return int(value.split()[0]) * 1024
