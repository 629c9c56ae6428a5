"""`i18n bundle --format html` and `epub`: what readers without a site get, and what never reaches them."""

from __future__ import annotations

import posixpath
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import html5lib
import pytest

from tests.cli.commands import draft, files, i18n, more_configuration, translate, translate_all, untouched, write
from tests.harm import HARMFUL
from tests.real.programs import needs

HTML = "{http://www.w3.org/1999/xhtml}"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89"
TWO = """\
[project]
name = "Field <notes>"
locales = ["de", "ar"]
[draft]
engines = ["memory"]
"""
INDEX = """\
---
title: "Notes & more"
---
# Welcome home

A boat left the harbour at dawn. See [the guide](guide/install.md#open), [nothing](gone.md), [it](#welcome-home) and
[elsewhere](https://example.org/a?b=c&d#e).

![a map](images/map%20one.png) ![far](https://example.org/far.png) ![gone](gone.png)

    code & <tags>
"""
GUIDE = """\
# Install

## Open

Run `make <all>`, then go [home](../index.md) or [up](../index.md#welcome-home).

| step | what |
|:-----|-----:|
| one  | two  |
"""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    write(tmp_path, "i18n.toml", TWO)
    write(tmp_path, "source/index.md", INDEX)
    write(tmp_path, "source/guide/install.md", GUIDE)
    (tmp_path / "source/images").mkdir()
    (tmp_path / "source/images/map one.png").write_bytes(PNG)
    i18n(tmp_path, "extract")
    translate(tmp_path, "index", {"Welcome home": "Willkommen daheim", "Notes & more": "Notizen & mehr"})
    translate(tmp_path, "index", {"Welcome home": "أهلًا بكم في البيت"}, "ar")
    translate(tmp_path, "guide/install", {"Open": "افتح"}, "ar")
    i18n(tmp_path, "build")
    return tmp_path


def members(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def pages(path: Path) -> dict[str, ElementTree.Element]:
    """What a browser, or a reading system, makes of the pages."""
    parser = html5lib.HTMLParser(strict=True)
    return {
        name: ElementTree.fromstring(text) if name.endswith(".xhtml") else parser.parse(text)
        for name, text in members(path).items()
        if name.endswith((".xhtml", ".html"))
    }


def links(found: dict[str, ElementTree.Element]) -> Iterator[tuple[str, str]]:
    for name, tree in found.items():
        for each in tree.iter():
            for key in ("href", "src"):
                if key in each.attrib:
                    yield name, each.attrib[key]


def broken(path: Path) -> list[tuple[str, str]]:
    """Links of pages that lead to no member, or to no id there."""
    held, found = members(path), pages(path)
    ids = {name: {each.get("id") for each in tree.iter()} for name, tree in found.items()}
    wrong = []
    for name, link in links(found):
        if re.match(r"[a-z]+:", link):
            continue
        place, _, fragment = link.partition("#")
        there = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(place))) if place else name
        if there not in held or (fragment and unquote(fragment) not in ids[there]):
            wrong.append((name, link))
    return wrong


@pytest.mark.parametrize("form", ["html", "epub"])
def test_links_lead_to_what_is_in_the_bundle(built: Path, form: str) -> None:
    result = i18n(built, "bundle", "--format", form)
    assert result.exit_code == 0
    for path in (built / "bundles").iterdir():
        assert broken(path) == []
        outside = {link for _, link in links(pages(path)) if re.match(r"[a-z]+:", link)}
        assert outside == {"https://example.org/a?b=c&d#e"}
    said = result.stderr
    assert "dist/de/index.md:6: warning: The link to “gone.md” leads to nothing in the bundle" in said
    assert "The picture “https://example.org/far.png” lies on another machine" in said
    assert "The picture “gone.png” is not in the bundle" in said


def test_a_book_is_one_language_and_its_pictures(built: Path) -> None:
    i18n(built, "bundle", "--format", "epub")
    with zipfile.ZipFile(built / "bundles/ar.epub") as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("EPUB/f1.png") == PNG
    book = members(built / "bundles/ar.epub")
    assert sorted(book) == [
        "EPUB/f1.png", "EPUB/nav.xhtml", "EPUB/p1.xhtml", "EPUB/p2.xhtml", "EPUB/package.opf", "EPUB/style.css",
        "META-INF/container.xml", "mimetype",
    ]  # fmt: skip
    package = book["EPUB/package.opf"]
    assert 'page-progression-direction="rtl"' in package
    assert "<dc:title>Field &lt;notes&gt;</dc:title>" in package
    assert not re.search("creator|contributor|publisher|dc:date", package)
    assert "1980-01-01T00:00:00Z" in package
    tree = pages(built / "bundles/ar.epub")["EPUB/p1.xhtml"]
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")


def test_words_of_the_source_say_which_language_they_are(built: Path) -> None:
    i18n(built, "bundle", "--format", "html")
    tree = pages(built / "bundles/html.zip")["ar/index.html"]
    paragraphs = list(tree.iter(f"{HTML}p"))
    said = {"".join(each.itertext()).strip()[:12]: (each.get("lang"), each.get("dir")) for each in paragraphs}
    assert said["A boat left "] == ("en", "ltr")
    (heading,) = tree.iter(f"{HTML}h1")
    assert ("".join(heading.itertext()), heading.get("lang")) == ("أهلًا بكم في البيت", None)


def test_languages_lead_to_each_other(built: Path) -> None:
    for locale in ("de", "ar"):
        translate_all(built, "index", locale)
    i18n(built, "build")
    i18n(built, "bundle", "--format", "html")
    found = pages(built / "bundles/html.zip")
    assert {link for name, link in links(found) if name == "index.html"} == {"de/contents.html", "ar/contents.html"}
    assert "../ar/index.html" in {link for name, link in links(found) if name == "de/index.html"}
    # Nobody translated it into German: its page there is in the words of the source.
    assert not [link for name, link in links(found) if name == "ar/guide/install.html" and "/de/" in link]
    contents = found["de/contents.html"]
    assert ["".join(each.itertext()) for each in contents.iter(f"{HTML}li")][-2:] == ["¡Notes & more!", "Install"]


def test_one_picture_of_all_languages_lies_once(built: Path) -> None:
    i18n(built, "bundle", "--format", "html")
    held = [name for name in members(built / "bundles/html.zip") if name.endswith(".png")]
    assert held == ["files/images/map one.png"]
    (built / "source/images/map one.ar.png").write_bytes(PNG.replace(b"\x1f", b"\x2f"))
    i18n(built, "build")
    i18n(built, "bundle", "--format", "html")
    held = sorted(name for name in members(built / "bundles/html.zip") if name.endswith(".png"))
    assert held == ["ar/files/images/map one.png", "de/files/images/map one.png"]
    assert broken(built / "bundles/html.zip") == []


@pytest.mark.parametrize("form", ["html", "epub"])
def test_the_same_input_gives_the_same_bytes_and_a_second_time_writes_nothing(
    built: Path, form: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    i18n(built, "bundle", "--format", form)
    before = untouched(built)
    assert "all up to date" in i18n(built, "bundle", "--format", form).stdout
    assert i18n(built, "bundle", "--format", form, "--check").exit_code == 0
    assert untouched(built) == before
    other = tmp_path_factory.mktemp("other")
    for path, data in files(built).items():
        if not path.startswith(("dist/", "bundles/")):
            (other / path).parent.mkdir(parents=True, exist_ok=True)
            (other / path).write_bytes(data)
    i18n(other, "build", jobs=2)
    i18n(other, "bundle", "--format", form, jobs=2)
    assert files(other / "bundles") == files(built / "bundles")


@pytest.mark.parametrize("form", ["html", "epub"])
def test_private_articles_and_those_with_errors_stay_at_home(built: Path, form: str) -> None:
    write(built, "source/secret/name.md", "# A name\n\n[home](../index.md)\n")
    write(built, "source/bad.md", "# Read the `manual` first\n\n[name](secret/name.md)\n")
    more_configuration(built, '[source]\nprivate = ["secret/**"]\n')
    i18n(built, "extract")
    translate(built, "bad", {"Read the `manual` first": "Zuerst das `Handbuch` lesen"})
    i18n(built, "build")
    i18n(built, "build", "secret/name")
    result = i18n(built, "bundle", "--format", form)
    assert result.exit_code == 1
    for path in (built / "bundles").iterdir():
        held = members(path)
        assert not [name for name in held if "secret" in name or "name" in name.rpartition("/")[2]]
        assert not any("A name" in text or "secret" in text for text in held.values())
        assert broken(path) == []
    german = members(built / f"bundles/{'html.zip' if form == 'html' else 'de.epub'}")
    assert "Zuerst" not in "".join(german.values())
    assert not [name for name in german if name.startswith("de/bad")]


@pytest.mark.parametrize("form", ["html", "epub"])
def test_what_changed_since_it_was_built_is_refused_and_the_old_bundle_stays(built: Path, form: str) -> None:
    i18n(built, "bundle", "--format", form)
    before = files(built / "bundles")
    write(built, "dist/de/index.md", "# Something else\n")
    result = i18n(built, "bundle", "--format", form)
    assert result.exit_code == 1
    assert "index.md: The file is not the one that was built" in result.stderr
    assert files(built / "bundles").keys() == before.keys()
    name = "html.zip" if form == "html" else "de.epub"
    assert files(built / "bundles")[name] == before[name]


def test_nothing_in_a_bundle_is_active(tmp_path: Path) -> None:
    write(tmp_path, "i18n.toml", TWO)
    body = "\n\n".join(HARMFUL)
    write(tmp_path, "source/index.md", f"# Harm\n\n{body}\n")
    i18n(tmp_path, "extract")
    i18n(tmp_path, "build")
    i18n(tmp_path, "bundle", "--format", "html", "--format", "epub")
    held = sorted((tmp_path / "bundles").iterdir())
    assert [path.name for path in held] == ["ar.epub", "de.epub", "html.zip"]
    for path in held:
        for name, tree in pages(path).items():
            for each in tree.iter():
                tag = str(each.tag).removeprefix(HTML)
                assert tag not in ("script", "iframe", "object", "embed", "form", "base", "applet", "frame"), name
                for key, value in each.attrib.items():
                    assert not key.startswith("on"), name
                    assert not re.match(r"\s*(?:javascript|vbscript|data:text)", value, re.I), name
            assert not [
                each.attrib for each in tree.iter(f"{HTML}img") if re.match(r"(?:[a-z]+:)?//", each.get("src", ""))
            ]


def test_a_page_with_drafts_says_so(built: Path) -> None:
    draft(built, "guide/install", "Install", "Einbauen")
    i18n(built, "build", "--drafts")
    i18n(built, "bundle", "--format", "html", "--locale", "de")
    text = members(built / "bundles/html-de.zip")["de/guide/install.html"]
    assert "Einbauen" in text
    assert "maschinell" in text or "Maschine" in text


def test_the_book_of_a_language_that_was_taken_out_is_removed(built: Path) -> None:
    i18n(built, "bundle", "--format", "epub")
    write(built, "bundles/theirs.epub", "not ours")
    write(built, "i18n.toml", TWO.replace(', "ar"', ""))
    i18n(built, "build")
    i18n(built, "bundle", "--format", "epub")
    assert sorted(files(built / "bundles")) == ["de.epub", "theirs.epub"]


@needs("epubcheck")
def test_epubcheck_finds_no_fault(built: Path) -> None:
    translate_all(built, "guide/install")
    write(built, "source/harm.md", "# Harm\n\n" + "\n\n".join(HARMFUL) + "\n")
    write(built, "source/물 길.md", "# Water\n\n[A road](10.md) and [home](<index.md>).\n")
    write(built, "source/10.md", "A note[^1] and a task.\n\n- [x] done\n\n[^1]: The note.\n\n> [!NOTE]\n> Mind.\n")
    i18n(built, "extract")
    i18n(built, "build")
    i18n(built, "bundle", "--format", "epub")
    books = [built / f"bundles/{locale}.epub" for locale in ("ar", "de")]
    for book in books:
        done = subprocess.run(
            ["java", "-jar", "/usr/share/java/epubcheck.jar", "--failonwarnings", "--quiet", book],
            capture_output=True, text=True, check=False, timeout=240,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
