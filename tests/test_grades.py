"""Does the benchmark of grades rank as the textbooks say, and hold no text of anybody else?"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.grades import (
    GRADES,
    HELD_OUT,
    LOCALES,
    SAMPLE,
    STRATA,
    Grade,
    Joined,
    drawn,
    interval,
    items,
    length,
    pair,
    ranks,
    read,
    sheet,
    spearman,
)
from benchmarks.measure import FailedError
from i18n.model import Unit


def test_equal_values_share_the_mean_of_their_ranks() -> None:
    assert ranks([10, 30, 20, 20]) == [1, 4, 2.5, 2.5]
    assert ranks([(0, 3), (1, 1), (0, 2)]) == [2, 3, 1]


def test_a_correlation_with_ties_as_it_is_computed_by_hand() -> None:
    # Ranks 1 2 3.5 3.5 and 1.5 1.5 3 4: deviations -1.5 -.5 1 1 and -1 -1 .5 1.5, so 4 over sqrt(4.5 * 4.5).
    assert spearman([1, 2, 3, 3], [5, 5, 6, 7]) == pytest.approx(4 / 4.5)
    assert spearman([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)
    assert spearman([1, 1, 1], [3, 2, 1]) == 0
    assert spearman([], []) == 0


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 5)), min_size=2, max_size=30))
def test_a_correlation_is_the_same_both_ways_and_turns_with_its_sign(pairs: list[tuple[int, int]]) -> None:
    one, other = zip(*pairs, strict=True)
    found = spearman(one, other)
    assert -1.0001 <= found <= 1.0001
    assert spearman(other, one) == pytest.approx(found)
    assert spearman([-each for each in one], other) == pytest.approx(-found)


def test_an_interval_holds_what_it_is_drawn_from() -> None:
    every = [Joined(Grade("es", str(number), "a.md", "", number % 5), Unit("m")) for number in range(40)]
    least, most = interval(every, lambda drawn: sum(each.grade.grade for each in drawn) / len(drawn), 1, 200)
    assert least < 2 < most
    assert interval([], len, 1) == (0.0, 0.0)


@pytest.mark.parametrize("folder", [GRADES, HELD_OUT])
def test_the_grades_are_digests_paths_and_grades(folder: Path) -> None:
    rows = read(folder)
    assert {row.locale for row in rows} == set(LOCALES)
    assert all(1 <= row.grade <= 5 for row in rows)
    for path in folder.glob("*.csv"):
        for _, message, _, draft, _ in list(csv.reader(path.read_text(encoding="utf-8").splitlines()))[1:]:
            assert len(message) == len(draft) == 12
            assert set(message + draft) <= set("0123456789abcdef")


def test_no_message_is_in_both_lists() -> None:
    assert {row.message for row in read(GRADES)}.isdisjoint(row.message for row in read(HELD_OUT))


def test_half_of_the_messages_are_those_of_the_sample() -> None:
    own = {item.digest for item in items([("gfm", SAMPLE)])}
    graded = {row.message for row in read(GRADES)}
    assert len(graded) == 120
    assert len(graded & own) >= 50, "grades of what the sample no longer says are of no use"


def test_messages_are_drawn_by_their_lengths_and_by_the_seed() -> None:
    every = list(items([("gfm", SAMPLE)]))
    strata = drawn(every, 5, 1)
    for (least, most), stratum in zip(STRATA, strata, strict=True):
        assert len(stratum) == 5
        assert all(least <= length(item) <= most for item in stratum)
    assert drawn(every, 5, 1) == strata
    assert drawn(every, 5, 2) != strata


def test_the_sheet_shows_no_note(tmp_path: Path) -> None:
    (item, *_), *_ = drawn(list(items([("gfm", SAMPLE)])), 1, 1)
    sheet([("es", item, "un borrador")], tmp_path)
    assert (tmp_path / "sheet.txt").read_text() == f"1\tes\n  {item.request.unit.msgid}\n  un borrador\n"
    assert (tmp_path / "key.csv").read_text().splitlines()[1].startswith(f"es,{item.digest},{item.path},")


@pytest.mark.parametrize("folder", ["", "hugo", "hugo=", "hugo=nowhere"])
def test_a_folder_without_a_dialect_is_refused(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FailedError, match="DIALECT=FOLDER"):
        pair(folder)
