"""How much did a run send in all? An engine that counts what it is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from i18n.draft.engine import Answer, Engine, Heed, Limits, Query, Readiness, Traffic


@dataclass(slots=True)
class Meter:
    """Counts over all engines and locales of a run."""

    characters: int = 0
    """Sent beyond this process."""


class Metered(Engine):
    """An engine that is another one, and counts."""

    def __init__(self, engine: Engine, meter: Meter) -> None:
        self._engine = engine
        self._meter = meter

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
    def heeds(self) -> frozenset[Heed]:
        """The other one's."""
        return self._engine.heeds

    @property
    def ways(self) -> tuple[str, ...]:
        """The other one's."""
        return self._engine.ways

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        """Ask the other one."""
        return self._engine.readiness(source, target, ask=ask)

    def translate(self, queries: Sequence[Query], source: str, target: str, way: str) -> tuple[Answer, ...]:
        """Count, then ask the other one."""
        if self.traffic is not Traffic.NONE:
            self._meter.characters += sum(query.characters for query in queries)
        return self._engine.translate(queries, source, target, way)

    def __enter__(self) -> Self:
        self._engine.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.__exit__(kind, error, trace)
