"""What has been translated before?"""

from i18n.memory.growth import Growth
from i18n.memory.lookup import Entry, EntryIndex, Match, Memory, Standing, beginnings, entries
from i18n.memory.stored import StoredMemory, words

__all__ = [
    "Entry",
    "EntryIndex",
    "Growth",
    "Match",
    "Memory",
    "Standing",
    "StoredMemory",
    "beginnings",
    "entries",
    "words",
]
