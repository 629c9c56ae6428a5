"""What is there after a command was interrupted, killed, or found no room: whole files, and nothing else."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from i18n.catalog import codec
from i18n.store import LocalStore
from tests.cli.commands import environment, files, i18n, process, write

COUNT = 200

SABOTAGE = """\
import sys
from importlib.machinery import PathFinder


class Finder:
    def find_spec(self, name, path=None, target=None):
        if name != "i18n.extract.template":
            return None
        spec = PathFinder.find_spec(name, path)
        run = spec.loader.exec_module

        def exec_module(module):
            run(module)
            made = module.units

            def units(article, *rest):
                if article.path == "77.md":
                    raise RuntimeError("secret text")
                return made(article, *rest)

            module.units = units

        spec.loader.exec_module = exec_module
        return spec


sys.meta_path.insert(0, Finder())
"""
"""A module that Python imports as it starts: it makes the reading of one article fail."""


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A project whose commands take a second or so, with workers."""
    write(tmp_path, "i18n.toml", '[project]\nname = "x"\nlocales = ["de", "fr", "es"]\n[draft]\nengines = ["memory"]\n')
    text = "".join(f"Paragraph {number} of an article that has many of them.\n\n" for number in range(60))
    for number in range(COUNT):
        write(tmp_path, f"source/{number}.md", f"# Article {number}\n\n{text}")
    return tmp_path


def begun(project: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "i18n", "--jobs", "2", *arguments],
        cwd=project,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def wait_for(project: Path, pattern: str, count: int) -> None:
    deadline = time.monotonic() + 60
    while len(list(project.glob(pattern))) < count:
        assert time.monotonic() < deadline, f"never {count} of {pattern}"
        time.sleep(0.005)


def leftovers(project: Path) -> list[Path]:
    return list(project.rglob(".i18n-*.tmp"))


def assert_whole(project: Path) -> int:
    """Every catalog there is can be read; says how many."""
    paths = [*project.glob("locales/**/*.po"), *project.glob("locales/**/*.pot")]
    for path in paths:
        assert len(codec.parse(path.read_bytes()).units) == 61
    return len(paths)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("send", [os.killpg, os.kill])
def test_an_interruption_ends_with_130_and_leaves_whole_files(
    large: Path, number: signal.Signals, send: Callable[[int, int], None]
) -> None:
    with begun(large, "extract") as command:
        wait_for(large, "locales/de/**/*.po", 20)
        send(command.pid, number)
        _, said = command.communicate(timeout=60)
    assert command.returncode == 130
    assert b"Traceback" not in said
    assert b"Interrupted: everything finished so far is kept." in said
    assert 20 < assert_whole(large) < COUNT * 4
    assert leftovers(large) == []
    done = process(large, "extract")
    assert done.returncode == 0
    assert assert_whole(large) == COUNT * 4


def test_a_build_that_is_interrupted_lists_what_it_has_made(large: Path) -> None:
    process(large, "extract")
    with begun(large, "build") as command:
        wait_for(large, "dist/de/*.md", 20)
        os.killpg(command.pid, signal.SIGINT)
        command.communicate(timeout=60)
    assert command.returncode == 130
    made = {path.stem for path in large.glob("dist/de/*.md")}
    for number in range(COUNT):
        (large / f"source/{number}.md").unlink()
    write(large, "source/only.md", "# The only one\n")
    assert process(large, "build").returncode == 0
    left = {path.stem for path in large.glob("dist/de/*.md")} - {"only"}
    assert len(left) < len(made) / 2, "what was listed was removed when its article was gone"


def test_a_kill_leaves_whole_files_and_the_next_command_sweeps(large: Path) -> None:
    with begun(large, "extract") as command:
        wait_for(large, "locales/de/**/*.po", 20)
        os.killpg(command.pid, signal.SIGKILL)
        command.communicate(timeout=60)
    assert_whole(large)
    write(large, "locales/de/LC_MESSAGES/.i18n-1-abcdef.tmp", "half")
    assert process(large, "extract").returncode == 0
    assert leftovers(large) == []
    assert assert_whole(large) == COUNT * 4


def test_two_commands_at_once_wait_for_each_other(large: Path) -> None:
    with begun(large, "extract") as one:
        wait_for(large, "locales/de/**/*.po", 1)
        other = process(large, "extract")
        one.communicate(timeout=60)
    assert (one.returncode, other.returncode) == (0, 0)
    assert "all up to date" in other.stdout
    assert assert_whole(large) == COUNT * 4


def test_a_command_that_waits_for_another_says_so(project: Path) -> None:
    with LocalStore(str(project)).lock("catalogs", []):
        command = begun(project, "extract")
        assert command.stderr is not None
        assert command.stderr.readline().startswith(b"Waiting for another i18n command")
        assert not (project / "locales").exists()
    with command:
        command.communicate(timeout=60)
    assert command.returncode == 0
    assert (project / "locales/de/LC_MESSAGES/index.po").exists()


def test_a_build_keeps_nobody_from_catalogs_and_waits_for_other_builds(project: Path) -> None:
    i18n(project, "extract")
    with LocalStore(str(project)).lock("outputs", []):
        command = begun(project, "build")
        assert command.stderr is not None
        assert command.stderr.readline().startswith(b"Waiting for another i18n command")
        write(project, "source/index.md", "# Something new\n")
        assert process(project, "extract").returncode == 0
        assert process(project, "draft", "--engine", "pseudo").returncode == 0
        assert not (project / "dist").exists()
    with command:
        command.communicate(timeout=60)
    assert command.returncode == 0
    assert (project / "dist/manifest.json").exists()


def test_a_full_disk_is_an_error_with_a_hint_and_no_file_is_cut(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    i18n(project, "extract")
    before = files(project)
    write(project, "source/index.md", "# Something new\n")

    def fail(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fail)
    result = i18n(project, "extract")
    assert result.exit_code == 3
    assert "The disk is full" in result.stderr
    after = files(project)
    assert {path: after[path] for path in after if path.endswith(".po")} == {
        path: data for path, data in before.items() if path.endswith(".po")
    }
    assert leftovers(project) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root, to mount a small file system")
def test_a_disk_that_is_really_full(project: Path) -> None:
    folder = project / "locales"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("may not mount here")
    try:
        write(project, "source/large.md", "".join(f"Paragraph {number} of many.\n\n" for number in range(2000)))
        result = i18n(project, "extract")
        assert result.exit_code == 3
        assert "The disk is full" in result.stderr
        assert leftovers(project) == []
        for path in folder.rglob("*.po*"):
            codec.parse(path.read_bytes())
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs users")
def test_a_folder_that_may_not_be_written_is_an_error_with_a_hint(project: Path) -> None:
    """Root may write anywhere, so it runs the command as nobody."""
    i18n(project, "extract")
    folder = project / "locales/de/LC_MESSAGES"
    write(project, "source/index.md", "# Something new\n")
    before = files(folder)
    if os.geteuid() != 0:
        folder.chmod(0o500)
        result = process(project, "extract")
        folder.chmod(0o700)
    else:
        for path in (project, *project.parents):
            if not path.stat().st_mode & 0o001:
                pytest.skip(f"nobody may enter {path}")
        for path in [project, *project.rglob("*")]:
            path.chmod(0o777 if path.is_dir() else 0o666)
        folder.chmod(0o555)
        os.chown(project / ".i18n", 65534, 65534)
        result = subprocess.run(
            [sys.executable, "-m", "i18n", "extract"], cwd=project, env=environment(PYTHONDONTWRITEBYTECODE="1"),
            capture_output=True, text=True, check=False, user=65534, group=65534, extra_groups=[],
        )  # fmt: skip
        if "Permission" in result.stderr and "i18n" not in result.stdout + result.stderr:
            pytest.skip("nobody may not run Python here")
    assert result.returncode == 3, result.stderr
    assert "locales/de/LC_MESSAGES/index.po: error: cannot be written" in result.stderr
    assert "permission" in result.stderr
    assert files(folder) == before


def test_a_fault_of_a_worker_names_the_article_and_none_of_its_text(large: Path) -> None:
    write(large, "sitecustomize.py", SABOTAGE)
    here = environment()["PYTHONPATH"]
    done = process(large, "extract", PYTHONPATH=f"{large}:{here}")
    assert done.returncode == 70
    assert "source/77.md" in done.stderr
    assert "builtins.RuntimeError" in done.stderr
    assert "secret" not in done.stderr
    assert assert_whole(large) > 0
