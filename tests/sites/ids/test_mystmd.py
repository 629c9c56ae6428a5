"""Does a heading have the id that mystmd gives it? What mystmd 1.11.0 makes of the headings of a page."""

from __future__ import annotations

from i18n.sites.ids import Ids
from tests.sites.ids.headings import ours

PAGE = {
    "What's new?": "whats-new", "C++ & C#": "c-c", "Über uns": "id-ber-uns", "안녕하세요 세계": "id",
    "مرحبا بالعالم": "id-1", "你好,世界!": "id-2", "1. First step": "id-1-first-step", "Hello  -  World": "hello-world",
    "Émile’s “quote”": "id-miles-quote", "foo_bar": "foo-bar", "Limits": "limits", "Limits?": "limits-1",
    "Foo": "foo", "*Foo*": "foo-1", "Foo-1": "foo-1-1", "**Foo**": "foo-2", "Bar_1": "bar-1", "Bar": "bar",
    "`Bar`": "bar-2", "Use `git push` now": "use-git-push-now", "!!!": "id-3",
}  # fmt: skip


def test_an_id_is_the_one_of_mystmd() -> None:
    made = ours(tuple(PAGE), "myst", Ids(rule="mystmd", form="target"))
    assert dict(zip(PAGE, made, strict=True)) == PAGE
