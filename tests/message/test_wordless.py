"""Messages without words: numbers with units, addresses, code and placeholders."""

from __future__ import annotations

import pytest

from i18n.message.wordless import has_units, is_wordless


@pytest.mark.parametrize(
    "message",
    [
        "20 m²", "15 °C", "**20 m²**", "5 km/h", "12,5 %", "$5", "42", "`x` 20 kg", "{n} 5 kg", "<b>5 kg</b>",
        "20&nbsp;m²", "[20 m²](plot.md)", "https://example.org/", "ann@mill.example", "- 5 °C",
        "12.5%", "5/3/2027", "&euro;1,299", "3&ndash;5 &times; 1.5", "**1,250**",
    ],
)  # fmt: skip
def test_nothing_to_say(message: str) -> None:
    assert is_wordless(message)


@pytest.mark.parametrize(
    "message",
    [
        "", "A", "x", "[Go][]", "20 miles", "20 m² of land", "John 3:16", "7th", "1a", "Go 1.21", "v1.2", "3D", "H2O",
        "10:30 am", "https://example.org/ and more", "5 м", "the house", "२० मी", "20平方米", "&auml; 5", "&lt;b&gt; 5",
    ],
)  # fmt: skip
def test_something_to_say(message: str) -> None:
    assert not is_wordless(message)


@pytest.mark.parametrize(
    ("message", "expected"),
    [("20 m²", True), ("15 °C", True), ("1,250 kg", True), ("12.5%", False), ("&euro;5", False), ("**3.5**", False)],
)
def test_units(message: str, expected: bool) -> None:
    assert has_units(message) is expected
