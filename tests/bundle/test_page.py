"""In which order do readers meet the pages of a bundle?"""

from __future__ import annotations

import random

from i18n.bundle.page import Page, folders, ordered


def page(name: str, title: str = "") -> Page:
    return Page(name, name, title or name, "", "")


def test_the_index_comes_first_and_numbers_by_their_value() -> None:
    wanted = [
        "index",
        "2-begin",
        "10-end",
        "about",
        "guides/README",
        "guides/a",
        "guides/deep/_index",
        "guides/deep/z",
        "news/b",
    ]
    shuffled = random.Random(1).sample(wanted, len(wanted))
    assert ordered(shuffled) == wanted


def test_the_pages_of_a_folder_stand_below_its_index() -> None:
    pages = [page(name) for name in ("index", "about", "guides/index", "guides/a", "guides/b", "news/c", "news/d")]
    assert [(first.name, [each.name for each in below]) for first, below in folders(pages)] == [
        ("index", []), ("about", []), ("guides/index", ["guides/a", "guides/b"]), ("news/c", []), ("news/d", []),
    ]  # fmt: skip


def test_code_runs_from_left_to_right_on_pages_that_do_not() -> None:
    code = Page("a", "a", "a", "", '<p><code>x</code> <code dir="rtl">y</code><em>codex</em></p><pre class="a">z</pre>')
    assert code.text("rtl") == (
        '<p><code dir="ltr">x</code> <code dir="rtl">y</code><em>codex</em></p><pre dir="ltr" class="a">z</pre>'
    )
    assert code.text("ltr") == code.body
