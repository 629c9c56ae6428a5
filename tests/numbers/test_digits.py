"""One reading of numbers in digits, for all who ask."""

from __future__ import annotations

import re

import pytest

from i18n.numbers.digits import CLOCK, NUMBER, without_separators


@pytest.mark.parametrize(
    "number", ["7", "1,234.5", "1.234,5", "1'234", "1’234", "3·5", "1\u00a0234", "1\u202f234", "١٬٢٣٤٫٥", "१२"]
)
def test_a_number_with_its_separators_is_one(number: str) -> None:
    assert re.findall(NUMBER, f"at {number}.") == [number]


def test_a_space_that_may_break_parts_numbers() -> None:
    assert re.findall(NUMBER, "in 7 14 lines") == ["7", "14"]


@pytest.mark.parametrize("time", ["10:30", "7.2.2019", "10:30:45,5"])
def test_a_time_is_one(time: str) -> None:
    assert CLOCK.findall(f"at {time}: go") == [time]


def test_separators_and_scripts_do_not_count() -> None:
    assert without_separators("1,234.5 and 7") == without_separators("١٬٢٣٤٫٥ و٧") == ["12345", "7"]
