"""Messages without words: numbers with units, addresses, code and placeholders."""

from __future__ import annotations

import pytest

from i18n.message.wordless import is_wordless


@pytest.mark.parametrize(
    "message",
    [
        "20 m²", "15 °C", "**20 m²**", "5 km/h", "12,5 %", "$5", "42", "`x` 20 kg", "{n} 5 kg", "<b>5 kg</b>",
        "20&nbsp;m²", "[20 m²](plot.md)", "https://example.org/", "ann@mill.example", "- 5 °C",
    ],
)  # fmt: skip
def test_nothing_to_say(message: str) -> None:
    assert is_wordless(message)


@pytest.mark.parametrize(
    "message",
    [
        "", "A", "x", "[Go][]", "20 miles", "20 m² of land", "John 3:16", "7th", "1a", "Go 1.21", "v1.2", "3D", "H2O",
        "10:30 am", "https://example.org/ and more", "5 м", "the house", "२० मी", "20平方米",
    ],
)  # fmt: skip
def test_something_to_say(message: str) -> None:
    assert not is_wordless(message)
