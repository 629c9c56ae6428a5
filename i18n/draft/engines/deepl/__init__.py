"""DeepL, by its API."""

from i18n.draft.engines.deepl.client import KEY
from i18n.draft.engines.deepl.engine import DeepL

__all__ = ["KEY", "DeepL"]
