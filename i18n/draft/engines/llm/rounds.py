"""How often is a batch asked until each of its texts has a translation, or a reason why not?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from i18n.draft.engine import Failure
from i18n.draft.engines.llm import answers, prompt
from i18n.draft.engines.llm.reply import End, Reply
from i18n.draft.engines.transport import TransportError

Batch = tuple[prompt.PromptItem, ...]


class TooLongError(Exception):
    """A prompt does not fit the model; the message completes "llm: …"."""


@dataclass(frozen=True, slots=True)
class _Round:
    batch: Batch
    again: bool = False
    """Whether its texts were left out of an answer before."""


def settle(
    items: Sequence[prompt.PromptItem], ask: Callable[[Batch], Reply], fitting: Callable[[Batch], int] = len
) -> dict[str, str | Failure]:
    """Ask until every item has an answer, by id: at most twice as many times as there are items.

    What an answer leaves out is asked again, together and then one by one. A batch that is too long for the model's
    context or its answer is halved. No request is made twice: a model gives the same answer to the same request. `ask`
    may raise TooLongError and TransportError; after the latter nothing more is asked. `fitting` says how many items of
    a batch, from its first and one at least, go into one request.
    """
    said: dict[str, str | Failure] = {}
    rounds = [_Round(tuple(items))] if items else []
    while rounds:
        current = rounds.pop()
        if (most := fitting(current.batch)) < len(current.batch):
            rounds += (replace(current, batch=current.batch[most:]), replace(current, batch=current.batch[:most]))
            continue
        try:
            reply = ask(current.batch)
        except TooLongError as error:
            rounds += _smaller(current.batch)
            if len(current.batch) == 1:
                said[current.batch[0].id] = Failure(str(error), broken=True)
            continue
        except TransportError as error:
            failure = Failure(error.reason, broken=True, final=error.final)
            left = (item.id for each in (current, *rounds) for item in each.batch)
            return said | dict.fromkeys(left, failure)
        found = _found(current.batch, reply)
        said |= found
        rest = tuple(item for item in current.batch if item.id not in found)
        if rest and len(current.batch) == 1:
            said[rest[0].id] = Failure(_WHY[reply.end])
        elif rest:
            rounds += _next(current, rest, reply.end)
    return said


_WHY = {
    End.WHOLE: "it gave no answer that can be read",
    End.CUT: "its answer was cut off",
    End.REFUSED: "it declined to translate it",
}


def _found(batch: Batch, reply: Reply) -> dict[str, str]:
    if reply.end is End.REFUSED:
        return {}
    found = answers.read(reply.content, {item.id for item in batch}, cut=reply.end is End.CUT)
    if not found and len(batch) == 1 and reply.end is End.WHOLE:
        text = answers.bare(reply.content, batch[0].text)
        return {batch[0].id: text} if text else {}
    return found


def _next(current: _Round, rest: Batch, end: End) -> Iterator[_Round]:
    if end is End.CUT:
        yield from _smaller(rest) if 2 * len(rest) > len(current.batch) else (_Round(rest),)
    elif end is End.WHOLE and not current.again and len(rest) < len(current.batch):
        yield _Round(rest, again=True)
    else:
        yield from (_Round((item,)) for item in reversed(rest))


def _smaller(batch: Batch) -> list[_Round]:
    """Both halves, the first one last, as it is asked next; nothing of a single item."""
    middle = (len(batch) + 1) // 2
    return [_Round(half) for half in (batch[middle:], batch[:middle]) if 0 < len(half) < len(batch)]
