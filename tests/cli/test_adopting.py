"""What people put or changed where pages belong stays until they say otherwise; what is ours goes when it should."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from pathlib import Path

import pytest

from tests.cli.commands import files, i18n, translate, write

HUGO = '[source]\npath = "content"\ndialect = "hugo"\n[build]\npath = "content"\nlayout = "hugo"\n'
PLAIN = '[source]\npath = "content"\n[build]\npath = "dist"\n'
FOLDERS = '[source]\npath = "content"\n[build]\npath = "content"\nlayout = "mkdocs-folder"\n'
PAGES = {"hugo": (HUGO, "content/a.de.md"), "plain": (PLAIN, "dist/de/a.md"), "folders": (FOLDERS, "content/de/a.md")}


def begun(folder: Path, text: str, locales: str = '"de", "ko"') -> Path:
    """A project with two articles and a picture, not built yet."""
    write(folder, "i18n.toml", f"[project]\nlocales = [{locales}]\n{text}")
    write(folder, "content/a.md", "# About boats\n\n![a boat](boat.png)\n")
    write(folder, "content/b.md", "# About ships\n")
    write(folder, "content/boat.png", "a picture of a boat")
    assert i18n(folder, "extract").exit_code == 0
    return folder


def said(project: Path, *arguments: str, status: int) -> str:
    result = i18n(project, "build", *arguments)
    assert result.exit_code == status, result.output
    return result.stderr


@pytest.mark.parametrize(("text", "page"), PAGES.values(), ids=PAGES)
def test_an_unowned_file_stays_and_the_rest_is_done(tmp_path: Path, text: str, page: str) -> None:
    project = begun(tmp_path, text)
    write(project, page, "# Über Boote\n")
    output = said(project, status=3)
    assert f"{page}: error: lies where a page or a file of a language belongs" in output
    assert "--adopt" in output
    assert (project / page).read_text() == "# Über Boote\n"
    other = page.replace("a.", "b.")
    assert (project / other).exists()
    assert page in said(project, status=3)
    said(project, "--dry-run", "--adopt", status=0)
    assert (project / page).read_text() == "# Über Boote\n"
    said(project, "--adopt", status=0)
    assert (project / page).read_bytes() == (project / "content/a.md").read_bytes()
    assert said(project, status=0) == ""


@pytest.mark.parametrize(("text", "page"), PAGES.values(), ids=PAGES)
def test_an_unowned_file_that_is_what_would_be_written_is_ours(tmp_path: Path, text: str, page: str) -> None:
    project = begun(tmp_path, text)
    write(project, page, (project / "content/a.md").read_text())
    said(project, status=0)
    translate(project, "a", {"About boats": "Über Boote"})
    said(project, status=0)
    assert "Über Boote" in (project / page).read_text()


@pytest.mark.parametrize(("text", "page"), [PAGES["hugo"], PAGES["folders"]], ids=["hugo", "folders"])
def test_what_a_person_changed_in_a_page_among_the_articles_is_never_lost(tmp_path: Path, text: str, page: str) -> None:
    project = begun(tmp_path, text)
    said(project, status=0)
    write(project, page, "# Über Schiffe\n")
    translate(project, "a", {"About boats": "Über Boote"})
    assert f"{page}: error: was changed by hand since it was built" in said(project, status=3)
    (project / "content/a.md").unlink()
    assert f"{page}: error: was changed by hand since it was built" in said(project, status=3)
    assert f"{page}: error: was changed by hand" in said(project, status=3), "it is said once only"
    assert (project / page).read_text() == "# Über Schiffe\n"
    assert not (project / page.replace("de", "ko")).exists()
    said(project, "--adopt", status=0)
    assert not (project / page).exists()


@pytest.mark.parametrize("layout", ["plain", "hugo"])
def test_in_a_folder_of_its_own_a_page_that_was_changed_is_made_again_or_goes(tmp_path: Path, layout: str) -> None:
    project = begun(tmp_path, f'{PLAIN}layout = "{layout}"\n')
    said(project, status=0)
    page = next(path for path in (project / "dist").rglob("a*.md") if "de" in f"{path}")
    before = page.read_bytes()
    page.write_text("# Über Schiffe\n", encoding="utf-8")
    said(project, status=0)
    assert page.read_bytes() == before
    page.write_text("# Über Schiffe\n", encoding="utf-8")
    (project / "content/a.md").unlink()
    said(project, status=0)
    assert not page.exists()


def test_pictures_are_held_to_the_same(tmp_path: Path) -> None:
    project = begun(tmp_path, FOLDERS)
    write(project, "content/de/boat.png", "another picture")
    assert "content/de/boat.png: error: lies where" in said(project, status=3)
    assert (project / "content/de/boat.png").read_text() == "another picture"
    assert (project / "content/ko/boat.png").read_text() == "a picture of a boat"
    said(project, "--adopt", status=0)
    assert (project / "content/de/boat.png").read_text() == "a picture of a boat"


@pytest.mark.parametrize("how", ["in place", "replaced"])
def test_a_picture_that_changed_and_goes_is_ours(tmp_path: Path, how: str) -> None:
    project = begun(tmp_path, PLAIN)
    said(project, status=0)
    if how == "replaced":
        (project / "content/boat.png").unlink()
    write(project, "content/boat.png", "a picture of a ship")
    write(project, "content/a.md", "# About boats\n")
    said(project, status=0)
    assert not (project / "dist/de/boat.png").exists()


@pytest.mark.parametrize(("text", "page"), PAGES.values(), ids=PAGES)
def test_a_record_that_is_lost_or_broken_loses_nothing(tmp_path: Path, text: str, page: str) -> None:
    project = begun(tmp_path, text)
    said(project, status=0)
    record = next(path for path in project.rglob("*manifest.json"))
    for spoil in (record.unlink, lambda: record.write_text("{")):
        spoil()
        said(project, status=0)
        good = record.read_bytes()
    spoil()
    shutil.rmtree(project / ".i18n")
    translate(project, "a", {"About boats": "Über Boote"})
    assert page in said(project, status=3)
    said(project, "--adopt", status=0)
    assert "Über Boote" in (project / page).read_text()
    assert json.loads(record.read_bytes()).keys() == json.loads(good).keys()


def test_what_a_killed_build_left_is_ours(tmp_path: Path) -> None:
    """A build that was killed has written pages, and no record."""
    project = begun(tmp_path, HUGO)
    said(project, status=0)
    (project / ".i18n-manifest.json").unlink()
    translate(project, "a", {"About boats": "Über Boote"})
    said(project, status=0)
    assert "Über Boote" in (project / "content/a.de.md").read_text()


ELSEWHERE = PLAIN.replace('"dist"', '"other"')
APART = HUGO.replace('[build]\npath = "content"', '[build]\npath = "x"')


@pytest.mark.parametrize(
    ("before", "after"),
    [(PLAIN, HUGO), (HUGO, PLAIN), (HUGO, FOLDERS), (FOLDERS, PLAIN), (PLAIN, ELSEWHERE), (HUGO, APART)],
)
def test_with_another_layout_the_old_pages_go(tmp_path: Path, before: str, after: str) -> None:
    fresh = begun(tmp_path / "fresh", after)
    said(fresh, status=0)
    project = begun(tmp_path / "project", before)
    said(project, status=0)
    write(project, "i18n.toml", (fresh / "i18n.toml").read_text())
    said(project, status=0)
    there = set(files(project))
    if 'path = "dist"' in before and 'path = "dist"' not in after:
        # Nobody knows of the folder any more.
        there = {name for name in there if not name.startswith("dist/")}
    assert there == set(files(fresh))


def test_a_language_that_goes_takes_its_pages_along(tmp_path: Path) -> None:
    project = begun(tmp_path, HUGO)
    said(project, status=0)
    write(project, "i18n.toml", f'[project]\nlocales = ["de"]\n{HUGO}')
    said(project, status=0)
    assert set(files(project / "content")) == {"a.md", "a.de.md", "b.md", "b.de.md", "boat.png"}


def test_a_record_by_somebody_else_removes_no_other_files(tmp_path: Path) -> None:
    project = begun(tmp_path, HUGO)
    said(project, status=0)
    record = json.loads((project / ".i18n-manifest.json").read_bytes())
    entry = record["locales"]["de"]["articles"].pop("a.md")
    for name, output in (("i18n.toml", "../i18n.toml"), ("content/b.md", "b.md"), ("content/boat.png", "boat.png")):
        entry |= {"output": output, "output_sha256": hashlib.sha256((project / name).read_bytes()).hexdigest()}
        record["locales"]["de"]["articles"][f"gone-{output.strip('./')}"] = dict(entry)
    write(project, ".i18n-manifest.json", json.dumps(record))
    before = files(project)
    said(project, status=0)
    assert {name for name in before if name not in files(project)} == set()


def test_through_a_link_nothing_is_taken_over(tmp_path: Path) -> None:
    project = begun(tmp_path, PLAIN)
    (project / "dist").mkdir()
    (project / "dist/de").symlink_to(project / "content")
    translate(project, "a", {"About boats": "Über Boote"})
    before = files(project / "content")
    for arguments in ([], ["--adopt"]):
        assert "dist/de/a.md: error" in said(project, *arguments, status=3)
        assert files(project / "content") == before
    (project / "dist/de").unlink()
    (project / "dist/de").symlink_to(tmp_path.parent)
    assert "leads out of the project" in said(project, status=3)


@pytest.mark.parametrize("seed", range(4))
def test_no_build_touches_what_it_did_not_write(tmp_path: Path, seed: int) -> None:
    generator = random.Random(seed)
    texts = list(PAGES.values())
    project = begun(tmp_path, texts[0][0])
    mine: dict[str, str] = {}
    for number in range(8):
        text, page = generator.choice(texts)
        locales = generator.choice(['"de"', '"de", "ko"'])
        write(project, "i18n.toml", f"[project]\nlocales = [{locales}]\n{text}")
        if generator.random() < 0.4:
            write(project, "content/b.md", f"# About {number} ships\n")
        if generator.random() < 0.3 and text != PLAIN:
            mine[page] = f"words of a person, {number}"
            write(project, page, mine[page])
        if generator.random() < 0.2:
            shutil.rmtree(project / ".i18n", ignore_errors=True)
        if generator.random() < 0.2:
            (project / ".i18n-manifest.json").unlink(missing_ok=True)
        i18n(project, "build")
        assert {name: (project / name).read_text() for name in mine} == mine
        assert {"a.md", "b.md", "boat.png"} <= set(files(project / "content"))


def test_of_two_articles_with_one_place_the_first_is_built_and_both_are_named(tmp_path: Path) -> None:
    project = begun(tmp_path, HUGO)
    write(project, "content/a.en.md", "# Also about boats\n")
    output = said(project, status=3)
    assert "content/a.md: error: Its pages would lie where those of a.en.md do, and are not made" in output
    assert "Also" in (project / "content/a.de.md").read_text()
    assert (project / "content/b.de.md").exists()
    (project / "content/a.en.md").unlink()
    said(project, status=0)
    assert "Also" not in (project / "content/a.de.md").read_text()


DOCUSAURUS = '[source]\npath = "content"\ndialect = "docusaurus"\n[build]\npath = "."\nlayout = "docusaurus"\n'


def test_no_copy_of_the_source_is_made_for_a_generator_that_shows_it_itself(tmp_path: Path) -> None:
    project = begun(tmp_path, DOCUSAURUS)
    write(project, "docusaurus.config.js", "export default {presets: [['classic', {docs: {path: 'content'}}]]};\n")
    pages = project / "i18n/de/docusaurus-plugin-content-docs/current"
    assert "4 pages not made: the site generator shows the source where nothing is translated." in said(
        project, status=0
    )
    assert not pages.exists()
    translate(project, "a", {"About boats": "Über Boote"})
    said(project, status=0)
    assert set(files(pages)) == {"a.md", "boat.png"}
    said(project, "--fallback", "source", status=0)
    assert set(files(pages)) == {"a.md", "b.md", "boat.png"}
    said(project, status=0)
    assert set(files(pages)) == {"a.md", "boat.png"}


def test_pages_of_the_root_are_said_to_be_there(tmp_path: Path) -> None:
    project = begun(tmp_path, DOCUSAURUS)
    write(project, "docusaurus.config.js", "export default {presets: [['classic', {docs: {path: 'content'}}]]};\n")
    assert "Nothing is built yet in the project's root." in i18n(project, "bundle").stderr
    translate(project, "a", {"About boats": "Über Boote"})
    assert "\nThe project's root: 3 files changed.\n" in i18n(project, "build").stdout
    assert "\nThe project's root: all up to date.\n" in i18n(project, "build").stdout


def test_a_record_that_may_be_committed_names_no_private_article(tmp_path: Path) -> None:
    project = begun(tmp_path, HUGO)
    write(project, "content/secret/plan.md", "# A plan\n")
    write(project, "i18n.toml", (project / "i18n.toml").read_text().replace("[build]", 'private = ["secret"]\n[build]'))
    said(project, status=0)
    said(project, "secret/plan.md", status=0)
    page = project / "content/secret/plan.de.md"
    assert page.exists()
    record = (project / ".i18n-manifest.json").read_text()
    assert "plan" not in record
    assert "b.de.md" in record
    assert "plan.de.md" in (project / ".i18n/outputs.json").read_text()
    write(project, "content/secret/plan.md", "# Another plan\n")
    said(project, "secret/plan.md", status=0)
    assert "Another" in page.read_text()
    good = page.read_bytes()
    page.write_text("# A plan with changes\n")
    (project / "content/secret/plan.md").unlink()
    write(project, "i18n.toml", (project / "i18n.toml").read_text().replace('private = ["secret"]\n', ""))
    assert "plan" not in said(project, status=3)
    page.write_bytes(good)
    said(project, status=0)
    assert not page.exists()
