"""Which messages get a draft, and from whom?"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from i18n.catalog.origin import is_untouched_draft, mark, refusal
from i18n.draft.engine import NO_CONTEXT, Context, Engine
from i18n.draft.many.concurrency import lanes
from i18n.draft.many.dispatch import Dispatcher, Slot
from i18n.draft.many.fallback import Chain, Result
from i18n.draft.many.memory import Recollection
from i18n.draft.many.sentence_memory import Patchwork, SentenceMemory, plan
from i18n.draft.one.strategy import Draft, Message, Refusal, Verdict
from i18n.markdown.dialects import Dialect
from i18n.memory.glossary import Status, Term
from i18n.model import Unit
from i18n.privacy.redaction import Redaction

Source = Engine | Recollection
"""Where drafts come from."""

_KEPT = "its article keeps it from the engines: it is private, a draft, or says `mt`"
_AHEAD = 16
"""Batches a lane that may be under way or done while an earlier message waits, or its catalog is being written."""


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
    context: Context = NO_CONTEXT
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
        run = _Run(tuple(sources), Dispatcher(chain, executor))
        for request in itertools.chain([first], chosen):
            yield from run.outcomes(request)
        yield from run.rest()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A request on its way."""

    request: Request
    recalled: Verdict | None
    """What the memory has to say; None where it is not asked."""
    asked: tuple[int, ...]
    """Engines that may be asked, by their indices in the chain."""
    patchwork: Patchwork | None
    """Where the memory knows some of its sentences: what is asked for is the others."""
    slots: tuple[Slot, ...]

    @property
    def done(self) -> bool:
        return all(slot.done for slot in self.slots)


@dataclass(slots=True)
class _Run:
    sources: tuple[Source, ...]
    dispatcher: Dispatcher
    queue: deque[_Waiting] = field(default_factory=deque)
    remembered: dict[Dialect, SentenceMemory] = field(default_factory=dict)

    @property
    def chain(self) -> Chain:
        return self.dispatcher.chain

    def outcomes(self, request: Request) -> Iterator[Outcome]:
        """Take one more request; yields what is done by then."""
        self.queue.append(self._waiting(request))
        while self.queue and (self.queue[0].done or self._is_far_ahead):
            yield self._first()

    def rest(self) -> Iterator[Outcome]:
        """Yield the outcomes of all that is still on its way."""
        self.dispatcher.send()
        while self.queue:
            yield self._first()

    @property
    def _is_far_ahead(self) -> bool:
        return len(self.queue) > self.chain.batch * self.chain.lanes * _AHEAD

    def _waiting(self, request: Request) -> _Waiting:
        message = _message(request)
        recalled: Verdict | None = None
        patchwork: Patchwork | None = None
        asked: list[int] = []
        for each in self.sources:
            if isinstance(recalled, Draft) or not permitted(each, request):
                continue
            if not isinstance(each, Recollection):
                asked.append(self.chain.engines.index(each))
                continue
            recalled = each.recall(message, request.article, request.unit.msgctxt)
            if not isinstance(recalled, Draft) and not asked:
                patchwork = self._patchwork(each, message, request.article)
        if patchwork is not None and patchwork.fresh and not asked:
            patchwork = None
        wanted = (message,) if patchwork is None else patchwork.fresh
        tasks = [self.chain.task(each, asked) for each in wanted] if asked else []
        return _Waiting(request, recalled, tuple(asked), patchwork, tuple(map(self.dispatcher.slot, tasks)))

    def _patchwork(self, memory: Recollection, message: Message, article: str) -> Patchwork | None:
        known = self.remembered.get(message.dialect)
        if known is None:
            known = self.remembered[message.dialect] = SentenceMemory(memory.memory.entries, message.dialect)
        return plan(message, known, article, self.chain.source, self.chain.target)

    def _first(self) -> Outcome:
        waiting = self.queue[0]
        result = self._result(waiting)
        if self.chain.engines and not waiting.asked and not isinstance(waiting.recalled, Draft):
            result = replace(result, reasons=(*result.reasons, _KEPT))
        outcome = _outcome(waiting.request, waiting.recalled, result)
        self.queue.popleft()
        return outcome

    def _result(self, waiting: _Waiting) -> Result:
        results = [self.dispatcher.result(slot) for slot in waiting.slots]
        if waiting.patchwork is None:
            return results[0] if results else Result()
        made = [result.draft for result in results if result.draft is not None]
        if len(made) == len(results):
            verdict = waiting.patchwork.combined(made)
            if isinstance(verdict, Draft):
                engines = dict.fromkeys(result.engine for result in results)
                return Result(verdict, "+".join((Recollection.name, *engines)))
        elif self.chain.estimating:
            return Result(broken=True)
        if not waiting.asked:
            return Result()
        # What is put together of sentences is not always a whole: then it is drafted as one.
        return self.dispatcher.result(self.dispatcher.slot(self.chain.task(waiting.patchwork.message, waiting.asked)))


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
