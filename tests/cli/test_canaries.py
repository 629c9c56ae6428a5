"""No command says anything of a private article: every kind of one holds a word that must turn up nowhere."""

from __future__ import annotations

import dataclasses
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from i18n.errors import InputError, StorageError
from i18n.extract.article import Rules
from i18n.extract.source import Source
from i18n.project import Known
from i18n.store import LocalStore
from i18n.workflow import reading
from tests.cli.commands import catalog, i18n, more_configuration, translate, write
from tests.real.servers.libretranslate import LibreTranslate
from tests.real.servers.script import Script, serving

WORD = "canary"
"""In the name, the title, the words and the pictures of what is private, and in no other text that is told."""
CONFIGURATION = """\
[project]
name = "Field notes"
locales = ["de", "pt-BR"]
[source]
dialect = "{dialect}"
private = ["people/**", "letters/canary*"]
[draft]
engines = ["memory", "libretranslate"]
[engine.libretranslate]
url = "{url}"
"""
BODY = """# The canary of {kind}

The canary sings ![a canary](canary-{kind}.png) at [noon](canary-{kind}-too.md) <!-- canary remark -->

- A boat left the harbour with a canary.
- `canary` code, and {{{{ canary }}}} too, 17 times
"""
HELD = {
    "people/canary-glob.md": "",
    "people/deep/index.md": "title: deep canary",
    "letters/canary.md": "",
    "canary-draft.md": "draft: true\ntitle: A canary",
    "canary-published.md": "published: no",
    "canary-unlisted.md": '"unlisted": true',
    "_drafts/canary-idea.md": "title: x",
}
FAILING = {
    "people/canary-bytes.md": b"---\ntitle: canary\n---\n# A canary \xe9\n",
    "canary-bytes.md": b"---\ndraft: true\n---\n# A canary \xe9\n",
    "people/canary-front.md": b"---\ntitle: [canary\n---\n# A canary\n",
    "canary-front.md": b"---\ndraft: true\ncanary: [\n---\n# A canary\n",
    "people/canary-nested.md": b"# Canary\n\n" + b"![" * 300 + b"canary" + b"](canary.png)" * 300 + b"\n",
    "canary-nested.md": b"---\npublished: false\n---\n" + b"![" * 300 + b"canary" + b"](canary.png)" * 300 + b"\n",
    "canary-open.md": b"---\ndraft: yes\n---\n<!-- i18n:skip-start -->\n\ncanary\n",
    "people/canary.markdown": b"looks like an article",
    "people/a:canary\\.md": b"a name that nothing can spell",
    "people/canary-secret.txt": b"canary",
}
PUBLIC = """# Public

Read of [her](people/canary-glob.md) and [him](canary-draft.md) and ![it](people/canary-glob.png) in {place} 5 times.

A boat left the harbour at dawn.
"""
COMMANDS = (
    ("extract", "--dry-run", "-v"), ("extract", "-v"), ("extract", "--check"), ("-q", "extract"),
    ("draft", "--estimate"), ("-v", "draft", "--yes"), ("draft", "--dry-run"), ("-q", "draft"),
    ("check",), ("-v", "check"), ("-q", "check"), ("check", "--format", "json"), ("check", "--format", "github"),
    ("check", "--format", "sarif"), ("check", "--locale", "de"),
    ("build", "--dry-run"), ("-v", "build"), ("-q", "build"), ("-v", "build", "--fallback", "last-good"),
    ("-v", "build", "--locale", "en-XA"), ("-v", "bundle"), ("-q", "bundle"), ("bundle", "--check"),
    ("status",), ("-v", "status"), ("status", "--format", "json"), ("status", "--format", "markdown"),
    ("status", "--fail-under", "90"), ("-v", "run", "--yes"), ("-q", "run"), ("run", "--check"), ("engines",),
    ("memory", "statistics"), ("memory", "lookup", "A boat left the harbour"), ("-v", "memory", "statistics"),
    ("status", "public"), ("-v", "run", "public"), ("check", "canarx"), ("init", "--locale", "fr"),
)  # fmt: skip
"""Every command, with each format and amount of words; `canarx` names no article, but nearly a private one."""


def held(dialect: str) -> dict[str, str]:
    more = {
        "mkdocs": {"canary-listed.md": "", "canary-left-out.md": "", "canary-day.md": "publishDate: 2200-01-01"},
        "hugo": {
            "canary-date.md": "date: 2200-01-01",
            "canary-over.md": "expiryDate: 2020-01-01",
            "told/_index.md": "cascade:\n- draft: true\n  target: {path: /told/**}",
            "told/canary.md": "title: x",
        },
        "jekyll": {"_posts/2200-01-01-canary.md": "title: x", "told/canary.md": "title: x"},
    }
    return HELD | more.get(dialect, {"canary-day.md": "publishDate: 2200-01-01"})  # fmt: skip


def planted(project: Path, dialect: str, url: str) -> None:
    """Plant private articles of every kind next to two public ones."""
    write(project, "i18n.toml", CONFIGURATION.format(dialect=dialect, url=url))
    write(project, "mkdocs.yml", "draft_docs: canary-listed.md\nexclude_docs: canary-left-out.md\n")
    write(project, "_config.yml", "defaults:\n- scope: {path: source/told}\n  values: {published: false}\n")
    write(project, "source/public.md", PUBLIC.format(place="{place}"))
    write(project, "source/guide.md", "# A guide\n\nClose the valve.\n")
    for number, (path, front) in enumerate(held(dialect).items()):
        write(project, f"source/{path}", f"---\n{front}\n---\n{BODY.format(kind=number)}")
        write(project, f"source/{Path(path).parent.as_posix()}/canary-{number}.png", "\x89PNG canary")
    write(project, "source/people/canary-glob.png", "\x89PNG canary")


@pytest.fixture
def server() -> Iterator[tuple[Script, str]]:
    script = Script()
    with serving(script, LibreTranslate) as url:
        yield script, url


def told(project: Path, *arguments: str) -> str:
    return " ".join(arguments) + "\n" + i18n(project, *arguments).output


SAID = re.compile(r"draft: (true|yes)|published: (no|false)|unlisted|(?i:\bdate|publishDate|expiryDate): 2")
BUILT = re.compile(r"dist/[^/]+/(?P<path>.+)")
PICTURE = re.compile(r"(_drafts/|_posts/)?canary-\d+\.png")


def holds_itself_back(project: Path, name: str) -> bool:
    """Whether a file in dist/ is a page that every generator holds back by what it says itself, or its picture."""
    match = BUILT.fullmatch(name)
    if match is None or match["path"].partition("/")[0] in ("people", "letters", "told"):
        return name == "dist/manifest.json"
    source = project / "source" / match["path"]
    if source.is_dir() or PICTURE.fullmatch(match["path"]):
        return True
    front = source.read_bytes()[:200].decode(errors="replace") if source.exists() else ""
    return match["path"].startswith(("_drafts/", "_posts/2200")) or SAID.search(front) is not None


def published(project: Path) -> Iterator[tuple[str, str]]:
    """Names and content of all that is there for readers."""
    for path in sorted((*(project / "dist").rglob("*"), *(project / "bundles").rglob("*"))):
        yield path.relative_to(project).as_posix(), path.read_bytes().decode(errors="replace") if path.is_file() else ""
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                yield from ((name, archive.read(name).decode(errors="replace")) for name in archive.namelist())


def assert_silent(project: Path, script: Script, *commands: tuple[str, ...]) -> None:
    for command in commands:
        said = told(project, *command)
        assert WORD not in said.lower(), said
    for name, content in published(project):
        assert WORD not in f"{name}\n{content}".lower() or holds_itself_back(project, name), name
    assert WORD.encode() not in bytes(script.received).lower()


@pytest.mark.parametrize("dialect", ["gfm", "mkdocs", "hugo", "jekyll", "docusaurus", "myst"])
def test_what_is_well(project: Path, server: tuple[Script, str], dialect: str) -> None:
    script, url = server
    planted(project, dialect, url)
    assert_silent(project, script, *COMMANDS)
    assert b"A guide" in script.received
    assert {"dist/de/guide.md", "guide.md"} <= {name for name, _ in published(project)}
    assert f"{len(held(dialect))} private" in told(project, "status")


def test_what_is_translated_wrongly(project: Path, server: tuple[Script, str]) -> None:
    """Findings about translations of private articles, and about a public one that leads to them."""
    script, url = server
    planted(project, "gfm", url)
    i18n(project, "extract")
    for name in ("people/canary-glob", "canary-draft", "public"):
        texts = {unit.msgid: "Falsch 99 `x` [y](z.md)" for unit in catalog(project, name).units}
        translate(project, name, texts)
    assert_silent(project, script, *COMMANDS)
    findings = told(project, "check")
    assert "findings about private articles are not shown here" in findings
    assert "public.po" in findings
    assert WORD in told(project, "check", "--private").lower()
    assert "canary-draft.po" in told(project, "check", "canary-draft"), "it was asked for by name"


def test_what_cannot_be_read_or_written(project: Path, server: tuple[Script, str]) -> None:
    script, url = server
    planted(project, "gfm", url)
    for path, data in FAILING.items():
        (project / "source" / path).write_bytes(data)
    i18n(project, "extract")
    for name in ("people/canary-glob", "canary-draft"):
        write(project, f"locales/de/LC_MESSAGES/{name}.po", 'msgid "canary\n')
    assert_silent(project, script, *COMMANDS)
    for command in ("extract", "status", "check", "run"):
        assert "about private articles are not shown here: --private shows them" in told(project, command)
        assert WORD in told(project, command, "--private").lower()


def test_what_is_required(project: Path, server: tuple[Script, str]) -> None:
    script, url = server
    planted(project, "gfm", url)
    more_configuration(project, '[build]\nrequired = ["people/canary-glob.md"]\n')
    assert_silent(project, script, *COMMANDS)
    assert "de is not published: a required private article is not there" in told(project, "build")


def test_what_moves_or_is_gone(project: Path, server: tuple[Script, str]) -> None:
    script, url = server
    planted(project, "gfm", url)
    i18n(project, "-q", "run")
    source = project / "source"
    write(project, "source/public.md", "# Public\n\nRead of [her](people/canary-glob.md).\n")
    (source / "canary-draft.md").rename(source / "another-canary.md")
    (source / "people/deep/index.md").rename(source / "people/deep/other-canary.md")
    (source / "letters/canary.md").rename(source / "letters/canary-2.md")
    (source / "people/canary-glob.md").write_text("# A canary altogether different\n")
    assert_silent(project, script, *COMMANDS)
    (source / "people/deep/other-canary.md").unlink()
    assert "The private article of some catalogs is gone" in told(project, "extract")
    assert_silent(project, script, *COMMANDS)


def test_what_becomes_private_after_it_was_built(project: Path, server: tuple[Script, str]) -> None:
    script, url = server
    planted(project, "gfm", url)
    write(project, "source/canary-later.md", "# A canary\n\nWords stand here.\n")
    i18n(project, "-q", "run")
    write(project, "source/canary-later.md", "---\ndraft: true\n---\n# A canary\n\nWords stand here.\n")
    said = told(project, "-v", "bundle")
    assert WORD not in said.lower(), said
    script.received.clear()  # it was public then
    assert_silent(project, script, ("-v", "run"), *COMMANDS)


@pytest.mark.parametrize("command", ["extract", "check", "run", "status", "draft"])
@pytest.mark.parametrize("name", ["people/canary-glob.md", "canary-draft.md"])
def test_faults_of_this_program(project: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str) -> None:
    planted(project, "gfm", "http://127.0.0.1:9")

    source_of = reading.source_of

    def broken(known: Known, data: bytes, rules: Rules) -> Source:
        if known.path == name:
            raise RuntimeError("the canary sings")
        return source_of(known, data, rules)

    for user in ("extract.catalogs.source_of", "reading.source_of"):  # imported before it is broken
        monkeypatch.setattr(f"i18n.workflow.{user}", broken)
    result = i18n(project, command)
    assert result.exit_code == 70
    assert WORD not in result.output.lower()
    assert "It happened with a private article." in result.output


def test_a_full_disk(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted(project, "gfm", "http://127.0.0.1:9")
    i18n(project, "extract")
    write(project, "source/canary-draft.md", "---\ndraft: true\n---\n# A canary\n\nPseudo.\n")

    def full(*_: object, **__: object) -> bool:
        error = StorageError("cannot be written: No space left on device", "", "locales/de/LC_MESSAGES/canary-draft.po")
        error.everywhere = True
        raise error

    monkeypatch.setattr(LocalStore, "replace", full)
    for command in (("extract",), ("draft", "--engine", "pseudo"), ("run",)):
        result = i18n(project, *command)
        assert result.exit_code == 3, result.output
        assert WORD not in result.output.lower()
        assert "No space left" in result.output or "about private articles are not shown" in result.output


def test_a_folder_that_is_closed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted(project, "gfm", "http://127.0.0.1:9")
    closed = InputError("cannot be read: Permission denied", "", "source/people/canary")
    files = LocalStore.files
    monkeypatch.setattr(
        LocalStore, "files", lambda store, folder: dataclasses.replace(files(store, folder), closed=(closed,))
    )
    result = i18n(project, "status")
    assert result.exit_code == 3
    assert result.output == "Error: source: A private folder cannot be read: Permission denied\n"
