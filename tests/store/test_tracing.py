from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from i18n.errors import FileError
from i18n.store import LocalStore
from i18n.store.tracing import TracingStore


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> TracingStore:
    (tmp_path / "a").write_text("one")
    return TracingStore(LocalStore(str(tmp_path)))


def test_what_was_read_written_and_asked_for_is_accounted_for(store: TracingStore) -> None:
    store.read("a")
    store.read_if_there("nowhere")
    store.write("b", b"two")
    store.is_file("c")
    store.link("a", "d")
    store.remove("e")
    assert store.used == {
        "a": digest("one"), "nowhere": None, "b": digest("two"), "c": False, "d": digest("one"), "e": None,
    }  # fmt: skip


def test_a_file_that_is_replaced_counts_as_it_is_then(store: TracingStore) -> None:
    assert store.replace("a", store.read("a"), b"two")
    assert store.used == {"a": digest("two")}


def test_a_file_that_somebody_changed_meanwhile_counts_as_it_was_read_last(store: TracingStore, tmp_path: Path) -> None:
    before = store.read("a")
    (tmp_path / "a").write_text("theirs")
    assert not store.replace("a", before, b"ours")
    store.read("a")
    assert store.used == {"a": digest("theirs")}


def test_a_file_that_was_read_twice_and_changed_between_is_in_doubt(store: TracingStore, tmp_path: Path) -> None:
    store.read("a")
    (tmp_path / "a").write_text("theirs")
    store.read("a")
    assert store.used is None


def test_a_file_that_was_not_there_and_then_was_is_in_doubt(store: TracingStore, tmp_path: Path) -> None:
    store.read_if_there("new")
    (tmp_path / "new").write_text("theirs")
    store.read("new")
    assert store.used is None


def test_a_file_that_cannot_be_read_or_written_is_in_doubt(store: TracingStore, tmp_path: Path) -> None:
    with pytest.raises(FileError):
        store.read("nowhere")
    assert store.used is None
    (tmp_path / "folder").mkdir()
    other = TracingStore(LocalStore(str(tmp_path)))
    with pytest.raises(FileError):
        other.write("folder", b"x")
    assert other.used is None


def test_whatever_is_not_about_one_files_content_is_in_doubt(store: TracingStore) -> None:
    store.files("")
    assert store.used is None


def test_what_is_only_pretended_is_in_doubt(tmp_path: Path) -> None:
    store = TracingStore(LocalStore(str(tmp_path), pretend=True))
    store.write("a", b"one")
    assert store.used is None
