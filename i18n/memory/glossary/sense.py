"""Is a word of an English text the term of a glossary, or a name or a verb that is spelled like it?"""

from __future__ import annotations

from collections.abc import Sequence

from i18n.message.whole_words import Atom

_BEFORE_VERBS = frozenset(
    "to can could will would may might must should shall do does did cannot not please i we you they who".split()
)
_BEFORE_VERBS_IN_S = frozenset("he she it who".split())
_AFTER_ORDERS = frozenset("the a an your his her their our its this these those each every all any how what".split())
"""What follows the verb of an order, and no noun at the beginning of a sentence."""
_STOPS = frozenset('.!?:;…“"(—•')


def is_another(text: Sequence[Atom], start: int, end: int) -> bool:
    """Tell whether the words of a text from `start` to `end`, as atoms, are part of a name, or a verb.

    They are those of a term in small letters.
    """
    return _is_name(text, start, end) or (end - start == 1 and _is_verb(text, start))


def _is_verb(text: Sequence[Atom], at: int) -> bool:
    word, before = text[at].text.lower(), text[at - 1].text.lower() if at else ""
    if not at or before in _STOPS:
        return at + 1 < len(text) and text[at + 1].text.lower() in _AFTER_ORDERS
    return before in (_BEFORE_VERBS_IN_S if word.endswith("s") else _BEFORE_VERBS)


def _is_name(text: Sequence[Atom], start: int, end: int) -> bool:
    """Whether they have capitals, a neighbour has one too, and the text is no title in capitals."""
    if not all(_is_capital(atom) for atom in text[start:end]):
        return False
    first = start - 1
    before = first > 0 and _is_capital(text[first]) and text[first - 1].text not in _STOPS
    after = end < len(text) and text[end].apart and _is_capital(text[end])
    return (before or after) and not _is_title(text)


def _is_capital(atom: Atom) -> bool:
    return atom.text[:1].isupper() and not atom.text.isupper()


def _is_title(text: Sequence[Atom]) -> bool:
    words = [atom.text for atom in text if atom.text.isalpha()]
    return 2 * sum(map(str.islower, words)) < len(words)
