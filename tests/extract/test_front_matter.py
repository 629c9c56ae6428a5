"""Which values of front matter are messages, and what an article asks for there, in each of its languages."""

from __future__ import annotations

import pytest

from i18n.extract.template import kind
from i18n.model import Place
from tests.extract.reading import extraction

FRONT = {
    "yaml": """\
---
title: Nine wells
cover:
  image: wells.jpg
  alt: A well at dawn
gallery:
  - alt: The road
    src: road.jpg
  - alt: The camp
tags: [water, news]
menu:
  main:
    name: Wells
---
""",
    "toml": """\
+++
title = "Nine wells"
tags = ["water", "news"]
[cover]
image = "wells.jpg"
alt = "A well at dawn"
[[gallery]]
alt = "The road"
src = "road.jpg"
[[gallery]]
alt = "The camp"
[menu.main]
name = "Wells"
+++
""",
    "json": """\
{
  "title": "Nine wells",
  "cover": {"image": "wells.jpg", "alt": "A well at dawn"},
  "gallery": [{"alt": "The road", "src": "road.jpg"}, {"alt": "The camp"}],
  "tags": ["water", "news"],
  "menu": {"main": {"name": "Wells"}}
}
""",
}


def paths(language: str, *wanted: str, body: str = "\nBody.\n") -> list[tuple[str, str]]:
    found = extraction(FRONT[language] + body, "hugo", front_matter=wanted)
    assert found.findings == ()
    return sorted((each.detail, each.msgid) for each in found.segments if each.place is Place.FRONT_MATTER)


@pytest.mark.parametrize("language", FRONT)
@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (["title"], [("title", "Nine wells")]),
        (["cover.alt"], [("cover.alt", "A well at dawn")]),
        (["gallery[].alt"], [("gallery[].alt", "The camp"), ("gallery[].alt", "The road")]),
        (["tags[]"], [("tags[]", "news"), ("tags[]", "water")]),
        (["menu.main.name"], [("menu.main.name", "Wells")]),
        (["cover", "gallery", "menu.main", "nothing", "title.more", "cover.alt.more"], []),
        ([], []),
    ],
)
def test_key_paths_reach_into_tables_and_lists(
    language: str, wanted: list[str], expected: list[tuple[str, str]]
) -> None:
    assert paths(language, *wanted) == expected


@pytest.mark.parametrize("language", FRONT)
def test_a_value_has_its_line_and_its_bytes(language: str) -> None:
    text = FRONT[language].replace("Nine wells", "Neun Brünnen").replace("A well at dawn", "Früh am Brunnen")
    found = extraction(text, "hugo", front_matter=("title", "cover.alt")).segments
    lines = text.encode().splitlines()
    assert {kind(each) for each in found} == {"front matter title", "front matter cover.alt"}
    for each in found:
        assert each.msgid.encode() in each.span.of(text.encode())
        assert each.msgid.encode() in lines[each.line - 1]


@pytest.mark.parametrize("language", FRONT)
def test_front_matter_is_no_text_of_the_body(language: str) -> None:
    found = extraction(FRONT[language] + "\nBody.\n", "hugo", front_matter=())
    assert [each.msgid for each in found.segments] == ["Body."]


def said(language: str, value: str, key: str = "mt") -> str:
    return {
        "yaml": f"---\n{key}: {value}\n---\n",
        "toml": f"+++\n{key} = {value}\n+++\n",
        "json": f'{{\n"{key}": {value}\n}}\n',
    }[language]


@pytest.mark.parametrize(
    ("language", "value", "mt"),
    [
        ("yaml", "", ""),
        ("yaml", "on", ""),
        ("yaml", "yes", ""),
        ("yaml", "remote", ""),
        ("yaml", "local", "local"),
        ("yaml", "'LOCAL'", "local"),
        ("yaml", "off", "off"),
        ("yaml", "no", "off"),
        ("yaml", "0", "off"),
        ("yaml", "lokal", "off"),
        ("toml", "true", ""),
        ("toml", "false", "off"),
        ("toml", '"local"', "local"),
        ("toml", '"off"', "off"),
        ("toml", '"none of it"', "off"),
        ("json", "true", ""),
        ("json", "false", "off"),
        ("json", '"local"', "local"),
        ("json", '"never"', "off"),
    ],
)
def test_which_machines_may_see_an_article(language: str, value: str, mt: str) -> None:
    found = extraction(said(language, value) + "\nBody.\n", "hugo")
    assert (found.mt, found.translate, found.draft) == (mt, True, False)
    assert [each.msgid for each in found.segments] == ["Body."]


@pytest.mark.parametrize("language", FRONT)
@pytest.mark.parametrize(
    ("key", "value", "translate", "draft"),
    [
        ("translate", "false", False, False),
        ("translate", "true", True, False),
        ("draft", "true", True, True),
        ("draft", "false", True, False),
        ("drafted", "true", True, False),
    ],
)
def test_what_an_article_asks_for_itself(language: str, key: str, value: str, translate: bool, draft: bool) -> None:
    found = extraction(said(language, value, key) + "\nBody.\n", "hugo")
    assert (found.translate, found.draft) == (translate, draft)
    assert [each.msgid for each in found.segments] == ["Body."] * translate


@pytest.mark.parametrize("text", ["---\ntitle: [\n---\nBody.\n", "+++\ntitle = \n+++\nBody.\n", '{"title": }\nBody.\n'])
def test_what_cannot_be_read_is_kept_from_machines_and_from_readers(text: str) -> None:
    found = extraction(text, "hugo")
    assert (found.mt, found.draft) == ("off", True)
    (finding,) = found.findings
    assert (finding.rule, finding.severity.name, finding.path) == ("front-matter", "ERROR", "source/a.md")
    assert "It is copied as it is." in finding.message
    assert [each.msgid for each in found.segments] == ["Body."]


@pytest.mark.parametrize("path", ["a.txt", "deep/er/a.txt"])
def test_a_text_file_has_front_matter_and_no_table(path: str) -> None:
    text = "---\ntitle: Plain\n---\n\n| a |\n|---|\n| b |\n\n~~c~~ <b>d</b>\n\n[^1]: no footnote\n"
    found = extraction(text, "docusaurus", path)
    assert [kind(each) for each in found.segments] == ["front matter title", *["paragraph"] * 3]
    assert found.segments[1].msgid.startswith("| a |")
