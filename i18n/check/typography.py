"""Is a translation set as books of its language are?"""

from __future__ import annotations

from collections.abc import Iterator

from i18n.check.rule import Pair, Remark
from i18n.check.wording import visible
from i18n.message.typography import set_otherwise


def typography(pair: Pair) -> Iterator[Remark]:
    """Look for spaces, dashes, marks and ordinals that are set as in another language.

    A house with quotation marks of its own is told of others by `punctuation`.
    """
    source, target = pair.source.prose, pair.target.prose
    if source != target:
        for said in set_otherwise(source, target, pair.locale, quotes=pair.quotes is None):
            yield Remark(visible(said.text), said.severity)
