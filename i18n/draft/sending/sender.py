"""What happens before texts reach an engine, and what is kept of its answers?

Texts that were answered before are not sent again, texts that would pass a limit are not sent at all, and the rest is
logged before it is sent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from i18n.draft.engine import Answer, Engine, Failure, Query, Traffic, Translation
from i18n.draft.sending.budget import Account, Budget
from i18n.draft.sending.cache import AnswerStore, key
from i18n.draft.sending.lessons import remembering

Journal = Callable[[str, str, str, int], None]
"""Logs an article, a locale, an engine and how many characters of the article are about to be sent to it."""

UNSENT = Failure("it is not sent now", broken=True)
"""The answer to everything while only an estimate is made."""


class Sender:
    """The way to all engines of a run: through a cache, a budget and a journal."""

    def __init__(
        self,
        store: AnswerStore,
        budget: Budget,
        journal: Journal,
        price: Callable[[str], float],
        *,
        estimating: bool = False,
    ) -> None:
        """`price` is that of a million characters, by the name of an engine; `estimating`: send nothing, only count."""
        self._store = store
        self._budget = budget
        self._journal = journal
        self._price = price
        self._estimating = estimating

    def translate(
        self, engine: Engine, queries: Sequence[Query], source: str, target: str, encoding: str
    ) -> tuple[Answer, ...]:
        """Answer from the store; send the rest, equal texts once, and keep each answer before it is used."""
        address = "" if engine.traffic is Traffic.NONE else engine.address
        account = self._budget.account(engine.name, address, self._price(engine.name))
        keys = [key(engine, query, source, target, encoding) for query in queries]
        known = dict(self._store.known(keys))
        fresh = {each: query for each, query in zip(keys, queries, strict=True) if each not in known}
        self._budget.found(account, len(queries) - len(fresh))
        if fresh:
            known.update(self._sent(_Call(engine, account, source, target, encoding), fresh))
        return tuple(known[each] for each in keys)

    def _sent(self, call: _Call, fresh: Mapping[bytes, Query]) -> dict[bytes, Answer]:
        queries = tuple(fresh.values())
        characters = sum(query.characters + query.context.characters for query in queries)
        texts = sum(query.characters for query in queries)
        billed = texts if call.engine.limits.context_is_free else characters
        reason = self._budget.reserve(call.account, len(queries), characters, billed)
        if reason and len(queries) > 1:  # a part of them may still fit
            keys = list(fresh)
            halves = (keys[: len(keys) // 2], keys[len(keys) // 2 :])
            return {
                each: answer
                for half in halves
                for each, answer in self._sent(call, {at: fresh[at] for at in half}).items()
            }
        if reason:
            return dict.fromkeys(fresh, Failure(reason, broken=True, final=True))
        if self._estimating:
            return dict.fromkeys(fresh, UNSENT)
        if call.engine.traffic is not Traffic.NONE:
            self._note(call, queries)
        with remembering(self._store, call.engine):
            translated = call.engine.translate(queries, call.source, call.target, call.encoding)
        answers = dict(zip(fresh, translated, strict=True))
        self._store.keep(answers.items())
        self._budget.settle(
            call.account, billed, [each.billed for each in answers.values() if isinstance(each, Translation)]
        )
        return answers

    def _note(self, call: _Call, queries: Sequence[Query]) -> None:
        sent: Counter[str] = Counter()
        for query in queries:
            sent[query.article] += query.characters + query.context.characters
        for article, characters in sent.items():
            self._journal(article, call.target, call.engine.name, characters)


@dataclass(frozen=True, slots=True)
class _Call:
    """An engine and what it is asked for."""

    engine: Engine
    account: Account
    source: str
    target: str
    encoding: str
