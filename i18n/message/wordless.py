"""Is there nothing in a message that a language would say in words of its own?"""

from __future__ import annotations

import functools
import re

from i18n.message.unparsed import prose
from i18n.numbers.quantities import QUANTITY
from i18n.words import addresses

_GATE = re.compile(r"\d|://|@")
_WORDS = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
_LETTER = re.compile(r"[^\W\d_]")


def is_wordless(message: str) -> bool:
    """Tell whether a message is numbers with units, addresses, code or placeholders alone, as `20 m²` is.

    Verses have words: `John 3:16` is written otherwise in other languages.
    """
    if _GATE.search(message) is None or _WORDS.search(message):
        return False
    bare, _ = addresses.without_addresses(_quantity().sub(" ", message))
    return _LETTER.search(prose(bare).replace(addresses.FILLER, " ")) is None


@functools.cache
def _quantity() -> re.Pattern[str]:
    return re.compile(QUANTITY)
