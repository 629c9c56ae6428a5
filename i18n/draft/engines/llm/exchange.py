"""How is one request made so that the server takes it, and when can its answer be trusted?"""

from __future__ import annotations

import itertools

from i18n.draft.engines.llm.accepted import Accepted, is_too_long, read, written
from i18n.draft.engines.llm.endpoint import Endpoint, RefusedError
from i18n.draft.engines.llm.reply import End, Reply, is_shortened
from i18n.draft.engines.llm.rounds import Batch, TooLongError
from i18n.draft.engines.transport import TransportError

_ROOM = 6000
"""Characters of texts and their context in one request. With the rules these are some 2,000 tokens of English; Ollama's
usual context has 4,096 for the prompt and the answer together."""
_OVERHEAD = 32
"""Tokens of an answer, for each item, that are not part of its text."""
_SPARE = 1024
_THOUGHTS = 8192
"""Tokens that a reasoning model may write in addition."""
_HINT = "give its model a larger context (Ollama: OLLAMA_CONTEXT_LENGTH)"


class Exchange:
    """Requests to one server in one run; remembers what the server refused and how much it can hold."""

    def __init__(self, endpoint: Endpoint, model: str, *, plain: bool) -> None:
        self._endpoint, self._model, self._plain = endpoint, model, plain
        self._accepted = Accepted()
        self._room = _ROOM
        self._thinks = False
        self._was_late = False

    @property
    def learnt(self) -> str:
        """What the server refused so far; empty if nothing."""
        return written(self._accepted)

    def recall(self, learnt: str) -> None:
        """Leave out from the beginning what the server refused before."""
        self._accepted = read(learnt)

    def fitting(self, batch: Batch) -> int:
        """How many items of a batch go into one request, from the first and one at least."""
        if self._plain:
            return 1
        sizes = itertools.accumulate(item.size for item in batch)
        return max(1, sum(size <= self._room for size in sizes))

    def ask(self, batch: Batch, rules: str, asked: str) -> Reply:
        """Send one request, without what the server refuses; `rules` may be empty.

        Raises TooLongError and TransportError.
        """
        try:
            reply = self._reply(batch, rules, asked)
            if reply.end is End.CUT and reply.thought and not self._thinks:
                self._thinks = True  # from now on it gets more tokens
                reply = self._reply(batch, rules, asked)
            _assert_whole(len(rules) + len(asked), reply)
        except TransportError as error:
            if not error.is_late or self._was_late or len(batch) == 1:
                raise
            self._was_late = True  # a slow machine may answer a smaller request; the second time it is too late
            self._leave_room(batch, 4)
            raise TooLongError(error.reason) from None
        except TooLongError:
            self._leave_room(batch, 2)
            raise
        return reply

    def _leave_room(self, batch: Batch, parts: int) -> None:
        self._room = max(1, min(self._room, sum(item.size for item in batch) // parts))

    def _reply(self, batch: Batch, rules: str, asked: str) -> Reply:
        while True:
            tried = self._accepted
            try:
                return self._endpoint.chat(self._body(batch, rules, asked, tried))
            except RefusedError as error:
                without = _without(tried, str(error))
            if self._accepted == tried:  # another thread may have learnt it already
                self._accepted = without

    def _body(self, batch: Batch, rules: str, asked: str, accepted: Accepted) -> dict[str, object]:
        return {
            "model": self._model,
            "messages": _messages(rules, asked, system=accepted.system),
            "stream": False,
            **accepted.fields(() if self._plain else [item.id for item in batch], self._tokens(batch)),
        }

    def _tokens(self, batch: Batch) -> int:
        """The most tokens of an answer: one for each character is enough for any language, and ends endless answers."""
        return _SPARE + sum(len(item.text) + _OVERHEAD for item in batch) + (_THOUGHTS if self._thinks else 0)


def _messages(rules: str, asked: str, *, system: bool) -> list[dict[str, str]]:
    """The rules in a message of their own, if the model has that role."""
    if rules and system:
        return [{"role": "system", "content": rules}, {"role": "user", "content": asked}]
    return [{"role": "user", "content": "\n\n".join(filter(None, (rules, asked)))}]


def _without(tried: Accepted, complaint: str) -> Accepted:
    without = tried.without(complaint)
    if is_too_long(complaint) and (without is None or without.length == tried.length):
        raise TooLongError(f"its server says that the text is too long: {_HINT}")
    if without is None:
        raise TransportError("its server does not take the request")
    return without


def _assert_whole(characters: int, reply: Reply) -> None:
    if is_shortened(characters, reply.prompt_tokens):
        raise TooLongError(f"its server cut the prompt to {reply.prompt_tokens} tokens: {_HINT}")
