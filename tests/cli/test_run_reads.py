"""`i18n run` goes through the articles twice, and opens each article once and each catalog once a time."""

from __future__ import annotations

import dataclasses
import shutil
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from i18n.project import Project, load
from i18n.store import LocalStore
from i18n.workflow.check.check import check_all
from i18n.workflow.publish.build import Done, build_all
from i18n.workflow.run import run_all
from i18n.workflow.selection import Selection, select
from i18n.workflow.session import Session
from i18n.workflow.step import Step
from tests.cli.commands import catalog, files, i18n, more_configuration, process, translate, translate_all, write

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
SETTLED = 2.1
"""Seconds after which a file's time stamps say that nobody changed it since."""
DRAFTED = """\
[project]
name = "Field notes"
locales = ["de", "pt-BR"]
[draft]
engines = ["memory", "pseudo"]
"""


def opened(project: Path, *arguments: str) -> Counter[str]:
    """How often a run opens each article and catalog, in all its processes."""
    notes = project.parent / f"{project.name}.opens"
    notes.unlink(missing_ok=True)
    result = process(project, *arguments, NOTE_OPENS=str(notes))
    assert result.returncode in (0, 1), result.stderr
    prefixes = (f"{project}/source/", f"{project}/locales/")
    return Counter(line for line in notes.read_text(encoding="utf-8").splitlines() if line.startswith(prefixes))


def articles(counts: Counter[str]) -> set[int]:
    return {count for path, count in counts.items() if path.endswith(".md")}


def catalogs(counts: Counter[str]) -> set[int]:
    return {count for path, count in counts.items() if path.endswith(".po")}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_article_is_opened_once_and_each_catalog_once_a_pass(project: Path, jobs: str) -> None:
    write(project, "i18n.toml", DRAFTED)
    if jobs == "2":  # enough for another process
        for number in range(4):
            write(project, f"source/long/{number}.md", "\n\n".join(f"{hour} boats left. " * 100 for hour in range(50)))
    time.sleep(SETTLED)
    first = opened(project, "--jobs", jobs, "run")
    assert articles(first) == {1}
    assert len(first) == (2 if jobs == "1" else 6) * 3
    # Both passes read it, or find that it is not there yet; and once more just before it is extracted, and drafted.
    assert catalogs(first) == {4}
    assert all(unit.fuzzy and unit.msgstr for unit in catalog(project, "index").units)
    time.sleep(SETTLED)
    again = opened(project, "--jobs", jobs, "run")
    assert (articles(again), catalogs(again)) == ({1}, {2})
    write(project, "source/guide/install.md", "# Install the pump\n\nOpen the valve quickly.\n")
    time.sleep(SETTLED)
    edited = opened(project, "--jobs", jobs, "run")
    assert {path.rpartition("/")[2] for path in edited} == {"install.md", "install.po"}
    assert (articles(edited), catalogs(edited)) == ({2}, {4})  # once more to see whether it was changed at all


def test_required_articles_are_opened_no_more_often(project: Path) -> None:
    more_configuration(project, '[build]\nrequired = ["*.md"]\n')
    i18n(project, "extract")
    translate_all(project, "index")
    time.sleep(SETTLED)
    i18n(project, "extract")
    i18n(project, "memory", "statistics")  # the memory reads once more what is not in it
    counts = opened(project, "run")
    assert (articles(counts), catalogs(counts)) == ({2}, {2})  # to draft, and to compile
    assert (project / "dist/de/index.md").exists()
    assert not (project / "dist/pt-BR").exists()
    opened(project, "run")  # judges them by what is remembered, and compiles them to be published
    write(project, "source/guide/install.md", "# Install the pump\n\nOpen the valve quickly.\n")
    time.sleep(SETTLED)
    edited = opened(project, "run")
    assert {path.rpartition("/")[2] for path in edited} == {"install.md", "install.po"}
    translate_all(project, "guide/install", "pt_BR")
    translate_all(project, "index", "pt_BR")
    i18n(project, "run")
    assert (project / "dist/pt-BR").exists()


VARIED = """\
[project]
name = "Field notes"
locales = ["de", "pt-BR"]
[source]
private = ["secret.md"]
[memory]
glossary = "glossary.csv"
[draft]
engines = ["memory", "pseudo"]
[build]
required = ["index.md"]
minimum = 10
"""


@pytest.fixture
def varied(project: Path) -> Path:
    """Articles in every state: translated, edited since, broken, private, gone, renamed, with errors, unreadable."""
    write(project, "i18n.toml", VARIED)
    write(project, "glossary.csv", "source,de,status\nvalve,Ventil,approved\n")
    write(project, "source/secret.md", "# A name\n\nOpen the valve slowly, please.\n")
    write(project, "source/gone.md", "# Gone\n\nA boat left the harbour at noon.\n")
    write(project, "source/old-name.md", "# Moves\n\nIt takes its catalogs along.\n")
    write(project, "source/mistaken.md", "# Read the `manual` first\n\nSee [this](a.md).\n")
    write(project, "source/torn.md", "# Torn\n\nIts catalog is broken.\n")
    write(project, "source/waits.md", "---\ndraft: true\n---\n# Waits\n\nA boat left the harbour at one.\n")
    i18n(project, "extract")
    for name in ("index", "gone", "secret", "old-name"):
        translate_all(project, name)
    translate_all(project, "index", "pt_BR")
    translate(project, "mistaken", {"Read the `manual` first": "Zuerst das `Handbuch` lesen"})
    i18n(project, "build")
    (project / "source/gone.md").unlink()
    (project / "source/old-name.md").rename(project / "source/new-name.md")
    write(project, "source/index.md", (project / "source/index.md").read_text().replace("at dawn", "at night"))
    (project / "source/bad.md").write_bytes(b"caf\xe9")
    write(project, "locales/de/LC_MESSAGES/torn.po", 'msgid "a\n')
    return project


def session(project: Project, *, pretend: bool = False) -> Session:
    return Session(LocalStore(project.root, pretend=pretend), NOW)


def selected(folder: Path, *articles: str) -> tuple[Project, Selection]:
    project = load(str(folder))
    return project, select(LocalStore(project.root), project, articles, (), str(folder))


def ran(folder: Path, articles: tuple[str, ...], *, pretend: bool, room: int) -> list[Step]:
    project, selection = selected(folder, *articles)
    return list(run_all(session(project, pretend=pretend), project, selection, lambda _: (), room))


@pytest.mark.parametrize("pretend", [False, True])
@pytest.mark.parametrize("articles", [(), ("secret.md", "mistaken.md")])
def test_what_is_too_large_to_be_held_is_read_again_and_becomes_the_same(
    varied: Path, articles: tuple[str, ...], pretend: bool
) -> None:
    other = Path(shutil.copytree(varied, varied.parent / f"{varied.name}-other"))
    held = ran(varied, articles, pretend=pretend, room=1 << 20)
    read_again = ran(other, articles, pretend=pretend, room=0)
    at_home = [str(step).replace(str(varied), "HERE") for step in held]
    elsewhere = [str(step).replace(str(other), "HERE") for step in read_again]
    assert at_home == elsewhere
    assert files(varied) == files(other)
    assert len(held) == 5


def test_a_run_checks_and_builds_as_the_commands_do(varied: Path) -> None:
    steps = ran(varied, (), pretend=False, room=1 << 20)
    project, selection = selected(varied)
    assert steps[2] == check_all(session(project), project, selection)
    built = steps[3]
    assert isinstance(built, Done)
    again = build_all(session(project), project, selection)
    assert again == dataclasses.replace(built, written=0, removed=0, changed=())
    assert {each.rule for each in steps[2].findings} >= {"unreadable", "code"}


@pytest.mark.parametrize("why", ["configuration", "disk"])
def test_what_keeps_pages_from_being_built_does_not_keep_what_is_wrong_with_translations(
    varied: Path, why: str
) -> None:
    if why == "configuration":
        text = (varied / "i18n.toml").read_text().replace('["index.md"]', '["lost.md"]')
        write(varied, "i18n.toml", text)
    else:
        shutil.rmtree(varied / "dist/de")
        write(varied, "dist/de", "A file stands where a folder belongs.")
    result = i18n(varied, "run")
    assert result.exit_code == (2 if why == "configuration" else 3)
    assert "\nCheck\n" in result.stdout
    assert ("\nBuild\n" in result.stdout) == (why == "disk")
    assert "mistaken.po:" in result.stderr
    assert ("matches no article" if why == "configuration" else "cannot be written: Not a directory") in result.stderr
