"""Which articles did an earlier command read, so that this one need not parse the same bytes?"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from i18n.extract import kept
from i18n.extract.article import Rules
from i18n.extract.drafts import depends_on_day
from i18n.extract.kept import Kept
from i18n.extract.source import Source
from i18n.model import Article
from i18n.project import Known
from i18n.workflow import reading
from i18n.workflow.remembering import decoded, encoded, of_this_program

if TYPE_CHECKING:
    from i18n.store.state import State

_STEP = "read articles"


def read(source: Source) -> bytes | None:
    """What to remember of an article; None if another day may make something else of it."""
    data = source.article.data
    if depends_on_day(data, source.article.path, source.rules.drafts):
        return None
    return encoded(kept.kept(source, hashlib.sha256(data).hexdigest()))


def source_of(known: Known, data: bytes, rules: Rules, found: bytes | None) -> Source:
    """Make of an article what `reading.source_of` makes, by what was `found` in it before if that holds.

    Raises `InputError`.
    """
    before = decoded(Kept, found) if found is not None else None
    if before is not None:
        article = Article(known.path, known.name, known.reference, data, known.private)
        source = kept.source_of(article, hashlib.sha256(data).hexdigest(), rules, before)
        if source is not None:
            return source
    return reading.source_of(known, data, rules)


class Memory:
    """What the state holds of articles that are read by the rules of a project."""

    def __init__(self, state: State | None, rules: Rules) -> None:
        self._state = state
        self._key = of_this_program(_STEP, rules.timeless)

    def keep(self, known: Known, found: bytes | None) -> None:
        """Remember what was found in an article."""
        if found is not None and self._state:
            self._state.keep(_STEP, known.reference, self._key, {}, found)

    def recalled(self, articles: Sequence[Known]) -> dict[str, bytes]:
        """What was found in articles, by reference; whoever reads their bytes sees whether it was in these."""
        if self._state is None:
            return {}
        found = self._state.recall(_STEP, {known.reference: self._key for known in articles}, {})
        return {reference: reading for reference, (reading, _) in found.items()}
