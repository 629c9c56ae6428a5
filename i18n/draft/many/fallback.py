"""How is each message offered to one engine after the other, until one has a draft?"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from i18n.draft.engine import Answer, Capability, Engine, Failure, Query, Readiness
from i18n.draft.many.context import restricted, without_names
from i18n.draft.one.judging import judged
from i18n.draft.one.strategy import Ask, Draft, Message, NoDraft, Strategy, Verdict, strategy
from i18n.markdown.inline import NestingError
from i18n.message.terms import Facts
from i18n.privacy.redaction import Redaction

Send = Callable[[Engine, Sequence[Query], str, str, str], tuple[Answer, ...]]
"""Has an engine translate queries from a source locale into a target locale, in an encoding."""
_PATIENCE = 5
"""Failures in a row after which an engine is asked no more in a run."""


def direct(engine: Engine, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
    """Ask an engine itself."""
    return engine.translate(queries, source, target, encoding)


@dataclass(frozen=True, slots=True)
class Task:
    """A message, and the engines that may be asked for it. Equal tasks have equal results."""

    message: Message
    engines: tuple[int, ...]
    """Indices into the engines of the fallback order, ascending."""


@dataclass(frozen=True, slots=True)
class TaskResult:
    """What came of a task."""

    draft: Draft | None = None
    engine: str = ""
    """The engine that made the draft; empty without a draft."""
    reasons: tuple[str, ...] = ()
    """The reason of each engine that has no draft."""
    refusals: tuple[str, ...] = ()
    """Those of `reasons` where an engine answered, and its answer was not good enough."""
    broken: bool = False
    """Whether an engine failed: the message may get a draft another time."""
    unready: bool = False
    """Whether an engine lacks something that it may have another time."""


@dataclass(slots=True)
class FallbackOrder:
    """The engines of one locale in the order to be tried. `solve` may be called from several threads at once."""

    engines: tuple[Engine, ...]
    source: str
    """BCP 47."""
    target: str
    names: Redaction | None = None
    """Names that are kept from every engine, also from one that sends nothing: it would translate or inflect them."""
    estimating: bool = False
    """Engines only count what they are given: the first one that would be asked is the last, and no engine is given up.
    No server is asked anything."""
    languages: tuple[str, ...] = ()
    """Those of the project, BCP 47: a draft in the wrong language is in one of them."""
    send: Send = direct
    facts: Facts | None = None
    """Writes dates, numbers and references, which no engine is given."""
    _ended: dict[str, NoDraft] = field(default_factory=dict)
    """Why an engine is asked no more, by its name."""
    _failures: dict[str, int] = field(default_factory=dict)
    """How often in a row an engine failed, by its name."""
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _semaphores: dict[str, threading.BoundedSemaphore] = field(init=False)
    """For each engine by its name: admits no more calls than it takes at once."""
    concurrency: int = field(init=False)
    """Calls of `solve` that are useful at once.

    Twice as many as an engine takes, if that is more than one: while some wait for it, others take texts apart and put
    them together, and the engine is never idle.
    """
    batch: int = field(init=False)
    """Tasks for one call of `solve`: as many as the first engine takes at once; 1 or more."""
    _ready: dict[str, Readiness] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find out how much the engines take at once.

        No server is asked anything for that, but only once there is a task for it: a server that may not have any text
        of this run hears nothing.
        """
        self._semaphores = {each.name: threading.BoundedSemaphore(each.limits.concurrency) for each in self.engines}
        useful = [each.limits for each in self.engines if each.readiness(self.source, self.target).ready]
        most = max((limits.concurrency for limits in useful), default=1)
        self.concurrency = most if most == 1 else 2 * most
        self.batch = useful[0].batch if useful else 1

    def task(self, message: Message, engines: Sequence[int]) -> Task:
        """Ask these engines for a message, without the names that must not leave.

        Context that no engine of them uses is left out: so more tasks are equal.
        """
        capabilities = frozenset[Capability]().union(*(self.engines[number].capabilities for number in engines))
        context = without_names(message.context, self.names) if self.names else message.context
        told = replace(message, context=restricted(context, capabilities), names=self.names, facts=self.facts)
        return Task(told, tuple(engines))

    def solve(self, tasks: Sequence[Task]) -> tuple[TaskResult, ...]:
        """Ask each engine in turn for the tasks that have no draft yet; as many results, in their order."""
        results = [TaskResult() for _ in tasks]
        for number, engine in enumerate(self.engines):
            todo = [at for at, task in enumerate(tasks) if number in task.engines and self._is_open(results[at])]
            if not todo:
                continue
            readiness = self._readiness(engine)
            if not readiness.ready:
                for at in todo:
                    noted = _noted(results[at], f"{engine.name}: {_lack(readiness)}")
                    results[at] = replace(noted, broken=noted.broken or readiness.broken, unready=True)
                continue
            for at, verdict in zip(todo, self._asked(engine, [tasks[at].message for at in todo]), strict=True):
                results[at] = _with(results[at], engine.name, verdict)
        return tuple(results)

    def _is_open(self, result: TaskResult) -> bool:
        return result.draft is None and not (self.estimating and result.broken)

    def _readiness(self, engine: Engine) -> Readiness:
        with self._lock:
            known = self._ready.get(engine.name)
        if known is None:
            known = engine.readiness(self.source, self.target, ask=not self.estimating)
            with self._lock:
                self._ready[engine.name] = known
        return known

    def _asked(self, engine: Engine, messages: Sequence[Message]) -> list[Verdict]:
        """Run the strategies of all messages in step, so that what they ask in one encoding is sent in batches."""
        strategies = [strategy(self._for_engine(each, engine), engine.encodings, engine.limits) for each in messages]
        verdicts: dict[int, Verdict] = {}
        asks: dict[int, Ask] = {}
        for number, each in enumerate(strategies):
            _advance(number, each, None, asks, verdicts)
        while asks:
            for encoding in engine.encodings:
                waiting = {number: ask for number, ask in asks.items() if ask.encoding == encoding}
                queries = [query for ask in waiting.values() for query in ask.queries]
                answers = iter(self._answers(engine, queries, encoding))
                for number, ask in waiting.items():
                    del asks[number]
                    got = tuple(itertools.islice(answers, len(ask.queries)))
                    _advance(number, strategies[number], got, asks, verdicts)
        return [
            judged(engine.name, message, verdicts[number], self.source, self.target, self.languages)
            for number, message in enumerate(messages)
        ]

    def _for_engine(self, message: Message, engine: Engine) -> Message:
        """The message with the context that an engine uses."""
        return replace(message, context=restricted(message.context, engine.capabilities))

    def _answers(self, engine: Engine, queries: Sequence[Query], encoding: str) -> list[Answer]:
        answers: list[Answer] = []
        for batch in _batches(queries, engine.limits.batch, engine.limits.call):
            with self._semaphores[engine.name]:
                ended = self._ended.get(engine.name)
                if ended is not None:
                    answers.extend(Failure(ended.reason, broken=True, final=True) for _ in batch)
                    continue
                got = self.send(engine, batch, self.source, self.target, encoding)
            self._count_failures(engine, got)
            answers.extend(got)
        return answers

    def _count_failures(self, engine: Engine, answers: Iterable[Answer]) -> None:
        with self._lock:
            for answer in answers if not self.estimating else ():
                if not isinstance(answer, Failure) or not (answer.broken or answer.final):
                    self._failures[engine.name] = 0
                    continue
                count = self._failures[engine.name] = self._failures.get(engine.name, 0) + 1
                if answer.final or count == _PATIENCE:
                    self._ended.setdefault(engine.name, NoDraft(answer.reason, broken=True, final=True))


def _lack(readiness: Readiness) -> str:
    hint = readiness.hint.removesuffix(".")
    return f"{readiness.missing} ({hint})" if hint else readiness.missing


def _batches(queries: Sequence[Query], most: int, characters: int) -> Iterator[list[Query]]:
    """Cut into calls of at most so many texts and characters; a text alone may have more."""
    batch: list[Query] = []
    length = 0
    for query in queries:
        if batch and (len(batch) >= most or length + query.characters > characters):
            yield batch
            batch, length = [], 0
        batch.append(query)
        length += query.characters
    if batch:
        yield batch


def _advance(
    number: int, each: Strategy, answers: tuple[Answer, ...] | None, asks: dict[int, Ask], verdicts: dict[int, Verdict]
) -> None:
    try:
        asks[number] = next(each) if answers is None else each.send(answers)
    except StopIteration as done:
        verdicts[number] = done.value
    except NestingError:
        verdicts[number] = NoDraft("its answer nests markup that the text does not have")


def _with(result: TaskResult, engine: str, verdict: Verdict) -> TaskResult:
    if isinstance(verdict, Draft):
        return replace(result, draft=verdict, engine=engine)
    if verdict.idle:
        return replace(result, reasons=(verdict.reason,))
    reason = f"{engine}: {verdict.reason}"
    noted = _noted(result, reason)
    if verdict.broken:
        return replace(noted, broken=True)
    return replace(noted, refusals=(*noted.refusals, reason))


def _noted(result: TaskResult, reason: str) -> TaskResult:
    return replace(result, reasons=(*result.reasons, reason))
