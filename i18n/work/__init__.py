"""Where does work run?"""

from i18n.work.processes import Processes, processors
from i18n.work.workers import Here, Item, Workers

__all__ = ["Here", "Item", "Processes", "Workers", "processors"]
