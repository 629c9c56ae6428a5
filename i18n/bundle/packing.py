"""What of a built language goes into its bundle, and what stands in the way?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from i18n.bundle.archive import MANIFEST
from i18n.manifest import manifest
from i18n.project import names

_AGAIN = "Run “i18n build” and bundle again."


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a bundle cannot be made as things are."""

    path: str
    """Below the locale's folder."""
    reason: str
    """A sentence."""
    hint: str
    """What to do about it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a bundle of one language is to hold."""

    members: tuple[tuple[str, str], ...]
    """Path below the locale's folder and SHA-256, sorted: articles that may go out, and the files they use."""
    withheld: tuple[manifest.Built, ...]
    """Articles that stay at home; each says why (`Built.withheld`)."""
    refusals: tuple[Refusal, ...]
    """Paths that cannot stand in an archive."""


def contents(locale: manifest.Locale) -> Contents:
    """Choose what a bundle holds: nothing that the manifest does not list, no file that only withheld articles use."""
    packed = [article for article in locale.articles if not article.withheld]
    used = {path for article in packed for path in article.files}
    members = {article.output: article.output_sha256 for article in packed}
    members |= {path: digest for path, digest in locale.files if path in used}
    withheld = tuple(article for article in locale.articles if article.withheld)
    return Contents(tuple(sorted(members.items())), withheld, tuple(_unpackable(members)))


def stale(path: str, digest: str, data: bytes | None) -> Refusal | None:
    """What is not as the manifest says of a file: it is missing (None), or has another SHA-256 than this.

    A bundle with a hole, or with something nobody checked, is worse than none: with any refusal there is no archive.
    """
    if data is None:
        return Refusal(path, "The file is listed in the manifest and missing.", _AGAIN)
    if hashlib.sha256(data).hexdigest() != digest:
        return Refusal(path, "The file is not the one that was built: it has changed since.", _AGAIN)
    return None


def _unpackable(members: Mapping[str, str]) -> Iterator[Refusal]:
    hint = "Rename the file and build again."
    for path in sorted(members):
        if reason := names.objection(path):
            yield Refusal(path, f"The path {reason}.", hint)
        elif path == MANIFEST:
            yield Refusal(path, "The name is that of the archive's own list.", hint)
    for one, other in names.collisions([*members, *({MANIFEST} - members.keys())]):
        yield Refusal(other, f"On some systems it takes the place of “{one}”.", hint)
