"""What has the project configured about checks?"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from i18n.check.rules import RULES
from i18n.errors import ConfigurationError
from i18n.model import Severity


@dataclass(frozen=True, slots=True)
class Settings:
    """The `[check]` table, and what of `[build]` decides what is published."""

    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    """By rule id, only what differs from the default; None: off."""
    hosts: tuple[str, ...] = ()
    """Globs of link targets that a translation may change to."""
    drafts: bool = False
    """Machine drafts are published."""
    keep_outdated: bool = False
    """A translation whose source changed is published until it is renewed."""
    reviewed_only: bool = False
    """Nothing is published that a second reader has not confirmed."""


def settings(
    error: Iterable[str] = (),
    warn: Iterable[str] = (),
    off: Iterable[str] = (),
    hosts: Iterable[str] = (),
    *,
    drafts: bool = False,
    keep_outdated: bool = False,
    reviewed_only: bool = False,
) -> Settings:
    """Settings from the lists of the configuration.

    Raises `ConfigurationError` for an unknown rule id, one that stands in two lists, and a locked rule that is to
    be lowered.
    """
    severities: dict[str, Severity | None] = {}
    lists = {"error": (error, Severity.ERROR), "warn": (warn, Severity.WARNING), "off": (off, None)}
    known = {rule.id: rule for rule in RULES}
    for name, (ids, severity) in lists.items():
        for id_ in dict.fromkeys(ids):
            if id_ not in known:
                raise ConfigurationError(f"[check] {name}: there is no rule “{id_}”", _suggestion(id_, known))
            if id_ in severities:
                raise ConfigurationError(
                    f"[check] {name}: the rule “{id_}” stands in another list too",
                    "Keep it in one of error, warn, off.",
                )
            if known[id_].locked and severity is not Severity.ERROR:
                raise ConfigurationError(
                    f"[check] {name}: the rule “{id_}” is always an error",
                    "It guards readers; take it out of the list.",
                )
            severities[id_] = severity
    return Settings(severities, tuple(hosts), drafts, keep_outdated, reviewed_only)


def _suggestion(id_: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(id_.replace("_", "-").lower(), known, n=1)
    question = f"Did you mean “{close[0]}”? " if close else ""
    return f"{question}Rules are: {', '.join(known)}."
