"""May a build show the msgstr of a unit?"""

from __future__ import annotations

from i18n.catalog.origin import is_reviewed, is_untouched_draft
from i18n.model import Unit
from i18n.project import Build


def is_published(unit: Unit, build: Build) -> bool:
    """Tell by `[build]` whether readers may see a unit's msgstr: a finished one, and what the project adds to these."""
    if not unit.msgstr or unit.obsolete:
        return False
    if build.require == "reviewed":
        return is_reviewed(unit)
    if not unit.fuzzy:
        return True
    if is_untouched_draft(unit):
        return build.drafts
    return build.outdated == "keep" and unit.previous_msgid is not None
