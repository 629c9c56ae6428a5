"""What became of bundles, and which articles are not as they were when they were built?"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from i18n.bundle import packing
from i18n.bundle.packing import Refusal
from i18n.errors import InputError
from i18n.manifest.manifest import Built
from i18n.model import Coverage, Finding
from i18n.project import Project
from i18n.store import Store
from i18n.workflow import exit_status
from i18n.workflow.publish import copying

UNCLEAN = "The file says more than what it shows: the last build did not clean it."
AGAIN = "Run “i18n build” and bundle again."


@dataclass(frozen=True, slots=True)
class Bundle:
    """What became of the bundle of one locale."""

    locale: str
    path: str
    articles: int = 0
    files: int = 0
    """Images and other files next to the articles."""
    size: int = 0
    """Bytes of the archive."""
    counts: tuple[Coverage, ...] = ()
    """Those of its articles."""
    written: bool = False
    withheld: tuple[tuple[str, str], ...] = ()
    """Articles (by source path) that stay out, and why, as the end of a sentence."""
    refusals: tuple[Refusal, ...] = ()
    """Why there is no archive; empty when there is one."""


@dataclass(frozen=True, slots=True)
class Bundled:
    """What `bundle` did, or would do."""

    bundles: tuple[Bundle, ...]
    removed: tuple[str, ...] = ()
    """Archives of earlier bundles whose language is published no more."""
    findings: tuple[Finding, ...] = ()
    """Empty: what was found is what `check` found."""
    private: frozenset[str] = frozenset()
    """Paths of the articles that are not to be named."""

    @property
    def writes(self) -> bool:
        """An archive was written or removed."""
        return bool(self.changed)

    @property
    def changed(self) -> tuple[str, ...]:
        """Archives that were written or removed."""
        return (*(bundle.path for bundle in self.bundles if bundle.written), *self.removed)

    @property
    def status(self) -> int:
        """1 if a locale has no archive because something was refused."""
        return exit_status.NO if any(bundle.refusals for bundle in self.bundles) else exit_status.DONE


@dataclass(frozen=True, slots=True)
class Plan:
    """What a worker needs to know."""

    store: Store
    project: Project
    source_date_epoch: int | None
    """Seconds since 1970 that the bundles bear."""
    digests: Mapping[str, str]
    """SHA-256 of the articles that were just read, by path."""


def built_file(plan: Plan, locale: str, path: str, digest: str, *, cleaned: bool) -> tuple[bytes, Refusal | None]:
    """Read a file of a language, empty if it is missing, and say if it is not as it was built.

    `digest`: SHA-256, as it was built; `cleaned`: it is none of the articles, and must say no more than it shows.
    """
    data = plan.store.read_if_there(plan.project.built(path, locale))
    found = packing.stale(path, digest, data)
    if found is None and cleaned and not copying.is_clean(plan.project, data or b""):
        found = Refusal(path, UNCLEAN, AGAIN)
    return data or b"", found


def outdated(plan: Plan, entry: Built) -> Refusal | None:
    """Say that an article is another one than its page was built of."""
    try:
        digest = plan.digests.get(entry.source) or _digest(plan.store, plan.project.original(entry.source))
    except InputError as error:
        return Refusal(entry.output, f"Its article {error.message}.", AGAIN)
    if not digest:
        return Refusal(entry.output, "Its article is gone.", AGAIN)
    if digest != entry.source_sha256:
        return Refusal(entry.output, "Its article has changed since it was built.", AGAIN)
    return None


def _digest(store: Store, name: str) -> str:
    """SHA-256 of a file; empty if there is none. Raises `InputError`."""
    data = store.read_if_there(name)
    return "" if data is None else hashlib.sha256(data).hexdigest()
