"""Which messages get a draft, and from whom?"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field

from i18n.catalog.origin import is_untouched_draft, mark, refusal
from i18n.draft.chain import Chain, Result, Task
from i18n.draft.engine import NOWHERE, Context, Engine
from i18n.draft.engines.memory import Recollection
from i18n.draft.ladder import Draft, Message, Refusal, Verdict
from i18n.draft.lanes import lanes
from i18n.draft.redaction import Redaction
from i18n.markdown.dialects import Dialect
from i18n.memory.glossary import Status, Term
from i18n.model import Unit

Source = Engine | Recollection
"""Where drafts come from."""

_AHEAD = 4
"""Batches a lane that may be under way or done while an earlier message waits for its draft."""


@dataclass(frozen=True, slots=True)
class Request:
    """A unit that may want a draft, and what must be known of its article."""

    unit: Unit
    article: str
    """Its name."""
    dialect: Dialect
    labels: tuple[str, ...] = ()
    """Labels of reference definitions that the article holds."""
    private: bool = False
    """Of a private article, or of one that its generator calls a draft."""
    mt: str = ""
    """What its front matter says: `local`, `off` (approved memory only) or nothing."""
    terms: tuple[Term, ...] = ()
    """Of the glossary, those that a translation must heed."""
    context: Context = NOWHERE
    """What an engine that sees the message may be told beside it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a request."""

    request: Request
    unit: Unit
    """To be written in the place of the request's unit; the very same where nothing changes."""
    engine: str = ""
    """Who drafted it; empty when nobody did."""
    reason: str = ""
    """Why there is no draft; empty when there is one. Without any text of the message."""
    broken: bool = False
    """An engine failed: the message may get a draft another time (exit status 4)."""


def wanted(unit: Unit, *, redo: bool = False) -> bool:
    """Tell whether a unit may be drafted: it is empty, or with `redo` an untouched draft of a machine."""
    if unit.obsolete or not unit.msgid or unit.msgid_plural is not None:
        return False
    return not unit.msgstr or (redo and is_untouched_draft(unit))


def permitted(source: Source, request: Request) -> bool:
    """Tell whether a message may be given to an engine (the contract's rules for private articles and `mt`)."""
    if request.mt == "off":
        return isinstance(source, Recollection)
    return source.traffic.local or not (request.private or request.mt)


def draft(
    requests: Iterable[Request],
    sources: Sequence[Source],
    source: str,
    target: str,
    *,
    redo: bool = False,
    names: Redaction | None = None,
    estimating: bool = False,
    languages: Sequence[str] = (),
) -> Generator[Outcome, None, None]:
    """Draft the messages of one locale, in the order of the requests; those not `wanted` are passed over.

    `source` and `target` are BCP 47. Of each source in turn those messages are asked that have no draft yet and that
    it may see; equal messages are sent once. As many calls are under way at once as the engines take. Outcomes come
    while later messages wait, so that a caller can write what is done; an interruption is raised as it is and loses
    at most the calls under way. `names` are kept from engines whose texts leave this process. `estimating`: engines
    only count what they are given, and of each message only the first one that would be asked. `languages`: those of
    the project, to tell a draft in a wrong one. Requires the engines to be entered, and leaves them so.

    Laws: a unit with a msgstr that a person wrote never comes out changed; a draft has the skeleton of its msgid.
    """
    chosen = (request for request in requests if wanted(request.unit, redo=redo))
    first = next(chosen, None)
    if first is None:
        return
    engines = tuple(each for each in sources if not isinstance(each, Recollection))
    chain = Chain(engines, source, target, names, estimating, tuple(languages))
    with lanes(chain.lanes) as executor:
        run = _Run(tuple(sources), chain, executor)
        for request in itertools.chain([first], chosen):
            yield from run.outcomes(request)
        yield from run.rest()


@dataclass(slots=True)
class _Slot:
    """Where the result of a task will be found."""

    task: Task
    at: int = 0
    """Its index in the batch."""
    future: Future[tuple[Result, ...]] | None = None
    """None until the batch is on its way."""

    @property
    def done(self) -> bool:
        return self.future is not None and self.future.done()

    @property
    def result(self) -> Result:
        assert self.future is not None
        return self.future.result()[self.at]


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A request on its way."""

    request: Request
    recalled: Verdict | None
    """What the memory has to say; None where it is not asked."""
    slot: _Slot | None
    """None where no engine is asked."""


@dataclass(slots=True)
class _Run:
    sources: tuple[Source, ...]
    chain: Chain
    executor: Executor
    queue: deque[_Waiting] = field(default_factory=deque)
    batch: list[_Slot] = field(default_factory=list)
    known: dict[Task, _Slot] = field(default_factory=dict)
    """Every task of the run."""

    def outcomes(self, request: Request) -> Iterator[Outcome]:
        """Take one more request; yields what is done by then."""
        self.queue.append(self._waiting(request))
        if len(self.batch) >= self.chain.batch:
            self._submit()
        while self.queue and ((slot := self.queue[0].slot) is None or slot.done or self._is_far_ahead):
            yield self._first()

    def rest(self) -> Iterator[Outcome]:
        """Yield the outcomes of all that is still on its way."""
        self._submit()
        while self.queue:
            yield self._first()

    @property
    def _is_far_ahead(self) -> bool:
        return len(self.queue) > self.chain.batch * self.chain.lanes * _AHEAD

    def _waiting(self, request: Request) -> _Waiting:
        message = _message(request)
        recalled: Verdict | None = None
        asked: list[int] = []
        for each in self.sources:
            if isinstance(recalled, Draft) or not permitted(each, request):
                continue
            if isinstance(each, Recollection):
                recalled = each.recall(message, request.article, request.unit.msgctxt)
            else:
                asked.append(self.chain.engines.index(each))
        return _Waiting(request, recalled, self._slot(self.chain.task(message, asked)) if asked else None)

    def _slot(self, task: Task) -> _Slot:
        slot = self.known.get(task)
        if slot is None:
            slot = self.known[task] = _Slot(task, len(self.batch))
            self.batch.append(slot)
        return slot

    def _submit(self) -> None:
        batch, self.batch = self.batch, []
        if batch:
            future = self.executor.submit(self.chain.solve, [slot.task for slot in batch])
            for slot in batch:
                slot.future = future

    def _first(self) -> Outcome:
        waiting = self.queue[0]
        if waiting.slot is not None and waiting.slot.future is None:
            self._submit()
        outcome = _outcome(waiting.request, waiting.recalled, waiting.slot.result if waiting.slot else Result())
        self.queue.popleft()
        return outcome


def _message(request: Request) -> Message:
    # Labels matter to a text with brackets only; without them more messages are equal.
    labels = request.labels if "[" in request.unit.msgid else ()
    kept = tuple(term.source for term in request.terms if term.status is Status.DO_NOT_TRANSLATE)
    return Message(request.unit.msgid, request.dialect, labels, kept, request.terms, request.context, request.article)


def _outcome(request: Request, recalled: Verdict | None, result: Result) -> Outcome:
    unit = request.unit
    made, engine = (result.draft, result.engine)
    if made is None and isinstance(recalled, Draft):
        made, engine = recalled, Recollection.name
    if made is not None:
        return Outcome(request, mark(unit, made.msgstr, engine, _detail(made)), engine)
    forgotten = f"{Recollection.name}: {recalled.reason}" if isinstance(recalled, Refusal) else ""
    reason = "; ".join(dict.fromkeys(result.reasons)) or forgotten or "no engine may see it"
    if result.refusals and not result.broken and not unit.msgstr:
        unit = refusal(unit, "; ".join(dict.fromkeys(result.refusals)))
    return Outcome(request, unit, reason=reason, broken=result.broken)


def _detail(verdict: Draft) -> str:
    score = "" if verdict.score is None or "match=" in verdict.detail else f"score={verdict.score}"
    notes = f"notes={','.join(verdict.notes)}" if verdict.notes else ""
    return " ".join(filter(None, (verdict.detail, score, notes)))
