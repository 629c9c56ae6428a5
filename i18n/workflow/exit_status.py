"""How did it go? Exit statuses, and which one counts where several apply."""

from __future__ import annotations

from collections.abc import Iterable

from i18n.model import Finding, Severity

DONE = 0
NO = 1
USAGE = 2
UNREADABLE = 3
ENGINE = 4
FAULT = 70
INTERRUPTED = 130

_INPUTS = frozenset({"unreadable", "unwritable", "front-matter"})
"""Rules whose errors say that a file could not be read or written."""
_PRECEDENCE = (INTERRUPTED, FAULT, USAGE, UNREADABLE, ENGINE, NO, DONE)


def worst(statuses: Iterable[int]) -> int:
    """The status that counts: 130, 70, 2, 3, 4, 1, 0 in this order."""
    return min(statuses, key=_PRECEDENCE.index, default=DONE)


def of_findings(findings: Iterable[Finding], *, no: bool = False) -> int:
    """The status of what was found: 3 if an input could not be read, 1 if the answer is no."""
    unread = any(finding.rule in _INPUTS and finding.severity is Severity.ERROR for finding in findings)
    return UNREADABLE if unread else NO if no else DONE


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether one of them is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
