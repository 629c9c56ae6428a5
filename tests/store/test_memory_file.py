from __future__ import annotations

import random
import sqlite3
import stat
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from i18n.memory import StoredMemory, words
from i18n.store import LocalStore, memory_file, segments
from i18n.store.memory_file import FILE, MemoryFile, UnusableError
from i18n.store.memory_tables import Contents, Translation
from i18n.store.segments import Measure
from i18n.words.folding import single_spaced


def opened(root: Path, *, pretend: bool = False) -> MemoryFile:
    return MemoryFile(LocalStore(str(root), pretend), Measure(single_spaced, words))


def contents(name: str, *msgids: str, digest: str = "1", locale: str = "de") -> Contents:
    return Contents(name, locale, digest, [Translation(msgid, f"{msgid}!", None, 2) for msgid in msgids])


def found(file: MemoryFile, text: str, minimum: int = 75) -> list[str]:
    return [match.msgstr for match in StoredMemory(file, "de").matches(text, minimum)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    file = opened(tmp_path)
    file.fill([contents("a", "Open the valve slowly.", "Go home"), contents("b", "Open the valve")])
    file.close()
    return tmp_path


def test_it_is_for_its_owner_alone(root: Path) -> None:
    assert stat.S_IMODE((root / ".i18n" / FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE((root / ".i18n").stat().st_mode) == 0o700


def test_a_catalog_takes_the_place_of_what_there_was_of_it(root: Path) -> None:
    file = opened(root)
    assert file.digests("de") == {"a": "1", "b": "1"}
    assert file.digests("ko") == {}
    file.fill([contents("a", "Go home", digest="2")])
    assert file.digests("de") == {"a": "2", "b": "1"}
    assert found(file, "Open the valve slowly.") == ["Open the valve!"]
    assert found(file, "Go home") == ["Go home!"]
    file.forget([("b", "de"), ("c", "de")])
    assert found(file, "Open the valve slowly.") == []
    assert file.digests("de") == {"a": "2"}


def test_a_text_that_no_catalog_holds_is_deleted(root: Path) -> None:
    file = opened(root)
    file.fill([contents("a", "Go home", digest="2")])
    file.forget([("b", "de")])
    file.close()
    assert b"valve" not in b"".join(
        str(row).encode() for row in sqlite3.connect(root / ".i18n" / FILE).execute("SELECT * FROM text")
    )


def test_what_was_added_since_a_mark_can_be_asked(root: Path) -> None:
    file = opened(root)
    mark = file.mark
    assert file.added_since(mark, "de", 10) == []
    file.fill([contents("a", "Open the valve slowly.", "Go home", "Come in", digest="2")])
    file.fill([contents("c", "Uphill", locale="ko")])
    assert file.added_since(mark, "de", 10) == ["Come in"]
    assert file.added_since(mark, "de", 0) is None
    assert file.added_since(file.mark, "de", 10) == []
    file.fill([Contents("b", "de", "2", [Translation("Open the valve", "Another one", None, 2)])])
    file.forget([("a", "de")])
    file.close()
    assert opened(root).added_since(mark, "de", 10) == ["Open the valve"]


@pytest.mark.parametrize("mark", ["", "x", "x:1", ":", "x:x"])
def test_a_mark_of_another_file_says_nothing(root: Path, mark: str) -> None:
    assert opened(root).added_since(mark, "de", 10) is None


def test_a_file_that_was_made_again_is_another_one(root: Path) -> None:
    mark = opened(root).mark
    (root / ".i18n" / FILE).unlink()
    assert opened(root).added_since(mark, "de", 10) is None


def test_a_file_that_holds_mostly_numbers_of_texts_that_are_gone_is_begun_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_file, "_BATCH", 2)
    file = opened(root)
    mark = file.mark
    for number in range(5):
        file.fill([contents("a", f"Message {number}", digest=str(number))])
    assert file.added_since(mark, "de", 10) == ["Message 4"]
    file.close()
    file = opened(root)
    assert file.digests("de") == {}
    assert file.added_since(mark, "de", 10) is None
    file.fill([contents("a", "Message 5")])
    assert found(file, "Message 5") == ["Message 5!"]


def test_one_that_pretends_is_only_read(root: Path) -> None:
    before = (root / ".i18n" / FILE).read_bytes()
    assert found(opened(root, pretend=True), "Go home") == ["Go home!"]
    with pytest.raises(UnusableError):
        opened(root, pretend=True).fill([contents("a")])
    assert (root / ".i18n" / FILE).read_bytes() == before
    (root / ".i18n" / FILE).unlink()
    with pytest.raises(UnusableError):
        opened(root, pretend=True)
    assert not (root / ".i18n" / FILE).exists()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"no database"),
        lambda path: path.write_bytes(b""),
        lambda path: path.unlink(),
        lambda path: sqlite3.connect(path).executescript("PRAGMA user_version = 99"),
    ],
    ids=["broken", "empty", "gone", "another version"],
)
def test_a_file_that_is_no_good_is_made_again(root: Path, spoil: Callable[[Path], object]) -> None:
    spoil(root / ".i18n" / FILE)
    file = opened(root)
    assert file.digests("de") == {}
    file.fill([contents("a", "Go home")])
    assert found(file, "Go home") == ["Go home!"]


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE posting",
        "DROP TABLE unit",
        "UPDATE posting SET texts = CAST('abc' AS BLOB)",
        "UPDATE segment SET lengths = CAST('abcd' AS BLOB)",
        "UPDATE segment SET words = CAST('abcd' AS BLOB)",
        "UPDATE segment SET counts = CAST('abcd' AS BLOB)",
        "UPDATE segment SET posting = posting + 1",
        "UPDATE segment SET posting = 'first'",
        "UPDATE segment SET texts = NULL",
        "UPDATE OR IGNORE unit SET text = 1000000",
    ],
)
def test_a_file_with_other_things_in_it_is_never_an_error_of_ours(root: Path, statement: str) -> None:
    connection = sqlite3.connect(root / ".i18n" / FILE)
    with connection:
        connection.execute(statement)
    connection.close()
    try:
        assert found(opened(root), "Open the valve slowly.") in ([], ["Open the valve slowly.!", "Open the valve!"])
    except UnusableError:
        assert not (root / ".i18n" / FILE).exists(), "it would not be made again"


def test_whatever_bytes_are_spoilt_there_is_an_answer_or_none(root: Path) -> None:
    path = root / ".i18n" / FILE
    whole = path.read_bytes()
    for seed in range(60):
        chance = random.Random(seed)
        data = bytearray(whole)
        for _ in range(chance.choice([1, 20, 2_000])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        try:
            file = opened(root)
            found(file, "Open the valve slowly.")
            file.fill([contents("a", "Go home", "Come in", digest="2")])
            file.close()
        except UnusableError:
            continue


def test_a_file_that_another_process_writes_cannot_be_used_and_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = opened(root)
    file._connection.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(root / ".i18n" / FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(UnusableError):
        found(file, "Go home")
    with pytest.raises(UnusableError):
        file.fill([contents("a")])
    other.execute("ROLLBACK")
    assert found(file, "Go home") == ["Go home!"]


def test_what_another_process_writes_is_seen(root: Path) -> None:
    file, other = opened(root), opened(root)
    assert found(file, "Come in") == []
    other.fill([contents("c", "Come in")])
    assert found(file, "Come in") == ["Come in!"]
    other.forget([("c", "de")])
    assert found(file, "Come in") == []


def test_several_threads_may_ask_at_once(root: Path) -> None:
    file = opened(root)
    answers: list[Sequence[str]] = []
    threads = [
        threading.Thread(target=lambda: answers.extend(found(file, "Go home") for _ in range(50))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [["Go home!"]] * 200


def test_many_small_changes_leave_few_segments_and_find_the_same(tmp_path: Path) -> None:
    chance = random.Random(3)
    syllables = ["".join(chance.choices("bdfgklmnprstvwaeiou", k=chance.randint(2, 7))) for _ in range(300)]
    file = opened(tmp_path)
    texts = [" ".join(chance.choices(syllables, k=8)) for _ in range(300)]
    for number, text in enumerate(texts):
        file.fill([contents(f"a{number}", text)])
    [[count]] = file._connection.execute("SELECT count(*) FROM segment")
    assert count <= 12
    for all_of_them in (2_000, 0):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(segments, "_ALL", all_of_them)
            assert [found(file, f"{text} x", 90) for text in texts] == [[f"{text}!"] for text in texts]


def test_among_many_messages_those_that_share_the_most_words_are_found(tmp_path: Path) -> None:
    chance = random.Random(5)
    syllables = ["".join(chance.choices("bdfgklmnprstvwaeiou", k=chance.randint(2, 7))) for _ in range(1_500)]
    texts = [" ".join(chance.choices(syllables, k=12)) for _ in range(6_000)]
    file = opened(tmp_path)
    file.fill([contents("a", *texts), contents("b", *(f"{text} in Korean alone" for text in texts), locale="ko")])
    for text in chance.sample(texts, 50):
        cut = text.split()
        cut[chance.randrange(12)] = "edited"
        assert found(file, " ".join(cut), 80) == [f"{text}!"]


@pytest.mark.parametrize("rare", [100, 500, 900])
def test_a_word_that_many_messages_have_adds_to_those_with_a_rarer_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rare: int
) -> None:
    monkeypatch.setattr(segments, "_POSTINGS", 1_000)
    file = opened(tmp_path)
    file.fill([contents("a", *(f"drought {number}" for number in range(rare)))])
    file.fill([contents("b", *(f"village number {number}" for number in range(6_000)), "village of drought")])
    answers = found(file, "village of a drought", 40)
    assert answers[0] == "village of drought!"
    assert any("number" in answer for answer in answers) is (rare < 500)


def test_among_many_like_messages_those_of_a_like_length_are_found(tmp_path: Path) -> None:
    file = opened(tmp_path)
    file.fill([contents("a", *(f"the elders of village number {number} met" for number in range(6_000)))])
    assert found(file, "the elders of village number 4321 meet", 90)[0] == "the elders of village number 4321 met!"
