"""DeepL, by its API."""

from i18n.draft.engines.deepl.client import KEY
from i18n.draft.engines.deepl.engine import FORMALITY, MODES, DeepL

__all__ = ["FORMALITY", "KEY", "MODES", "DeepL"]
