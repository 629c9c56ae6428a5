"""Which verses of the Bible does a text refer to, and how does another language write that? Nothing is renumbered."""

from i18n.facts.scripture.reading import references
from i18n.facts.scripture.reference import Reference
from i18n.facts.scripture.table import traditions
from i18n.facts.scripture.writing import written

__all__ = ["Reference", "references", "traditions", "written"]
