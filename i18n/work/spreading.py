"""How is work spread over the processors? In chunks of about equal size, with results in the order of the items."""

from __future__ import annotations

import contextlib
import functools
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Generic, Protocol, TypeVar

from i18n.errors import I18nError

ALONE = 200_000
"""Bytes of articles under which starting processes (0.1 s and the imports of each) costs more than it saves."""
CHUNK = 100_000
"""Bytes of articles in a task: sending it and its answer (under a millisecond) is then nothing beside its work."""


class Item(Protocol):
    """What work is done on: a small value, as it travels to the process that does it."""

    @property
    def size(self) -> int:
        """Bytes of the article, as a measure of the work."""

    @property
    def reference(self) -> str:
        """What to call it when the work goes wrong."""


Work = TypeVar("Work", bound=Item)
Context = TypeVar("Context")
Result = TypeVar("Result")


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


def spread(
    function: Callable[[Context, Work], Result], context: Context, items: Sequence[Work], jobs: int
) -> Iterator[tuple[Result, ...]]:
    """Yield what `function(context, item)` returns for every item: some at a time, in the order of the items.

    With one job, or little to do, all happens in this process. Otherwise this process works too, beside `jobs - 1`
    others, so that nothing waits for their start. At any time there are only a few chunks under way: memory does not
    grow with the number of items. What `function` raises is raised here; failures that must not stop the rest are
    values. Closing the iterator, or an interruption, drops the chunks that have not begun.
    """
    parts = list(chunks(items))
    alone = jobs <= 1 or len(parts) < 2 or sum(item.size for item in items) < ALONE
    executor = None if alone else _executor(min(jobs, len(parts)) - 1)
    if executor is None:
        for part in parts:
            yield _work(function, context, part)
        return
    try:
        yield from _shared_out(executor, function, context, parts, 2 * (jobs - 1))
    except BrokenProcessPool as error:
        raise I18nError(
            "A worker process was ended from outside.",
            "If memory ran out, run the command with --jobs 1; what was finished is kept.",
        ) from error
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _executor(workers: int) -> ProcessPoolExecutor | None:
    """Make the processes' pool; none where the system has no room for its semaphores (a container without /dev/shm)."""
    try:
        return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_begin)
    except (ImportError, NotImplementedError, OSError):
        return None


def _work(function: Callable[[Context, Work], Result], context: Context, part: tuple[Work, ...]) -> tuple[Result, ...]:
    results = []
    for item in part:
        try:
            results.append(function(context, item))
        except Exception as error:
            error.add_note(f"It happened with {item.reference}.")
            raise
    return tuple(results)


def _shared_out(
    executor: ProcessPoolExecutor,
    function: Callable[[Context, Work], Result],
    context: Context,
    parts: Sequence[tuple[Work, ...]],
    ahead: int,
) -> Iterator[tuple[Result, ...]]:
    under_way: deque[_Task[tuple[Result, ...]]] = deque()
    try:
        for part in parts:
            task = _Task(functools.partial(_work, function, context, part))
            under_way.append(task)
            if sum(not one.done() for one in under_way) <= ahead:
                with _interruption_held_back():
                    task.future = executor.submit(_work, function, context, part)
            else:
                task.work_here()
            while under_way and under_way[0].done():
                yield under_way.popleft().result()
        for task in reversed(under_way):
            if task.future is not None and task.future.cancel():
                task.work_here()
        while under_way:
            yield under_way.popleft().result()
    except KeyboardInterrupt:
        executor.shutdown(wait=True, cancel_futures=True)
        for task in under_way:  # what was finished meanwhile is not lost
            if task.succeeded():
                yield task.result()
        raise


class _Task(Generic[Result]):
    """One chunk: at work elsewhere, or done here."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self._results: list[Result] = []
        self.future: Future[Result] | None = None

    def work_here(self) -> None:
        """Do the work in this process."""
        self.future = None
        self._results.append(self._work())

    def done(self) -> bool:
        """Whether asking for the result takes no time."""
        return bool(self._results) or (self.future is not None and self.future.done())

    def succeeded(self) -> bool:
        """Whether there is a result."""
        future = self.future
        return (
            bool(self._results)
            if future is None
            else future.done() and not future.cancelled() and not future.exception()
        )

    def result(self) -> Result:
        """The result; waits for it. Raises what the work raised."""
        return self._results[0] if self.future is None else self.future.result()


@contextlib.contextmanager
def _interruption_held_back() -> Iterator[None]:
    """Start processes that never see an interruption: it is the parent's to handle. A new process inherits the mask."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Prepare a worker: without a parent there is nothing to do for it."""
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    above = multiprocessing.parent_process()
    if above is not None:
        with contextlib.suppress(OSError):
            wait([above.sentinel])
        os._exit(1)
