"""Paths in archives: those that unpack anywhere, and those that are refused."""

from __future__ import annotations

import pytest

from i18n.project.names import collisions, objection

RIGHT = [
    "a.md",
    "folder/a.md",
    "우물/이야기.md",
    "with space.md",
    "..dots.md",
    "a..b/c.md",
    ".well-known/x",
    "Q & A: one.md",
]
WRONG = [
    ("", "is empty"),
    ("/etc/passwd", "is absolute"),
    ("//server/share", "is absolute"),
    ("C:evil.md", "drive"),
    ("c:/evil.md", "drive"),
    ("..", "leads out"),
    ("../a.md", "leads out"),
    ("a/../../b.md", "leads out"),
    ("a\\b.md", "backslash"),
    ("..\\b.md", "backslash"),
    ("a//b.md", "empty part"),
    ("./a.md", "empty part"),
    ("a/", "empty part"),
    ("a\x00.md", "control"),
    ("a\n.md", "control"),
    ("a\udcff.md", "Unicode"),
    ("a\u2028b.md", "control"),
    ("a\x85b.md", "control"),
]


@pytest.mark.parametrize("path", RIGHT)
def test_right(path: str) -> None:
    assert objection(path) == ""


@pytest.mark.parametrize(("path", "reason"), WRONG)
def test_wrong(path: str, reason: str) -> None:
    assert reason in objection(path)


@pytest.mark.parametrize(
    ("paths", "pairs"),
    [
        (["a.md", "b.md", "a/c.md"], ()),
        (["a.md", "A.md"], (("A.md", "a.md"),)),
        (["x/a.md", "X/b.md"], ()),
        (["x/a.md", "X/A.md"], (("X/A.md", "x/a.md"),)),
        (["caf\u00e9.md", "cafe\u0301.md"], (("cafe\u0301.md", "caf\u00e9.md"),)),
        (["straße.md", "STRASSE.md"], (("STRASSE.md", "straße.md"),)),
        (["a", "a/b.md"], (("a", "a/b.md"),)),
        (["A/b.md", "a"], (("A/b.md", "a"),)),
        (["a.md", "a.md"], ()),
    ],
)
def test_collisions(paths: list[str], pairs: tuple[tuple[str, str], ...]) -> None:
    assert collisions(paths) == pairs
    assert collisions(reversed(paths)) == pairs
