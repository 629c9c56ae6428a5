from __future__ import annotations

import contextlib
import os
import pickle
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from i18n.store import LocalStore
from i18n.store.environment import environment
from i18n.store.state import FILE, State
from i18n.store.tracing import TracingStore, digest

KEY = b"the same configuration"
LATER = 10_000_000_000
"""Nanoseconds."""


def stored(
    root: Path, *, pretend: bool = False, now: Callable[[], int] = time.time_ns, believing: bool = True
) -> State:
    return State(LocalStore(str(root), pretend), now, believing=believing)


def later() -> int:
    """A time at which whatever was written a moment ago has settled."""
    return time.time_ns() + LATER


def done(root: Path, *names: str) -> None:
    """Remember a step that read these files."""
    tracing = TracingStore(LocalStore(str(root)))
    for name in names:
        tracing.read_if_there(name)
    state = stored(root)
    assert tracing.account.used is not None
    state.keep("step", "a", KEY, tracing.account.used, b"result")
    state.close()


def look_the_same(root: Path, name: str) -> None:
    """Have the state take a file for the one that it knows, which even a tool that sets times back cannot do."""
    look = (root / name).stat()
    with contextlib.closing(sqlite3.connect(root / ".i18n" / FILE, isolation_level=None)) as connection:
        changed = connection.execute(
            "UPDATE file SET size = ?, modified = ?, changed = ?, inode = ? WHERE name = ?",
            (look.st_size, look.st_mtime_ns, look.st_ctime_ns, look.st_ino, name),
        )
        assert changed.rowcount == 1


def recalled(root: Path, key: bytes = KEY, *, pretend: bool = False, believing: bool = True) -> dict[str, bytes]:
    state = stored(root, pretend=pretend, now=later, believing=believing)
    found = state.recall("step", {"a": key, "a\0b": key, "x" * 5_000: key}, {})
    state.close()
    return {subject: result for subject, (result, _) in found.items()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text("one")
    (tmp_path / "a.po").write_text("eins")
    done(tmp_path, "a.md", "a.po", "a.pot")
    return tmp_path


def test_a_step_whose_files_are_as_they_were_is_remembered(root: Path) -> None:
    assert recalled(root) == {"a": b"result"}
    assert recalled(root) == {"a": b"result"}  # now by what the system says of the files alone


def test_who_believes_no_time_stamps_sees_what_looks_the_same(root: Path) -> None:
    assert recalled(root)
    (root / "a.md").write_text("two")
    look_the_same(root, "a.md")
    assert recalled(root), "the size, the times and the inode are all that is looked at"
    assert not recalled(root, believing=False)
    assert not recalled(root), "from then on it is known"


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "a.md").write_text("two"),
        lambda root: (root / "a.md").write_text("longer"),
        lambda root: (root / "a.po").unlink(),
        lambda root: (root / "a.pot").write_text("new"),
        lambda root: ((root / "a.po").unlink(), (root / "a.po").mkdir()),
    ],
    ids=["other bytes", "another size", "gone", "there now", "a folder"],
)
@pytest.mark.parametrize("looks", [0, 1, 2])
def test_a_step_is_forgotten_with_any_change_of_a_file(
    root: Path, change: Callable[[Path], object], looks: int
) -> None:
    for _ in range(looks):
        assert recalled(root)
    change(root)
    assert recalled(root) == {}


def test_a_file_with_other_time_stamps_and_the_same_bytes_is_the_same(root: Path) -> None:
    recalled(root)
    os.utime(root / "a.md", ns=(0, 0))
    (root / "a.po").rename(root / "b.po")
    (root / "a.po").write_text("eins")
    assert recalled(root) == {"a": b"result"}


def test_a_change_at_the_same_size_and_time_is_found(root: Path) -> None:
    file = root / "a.md"
    for number in range(1_000):
        before = file.stat()
        file.write_text(f"{number:03}")
        done(root, "a.md")
        state = stored(root)
        assert [result for result, _ in state.recall("step", {"a": KEY}, {}).values()] == [b"result"]
        state.close()
        file.write_text(f"{number + 1:03}")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        state = stored(root)
        assert state.recall("step", {"a": KEY}, {}) == {}
        state.close()


def answered(root: Path) -> bytes | None:
    state = stored(root, now=later)
    found = state.answer(KEY)
    state.close()
    return found


def keep_answer(root: Path) -> None:
    """Remember what a command said that read two files and listed their folder."""
    tracing = TracingStore(LocalStore(str(root)))
    for name in ("a.md", "a.po", "a.pot"):
        tracing.read_if_there(name)
    tracing.files("")
    state = stored(root)
    assert tracing.account.used is not None
    state.keep_answer(KEY, tracing.account.used, b"said")
    state.close()


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "a.md").write_text("two"),
        lambda root: (root / "a.po").unlink(),
        lambda root: (root / "a.pot").write_text(""),
        lambda root: (root / "new").write_text(""),
    ],
)
def test_an_answer_holds_until_a_file_or_a_listing_is_another_one(root: Path, change: Callable[[Path], object]) -> None:
    keep_answer(root)
    assert answered(root) == b"said"
    assert answered(root) == b"said"
    change(root)
    assert answered(root) is None


@pytest.mark.parametrize("column", ["names", "contents", "others"])
def test_an_answer_that_somebody_changed_is_none(root: Path, column: str) -> None:
    keep_answer(root)
    with contextlib.closing(sqlite3.connect(root / ".i18n" / FILE, isolation_level=None)) as connection:
        assert connection.execute(f"UPDATE answer SET {column} = x'7b'").rowcount == 1
    assert answered(root) is None


def test_only_the_latest_answers_are_kept(root: Path) -> None:
    state = stored(root)
    for number in range(30):
        state.keep_answer(bytes([number]), {"a.md": digest(b"one")}, b"said")
    found = [state.answer(bytes([number])) for number in range(30)]
    state.close()
    assert found == [None] * 10 + [b"said"] * 20


def test_another_configuration_finds_nothing(root: Path) -> None:
    assert recalled(root, b"another") == {}


def test_a_step_that_is_only_pretended_remembers_nothing_and_is_remembered(root: Path) -> None:
    before = (root / ".i18n" / FILE).read_bytes()
    assert recalled(root, pretend=True) == {"a": b"result"}
    state = stored(root, pretend=True)
    state.keep("step", "b", KEY, {}, b"other")
    state.close()
    assert (root / ".i18n" / FILE).read_bytes() == before


def spoilt(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:4000] = b"x" * 3900
    path.write_bytes(bytes(data))


def of_another_version(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()


@pytest.mark.parametrize(
    "spoil",
    [
        spoilt,
        of_another_version,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"no database" * 99),
    ],
    ids=["broken", "another version", "empty", "something else"],
)
def test_a_file_that_cannot_be_read_is_made_again(root: Path, spoil: Callable[[Path], object]) -> None:
    spoil(root / ".i18n" / FILE)
    assert recalled(root) == {}
    done(root, "a.md")
    done(root, "a.md")
    assert recalled(root) == {"a": b"result"}


def test_while_another_process_writes_nothing_is_remembered_and_nothing_fails(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sqlite3.connect(root / ".i18n" / FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert recalled(root) == {}
    done(root, "a.md")
    other.close()
    assert recalled(root) == {"a": b"result"}


def test_where_the_folder_cannot_be_made_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / ".i18n").write_text("a file")
    (tmp_path / "a.md").write_text("one")
    done(tmp_path, "a.md")
    assert recalled(tmp_path) == {}


def test_names_that_no_file_can_have_are_only_not_there(tmp_path: Path) -> None:
    state = stored(tmp_path)
    for name in ("a\0b", "x" * 5_000):
        state.keep("step", name, KEY, {name: False}, b"")
    state.close()
    assert len(recalled(tmp_path)) == 2


def test_the_environment_names_the_interpreter_packages_and_our_own_files() -> None:
    said = "\n".join(environment())
    assert "click-" in said
    assert "store/state.py" in said
    assert environment() == environment()


def test_several_processes_that_begin_at_once_all_remember(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one")
    code = (
        "import sys; from i18n.store import LocalStore; from i18n.store.state import State\n"
        "state = State(LocalStore(sys.argv[1])); state.keep('step', sys.argv[2], b'key', {}, b'result'); state.close()"
    )
    begun = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path), str(number)]) for number in range(4)]
    assert [process.wait(60) for process in begun] == [0] * 4
    state = stored(tmp_path)
    assert len(state.recall("step", {str(number): b"key" for number in range(4)}, {})) == 4
    state.close()


def test_what_people_left_in_catalogs_is_read_by_workers(root: Path) -> None:
    state = stored(root)
    assert state.texts() is None
    state.leave([("de/a.po", "one"), ("fr/a.po", "two"), ("de/b.po", "three")])
    state.leave([("fr/a.po", "four")])
    state.close()
    state = stored(root)
    state.move({"de/a.po": "de/c.po"})
    remembered = pickle.loads(pickle.dumps(state.texts()))
    assert remembered.of(["de/a.po", "de/c.po", "fr/a.po", "xx.po"]) == {"de/c.po": "one", "fr/a.po": "four"}
    state.close()
    (root / ".i18n" / FILE).write_bytes(b"broken")
    assert remembered.of(["de/c.po"]) is None


def test_who_pretends_changes_nothing_of_it(root: Path) -> None:
    state = stored(root)
    state.leave([("de/a.po", "one")])
    state.close()
    before = (root / ".i18n" / FILE).read_bytes()
    state = stored(root, pretend=True)
    state.leave([("de/a.po", "two")])
    state.move({"de/a.po": "de/c.po"})
    remembered = state.texts()
    assert remembered
    assert remembered.of(["de/a.po"]) == {"de/a.po": "one"}
    state.close()
    assert (root / ".i18n" / FILE).read_bytes() == before
    (root / ".i18n" / f"{FILE}-journal").write_bytes(b"at work")
    assert remembered.of(["de/a.po"]) is None, "to read it would leave a trace"
