"""Folders that hold what other people's programs put there."""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n.store import LocalStore


@pytest.mark.parametrize(
    ("path", "listed"),
    [
        ("a.md", True),
        ("vendor/a.md", False),
        ("third_party/x/a.md", False),
        ("docs/vendor/a.md", True),
        ("docs/vendor/bundle/a.md", False),
        ("node_modules/x/a.md", False),
        ("deep/down/node_modules/a.md", False),
        ("node_modules.md", True),
        ("lib/site-packages/a.md", False),
        ("environment/lib/a.md", False),
        ("environment/pyvenv.cfg", False),
        (".hidden/a.md", False),
    ],
)
def test_they_are_not_listed(tmp_path: Path, path: str, listed: bool) -> None:
    for name in {path, *(["environment/pyvenv.cfg"] if path.startswith("environment") else [])}:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert (path in LocalStore(str(tmp_path)).files("").names) is listed


def test_one_that_is_named_is(tmp_path: Path) -> None:
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor" / "pyvenv.cfg").touch()
    assert LocalStore(str(tmp_path)).files("vendor").names == ("vendor/pyvenv.cfg",)


def test_links_that_lead_nowhere_or_in_circles_are_none(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")
    (tmp_path / "nowhere.md").symlink_to("gone.md")
    (tmp_path / "a.md").touch()
    found = LocalStore(str(tmp_path)).files("")
    assert (found.names, found.outside, found.closed) == (("a.md",), (), ())
