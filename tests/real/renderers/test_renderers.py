"""Does every odd line between two lines of text stay what it is, as the renderers see it that are libraries?"""

from __future__ import annotations

import pytest

from tests.real.renderers import known
from tests.real.renderers.differences import differences
from tests.real.renderers.rendering import LIBRARIES
from tests.real.renderers.shapes import Input, inputs

POSITION = "between"


@pytest.mark.parametrize("dialect", LIBRARIES)
def test_pages_differ_from_their_sources_where_it_is_known_alone(dialect: str) -> None:
    tried = [each for each in inputs(dialect) if each.position == POSITION]
    said = differences([each.text for each in tried], dialect)
    now = known.found((each, problem) for each, problem in zip(tried, said, strict=True) if problem)
    before = {place: kind for place, kind in known.read(dialect).items() if place[-1] == POSITION}
    assert sorted(known.listed(now)) == sorted(known.listed(before))


def test_known_differences_are_read_as_they_are_written() -> None:
    one = Input("'''\n\"", "lazy item", "between", "")
    other = Input("a", "note", "below two", "")
    found = known.found([(one, "structure: <p>"), (other, "not offered: words")])
    assert dict(known.parsed("\n".join(known.listed(found)))) == found
