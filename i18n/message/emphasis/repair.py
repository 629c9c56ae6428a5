"""Which emphasis of a translation does not render, and how is it written so that it does?

CommonMark (0.31.2 §6.2) does not close `**` after punctuation and before a letter, nor open it the other way
round. Writing that puts no space between a quoted word and what is glued to it runs into this all the time, and
translators cannot see it: in `**“인용”**은` the asterisks are shown to readers.
"""

from __future__ import annotations

import re

from i18n.markdown.dialects import Dialect
from i18n.message.emphasis.meant import RUN, meant
from i18n.message.emphasis.rendered import distance, rendered
from i18n.message.emphasis.written import Repaired, written
from i18n.words.letters import GLUING_LETTER, MAY_GLUE, RIGHT_TO_LEFT

_MARKUP = re.compile(r"[*_~]|<(?:em|strong|del)>")
_MOST = 32
"""Messages with more pairs than this are left alone; people write ten at most."""


def repaired(msgid: str, msgstr: str, dialect: Dialect) -> Repaired:
    """Write the emphasis of `msgstr` so that it renders, where it is meant as the source's is and does not.

    Other Markdown first (`_a_한국어` becomes `*a*한국어`, `**말 **은` becomes `**말** 은`), `<strong>`, `<em>` and
    `<del>` where nothing else renders. No visible character is added, lost or moved; asterisks that the source
    shows too stay. Nothing changes unless the result is nearer to the emphasis of the source. Right-to-left text
    is left alone. Law: idempotent. About 0.05 ms where all renders, 0.3 ms a repair.
    """
    unchanged = Repaired(msgstr)
    if not MAY_GLUE.search(msgstr):
        return unchanged
    if not _MARKUP.search(msgid) or not RUN.search(msgstr) or not GLUING_LETTER.search(msgstr):
        return unchanged
    if RIGHT_TO_LEFT.search(msgstr):
        return unchanged
    source = rendered(msgid, dialect)
    before = distance(source, rendered(msgstr, dialect))
    if not source or before == (0, 0):
        return unchanged
    pairs = meant(msgid, msgstr, dialect)
    if not pairs or len(pairs) > _MOST:
        return unchanged
    result = written(msgstr, pairs, dialect)
    if result is None or distance(source, rendered(result.text, dialect)) >= before:
        return unchanged
    # Marks that can be read in two ways are left to the translator: the second reading would repair them again.
    return unchanged if repaired(msgid, result.text, dialect).changes else result
