"""What has the project configured about checks?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from i18n.check.rules import RULES
from i18n.errors import ConfigurationError
from i18n.model import Severity
from i18n.project import Build, Check
from i18n.project.tables import Scripture, Typography


@dataclass(frozen=True, slots=True)
class Settings:
    """The `[check]` table with its lists as severities, and the `[build]` table."""

    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    """By rule id, only what differs from the default; None: off."""
    hosts: tuple[str, ...] = ()
    """Globs of link targets that a translation may change to."""
    build: Build = field(default_factory=Build)
    """What decides which translations are published."""
    typography: Typography = field(default_factory=Typography)
    """The house's marks."""
    scripture: Scripture = field(default_factory=Scripture)
    """How verses are referred to."""


def settings(
    check: Check, build: Build, typography: Typography | None = None, scripture: Scripture | None = None
) -> Settings:
    """Settings from the tables of the configuration.

    Raises `ConfigurationError` for an unknown rule id, one that stands in two lists, and a locked rule that is to
    be lowered.
    """
    severities: dict[str, Severity | None] = {}
    lists = {"error": (check.error, Severity.ERROR), "warn": (check.warn, Severity.WARNING), "off": (check.off, None)}
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
    return Settings(severities, check.hosts, build, typography or Typography(), scripture or Scripture())


def _suggestion(id_: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(id_.replace("_", "-").lower(), known, n=1)
    question = f"Did you mean “{close[0]}”? " if close else ""
    return f"{question}Rules are: {', '.join(known)}."
