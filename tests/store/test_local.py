"""Bytes at the edge: whole or not at all, only where they differ, never outside the project."""

from __future__ import annotations

import errno
import hashlib
import os
import pickle
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from i18n.errors import InputError, StorageError
from i18n.store import LocalStore
from i18n.store.protocol import Filled


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    return LocalStore(str(tmp_path))


@pytest.fixture
def escaping(tmp_path: Path) -> LocalStore:
    """A project that holds a link to a folder next to it, with one file."""
    outside = tmp_path / "outside"
    (tmp_path / "project").mkdir()
    outside.mkdir()
    (outside / "x").write_bytes(b"")
    (tmp_path / "project" / "link").symlink_to(outside)
    return LocalStore(str(tmp_path / "project"))


def test_write_makes_missing_folders(store: LocalStore, tmp_path: Path) -> None:
    assert store.write("a/b/c.txt", b"one")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"one"


def test_write_of_the_same_bytes_touches_nothing(store: LocalStore, tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_bytes(b"one")
    os.utime(path, ns=(1, 1))
    before = path.stat()
    assert not store.write("c.txt", b"one", sync=True)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, 1)


def test_write_of_other_bytes_of_the_same_length_is_seen(store: LocalStore) -> None:
    store.write("c.txt", b"one")
    assert store.write("c.txt", b"two")
    assert store.read("c.txt") == b"two"


def test_write_keeps_the_mode_of_a_file_that_is_replaced(store: LocalStore, tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_bytes(b"one")
    path.chmod(0o640)
    store.write("c.txt", b"two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    store.replace("c.txt", b"two", b"three")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_of_the_umask(store: LocalStore, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        store.write("c.txt", b"one")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "c.txt").stat().st_mode) == 0o640


def test_pretending_answers_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"one")
    store = LocalStore(str(tmp_path), pretend=True)
    assert store.write("new/c.txt", b"one")
    assert store.write("there", b"two")
    assert not store.write("there", b"one")
    assert store.replace("there", b"one", b"two")
    assert not store.replace("there", None, b"two")
    assert store.link("there", "link")
    assert store.remove("there")
    assert not store.remove("nowhere")
    store.move("there", "moved")
    store.append(store.private("log"), b"line")
    with store.lock("area", ["."]):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
    assert store.read("there") == b"one"


def test_write_through_a_link_that_leaves_the_project_is_refused(escaping: LocalStore, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"^link/de\.po: leads out of the project"):
        escaping.write("link/de.po", b"x")
    assert [path.name for path in (tmp_path / "outside").iterdir()] == ["x"]


def test_write_to_a_file_that_is_a_link_inside_the_project_keeps_the_link(store: LocalStore, tmp_path: Path) -> None:
    (tmp_path / "real.po").write_bytes(b"one")
    (tmp_path / "link.po").symlink_to("real.po")
    assert store.inside("link.po") == "real.po"
    store.write("link.po", b"two")
    assert (tmp_path / "link.po").is_symlink()
    assert (tmp_path / "real.po").read_bytes() == b"two"


def test_a_place_is_where_all_links_lead(store: LocalStore, tmp_path: Path) -> None:
    links = {"folder": "real/in", "file": "real/in/a.po", "real/in/up": "..", "nowhere": "gone", "round": "round"}
    (tmp_path / "real" / "in" / "deep").mkdir(parents=True)
    (tmp_path / "real" / "in" / "a.po").write_bytes(b"")
    for name, target in links.items():
        (tmp_path / name).symlink_to(target)
    heads = ("real/in", *links, "missing", "real/in/deep", "./real/in", "real/in/..", "real//in", "./folder")
    tails = ("", "/a.po", "/deep/b.po", "/../c.po", "/./a.po", "/", "/up/in/a.po")
    for name in (f"{head}{tail}" for head in heads for tail in tails):
        assert store.place(store.inside(name)).rstrip("/") == os.path.realpath(store.place(name))


@pytest.mark.parametrize("name", ["../x.txt", "a/../../x.txt"])
def test_write_above_the_root_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "project").mkdir()
    with pytest.raises(StorageError):
        LocalStore(str(tmp_path / "project")).write(name, b"x")
    assert not (tmp_path / "x.txt").exists()


def test_a_root_whose_name_begins_like_another_does_not_contain_it(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site-old").mkdir()
    with pytest.raises(StorageError):
        LocalStore(str(tmp_path / "site")).write("../site-old/x", b"x")


def test_a_root_that_is_a_link_is_the_folder_that_it_leads_to(store: LocalStore, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    assert LocalStore(str(tmp_path / "link")).write("x", b"x")
    assert store.read("x") == b"x"


def test_a_name_as_long_as_the_file_system_takes_can_be_written(store: LocalStore) -> None:
    name = "ü" * 126 + ".po"  # 255 bytes
    assert store.write(name, b"one")
    assert store.read(name) == b"one"


def test_a_name_too_long_is_an_error_with_a_hint(store: LocalStore) -> None:
    with pytest.raises(StorageError) as caught:
        store.write("a" * 300, b"one")
    assert "shorter" in caught.value.hint


@pytest.mark.parametrize("name", ["a" * 300, "a\0b", "a/../..\0"])
def test_any_text_may_be_asked_for(store: LocalStore, name: str) -> None:
    assert not store.is_file(name)


@pytest.mark.parametrize(
    ("code", "hint"), [(errno.ENOSPC, "disk is full"), (errno.EDQUOT, "quota"), (errno.EROFS, "read-only")]
)
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    store: LocalStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, hint: str
) -> None:
    store.write("c.txt", b"old")

    def fail(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StorageError) as caught:
        store.write("c.txt", b"new", sync=True)
    assert hint in caught.value.hint
    assert str(caught.value).startswith("c.txt: cannot be written")
    assert store.read("c.txt") == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["c.txt"]


def test_a_file_in_the_place_of_a_folder_is_an_error_with_a_hint(store: LocalStore) -> None:
    store.write("locales", b"")
    with pytest.raises(StorageError) as caught:
        store.write("locales/de.po", b"x")
    assert caught.value.exit_status == 3
    assert "move it away" in caught.value.hint


def test_a_folder_in_the_place_of_a_file_is_an_error_with_a_hint(store: LocalStore, tmp_path: Path) -> None:
    (tmp_path / "c.po").mkdir()
    with pytest.raises(StorageError, match="cannot be written"):
        store.write("c.po", b"x")


def test_what_holds_what_was_seen_is_replaced(store: LocalStore) -> None:
    assert store.replace("c.po", None, b"one")
    assert store.replace("c.po", b"one", b"two")
    assert store.read("c.po") == b"two"


@pytest.mark.parametrize("seen", [None, b"one"])
def test_what_was_saved_until_the_new_bytes_are_on_the_disk_is_not_replaced(
    store: LocalStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seen: bytes | None
) -> None:
    if seen is not None:
        store.write("c.po", seen)
    opened = os.open

    def open_and_save(path: str, flags: int, mode: int = 0o777) -> int:
        (tmp_path / "c.po").write_bytes(b"an editor's")
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", open_and_save)
    assert not store.replace("c.po", seen, b"ours")
    assert store.read("c.po") == b"an editor's"
    assert [path.name for path in tmp_path.iterdir()] == ["c.po"]


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def _pieces(*pieces: bytes, agreed: bool = True) -> Callable[[BinaryIO], bool]:
    def write(file: BinaryIO) -> bool:
        for piece in pieces:
            file.write(piece)
        return agreed

    return write


def test_a_file_is_filled_piece_by_piece(store: LocalStore, tmp_path: Path) -> None:
    filled = store.fill("a/b", _pieces(b"one", b"two"))
    assert filled == Filled(True, 6, hashlib.sha256(b"onetwo").hexdigest())
    (tmp_path / "a/b").chmod(0o640)
    assert store.fill("a/b", _pieces(b"three")) == Filled(True, 5, hashlib.sha256(b"three").hexdigest())
    assert stat.S_IMODE((tmp_path / "a/b").stat().st_mode) == 0o640
    before = (tmp_path / "a/b").stat()
    assert store.fill("a/b", _pieces(b"th", b"ree")) == Filled(False, 5, hashlib.sha256(b"three").hexdigest())
    assert (tmp_path / "a/b").stat() == before
    assert _names(tmp_path / "a") == ["b"]


def test_a_file_of_which_the_writer_says_no_stays(store: LocalStore, tmp_path: Path) -> None:
    assert store.fill("a/b", _pieces(b"one", agreed=False)) is None
    assert _names(tmp_path) == []
    store.write("a/b", b"old")
    assert store.fill("a/b", _pieces(b"one", agreed=False)) is None
    assert store.read("a/b") == b"old"


def test_a_writer_that_fails_leaves_the_file_and_nothing_else(store: LocalStore, tmp_path: Path) -> None:
    def write(file: BinaryIO) -> bool:
        file.write(b"half")
        raise InputError("is gone", "", "x")

    store.write("a", b"old")
    with pytest.raises(InputError):
        store.fill("a", write)
    assert store.read("a") == b"old"
    assert _names(tmp_path) == ["a"]


def test_filling_outside_of_the_project_is_refused(escaping: LocalStore, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="leads out of the project"):
        escaping.fill("link/y", _pieces(b"one"))
    assert _names(tmp_path / "outside") == ["x"]


def test_filling_on_a_full_disk_is_a_fault_of_the_disk(store: LocalStore) -> None:
    def write(file: BinaryIO) -> bool:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(StorageError, match="No space left") as caught:
        store.fill("a", write)
    assert caught.value.everywhere


def test_pretending_to_fill_answers_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one")
    store = LocalStore(str(tmp_path), pretend=True)
    assert store.fill("a", _pieces(b"one")) == Filled(False, 3, hashlib.sha256(b"one").hexdigest())
    for name in ("a", "new/b"):
        filled = store.fill(name, _pieces(b"two"))
        assert filled == Filled(True, 3, hashlib.sha256(b"two").hexdigest())
    assert _names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"one"


def test_reading_what_is_not_there_names_it(store: LocalStore) -> None:
    assert store.read_if_there("x") is None
    for ask in (store.read, store.size):
        with pytest.raises(InputError) as caught:
            ask("a/x")
        assert caught.value.path == "a/x"


def test_reading_a_folder_is_an_input_error(store: LocalStore, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        store.read_if_there("folder")


def test_files_are_listed_without_hidden_ones_and_links_that_leave(escaping: LocalStore) -> None:
    for name in ("a/b.md", "a/c/d.md", ".git/x", "a/.hidden"):
        escaping.write(name, b"")
    Path(escaping.place("a/circle")).symlink_to(escaping.root)
    found = escaping.files("")
    assert sorted(found.names) == ["a/b.md", "a/c/d.md"]
    assert sorted(found.outside) == ["a/circle", "link"]
    assert sorted(escaping.files("a").names) == ["a/b.md", "a/c/d.md"]
    assert escaping.files("nowhere").names == ()
    assert [error.path for error in escaping.files("nowhere").closed] == ["nowhere"]


def test_globs_find_files_alone(store: LocalStore) -> None:
    for name in ("site.config.ts", "site.config.js", "a/site.config.js", ".x/config.ts"):
        store.write(name, b"")
    assert store.find("*.config.*") == ["site.config.js", "site.config.ts"]
    assert store.find(".x/config.*") == [".x/config.ts"]
    assert store.find("a") == []


def test_link_shares_the_bytes_and_a_second_time_changes_nothing(store: LocalStore, tmp_path: Path) -> None:
    store.write("source.png", b"picture")
    assert store.link("source.png", "dist/de/source.png")
    assert (tmp_path / "dist/de/source.png").samefile(tmp_path / "source.png")
    assert not store.link("source.png", "dist/de/source.png")


def test_without_hard_links_a_copy_is_made(store: LocalStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "source.png"
    source.write_bytes(b"picture")

    def fail(*_arguments: object) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(os, "link", fail)
    assert store.link("source.png", "dist/source.png")
    assert store.read("dist/source.png") == b"picture"
    assert not (tmp_path / "dist/source.png").samefile(source)
    assert not store.link("source.png", "dist/source.png")
    source.write_bytes(b"another")
    assert store.link("source.png", "dist/source.png")
    assert store.read("dist/source.png") == b"another"


def test_writing_over_a_hard_link_leaves_the_other_name_alone(store: LocalStore) -> None:
    store.write("a.txt", b"source")
    store.link("a.txt", "b.txt")
    store.write("b.txt", b"other")
    assert store.read("a.txt") == b"source"


def test_remove_prunes_empty_folders_up_to_the_root(store: LocalStore, tmp_path: Path) -> None:
    store.write("dist/de/a/b.md", b"")
    store.write("dist/keep.txt", b"")
    assert store.remove("dist/de/a/b.md")
    assert not store.remove("dist/de/a/b.md")
    assert [one.name for one in (tmp_path / "dist").iterdir()] == ["keep.txt"]


def test_remove_through_a_link_that_leaves_the_project_is_refused(escaping: LocalStore, tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        escaping.remove("link/x")
    assert (tmp_path / "outside" / "x").exists()


def test_move_never_replaces_a_file(store: LocalStore) -> None:
    store.write("a", b"a")
    store.write("b", b"b")
    with pytest.raises(StorageError):
        store.move("a", "b")
    assert store.read("b") == b"b"


def test_move_prunes_the_folders_that_it_leaves_empty(store: LocalStore, tmp_path: Path) -> None:
    store.write("old/deep/a", b"a")
    store.move("old/deep/a", "new/deep/a")
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_the_private_folder_is_for_the_owner_and_ignored_by_git(store: LocalStore, tmp_path: Path) -> None:
    folder = tmp_path / ".i18n"
    assert store.private("log") == ".i18n/log"
    folder.chmod(0o755)
    store.append(store.private("log"), b"one\n")
    store.append(store.private("log"), b"two\n")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert (folder / ".gitignore").read_text() == "*\n"
    assert (folder / "log").read_text() == "one\ntwo\n"
    assert stat.S_IMODE((folder / "log").stat().st_mode) == 0o600


def test_a_store_travels_to_another_process(store: LocalStore) -> None:
    store.write("a", b"a")
    other = pickle.loads(pickle.dumps(store))
    assert other == store
    assert other.read("a") == b"a"


def test_the_lock_keeps_another_process_out(store: LocalStore) -> None:
    program = (
        "import sys\nfrom i18n.store import LocalStore\n"
        "with LocalStore(sys.argv[1]).lock('area', []):\n    print('mine', flush=True)\n    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, store.root], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == b"mine\n"
        waited = []

        def waiting() -> None:
            waited.append(time.monotonic())
            assert other.stdin is not None
            other.stdin.close()

        with store.lock("another area", [], waiting):
            assert waited == []
        with store.lock("area", [], waiting):
            assert other.wait(10) == 0
    assert len(waited) == 1


def test_what_a_killed_command_left_is_swept_by_the_next_one(store: LocalStore, tmp_path: Path) -> None:
    leftover = tmp_path / "locales" / ".i18n-77-abcdef01.tmp"
    foreign = tmp_path / "dist" / leftover.name
    for path in (leftover, foreign):
        path.parent.mkdir()
        path.write_bytes(b"half")
    with store.lock("area", ["locales"]):
        assert leftover.exists(), "nothing says that a command was killed"
    mark = tmp_path / ".i18n" / "area.at-work"
    mark.touch()
    with store.lock("area", ["locales"]):
        assert not leftover.exists()
        assert foreign.exists(), "it may be another command's, which holds another lock"
    assert not mark.exists()


def test_an_exception_under_the_lock_sweeps_at_once(store: LocalStore, tmp_path: Path) -> None:
    leftover = tmp_path / ".i18n-77-abcdef01.tmp"
    with pytest.raises(KeyboardInterrupt), store.lock("area", [""]):  # noqa: PT012
        leftover.write_bytes(b"half")
        raise KeyboardInterrupt
    assert not leftover.exists()
