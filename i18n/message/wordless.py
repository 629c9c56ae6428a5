"""Is there nothing in a message that a language would say in words of its own?"""

from __future__ import annotations

import functools
import re

from i18n.message.unparsed import prose
from i18n.numbers.quantities import QUANTITY
from i18n.words import addresses

_GATE = re.compile(r"\d|://|@")
_WORDS = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
_ENTITY = re.compile(r"&(?:euro|pound|yen|cent|ndash|minus|plusmn|times|thinsp|[lg]e|sup[123]|frac\d\d|permil);")
"""What is no letter, of what numbers have around them; blanks belong to a quantity."""
_LETTER = re.compile(r"[^\W\d_]")


def is_wordless(message: str) -> bool:
    """Tell whether a message is numbers with units, addresses, code or placeholders alone, as `20 m²` is.

    Verses have words: `John 3:16` is written otherwise in other languages.
    """
    if _GATE.search(message) is None or _WORDS.search(message):
        return False
    message = _ENTITY.sub(" ", message)
    bare, _ = addresses.without_addresses(_quantity().sub(" ", message))
    return _LETTER.search(prose(bare).replace(addresses.FILLER, " ")) is None


def has_units(message: str) -> bool:
    """Tell whether a message without words has letters all the same, as those of `kg`."""
    return _LETTER.search(prose(_ENTITY.sub(" ", message))) is not None


@functools.cache
def _quantity() -> re.Pattern[str]:
    return re.compile(QUANTITY)
