"""Bytes at the edge: whole or not at all, only where they differ, never outside the project."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from i18n import storage
from i18n.errors import InputError
from i18n.storage import StorageError


def test_write_makes_missing_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.txt"
    assert storage.write(path, b"one", root=tmp_path)
    assert path.read_bytes() == b"one"


def test_write_of_the_same_bytes_touches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_bytes(b"one")
    os.utime(path, ns=(1, 1))
    before = path.stat()
    assert not storage.write(path, b"one", root=tmp_path, sync=True)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, 1)


def test_write_of_other_bytes_of_the_same_length_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_bytes(b"one")
    assert storage.write(path, b"two", root=tmp_path)
    assert path.read_bytes() == b"two"


def test_write_keeps_the_mode_of_a_file_that_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_bytes(b"one")
    path.chmod(0o640)
    storage.write(path, b"two", root=tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        storage.write(tmp_path / "c.txt", b"one", root=tmp_path)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "c.txt").stat().st_mode) == 0o640


def test_pretending_answers_and_writes_nothing(tmp_path: Path) -> None:
    assert storage.write(tmp_path / "new" / "c.txt", b"one", root=tmp_path, pretend=True)
    assert list(tmp_path.iterdir()) == []


def test_write_through_a_link_that_leaves_the_project_is_refused(tmp_path: Path) -> None:
    root, outside = tmp_path / "project", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (root / "locales").symlink_to(outside)
    with pytest.raises(StorageError, match="leads out of the project"):
        storage.write(root / "locales" / "de.po", b"x", root=root)
    assert list(outside.iterdir()) == []


def test_write_to_a_file_that_is_a_link_inside_the_project_keeps_the_link(tmp_path: Path) -> None:
    (tmp_path / "real.po").write_bytes(b"one")
    (tmp_path / "link.po").symlink_to("real.po")
    storage.write(tmp_path / "link.po", b"two", root=tmp_path)
    assert (tmp_path / "link.po").is_symlink()
    assert (tmp_path / "real.po").read_bytes() == b"two"


@pytest.mark.parametrize("name", ["../x.txt", "a/../../x.txt"])
def test_write_above_the_root_is_refused(tmp_path: Path, name: str) -> None:
    root = tmp_path / "project"
    root.mkdir()
    with pytest.raises(StorageError):
        storage.write(root / name, b"x", root=root)
    assert not (tmp_path / "x.txt").exists()


def test_a_root_whose_name_begins_like_another_does_not_contain_it(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site-old").mkdir()
    with pytest.raises(StorageError):
        storage.write(tmp_path / "site" / ".." / "site-old" / "x", b"x", root=tmp_path / "site")


def test_a_name_as_long_as_the_file_system_takes_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("ü" * 126 + ".po")  # 255 bytes
    assert storage.write(path, b"one", root=tmp_path)
    assert path.read_bytes() == b"one"


def test_a_name_too_long_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        storage.write(tmp_path / ("a" * 300), b"one", root=tmp_path)
    assert "shorter" in caught.value.hint


@pytest.mark.parametrize(
    ("code", "hint"), [(errno.ENOSPC, "disk is full"), (errno.EDQUOT, "quota"), (errno.EROFS, "read-only")]
)
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, hint: str
) -> None:
    path = tmp_path / "c.txt"
    path.write_bytes(b"old")

    def fail(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StorageError) as caught:
        storage.write(path, b"new", root=tmp_path, sync=True)
    assert hint in caught.value.hint
    assert caught.value.message.startswith("c.txt cannot be written")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["c.txt"]


def test_a_file_in_the_place_of_a_folder_is_an_error_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "locales").write_bytes(b"")
    with pytest.raises(StorageError) as caught:
        storage.write(tmp_path / "locales" / "de.po", b"x", root=tmp_path)
    assert caught.value.exit_status == 2
    assert "move it away" in caught.value.hint


def test_a_folder_in_the_place_of_a_file_is_an_error_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "c.po").mkdir()
    with pytest.raises(StorageError, match="cannot be written"):
        storage.write(tmp_path / "c.po", b"x", root=tmp_path)


def test_reading_what_is_not_there_names_it_relative_to_the_root(tmp_path: Path) -> None:
    assert storage.read_if_there(tmp_path / "x") is None
    with pytest.raises(InputError) as caught:
        storage.read(tmp_path / "a" / "x", tmp_path)
    assert caught.value.path == "a/x"


def test_reading_a_folder_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        storage.read_if_there(tmp_path)


def test_link_shares_the_bytes_and_a_second_time_changes_nothing(tmp_path: Path) -> None:
    source = tmp_path / "source.png"
    source.write_bytes(b"picture")
    target = tmp_path / "dist" / "de" / "source.png"
    assert storage.link_or_copy(source, target, root=tmp_path)
    assert target.samefile(source)
    assert not storage.link_or_copy(source, target, root=tmp_path)


def test_without_hard_links_a_copy_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "source.png"
    source.write_bytes(b"picture")

    def fail(*_arguments: object) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(os, "link", fail)
    target = tmp_path / "dist" / "source.png"
    assert storage.link_or_copy(source, target, root=tmp_path)
    assert target.read_bytes() == b"picture"
    assert not target.samefile(source)
    assert not storage.link_or_copy(source, target, root=tmp_path)
    source.write_bytes(b"another")
    assert storage.link_or_copy(source, target, root=tmp_path)
    assert target.read_bytes() == b"another"


def test_writing_over_a_hard_link_leaves_the_other_name_alone(tmp_path: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_bytes(b"source")
    storage.link_or_copy(source, target, root=tmp_path)
    storage.write(target, b"other", root=tmp_path)
    assert source.read_bytes() == b"source"


def test_remove_prunes_empty_folders_up_to_the_root(tmp_path: Path) -> None:
    path = tmp_path / "dist" / "de" / "a" / "b.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"")
    (tmp_path / "dist" / "keep.txt").write_bytes(b"")
    assert storage.remove(path, root=tmp_path)
    assert not storage.remove(path, root=tmp_path)
    assert [one.name for one in (tmp_path / "dist").iterdir()] == ["keep.txt"]


def test_remove_through_a_link_that_leaves_the_project_is_refused(tmp_path: Path) -> None:
    root, outside = tmp_path / "project", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (outside / "x").write_bytes(b"")
    (root / "dist").symlink_to(outside)
    with pytest.raises(StorageError):
        storage.remove(root / "dist" / "x", root=root)
    assert (outside / "x").exists()


def test_move_never_replaces_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "b").write_bytes(b"b")
    with pytest.raises(StorageError):
        storage.move(tmp_path / "a", tmp_path / "b", root=tmp_path)
    assert (tmp_path / "b").read_bytes() == b"b"


def test_the_private_folder_is_for_the_owner_and_ignored_by_git(tmp_path: Path) -> None:
    folder = storage.private_folder(tmp_path)
    folder.chmod(0o755)
    assert storage.private_folder(tmp_path) == folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert (folder / ".gitignore").read_text() == "*\n"


def test_the_lock_keeps_another_process_out(tmp_path: Path) -> None:
    folder = storage.private_folder(tmp_path)
    program = (
        "import sys, pathlib\nfrom i18n import storage\n"
        "with storage.lock(pathlib.Path(sys.argv[1])):\n    print('mine', flush=True)\n    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == b"mine\n"
        waited = []

        def waiting() -> None:
            waited.append(time.monotonic())
            assert other.stdin is not None
            other.stdin.close()

        with storage.lock(folder, waiting):
            assert other.wait(10) == 0
    assert len(waited) == 1


def test_what_a_killed_command_left_is_swept_by_the_next_one(tmp_path: Path) -> None:
    folder = storage.private_folder(tmp_path)
    leftover = tmp_path / "locales" / ".i18n-77-abcdef01.tmp"
    leftover.parent.mkdir()
    leftover.write_bytes(b"half")
    with storage.lock(folder):
        assert leftover.exists(), "nothing says that a command was killed"
    (folder / "at-work").touch()
    with storage.lock(folder):
        assert not leftover.exists()
    assert not (folder / "at-work").exists()


def test_an_exception_under_the_lock_sweeps_at_once(tmp_path: Path) -> None:
    folder = storage.private_folder(tmp_path)
    leftover = tmp_path / ".i18n-77-abcdef01.tmp"
    with pytest.raises(KeyboardInterrupt), storage.lock(folder):  # noqa: PT012
        leftover.write_bytes(b"half")
        raise KeyboardInterrupt
    assert not leftover.exists()
