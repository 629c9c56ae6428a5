"""What `make coverage` says of what was measured."""

from __future__ import annotations

import pytest

from tests.make.coverage import Measured, modules, rooms, table, together, verdict, worst_first

WORDS = Measured("i18n/words.py", 10, 0, 1, 0)
MERGE = Measured("i18n/catalog/merge.py", 80, 20, 10, 10)
CODEC = Measured("i18n/catalog/codec.py", 20, 0, 0, 0)
YAML = Measured("i18n/markdown/frontmatter/yaml/reading.py", 0, 0, 0, 0)


def test_a_report_is_read() -> None:
    summary = {"num_statements": 80, "num_branches": 20, "missing_lines": 10, "missing_branches": 10, "more": 3}
    assert modules({"i18n/catalog/merge.py": {"summary": summary}}) == (MERGE,)


def test_a_module_with_nothing_to_run_is_covered() -> None:
    assert YAML.percent == 100


def test_rooms_are_the_packages_right_below() -> None:
    found = rooms([WORDS, MERGE, CODEC, YAML])
    assert [(room.name, room.missed, round(room.percent)) for room in found] == [
        ("i18n/catalog/", 20, 83),
        ("i18n/", 1, 90),
        ("i18n/markdown/", 0, 100),
    ]


def test_the_worst_come_first() -> None:
    assert worst_first([CODEC, WORDS, MERGE]) == (MERGE, WORDS, CODEC)


def test_a_table_is_aligned() -> None:
    assert table([MERGE, together("all", [MERGE, WORDS])]).splitlines() == [
        "                       statements  missed  branches  missed  covered",
        "i18n/catalog/merge.py          80      10        20      10    80.0%",
        "all                            90      11        20      10    80.9%",
    ]


@pytest.mark.parametrize(
    ("percent", "absent", "status"),
    [(98.0, [], 0), (97.99, [], 1), (97.99, ["apertium"], 0), (99.0, ["apertium"], 0)],
)
def test_the_floor_holds_where_no_program_is_missing(percent: float, absent: list[str], status: int) -> None:
    assert verdict(percent, 98, absent)[1] == status


def test_a_missing_program_is_named() -> None:
    assert "without gettext, apertium" in verdict(90, 98, ["gettext", "apertium"])[0]
