"""How does gettext count in a language?"""

from __future__ import annotations

import functools
import re
from typing import Any

from i18n.locales.cldr import nearest

_MILLION = "n != 0 && n % 1000000 == 0"
_USUAL = {
    "nplurals=1; plural=0;": "id ja km ko lo ms my th vi yue zh",
    "nplurals=2; plural=(n != 1);": "af az bg da de el en et eu fi gl hu ka kk ku ky lb ml mn mr nb ne nl nn no or ps"
    " so sq sv sw ta te tr ug ur uz",
    "nplurals=2; plural=(n == 0 || n == 1 ? 0 : 1);": "am as bn fa gu hi hy kn si zu",
    "nplurals=2; plural=(n % 10 == 1 && n % 100 != 11 ? 0 : 1);": "is mk",
    f"nplurals=3; plural=(n == 1 ? 0 : {_MILLION} ? 1 : 2);": "ca es it pt-PT",
    f"nplurals=3; plural=(n == 0 || n == 1 ? 0 : {_MILLION} ? 1 : 2);": "fr",
    f"nplurals=3; plural=(n <= 1 ? 0 : {_MILLION} ? 1 : 2);": "pt-BR",
    "nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2);": "he",
    "nplurals=3; plural=(n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2);": "cs sk",
    "nplurals=3; plural=(n % 10 == 1 && n % 100 != 11 ? 0"
    " : n % 10 >= 2 && n % 10 <= 4 && !(n % 100 >= 12 && n % 100 <= 14) ? 1 : 2);": "be bs hr ru sr uk",
    "nplurals=3; plural=(n == 1 ? 0"
    " : n % 10 >= 2 && n % 10 <= 4 && !(n % 100 >= 12 && n % 100 <= 14) ? 1 : 2);": "pl",
    "nplurals=3; plural=(n == 1 ? 0 : n == 0 || n != 1 && n % 100 >= 1 && n % 100 <= 19 ? 1 : 2);": "ro",
    "nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3"
    " : n % 100 >= 11 && n % 100 <= 99 ? 4 : 5);": "ar",
}  # fmt: skip
"""What `_computed` gives for languages that many projects have, whatever the region, or for these very tags: to read
CLDR's data takes ten milliseconds a language."""
_KNOWN = {name: forms for forms, names in _USUAL.items() for name in names.split()}


@functools.cache
def plural_forms(tag: str) -> str:
    """The value of gettext's `Plural-Forms` header for a canonical tag, from CLDR's rules for whole numbers.

    Categories that no whole number falls into are left out, as gettext counts with whole numbers only.
    """
    return _KNOWN.get(tag) or _KNOWN.get(tag.partition("-")[0]) or _computed(tag)


def _computed(tag: str) -> str:
    locale = nearest(tag)
    if locale is None:
        return "nplurals=1; plural=0;"
    rule = locale.plural_form
    reached = {rule(number) for number in (*range(1001), *(10**power for power in range(3, 8)))}
    categories = [name for name in ("zero", "one", "two", "few", "many", "other") if name in reached]
    tests = {name: _condition(tree) for name, tree in rule.abstract}
    if categories == ["one", "other"] and tests["one"] == "n == 1":
        return "nplurals=2; plural=(n != 1);"
    cases = [f"{tests[name]} ? {index} : " for index, name in enumerate(categories[:-1])]
    expression = f"({''.join(cases)}{len(cases)})" if cases else "0"
    return f"nplurals={len(categories)}; plural={expression};"


def _condition(tree: Any) -> str:
    """Write a rule of CLDR as C, for whole numbers: no digits after the point, no exponent."""
    operator, operands = tree
    if operator in ("and", "or"):
        neutral, decisive = ("1", "0") if operator == "and" else ("0", "1")
        parts = [part for part in map(_condition, operands) if part != neutral]
        if decisive in parts:
            return decisive
        if operator == "or":
            return " || ".join(parts) or neutral
        return " && ".join(f"({part})" if " || " in part and len(parts) > 1 else part for part in parts) or neutral
    if operator == "not":
        (inner,) = operands
        negated = _condition(inner)
        return {"0": "1", "1": "0"}.get(negated) or (
            negated.replace("==", "!=") if re.fullmatch(r"n( % \d+)? == \d+", negated) else f"!({negated})"
        )
    _, quantity, (_, ranges) = operands
    return _membership(_quantity(quantity), [(low[1][0], high[1][0]) for low, high in ranges])


def _quantity(tree: Any) -> str:
    operator, operands = tree
    if operator == "mod":
        dividend, (_, (divisor,)) = operands
        inner = _quantity(dividend)
        return "0" if inner == "0" else f"{inner} % {divisor}"
    return "n" if operator in ("n", "i") else "0"


def _membership(quantity: str, ranges: list[tuple[int, int]]) -> str:
    if quantity == "0":
        return "1" if any(low <= 0 <= high for low, high in ranges) else "0"
    tests = [
        f"{quantity} == {low}"
        if low == high
        else f"{quantity} <= {high}"
        if low == 0
        else f"{quantity} >= {low} && {quantity} <= {high}"
        for low, high in ranges
    ]
    return " || ".join(f"({test})" if "&&" in test and len(tests) > 1 else test for test in tests)
