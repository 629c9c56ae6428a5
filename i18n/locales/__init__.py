"""Everything asked of CLDR: which language a tag names, what it is called, how it is written and counted."""

from i18n.locales.names import name_in, own_name
from i18n.locales.plurals import plural_forms
from i18n.locales.subtags import Subtags, direction, likely, lineage, script, subtags
from i18n.locales.tags import canonical, from_gettext, gettext_form, language, recognized

__all__ = [
    "Subtags", "canonical", "direction", "from_gettext", "gettext_form", "language", "likely", "lineage", "name_in",
    "own_name", "plural_forms", "recognized", "script", "subtags",
]  # fmt: skip
