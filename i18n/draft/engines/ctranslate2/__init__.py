"""CTranslate2: neural translation on this machine, by models that the user has; nothing is ever downloaded."""

from i18n.draft.engines.ctranslate2.engine import CTranslate2

__all__ = ["CTranslate2"]
