"""Links of what is built: they lead to pages of the same language where these are there, in one build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import i18n, more_configuration, translate, untouched, write

LINK = "A link to [the map](map.md#scale) here."
SHOWN = "Ein Link zu [der Karte]({}#scale) hier."


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two articles in two languages, the first of which leads to the second."""
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de", "es"]\n')
    write(tmp_path, "source/guide.md", f"{LINK}\n")
    write(tmp_path, "source/map.md", "The map of the valley.\n")
    return tmp_path


def built(project: Path, *arguments: str) -> str:
    result = i18n(project, "build", *arguments)
    assert result.exit_code == 0, result.stderr
    return (project / "dist/de/guide.md").read_text(encoding="utf-8").strip()


def translated(project: Path) -> Path:
    """The project with the first article in German."""
    i18n(project, "extract")
    translate(project, "guide", {LINK: SHOWN.format("map.md")})
    return project


def test_with_every_page_built_links_are_as_the_article_writes_them(site: Path) -> None:
    assert built(site) == LINK
    assert built(translated(site)) == SHOWN.format("map.md")


@pytest.mark.parametrize("limit", ['fallback = "omit"', "minimum = 50"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_has_no_page_is_read_as_it_was_written(site: Path, limit: str, jobs: str) -> None:
    more_configuration(site, f"[build]\n{limit}\n")
    assert built(translated(site), "--jobs", jobs) == SHOWN.format("../../source/map.md")
    before = untouched(site / "dist")
    assert built(site) == SHOWN.format("../../source/map.md")
    assert untouched(site / "dist") == before
    assert i18n(site, "build", "--check").exit_code == 0


def test_a_page_is_made_again_when_what_it_leads_to_comes_and_goes(site: Path) -> None:
    more_configuration(site, '[build]\nfallback = "omit"\n')
    built(translated(site))
    translate(site, "map", {"The map of the valley.": "Die Karte des Tals."})
    assert built(site) == SHOWN.format("map.md")
    assert json.loads((site / "dist/manifest.json").read_bytes())["left_out"] == {"es": ["guide.md", "map.md"]}
    translate(site, "map", {"The map of the valley.": ""})
    assert built(site) == SHOWN.format("../../source/map.md")


def test_a_change_elsewhere_leaves_pages_alone(site: Path) -> None:
    more_configuration(site, '[build]\nfallback = "omit"\n')
    write(site, "source/other.md", "Another page.\n")
    built(translated(site))
    translate(site, "other", {"Another page.": "Eine andere Seite."})
    page = (site / "dist/de/guide.md").stat()
    built(site)
    assert (site / "dist/de/guide.md").stat().st_mtime_ns == page.st_mtime_ns


def test_one_build_is_as_good_as_two_without_what_is_remembered(site: Path) -> None:
    more_configuration(site, '[build]\nfallback = "omit"\n')
    built(translated(site))
    before = untouched(site / "dist")
    for name in list((site / ".i18n").iterdir()):
        if name.is_file():
            name.unlink()
    built(site)
    assert untouched(site / "dist") == before


def test_an_article_that_is_built_alone_leads_to_what_a_whole_build_would_make(site: Path) -> None:
    assert built(site, "guide") == LINK
    assert built(site) == LINK


def test_an_article_that_cannot_be_read_has_no_page(site: Path) -> None:
    (site / "source/map.md").write_bytes(b"\xff\xfe\n")
    for _ in range(2):
        assert i18n(site, "build").exit_code == 3
        assert (site / "dist/de/guide.md").read_text(encoding="utf-8") == LINK.replace(
            "map.md", "../../source/map.md"
        ) + "\n"


def test_required_articles_and_languages_that_are_withheld(site: Path) -> None:
    more_configuration(site, '[build]\nfallback = "omit"\nrequired = ["guide.md"]\n')
    assert built(translated(site)) == SHOWN.format("../../source/map.md")
    assert not (site / "dist/es").exists()
    assert i18n(site, "run", "--frozen").exit_code in (0, 1)


def test_links_are_kept_on_request(site: Path) -> None:
    more_configuration(site, '[build]\nfallback = "omit"\nlinks = "keep"\n')
    assert built(translated(site)) == SHOWN.format("map.md")


def test_links_to_what_is_private_lead_nowhere(site: Path) -> None:
    more_configuration(site, '[source]\nprivate = ["map.md"]\n[build]\nfallback = "omit"\n')
    assert built(translated(site)) == "Ein Link zu [der Karte](#) hier."


def test_an_article_that_comes_later_is_found(site: Path) -> None:
    (site / "i18n.toml").write_text(
        '[project]\nlocales = ["de"]\n[source]\npath = "docs"\ndialect = "starlight"\n'
        '[build]\npath = "docs"\nlayout = "starlight"\nfallback = "source"\n',
        encoding="utf-8",
    )
    write(site, "docs/a.md", "[x](/b/) ![y](../y.png) ![z](z.png)\n")
    write(site, "y.png", "y")
    write(site, "docs/z.png", "z")
    assert i18n(site, "build").exit_code == 0
    assert (site / "docs/de/a.md").read_text() == "[x](/b/) ![y](../../y.png) ![z](z.png)\n"
    assert (site / "docs/de/z.png").read_text() == "z"
    write(site, "docs/b.md", "B\n")
    assert i18n(site, "build").exit_code == 0
    assert (site / "docs/de/a.md").read_text() == "[x](/de/b/) ![y](../../y.png) ![z](z.png)\n"
    (site / "docs/b.md").unlink()
    assert i18n(site, "build").exit_code == 0
    assert (site / "docs/de/a.md").read_text() == "[x](/b/) ![y](../../y.png) ![z](z.png)\n"


def test_links_stay_where_the_generator_shows_the_source_by_itself(site: Path) -> None:
    (site / "i18n.toml").write_text(
        '[project]\nlocales = ["de"]\n[source]\npath = "docs"\ndialect = "starlight"\n'
        '[build]\npath = "docs"\nlayout = "starlight"\n',
        encoding="utf-8",
    )
    write(site, "docs/a.md", "[A page](/b/) and [more](../b/).\n")
    write(site, "docs/b.md", "Nothing of it is translated.\n")
    i18n(site, "extract")
    translate(site, "a", {"[A page](/b/) and [more](../b/).": "[Eine Seite](/b/) und [mehr](../b/)."})
    assert i18n(site, "build").exit_code == 0
    assert (site / "docs/de/a.md").read_text() == "[Eine Seite](/de/b/) und [mehr](../b/).\n"
    assert not (site / "docs/de/b.md").exists()
    assert i18n(site, "build", "--check").exit_code == 0


@pytest.mark.parametrize(
    ("layout", "front", "link", "page"),
    [
        ("starlight", "slug: valley/map", "/valley/map/", "/de/valley/map/"),
        ("starlight", "slug: valley/map", "/map/", "/map/"),
        ("hugo", "slug: valley", "/deep/valley/", "/de/deep/valley/"),
        ("hugo", "url: /valley/", "/valley/", "/de/valley/"),
        ("hugo", "title: x", "/deep/map/", "/de/deep/map/"),
        ("eleventy", "permalink: /valley/", "/valley/", "/de/valley/"),
        ("eleventy", "permalink: '/{{ title }}/'", "/deep/map/", "/de/deep/map/"),
        ("jekyll", "permalink: /valley/", "/valley/", "/de/valley/"),
        ("docusaurus", "slug: /valley/", "/valley/", "/valley/"),
    ],
)
def test_a_page_is_known_by_the_address_that_it_says(
    tmp_path: Path, layout: str, front: str, link: str, page: str
) -> None:
    dialect = "gfm" if layout == "eleventy" else layout
    write(
        tmp_path,
        "i18n.toml",
        f'[project]\nlocales = ["de"]\n[source]\npath = "content"\ndialect = "{dialect}"\n'
        f'[build]\npath = "content"\nlayout = "{layout}"\nfallback = "source"\n',
    )
    write(tmp_path, "content/deep/map.md", f"---\n{front}\n---\nThe map.\n")
    write(tmp_path, "content/guide.md", f"---\nlayout: page\n---\nSee [it]({link}).\n")
    assert i18n(tmp_path, "build").exit_code == 0
    (guide,) = [each for each in tmp_path.rglob("guide*.md") if each != tmp_path / "content/guide.md"]
    assert f"See [it]({page})." in guide.read_text()
    write(
        tmp_path,
        "content/deep/map.md",
        "---\nslug: elsewhere\nurl: /elsewhere/\npermalink: /elsewhere/\n---\nThe map.\n",
    )
    assert i18n(tmp_path, "build").exit_code == 0
    assert f"See [it]({link})." in guide.read_text()


def test_pages_of_eleventy_have_addresses_of_their_own_and_templates_stay_where_they_are(tmp_path: Path) -> None:
    write(
        tmp_path,
        "i18n.toml",
        '[project]\nlocales = ["de"]\n[source]\npath = "content"\n[build]\npath = "content"\nlayout = "eleventy"\n',
    )
    page = "---\npermalink: {}\n---\nBack [home](index.njk), or see [it](a.svg), or [more](/1.md#x).\n"
    addresses = {"404.html": "/de/404.html", "/x/": "/de/x/", "false": "false"}
    for number, address in enumerate(addresses):
        write(tmp_path, f"content/{number}.md", page.format(address))
    write(tmp_path, "content/index.njk", "---\ntitle: All\n---\n")
    write(tmp_path, "content/a.svg", "<svg/>")
    assert i18n(tmp_path, "build").exit_code == 0
    for number, expected in enumerate(addresses.values()):
        text = (tmp_path / f"content/de/{number}.md").read_text()
        assert text == page.format(expected).replace("index.njk", "../index.njk").replace("/1.md", "/de/1.md")
    assert sorted(path.name for path in (tmp_path / "content/de").iterdir()) == ["0.md", "1.md", "2.md", "a.svg"]


def test_a_file_outside_the_articles_is_no_broken_link_where_pages_lie_among_them(tmp_path: Path) -> None:
    write(
        tmp_path,
        "i18n.toml",
        '[project]\nlocales = ["de"]\n[source]\npath = "src/docs"\ndialect = "starlight"\n'
        '[build]\npath = "src/docs"\nlayout = "starlight"\nfallback = "source"\n',
    )
    page = "---\nhero:\n  image:\n    file: {0}assets/a.webp\n---\n\n![It]({0}assets/a.webp)\n"
    write(tmp_path, "src/docs/a.md", page.format("../"))
    write(tmp_path, "src/assets/a.webp", "RIFF")
    done = i18n(tmp_path, "build")
    assert "linked-file" not in done.output
    assert (tmp_path / "src/docs/de/a.md").read_text() == page.format("../../")
