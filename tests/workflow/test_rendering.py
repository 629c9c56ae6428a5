"""Which addresses of other machines may a bundle lead to?"""

from __future__ import annotations

import pytest

from i18n.workflow.publish.rendering import _elsewhere


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c&d#e",
        "http://example.org:8080/",
        "mailto:a@example.org",
        "tel:+4930",
        "https://127.0.0.1/x",
    ],
)
def test_addresses_that_stay(address: str) -> None:
    assert _elsewhere(address) == address


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("//example.org/a", "https://example.org/a"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/ä"),
        ("https://\u0435.example/", "https://xn--e1a.example/"),
    ],
)
def test_hosts_are_written_as_machines_call_them(address: str, wanted: str) -> None:
    assert _elsewhere(address) == wanted


@pytest.mark.parametrize(
    "address",
    [
        "https:example.org", "https:/example.org", "https:///example.org", "https://a@example.org/",
        "https://a\\@example.org/", "https://[::1]/", "https://example.org:port/", f"https://{'a' * 70}.example/", "//",
    ],
)  # fmt: skip
def test_addresses_that_programs_read_in_two_ways_become_plain_words(address: str) -> None:
    assert _elsewhere(address) is None
