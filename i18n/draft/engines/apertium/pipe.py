"""How is one of Apertium's pipelines kept running and asked for translations?

A process a sentence costs a third of a second, a running pipeline a few milliseconds. In null-flush mode each stage
hands on what it has at every NUL. An answer counts only with the end mark that was sent along with its text: a killed
stage answers NULs, an unlucky character makes every later answer empty. If in doubt, the whole process group is ended
and started again (a quarter of a second).
"""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from typing import IO

_END = "[].[][{number}]"
_CHUNK = 1 << 16
_GRACE = 1.0
"""Seconds that a pipeline has to end by itself."""


class Pipe:
    """A pipeline that translates texts in Apertium's stream format; from several threads, one after the other."""

    def __init__(
        self, command: str, seconds: float, seconds_per_character: float = 0.002, seconds_to_start: float = 15.0
    ) -> None:
        """The deadline of an answer is the sum of what applies: a pipeline reads its dictionaries when it starts."""
        self._command = command
        self._seconds = seconds
        self._seconds_to_start = seconds_to_start
        self._seconds_per_character = seconds_per_character
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._fresh = True
        self._sent = 0
        self._lock = threading.Lock()

    @property
    def group(self) -> int | None:
        """Id of the running process group; None if no process is running."""
        process = self._process
        return process.pid if process else None

    def translate(self, texts: Sequence[str]) -> tuple[str | None, ...]:
        """Translate texts that hold no NUL; None for one that even a fresh pipeline gave no certain answer to.

        After `close` nothing is started any more, and the answers are None.

        Raises OSError if the shell cannot be started. Whatever is raised, no process is left in doubt.
        """
        with self._lock:
            answers: list[str | None] = list(self._exchange(texts))
            while len(answers) < len(texts):
                # The first text without an answer is asked alone: if it is to blame, only it has no answer.
                answers.extend(self._exchange(texts[len(answers) : len(answers) + 1]) or [None])
                answers.extend(self._exchange(texts[len(answers) :]))
            return tuple(answers)

    def close(self) -> None:
        """End the pipeline for good, also in the middle of a call; may be called again, and from any thread."""
        self._closed = True
        if (group := self.group) is not None:
            _signal(group, signal.SIGKILL)
        with self._lock:
            self._stop()

    def _exchange(self, texts: Sequence[str]) -> list[str]:
        """Send texts and read their answers up to the first doubtful one; then the pipeline is ended."""
        if not texts or self._closed:
            return []
        answers: list[str] = []
        patience = self._seconds + self._seconds_per_character * sum(map(len, texts))
        try:
            process = self._running()
            if self._fresh:
                patience += self._seconds_to_start
            assert process.stdin is not None
            assert process.stdout is not None
            ends = []
            for _ in texts:
                self._sent += 1
                ends.append(_END.format(number=self._sent))
            data = b"".join(f"{text}{end}\0".encode() for text, end in zip(texts, ends, strict=True))
            deadline = time.monotonic() + patience
            for frame, end in zip(
                _frames(process.stdin, process.stdout, data, len(texts), deadline), ends, strict=False
            ):
                answer = frame.decode(errors="replace")
                if not answer.endswith(end):
                    break
                answers.append(answer.removesuffix(end))
                self._fresh = False
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            if len(answers) < len(texts):
                self._stop()
        return answers

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self._stop()
        if self._process is None:
            self._fresh = True
            self._process = subprocess.Popen(
                # The shell outlives a TERM to the group, so that it can wait for the stages it started.
                ["/bin/sh", "-c", f"trap : TERM\n{self._command}", "apertium", "-g", ""],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                bufsize=0,
                env={**os.environ, "LC_ALL": "C.UTF-8"},
            )
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            os.set_blocking(self._process.stdin.fileno(), False)
            os.set_blocking(self._process.stdout.fileno(), False)
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        try:
            for number in (signal.SIGTERM, signal.SIGCONT):
                _signal(process.pid, number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_GRACE)
        finally:
            _signal(process.pid, signal.SIGKILL)
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):
                        stream.close()


def _signal(group: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)


def _frames(source: IO[bytes], sink: IO[bytes], data: bytes, count: int, deadline: float) -> list[bytes]:
    """Write everything and read up to `count` frames that end with NUL, until the deadline."""
    pending = memoryview(data)
    buffer = bytearray()
    got = 0
    with selectors.DefaultSelector() as selector:
        selector.register(sink, selectors.EVENT_READ)
        selector.register(source, selectors.EVENT_WRITE)
        while got < count:
            left = deadline - time.monotonic()
            if left <= 0:
                break
            for key, _ in selector.select(left):
                if key.fileobj is source:
                    with contextlib.suppress(BlockingIOError):
                        pending = pending[os.write(source.fileno(), pending[:_CHUNK]) :]
                    if not pending:
                        selector.unregister(source)
                    continue
                chunk = os.read(sink.fileno(), _CHUNK)
                if not chunk:
                    return bytes(buffer).split(b"\0")[:-1]
                got += chunk.count(b"\0")
                buffer += chunk
    return bytes(buffer).split(b"\0")[:-1]
