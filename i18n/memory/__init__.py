"""What has been translated before?"""

from i18n.memory.lookup import Entry, EntryIndex, Match, Memory, Standing, beginnings, entries

__all__ = ["Entry", "EntryIndex", "Match", "Memory", "Standing", "beginnings", "entries"]
