"""How does gettext count in a language?"""

from __future__ import annotations

import functools
import re
from typing import Any

from i18n.locales.cldr import nearest


@functools.cache
def plural_forms(tag: str) -> str:
    """The value of gettext's `Plural-Forms` header for a canonical tag, from CLDR's rules for whole numbers.

    Categories that no whole number falls into are left out, as gettext counts with whole numbers only.
    """
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
