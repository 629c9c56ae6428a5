"""Does emphasis stand on the words that the source emphasises?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.check.rule import Pair, Remark
from i18n.check.wording import quoted
from i18n.message.emphasis.stressed import Stressed, stressed
from i18n.words.kindred import shared, tokens

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
    source, target = stressed(pair.msgid), stressed(pair.msgstr)
    if not source.texts or len(source.texts) != len(target.texts):
        return
    if moved := [*_left(source, target), *_left(target, source), *_terms_left(pair, source, target)]:
        yield Remark(f"Emphasis stands on other words than in the source: {quoted(moved[:1])}.")


def _left(one: Stressed, other: Stressed) -> Iterator[str]:
    """Emphasised texts of one message whose words another one has outside of its emphasis, and nowhere in it."""
    rest, outside = tokens(_ASIDE.sub(" ", one.rest)), tokens(_ASIDE.sub(" ", other.rest))
    inside = {token for text in other.texts for token in tokens(text)}
    for text in one.texts:
        own = tokens(text)
        told = [token for token in own if token not in rest and token in outside]
        if told and len(text.split()) <= _WORDS and not shared(own, inside):
            yield text


def _terms_left(pair: Pair, source: Stressed, target: Stressed) -> Iterator[str]:
    """The emphasised text of the source, if it is a term that the translation has in its other words alone."""
    if not pair.terms or len(source.texts) != 1:
        return
    from i18n.memory.glossary import placed  # only where there is a glossary

    parts = ((source.texts[0], target.texts[0]), (source.rest, target.rest))
    if len(source.texts[0].split()) <= _WORDS and placed(pair.terms, parts, pair.locale) == {False}:
        yield source.texts[0]
