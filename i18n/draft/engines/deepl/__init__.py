"""DeepL, by its official package."""

from i18n.draft.engines.deepl.account import KEY
from i18n.draft.engines.deepl.engine import FORMALITY, MODES, DeepL

__all__ = ["FORMALITY", "KEY", "MODES", "DeepL"]
