"""What did one step of the main job do? Each command's result answers the same questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from i18n.model import Finding
from i18n.workflow import exit_status


class Step(Protocol):
    """The result of extracting, drafting, checking, building or bundling."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What there is to say about articles and catalogs."""

    @property
    def private(self) -> frozenset[str]:
        """Paths of private articles among those it went through, which are not to be named."""

    @property
    def writes(self) -> bool:
        """Whether something was written, or would have been."""

    @property
    def changed(self) -> tuple[str, ...]:
        """Articles whose files were written or removed, by path or name, and files that belong to no article."""

    @property
    def status(self) -> int:
        """Exit status of the step by itself."""


def status_of(steps: Iterable[Step], *, check: bool = False) -> int:
    """The exit status of a command that did these steps; with `check`, writing anything means no."""
    unmet = [exit_status.NO for step in steps if check and step.writes]
    return exit_status.worst([*(step.status for step in steps), *unmet])
