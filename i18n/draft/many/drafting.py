"""Which messages get a draft, and from which engine?"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from i18n.catalog.advice import advice
from i18n.catalog.origin import is_untouched_draft, mark, refusal
from i18n.draft.engine import Engine, Why
from i18n.draft.many import concurrency, dispatch
from i18n.draft.many.fallback import FallbackOrder, Send, TaskResult, direct
from i18n.draft.many.memory import NAME as MEMORY
from i18n.draft.many.memory import MemoryStep
from i18n.draft.many.recollection import Recollect, Recollection, Recollector
from i18n.draft.many.request import Request
from i18n.draft.many.sentence_memory import Patchwork
from i18n.draft.one.strategy import Draft, NoDraft, Verdict, is_unsure, without_words
from i18n.locales.names import name_in
from i18n.message.terms import Facts
from i18n.message.wordless import is_wordless
from i18n.model import Unit
from i18n.privacy.redaction import Redaction

_KEPT = "its article keeps it from the engines: it is private, a draft, or says `mt`"
COPY = "copy"
"""Who drafts what has no words."""
_AHEAD = 16
"""Batches a thread that may be under way or done while an earlier message waits, or its catalog is being written."""


@dataclass(frozen=True, slots=True)
class DraftOutcome:
    """What became of a request."""

    request: Request
    unit: Unit
    """What to write in the place of the request's unit; the very same one if nothing changes."""
    engine: str = ""
    """Who drafted it; empty when nobody did."""
    reason: str = ""
    """Why there is no draft, without any text of the message; empty when there is one."""
    broken: bool = False
    """Whether an engine failed: the message may get a draft another time (exit status 4)."""
    open: bool = False
    """Whether the same engines may have a draft another time, as one failed or lacks something."""


def wanted(unit: Unit, *, redo: bool = False) -> bool:
    """Tell whether a unit may be drafted: it is empty, or with `redo` an untouched draft of a machine."""
    if unit.obsolete or not unit.msgid or unit.msgid_plural is not None:
        return False
    return not unit.msgstr or (redo and is_untouched_draft(unit))


def permitted(engine: Engine, request: Request) -> bool:
    """Tell whether a message may be given to an engine (the contract's rules for private articles and `mt`)."""
    return request.mt != "off" and not is_kept(engine, request)


def is_kept(engine: Engine, request: Request) -> bool:
    """Tell whether a message may be drafted, but not where this engine sends it."""
    return request.mt != "off" and request.is_confined and not engine.traffic.local


def draft(
    requests: Iterable[Request],
    engines: Sequence[Engine],
    source: str,
    target: str,
    *,
    memory: MemoryStep | None = None,
    recollect: Recollect | None = None,
    send: Send = direct,
    redo: bool = False,
    names: Redaction | None = None,
    estimating: bool = False,
    languages: Sequence[str] = (),
    facts: Facts | None = None,
) -> Generator[DraftOutcome, None, None]:
    """Draft the messages of one locale, in the order of the requests; those not `wanted` are passed over.

    `source` and `target` are BCP 47. Each engine in turn, and the `memory` in its place among them, is asked for the
    messages that have no draft yet and that it may see; equal messages are sent once. `recollect` asks the memory
    otherwise than here and one after the other. Engines are asked by `send`, with as many calls under way at once as
    they take. Outcomes come while later messages wait, so that a caller can write what is done; an interruption is
    raised as it is and loses at most the calls under way. `names` are kept from every engine, not from the memory:
    that repeats what a person wrote. `estimating`: engines only count what they are given, and only the first engine
    counts that would be asked for a message. `languages`: those of the project, to recognize a draft in a wrong one.
    `facts` writes dates, numbers and references as the target does.
    Requires the engines to be entered, and leaves them so.

    Laws: a unit with a msgstr that a person wrote never comes out changed; a draft has the skeleton of its msgid.
    """
    chosen = (request for request in requests if wanted(request.unit, redo=redo))
    first = next(chosen, None)
    if first is None:
        return
    order = FallbackOrder(tuple(engines), source, target, names, estimating, tuple(languages), send, facts)
    after = memory.after if memory else frozenset()
    ask = recollect or (Recollector(memory, source, target).each if memory else _nothing)
    with concurrency.executor(order.concurrency) as threads:
        run = _DraftRun(dispatch.Dispatcher(order, threads), after)
        for request, recollection in ask(itertools.chain([first], chosen)):
            yield from run.outcomes(request, recollection)
        yield from run.rest()


def _nothing(requests: Iterable[Request]) -> Iterator[tuple[Request, None]]:
    """Know nothing of them."""
    return ((request, None) for request in requests)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A request that is being drafted."""

    request: Request
    recalled: Verdict | None
    """The answer of the memory; None if it was not asked."""
    asked: tuple[int, ...]
    """Engines that may be asked, by their indices in the fallback order."""
    patchwork: Patchwork | None
    """Set if the memory knows some of its sentences: only the others are asked for."""
    slots: tuple[dispatch.Slot, ...]

    @property
    def done(self) -> bool:
        return all(slot.done for slot in self.slots)


@dataclass(slots=True)
class _DraftRun:
    dispatcher: dispatch.Dispatcher
    after: frozenset[str]
    """Engines that are asked before the memory."""
    queue: deque[_Waiting] = field(default_factory=deque)

    @property
    def order(self) -> FallbackOrder:
        return self.dispatcher.order

    def outcomes(self, request: Request, recollection: Recollection | None) -> Iterator[DraftOutcome]:
        """Take one more request, with what the memory knows of it if it was asked; yields what is done by then."""
        self.queue.append(self._waiting(request, recollection))
        while self.queue and (self.queue[0].done or self._is_far_ahead):
            yield self._first()

    def rest(self) -> Iterator[DraftOutcome]:
        """Yield the outcomes of all that is still being drafted."""
        self.dispatcher.send()
        while self.queue:
            yield self._first()

    @property
    def _is_far_ahead(self) -> bool:
        return len(self.queue) > self.order.batch * self.order.concurrency * _AHEAD

    def _waiting(self, request: Request, recollection: Recollection | None) -> _Waiting:
        recalled, known, asked = self._used(request, recollection)
        wanted = (request.message,) if known is None else known.fresh
        tasks = [self.order.task(each, asked) for each in wanted] if asked else []
        return _Waiting(request, recalled, asked, known, tuple(map(self.dispatcher.slot, tasks)))

    def _used(
        self, request: Request, recollection: Recollection | None
    ) -> tuple[Verdict | None, Patchwork | None, tuple[int, ...]]:
        """What is used of what the memory knows of a message, and the engines that are to be asked."""
        may_see = tuple(number for number, each in enumerate(self.order.engines) if permitted(each, request))
        if recollection is None:
            return None, None, may_see
        before = tuple(number for number in may_see if self.order.engines[number].name in self.after)
        if isinstance(recollection.verdict, Draft):
            return recollection.verdict, None, before
        known = None if before else recollection.patchwork
        if known is not None and known.fresh and not may_see:
            known = None
        return recollection.verdict, known, may_see

    def _first(self) -> DraftOutcome:
        waiting = self.queue[0]
        result = self._result(waiting)
        if self.order.engines and not waiting.asked and not isinstance(waiting.recalled, Draft):
            result = replace(result, reasons=(*result.reasons, self._kept(waiting.request)))
        outcome = _outcome(waiting.request, waiting.recalled, result, self.order.facts)
        self.queue.popleft()
        return outcome

    def _kept(self, request: Request) -> str:
        """Why no engine may see a message, and what to do about the one on this machine."""
        near = (each for each in self.order.engines if each.traffic.near and is_kept(each, request) and each.notice)
        return "; ".join((_KEPT, *(f"{each.name}: {each.notice.removesuffix('.')}" for each in near)))

    def _result(self, waiting: _Waiting) -> TaskResult:
        results = [self.dispatcher.result(slot) for slot in waiting.slots]
        if waiting.patchwork is None:
            return results[0] if results else TaskResult()
        made = [result.draft for result in results if result.draft is not None]
        if len(made) == len(results):
            verdict = waiting.patchwork.combined(made)
            if isinstance(verdict, Draft):
                engines = dict.fromkeys(result.engine for result in results)
                return TaskResult(verdict, "+".join((MEMORY, *engines)))
        elif self.order.estimating:
            return TaskResult(broken=True)
        if not waiting.asked:
            return TaskResult()
        # What is put together of sentences is not always a whole: then it is drafted as one.
        return self.dispatcher.result(self.dispatcher.slot(self.order.task(waiting.patchwork.message, waiting.asked)))


def _outcome(request: Request, recalled: Verdict | None, result: TaskResult, facts: Facts | None) -> DraftOutcome:
    unit = request.unit
    made, engine = (result.draft, result.engine)
    if made is None and isinstance(recalled, Draft):
        made, engine = recalled, MEMORY
    if made is not None:
        pivot = name_in(made.pivot, "en") if made.pivot else ""
        words = {why.value: [each.word for each in made.doubtful if each.why is why] for why in Why}
        told = advice(made.notes, words, pivot)
        return DraftOutcome(request, mark(unit, made.msgstr, engine, _detail(made), told), engine)
    message = replace(request.message, facts=facts)
    if not result.broken and is_wordless(unit.msgid) and not is_unsure(message):
        return DraftOutcome(request, mark(unit, without_words(message), COPY), COPY)
    forgotten = f"{MEMORY}: {recalled.reason}" if isinstance(recalled, NoDraft) else ""
    reason = "; ".join(dict.fromkeys(result.reasons)) or forgotten or "no engine may see it"
    if result.refusals and not result.broken and not unit.msgstr:
        unit = refusal(unit, "; ".join(dict.fromkeys(result.refusals)))
    return DraftOutcome(request, unit, reason=reason, broken=result.broken, open=result.broken or result.unready)


def _detail(verdict: Draft) -> str:
    score = "" if verdict.score is None or "match=" in verdict.detail else f"score={verdict.score}"
    notes = f"notes={','.join(verdict.notes)}" if verdict.notes else ""
    return " ".join(filter(None, (verdict.detail, score, notes)))
