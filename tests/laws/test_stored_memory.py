"""A memory on the disk answers as one that is made of all its entries, whatever became of the catalogs before."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.memory import Entry, EntryIndex, Memory, Standing, StoredMemory, beginnings, words
from i18n.store import LocalStore, segments
from i18n.store.memory_file import MemoryFile
from i18n.store.memory_tables import Contents, Translation
from i18n.store.segments import Measure
from i18n.words.folding import single_spaced

MEASURE = Measure(single_spaced, words)
NAMES = ("one", "two", "three")
LOCALES = ("de", "ko")

_WORDS = "The road is open. 길이 열렸다. 道が開いた。 Go on!".split()
_texts = st.one_of(
    st.text("ab c", min_size=1, max_size=12),
    st.lists(st.sampled_from("The road is open. 길이 열렸다. 道が開いた。 Go on!".split()), min_size=1, max_size=7).map(
        " ".join
    ),
)
_translations = st.lists(
    st.builds(
        Translation,
        _texts,
        st.sampled_from("xyz"),
        st.sampled_from([None, "", "door"]),
        st.sampled_from([int(standing) for standing in Standing]),
    ),
    max_size=8,
)
_step = st.one_of(
    st.tuples(st.just("fill"), st.sampled_from(NAMES), st.sampled_from(LOCALES), _translations),
    st.tuples(st.just("forget"), st.sampled_from(NAMES), st.sampled_from(LOCALES)),
    st.tuples(st.just("open again")),
    st.tuples(st.just("break off"), st.sampled_from(NAMES), st.sampled_from(LOCALES), _translations),
)


Held: TypeAlias = dict[tuple[str, str], list[Translation]]
"""By the name of the article and the locale."""


class _BrokenOffError(Exception):
    pass


def _broken_off(_text: str) -> Iterable[str]:
    raise _BrokenOffError


def known(held: Held, locale: str, private: str) -> list[Entry]:
    return [
        Entry(each.msgid, each.msgstr, name, each.msgctxt, name == private, Standing(each.standing))
        for (name, tag), translations in held.items()
        if tag == locale
        for each in translations
    ]


def done(
    steps: Sequence[tuple[object, ...]], folder: str
) -> tuple[MemoryFile, dict[tuple[str, str], list[Translation]]]:
    """Take the steps with a file; gives it, and what it should hold."""
    file = MemoryFile(LocalStore(folder), MEASURE)
    held: Held = {}
    for number, (kind, *rest) in enumerate(steps):
        match kind, *rest:
            case "fill", str(name), str(locale), list(translations):
                file.fill([Contents(name, locale, str(number), translations)])
                held[name, locale] = translations
            case "forget", str(name), str(locale):
                file.forget([(name, locale)])
                held.pop((name, locale), None)
            case "break off", str(name), str(locale), list(translations):
                file._measure = Measure(single_spaced, _broken_off)
                new = [*translations, Translation(f"new {number}", "n", None, 2)]
                with pytest.raises(_BrokenOffError):
                    file.fill([Contents(name, locale, "broken", new)])
                file._measure = MEASURE
            case _:
                file.close()
                file = MemoryFile(LocalStore(folder), MEASURE)
    return file, held


def assert_same(stored: Memory, made: Memory, text: str, minimum: int, article: str, confined: str) -> None:
    for msgctxt in (None, "door"):
        asked = {"article": article, "msgctxt": msgctxt, "confined": (confined,)}
        assert stored.matches(text, minimum, **asked) == made.matches(text, minimum, **asked)  # type: ignore[arg-type]
    assert sorted(map(repr, stored.containing(text))) == sorted(map(repr, made.containing(text)))
    for beginning in beginnings(text):
        assert stored.has_beginning(beginning) == made.has_beginning(beginning)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(_step, max_size=7),
    st.lists(_texts, min_size=1, max_size=3),
    st.integers(0, 100),
    st.sampled_from(["", "one", "two"]),
    st.sampled_from(["one", "three"]),
    st.sampled_from(["two", "nobody"]),
)
def test_it_answers_as_one_made_of_all_entries(
    steps: list[tuple[object, ...]], texts: list[str], minimum: int, article: str, private: str, confined: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file, held = done(steps, folder)
        every = [each.msgid for translations in held.values() for each in translations]
        for locale in LOCALES:
            entries = known(held, locale, private)
            stored = StoredMemory(file, locale, {private})
            for text in (*texts, *every[:3]):
                assert_same(stored, EntryIndex(entries), text, minimum, article, confined)
            assert sorted(file.messages(locale)) == sorted({entry.msgid for entry in entries})
            assert sum(count for *_, count in file.counted(locale)) == len(entries)
        file.close()


@settings(max_examples=100, deadline=None)
@given(st.lists(_step, max_size=7), _texts, st.integers(0, 99))
def test_by_words_it_finds_all_that_have_one_in_common(
    steps: list[tuple[object, ...]], text: str, minimum: int
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(segments, "_ALL", 0)
        file, held = done(steps, folder)
        found = StoredMemory(file, "de").matches(text, minimum)
        wanted = EntryIndex(known(held, "de", "")).matches(text, minimum)
        shared = [match for match in wanted if match.msgid == text or words(single_spaced(text)) & words(match.msgid)]
        assert [*found] == shared
        file.close()
