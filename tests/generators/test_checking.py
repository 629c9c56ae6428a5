"""Does the checker of generated sites find each fault, once, and nothing in a site without?"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.cli.commands import write
from tests.generators import known
from tests.generators.checking import Expected, Fault, Site, faults
from tests.generators.generated import caused
from tests.generators.mkdocs import MKDOCS
from tests.generators.pages import headings

ADDRESS = "https://example.org/notes/"
LANGUAGES = {"": ("en", "ltr"), "ar": ("ar", "rtl"), "pt-br": ("pt-BR", "ltr")}
HEAD = '<link rel="alternate" hreflang="en" href="/notes/"><link rel="alternate" hreflang="ar" href="/notes/ar/">'
GOOD = {
    "index.html": f'<!doctype html><html lang="en"><head>{HEAD}<link rel=stylesheet href="style.css"></head><body>'
    '<h1 id="top-of-all">Home</h1><p><a href="guide/">g</a> <a href="/notes/guide">g</a>'
    '<a href="guide/#%C3%BCber">u</a> <a href="guide/index.html#old">o</a> <a href="#top-of-all">t</a>'
    '<a href="#">n</a> <a href="#top">n</a><a href="https://example.com/gone#x">e</a> <a href="">self</a>'
    '<a href="mailto:a@example.org">m</a> <img src="a%20b.png" srcset="a%20b.png 1x, /notes/a%20b.png 2x">'
    '<img src="data:image/png;base64,AAAA"></body></html>',
    "guide/index.html": '<html lang="en"><h2 id="über">Ü</h2><a name="old"></a><a href="..">up</a>'
    '<a href="../ar/#عنوان">a</a><script>"<a><a>"</script><a href="../old/">m</a></html>',
    "old/index.html": '<html><meta http-equiv="refresh" content="0; url=https://example.org/notes/guide/"></html>',
    "ar/index.html": f'<html lang="ar" dir="rtl"><head>{HEAD}</head><h1 id="عنوان">x</h1></html>',
    "pt-br/index.html": '<html lang="pt-br"></html>',
    "sitemap.xml": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml"><url><loc>https://example.org/notes/</loc>'
    '<xhtml:link rel="alternate" hreflang="ar" href="https://example.org/notes/ar/"/></url>'
    '<url><loc>https://example.org/notes/ar/</loc></url></urlset>',
    "style.css": "", "a b.png": "", "manifest.json": '{"name": "an app"}',
}  # fmt: skip
NFD = unicodedata.normalize("NFD", "über")


def checked(folder: Path, changes: dict[str, str], expected: Expected | None = None) -> list[Fault]:
    for path, text in {**GOOD, **changes}.items():
        write(folder, path, text)
    return faults(folder, expected or Expected(ADDRESS, LANGUAGES))[1]


def test_a_site_that_works_has_no_faults(tmp_path: Path) -> None:
    assert checked(tmp_path, {}) == []


def page(body: str, tag: str = '<html lang="en">') -> dict[str, str]:
    return {"more/index.html": f"{tag}<body>{body}</body></html>"}


@pytest.mark.parametrize(
    ("changes", "kind", "detail"),
    [
        (page('<a href="gone/">x</a>'), "link", "gone/"),
        (page('<a href="/guide/">x</a>'), "link", "/guide/"),
        (page('<a href="../../guide/">x</a>'), "link", "../../guide/"),
        (page('<a href="../guide/x/">x</a>'), "link", "../guide/x/"),
        (page('<a href="../Guide/">x</a>'), "link", "../Guide/"),
        (page('<a href="../guide.md">x</a>'), "link", "../guide.md"),
        (page('<area href="gone">'), "link", "gone"),
        ({"old/index.html": '<html><meta http-equiv="refresh" content="0;url=/notes/x/"></html>'}, "link", "/notes/x/"),
        (page('<a href="../guide/#uber">x</a>'), "fragment", "../guide/#uber"),
        (page(f'<a href="../guide/#{NFD}">x</a>'), "fragment", f"../guide/#{NFD}"),
        (page('<h2 id="a">A</h2><a href="#A">x</a>'), "fragment", "#A"),
        (page('<img src="gone.png">'), "file", "gone.png"),
        (page('<img src="../a%20b.png" srcset="x.png 2x">'), "file", "x.png"),
        (page('<link rel="stylesheet" href="/notes/x.css">'), "file", "/notes/x.css"),
        (page('<h2 id="a">A</h2><p id="a">B</p>'), "id", "a"),
        (page('<a href="../"><b>x <a href="../guide/">y</a></b></a>'), "nested", "../guide/"),
        (page('<h2><a href="../"><a id="pin"></a>x</a></h2>'), "nested", ""),
        (page("", '<html lang="de">'), "lang", "'de', not 'en'"),
        (page("", "<html>"), "lang", "'', not 'en'"),
        ({"pt-br/index.html": '<html lang="pt">'}, "lang", "'pt', not 'pt-BR'"),
        ({"ar/index.html": f'<html lang="ar"><head>{HEAD}</head><h1 id="عنوان">x</h1>'}, "dir", "'', not 'rtl'"),
        (page("", '<html lang="en" dir="rtl">'), "dir", "'rtl', not 'ltr'"),
        (page('<link rel="alternate" hreflang="ko" href="/notes/ko/">'), "alternate", "ko /notes/ko/: no such page"),
        (
            page('<link rel="alternate" hreflang="de" href="./">'), "alternate", "de more/index.html: a page in en",
        ),
        (
            page('<link rel="alternate" hreflang="ar" href="../ar/">'),
            "alternate", "ar ar/index.html: does not lead back",
        ),
        (
            {"sitemap.xml": GOOD["sitemap.xml"].replace("<loc>https://example.org/notes/ar/<", "<loc>/notes/x/<")},
            "alternate", " /notes/x/: no such page",
        ),
        ({"locales/de/a.po": ""}, "ours", ""),
        ({"i18n.toml": ""}, "ours", ""),
        ({".i18n/state": ""}, "ours", ""),
        ({"bundles/de.zip": ""}, "ours", ""),
        ({"manifest.json": '{"locales": {"de": {"articles": [{"sha256": "0"}]}}}'}, "ours", ""),
        (page("a vantage of ours"), "secret", "vantage"),
    ],
)  # fmt: skip
def test_each_fault_is_found_once(tmp_path: Path, changes: dict[str, str], kind: str, detail: str) -> None:
    expected = Expected(ADDRESS, LANGUAGES, secrets=("vantage",))
    assert checked(tmp_path, changes, expected) == [Fault(kind, next(iter(changes)), detail)]


def test_a_page_shown_in_place_of_a_translation_is_no_alternate(tmp_path: Path) -> None:
    expected = Expected(ADDRESS, LANGUAGES, translated=lambda name: name != "ar/index.html")
    said = {fault.detail for fault in checked(tmp_path, {}, expected)}
    assert said == {"ar ar/index.html: not translated"}


def test_links_start_from_the_base_of_a_page(tmp_path: Path) -> None:
    assert checked(tmp_path, page('<base href="/notes/guide/"><a href="#über">x</a>')) == []


def test_a_heading_is_reached_by_its_id_and_by_what_stands_in_it_or_right_before_it() -> None:
    html = '<h1 id=nav>x</h1><main><p id=far>y</p><a id="c"></a> <h2 id="a">A <a id="b"></a><a name=d></a></h2></main>'
    [heading] = headings(html, "main")
    assert (heading.level, heading.text, heading.id) == (2, "A", "a")
    assert heading.anchors == {"a", "b", "c", "d"}


def test_addresses_and_files_of_a_site_lead_to_each_other(tmp_path: Path) -> None:
    for path, text in GOOD.items():
        write(tmp_path, path, text)
    site = Site.read(tmp_path, Expected(ADDRESS))
    assert {name: site.target("index.html", site.address(name)) for name in site.pages} == {
        name: (name, "") for name in site.pages
    }


def test_known_faults_are_listed_and_many_of_a_kind_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "FOLDER", tmp_path)
    faults = [Fault("id", f"{number}.html", "a") for number in range(21)] + [Fault("link", "a.html", "b")]
    known.compare("x", ())
    with pytest.raises(AssertionError, match="2 new, 0 no longer there"):
        known.compare("x", faults)
    monkeypatch.setenv("WRITE_KNOWN", "1")
    known.compare("x", faults)
    assert (tmp_path / "x.txt").read_text() == "id: 21 pages and places\nlink: a.html: b\n"
    monkeypatch.delenv("WRITE_KNOWN")
    with pytest.raises(AssertionError, match="20 new, 1 no longer there"):
        known.compare("x", faults[1:])
    with pytest.raises(AssertionError, match="0 new, 1 no longer there"):
        known.compare("x", faults[:-1])


@pytest.mark.parametrize("detail", ["../../img/a.png", "/notes/gone/", "../b/"])
def test_what_does_not_resolve_in_a_source_need_not_in_its_translation(detail: str) -> None:
    own = [Fault("file", "a/index.html", detail)]
    there = urljoin("/notes/de/a/", detail) if detail == "../b/" else detail.replace("/notes/", "/notes/de/")
    found = [Fault("file", "de/a/index.html", there), Fault("file", "de/a/index.html", "other.png")]
    assert list(caused(found, own, MKDOCS)) == found[1:]
