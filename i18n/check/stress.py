"""Does emphasis stand on the words that the source emphasises?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from i18n.check.rule import Pair, Remark
from i18n.check.wording import quoted
from i18n.words.kindred import shared, tokens

_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_LETTER_OF_CODE = 0xE000
_STRESSED = re.compile(r"(?<![\\A-Za-z0-9*_])(\*\*|__|\*|_)(?=[^\s*_])((?:[^*_\n]|(?<=\w)_(?=\w))+)(?<=\S)\1(?![*_])")
_ADDRESS = re.compile(r"\]\([^)\s]*\)|<[^<>]*>")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
"""Where a name stands once more as the source spells it."""
_WORDS = 3
"""Words of emphasis up to which one of them stands for all."""


def stress(pair: Pair) -> Iterator[Remark]:
    """Find emphasis of a number, a name, code or a term that the translation has outside of its own emphasis.

    And emphasis of what the source has outside of it. Where the amount of emphasis differs the build says so.
    """
    if ("*" not in pair.msgid and "_" not in pair.msgid) or pair.msgid == pair.msgstr:
        return
    source, target = _Stressed(pair.msgid), _Stressed(pair.msgstr)
    if not source.texts or len(source.texts) != len(target.texts):
        return
    if moved := [*_left(source, target), *_left(target, source), *_terms_left(pair, source, target)]:
        yield Remark(f"Emphasis stands on other words than in the source: {quoted(moved[:1])}.")


class _Stressed:
    """The emphasised texts of a message, and the rest of it."""

    def __init__(self, message: str) -> None:
        codes: list[str] = []

        def letter(found: re.Match[str]) -> str:
            codes.append(found[0])
            return chr(_LETTER_OF_CODE + len(codes) - 1)

        text = _ADDRESS.sub(" ", _CODE.sub(letter, message))
        self.texts = [_with_codes(found[2], codes) for found in _STRESSED.finditer(text)]
        self.rest = _with_codes(_STRESSED.sub(" ", text), codes)
        self.inside = [token for each in self.texts for token in tokens(each)]
        self.outside = tokens(_ASIDE.sub(" ", self.rest))


def _with_codes(text: str, codes: Sequence[str]) -> str:
    for at, code in enumerate(codes):
        text = text.replace(chr(_LETTER_OF_CODE + at), code)
    return text


def _left(one: _Stressed, other: _Stressed) -> Iterator[str]:
    """Emphasised texts of one message whose words another one has outside of its emphasis, and nowhere in it."""
    for text in one.texts:
        own = tokens(text)
        told = [token for token in own if token not in one.outside and token in other.outside]
        if told and len(text.split()) <= _WORDS and not shared(own, set(other.inside)):
            yield text


def _terms_left(pair: Pair, source: _Stressed, target: _Stressed) -> Iterator[str]:
    if not pair.terms or len(source.texts) != 1:
        return
    from i18n.memory.glossary import placed  # only where there is a glossary

    parts = ((source.texts[0], target.texts[0]), (source.rest, target.rest))
    if len(source.texts[0].split()) <= _WORDS and placed(pair.terms, parts, pair.locale) == {False}:
        yield source.texts[0]
