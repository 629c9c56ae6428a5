"""Files that articles use: which lie next to their translations, and which are named because they must not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from i18n.errors import InputError
from i18n.store import LocalStore
from tests.cli.commands import files, i18n, more_configuration, untouched, write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A project for German that has files of many kinds."""
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de"]\n')
    for path in ("a.png", "deep/b.png", "deep/er/c.pdf", "my map.png", "한.png", "deep/.hidden.png", ".well/d.png"):
        write(tmp_path, f"source/{path}", path)
    write(tmp_path, "outside.png", "outside")
    return tmp_path


def build(project: Path, *arguments: str) -> str:
    result = i18n(project, "build", *arguments)
    assert result.exit_code == 0, result.stderr
    return result.stderr


def published(project: Path) -> list[str]:
    """Files in dist/de that are no pages."""
    folder = project / "dist/de"
    return [path for path in files(folder) if not path.endswith(".md")] if folder.exists() else []


@pytest.mark.parametrize(
    ("article", "target", "file"),
    [
        ("x.md", "![](a.png)", "a.png"),
        ("x.md", "![](./a.png)", "a.png"),
        ("x.md", "[a](a.png 'title')", "a.png"),
        ("x.md", "[a](a.png#page=2)", "a.png"),
        ("x.md", "[a](a.png?width=2)", "a.png"),
        ("x.md", "[a][r]\n\n[r]: a.png", "a.png"),
        ("x.md", "<img src='a.png' alt=''>", "a.png"),
        ("x.md", "![](my%20map.png)", "my map.png"),
        ("x.md", "![](<my map.png>)", "my map.png"),
        ("x.md", "![](한.png)", "한.png"),
        ("x.md", "![](%ED%95%9C.png)", "한.png"),
        ("deep/x.md", "![](../a.png)", "a.png"),
        ("deep/x.md", "![](er/../b.png)", "deep/b.png"),
        ("deep/er/x.md", "[](../../deep/er/c.pdf)", "deep/er/c.pdf"),
    ],
)
def test_a_file_is_found_however_it_is_linked(site: Path, article: str, target: str, file: str) -> None:
    write(site, f"source/{article}", f"{target}\n")
    assert build(site) == ""
    assert published(site) == [file]
    assert (site / "dist/de" / file).read_text(encoding="utf-8") == file


@pytest.mark.parametrize(
    ("dialect", "article", "found"),
    [
        ("hugo", 'A {{< figure src="a.png" alt="A rope" >}} here.', "a.png"),
        ("hugo", "A {{< figure a.png >}} here.", "a.png"),
        ("hugo", 'A {{< figure "my map.png" >}} here.', "my map.png"),
        ("hugo", 'A {{% figure src="./deep/b.png" %}} here.', "deep/b.png"),
        ("hugo", '- {{< figure src="a.png?width=2#top" >}}', "a.png"),
        ("hugo", '{{< figure caption="See [it](a.png)" >}}', "a.png"),
        ("hugo", "---\nimage: a.png\n---\nOne.", "a.png"),
        ("hugo", "---\nimage: 'my map.png'\n---\nOne.", "my map.png"),
        ("hugo", "+++\nimages = ['a.png', 'deep/b.png']\n+++\nOne.", "a.png deep/b.png"),
        ("hugo", "---\nresources:\n  - src: deep/b.png\n    title: A map\n---\nOne.", "deep/b.png"),
        ("jekyll", 'A {% include figure.html src="a.png" %} here.', "a.png"),
        ("zola", "A {{ figure(src='a.png') }} here.", "a.png"),
        ("docusaurus", "A <Img src={require('./a.png').default} alt={x}/> here.", "a.png"),
        ("docusaurus", "import a from './a.png';\n\nOne.", "a.png"),
        ("docusaurus", '<Card image="a.png">\n\nOne.\n\n</Card>', "a.png"),
        ("myst", "```{figure} a.png\n:alt: A rope\n```", "a.png"),
        ("myst", "Take {download}`deep/er/c.pdf` or {download}`it <a.png>`.", "a.png deep/er/c.pdf"),
        ("mkdocs", '!!! note "See [it](a.png)"\n    One.', "a.png"),
        ("gfm", "<img srcset='a.png 1x, deep/b.png 2x'>", "a.png deep/b.png"),
        # what comes from elsewhere, or is no file
        ("hugo", 'A {{< figure src="/a.png" >}} here.', ""),
        ("hugo", 'A {{< figure src="https://example.org/a.png" >}} here.', ""),
        ("hugo", "---\nimage: /a.png\nlogo: https://example.org/a.png\n---\nOne.", ""),
        ("hugo", "---\ntitle: Node.js and a.png in it\n---\nOne.", ""),
        ("hugo", "{{< highlight html >}}\nOne.\n{{< /highlight >}}\n\n`a.png` and a.png", ""),
        ("hugo", "{{< highlight sh >}}\ncp 'a.png' deep/b.png\n{{< /highlight >}}", ""),
        ("docusaurus", "{props.image}\n\nOne.", ""),
    ],
)
def test_files_of_code_and_front_matter_come_along(site: Path, dialect: str, article: str, found: str) -> None:
    more_configuration(site, f'[source]\ndialect = "{dialect}"\n')
    write(site, "source/x.md", f"{article}\n")
    assert build(site) == ""
    assert " ".join(published(site)) == found


@pytest.mark.parametrize("named", ['A {{< figure src="%s" >}} here.', "---\nimage: %s\n---\nOne."])
@pytest.mark.parametrize(
    ("path", "told"),
    [("private/plan.png", ""), ("drafts/old.png", "is excluded"), ("deep/.hidden.png", "is hidden")],
)
def test_what_code_names_is_published_no_more_than_what_a_link_does(
    site: Path, named: str, path: str, told: str
) -> None:
    for each in ("private/plan.md", "private/plan.png", "drafts/old.png"):
        write(site, f"source/{each}", "It is.\n")
    more_configuration(site, '[source]\ndialect = "hugo"\nprivate = ["private/*"]\nexclude = ["drafts/**"]\n')
    write(site, "source/x.md", named % path + "\n")
    said = build(site, "x.md")
    assert (told in said) if told else ("plan" not in said)
    assert published(site) == []


@pytest.mark.parametrize(
    "target",
    [
        "nothing.png",
        "deep",
        "deep/",
        "y.md",
        "https://example.org/a.png",
        "//example.org/a.png",
        "/a.png",
        "#a.png",
        "mailto:a.png",
        "A.PNG",
    ],
)
def test_what_is_no_file_of_the_source_folder_is_nothing_to_publish(site: Path, target: str) -> None:
    write(site, "source/x.md", f"[x]({target})\n")
    write(site, "source/y.md", "Why.\n")
    assert build(site, "x.md") == ""
    assert published(site) == []


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("../outside.png", "lies outside the source folder"),
        ("../source/../outside.png", "lies outside the source folder"),
        ("out.png", "lies outside the source folder"),
        ("linked/outside.png", "lies outside the source folder"),
        ("far.png", "lies outside the source folder"),
        ("deep/.hidden.png", "is hidden"),
        (".well/d.png", "is hidden"),
        ("drafts/old.png", "is excluded"),
    ],
)
def test_a_file_that_must_not_be_published_is_named_once_an_article(site: Path, target: str, problem: str) -> None:
    (site / "source/out.png").symlink_to(site / "outside.png")
    (site / "source/far.png").symlink_to("/etc/passwd")
    (site / "elsewhere").mkdir()
    write(site, "elsewhere/outside.png", "outside")
    (site / "source/linked").symlink_to(site / "elsewhere")
    for path in ("private/plan.md", "private/plan.png", "drafts/old.png"):
        write(site, f"source/{path}", "It is.\n")
    more_configuration(site, '[source]\nprivate = ["private/*"]\nexclude = ["drafts/**"]\n')
    write(site, "source/x.md", f"![]({target}) and [again]({target})\n")
    told = build(site, "x.md")
    assert told.count(f'source/x.md: warning: "{target}" {problem}: it is not published with the article') == 1
    assert "[linked-file]" in told
    assert published(site) == []


def test_a_private_file_is_not_published_and_not_named(site: Path) -> None:
    for path in ("private/plan.md", "private/plan.png"):
        write(site, f"source/{path}", "It is.\n")
    more_configuration(site, '[source]\nprivate = ["private/*"]\n')
    write(site, "source/x.md", "![](private/plan.png)\n")
    told = build(site, "x.md")
    assert "plan" not in told
    assert "source/x.md:1: warning: A link leads to an article or a file that is private" in told
    assert published(site) == []


def test_a_file_that_cannot_be_read_is_named_and_its_article_is_published(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = LocalStore.read

    def locked(self: LocalStore, name: str) -> bytes:
        if name.endswith("a.png"):
            raise InputError("it cannot be read", path=name)
        return read(self, name)

    monkeypatch.setattr(LocalStore, "read", locked)
    write(site, "source/x.md", "![](a.png) ![](deep/b.png)\n")
    assert 'source/x.md: warning: "a.png" it cannot be read: it is not published' in build(site)
    assert published(site) == ["deep/b.png"]


def test_a_link_within_the_source_folder_is_a_file_like_any_other(site: Path) -> None:
    (site / "source/alias.png").symlink_to("a.png")
    write(site, "source/x.md", "![](alias.png)\n")
    assert build(site) == ""
    assert (site / "dist/de/alias.png").read_text(encoding="utf-8") == "a.png"
    assert published(site) == ["alias.png"]
    assert not (site / "dist/de/alias.png").is_symlink()


def test_a_file_that_several_articles_use_stays_until_the_last_one_lets_go(site: Path) -> None:
    write(site, "source/x.md", "![](a.png)\n")
    write(site, "source/deep/y.md", "![](../a.png) ![](b.png)\n")
    build(site)
    assert published(site) == ["a.png", "deep/b.png"]
    write(site, "source/x.md", "No picture.\n")
    build(site)
    assert published(site) == ["a.png", "deep/b.png"]
    write(site, "source/deep/y.md", "No picture.\n")
    build(site)
    assert published(site) == []
    assert not (site / "dist/de/deep/b.png").exists()
    assert (site / "source/a.png").exists()


def test_a_file_that_is_gone_goes_from_what_is_published(site: Path) -> None:
    write(site, "source/x.md", "![](a.png)\n")
    build(site)
    (site / "source/a.png").unlink()
    build(site)
    assert published(site) == []
    assert json.loads((site / "dist/manifest.json").read_bytes())["locales"]["de"]["files"] == {}


def test_a_file_changed_in_place_is_the_published_one_and_its_digest_follows(site: Path) -> None:
    write(site, "source/x.md", "![](a.png)\n")
    build(site)
    before = json.loads((site / "dist/manifest.json").read_bytes())["locales"]["de"]["files"]["a.png"]
    (site / "source/a.png").write_bytes(b"another picture")
    build(site)
    after = json.loads((site / "dist/manifest.json").read_bytes())["locales"]["de"]["files"]["a.png"]
    assert before != after
    assert (site / "dist/de/a.png").read_bytes() == b"another picture"
    first = untouched(site / "dist")
    build(site)
    assert untouched(site / "dist") == first


def test_an_article_that_is_left_out_takes_its_files_along(site: Path) -> None:
    write(site, "source/x.md", "Some words.\n\n![](a.png)\n")
    more_configuration(site, "[build]\nminimum = 1\n")
    assert "x.md is not published in de" in build(site)
    assert published(site) == []


def test_pseudo_locales_have_the_files_too(site: Path) -> None:
    write(site, "source/x.md", "Some words. ![](a.png)\n")
    build(site, "--locale", "en-XA")
    assert (site / "dist/en-XA/a.png").samefile(site / "source/a.png")


def test_readers_see_the_file_that_is_there_in_their_language(site: Path) -> None:
    (site / "i18n.toml").write_text('[project]\nlocales = ["de", "es", "pt-BR"]\n', encoding="utf-8")
    write(site, "source/x.md", "![](a.png) ![](deep/b.png)\n")
    write(site, "source/a.de.png", "deutsch")
    write(site, "source/deep/b.pt_BR.png", "brasil")
    build(site)
    shown = {
        (locale, path): (site / "dist" / locale / path).read_text()
        for locale in ("de", "es", "pt-BR")
        for path in ("a.png", "deep/b.png")
    }
    assert shown == {
        ("de", "a.png"): "deutsch", ("de", "deep/b.png"): "deep/b.png", ("es", "a.png"): "a.png",
        ("es", "deep/b.png"): "deep/b.png", ("pt-BR", "a.png"): "a.png", ("pt-BR", "deep/b.png"): "brasil",
    }  # fmt: skip
    assert published(site) == ["a.png", "deep/b.png"]
    assert (site / "dist/de/x.md").read_text() == "![](a.png) ![](deep/b.png)\n"
    i18n(site, "bundle")
    assert not [name for name in i18n(site, "bundle", "--check").stderr.splitlines() if "changed" in name]
    before = untouched(site / "dist")
    build(site)
    assert untouched(site / "dist") == before


def test_a_file_of_one_language_comes_and_goes(site: Path) -> None:
    write(site, "source/x.md", "![](a.png)\n")
    build(site)
    write(site, "source/a.DE.png", "deutsch")
    build(site)
    assert (site / "dist/de/a.png").read_text() == "deutsch"
    (site / "source/a.DE.png").unlink()
    build(site)
    assert (site / "dist/de/a.png").read_text() == "a.png"


@pytest.mark.parametrize("own", ["a.fr.png", "b.de.png", "a.de.jpg", "private/a.de.png"])
def test_what_is_no_file_of_the_language_is_not_shown(site: Path, own: str) -> None:
    more_configuration(site, '[source]\nexclude = ["b.de.png"]\nprivate = ["private/*"]\n')
    write(site, "source/private/y.md", "It is.\n")
    write(site, "source/b.png", "b")
    write(site, "source/private/a.png", "private")
    write(site, "source/x.md", "![](a.png) ![](b.png)\n")
    write(site, f"source/{own}", "own")
    build(site)
    assert published(site) == ["a.png", "b.png"]
    assert {(site / "dist/de" / name).read_text() for name in ("a.png", "b.png")} == {"a.png", "b"}


@pytest.mark.parametrize(
    ("layout", "link", "page"),
    [
        ("zola", "![](a.png)", "![](a.de.png)"),
        ("zola", "![](./deep/b.png?x)", "![](./deep/b.png?x)"),
        ("hugo", "![](a.png)", "![](a.de.png)"),
        ("mkdocs", "![](a.png)", "![](a.png)"),
    ],
)
def test_next_to_the_article_the_link_leads_to_it_unless_the_generator_finds_it(
    site: Path, layout: str, link: str, page: str
) -> None:
    more_configuration(site, f'[source]\ndialect = "{layout}"\n[build]\npath = "source"\nlayout = "{layout}"\n')
    write(site, "source/x.md", f"{link}\n")
    write(site, "source/a.de.png", "deutsch")
    build(site)
    assert (site / "source/x.de.md").read_text() == f"{page}\n"
    assert (site / "source/a.png").read_text() == "a.png"


def test_status_names_what_holds_text_and_is_not_there_in_a_language(site: Path) -> None:
    (site / "i18n.toml").write_text('[project]\nlocales = ["de", "es", "ko"]\n', encoding="utf-8")
    write(site, "source/x.md", "![](a.png) ![](deep/b.png)\n")
    assert "is not there" not in i18n(site, "status").stdout
    write(site, "source/a.de.png", "deutsch")
    assert "source/a.png is not there in es, ko.\n" in i18n(site, "status").stdout
    told = json.loads(i18n(site, "status", "--format", "json").stdout)
    assert told["files"] == {"source/a.png": {"missing": ["es", "ko"]}}
    assert json.loads(i18n(site, "status", "--locale", "de", "--format", "json").stdout)["files"] == {}
