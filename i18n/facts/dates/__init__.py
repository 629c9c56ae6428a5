"""Which days and months does a text name in words, and how does another language write them?"""

from i18n.facts.dates.date import Date, Days
from i18n.facts.dates.exchanged import exchanged
from i18n.facts.dates.reading import dates, is_ordered, unsure
from i18n.facts.dates.writing import days_written, lead_written, written

__all__ = ["Date", "Days", "dates", "days_written", "exchanged", "is_ordered", "lead_written", "unsure", "written"]
