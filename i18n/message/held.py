"""What in running text keeps its spelling in a draft: what programs may read, tags, verses, quantities, controls?"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator

import regex

from i18n.markdown.dialects import Dialect
from i18n.message import placeholders
from i18n.message.machinery import Part, blanked, templates
from i18n.numbers.digits import DIGIT
from i18n.span import Span, overlaps
from i18n.words.addresses import LOCAL, addresses
from i18n.words.literals import LITERAL, MARK

_KINDS = {
    "attributes": placeholders.ATTRIBUTES.pattern,
    "url": LOCAL,
    "variable": rf"(?s:{placeholders.PLACEHOLDER.pattern})|{placeholders.LIKELY}",
    "emoji": placeholders.LIKELY_EMOJI,
    "tag": r"(?<![\w&/@#])[@#][\w-]*\w",
}
_HELD = {
    "literal": LITERAL.pattern,
    # The last two planes are private use; `i18n.message.packed` uses them for marks.
    "control": r"[\x00-\x08\x0b-\x1f\x7f\u0085\u2028\u2029\ufff9-\ufffc\U000F0000-\U0010FFFF]+",
}
"""What engines leave where it is; a person may say it again, or not at all."""
_GATE = regex.compile(rf"[{{%$:@#\d]|{MARK.pattern}|{_HELD['control']}")


@functools.cache
def _pattern(*, everything: bool) -> regex.Pattern[str]:
    """Compiled when first needed: it takes as long as a small command, and few commands need it."""
    kinds = _KINDS | (_HELD if everything else {})
    return regex.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items()), regex.VERSION1)


def held(text: str, *, with_facts: bool = True) -> list[Part]:
    """Find the parts of running text (no Markdown marks or addresses in it) that keep their spelling in every language.

    `with_facts`: verses, dates and quantities of an English text too, which a person may adapt.
    """
    if _GATE.search(text) is None:
        return []
    found = [Part(str(one.lastgroup), Span(*one.span())) for one in _pattern(everything=True).finditer(text)]
    if with_facts and DIGIT.search(text) is not None:
        from i18n.facts.finding import facts  # few messages have numbers

        taken = [part.span for part in found]
        found += [Part("fact", fact.span) for fact in facts(text, "en") if not overlaps(taken, fact.span)]
        found.sort(key=lambda part: part.span)
    return found


def read_by_programs(message: str, dialect: Dialect, *, tags: bool = True) -> Iterator[Part]:
    """What a person who translates keeps: template tags, `{name}`, `%s`, addresses, emoji, names after `#` and `@`.

    In code and targets too, in no order; without the names where not `tags`.
    """
    yield from templates(message, dialect)
    found = [Part(address.kind, address.span) for address in addresses(message)]
    yield from found
    text = blanked(message, (part.span for part in found))
    for match in _pattern(everything=False).finditer(text):
        if tags or match.lastgroup != "tag":
            yield Part(str(match.lastgroup), Span(*match.span()))


def variables(message: str, dialect: Dialect, *, tags: bool = True) -> Counter[str]:
    """How often a message has each thing that programs read."""
    return Counter(part.span.of(message) for part in read_by_programs(message, dialect, tags=tags))
