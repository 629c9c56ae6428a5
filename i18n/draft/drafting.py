"""Which messages get a draft, and from whom?"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from i18n.catalog.origin import is_untouched_draft, mark, refusal
from i18n.draft.engine import Answer, Engine, Failure, Query
from i18n.draft.engines.memory import Recollection
from i18n.draft.ladder import Ask, Climb, Draft, Message, Refusal, Verdict, climb
from i18n.markdown.dialects import Dialect
from i18n.memory.glossary import Status, Term
from i18n.model import Unit

Source = Engine | Recollection
"""Where drafts come from."""

_PATIENCE = 5
"""Failures in a row after which an engine is asked no more in a run."""


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
    max_characters: int = 0,
) -> Iterator[Outcome]:
    """Draft the messages of one locale, in the order of the requests; those not `wanted` are passed over.

    `source` and `target` are BCP 47. Of each source in turn those messages are asked that have no draft yet and that
    it may see; equal messages are sent once. Outcomes come while later messages wait, so that a caller can write
    what is done; an interruption is raised as it is and loses at most one batch. `max_characters` (0: no limit) is
    what may be sent beyond this process. Requires the engines to be entered, and leaves them so.

    Laws: a unit with a msgstr that a person wrote never comes out changed; a draft has the skeleton of its msgid.
    """
    run = _Run(tuple(sources), source, target, max_characters)
    size = min((each.limits.batch for each in sources if not isinstance(each, Recollection)), default=50)
    chosen = (request for request in requests if wanted(request.unit, redo=redo))
    while batch := tuple(itertools.islice(chosen, size)):
        yield from run.outcomes(batch)


@dataclass(slots=True)
class _Tried:
    """What is known of one request."""

    verdict: Verdict | None = None
    engine: str = ""
    reasons: list[str] = field(default_factory=list)
    """Why each engine has no draft."""
    forgotten: str = ""
    """Why the memory has none: told only where no engine has a reason of its own."""
    refusals: list[str] = field(default_factory=list)
    """Those of `reasons` that an engine had a look for: what it gave was not good enough."""
    broken: bool = False


@dataclass(slots=True)
class _Run:
    sources: tuple[Source, ...]
    source: str
    target: str
    max_characters: int
    sent: int = 0
    ended: dict[str, Refusal] = field(default_factory=dict)
    """By the name of an engine: why it is asked no more."""
    failures: dict[str, int] = field(default_factory=dict)
    """By the name of an engine: how often in a row it failed."""
    known: dict[tuple[str, Message], Verdict] = field(default_factory=dict)
    """By engine and message: what was decided. Says nothing of where the message stands."""

    def outcomes(self, batch: Sequence[Request]) -> Iterator[Outcome]:
        tried = [_Tried() for _ in batch]
        for source in self.sources:
            todo = [
                (request, state)
                for request, state in zip(batch, tried, strict=True)
                if not isinstance(state.verdict, Draft) and permitted(source, request)
            ]
            if isinstance(source, Recollection):
                for request, state in todo:
                    _note(state, source, source.recall(_message(request), request.article, request.unit.msgctxt))
            elif todo:
                self._ask(source, todo)
        return (_outcome(request, state) for request, state in zip(batch, tried, strict=True))

    def _ask(self, engine: Engine, todo: Sequence[tuple[Request, _Tried]]) -> None:
        readiness = engine.readiness(self.source, self.target)
        if not readiness.ready:
            for _, state in todo:
                state.reasons.append(f"{engine.name}: {readiness.missing}")
            return
        messages = dict.fromkeys(_message(request) for request, _ in todo)
        fresh = [message for message in messages if (engine.name, message) not in self.known]
        verdicts = dict(zip(fresh, self._verdicts(engine, fresh), strict=True))
        for message, verdict in verdicts.items():
            if isinstance(verdict, Draft) or not verdict.broken:
                self.known[engine.name, message] = verdict
        for request, state in todo:
            message = _message(request)
            _note(state, engine, self.known.get((engine.name, message)) or verdicts[message])

    def _verdicts(self, engine: Engine, messages: Sequence[Message]) -> list[Verdict]:
        """Climb all ladders in step, so that what they ask in one way goes to the engine in batches."""
        climbs = [climb(message, engine.ways, engine.limits) for message in messages]
        verdicts: dict[int, Verdict] = {}
        asks: dict[int, Ask] = {}
        for number, each in enumerate(climbs):
            _advance(number, each, None, asks, verdicts)
        while asks:
            for way in engine.ways:
                waiting = {number: ask for number, ask in asks.items() if ask.way == way}
                queries = [query for ask in waiting.values() for query in ask.queries]
                answers = iter(self._answers(engine, queries, way))
                for number, ask in waiting.items():
                    del asks[number]
                    got = tuple(itertools.islice(answers, len(ask.queries)))
                    _advance(number, climbs[number], got, asks, verdicts)
        return [verdicts[number] for number in range(len(messages))]

    def _answers(self, engine: Engine, queries: Sequence[Query], way: str) -> list[Answer]:
        answers: list[Answer] = []
        for start in range(0, len(queries), engine.limits.batch):
            batch = queries[start : start + engine.limits.batch]
            ended = self.ended.get(engine.name) or self._over(engine, batch)
            if ended is not None:
                self.ended[engine.name] = ended
                answers.extend(Failure(ended.reason, broken=True, final=True) for _ in batch)
                continue
            got = engine.translate(batch, self.source, self.target, way)
            self._heed(engine, got)
            answers.extend(got)
        return answers

    def _over(self, engine: Engine, batch: Sequence[Query]) -> Refusal | None:
        """Count what is about to be sent; a refusal where it would pass the limit."""
        if engine.traffic.value == "none":
            return None
        characters = sum(query.characters for query in batch)
        if self.max_characters and self.sent + characters > self.max_characters:
            return Refusal(f"the limit of {self.max_characters} characters is reached", broken=True, final=True)
        self.sent += characters
        return None

    def _heed(self, engine: Engine, answers: Iterable[Answer]) -> None:
        for answer in answers:
            if not isinstance(answer, Failure) or not (answer.broken or answer.final):
                self.failures[engine.name] = 0
                continue
            count = self.failures[engine.name] = self.failures.get(engine.name, 0) + 1
            if answer.final or count >= _PATIENCE:
                self.ended[engine.name] = Refusal(answer.reason, broken=True, final=True)


def _advance(
    number: int,
    each: Climb,
    answers: tuple[Answer, ...] | None,
    asks: dict[int, Ask],
    verdicts: dict[int, Verdict],
) -> None:
    try:
        asks[number] = next(each) if answers is None else each.send(answers)
    except StopIteration as done:
        verdicts[number] = done.value


def _note(state: _Tried, source: Source, verdict: Verdict) -> None:
    state.verdict = verdict
    if isinstance(verdict, Draft):
        state.engine = source.name
        return
    if verdict.idle:
        state.reasons = [verdict.reason]
        return
    reason = f"{source.name}: {verdict.reason}"
    if isinstance(source, Recollection):
        state.forgotten = reason
        return
    state.reasons.append(reason)
    state.broken = state.broken or verdict.broken
    if not verdict.broken:
        state.refusals.append(reason)


def _message(request: Request) -> Message:
    # Labels matter to a text with brackets only; without them more messages are equal.
    labels = request.labels if "[" in request.unit.msgid else ()
    kept = tuple(term.source for term in request.terms if term.status is Status.DO_NOT_TRANSLATE)
    return Message(request.unit.msgid, request.dialect, labels, kept, request.terms)


def _outcome(request: Request, state: _Tried) -> Outcome:
    unit = request.unit
    if isinstance(state.verdict, Draft):
        return Outcome(request, mark(unit, state.verdict.msgstr, state.engine, _detail(state.verdict)), state.engine)
    reason = "; ".join(dict.fromkeys(state.reasons)) or state.forgotten or "no engine may see it"
    if state.refusals and not state.broken and not unit.msgstr:
        unit = refusal(unit, "; ".join(dict.fromkeys(state.refusals)))
    return Outcome(request, unit, reason=reason, broken=state.broken)


def _detail(verdict: Draft) -> str:
    score = "" if verdict.score is None or "match=" in verdict.detail else f"score={verdict.score}"
    return " ".join(filter(None, (verdict.detail, score)))
