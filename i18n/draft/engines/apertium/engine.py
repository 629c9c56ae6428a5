"""How is Apertium on this machine an engine?"""

from __future__ import annotations

import errno
import functools
import hashlib
import re
import shutil
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from i18n.draft.engine import Answer, Capability, Failure, Limits, Query, Readiness, Traffic, Translation
from i18n.draft.engines.apertium import doubts
from i18n.draft.engines.apertium.modes import FOLDER, Mode, Route, installed, packages, route
from i18n.draft.engines.apertium.names import restored, with_names
from i18n.draft.engines.apertium.pipe import Pipe
from i18n.draft.engines.apertium.stream import BLANKS, SUPERBLANKS, Encoded, decode, encode
from i18n.message import marks, packed

_PROGRAM = "apertium-wblank-mode"
_LONGEST = 100_000
_BATCH = 50
_WORD = re.compile(r"[^\W\d_]+")
_BEGINNING = re.compile(r"(?:^|[.!?] +)[^\W\d_]")
"""Up to the first letter of a sentence."""
_SPACE_BEFORE_MARK = re.compile(r" ([;:!?])")
_READING = 4
_UNKNOWN_LIMIT = 50
"""Percent of words known below which there is no draft: the rest would be the source text."""


class Apertium:
    """Rule-based translation by pipelines that stay open, one for each pair; texts never leave the machine."""

    name = "apertium"
    traffic = Traffic.NONE
    address = notice = ""
    capabilities: frozenset[Capability] = frozenset()
    limits = Limits(characters=_LONGEST, batch=_BATCH, concurrency=1)
    encodings = (BLANKS, SUPERBLANKS)

    def __init__(self, folder: Path = FOLDER, seconds: float = 15.0) -> None:
        """`folder` holds the modes; `seconds` is the deadline of a call; long texts have more."""
        self._folder = folder
        self._seconds = seconds
        self._pipes: dict[str, Pipe] = {}
        self._closed = False
        self._lock = threading.Lock()

    @functools.cached_property
    def version(self) -> str:
        """Apertium's version, a digest of the sizes of all data that its modes name, and how an answer is read."""
        sizes = hashlib.sha256()
        for mode in self._modes:
            pipeline = mode.path.read_text("utf-8", "replace")
            files = [Path(name) for name in re.findall(r"'([^']+)'", pipeline)]
            sizes.update(repr((mode.name, pipeline, [_size(file) for file in files])).encode())
        return f"{_program_version()}-{sizes.hexdigest()[:8]}-{_READING}"

    @functools.cached_property
    def _modes(self) -> tuple[Mode, ...]:
        return installed(self._folder)

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        """Tell whether the pair is installed, and if not, which packages have it."""
        del ask
        found = route(self._modes, source, target)
        if found is not None and shutil.which(_PROGRAM):
            return Readiness(ready=True, missing=found.note)
        needed = packages(source, target)
        if not needed:
            said = f"it does not translate from {source} to {target}"
            return Readiness.lacking(said, "`i18n engines` names the best that could.")
        what = f"{source} to {target} is not installed" if shutil.which(_PROGRAM) else "Apertium is not installed"
        line = f"sudo apt-get install --no-install-recommends apertium {' '.join(needed)}"
        return Readiness.lacking(what, line)

    def translate(self, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
        """Translate, by way of Spanish if there is no direct pair."""
        found = route(self._modes, source, target)
        if found is None or not shutil.which(_PROGRAM):
            failure = Failure(self.readiness(source, target).missing, broken=True, final=True)
            return (failure,) * len(queries)
        masked = [with_names(query.tokens, source) for query in queries]
        answers: list[Answer] = [Translation(tokens) for tokens, _ in masked]
        for mode in found.modes:
            answers = self._leg(mode, answers, encoding, pivot=mode.source == found.pivot)
        asked = zip(answers, queries, masked, strict=True)
        return tuple(detailed(answer, found, query.tokens, names) for answer, query, (_, names) in asked)

    def _leg(self, mode: Mode, answers: Sequence[Answer], encoding: str, *, pivot: bool) -> list[Answer]:
        open_ones = [answer for answer in answers if isinstance(answer, Translation)]
        encoded = [encode(answer.tokens, encoding) for answer in open_ones]
        try:
            replies = self._pipe(mode).translate([each.text for each in encoded])
        except OSError as error:
            failure = Failure(f"its pipeline could not be started: {error.strerror}", broken=True, final=True)
            return [answer if isinstance(answer, Failure) else failure for answer in answers]
        if self._closed:
            return [Failure("it was closed", broken=True)] * len(answers)
        results = iter(
            answered(reply, each, before, pivot=pivot)
            for reply, each, before in zip(replies, encoded, open_ones, strict=True)
        )
        return [answer if isinstance(answer, Failure) else next(results) for answer in answers]

    def _pipe(self, mode: Mode) -> Pipe:
        with self._lock:
            if self._closed:
                raise OSError(errno.ESHUTDOWN, "it was closed")
            if mode.name not in self._pipes:
                self._pipes[mode.name] = Pipe(_pipeline(mode), self._seconds)
            return self._pipes[mode.name]

    def __enter__(self) -> Self:
        self._closed = False
        return self

    def __exit__(self, *raised: object) -> None:
        with self._lock:
            self._closed = True
            pipes, self._pipes = self._pipes, {}
        for pipe in pipes.values():
            pipe.close()


def _pipeline(mode: Mode) -> str:
    """The shell command of a mode, with word-bound blanks and null flush. Raises OSError if it cannot be made."""
    made = subprocess.run([_PROGRAM, "-z", str(mode.path)], capture_output=True, check=False, timeout=30)
    command = made.stdout.decode("utf-8", "replace").strip()
    if made.returncode or not command:
        raise OSError(made.returncode, f"{_PROGRAM} gave no pipeline for {mode.name}")
    return command


def answered(reply: str | None, encoded: Encoded, before: Translation, *, pivot: bool = False) -> Answer:
    """Read what came out of a pipeline; a reply of None is no answer. `pivot`: it reads the language between two."""
    if reply is None:
        return Failure("it gave no certain answer in time")
    decoded = decode(reply, encoded, before.tokens)
    if decoded.fault:
        return Failure(decoded.fault)
    known = decoded.words - len(decoded.unknown) - len(decoded.bare)
    if known * 100 < _UNKNOWN_LIMIT * max(1, decoded.words):
        return Failure("it knows too few of the words")
    more = (*doubts.unknown(decoded.unknown, before.doubtful, pivot=pivot), *doubts.bare(decoded.bare))
    return Translation(_tidied(decoded.tokens, before.tokens), doubtful=(*before.doubtful, *more))


def _tidied(tokens: tuple[marks.Token, ...], before: Sequence[marks.Token]) -> tuple[marks.Token, ...]:
    """Undo Apertium's changes to the first word (`the`: `El`, `Water`: `EL agua`) and to spaces before punctuation."""
    source, answer = packed.pack(before), packed.pack(tokens)
    answer = _SPACE_BEFORE_MARK.sub(lambda found: found[0] if found[0] in source else found[1], answer)
    if not source[:1].isspace():
        answer = answer.lstrip()  # where a pronoun of the source is gone
    answer = _BEGINNING.sub(lambda found: found[0].upper(), answer) if _is_begun(source, answer) else answer
    first, at = _WORD.search(source), _WORD.search(answer)
    if first and at and not first[0].isupper():
        word = at[0].capitalize() if at[0].isupper() and len(at[0]) > 1 else at[0]
        word = word[0].lower() + word[1:] if first[0][0].islower() else word
        answer = answer[: at.start()] + word + answer[at.end() :]
    return packed.unpack(answer)


def _is_begun(source: str, answer: str) -> bool:
    """Whether every sentence of the source begins with a capital: one may be lost with a pronoun."""
    said, made = _BEGINNING.findall(source), _BEGINNING.findall(answer)
    return len(said) == len(made) and all(each[-1].isupper() for each in said)


def detailed(answer: Answer, found: Route, source: Sequence[marks.Token], names: Mapping[marks.Mark, str]) -> Answer:
    """Put names back where placeholders stand for them, and add what to look at and the route that a text took."""
    if isinstance(answer, Failure):
        return answer
    tokens = restored(answer.tokens, names)
    doubtful = doubts.doubts(source, tokens, answer.doubtful, names.values(), found.source, found.target)
    detail = " ".join(filter(None, (found.name, found.variant)))
    return Translation(tokens, detail=detail, doubtful=doubtful, pivot=found.pivot)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return -1


@functools.cache
def _program_version() -> str:
    program = shutil.which("apertium")
    if program is None:
        return "0"
    said = subprocess.run([program, "-V"], capture_output=True, text=True, check=False, timeout=30).stdout
    found = re.search(r"\d+(?:\.\d+)+", said)
    return found[0] if found else "unknown"
