"""What happens before texts reach an engine, and what is kept of its answers?

What was answered before is not sent again, what would pass a limit is not sent at all, and what is sent is noted first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

from i18n.draft.engine import Answer, Capability, Engine, Failure, Limits, Query, Readiness, Traffic, Translation
from i18n.draft.sending.budget import Account, Budget
from i18n.draft.sending.cache import Store, key

Journal = Callable[[str, str, str, int], None]
"""Notes an article, a locale, an engine and how many characters of the article are about to be sent to it."""

UNSENT = Failure("it is not sent now", broken=True)
"""The answer to everything while only an estimate is made."""


class Sender(Engine):
    """An engine that is another one, behind a cache, a budget and a journal."""

    def __init__(
        self,
        engine: Engine,
        store: Store,
        budget: Budget,
        journal: Journal,
        *,
        price: float = 0.0,
        pretend: bool = False,
    ) -> None:
        """`price` is that of a million characters; with `pretend` nothing is sent, only counted."""
        self._engine = engine
        self._store = store
        self._budget = budget
        self._journal = journal
        self._pretend = pretend
        address = "" if engine.traffic is Traffic.NONE else engine.address
        self._account: Account = budget.account(engine.name, address, price)

    @property
    def name(self) -> str:
        """The other one's."""
        return self._engine.name

    @property
    def version(self) -> str:
        """The other one's."""
        return self._engine.version

    @property
    def traffic(self) -> Traffic:
        """The other one's."""
        return self._engine.traffic

    @property
    def address(self) -> str:
        """The other one's."""
        return self._engine.address

    @property
    def notice(self) -> str:
        """The other one's."""
        return self._engine.notice

    @property
    def limits(self) -> Limits:
        """The other one's."""
        return self._engine.limits

    @property
    def capabilities(self) -> frozenset[Capability]:
        """The other one's."""
        return self._engine.capabilities

    @property
    def encodings(self) -> tuple[str, ...]:
        """The other one's."""
        return self._engine.encodings

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        """Ask the other one; while only an estimate is made, nothing is asked of any server."""
        return self._engine.readiness(source, target, ask=ask and not self._pretend)

    def translate(self, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
        """Answer from the store; send the rest, equal texts once, and keep what comes before it is given on."""
        keys = [key(self._engine, query, source, target, encoding) for query in queries]
        known = dict(self._store.known(keys))
        fresh = {each: query for each, query in zip(keys, queries, strict=True) if each not in known}
        self._budget.found(self._account, len(queries) - len(fresh))
        if fresh:
            known.update(self._sent(fresh, source, target, encoding))
        return tuple(known[each] for each in keys)

    def _sent(self, fresh: Mapping[bytes, Query], source: str, target: str, encoding: str) -> dict[bytes, Answer]:
        queries = tuple(fresh.values())
        characters = sum(query.characters + query.context.characters for query in queries)
        texts = sum(query.characters for query in queries)
        billed = texts if self.limits.context_is_free else characters
        reason = self._budget.reserve(self._account, len(queries), characters, billed)
        if reason and len(queries) > 1:  # a part of them may still fit
            keys = list(fresh)
            halves = (keys[: len(keys) // 2], keys[len(keys) // 2 :])
            return {
                each: answer
                for half in halves
                for each, answer in self._sent({at: fresh[at] for at in half}, source, target, encoding).items()
            }
        if reason:
            return dict.fromkeys(fresh, Failure(reason, broken=True, final=True))
        if self._pretend:
            return dict.fromkeys(fresh, UNSENT)
        if self.traffic is not Traffic.NONE:
            self._note(queries, target)
        answers = dict(zip(fresh, self._engine.translate(queries, source, target, encoding), strict=True))
        self._store.keep(answers.items())
        self._budget.settle(
            self._account, billed, [each.billed for each in answers.values() if isinstance(each, Translation)]
        )
        return answers

    def _note(self, queries: Sequence[Query], target: str) -> None:
        sent: Counter[str] = Counter()
        for query in queries:
            sent[query.article] += query.characters + query.context.characters
        for article, characters in sent.items():
            self._journal(article, target, self.name, characters)

    def __enter__(self) -> Self:
        self._engine.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.__exit__(kind, error, trace)
