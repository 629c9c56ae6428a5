"""How does emphasis render, and how is it written so that it does?"""

from i18n.message.emphasis.rendered import TAGS, shows_marks
from i18n.message.emphasis.repair import repaired
from i18n.message.emphasis.written import Change, Repaired, with_asterisks

__all__ = ["TAGS", "Change", "Repaired", "repaired", "shows_marks", "with_asterisks"]
