"""What a page needs in its front matter is written at its own place, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.markdown import frontmatter
from i18n.project.placement import Setting

LANG = Setting("lang", "de", missing="de")
MOVED = Setting("url", "/de/{bare}", only="/")
ALIASES = Setting("aliases[]", "/de/{bare}", only="/")


@pytest.mark.parametrize(
    ("text", "needed", "made"),
    [
        ("---\ntitle: A\n---\n", [LANG], "---\ntitle: A\nlang: de\n---\n"),
        ("---\r\ntitle: A\r\n---\r\n", [LANG], "---\r\ntitle: A\r\nlang: de\r\n---\r\n"),
        ("---\nlang: en # theirs\ntitle: A\n---\n", [LANG], "---\nlang: de # theirs\ntitle: A\n---\n"),
        ("---\nlang: 'en'\n---\n", [LANG], "---\nlang: 'de'\n---\n"),
        ("---\ntitle: |\n  A\n\n---\n", [LANG], "---\ntitle: |\n  A\n\nlang: de\n---\n"),
        ("---\ntitle: A\n---\n", [Setting("lang", "no", missing="no")], '---\ntitle: A\nlang: "no"\n---\n'),
        ("---\nurl: /a/\naliases: [/b, c]\n---\n", [MOVED, ALIASES],
         "---\nurl: /de/a/\naliases: [/de/b, c]\n---\n"),
        ("---\nurl: a/\n---\n", [MOVED], "---\nurl: a/\n---\n"),
        ("---\npermalink: false\n---\n", [Setting("permalink", "/de/{bare}")], "---\npermalink: false\n---\n"),
        ("---\ntitle: A\n---\n", [MOVED, ALIASES], "---\ntitle: A\n---\n"),
        ("+++\ntitle = 'A'\n[extra]\nx = 1\n+++\n", [LANG], "+++\nlang = \"de\"\ntitle = 'A'\n[extra]\nx = 1\n+++\n"),
        ("+++\nurl = '/a/'\naliases = ['/b']\n+++\n", [MOVED, ALIASES],
         "+++\nurl = '/de/a/'\naliases = ['/de/b']\n+++\n"),
        ('{\n  "title": "A"\n}\n', [LANG], '{\n  "lang": "de",\n  "title": "A"\n}\n'),
        ('{"url": "/a"}\n', [LANG, MOVED], '{"lang": "de", "url": "/de/a"}\n'),
    ],
)  # fmt: skip
def test_keys_are_set_at_their_place(text: str, needed: list[Setting], made: str) -> None:
    front = frontmatter.find(text, 0, ("yaml", "toml", "json"))
    assert front is not None
    start, end = text.index(front.text), text.index(front.text) + len(front.text)
    assert text[:start] + frontmatter.with_settings(front, front.text, needed) + text[end:] == made


@given(st.text("ab:- \n'\"#|>[]{},&*!\\", max_size=30), st.sampled_from(["---\n", "+++\n"]))
def test_other_values_stay(text: str, mark: str) -> None:
    front = frontmatter.find(f"{mark}title: A\n{text}\n{mark}", 0, ("yaml", "toml"))
    if front is None or front.problem:
        return
    before = frontmatter.settings(front)
    made = frontmatter.with_settings(front, front.text, [LANG])
    after = frontmatter.find(f"{mark}{made}{mark}", 0, ("yaml", "toml"))
    assert after is not None
    assert frontmatter.settings(after) in ({**before, "lang": "de"}, before)
