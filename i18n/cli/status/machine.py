"""How are counts given to other programs?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from i18n.cli.status.standing import why_not

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from i18n.model import Coverage
    from i18n.workflow.publish.standing import Standing
    from i18n.workflow.status import Counted

_COUNTS = ("translated", "refused", "drafts", "fuzzy", "untranslated", "reviewed", "outdated", "shown")


def as_json(found: Counted, stands: Iterable[Standing], private: Collection[str]) -> str:
    """Give all counts as JSON with sorted keys.

    `files` are those with text, such as pictures, that lack one for readers of some languages.
    `percent` is that of words translated, rounded down; `private` counts articles that are not named. `live` and
    `reason` are there where all articles were counted; the reason is empty for a language that is live.
    """
    live = {each.locale: {"live": each.is_live, "reason": why_not(each, private)} for each in stands}
    value = {
        "format": 1,
        "articles": {
            row.article: {"private": row.private, "locales": {tag: _value(counts) for tag, counts in row.locales}}
            for row in found.rows
        },
        "private": found.unnamed,
        "files": {path: {"missing": list(locales)} for path, locales in found.files},
        "locales": {tag: {**_value(counts), **live.get(tag, {})} for tag, counts in found.totals},
    }
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)


def _value(counts: Coverage) -> dict[str, Any]:
    messages = {state: getattr(counts, state) for state in _COUNTS}
    words = {state: getattr(counts, f"words_{state}") for state in _COUNTS}
    return {
        "messages": {**messages, "total": counts.messages},
        "percent": counts.percent,
        "words": {**words, "total": counts.words},
    }
