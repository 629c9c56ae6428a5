"""Which numbers does a text give, with the months and units next to them?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from i18n.locales import language
from i18n.numbers import measured, months
from i18n.numbers.digits import DIGIT
from i18n.numbers.measured import Quantity
from i18n.numbers.months import Month
from i18n.numbers.numerals import Number, numbers_in

_COMMA_GROUPS = frozenset("en zh ja ko th he hi bn ta te mr gu pa ur ne si my yue".split())


@dataclass(frozen=True)
class Given:
    """A text whose numbers are found when they are asked for.

    What is no number for readers (placeholders, code) is taken out of it before.
    """

    text: str
    locale: str
    """A canonical tag."""

    @cached_property
    def has_numbers(self) -> bool:
        """Whether there is a digit."""
        return DIGIT.search(self.text) is not None

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Every number."""
        return numbers(self.text, self.locale) if self.has_numbers else ()

    @cached_property
    def dated(self) -> tuple[Month, ...]:
        """Months next to a number."""
        return tuple(months.dated(self.text, self.locale)) if self.has_numbers else ()

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers that count, with what stands next to them."""
        return tuple(measured.quantities(self.text, self.locale)) if self.has_numbers else ()


def numbers(text: str, locale: str) -> tuple[Number, ...]:
    """The numbers of a text, by what a comma means in its language."""
    return numbers_in(text, comma_groups=language(locale) in _COMMA_GROUPS)
