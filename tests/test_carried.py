"""Does the benchmark of carried translations count what is there?"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.carried import carried, states, translated
from benchmarks.corpus import Corpus
from i18n.model import Unit

CORPUS = Corpus("two", (("a.md", b"# Tools\n\nA saw, `a b` and [a file](file.md).\n"), ("b/c.md", b"Words | more\n")))


def test_each_finished_message_is_in_one_state() -> None:
    old = [
        Unit("same", "sameé"),
        Unit("one | two", "oneé | twoé"),
        Unit("edited", "editedé"),
        Unit("gone", "goneé"),
        Unit("lost", "losté"),
        Unit("not finished", "notéfinishedé", fuzzy=True),
        Unit("empty"),
    ]
    new = [
        old[0],
        Unit("one", "oneé"),
        Unit("two", "twoé"),
        Unit("edited!", "editedé", fuzzy=True, previous_msgid="edited"),
        Unit("gone", "goneé", obsolete=True),
    ]
    assert [state for _, state in states(old, new)] == ["same", "carried", "fuzzy", "obsolete", "lost"]


def test_a_text_is_translated_alike_in_any_message() -> None:
    assert translated("[The `a b` shed](a/b.md)\\\nof {{ x y }} :tool: [it] old!") == (
        "[Theé `a b` shedé](a/b.md)\\\nofé {{ x y }} :tool: [it] oldé!"
    )


def test_all_is_the_same_between_equal_versions(tmp_path: Path) -> None:
    said = list(carried([Path(sys.executable)] * 2, [CORPUS], ["gfm", "jekyll"], tmp_path))
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in said[1].splitlines()[2:]]
    assert rows == [
        ["two", "gfm", "3", "3", "100.00", *["0"] * 6],
        ["two", "jekyll", "4", "4", "100.00", *["0"] * 6],
    ]
    assert len(said) == 2
