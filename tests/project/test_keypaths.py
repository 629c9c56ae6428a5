"""What key paths mean, and what is said of text that is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.markdown.frontmatter.values import below, within
from i18n.project import keypaths

PATHS = (
    *("title", "nav[].key()", "nav[].Guide[].key()", "menu.main[].name", "menus.footer[].name", "[].title", "[][]"),
    *('"theme.NotFound.title".message', '"a[0]"', "key()", "a b.c", '"key()"', '"*"', '""', '"say \\"so\\"".x'),
)


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("title", ["title"]),
        ("*", ["title", '"a[0]"', '"key()"', '"*"', '""']),
        ("*.message", ['"theme.NotFound.title".message']),
        ('"theme.NotFound.title".message', ['"theme.NotFound.title".message']),
        ("theme.NotFound.title.message", ['"theme.NotFound.title".message']),
        ("nav[].key()", ["nav[].key()"]),
        ("nav.**.key()", ["nav[].key()", "nav[].Guide[].key()"]),
        ("**.key()", ["nav[].key()", "nav[].Guide[].key()", "key()"]),
        ("key()", ["key()"]),
        ('"key()"', ['"key()"']),
        ("menu*.*[].name", ["menu.main[].name", "menus.footer[].name"]),
        ("**.name", ["menu.main[].name", "menus.footer[].name"]),
        ("[].title", ["[].title"]),
        ("**[]", ["[][]"]),
        ("a b.c", ["a b.c"]),
        ('"say \\"so\\"".*', ['"say \\"so\\"".x']),
    ],
)
def test_a_path_means(wanted: str, meant: list[str]) -> None:
    assert keypaths.objection(wanted) == ""
    assert [path for path in PATHS if keypaths.means(path, [wanted])] == meant


@pytest.mark.parametrize(
    ("path", "objection"),
    [
        ("menu[0].name", 'a list is written "[]" without a number'),
        ("a..b", 'nothing can be read at "..b"'),
        (".a", 'nothing can be read at ".a"'),
        ("key().a", 'nothing can be read at "().a"'),
        ("a(b)", 'nothing can be read at "(b)"'),
        ('a."b', 'nothing can be read at "."b"'),
        ("a]", 'nothing can be read at "]"'),
        ("", "it is empty"),
    ],
)
def test_what_is_no_path(path: str, objection: str) -> None:
    assert keypaths.objection(path) == objection


@pytest.mark.parametrize(
    ("written", "paths"),
    [
        ("a, b.c ,[].d", ("a", "b.c", "[].d")),
        ('"a, b".c, d', ('"a, b".c', "d")),
        ("a", ("a",)),
        ("a,", ()),
        (",a", ()),
        ("a,,b", ()),
        ("", ()),
    ],
)
def test_paths_stand_with_commas_between_them(written: str, paths: tuple[str, ...]) -> None:
    assert keypaths.split(written) == paths


@given(st.lists(st.text(max_size=8) | st.none(), min_size=1, max_size=5))
def test_the_path_of_any_keys_is_one_that_means_them_and_no_others(steps: list[str | None]) -> None:
    path = ""
    for step in steps:
        path = within(path) if step is None else below(path, step)
    assert keypaths.objection(path) == ""
    assert keypaths.means(path, [path])
    assert keypaths.means(path, ["**"])
    assert keypaths.means(path, [f"{path}.key()"]) is False
    assert keypaths.split(f"{path}, {path}") == (path, path)
