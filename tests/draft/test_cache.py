from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from i18n.draft.engine import Answer, Context, Doubtful, Failure, Query, Translation, Why
from i18n.draft.sending.cache import REFUSED_FOR, Cache, key
from i18n.message.marks import Mark, Role
from tests.draft.fake import Fake
from tests.message.marks import close_mark, hold_mark, open_mark

Open = Callable[..., Cache]
DAY = 20_000
WORDS = tuple(Doubtful("muro", why) for why in Why)
DRAFT = Translation(
    ("una ", Mark(Role.OPEN, 1), "casa", Mark(Role.CLOSE, 1), " \ud800 roja"), 83, "eng-spa", WORDS, "es"
)


def named(number: int) -> bytes:
    return key(Fake(), Query((f"text {number}",)), "en", "es", "first")


KNOWN_KEYS = {
    "tags": "bbc6a65c508cb574ac7e55e22a9f62a51fe45b737002cb1c6cecb9c2f3f51f05",
    "brackets": "906bf0066b90b4ebedb4618209bd493eee39faad97c94616294b1a02fa7ee2d1",
    "blanks": "8430083d9593202287248f4e2ce76a4b95ce5d22f211604416bde6f0545f2c17",
    "superblanks": "4f7435060e6ba796e3f38ac1445393d0bf12bd395b6ea63a237c82f0a2287761",
    "words": "d3e417be4c468a090c8d31610f873ecb61798a07840557d8ad785fc736641365",
    "gaps": "907b60d4530a48465a015986e471445e43e7e95e9a10eaeaf442dae53b87109c",
}
"""By encoding: the key that every version so far made of one and the same question."""


def test_answers_that_earlier_versions_kept_are_found() -> None:
    terms, examples = (("oar", "Riemen"),), (("an oar", "ein Riemen"),)
    context = Context("title", ("one", "two"), "note", ("before",), ("after",), terms, examples)
    tokens = ("The ", open_mark(1), "blade", close_mark(1), hold_mark(2))
    made = {each: key(Fake(), Query(tokens, context, "article"), "en", "pt-BR", each).hex() for each in KNOWN_KEYS}
    assert made == KNOWN_KEYS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "drafts.sqlite"


@pytest.fixture
def opened(path: Path) -> Iterator[Open]:
    """Open the file, as often as a test likes; each is closed at its end."""
    with contextlib.ExitStack() as stack:
        yield lambda day=DAY, at=path, **options: stack.enter_context(contextlib.closing(Cache(at, day, **options)))


def test_an_answer_comes_back_as_it_was(opened: Open, path: Path) -> None:
    opened().keep([(named(1), DRAFT), (named(2), Failure("cannot"))])
    assert opened().known([named(1), named(2), named(3)]) == {named(1): DRAFT, named(2): Failure("cannot")}
    assert path.stat().st_mode & 0o077 == 0


def test_that_an_engine_failed_is_not_kept(opened: Open) -> None:
    cache = opened()
    cache.keep([(named(1), Failure("it is down", broken=True)), (named(2), Failure("spent", final=True))])
    assert cache.known([named(1), named(2)]) == {}


def test_refusals_grow_old_and_translations_do_not(opened: Open) -> None:
    opened().keep([(named(1), DRAFT), (named(2), Failure("cannot"))])
    assert named(2) in opened(DAY + REFUSED_FOR - 1).known([named(2)])
    assert set(opened(DAY + REFUSED_FOR).known([named(1), named(2)])) == {named(1)}


def test_the_file_holds_no_text_that_was_sent(opened: Open, path: Path) -> None:
    cache = opened()
    cache.keep([(key(Fake(), Query(("Sumi is here",)), "en", "es", "first"), Translation(("ella está aquí",)))])
    cache.close()
    assert b"Sumi" not in path.read_bytes()


def test_what_is_only_looked_at_is_not_made(opened: Open, path: Path) -> None:
    cache = opened(pretend=True)
    cache.keep([(named(1), DRAFT)])
    assert cache.known([named(1)]) == {}
    assert cache.fault == ""
    assert not path.exists()


def test_a_broken_file_is_made_anew(opened: Open, path: Path) -> None:
    path.write_bytes(b"this is no database" * 100)
    cache = opened()
    cache.keep([(named(1), DRAFT)])
    assert cache.known([named(1)]) == {named(1): DRAFT}


@pytest.mark.parametrize("answer", ["", "{", "[]", "{}", '{"text": 1}', "null"])
def test_a_row_that_nobody_can_read_is_none(opened: Open, path: Path, answer: str) -> None:
    cache = opened()
    cache.keep([(named(1), DRAFT)])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE answers SET answer = ?", (answer,))
    connection.close()
    assert cache.known([named(1)]) == {}


def test_a_full_disk_loses_nothing_that_is_there(opened: Open, path: Path) -> None:
    cache = opened()
    cache.keep([(named(1), DRAFT)])
    assert cache._connection is not None
    cache._connection.execute("PRAGMA max_page_count = 2")
    big = Translation(("palabra " * 10_000,))
    cache.keep((named(number), big) for number in range(2, 9))
    assert "full" in cache.fault
    assert cache.known([named(1)]) == {named(1): DRAFT}
    cache.close()
    assert opened().known([named(1)]) == {named(1): DRAFT}


def test_a_folder_that_is_not_there_costs_the_memory_only(opened: Open, tmp_path: Path) -> None:
    cache = opened(at=tmp_path / "none" / "drafts.sqlite")
    cache.keep([(named(1), DRAFT)])
    assert cache.known([named(1)]) == {}
    assert cache.fault


def test_several_threads_write_and_read(opened: Open) -> None:
    cache = opened()

    def work(start: int) -> None:
        for number in range(start, start + 25):
            cache.keep([(named(number), Translation((f"texto {number}",)))])
            assert cache.known([named(number)])

    threads = [threading.Thread(target=work, args=(25 * n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found: dict[bytes, Answer] = dict(cache.known([named(n) for n in range(200)]))
    assert found == {named(n): Translation((f"texto {n}",)) for n in range(200)}


def _kept_then_killed(path: Path) -> None:
    cache = Cache(path, DAY)
    for number in range(50):
        cache.keep([(named(number), DRAFT)])
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_kill_loses_nothing_that_was_kept(opened: Open, path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=_kept_then_killed, args=(path,))
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    assert len(opened().known([named(n) for n in range(50)])) == 50
