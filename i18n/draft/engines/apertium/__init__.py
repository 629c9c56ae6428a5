"""Apertium: rule-based translation with no key, on this machine or by a server of one's own."""

from i18n.draft.engines.apertium.engine import Apertium
from i18n.draft.engines.apertium.server import ApertiumServer

__all__ = ["Apertium", "ApertiumServer"]
