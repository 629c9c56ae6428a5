"""Is a translation in the language of its catalog?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.check.rule import Pair, Remark
from i18n.locales import language, name_in, script
from i18n.words.stopwords import STOP_WORDS, has_letters, in_another_script, other_language

_LEAST = 5
"""Spaces of a text of six words."""
_MIRRORED = "\u202e"
"""What a pseudo-locale writes the words of its source between."""
_QUOTED = re.compile(r"[“„«\"「『][^“”„«»\"」』]*[”“»\"」』]")


def tongue(pair: Pair) -> Iterator[Remark]:
    """Find a text of six words and more whose small words, or letters, are those of another language.

    Where py3langid is installed and takes the text for one in the right language, nothing is found.
    """
    text = pair.target.prose
    if text == pair.source.prose or _MIRRORED in text:
        return
    if in_another_script(text, script(pair.locale)):
        yield Remark("It is in another script than that of its catalog's language, it seems.")
        return
    if text.count(" ") < _LEAST:
        return
    text = _QUOTED.sub(" ", text)
    if text.count(" ") < _LEAST or language(pair.locale) == language(pair.source_locale):
        return
    found = _other(text, pair.locale)
    if found and not _is_confirmed(text, found, language(pair.locale)):
        yield Remark(f"It is not in the language of its catalog, but in {name_in(found, 'en') or found}, it seems.")


def _other(text: str, locale: str) -> str:
    """The language of the text's small words; in another script than the locale's it may be any but the locale's."""
    tongue, writing = language(locale), script(locale)
    if not has_letters(text, writing):
        return other_language(text, "")
    return other_language(text, tongue) if tongue in STOP_WORDS else ""


def _is_confirmed(text: str, found: str, tongue: str) -> bool:
    """Whether the text is in the language that it should be in, to a model that tells it from the one found."""
    from i18n.draft.quality.identification import likelier  # a model of its own, where it is installed

    return likelier(text, tongue, found) == tongue
