"""Are identifiers that stand in the source's prose still there?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from i18n.check.rule import Pair, Remark
from i18n.check.wording import quoted
from i18n.words.literals import literals

_TOKEN = re.compile(r"(?<![\w./@$-])[A-Za-z][A-Za-z0-9]+(?![\w/@]|[-.]\w)")
_NO_WORD = re.compile(r"[A-Za-z]*\d[A-Za-z0-9]*|[A-Z]{3,}|[bcdfghj-np-tv-xz]{3,}|[A-Za-z]?[a-z]+(?:[A-Z][a-z0-9]*)+")
"""Letters that make no word: with digits or capitals within, capitals alone, without a vowel."""


def literal(pair: Pair) -> Iterator[Remark]:
    """Look for names of options, functions and files outside code marks, which nobody translates.

    And for such as make no word and are code elsewhere in the article.
    """
    wanted = dict.fromkeys([*literals(pair.source.prose), *_code_elsewhere(pair.source.prose, pair.codes)])
    if missing := [one for one in wanted if one not in pair.msgstr]:
        yield Remark(f"{quoted(missing)} is missing. Programs read it: keep it as it is, in code marks if you like.")


def _code_elsewhere(prose: str, codes: Iterable[str]) -> Iterator[str]:
    if codes:
        yield from (word for word in _TOKEN.findall(prose) if word in codes and _NO_WORD.fullmatch(word))
