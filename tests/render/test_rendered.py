"""What do readers see of what a writer writes?"""

from __future__ import annotations

import pytest

from i18n.markdown.dialects import NAMES
from tests.fixtures import DATA, cases
from tests.render.reading import body

CASES = [
    pytest.param(dialect, *case.values, id=f"{dialect}: {case.id}")
    for dialect in NAMES
    if (DATA / f"{dialect}_rendered.txt").exists()
    for case in cases(f"{dialect}_rendered.txt", 2)
]


@pytest.mark.parametrize(("dialect", "article", "expected"), CASES)
def test_an_article_is_rendered(dialect: str, article: str, expected: str) -> None:
    assert body(article, dialect).split("\n") == expected.rstrip("\n").split("\n")
