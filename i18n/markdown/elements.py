"""Which elements and attributes of HTML are for readers?"""

from __future__ import annotations

import re

INLINE = frozenset(
    "a abbr b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small "
    "span strike strong sub sup time tt u var wbr".split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""Elements without an end tag."""
HIDDEN = frozenset("script style pre svg math textarea code kbd samp var template noscript iframe object".split())
"""Elements whose text is not for readers, or must stay as it is."""
TEXT_ATTRIBUTES = frozenset("alt title aria-label placeholder summary".split())
"""Those that readers read, so that their values are translated; `label` and `value` may be read by programs."""
EMPHASIS = {"em": "emphasis", "strong": "strong", "del": "strikethrough"}
"""Elements that mean what Markdown does, without attributes."""
EMPHASIS_TAG = re.compile(rf"<(/?)({'|'.join(EMPHASIS)})>")
