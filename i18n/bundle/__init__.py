"""From built articles to archives that anyone can check."""

from i18n.bundle.archive import archive
from i18n.bundle.packing import Contents, Refusal, contents, stale
from i18n.manifest.manifest import Built, Locale, Manifest, parse, serialize

__all__ = ["Built", "Contents", "Locale", "Manifest", "Refusal", "archive", "contents", "parse", "serialize", "stale"]
