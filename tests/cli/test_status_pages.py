"""`i18n status` for people who steer: the HTML page, the badge, the list of what is left."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.cli.status.badge import badge, is_badge
from i18n.cli.status.page import View, as_html
from i18n.model import Coverage, Finding, Severity
from i18n.workflow.status import Counted, Row, Shown
from tests.cli.commands import draft, files, i18n, more_configuration, translate, translate_all, untouched, write

HTML = "{http://www.w3.org/1999/xhtml}"
ACTIVE = ("script", "iframe", "object", "embed", "form", "img", "link", "base")


@pytest.fixture
def begun(project: Path) -> Path:
    i18n(project, "extract")
    translate_all(project, "guide/install")
    translate(project, "index", {"Welcome home": "Willkommen daheim"}, fuzzy=True)
    draft(project, "index", "A boat left the harbour at dawn.", "Ein Boot verließ den Hafen.")
    return project


def parsed(page: str) -> ElementTree.Element:
    """What a browser makes of a page; anything that it would have to guess fails the test."""
    tree: ElementTree.Element = html5lib.HTMLParser(strict=True).parse(page)
    return tree


def texts(tree: ElementTree.Element, name: str) -> list[str]:
    return ["".join(each.itertext()) for each in tree.iter(f"{HTML}{name}")]


def rows(tree: ElementTree.Element) -> list[list[str]]:
    return [["".join(cell.itertext()) for cell in row] for row in tree.iter(f"{HTML}tr")]


def test_the_page_shows_articles_by_languages(begun: Path) -> None:
    before = untouched(begun)
    result = i18n(begun, "status", "--format", "html")
    assert (result.exit_code, result.stderr) == (0, "")
    tree = parsed(result.stdout)
    table = rows(tree)
    assert ["install.md", "100", "0"] in table
    assert ["index.md", "0 +33", "0"] in table
    assert ["Deutsch de", "32 %", "21", "7", "32 %", "0", "0"] in table
    hrefs = [each.get("href", "") for each in tree.iter(f"{HTML}a")]
    assert "locales/de/LC_MESSAGES/guide/install.po" in hrefs
    assert all((begun / href).is_file() for href in hrefs)
    assert untouched(begun) == before
    assert i18n(begun, "status", "--format", "html").stdout == result.stdout


def test_the_page_lists_what_check_finds(begun: Path) -> None:
    translate(begun, "guide/install", {"Open the valve slowly.": "Das [Ventil](https://elsewhere.example) öffnen."})
    tree = parsed(i18n(begun, "status", "--format", "html").stdout)
    (found,) = (text for text in texts(tree, "li") if "[links]" in text or "[structure]" in text)
    path, line = re.match(r"(\S+?):(\d+): error", found).groups()  # type: ignore[union-attr]
    assert "Open the valve slowly." in (begun / path).read_text().splitlines()[int(line) - 1]


def test_the_page_names_the_oldest_changes(begun: Path) -> None:
    write(begun, "source/guide/install.md", (begun / "source/guide/install.md").read_text().replace("slowly", "gently"))
    i18n(begun, "extract")
    catalog = begun / "locales/de/LC_MESSAGES/guide/install.po"
    told = re.sub(r"PO-Revision-Date: \d{4}-\d\d-\d\d", "PO-Revision-Date: 2024-02-29", catalog.read_text())
    catalog.write_text(told, encoding="utf-8")
    tree = parsed(i18n(begun, "status", "--format", "html").stdout)
    assert ["guide/install.md", "de", "1"] in [row[:3] for row in rows(tree)]
    assert [row[4] for row in rows(tree) if row[:2] == ["guide/install.md", "de"]] == ["2024-02-29"]


@pytest.mark.parametrize("option", ["--private", "--quiet"])
def test_private_articles_are_in_no_page(begun: Path, option: str) -> None:
    more_configuration(begun, '[source]\nprivate = ["guide/**"]\n')
    translate(begun, "guide/install", {"Open the valve slowly.": "Das [Ventil](https://elsewhere.example) öffnen."})
    page = i18n(begun, "status", "--format", "html", option).stdout
    assert not re.search("install|valve|Ventil|elsewhere", page)
    assert "1 private article is in the sums and not named." in page
    assert re.search(r"\d findings? about private articles (is|are) not listed here", page)


def test_many_articles_are_opened_by_folders(tmp_path: Path) -> None:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de"]\n')
    for number in range(61):
        write(tmp_path, f"source/{'ab'[number % 2]}/{number}.md", "# A boat\n")
    i18n(tmp_path, "extract")
    tree = parsed(i18n(tmp_path, "status", "--format", "html").stdout)
    assert texts(tree, "summary") == ["a/ 31 articles", "b/ 30 articles"]
    folders = list(tree.iter(f"{HTML}details"))
    assert {each.get("name") for each in folders} == {"folder"}
    targets = {each.get("href") for each in tree.iter(f"{HTML}a")}
    assert {f"#{each.get('id')}" for each in folders} <= targets


names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20) | st.sampled_from(
    ("<script>alert(1)</script>", '"><img src=x onerror=y>', "javascript:x", "&lt;", "a' b", "]]>", "-->", "</style>")
)
coverages = st.builds(
    lambda words, done, drafts: Coverage(
        messages=words, translated=done, words=words, words_translated=min(words, done), words_drafts=drafts, outdated=1
    ),
    st.integers(0, 300), st.integers(0, 300), st.integers(0, 300),
)  # fmt: skip


@given(names, st.dictionaries(names, st.lists(coverages, min_size=2, max_size=2), min_size=1, max_size=4), names)
@settings(max_examples=200)
def test_no_name_and_no_finding_is_active(project: str, articles: dict[str, list[Coverage]], said: str) -> None:
    locales = ("de", "ar")
    counted = tuple(Row(path, False, tuple(zip(locales, each, strict=True))) for path, each in articles.items())
    pages = tuple(Shown(row.article, tag, counts, "", "") for row in counted for tag, counts in row.locales)
    total = tuple((tag, Coverage()) for tag in locales)
    finding = Finding("links", Severity.ERROR, said, said, 3, "de", said)
    page = as_html(
        View(project, Counted(counted, total, (), pages=pages), {"de": "", "ar": said}, [finding], 0, lambda *_: said)
    )
    tree = parsed(page)
    elements = [each for each in tree.iter() if isinstance(each.tag, str)]
    assert not [each.tag for each in elements if each.tag.removeprefix(HTML) in ACTIVE]
    assert not [name for each in elements for name in each.attrib if name.startswith("on") or name in ("src", "style")]
    for each in elements:
        assert ":" not in each.get("href", "")
    assert texts(tree, "h1") == [f"{project}: translations".replace("\x00", "")]


def test_a_badge_says_how_much_is_translated(begun: Path) -> None:
    result = i18n(begun, "status", "--badge", str(begun / "docs/translated.svg"))
    assert (result.exit_code, result.stderr) == (0, "docs/translated.svg written.\n")
    data = (begun / "docs/translated.svg").read_bytes()
    assert ElementTree.fromstring(data).get("aria-label") == "translated: 16 %"
    before = untouched(begun)
    again = i18n(begun, "status", "--badge", str(begun / "docs/translated.svg"), "--check")
    assert (again.exit_code, again.stderr) == (0, "")
    assert untouched(begun) == before


def test_a_badge_that_is_gone_is_drawn_again(begun: Path) -> None:
    for _ in range(2):
        assert i18n(begun, "status", "--badge", str(begun / "b.svg")).exit_code == 0
    (begun / "b.svg").unlink()
    assert i18n(begun, "status", "--badge", str(begun / "b.svg"), "--check").exit_code == 1
    assert not (begun / "b.svg").exists()
    assert "would be written" in i18n(begun, "status", "--badge", str(begun / "b.svg"), "--dry-run").stderr
    i18n(begun, "status", "--badge", str(begun / "b.svg"))
    assert (begun / "b.svg").exists()


@pytest.mark.parametrize("name", ["../b.svg", "README.md", "b.png", "a/../../b.svg"])
def test_a_badge_is_a_picture_of_the_project(begun: Path, name: str) -> None:
    write(begun, "README.md", "# Mine\n")
    before = files(begun)
    result = i18n(begun, "status", "--badge", str(begun / name))
    assert result.exit_code == 2
    assert "expected a file of the project whose name ends in .svg" in result.stderr
    assert files(begun) == before


def test_a_badge_replaces_no_other_picture(begun: Path) -> None:
    write(begun, "map.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>\n")
    result = i18n(begun, "status", "--badge", str(begun / "map.svg"))
    assert result.exit_code == 2
    assert "another picture is there" in result.stderr
    assert (begun / "map.svg").read_text() == "<svg xmlns='http://www.w3.org/2000/svg'/>\n"


@given(st.sampled_from(("translated", "translated: pt-BR", "translated: ar")), st.integers(0, 100))
def test_a_badge_is_a_picture_that_loads_nothing(label: str, percent: int) -> None:
    data = badge(label, percent)
    tree = ElementTree.fromstring(data)
    assert is_badge(data)
    assert tree.get("aria-label") == f"{label}: {percent} %"
    assert {each.tag.rpartition("}")[2] for each in tree.iter()} == {"svg", "title", "rect", "path", "g", "text"}
    widths = [float(each.get("textLength", "0")) for each in tree.iter() if each.tag.endswith("text")]
    assert sum(widths) < float(tree.get("width", "0"))


def test_missing_messages_have_their_file_and_line(begun: Path) -> None:
    result = i18n(begun, "status", "--missing", "--locale", "de")
    assert result.exit_code == 0
    *lines, count = result.stdout.splitlines()
    assert count == f"{len(lines)} messages to finish, 21 words."
    assert [line.split(": ")[1] for line in lines] == ["untranslated", "fuzzy", "draft", "untranslated"]
    for line in lines:
        path, number, _, text, source, source_line = re.match(  # type: ignore[union-attr]
            r"(\S+?):(\d+): (\w+): (.+) \((\S+):(\d+)\)", line
        ).groups()
        assert f'msgid "{text}"' == (begun / path).read_text().splitlines()[int(number) - 1]
        assert text in (begun / source).read_text().splitlines()[int(source_line) - 1]


def test_what_no_catalog_has_is_missing_in_its_article(project: Path) -> None:
    lines = i18n(project, "status", "guide/install", "--missing", "--locale", "de").stdout.splitlines()
    assert lines[0] == "source/guide/install.md:1: untranslated: Install the pump (source/guide/install.md:1)"


def test_refused_and_outdated_messages_are_missing(begun: Path) -> None:
    translate(begun, "guide/install", {"Close it again.": "Das [Ventil](https://elsewhere.example) schließen."})
    write(begun, "source/guide/install.md", (begun / "source/guide/install.md").read_text().replace("slowly", "gently"))
    i18n(begun, "extract")
    value = json.loads(i18n(begun, "status", "guide/install", "--missing", "--locale", "de", "--format", "json").stdout)
    assert [(each["msgid"], each["state"]) for each in value["messages"]] == [
        ("Open the valve gently.", "outdated"),
        ("Close it again.", "refused"),
    ]


def test_as_many_are_missing_as_status_counts(begun: Path) -> None:
    counts = json.loads(i18n(begun, "status", "--format", "json").stdout)["locales"]
    listed = json.loads(i18n(begun, "status", "--missing", "--format", "json").stdout)["messages"]
    for locale in ("de", "pt-BR"):
        own = [each for each in listed if each["locale"] == locale]
        messages, words = counts[locale]["messages"], counts[locale]["words"]
        assert len(own) == messages["total"] - messages["translated"]
        assert sum(each["words"] for each in own) == words["total"] - words["translated"]


def test_texts_of_private_articles_are_counted_and_not_listed(begun: Path) -> None:
    more_configuration(begun, '[source]\nprivate = ["index.md"]\n')
    for form in ("table", "json", "markdown"):
        said = i18n(begun, "status", "--missing", "--locale", "de", "--format", form).stdout
        assert not re.search("boat|index|harbour", said)
        assert re.search(r'4 messages of private articles|"private": 4', said)
    assert "boat" in i18n(begun, "status", "--missing", "--locale", "de", "--private").stdout
    assert "boat" not in i18n(begun, "status", "--missing", "--private", "--format", "markdown").stdout


def test_a_list_in_markdown_keeps_messages_as_they_are(begun: Path) -> None:
    write(begun, "source/index.md", "Use ``a ` b`` and `c`.\n")
    said = i18n(begun, "status", "index", "--missing", "--locale", "de", "--format", "markdown").stdout
    assert "- [ ] line 1, untranslated: ``` Use ``a ` b`` and `c`. ``` (source/index.md:1)" in said


def test_a_list_is_no_page(begun: Path) -> None:
    result = i18n(begun, "status", "--missing", "--format", "html")
    assert result.exit_code == 2
    assert "give one of them" in result.stderr


def test_a_finished_project_lacks_nothing(begun: Path) -> None:
    translate_all(begun, "index")
    assert i18n(begun, "status", "--missing", "--locale", "de").stdout == "0 messages to finish, 0 words.\n"
    counted = Counted((Row("a.md", False, (("de", replace(Coverage(), messages=1, translated=1)),)),), (), ())
    assert "No errors and no warnings." in as_html(View("", counted, {}, (), 0, lambda *_: "a.po"))
