"""How is one bad text kept from spoiling the others in its request?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from i18n.draft.engine import Answer, Failure, Query, Translation
from i18n.draft.engines.transport import UNUSABLE, TransportError

_HOPELESS = 10
"""Requests that failed in a row after which the rest is not sent; one bad text among a hundred takes eight."""

Send = Callable[[Sequence[Query]], Sequence[Answer] | None]
"""Translates texts in one request: as many answers, or None if the server's answer is unusable for them.
Raises TransportError."""


def in_halves(send: Send, queries: Sequence[Query]) -> tuple[Answer, ...]:
    """Send texts in one request; if the server answers with an error, in two, and so on.

    A request that got no answer, or whose failure is final, is not repeated: all that is left fails with it.
    """
    answers: dict[int, Answer] = {}
    waiting = [range(len(queries))] if queries else []
    failed = 0
    while waiting:
        part = waiting.pop()
        got, failure, hopeless = _sent(send, [queries[at] for at in part])
        failed = failed + 1 if got is None else 0
        if got is not None:
            answers.update(zip(part, got, strict=True))
        elif hopeless or failed >= _HOPELESS:
            answers.update((at, failure) for rest in (part, *waiting) for at in rest)
            break
        elif len(part) == 1:
            answers[part[0]] = failure
        else:
            middle = len(part) // 2
            waiting += [part[middle:], part[:middle]]
    return tuple(_blamed([answers[at] for at in range(len(queries))]))


def _sent(send: Send, queries: Sequence[Query]) -> tuple[Sequence[Answer] | None, Failure, bool]:
    """Answers, or why there are none, and whether sending less would be useless."""
    try:
        return send(queries), Failure(UNUSABLE, broken=True), False
    except TransportError as error:
        return None, Failure(error.reason, broken=True, final=error.final), error.final or not error.status


def _blamed(answers: Sequence[Answer]) -> list[Answer]:
    """If other texts of the call got through, a failure is about its text, not about the server."""
    if not any(isinstance(answer, Translation) for answer in answers):
        return list(answers)
    return [
        Failure(answer.reason) if isinstance(answer, Failure) and answer.broken and not answer.final else answer
        for answer in answers
    ]
