"""Does a translation use the words of the project's glossary?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from i18n.check.rule import Pair, Remark
from i18n.check.wording import quoted

if TYPE_CHECKING:
    from i18n.memory.glossary import Term


def terms(pair: Pair) -> Iterator[Remark]:
    """Compare with the terms that occur in the source; nothing to compare without a glossary.

    Inflected forms of an approved term are right, and any of several approved ones.
    """
    if not pair.terms:
        return
    from i18n.memory.glossary import Lapse, lapses  # only where there is a glossary

    for found in lapses(pair.terms, pair.target.prose, pair.locale, pair.source.prose):
        if found.lapse is Lapse.MISSING:
            yield Remark(f"The glossary has {_approved(found.terms)}. Use it, in the form that the sentence needs.")
        elif found.lapse is Lapse.CHANGED:
            yield Remark(f"The glossary keeps {quoted([found.terms[0].source])} as it is. Do not translate it.")
        else:
            yield Remark(f"The glossary forbids {_forbidden(found.terms[0])}. Use another word.")


def _approved(choices: Sequence[Term]) -> str:
    words = " or ".join(quoted([term.target]) for term in choices)
    return f"{words} for {quoted([choices[0].source])}"


def _forbidden(term: Term) -> str:
    return quoted([term.target]) + (f" for {quoted([term.source])}" if term.source else "")
