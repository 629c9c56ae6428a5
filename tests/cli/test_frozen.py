"""`i18n run --frozen` says whether a run would change anything, and touches nothing, not even what it remembers."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.commands import (
    catalog,
    files,
    i18n,
    more_configuration,
    process,
    translate,
    translate_all,
    write,
)
from tests.workflow import test_remembering


def everything(project: Path) -> dict[str, tuple[object, ...]]:
    """Every file and folder with its bytes and all that the system says of it but when it was read last."""
    found: dict[str, tuple[object, ...]] = {}
    for path in (project, *sorted(project.rglob("*"))):
        data = path.read_bytes() if path.is_file() else b""
        look = path.lstat()
        times = (look.st_mtime_ns, look.st_ctime_ns)
        found[str(path)] = (data, look.st_mode, look.st_ino, look.st_nlink, look.st_uid, look.st_gid, *times)
    return found


def frozen(project: Path, *arguments: str, status: int) -> str:
    """Ask in a process of its own and in this one, and see that nothing was touched."""
    before = everything(project)
    result = i18n(project, "run", "--frozen", *arguments)
    assert everything(project) == before
    assert result.exit_code == status, result.output
    return result.stdout


def named(output: str) -> list[str]:
    return [line.strip() for line in output.splitlines()[1:]]


@pytest.fixture
def finished(project: Path) -> Path:
    """A project that was run."""
    i18n(project, "run")
    return project


def test_after_a_run_nothing_would_change(finished: Path) -> None:
    assert frozen(finished, status=0) == "A run would change nothing.\n"


def test_as_a_process_with_workers(finished: Path) -> None:
    for status, text in ((0, (finished / "source/index.md").read_text()), (1, "# Welcome back\n")):
        write(finished, "source/index.md", text)
        before = everything(finished)
        result = process(finished, "--jobs", "2", "run", "--frozen")
        assert everything(finished) == before
        assert result.returncode == status, result.stderr


def test_a_project_that_was_never_run(project: Path) -> None:
    assert named(frozen(project, status=1)) == ["guide/install.md", "index.md"]
    assert not (project / ".i18n").exists()


def clear(project: Path) -> None:
    shutil.rmtree(project / ".i18n")


def broken(project: Path) -> None:
    for name in ("state.sqlite", "drafts.sqlite", "left"):
        (project / ".i18n" / name).write_bytes(b"no database at all" * 100)


def killed(project: Path) -> None:
    """Leave both files as a process leaves them that is killed while it writes."""
    for name, mode in (("state.sqlite", "DELETE"), ("drafts.sqlite", "WAL")):
        source, aside = project / ".i18n" / name, project.parent / name
        shutil.copy(source, aside)
        connection = sqlite3.connect(aside, isolation_level=None)
        connection.execute(f"PRAGMA journal_mode={mode}")
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE more (text TEXT)")
        connection.executemany("INSERT INTO more VALUES (?)", [("x" * 4000,)] * 100)
        for path in project.parent.glob(f"{name}*"):
            shutil.copy(path, project / ".i18n" / path.name)
        connection.close()
    assert (project / ".i18n/state.sqlite-journal").stat().st_size
    assert (project / ".i18n/drafts.sqlite-wal").exists()


def a_folder(project: Path) -> None:
    (project / ".i18n/state.sqlite").unlink()
    (project / ".i18n/state.sqlite").mkdir()


def read_only(project: Path) -> None:
    for path in (project / ".i18n").iterdir():
        path.chmod(0o400)
    (project / ".i18n").chmod(0o500)


@pytest.mark.parametrize("accident", [clear, broken, killed, a_folder, read_only])
def test_whatever_became_of_what_is_remembered(finished: Path, accident: Callable[[Path], None]) -> None:
    accident(finished)
    assert frozen(finished, status=0) == "A run would change nothing.\n"
    write(finished, "source/index.md", "# Welcome back\n")
    assert named(frozen(finished, status=1)) == ["index.md"]
    (finished / ".i18n").chmod(0o700) if (finished / ".i18n").exists() else None


def edited(path: str) -> Callable[[Path], object]:
    return lambda project: (project / path).write_bytes((project / path).read_bytes() + b"\n")


def gone(path: str) -> Callable[[Path], object]:
    return lambda project: (project / path).unlink()


def replaced(path: Path, data: bytes) -> None:
    """Write a file as editors do: a new one takes the place of the old."""
    other = path.with_name("other")
    other.write_bytes(data)
    other.rename(path)


@pytest.mark.parametrize(
    ("change", "names"),
    [
        (lambda root: write(root, "source/index.md", "# Welcome back\n"), ["index.md"]),
        (gone("locales/de/LC_MESSAGES/index.po"), ["index.md"]),
        (gone("locales/templates/guide/install.pot"), ["guide/install.md"]),
        (lambda root: (root / "source/guide/install.md").rename(root / "source/pump.md"), ["pump.md"]),
        (lambda root: (root / "source/index.md").unlink(), ["index.md"]),
        (lambda root: translate(root, "index", {"Welcome home": "Willkommen"}), ["index.md"]),
        (edited("dist/de/index.md"), ["index.md"]),
        (gone("dist/pt-BR/guide/install.md"), ["guide/install.md"]),
        (gone("dist/de/images/map.png"), ["index.md"]),
        (gone("dist/manifest.json"), ["dist/manifest.json"]),
        (edited("dist/manifest.json"), ["dist/manifest.json"]),
        (edited("bundles/de.zip"), ["bundles/de.zip"]),
        (gone("bundles/pt-BR.zip"), ["bundles/pt-BR.zip"]),
        (lambda root: shutil.rmtree(root / "bundles"), ["bundles/de.zip", "bundles/pt-BR.zip"]),
        (lambda root: (root / "source/images/map.png").write_bytes(b"another map"), ["dist/manifest.json"]),
        (lambda root: replaced(root / "source/images/map.png", b"another map"), ["index.md"]),
        (lambda root: more_configuration(root, '[source]\nprivate = ["index.md"]\n'), ["1 private article"]),
    ],
    ids=[
        "article", "catalog gone", "template gone", "article renamed", "article gone", "catalog", "page edited",
        "page gone", "picture gone", "manifest gone", "manifest edited", "bundle edited", "bundle gone",
        "all bundles gone", "picture changed in both places", "picture changed", "article private",
    ],
)  # fmt: skip
def test_everything_that_a_run_would_change_is_seen(
    finished: Path, change: Callable[[Path], object], names: list[str]
) -> None:
    change(finished)
    assert named(frozen(finished, status=1)) == names
    before = files(finished)
    i18n(finished, "run")
    assert files(finished) != before
    assert frozen(finished, status=0)


def test_a_draft_that_memory_would_give(finished: Path) -> None:
    write(finished, "source/other.md", "# Welcome home\n")
    i18n(finished, "run")
    translate(finished, "index", {"Welcome home": "Willkommen"})
    i18n(finished, "extract")
    assert named(frozen(finished, status=1)) == ["other"]
    i18n(finished, "run")
    assert catalog(finished, "other").units[0].msgstr == "Willkommen"
    assert frozen(finished, status=0)


def test_an_engine_from_which_texts_would_leave_is_not_asked(finished: Path) -> None:
    text = (finished / "i18n.toml").read_text().replace('["memory"]', '["memory", "libretranslate"]')
    write(finished, "i18n.toml", f'{text}[engine.libretranslate]\nurl = "http://127.0.0.1:9"\n')
    assert frozen(finished, status=0)


def test_an_engine_in_this_process_is_asked(finished: Path) -> None:
    write(finished, "i18n.toml", (finished / "i18n.toml").read_text().replace('["memory"]', '["pseudo"]'))
    assert named(frozen(finished, status=1)) == ["guide/install", "index"]
    i18n(finished, "run")
    assert frozen(finished, status=0)


def test_the_first_are_named_and_the_others_counted_and_private_ones_too(finished: Path) -> None:
    for number in range(8):
        write(finished, f"source/{number}.md", f"# Number {number}\n")
    write(finished, "source/secret/plan.md", "# Plan\n")
    more_configuration(finished, '[source]\nprivate = ["secret/**"]\n')
    output = frozen(finished, status=1)
    assert named(output) == ["0.md", "1.md", "2.md", "3.md", "4.md", "and 3 more", "and 1 private article"]
    assert "secret/plan.md" in frozen(finished, "--private", "secret", status=1)


def test_a_private_article_that_is_gone_is_not_named(finished: Path) -> None:
    write(finished, "source/secret/plan.md", "# Plan\n")
    public = (finished / "i18n.toml").read_text()
    more_configuration(finished, '[source]\nprivate = ["secret/**"]\n')
    i18n(finished, "run", "secret/plan.md")
    assert (finished / "dist/de/secret/plan.md").exists()
    shutil.rmtree(finished / "source/secret")
    write(finished, "i18n.toml", public)
    output = frozen(finished, status=1)
    assert "plan" not in output
    assert named(output) == ["1 private article"]


def test_errors_that_check_finds_do_not_count(finished: Path) -> None:
    write(finished, "source/index.md", "# Read the `manual` first\n")
    i18n(finished, "extract")
    translate(finished, "index", {"Read the `manual` first": "Zuerst das `Handbuch` lesen"})
    assert i18n(finished, "run").exit_code == 1
    assert frozen(finished, status=0)


def test_what_cannot_be_read_is_3_and_said(finished: Path) -> None:
    (finished / "source/index.md").write_bytes(b"\xff")
    before = everything(finished)
    result = i18n(finished, "run", "--frozen")
    assert everything(finished) == before
    assert result.exit_code == 3
    assert "source/index.md:1: error: not UTF-8" in result.stderr


def test_a_part_is_asked_for_alone(finished: Path) -> None:
    write(finished, "source/index.md", "# Welcome back\n")
    assert frozen(finished, "guide", status=0)
    assert named(frozen(finished, "index", "--locale", "de", status=1)) == ["index.md"]


@pytest.mark.parametrize("seed", range(4))
def test_it_says_that_something_would_change_exactly_if_a_run_changes_something(tmp_path: Path, seed: int) -> None:
    project, generator = test_remembering.begun(tmp_path), random.Random(seed)
    told = {0: 0, 1: 0}
    for _ in range(10):
        for _ in range(generator.randrange(3)):
            test_remembering.change(project, generator)
        if generator.random() < 0.2:
            shutil.rmtree(project / ".i18n", ignore_errors=True)
        if generator.random() < 0.3:
            i18n(project, generator.choice(["extract", "draft", "build"]))
        untouched = everything(project)
        result = i18n(project, "run", "--frozen")
        assert everything(project) == untouched
        before = files(project)
        i18n(project, "run")
        after = files(project)
        changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        assert (result.exit_code == 1) == bool(changed), (result.output, changed)
        for name in named(result.stdout) if result.exit_code == 1 else ():
            stem = name.removesuffix(".md")
            assert "private" in name or "more" in name or any(stem in path for path in changed), (name, changed)
        told[result.exit_code] += 1
    assert told[1]


def test_times_of_outputs_do_not_matter(finished: Path) -> None:
    for path in (*finished.rglob("*.md"), *finished.rglob("*.po")):
        os.utime(path, (1, 1))
    assert frozen(finished, status=0)
    translate_all(finished, "index")
    assert frozen(finished, status=1)
