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


MKDOCS = ("mkdocs.yml", "site_name: x\n", "docs")
JEKYLL = ("_config.yml", "lang: en\n", "")
HUGO = ("hugo.toml", 'defaultContentLanguage = "en"\n', "content/en")


@pytest.mark.parametrize(
    ("site", "more", "page"),
    [
        (MKDOCS, 'path = "docs"\nlayout = "mkdocs"\n', "docs/safe/mira.de.md"),
        (MKDOCS, 'path = "docs"\nlayout = "mkdocs-folder"\n', "docs/de/safe/mira.md"),
        (JEKYLL, 'path = "."\nlayout = "jekyll"\n', "de/safe/mira.md"),
        (HUGO, 'path = "content"\nlayout = "hugo-folder"\n', "content/de/safe/mira.md"),
        (MKDOCS, "", "dist/de/safe/mira.md"),
    ],
)
@pytest.mark.parametrize("private", ["safe/**", "safe", "safe/*", "safe/m*.md", "safe/mira.md", "**/mira.md"])
def test_pages_of_private_articles_stay_out_of_git_wherever_they_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: tuple[str, str, str], more: str, page: str, private: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    name, said, source = site
    write(tmp_path, name, said)
    write(tmp_path, f"{source}/index.md".lstrip("/"), "---\ntitle: A\n---\nHello.\n")
    write(tmp_path, f"{source}/safe/mira.md".lstrip("/"), "---\ntitle: M\n---\nSecret.\n")
    folder = f'path = "{source or "."}"\n'
    write(tmp_path, "i18n.toml", f'[project]\nlocales = ["de"]\n[source]\n{folder}private = ["{private}"]\n')
    more_configuration(tmp_path, f"[build]\n{more}")
    assert i18n(tmp_path, "extract").exit_code == 0
    assert i18n(tmp_path, "build", "--private", f"{source}/safe/mira.md".lstrip("/")).exit_code == 0
    assert (tmp_path / page).exists()
    git(tmp_path, "add", page)
    assert "Of private articles, 4 files are tracked by git" in i18n(tmp_path, "check").output
    git(tmp_path, "rm", "--cached", "--quiet", page)
    assert i18n(tmp_path, "init", "--yes").exit_code == 0
    git(tmp_path, "add", "-A")
    listed = subprocess.run(["git", "-C", str(tmp_path), "ls-files"], capture_output=True, text=True, check=True).stdout
    assert "mira" not in listed
    assert "index.md" in listed
    assert "private-in-git" not in i18n(tmp_path, "check", "--private").output
