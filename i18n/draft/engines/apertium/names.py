"""Which words of a text name people and places, so that a dictionary would translate what no translator does?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from i18n.locales import language
from i18n.locales.names import regions
from i18n.locales.quantities import months, weekdays
from i18n.message.marks import Mark, Role, Token

_WORD = r"\p{Lu}[\p{Ll}’'-]+"
_TITLES = r"(?:Mr|Mrs|Ms|Dr|Prof|Rev|St|Fr|Sr)\.?"
_NAMES = regex.compile(
    rf"(?<=[\p{{Ll}}\p{{Nd}},;:)”’] )(?:{_TITLES} )?(?P<name>{_WORD}(?: {_WORD})+)(?!\w)"
    rf"|\b{_TITLES} (?P<name>{_WORD}(?: {_WORD})*)(?!\w)"
)
"""Two capitalised words and more within a sentence, and what follows a title. One alone may be any word."""
_CAPITALISED = regex.compile(r"\b\p{Lu}")
_WORDS = regex.compile(r"\p{L}[\p{L}’'-]*")
_MOST = 0.75
"""Share of capitalised words from which on a text is a title, in which every word may have a capital."""
_SMALL = frozenset("a an and as at by for from in into is of on or the to we with".split())
"""Words that have no capital in a title unless they begin it."""


def with_names(tokens: Sequence[Token], source: str) -> tuple[tuple[Token, ...], Mapping[Mark, str]]:
    """Put placeholders in the place of names in an English text, and say what each stands for.

    Names of countries, months and weekdays are words of every dictionary, and stay.
    """
    text = " ".join(token for token in tokens if isinstance(token, str))
    if language(source) != "en" or _is_title(text):
        return tuple(tokens), {}
    number = max((token.id for token in tokens if isinstance(token, Mark)), default=0)
    made: list[Token] = []
    names: dict[Mark, str] = {}
    for at, token in enumerate(tokens):
        if not isinstance(token, str) or (_is_opening(tokens[at - 1 : at]) and _is_headline(token)):
            made.append(token)
            continue
        for part in _parts(token, source):
            if isinstance(part, str):
                made.append(part)
                continue
            number += 1
            (name,) = part
            names[Mark(Role.HOLD, number)] = name
            made.append(Mark(Role.HOLD, number))
    return tuple(made), names


def restored(tokens: Sequence[Token], names: Mapping[Mark, str]) -> tuple[Token, ...]:
    """Put the names back; text next to text becomes one."""
    made: list[Token] = []
    for token in tokens:
        said = names.get(token, token) if isinstance(token, Mark) else token
        if isinstance(said, str) and made and isinstance(made[-1], str):
            made[-1] += said
        else:
            made.append(said)
    return tuple(made)


def _parts(text: str, source: str) -> Iterator[str | tuple[str]]:
    at = 0
    for found in _NAMES.finditer(text):
        start, end = found.span("name")
        if _is_known(found["name"], source):
            continue
        if text[at:start]:
            yield text[at:start]
        yield (found["name"],)
        at = end
    if text[at:]:
        yield text[at:]


def _is_known(name: str, source: str) -> bool:
    words = {word.casefold() for word in name.split()}
    return name in regions(source) or not words.isdisjoint(months(source)) or not words.isdisjoint(weekdays(source))


def _is_title(text: str) -> bool:
    words = _WORDS.findall(text)
    return len([word for word in words if _CAPITALISED.match(word)]) > _MOST * len(words)


def _is_opening(before: Sequence[Token]) -> bool:
    return any(isinstance(token, Mark) and token.role is Role.OPEN for token in before)


def _is_headline(text: str) -> bool:
    """Whether it is the title of an article, in capitals but for small words, of which it has one."""
    words = _WORDS.findall(text)
    small = [word for word in words if word.casefold() in _SMALL]
    return (
        0 < len(small) < len(words)
        and words[0][0].isupper()
        and all(word[0].isupper() for word in words if word.casefold() not in _SMALL)
    )
