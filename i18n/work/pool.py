"""How do processes share the chunks of some work, with results in the order of the chunks?"""

from __future__ import annotations

import contextlib
import functools
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextvars import ContextVar
from multiprocessing.connection import wait
from typing import Any, Generic, Literal

from i18n.errors import I18nError
from i18n.work.workers import Context, Result, Work, done

Part = tuple[Work, ...]
"""A chunk."""


class Pool:
    """Processes that work next to this one."""

    def __init__(self, workers: int) -> None:
        """Start none of them yet. Raises ImportError, NotImplementedError or OSError where there can be none."""
        self._workers = workers
        with _interruption_held_back():
            self._executor = ProcessPoolExecutor(workers, multiprocessing.get_context(_method()), initializer=_begin)
        self._maps = 0

    def map(
        self, function: Callable[[Context, Work], Result], context: Context, parts: Sequence[Part[Work]]
    ) -> Iterator[tuple[Result, ...]]:
        """Yield the results of each chunk.

        This process works too, so that nothing waits for the start of others. At any time there are only a few chunks
        under way: memory does not grow with their number. Raises `I18nError` if a process was ended from outside.
        """
        self._maps += 1
        sent = _Sent(self._maps, context, self._workers)
        ahead = min(2 * self._workers, len(parts) - 1)
        under_way: deque[_Task[tuple[Result, ...]]] = deque()
        try:
            for part in parts:
                task = _Task(functools.partial(_work, function, context, part))
                under_way.append(task)
                if sum(not one.done() for one in under_way) <= ahead:
                    with _interruption_held_back():
                        task.future = self._executor.submit(_work_there, function, sent.number, sent.data(), part)
                    task.future.add_done_callback(sent.note)
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
            self.close()
            for task in under_way:  # what was finished meanwhile is not lost
                if task.succeeded():
                    yield task.result()
            raise
        except BrokenProcessPool as error:
            raise I18nError(
                "A worker process was ended from outside.",
                "If memory ran out, run the command with --jobs 1; what was finished is kept.",
            ) from error

    def close(self) -> None:
        """End the processes, when they have finished what they are at."""
        self._executor.shutdown(wait=True, cancel_futures=True)


class _Sent:
    """The context of some work: made into bytes once, and sent along until every process has it."""

    def __init__(self, number: int, context: object, workers: int) -> None:
        self.number = number
        self._context = context
        self._workers = workers
        self._reached: set[int] = set()

    def data(self) -> bytes | None:
        """What is to be sent with the next chunk; None when no process lacks it."""
        return None if len(self._reached) >= self._workers else self._data

    @functools.cached_property
    def _data(self) -> bytes:
        return pickle.dumps(self._context)

    def note(self, future: Future[tuple[int, Any]]) -> None:
        """Learn from an answer which process has it now."""
        if not future.cancelled() and future.exception() is None:
            self._reached.add(future.result()[0])


class _Task(Generic[Result]):
    """One chunk: at work elsewhere, or done here."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self._results: list[Result] = []
        self.future: Future[tuple[int, Result]] | None = None

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
        return self._results[0] if self.future is None else self.future.result()[1]


def _work(function: Callable[[Context, Work], Result], context: Context, part: Part[Work]) -> tuple[Result, ...]:
    return tuple(done(function, context, item) for item in part)


_received: ContextVar[tuple[int, Any]] = ContextVar("received", default=(0, None))
"""In another process: the number and the context of the work under way, which is all that its tasks share."""


def _work_there(
    function: Callable[[Any, Work], Result], number: int, data: bytes | None, part: Part[Work]
) -> tuple[int, tuple[Result, ...]]:
    """Do a chunk in another process; says in which."""
    if data is not None and number != _received.get()[0]:
        _received.set((number, pickle.loads(data)))  # noqa: S301 - from the process that started this one
    return os.getpid(), _work(function, _received.get()[1], part)


@contextlib.contextmanager
def _interruption_held_back() -> Iterator[None]:
    """Start processes that never see an interruption: it is the parent's to handle. A new process inherits the mask."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _method() -> Literal["fork", "spawn"]:
    """How to start processes: a fork, which imports nothing again, copies locks too, which other threads may hold."""
    try:
        threads = len(os.listdir("/proc/self/task"))  # noqa: PTH208 - those of libraries too, which nobody else counts
    except OSError:
        return "spawn"
    return "fork" if threads == 1 else "spawn"


def _begin() -> None:
    """Prepare a worker: it ends when it is told to, and without a parent there is nothing to do for it."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    above = multiprocessing.parent_process()
    if above is not None:
        with contextlib.suppress(OSError):
            wait([above.sentinel])
        os._exit(1)
