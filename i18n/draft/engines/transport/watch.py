"""When is a request given up, whatever it waits for?

A timeout of a socket is for one read only: a server that sends a byte now and then, headers included, would hold a
request for ever. So each request has a deadline, at which a thread shuts its socket down.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

_current = threading.local()


class Call:
    """A request under way."""

    __slots__ = ("_lock", "_socket", "deadline", "is_cut")

    def __init__(self, deadline: float) -> None:
        self.deadline = deadline
        """Monotonic seconds."""
        self.is_cut = False
        """Whatever arrived since is worthless: an answer without a length looks whole when it is cut."""
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None

    def note(self, connection: socket.socket) -> None:
        """Note the socket that it waits for."""
        with self._lock:
            self._socket = connection
            if self.is_cut:
                self._shut()

    def cut(self) -> None:
        """Give the request up, from any thread; it fails at once."""
        with self._lock:
            self.is_cut = True
            self._shut()

    def _shut(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):  # not by SSLSocket's own method, which would read on without TLS
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


def waits_for(connection: socket.socket | None) -> None:
    """Note the socket that the call of this thread waits for, if there are a call and a socket."""
    call: Call | None = getattr(_current, "call", None)
    if call is not None and connection is not None:
        call.note(connection)


class Watch:
    """Cuts calls whose time is up. Its thread lives while there are calls, and a while longer."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._calls: set[Call] = set()
        self._thread: threading.Thread | None = None
        self._wakes = 0.0
        """When the thread looks again by itself; monotonic seconds."""

    @contextlib.contextmanager
    def over(self, deadline: float) -> Iterator[Call]:
        """Watch the request that this thread sends in the block."""
        call = Call(deadline)
        with self._changed:
            self._calls.add(call)
            if self._thread is None:
                self._wakes = deadline
                self._thread = threading.Thread(target=self._run, name="i18n-deadlines", daemon=True)
                self._thread.start()
            elif deadline < self._wakes:
                self._wakes = deadline
                self._changed.notify()
        _current.call = call
        try:
            yield call
        finally:
            _current.call = None
            with self._changed:
                self._calls.discard(call)

    def cut(self) -> None:
        """Cut every call, and leave no thread behind."""
        with self._changed:
            calls, thread = tuple(self._calls), self._thread
            self._calls.clear()
            self._wakes = 0.0
            self._changed.notify()
        for call in calls:
            call.cut()
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        with self._changed:
            while self._calls:
                now = time.monotonic()
                for call in [call for call in self._calls if call.deadline <= now]:
                    self._calls.discard(call)
                    call.cut()
                # A call that ends well wakes nobody; the next one is mostly there before the deadline of the first.
                self._wakes = min((call.deadline for call in self._calls), default=now)
                self._changed.wait(max(0.0, self._wakes - time.monotonic()))
            self._thread = None
