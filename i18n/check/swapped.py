"""Do two links of a translation stand on each other's words?"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from i18n.check.rule import Pair, Remark
from i18n.check.wording import quoted
from i18n.message.markup import Markup
from i18n.words.kindred import shared, tokens

_MOST = 12
"""Links of a message up to which each is compared with each other one."""
_ENDING = re.compile(r"\.\w{1,5}(?=#|\Z)")

_Texts = Mapping[str, str]
"""What readers click, by the target; only where a target stands once."""


def swapped_links(pair: Pair) -> Iterator[Remark]:
    """Find two links of which one has words of the other one's text, and neither has any of its own.

    Words that tell are numbers, code, names, words that both languages share, terms of the glossary, and what a
    target calls itself. In which order the links stand says nothing: languages order words in their own ways.
    """
    if min(len(pair.source.targets), len(pair.target.targets)) <= 1 or pair.msgid == pair.msgstr:
        return
    source, target = _texts(pair.source), _texts(pair.target)
    for one, other in itertools.combinations([each for each in source if each in target][:_MOST], 2):
        if _are_swapped(pair, source, target, (one, other)):
            texts = quoted([target[one], target[other]])
            yield Remark(f"The links of {texts} seem to be swapped. Compare where they lead with the source.")
            return


def _texts(markup: Markup) -> _Texts:
    links = [each for each in markup.targets if each.kind != "footnote"]
    counted = Counter(each.value for each in links)
    return {each.value: each.text for each in links if counted[each.value] == 1 and each.text.strip()}


def _are_swapped(pair: Pair, source: _Texts, target: _Texts, both: tuple[str, str]) -> bool:
    wanted = _distinct(*(tokens(f"{source[each]} {_named(each)}") for each in both))
    written = _distinct(*(tokens(target[each]) for each in both))
    own = any(shared(mine, set(its)) for mine, its in zip(wanted, written, strict=True))
    other = any(shared(mine, set(its)) for mine, its in zip(wanted, reversed(written), strict=True))
    by_terms = _terms(pair, source, target, both)
    return not (own or True in by_terms) and (other or False in by_terms)


def _distinct(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """What one text has and the other one has not."""
    return [each for each in one if each not in other], [each for each in other if each not in one]


def _named(target: str) -> str:
    """What a target calls itself: the name of its file, the place in it."""
    return _ENDING.sub("", target.rstrip("/")).rpartition("/")[2].replace("_", " ")


def _terms(pair: Pair, source: _Texts, target: _Texts, both: tuple[str, str]) -> set[bool]:
    """Of each term that one of both texts has: whether its translation stands in the text of the same link."""
    if not pair.terms:
        return set()
    from i18n.memory.glossary import placed  # only where there is a glossary

    texts = [(source[each], target[each]) for each in both]
    return placed(pair.terms, (texts[0], texts[1]), pair.locale)
