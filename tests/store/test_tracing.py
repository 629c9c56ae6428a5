from __future__ import annotations

import hashlib
import pickle
from pathlib import Path

import pytest

from i18n.errors import FileError
from i18n.store import LocalStore
from i18n.store.tracing import Account, TracingStore, is_fact, observed


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
    assert store.account.used == {
        "a": digest("one"), "nowhere": None, "b": digest("two"), "c": False, "d": digest("one"), "e": None,
    }  # fmt: skip


def test_a_file_that_is_filled_counts_as_it_is_then(store: TracingStore) -> None:
    assert store.fill("a", lambda file: bool(file.write(store.read("a") + b"two")))
    assert store.fill("b", lambda _file: False) is None
    assert store.account.seen["a"] == digest("onetwo")
    assert store.account.written


def test_a_file_that_is_replaced_counts_as_it_is_then(store: TracingStore) -> None:
    assert store.replace("a", store.read("a"), b"two")
    assert store.account.used == {"a": digest("two")}


def test_a_file_that_somebody_changed_meanwhile_counts_as_it_was_read_last(store: TracingStore, tmp_path: Path) -> None:
    before = store.read("a")
    (tmp_path / "a").write_text("theirs")
    assert not store.replace("a", before, b"ours")
    store.read("a")
    assert store.account.used == {"a": digest("theirs")}


def test_a_file_that_was_read_twice_and_changed_between_is_in_doubt(store: TracingStore, tmp_path: Path) -> None:
    store.read("a")
    (tmp_path / "a").write_text("theirs")
    store.read("a")
    assert store.account.used is None


def test_a_file_that_was_not_there_and_then_was_is_in_doubt(store: TracingStore, tmp_path: Path) -> None:
    store.read_if_there("new")
    (tmp_path / "new").write_text("theirs")
    store.read("new")
    assert store.account.used is None


def test_a_file_that_cannot_be_read_or_written_is_in_doubt(store: TracingStore, tmp_path: Path) -> None:
    with pytest.raises(FileError):
        store.read("nowhere")
    assert store.account.used is None
    (tmp_path / "folder").mkdir()
    other = TracingStore(LocalStore(str(tmp_path)))
    with pytest.raises(FileError):
        other.write("folder", b"x")
    assert other.account.used is None


def test_what_is_asked_of_folders_and_sizes_is_accounted_for(store: TracingStore, tmp_path: Path) -> None:
    store.write("c/one", b"1")
    store.files("c")
    store.size("c/one")
    store.is_folder("b")
    store.find("c/*")
    assert not store.account.doubts
    seen = {name: content for name, content in store.account.seen.items() if is_fact(name)}
    assert {name: observed(store.store, name) for name in seen} == seen
    (tmp_path / "b").mkdir()
    (tmp_path / "c" / "one").write_bytes(b"22")
    (tmp_path / "c" / "two").write_bytes(b"")
    changed = {name for name, content in seen.items() if observed(store.store, name) != content}
    assert changed == set(seen)


def test_what_was_done_elsewhere_is_added(store: TracingStore) -> None:
    store.read("a")
    other = pickle.loads(pickle.dumps(store))
    assert other.account == Account()
    other.read("a")
    other.is_file("b")
    store.account.take(other.account)
    assert store.account.used == {"a": digest("one"), "b": False}


def test_an_account_knows_whether_something_was_written(store: TracingStore) -> None:
    store.write("a", b"two")
    assert store.account.written
    other = TracingStore(store.store)
    other.write("a", b"two")
    other.read("a")
    other.remove("b")
    assert not other.account.written
    assert other.account.used == {"a": digest("two"), "b": None}


def test_what_is_only_pretended_is_in_doubt(tmp_path: Path) -> None:
    store = TracingStore(LocalStore(str(tmp_path), pretend=True))
    store.write("a", b"one")
    assert store.account.used is None
