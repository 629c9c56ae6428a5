"""From built articles to archives that anyone can check."""

from i18n.bundle.archive import Member, pack, with_manifest
from i18n.bundle.packing import Contents, Refusal, contents, stale
from i18n.manifest.manifest import Built, Locale, Manifest, parse, serialize

__all__ = [
    "Built",
    "Contents",
    "Locale",
    "Manifest",
    "Member",
    "Refusal",
    "contents",
    "pack",
    "parse",
    "serialize",
    "stale",
    "with_manifest",
]
