"""What numbers do texts give, in any language's writing, and are they the same?"""

from i18n.numbers.comparison import Difference, compare

__all__ = ["Difference", "compare"]
