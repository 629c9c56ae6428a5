"""Ids by our rules are those that the generators gave, as it was written down, and as those say that are here."""

from __future__ import annotations

import pytest

from tests.real.renderers.ids import REAL, ids_of
from tests.sites.ids.headings import ours, recorded


@pytest.mark.parametrize("name", REAL)
def test_ids_are_those_of_the_generator(name: str) -> None:
    real = REAL[name]
    table = list(recorded(name))
    assert len(table) > 80
    differ = [(page, slugs, found) for page, slugs in table if (found := ours(page, real.dialect, real.ids)) != slugs]
    assert differ == []


@pytest.mark.parametrize("name", [name for name, real in REAL.items() if real.render is not None])
def test_the_generator_gives_the_ids_that_are_written_down(name: str) -> None:
    real = REAL[name]
    if not real.needs():
        pytest.skip(f"{real.about} is not installed: make renderers")
    assert ids_of(real) == dict(recorded(name))
