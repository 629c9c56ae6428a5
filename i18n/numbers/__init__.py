"""What numbers do texts give, in any language's writing, and are they the same?"""

from i18n.numbers.comparison import Difference, compare
from i18n.numbers.given import Given

__all__ = ["Difference", "Given", "compare"]
