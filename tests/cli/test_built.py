"""`check --built`: what lies in the outputs is walked, and what leads nowhere is named with its message."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import i18n, more_configuration, translate, write

FINE = """\
# A guide

See [the map](map.md), [its scale](map.md#the-scale), [here](#a-guide) and [there](#),
![it](a%20b.png "T"), <a href="map.md#own">it</a>.

[far](https://example.org/x.md#y) [mail](mailto:a@example.org) [root](/somewhere/) [asset](/a.css)
[r][] [ü](<map.md#über-uns>)

[r]: ./deep/place.md#end

`[code](nothing.md)`
"""
MAP = '# The map\n\n## The scale\n\n<a id="own"></a>\n\n## Über uns\n\nBack to [the guide](guide.md#a-guide).\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Articles with links of many kinds, all of which lead somewhere."""
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de", "es"]\n')
    write(tmp_path, "source/guide.md", FINE)
    write(tmp_path, "source/map.md", MAP)
    write(tmp_path, "source/deep/place.md", "# A place\n\n[Up](../map.md)\n\n## End\n")
    write(tmp_path, "source/a b.png", "a")
    i18n(tmp_path, "extract")
    translate(
        tmp_path,
        "map",
        {"The scale": "Der Maßstab", "Back to [the guide](guide.md#a-guide).": "[Zurück](guide.md#a-guide)."},
    )
    translate(tmp_path, "guide", {"A guide": "Ein Führer"})
    assert i18n(tmp_path, "build").exit_code == 0
    return tmp_path


def walked(project: Path, *arguments: str) -> tuple[int, list[str]]:
    """The exit status, and a line for each finding."""
    result = i18n(project, "check", "--built", *arguments)
    return result.exit_code, [line for line in result.stdout.splitlines() if "[built-link]" in line]


def test_what_leads_somewhere_is_not_named(site: Path) -> None:
    assert walked(site) == (0, [])


def test_nothing_is_said_before_the_first_build(tmp_path: Path) -> None:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de"]\n')
    write(tmp_path, "source/a.md", "A.\n")
    result = i18n(tmp_path, "check", "--built")
    assert result.exit_code == 2
    assert "Nothing is built yet in dist/." in result.stderr


def test_a_page_that_is_gone_is_missed_where_links_lead_to_it(site: Path) -> None:
    (site / "dist/de/map.md").unlink()
    code, said = walked(site)
    assert code == 1
    assert [line.removesuffix(" leads to no page and no file. [built-link]") for line in said] == [
        "source/deep/place.md:3: error: On the page in de the link “../map.md”",
        "source/guide.md:3: error: On the page in de the link “map.md”",
        "source/guide.md:3: error: On the page in de the link “map.md#the-scale”",
        "source/guide.md:4: error: On the page in de the link “map.md#own”",
        "source/guide.md:7: error: On the page in de the link “map.md#über-uns”",
    ]
    assert walked(site, "--locale", "es") == (0, [])
    assert len(walked(site, "guide.md")[1]) == 4


def test_a_message_is_named_by_its_line_in_the_catalog(site: Path) -> None:
    page = site / "dist/de/guide.md"
    page.write_text(page.read_text().replace('<a id="a-guide"></a>', ""))
    code, said = walked(site, "map.md")
    assert code == 1
    (line,) = said
    assert line.startswith("locales/de/LC_MESSAGES/map.po:")
    assert "On the page in de the link “guide.md#a-guide” leads to a page without a place “#a-guide”." in line
    found = json.loads(i18n(site, "check", "--built", "map.md", "--format", "json").stdout)["findings"]
    assert [(each["rule"], each["locale"], each["article"]) for each in found] == [("built-link", "de", "map.md")]
    assert "built-link" in i18n(site, "check", "--built", "--format", "github").stdout
    assert "built-link" in i18n(site, "check", "--built", "--format", "sarif").stdout


def test_a_picture_that_is_gone_is_missed(site: Path) -> None:
    (site / "dist/es/a b.png").unlink()
    assert walked(site) == (
        1,
        ["source/guide.md:4: error: On the page in es the link “a%20b.png” leads to no page and no file. [built-link]"],
    )


@pytest.mark.parametrize("link", ["nothing.md", "map.md#nothing", "#nothing", "nothing.png", "../nothing.md"])
def test_what_leads_nowhere_in_the_article_either_is_a_warning(site: Path, link: str) -> None:
    write(site, "source/more.md", f"[x]({link})\n")
    i18n(site, "build")
    code, said = walked(site)
    assert code == 0
    (line,) = said
    assert f"source/more.md:1: warning: The link “{link}” leads to" in line
    assert ", in the article too." in line


def test_rules_are_set_as_for_other_findings(site: Path) -> None:
    (site / "dist/de/map.md").unlink()
    more_configuration(site, '[check]\nwarn = ["built-link"]\n')
    assert walked(site)[0] == 0
    (site / "i18n.toml").write_text(
        '[project]\nlocales = ["de", "es"]\n[check]\noff = ["built-link"]\n', encoding="utf-8"
    )
    assert walked(site) == (0, [])


def test_private_articles_are_not_named(site: Path) -> None:
    write(site, "source/safe/orla.md", "# Orla\n\n[x](gone.md)\n")
    more_configuration(site, '[source]\nprivate = ["safe/*"]\n')
    write(site, "source/more.md", "[x](safe/orla.md#orla)\n")
    i18n(site, "build")
    i18n(site, "build", "safe/orla")
    for form in ("table", "json", "github", "sarif"):
        assert "orla" not in i18n(site, "check", "--built", "--format", form).stdout
    assert walked(site) == (0, [])
    assert len(walked(site, "safe/orla")[1]) == 1


@pytest.mark.parametrize(
    ("layout", "source", "out", "link"),
    [
        ("hugo", "content", "content", "[x](map.md#the-scale)"),
        ("hugo", "content", "content", "[x](/map/#the-scale) [y](../map/#own)"),
        ("hugo", "content", "content", '[x]({{< ref "map.md" >}})'),
        ("mkdocs", "docs", "docs", "[x](map.md#the-scale) [y](/map/)"),
        ("starlight", "src/content/docs", "src/content/docs", "[x](/map/#own) [y](../map/) ![z](../../assets/x.png)"),
        ("docusaurus", "docs", "i18n", "[x](map.md#the-scale) [y](/somewhere)"),
        ("vitepress", "docs", "docs", "[x](./map.md#the-scale) [y](/map) [z](/map.html#own)"),
        ("zola", "content", "content", "[x](@/map.md#the-scale)"),
        ("jekyll", ".", ".", "[x](map.md#the-scale)"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("limit", ["", "[build]\nfallback = 'omit'\n"])
def test_every_layout_is_walked(tmp_path: Path, layout: str, source: str, out: str, link: str, limit: str) -> None:
    fallback = '\nfallback = "omit"' if limit else ""
    text = (
        f'[project]\nlocales = ["de"]\n[source]\npath = "{source}"\ndialect = "{layout}"\n'
        f'[build]\npath = "{out}"\nlayout = "{layout}"{fallback}\n'
    )
    write(tmp_path, "i18n.toml", text)
    head = "---\nlayout: page\n---\n" if layout == "jekyll" else ""
    write(tmp_path, f"{source}/guide.md", f"{head}A guide. {link}\n")
    write(tmp_path, f"{source}/map.md", head + MAP.partition("Back")[0])
    write(tmp_path, f"{source}/../../assets/x.png" if source.startswith("src") else "assets/x.png", "x")
    i18n(tmp_path, "extract")
    translate(tmp_path, "guide", {f"A guide. {link}": f"Ein Führer. {link}"})
    assert i18n(tmp_path, "build").exit_code == 0
    assert walked(tmp_path) == (0, [])


def test_links_behind_the_path_of_the_address_are_followed(tmp_path: Path) -> None:
    write(
        tmp_path,
        "i18n.toml",
        '[project]\nlocales = ["de"]\n[source]\npath = "docs"\ndialect = "jekyll"\n'
        '[build]\npath = "."\nlayout = "jekyll"\nfallback = "source"\n',
    )
    write(tmp_path, "_config.yml", "source: docs\nbaseurl: /notes\n")
    write(tmp_path, "docs/guide.md", "---\n---\n[a](/notes/map.html#scale) [b](/notes/en/map.html#scale)\n")
    write(tmp_path, "docs/map.md", "---\n---\n## Scale\n")
    assert i18n(tmp_path, "build").exit_code == 0
    assert walked(tmp_path) == (0, [])
    (page,) = tmp_path.rglob("de/guide.md")
    page.write_text(page.read_text().replace("de/map.html#scale", "de/map.html#tail", 1))
    status, (line,) = walked(tmp_path)
    assert status == 1
    assert "“/notes/de/map.html#tail” leads to a page without a place “#tail”" in line
