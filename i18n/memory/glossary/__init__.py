"""Which words has the project settled on, language by language?"""

from i18n.memory.glossary.glossary import Glossary
from i18n.memory.glossary.parsing import parse
from i18n.memory.glossary.presence import Lapse, lapses, placed
from i18n.memory.glossary.term import Status, Term

__all__ = ["Glossary", "Lapse", "Status", "Term", "lapses", "parse", "placed"]
