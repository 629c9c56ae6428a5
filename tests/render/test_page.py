"""What does a page say besides its text: titles, languages, links and pictures, what is left out?"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET

import pytest

from i18n.errors import ConfigurationError
from i18n.render import Options, marks, raw, render, uid
from i18n.render.links import Use
from tests.render.reading import OPTIONS, body, read, rendered, texts, tree

FRONT = "---\ntitle: The well\ndescription: How it was dug.\nsummary: ''\n---\n\nWords.\n"


def test_a_title_of_the_front_matter_stands_above_a_body_without_one() -> None:
    page = rendered(FRONT)
    assert page.title == "The well"
    found = tree(page)
    assert [element.tag for element in found] == ["h1", "p", "p"]
    assert list(texts(found, uid((None, "How it was dug.")))) == [
        f"How it was dug. description {uid((None, 'How it was dug.'))}"
    ]


def test_a_title_of_the_front_matter_is_a_detail_where_the_body_has_its_own() -> None:
    page = rendered(FRONT.replace("Words", "# Other\n\nWords"))
    assert page.title == "The well"
    assert "<h1" not in page.header
    assert "<dt>title</dt>" in page.header
    options = Options(locale="en", details=False)
    assert "The well" not in rendered(FRONT.replace("Words", "# Other\n\nWords"), options=options).header


def test_the_first_heading_is_the_title_where_nothing_else_is() -> None:
    assert rendered("# A *well* & `more`\n").title == "A well & more"
    assert rendered("Words\n").title == ""


def test_a_text_in_another_language_says_so() -> None:
    source = read("One *word*.\n\nTwo.\n")
    found = marks(source, lambda segment: "en" if segment.msgid.startswith("One") else "")
    page = ET.fromstring(f"<a>{render(source, found, Options(locale='ar')).body}</a>")
    one, two = list(page)
    space = "{http://www.w3.org/XML/1998/namespace}lang"
    assert {key: one.get(key) for key in ("lang", space, "dir")} == {"lang": "en", space: "en", "dir": "ltr"}
    assert two.keys() == ["data-uid"]
    page = ET.fromstring(f"<a>{render(source, found, Options(locale='de')).body}</a>")
    assert page[0].get("dir") is None


def test_code_runs_from_left_to_right_in_a_page_that_does_not() -> None:
    assert body("a `b`", options=Options(locale="fa")) == '<p>a <code dir="ltr">b</code></p>'


def test_links_and_pictures_are_where_the_caller_says() -> None:
    asked = []

    def resolve(target: str, use: Use) -> str | None:
        asked.append((target, use))
        return None if "gone" in target else f"../{target}x"

    said = "[a](b.md) ![c](d.png) [e](gone.md) ![f](gone.png) <a href=g.md>h</a> [r]\n\n[r]: s.md\n"
    page = rendered(said, options=Options(locale="en", resolve=resolve))
    assert asked == [
        ("b.md", "link"), ("d.png", "image"), ("gone.md", "link"), ("gone.png", "image"), ("g.md", "link"),
        ("s.md", "link"),
    ]  # fmt: skip
    found = ET.fromstring(f"<a>{page.body}</a>")
    assert [each.get("href") for each in found.iter("a")][1:] == ["../b.mdx", "../g.mdx", "../s.mdx"]
    assert [each.get("src") for each in found.iter("img")] == ["../d.pngx"]
    assert [(each.rule, each.said) for each in page.remarks] == [
        ("dropped-link", "gone.md"),
        ("missing-picture", "gone.png"),
    ]


@pytest.mark.parametrize(
    "answer",
    [
        "javascript:x()",
        "JavaScript:x",
        "java\nscript:x",
        "\x01javascript:x",
        " vbscript:x",
        "data:text/html,x",
        "file:///x",
    ],
)
def test_no_answer_of_the_caller_makes_a_link_run(answer: str) -> None:
    page = rendered("[a](b)", options=Options(locale="en", resolve=lambda _target, _use: answer))
    assert "href" not in page.body


@pytest.mark.parametrize(
    "answer",
    ["https://example.org/a.png", "//example.org/a.png", "\\\\example.org\\a.png", "/\\e.org/a",
     "\t//example.org/a", "/\t/example.org/a", "http:example.org", "data:text/html,x",
     "data:image/svg+xml;base64,AA=="],
)  # fmt: skip
def test_no_answer_of_the_caller_loads_from_elsewhere(answer: str) -> None:
    page = rendered("![a](b) <img src=b alt=c>", options=Options(locale="en", resolve=lambda _target, _use: answer))
    assert "src" not in page.body


def test_a_picture_may_stand_in_the_page_itself() -> None:
    inline = "data:image/png;base64,iVBORw0KGgo="
    page = rendered("![a](b)", options=Options(locale="en", resolve=lambda _target, _use: inline))
    assert inline in page.body


def test_headings_have_the_ids_that_the_caller_knows() -> None:
    said = "# Ein Brunnen\n\n## Zwei\n"
    assert 'id="a-well"' in rendered(said, options=Options(locale="de", heading_ids=("a-well", "two"))).body
    assert 'id="ein-brunnen"' in rendered(said, options=Options(locale="de", heading_ids=("a-well",))).body


def test_ids_are_on_a_page_once() -> None:
    said = '# One\n\n<h2 id="one">Two</h2>\n<p id="x">a</p>\n<p id="x">b</p>\n\nWords[^1].\n\n[^1]: Note.\n\n# fn-1\n'
    found = [element.get("id", "") for element in tree(rendered(said)).iter() if element.get("id")]
    assert sorted(found) == ["fn-1", "fn-1-1", "fnref-1", "one", "x"]


def test_equal_messages_stand_where_they_stand() -> None:
    page = tree(rendered("Same.\n\n- Same.\n"))
    assert len(list(texts(page, uid((None, "Same."))))) == 2


def test_names_of_kinds_come_from_the_caller() -> None:
    options = Options(locale="de", names={"note": "Hinweis"})
    assert "Hinweis" in rendered("> [!NOTE]\n> x\n", options=options).body


def test_without_the_cleaner_raw_html_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nh3", None)
    raw.passed.cache_clear()
    assert rendered("No *tags*.").body
    with pytest.raises(ConfigurationError) as caught:
        rendered("A <b>tag</b>.")
    assert caught.value.hint == "pip install 'manytongues[html]'"
    raw.passed.cache_clear()


def test_rendering_twice_gives_the_same() -> None:
    said = "# A\n\n<div>b</div>\n\nc[^1]\n\n[^1]: d\n"
    source = read(said)
    assert render(source, marks(source), OPTIONS) == render(source, marks(source), OPTIONS)
