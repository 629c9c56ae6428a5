"""Is the format raised when articles are cut into messages in another way?"""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n.catalog import formats
from i18n.catalog.headers import FORMAT
from tests.extract import released

CHANGELOG = Path(__file__).parent.parent.parent / "CHANGELOG.md"
RAISE = (
    "The messages of {count} samples are others than those of the released format {format}: raise FORMAT "
    "(i18n/catalog/headers.py) and describe it (MARKS in i18n/catalog/formats.py, and CHANGELOG.md). "
    "Catalogs of before then keep their finished translations; see CONTRIBUTING.md."
)


def changed(then: dict[str, str], now: dict[str, str]) -> list[str]:
    """The samples that were there then and have other messages now."""
    return [sample for sample in then.keys() & now.keys() if then[sample] != now[sample]]


def test_what_the_samples_say_changes_only_with_the_format() -> None:
    before, then = released.released()
    different = changed(then, released.digests())
    if different and before == FORMAT:
        pytest.fail(RAISE.format(count=len(different), format=before), pytrace=False)
    assert bool(different) == (before != FORMAT), "Nothing changed: the format need not be raised."


def test_most_samples_of_then_are_still_there() -> None:
    _, then = released.released()
    now = {released.digest(*sample) for sample in released.samples()}
    assert len(then.keys() & now) > 0.8 * len(then), "Keep samples as they are: add new ones rather than edit them."


def test_a_changed_sample_is_found_and_a_new_one_is_none() -> None:
    assert changed({"a": "1", "b": "2", "gone": "3"}, {"a": "1", "b": "4", "new": "5"}) == ["b"]


def test_the_format_is_raised_once_a_release_and_described() -> None:
    before, _ = released.released()
    assert int(FORMAT) - int(before) in (0, 1)
    assert set(formats.MARKS) == set(range(2, int(FORMAT) + 1))
    assert f"format {FORMAT}" in CHANGELOG.read_text(encoding="utf-8")
