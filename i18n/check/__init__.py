"""Findings about catalogs: one rule a function, one place for severities and waivers."""

from i18n.check.rules import RULES
from i18n.check.settings import Settings
from i18n.check.units import Where, adjusted, check_unit, findings

__all__ = ["RULES", "Settings", "Where", "adjusted", "check_unit", "findings"]
