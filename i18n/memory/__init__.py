"""What has been translated before?"""

from i18n.memory.lookup import Entry, Match, Memory, Standing, entries

__all__ = ["Entry", "Match", "Memory", "Standing", "entries"]
