"""Apertium: rule-based translation on this machine, with no key and no network."""

from i18n.draft.engines.apertium.engine import Apertium

__all__ = ["Apertium"]
