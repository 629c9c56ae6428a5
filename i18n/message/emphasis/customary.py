"""Does emphasis differ from the source's only by what is customary in the language of a translation?"""

from __future__ import annotations

import re

from i18n.message.emphasis.stressed import stressed

_QUOTES = re.compile('["“”„‟«»「」『』《》〈〉]')
_LABEL = re.compile(r"\W*([^:：.]{2,40})[:：]")
"""The words before a colon with which a message begins: a label."""
_PARTICLES = frozenset(
    "ab an auf aus bei durch ein fest frei fern her herunter heraus hin hinein hoch los mit nach nieder um unter vor"
    " weg weiter zu zurück zusammen aan af dicht door in mee om op over terug toe uit vast voor".split()
)
"""What German and Dutch put at the end of a sentence, of a verb that stands at its beginning: Schalten Sie … aus."""
_JOINED = re.compile(r"[\s,;/&]*(?:and|or)?[\s,;/&]*")
"""What stands between texts that are emphasised one by one, or as a whole."""


def is_customary(source: str, target: str) -> bool:
    """Tell whether a translation has emphasis that its source lacks, or the other way round, as languages do.

    Foreign words and labels are emphasised in some languages and not in others; titles stand in quotation marks or
    in italics; a verb may be in two parts; two words next to each other may be emphasised as one.
    """
    there, here = stressed(source), stressed(target)
    quoted = (len(_QUOTES.findall(target)) - len(_QUOTES.findall(source))) // 2
    more = len(here.texts) - len(there.texts)
    if more > 0:
        new = [text for text in here.texts if text not in there.texts]
        if quoted <= -more:
            return True
        return sum(_is_kept(text, there.rest) or _is_label(text, source, target) for text in new) >= more or (
            more == 1 and here.texts[-1].strip(".!").lower() in _PARTICLES and bool(there.texts)
        )
    if more < 0:
        gone = [text for text in there.texts if text not in here.texts]
        return (
            quoted >= -more
            or sum(text.islower() and _is_kept(text, here.rest) for text in gone) >= -more
            or (len(here.texts) == 1 and _are_joined(source, there.texts))
        )
    return False


def _is_kept(text: str, other: str) -> bool:
    """Whether another text has the same words, outside of emphasis."""
    return re.search(rf"(?<!\w){re.escape(text.strip())}(?!\w)", other) is not None


def _is_label(text: str, source: str, target: str) -> bool:
    wanted, found = _LABEL.match(source), _LABEL.match(target)
    return bool(wanted and found) and text.strip(" :：") == re.sub(r"[*_]|<[^>]*>", "", found[1]).strip()  # type: ignore[index]


def _are_joined(source: str, texts: tuple[str, ...]) -> bool:
    """Whether all emphasised texts of a source stand next to each other."""
    marks = r"(?:[*_]{1,3})"
    between = _JOINED.pattern
    pattern = between.join(f"{marks}{re.escape(text)}{marks}" for text in texts)
    return len(texts) > 1 and re.search(pattern, source) is not None
