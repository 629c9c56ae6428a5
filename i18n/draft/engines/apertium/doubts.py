"""Which words of a draft by Apertium should a translator look at?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from i18n.draft.engine import Doubtful, Why
from i18n.draft.engines.apertium.senses import misread
from i18n.locales import language
from i18n.message.marks import Role, Token

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}’'-]+")
_HELD = "\ufffc"
"""Stands for a placeholder, so that no two words become one."""
_WITHIN = r"(?<=[\p{{Ll}}\p{{Nd}},;:)”’] ){}(?!\w)"
"""Within a sentence, where a capital says that it is a name."""


def unknown(words: Iterable[str], before: Iterable[Doubtful], *, pivot: bool) -> Iterator[Doubtful]:
    """Tell of words that a dictionary lacks.

    `pivot`: it is the second one, so that words that were not doubtful before are of the language between. What has no
    two letters, or digits among them, is no word, and an abbreviation in capitals is the same everywhere.
    """
    known = {each.word.casefold() for each in before}
    for word in words:
        if _WORD.fullmatch(word) and not word.isupper() and word.casefold() not in known:
            yield Doubtful(word, Why.PIVOT if pivot else Why.UNKNOWN)


def bare(words: Iterable[str]) -> Iterator[Doubtful]:
    """Tell of words that could not be inflected."""
    return (Doubtful(word, Why.FORM) for word in words if _WORD.fullmatch(word))


def doubts(
    source: Sequence[Token],
    answer: Sequence[Token],
    said: Iterable[Doubtful],
    names: Iterable[str],
    origin: str,
    target: str,
) -> tuple[Doubtful, ...]:
    """Tell what to look at in an answer in the end.

    `said`: by the pipelines on the way, of which only what is still there counts. `names`: words that were held back.
    `origin` and `target` are BCP 47.
    """
    text, draft = _plain(source), _plain(answer)
    found = [Doubtful(name, Why.NAME) for name in names]
    there = (each for each in said if regex.search(rf"(?<!\w){regex.escape(each.word)}(?!\w)", draft))
    found += (Doubtful(each.word, Why.NAME) if _is_name(each, text) else each for each in there)
    if language(origin) == "en":
        found += (Doubtful(word, Why.SENSE) for word in misread(text, draft, target))
    return tuple(dict.fromkeys(found))


def _plain(tokens: Iterable[Token]) -> str:
    return "".join(token if isinstance(token, str) else _HELD * (token.role is Role.HOLD) for token in tokens)


def _is_name(each: Doubtful, text: str) -> bool:
    return (
        each.why is Why.UNKNOWN
        and each.word[:1].isupper()
        and regex.search(_WITHIN.format(regex.escape(each.word)), text) is not None
    )
