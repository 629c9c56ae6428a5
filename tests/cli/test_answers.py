"""A command whose files are as they were says what it said, and nothing that the work would need is imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.commands import i18n, translate_all, write

HEAVY = ("babel", "regex", "yaml", "rapidfuzz", "pyromark", "msgspec", "i18n.extract", "i18n.markdown", "i18n.check")
LOADED = f"""\
import sys
from i18n.__main__ import main
try:
    main()
finally:
    print(*(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)
"""
COMMANDS = ("extract", "check", "build", "bundle", "status")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in which nothing is left to do."""
    root = tmp_path / "project"
    write(root, "i18n.toml", '[project]\nlocales = ["de", "fr"]\n[draft]\nengines = ["memory"]\n')
    write(root, "source/index.md", "# Welcome home\n\nA boat left the harbour at dawn.\n")
    i18n(root, "extract")
    for locale in ("de", "fr"):
        translate_all(root, "index", locale)
    for command in COMMANDS * 2:
        i18n(root, command)
    return root


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_imported_to_say_that_nothing_is_to_do(project: Path, command: str) -> None:
    before, done = (
        subprocess.run(
            [sys.executable, "-c", LOADED, command], cwd=project, capture_output=True, text=True, check=False
        )
        for _ in range(2)
    )
    assert done.stdout == before.stdout
    assert done.returncode == before.returncode
    assert before.stderr.splitlines()[-1] != ""
    assert done.stderr.splitlines()[-1] == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_said_with_other_options_is_not_said_again(project: Path, command: str) -> None:
    i18n(project, command)
    (project / "i18n.toml").write_text('[project]\nlocales = ["de"]\n[draft]\nengines = ["memory"]\n')
    i18n(project, command)
    assert "fr" not in i18n(project, command, "--locale", "de").stdout.split()


def test_an_article_that_is_new_is_found(project: Path) -> None:
    write(project, "source/new.md", "# Something new\n")
    assert "new.md" in i18n(project, "status").stdout
    assert i18n(project, "extract", "--check").exit_code == 1
    (project / "source" / "new.md").unlink()
    assert "new.md" not in i18n(project, "status").stdout


def test_a_page_that_somebody_changed_or_removed_is_made_again(project: Path) -> None:
    page = project / "dist" / "de" / "index.md"
    before = page.read_bytes()
    for spoil in (lambda: page.write_bytes(b"mine"), page.unlink):
        spoil()
        assert i18n(project, "build", "--check").exit_code == 1
        i18n(project, "build")
        assert page.read_bytes() == before
        assert i18n(project, "build", "--check").exit_code == 0
