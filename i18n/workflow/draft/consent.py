"""May an engine have texts that could leave this machine with it? Asked once for each engine and place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from i18n.draft.engine import Engine, Traffic
from i18n.store import PRIVATE, Store
from i18n.workflow.draft.requests import Preparation
from i18n.workflow.session import Session

_FILE = "allowed"
"""In `.i18n/`: a line for each engine and place that was allowed, with the day. Deleted, it is asked again."""


@dataclass(frozen=True, slots=True)
class Question:
    """What would be sent where, at most."""

    engine: str
    address: str
    traffic: Traffic
    notice: str
    """What a user would not expect of the engine; may be empty."""
    articles: int
    messages: int
    characters: int
    locales: tuple[str, ...]
    context: bool
    """More than the texts themselves would be sent: what stands around them, terms, examples."""
    names: bool
    """There is a file of names that are kept back."""


def questions(store: Store, ready: Preparation) -> tuple[Question, ...]:
    """What must be asked before these drafts are made; nothing is sent."""
    allowed = _allowed(store)
    asked = (
        _question(engine, ready)
        for engine in ready.engines
        if not engine.traffic.local and (engine.name, engine.address) not in allowed
    )
    return tuple(question for question in asked if question.messages)


def _question(engine: Engine, ready: Preparation) -> Question:
    served = {
        locale: extent
        for locale, extent in ready.extents.items()
        if extent.sendable and engine.readiness(ready.project.source_locale, locale).ready
    }
    return Question(
        engine.name,
        engine.address,
        engine.traffic,
        engine.notice,
        len(frozenset[str]().union(*(extent.articles for extent in served.values()))),
        sum(extent.sendable for extent in served.values()),
        sum(extent.characters for extent in served.values()),
        tuple(served),
        bool(engine.capabilities),
        bool(ready.names),
    )


def allow(session: Session, answered: Iterable[Question]) -> None:
    """Remember that these were allowed. Raises `StorageError`."""
    lines = [f"{question.engine}\t{question.address}\t{session.now.date().isoformat()}\n" for question in answered]
    if lines:
        session.store.append(session.store.private(_FILE), "".join(lines).encode())


def _allowed(store: Store) -> set[tuple[str, str]]:
    data = store.read_if_there(f"{PRIVATE}/{_FILE}") or b""
    lines = (line.split("\t") for line in data.decode("utf-8", "replace").splitlines())
    return {(line[0], line[1]) for line in lines if len(line) == 3}
