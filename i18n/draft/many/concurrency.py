"""How many calls are under way at once, and what happens to them when a run is interrupted?"""

from __future__ import annotations

import concurrent.futures
import contextlib
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

_GRACE = 3.0
"""Seconds that calls under way have to end when a run is interrupted: they may be paid for."""

_TURN = 0.0005
"""Seconds that one thread may compute while others wait. With Python's own 5 ms an answer that has arrived waits so
long for its turn that the engine idles: 2,000 requests of 50 ms, four at once, took 26 % more than they need."""

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")


class Direct(Executor):
    """An executor that does what it is given at once, in the thread that gives it."""

    def submit(
        self, fn: Callable[_Parameters, _Result], /, *args: _Parameters.args, **kwargs: _Parameters.kwargs
    ) -> Future[_Result]:
        """Do it; what it raises is raised here, an interruption too."""
        future: Future[_Result] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@contextlib.contextmanager
def executor(count: int) -> Iterator[Executor]:
    """Give an executor of that many threads; for a count of 1 it works in this one, so that local engines stay simple.

    Whatever is raised inside, nothing that waits is begun any more, and calls under way have a moment to end.
    """
    if count <= 1:
        yield Direct()
        return
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        with _Threads(count, thread_name_prefix="draft") as threads:
            yield threads
    finally:
        sys.setswitchinterval(before)


class _Threads(ThreadPoolExecutor):
    """Threads that know what they have been given."""

    def __init__(self, count: int, thread_name_prefix: str) -> None:
        super().__init__(count, thread_name_prefix)
        self._given: set[Future[Any]] = set()

    def submit(
        self, fn: Callable[_Parameters, _Result], /, *args: _Parameters.args, **kwargs: _Parameters.kwargs
    ) -> Future[_Result]:
        future = super().submit(fn, *args, **kwargs)
        self._given.add(future)
        future.add_done_callback(self._given.discard)
        return future

    def __exit__(self, *raised: object) -> None:
        self.shutdown(wait=raised[0] is None, cancel_futures=raised[0] is not None)
        if raised[0] is not None:
            begun = [future for future in self._given if not future.cancelled()]
            concurrent.futures.wait(begun, timeout=_GRACE)
