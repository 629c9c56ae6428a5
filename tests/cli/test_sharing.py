"""Git must not give private articles to others: a warning says how many of their files it would."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.commands import i18n, more_configuration, write
from tests.real.programs import needs

pytestmark = needs("git")


@pytest.fixture
def shared(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A work tree with private articles."""
    monkeypatch.setenv("HOME", str(project.parent / "nobody"))
    subprocess.run(["git", "init", "--quiet", str(project)], check=True)
    more_configuration(project, '[source]\nprivate = ["safe/**", "people/orla.md", "ill/*.md"]\n')
    for path in ("safe/mira.md", "safe/deep/ida.md", "people/orla.md", "ill/bo.md"):
        write(project, f"source/{path}", "# A name\n")
    write(project, "source/soon.md", "---\ndraft: true\n---\n# A draft is no secret to those who write it\n")
    i18n(project, "extract")
    return project


def git(project: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(project), *arguments], check=True)


@pytest.mark.parametrize("command", ["extract", "check", "run"])
def test_a_warning_counts_what_git_would_take_along(shared: Path, command: str) -> None:
    result = i18n(shared, command)
    said = result.output
    assert result.exit_code == 0
    # Four articles: the text, the template and two catalogs of each.
    assert said.count(".gitignore: warning: Of private articles, 16 files are tracked by git") == 1
    assert not [name for name in ("mira", "ida", "orla", "safe", "people") if name in said]
    assert said.count("1 finding about a private article is not shown here") == 1


def test_with_the_lines_that_it_tells_nothing_is_left(shared: Path) -> None:
    said = i18n(shared, "check", "--private").output
    (line,) = (line for line in said.splitlines() if "Lines for .gitignore: " in line)
    lines = line.partition("Lines for .gitignore: ")[2].removesuffix(" [private-in-git]").split()
    assert "/locales/*/LC_MESSAGES/people/orla.po" in lines
    (shared / ".gitignore").write_text("\n".join(lines) + "\n")
    assert "private-in-git" not in i18n(shared, "check", "--private").output
    git(shared, "add", "-A")
    listed = subprocess.run(["git", "-C", str(shared), "ls-files"], capture_output=True, text=True, check=True).stdout
    assert not [name for name in ("mira", "ida", "orla", "bo.") if name in listed]
    assert "source/soon.md" in listed


def test_what_git_tracks_already_counts_though_it_is_ignored(shared: Path) -> None:
    git(shared, "add", "source/people/orla.md")
    (shared / ".gitignore").write_text("/source/safe/\n/source/people/\n/source/ill/\n/locales/\n")
    assert "Of private articles, 1 file is tracked by git" in i18n(shared, "check").output


def test_where_nobody_shares_nothing_is_said(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    more_configuration(shared, '[check]\noff = ["private-in-git"]\n')
    assert "tracked by git" not in i18n(shared, "check").output
    configuration = (shared / "i18n.toml").read_text()
    (shared / "i18n.toml").write_text(configuration.replace('off = ["private-in-git"]\n', ""))
    assert "tracked by git" in i18n(shared, "check").output
    monkeypatch.setenv("PATH", "")
    assert "tracked by git" not in i18n(shared, "check").output, "there is no git"
    monkeypatch.undo()
    (shared / ".git").rename(shared / "no-git")
    assert "tracked by git" not in i18n(shared, "check").output


def test_the_repository_starts_no_program(shared: Path) -> None:
    evil = shared / "evil"
    evil.write_text(f"#!/bin/sh\ntouch '{shared}/ran'\n")
    evil.chmod(0o755)
    git(shared, "config", "core.fsmonitor", str(evil))
    assert "tracked by git" in i18n(shared, "check").output
    assert not (shared / "ran").exists()


def test_files_of_data_count_too_and_their_lines_name_them_whole(project: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(project)], check=True)
    more_configuration(project, '[source]\ndata = ["crew.yml: name"]\nprivate = ["crew.yml"]\n')
    write(project, "crew.yml", "name: Mira of the harbour\n")
    i18n(project, "extract")
    # The file, its template and two catalogs.
    assert "Of private articles, 4 files are tracked by git" in i18n(project, "check").output
    said = i18n(project, "check", "--private").output
    lines = said.partition("Lines for .gitignore: ")[2].partition(" [private-in-git]")[0].split()
    (project / ".gitignore").write_text("\n".join(lines) + "\n")
    git(project, "add", "-A")
    listed = subprocess.run(["git", "-C", str(project), "ls-files"], capture_output=True, text=True, check=True).stdout
    assert "crew" not in listed
    assert "source/index.md" in listed
