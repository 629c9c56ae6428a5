"""Whatever paths an article names: in no layout is anything written outside, and a build cut short harms no page."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection
from pathlib import Path
from typing import get_args

import pytest

from i18n.project.tables import Layout
from i18n.store import LocalStore
from tests.cli.commands import files, i18n, translate, untouched, write

LAYOUTS = get_args(Layout)
DIALECTS = {
    "hugo": "hugo", "hugo-folder": "hugo", "jekyll": "jekyll", "mkdocs": "mkdocs", "mkdocs-folder": "mkdocs",
    "docusaurus": "docusaurus", "starlight": "starlight", "vitepress": "vitepress", "zola": "zola", "myst": "myst",
    "mdbook": "mdbook",
}  # fmt: skip
KEYS = ("slug", "url", "permalink", "path", "id", "aliases", "redirect_from", "sidebar_position", "lang", "image")
VALUES = (
    "../../x",
    "../../../outside/x.md",
    "/../../x",
    "/etc/x",
    "C:\\x",
    "\\\\host\\x",
    "con",
    "~/x",
    "a/../../../x",
)
NFC, NFD = (unicodedata.normalize(form, "café") for form in ("NFC", "NFD"))
NAMES = (
    "con.md",
    "aux.md",
    "A.md",
    "NUL.txt.md",
    "de.md",
    "de/a.md",
    "a.de.md",
    f"{NFC}.md",
    f"{NFD}.md",
    "x..md",
    "-x.md",
)
LINKS = (
    "![far](../../../outside/secret.png)", "![out](out.png)", "![up](linked/secret.png)",
    "[up](../../../outside/note.md)", "![root](/outside/secret.png)", "![name](con.png)", f"[twin]({NFD}.md)",
    '<img src="../../../outside/secret.png">',
)  # fmt: skip


PLACE = "content/en/a.de.md"
"""Where Hugo, MkDocs and Zola have the German page of an article: no article, and taken over by `--adopt` alone."""


@pytest.fixture(params=LAYOUTS)
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A project whose articles name places outside of it, which hold what a person would miss."""
    layout = request.param
    project = tmp_path / "project"
    write(tmp_path, "outside/secret.png", "a picture of nobody's business")
    write(tmp_path, "outside/note.md", "# A note\n")
    path = "dist" if layout == "plain" else "content"
    dialect = DIALECTS.get(layout, "gfm")
    write(
        project,
        "i18n.toml",
        f'[project]\nlocales = ["de", "pt-BR"]\n[source]\npath = "content/en"\ndialect = "{dialect}"\n'
        f'[build]\npath = "{path}"\nlayout = "{layout}"\nfallback = "source"\n',
    )
    for at, value in enumerate(VALUES):
        front = "".join(f"{key}: '{value}'\n" for key in KEYS)
        write(project, f"content/en/told-{at}.md", f"---\ntitle: Boats\n{front}---\n\nAbout boats.\n")
    for name in NAMES:
        write(project, f"content/en/{name}", "# Boats\n\nAbout boats.\n")
    write(project, "content/en/a.md", "\n\n".join(("# Boats", *LINKS, "")))
    write(project, "content/en/con.png", "a picture")
    (project / "content/en/out.png").symlink_to(tmp_path / "outside/secret.png")
    (project / "content/en/linked").symlink_to(tmp_path / "outside")
    i18n(project, "extract")
    return project


@pytest.mark.parametrize("adopt", [(), ("--adopt",)], ids=["", "adopt"])
def test_nothing_is_written_outside_whatever_articles_say(site: Path, adopt: tuple[str, ...]) -> None:
    outside, given = untouched(site.parent / "outside"), files(site)
    i18n(site, "build", *adopt)
    assert untouched(site.parent / "outside") == outside
    assert sorted(each.name for each in site.parent.iterdir()) == ["outside", "project"]
    built = files(site)
    made = built.keys() - given.keys()
    assert len(made) > len(VALUES)
    assert {name.partition("/")[0] for name in made} <= {"content", "dist", ".i18n-manifest.json"}
    assert {name for name in given if built[name] != given[name]} <= ({PLACE} if adopt else set())
    assert b"nobody's business" not in b"".join(built[name] for name in made)


@pytest.mark.parametrize("adopt", [(), ("--adopt",)], ids=["", "adopt"])
def test_nothing_is_written_through_a_link_in_place_of_a_page_or_its_folder(site: Path, adopt: tuple[str, ...]) -> None:
    given = files(site)
    i18n(site, "build")
    page = site / next(name for name in files(site).keys() - given.keys() if "told-1." in name and "de" in name)
    page.unlink()
    page.symlink_to(site.parent / "outside/note.md")
    outside = untouched(site.parent / "outside")
    i18n(site, "build", *adopt)
    folder = page.parent
    if folder != site / "content/en":
        folder.rename(site / "moved")
        folder.symlink_to(site.parent / "outside")
        i18n(site, "build", *adopt)
    assert untouched(site.parent / "outside") == outside


class CutShort(BaseException):
    """The process ends here."""


def writing(after: int, pages: Collection[str]) -> Callable[..., bool]:
    """What writes files, and no more pages than so many."""
    whole, asked = LocalStore.write, []

    def write_some(self: LocalStore, name: str, data: bytes, **options: bool) -> bool:
        asked.extend([name] if name in pages else [])
        if len(asked) > after:
            raise CutShort
        return whole(self, name, data, **options)

    return write_some


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_build_cut_short_leaves_whole_pages_and_the_next_one_ends_it(
    layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    path = "dist" if layout == "plain" else "content"
    write(
        project,
        "i18n.toml",
        f'[project]\nlocales = ["de", "ko"]\n[source]\npath = "content/en"\n'
        f'[build]\npath = "{path}"\nlayout = "{layout}"\nfallback = "source"\n',
    )
    for name in "abc":
        write(project, f"content/en/{name}.md", f"# Boats {name}\n")
    i18n(project, "extract")
    assert i18n(project, "build").exit_code == 0
    before = files(project)
    for name in "abc":
        translate(project, name, {f"Boats {name}": f"Boote {name}"})
    pages, seen = [name for name in before if name.endswith(".md")], []
    for after in (1, 3):
        with monkeypatch.context() as patched:
            patched.setattr(LocalStore, "write", writing(after, pages))
            with pytest.raises(CutShort):
                i18n(project, "build")
        seen.append(files(project))
    assert i18n(project, "build").exit_code == 0
    done = files(project)
    assert sum(b"Boote" in done[name] for name in pages) == 3
    assert [name for name in pages for now in seen if now[name] not in (before[name], done[name])] == []
    assert [sum(b"Boote" in now[name] for name in pages) for now in seen] == [1, 2]
    assert i18n(project, "build").exit_code == 0
    assert files(project) == done
