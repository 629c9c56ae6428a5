from __future__ import annotations

import pytest

from i18n.message.unparsed import prose, targets, with_targets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see [it](a.md) and ![b](<c d.png>)", ["a.md", "<c d.png>"]),
        ("<a href=\"x\">y</a> <img src='z'>", ['href="x"', "src='z'"]),
        ("at https://example.org/a_(b). Or git+ssh://x/y!", ["https://example.org/a_(b", "git+ssh://x/y"]),
        ("詳細はhttps://example.orgをご覧ください。", ["https://example.org"]),
        ("자세한 것은 https://example.org를 보세요", ["https://example.org"]),
        ("https://ru.example/мир, но", ["https://ru.example/мир"]),
        ("write to mailto:a@example.org; a = b", ["mailto:a@example.org"]),
        ("nothing", []),
    ],
)
def test_where_a_message_leads(text: str, expected: list[str]) -> None:
    assert targets(text) == expected
    assert with_targets(text, str.upper) == _replaced(text, expected)


def _replaced(text: str, found: list[str]) -> str:
    for target in found:
        text = text.replace(target, target.upper())
    return text


@pytest.mark.parametrize(
    "text",
    ["`a b c`", "`a``b`", "<b>", "[](a b)", "https://example.org/a", "{name}", "%(name)s", "%lld", "${x}", "7 12"],
)
def test_what_is_no_prose(text: str) -> None:
    assert prose(f"x {text} y").replace("[", "").split() == ["x", "y"]


def test_emoji_count_as_words_of_their_own() -> None:
    assert prose(":tada: well done") == ":tada: well done"
