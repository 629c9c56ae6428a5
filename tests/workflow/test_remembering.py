"""Work whose files are as they were left is not done again; the outcome is that of a project without a memory."""

from __future__ import annotations

import contextlib
import random
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from i18n.cli import target
from i18n.store import LocalStore, state
from i18n.workflow import remembering
from i18n.workflow.publish import compiling, results
from i18n.workflow.remembering import fingerprint
from tests.cli.commands import files, i18n, translate_all, untouched, write
from tests.store.test_state import look_the_same

ARTICLES = {
    "index.md": "# Welcome home\n\nA boat left the harbour at dawn.\n",
    "guide/pump.md": "# Install the pump\n\n1. Open the valve slowly.\n2. Close it again.\n",
    "guide/empty.md": "```\ncode alone\n```\n",
}
CONFIGURATION = '[project]\nname = "Notes"\nlocales = ["de", "fr"]\n[draft]\nengines = ["memory"]\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that was extracted, and looked at once more when its files had settled."""
    return begun(tmp_path)


def begun(folder: Path) -> Path:
    """Make that project in a folder."""
    root = folder / "project"
    write(root, "i18n.toml", CONFIGURATION)
    for name, text in ARTICLES.items():
        write(root, f"source/{name}", text)
    i18n(root, "extract")
    translate_all(root, "guide/pump")
    i18n(root, "extract")
    return root


def articles_read(monkeypatch: pytest.MonkeyPatch, command: Callable[[], object]) -> list[str]:
    names: list[str] = []
    read = LocalStore.read

    def noting(store: LocalStore, name: str) -> bytes:
        names.append(name)
        return read(store, name)

    with monkeypatch.context() as patched:
        patched.setattr(LocalStore, "read", noting)
        command()
    return sorted({name.removeprefix("source/") for name in names if name.endswith(".md")})


def test_what_did_not_change_is_not_read_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert articles_read(monkeypatch, lambda: i18n(project, "extract")) == []


@pytest.mark.parametrize(
    ("change", "read"),
    [
        (lambda root: write(root, "source/index.md", "# Welcome back\n"), ["index.md"]),
        (lambda root: (root / "locales/de/LC_MESSAGES/guide/pump.po").unlink(), ["guide/pump.md"]),
        (lambda root: (root / "locales/templates/index.pot").unlink(), ["index.md"]),
        (lambda root: translate_all(root, "index"), ["index.md"]),
        (lambda root: write(root, "source/new.md", "# New\n"), ["new.md"]),
        (lambda root: write(root, "i18n.toml", CONFIGURATION.replace("Notes", "Other")), sorted(ARTICLES)),
        (lambda root: shutil.rmtree(root / ".i18n"), sorted(ARTICLES)),
    ],
    ids=["article", "catalog gone", "template gone", "catalog", "new article", "configuration", "nothing remembered"],
)
def test_what_changed_is_read_and_nothing_else(
    project: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object], read: list[str]
) -> None:
    change(project)
    assert articles_read(monkeypatch, lambda: i18n(project, "extract")) == read


def test_another_version_of_the_program_reads_everything(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "environment", lambda: ("another",))
    assert articles_read(monkeypatch, lambda: i18n(project, "extract")) == sorted(ARTICLES)


def test_a_part_of_the_languages_does_not_make_the_others_forgotten(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    i18n(project, "extract", "--locale", "de")
    assert articles_read(monkeypatch, lambda: i18n(project, "extract")) == []
    assert articles_read(monkeypatch, lambda: i18n(project, "extract", "--locale", "de")) == []


def test_findings_and_counts_are_told_each_time(project: Path) -> None:
    write(project, "source/index.md", "---\ntitle: [\n---\n# Welcome home\n")
    first, again = i18n(project, "extract"), i18n(project, "extract")
    assert "index.md" in again.stderr
    assert again.stderr == first.stderr
    assert again.exit_code == first.exit_code
    assert again.stdout.splitlines()[-1].split(":")[0] == first.stdout.splitlines()[-1].split(":")[0]
    assert "all up to date" in again.stdout


def test_a_check_that_writes_nothing_says_the_same_with_what_is_remembered(project: Path) -> None:
    assert i18n(project, "extract", "--check").exit_code == 0
    write(project, "source/index.md", "# Welcome back\n")
    before = files(project)
    assert i18n(project, "extract", "--check").exit_code == 1
    assert i18n(project, "extract", "--check").exit_code == 1
    assert files(project) == before


@pytest.mark.parametrize(
    ("change", "read"),
    [
        (lambda root: None, []),
        (lambda root: (root / "dist/de/index.md").unlink(), ["index.md"]),
        (lambda root: write(root, "dist/de/guide/pump.md", "edited by hand"), ["guide/pump.md"]),
        (lambda root: translate_all(root, "index"), ["index.md"]),
        (lambda root: write(root, "source/index.md", "# Welcome back\n"), ["index.md"]),
        (lambda root: (root / "dist/manifest.json").unlink(), sorted(ARTICLES)),
        (lambda root: write(root, "source/guide/empty.md", "---\ndraft: true\n---\n"), sorted(ARTICLES)),
    ],
    ids=["nothing", "page gone", "page edited", "catalog", "article", "manifest gone", "another article held back"],
)
def test_only_pages_that_would_be_others_are_made(
    project: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object], read: list[str]
) -> None:
    i18n(project, "build")
    built = files(project / "dist")
    change(project)
    assert articles_read(monkeypatch, lambda: i18n(project, "build")) == read
    if read == [] or (project / "source/index.md").read_text() == ARTICLES["index.md"]:
        assert built.keys() >= files(project / "dist").keys()
    assert articles_read(monkeypatch, lambda: i18n(project, "build")) in ([], sorted(ARTICLES))
    assert articles_read(monkeypatch, lambda: i18n(project, "build")) == []


def test_a_picture_is_copied_again_only_when_it_changed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project, "source/index.md", "![A boat](boat.txt)\n")
    write(project, "source/boat.txt", "one")
    i18n(project, "build")
    i18n(project, "build")
    assert articles_read(monkeypatch, lambda: i18n(project, "build")) == []
    (project / "source/boat.txt").write_text("two")
    assert articles_read(monkeypatch, lambda: i18n(project, "build")) == ["index.md"]
    assert (project / "dist/de/boat.txt").read_text() == "two"
    (project / "dist/fr/boat.txt").unlink()
    i18n(project, "build")
    assert (project / "dist/fr/boat.txt").read_text() == "two"


def test_an_article_that_is_published_from_a_day_on_is_published_on_that_day(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, "i18n.toml", CONFIGURATION + '[source]\ndialect = "hugo"\n')
    write(project, "source/index.md", "---\ndate: 2026-05-02\n---\n# Tomorrow\n")

    def today(day: int) -> None:
        clock = SimpleNamespace(now=lambda zone: datetime(2026, 5, day, 12, tzinfo=zone))
        monkeypatch.setattr(target, "datetime", clock)

    def packed() -> list[str]:
        i18n(project, "build")
        i18n(project, "bundle")
        with zipfile.ZipFile(project / "bundles/de.zip") as archive:
            return archive.namelist()

    today(1)
    assert "index.md" not in packed()
    assert "index.md" not in packed()
    today(2)
    assert "index.md" in packed()


def test_check_says_the_same_each_time_and_reads_nothing_twice(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = project / "locales/de/LC_MESSAGES/guide/pump.po"
    catalog.write_text(catalog.read_text().replace('msgstr "', 'msgstr "<script> ', 4))
    first = i18n(project, "check")
    again = i18n(project, "check")
    assert first.exit_code == again.exit_code == 1
    assert (again.stdout, again.stderr) == (first.stdout, first.stderr)
    assert articles_read(monkeypatch, lambda: i18n(project, "check")) == []
    catalog.write_text(catalog.read_text().replace("<script> ", ""))
    assert i18n(project, "check").exit_code == 0


@pytest.mark.parametrize("command", ["extract", "check", "build", "run"])
def test_what_time_stamps_hide_is_found_on_request(
    project: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "_SLACK", 0)
    for each in ("run", "check", command, "check", command):
        i18n(project, each)
    write(project, "source/index.md", ARTICLES["index.md"].replace("boat", "ship"))
    look_the_same(project, "source/index.md")

    def looked_at(*more: str) -> bool:
        return "index.md" in articles_read(monkeypatch, lambda: i18n(project, command, *more))

    assert command == "run" or not looked_at()
    assert looked_at("--verify")
    if command != "check":
        catalog = (project / "locales/de/LC_MESSAGES/index.po").read_text()
        assert ("A ship left" in catalog) == (command in ("extract", "run"))


COMMANDS = [
    ("extract",),
    ("check",),
    ("build",),
    ("bundle",),
    ("run",),
    ("status",),
    ("extract", "--locale", "de"),
    ("build", "--locale", "de"),
    ("build", "--locale", "en-XA"),
    ("build", "--fallback", "omit"),
    ("build", "--check"),
    ("run", "--locale", "de"),
]


@pytest.mark.parametrize("seed", range(6))
def test_any_changes_come_out_as_if_nothing_was_remembered(project: Path, tmp_path: Path, seed: int) -> None:
    generator = random.Random(seed)
    for _ in range(8):
        change(project, generator)
        other = tmp_path / "another"  # as long as the project's name, as lines are wrapped
        shutil.rmtree(other, ignore_errors=True)
        shutil.copytree(project, other)
        forget_what_was_done(other)
        for command in generator.sample(COMMANDS, 3):
            with_state, without = i18n(project, *command), i18n(other, *command)
            assert with_state.exit_code == without.exit_code
            assert with_state.stdout == without.stdout.replace(str(other), str(project))
            assert with_state.stderr == without.stderr.replace(str(other), str(project))
            assert dated(files(project)) == dated(files(other))


def forget_what_was_done(root: Path) -> None:
    """Leave nothing that is remembered but what people left in catalogs, which is given back to them."""
    with contextlib.closing(sqlite3.connect(root / ".i18n" / state.FILE, isolation_level=None)) as connection:
        connection.execute("DELETE FROM done")
        connection.execute("DELETE FROM file")


def change(root: Path, generator: random.Random) -> None:
    """Do to a project what people, tools and accidents do."""
    articles = sorted((root / "source").rglob("*.md"))
    catalogs = sorted((root / "locales").rglob("*.po*"))
    article, catalog = generator.choice(articles), generator.choice(catalogs)
    pages = sorted((root / "dist").rglob("*.md"))
    act = generator.randrange(11)
    if act == 0:
        article.write_text(f"{article.read_text()}\n\nLine {generator.random()} of the boat.\n")
    elif act == 1:
        article.with_name(f"copy{generator.randrange(99)}.md").write_text(article.read_text())
    elif act == 2 and len(articles) > 1:
        article.unlink()
    elif act == 3:
        catalog.unlink()
    elif act == 4:
        catalog.write_text(catalog.read_text().replace('msgstr ""\n\n', 'msgstr "Boot"\n\n', 1))
    elif act == 5:
        catalog.write_text(f"{catalog.read_text()}\n# a remark at the end\n")
    elif act == 6:
        write(root, "i18n.toml", generator.choice([CONFIGURATION, CONFIGURATION.replace("fr", "es")]))
    elif act == 7:
        article.touch()
    elif act == 8 and pages:
        generator.choice(pages).unlink()
    elif act == 9 and pages:
        generator.choice(pages).write_text("edited by hand")
    else:
        article.write_text(f"---\ndraft: {generator.choice(['true', 'false'])}\n---\n{article.read_text()}")


def dated(found: dict[str, bytes]) -> dict[str, bytes]:
    """The same without the lines that bear the minute."""
    return {
        name: b"\n".join(line for line in data.split(b"\n") if b"-Date: " not in line) for name, data in found.items()
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1, 2), (1, "2")),
        ({"a": 1}, {"a": 2}),
        (("a", "b"), ("ab",)),
        (None, ""),
        (True, 1.5),
        (b"a", "a"),
        ((), ((),)),
    ],
)
def test_different_values_have_different_fingerprints(one: object, other: object) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_the_order_of_sets_and_tables_makes_no_difference() -> None:
    words = [str(number) for number in range(50)]
    assert fingerprint(frozenset(words)) == fingerprint(frozenset(reversed(words)))
    assert fingerprint(dict.fromkeys(words)) == fingerprint(dict.fromkeys(reversed(words)))


def test_what_has_no_fingerprint_is_an_error() -> None:
    with pytest.raises(TypeError):
        fingerprint(object())


def test_a_run_and_a_check_remember_next_to_each_other(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in ("run", "check", "run", "check"):
        i18n(project, command)
    pages: list[str] = []
    made = compiling.make_pages

    def noting(plan: results.Plan, item: results.Item) -> results.Result:
        pages.append(item.known.path)
        return made(plan, item)

    monkeypatch.setattr(compiling, "make_pages", noting)
    for command in ("check", "bundle", "run", "check"):
        i18n(project, command)
    assert pages == []


def test_a_glossary_that_cannot_be_read_stops_nothing_else(project: Path) -> None:
    write(project, "i18n.toml", CONFIGURATION + '[memory]\nglossary = "terms.csv"\n')
    (project / "terms.csv").mkdir()
    write(project, "source/index.md", "# Welcome home\n\nA remark. <!-- for people -->\n")
    result = i18n(project, "check")
    assert result.exit_code == 3
    assert "terms.csv" in result.stderr + result.stdout
    assert "published-comment" in result.stderr + result.stdout
    assert i18n(project, "build").exit_code == 0


@pytest.mark.parametrize("command", ["extract", "run"])
def test_other_white_space_between_blocks_touches_no_catalog(project: Path, command: str) -> None:
    i18n(project, command)
    folder = project / "locales"
    before, looks = files(folder), untouched(folder)
    for path in (project / "source").rglob("*.md"):
        path.write_text(f"\n{path.read_text()}".replace("\n\n", "\n\n\n \n") + "\n\n")
    result = i18n(project, command)
    assert files(folder) == before
    assert untouched(folder) == looks
    assert "all up to date" in result.stdout


@pytest.mark.parametrize("command", ["build", "run"])
def test_other_comments_in_a_catalog_make_no_page(project: Path, command: str) -> None:
    i18n(project, "run")
    before = {name: look for name, look in untouched(project).items() if not name.startswith("locales/")}
    for path in (project / "locales").rglob("*.po"):
        text = path.read_text().replace("\nmsgid ", "\n# du oder Sie?\nmsgid ")
        path.write_text(f"# A remark at the head.\n{text}")
    result = i18n(project, command)
    assert {name: look for name, look in untouched(project).items() if not name.startswith("locales/")} == before
    assert "dist/: all up to date" in result.stdout
    remarked = (project / "locales/de/LC_MESSAGES/guide/pump.po").read_text()
    assert remarked.count("# du oder Sie?") > 1


def test_the_memory_reads_every_catalog_on_request(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "_SLACK", 0)
    name = "locales/de/LC_MESSAGES/guide/pump.po"
    ask = ("memory", "lookup", "Install the pump", "--locale", "de")
    for _ in range(2):
        assert "INSTALL THE PUMP" in i18n(project, *ask).stdout
    write(project, name, (project / name).read_text().replace("INSTALL THE PUMP", "EINBAU EINER PUM"))
    look_the_same(project, name)
    assert "INSTALL THE PUMP" in i18n(project, *ask).stdout
    assert "EINBAU EINER PUM" in i18n(project, *ask, "--verify").stdout


@pytest.mark.parametrize("command", ["draft", "status"])
def test_commands_that_read_everything_have_the_option_too(project: Path, command: str) -> None:
    assert i18n(project, command, "--verify").stdout == i18n(project, command).stdout
