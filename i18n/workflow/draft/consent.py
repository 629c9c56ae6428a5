"""May texts of the project go to an engine that is not on this machine? Asked once for each engine and place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from i18n import storage
from i18n.draft.engine import Engine, Traffic
from i18n.draft.many.drafting import permitted
from i18n.draft.many.memory import Recollection
from i18n.memory import Memory
from i18n.project import Project
from i18n.workflow.draft.engines import sources
from i18n.workflow.draft.requests import Ready

_FILE = "allowed"
"""In `.i18n/`: a line for each engine and place that was allowed, with the day. Deleted, it is asked again."""


@dataclass(frozen=True, slots=True)
class Question:
    """What would be sent where, at the most."""

    engine: str
    address: str
    traffic: Traffic
    notice: str
    """What a user would not expect of it; may be empty."""
    articles: int
    messages: int
    characters: int
    locales: tuple[str, ...]
    told: bool
    """More than the texts themselves would be sent: what stands around them, terms, examples."""
    names: bool
    """There is a file of names that are kept back."""


def questions(ready: Ready) -> tuple[Question, ...]:
    """What must be asked before these drafts are made; nothing is sent. Raises `ConfigurationError`."""
    project = ready.project
    allowed = _allowed(project)
    asked = []
    for engine in sources(project, ready.plan.engines, Memory()):
        if isinstance(engine, Recollection) or engine.traffic.local or (engine.name, engine.address) in allowed:
            continue
        question = _question(engine, ready)
        if question.messages:
            asked.append(question)
    return tuple(asked)


def _question(engine: Engine, ready: Ready) -> Question:
    project = ready.project
    found = {
        locale: [request for request in work.requests if permitted(engine, request)]
        for locale, work in ready.locales.items()
        if engine.readiness(project.source_locale, locale).ready
    }
    requests = [request for some in found.values() for request in some]
    return Question(
        engine.name,
        engine.address,
        engine.traffic,
        engine.notice,
        len({request.article for request in requests}),
        len(requests),
        sum(len(request.unit.msgid) for request in requests),
        tuple(locale for locale, some in found.items() if some),
        bool(engine.capabilities),
        bool(ready.names),
    )


def allow(project: Project, answered: Iterable[Question], now: datetime) -> None:
    """Remember that these were allowed. Raises `StorageError`."""
    lines = [f"{question.engine}\t{question.address}\t{now.date().isoformat()}\n" for question in answered]
    if lines:
        folder = storage.private_folder(project.root)
        storage.append(folder / _FILE, "".join(lines).encode(), root=project.root)


def _allowed(project: Project) -> set[tuple[str, str]]:
    data = storage.read_if_there(project.root / ".i18n" / _FILE, project.root) or b""
    lines = (line.split("\t") for line in data.decode("utf-8", "replace").splitlines())
    return {(line[0], line[1]) for line in lines if len(line) == 3}
