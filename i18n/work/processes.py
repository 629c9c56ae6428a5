"""How is work spread over the processors? In chunks of about equal size, by processes that are kept until the end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from i18n.work.workers import Context, Here, Result, Work

if TYPE_CHECKING:
    from i18n.work.pool import Pool

ALONE = 200_000
"""Bytes of articles under which starting processes (0.1 s and the imports of each) costs more than it saves."""
CHUNK = 100_000
"""Bytes of articles in a task: sending it and its answer (under a millisecond) is then nothing compared to its work."""


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def chunks(items: Iterable[Work], limit: int = CHUNK) -> Iterator[tuple[Work, ...]]:
    """Cut into runs of consecutive items of at least `limit` bytes (the last one may be smaller); none is empty."""
    run: list[Work] = []
    weight = 0
    for item in items:
        run.append(item)
        weight += item.size
        if weight >= limit:
            yield tuple(run)
            run, weight = [], 0
    if run:
        yield tuple(run)


class Processes:
    """This process, and others that work next to it: started when there is enough to do, and kept until closed."""

    def __init__(self, jobs: int) -> None:
        """`jobs` is the number of processes, this one among them."""
        self._jobs = jobs
        self._pool: Pool | None = None

    def map(
        self, function: Callable[[Context, Work], Result], context: Context, items: Sequence[Work]
    ) -> Iterator[Result]:
        """Yield the result of every item, some at a time; little is done in this process alone."""
        parts = list(chunks(items))
        pool = self._started() if len(parts) > 1 and sum(item.size for item in items) >= ALONE else None
        if pool is None:
            yield from Here().map(function, context, items)
            return
        try:
            for results in pool.map(function, context, parts):
                yield from results
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End the other processes, when they have finished what they are at."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()

    def _started(self) -> Pool | None:
        """The other processes; None if the system has no room for their semaphores (a container without /dev/shm)."""
        if self._pool is None and self._jobs > 1:
            from i18n.work.pool import Pool  # multiprocessing is worth its time only now

            try:
                self._pool = Pool(self._jobs - 1)
            except (ImportError, NotImplementedError, OSError):
                return None
        return self._pool
