"""Is each reference of a sentence read as what it means, and nothing else taken for one?"""

from __future__ import annotations

import pytest

from tests.facts.lines import LANGUAGES, lines, read

UNREAD = {"الاسم من رؤيا 21: 4."}
"""What one source alone attests."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_references_are_read(language: str) -> None:
    wanted = {line.text: (line.said, line.meant) for line in lines(language) if line.said}
    found = {line.text: read(line, language) for line in lines(language) if line.said}
    assert len(wanted) >= 60
    assert {text for text in wanted if found[text] != wanted[text]} == UNREAD & wanted.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_else_is_a_reference(language: str) -> None:
    others = [line for line in lines(language) if not line.said]
    assert len({line.text for line in others}) >= 60
    assert [line.text for line in others if read(line, language)[0]] == []
