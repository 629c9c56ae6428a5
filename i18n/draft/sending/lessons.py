"""What did an engine find out about its server, so that the next run need not ask again? Kept with the answers.

It is kept as a refusal, which it is: a server that learns to take more is asked again after a month.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from i18n.draft.engine import Engine, Failure
from i18n.draft.sending.cache import AnswerStore, Key


@runtime_checkable
class Learner(Protocol):
    """An engine that finds out what its server takes."""

    @property
    def learnt(self) -> str:
        """What differs from the usual; empty while nothing is known to."""

    def recall(self, learnt: str) -> None:
        """Begin with what was found out before; what cannot be read is passed over."""


@contextlib.contextmanager
def remembering(store: AnswerStore, engine: Engine) -> Iterator[None]:
    """Have an engine know what it found out in earlier runs, and keep what it finds out meanwhile."""
    if not isinstance(engine, Learner):
        yield
        return
    place = _key(engine)
    before = engine.learnt
    if not before and isinstance(found := store.known([place]).get(place), Failure):
        engine.recall(before := found.reason)
    yield
    if engine.learnt != before:
        store.keep([(place, Failure(engine.learnt))])


def _key(engine: Engine) -> Key:
    parts = ("learnt", engine.name, engine.version, engine.address)
    return hashlib.sha256(json.dumps(parts).encode()).digest()
