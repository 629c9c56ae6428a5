"""Does the comparison of two versions see what differs, and nothing else?"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import polib
import pytest

from benchmarks.differences import LINES, Difference, shown
from benchmarks.measure import FailedError
from benchmarks.same import ACCEPTED, COUNTED, Side, same, subjects
from benchmarks.variety import KINDS, STATES, edited, fill, number, translated

VERSION = """\
#!{python}
import json, pathlib, sys, zipfile
command, words = sys.argv[6], {words!r}
for article in sorted(pathlib.Path("source").rglob("*.md")):
    name = article.relative_to("source").with_suffix("").as_posix()
    def write(path, text):
        path = pathlib.Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    entries = 'msgid ""\\nmsgstr "Language: de\\\\n"\\n\\nmsgid "%s"\\nmsgstr ""\\n'
    if command == "extract":
        write("locales/templates/" + name + ".pot", (entries % words["templates"]).encode())
        catalog = pathlib.Path("locales/de/LC_MESSAGES/" + name + ".po")
        if not catalog.exists():
            write(catalog, (entries % words["catalogs"]).encode())
    elif command == "build":
        write("dist/de/" + name + ".md", words["pages"].encode() + article.read_bytes())
if command == "bundle":
    pathlib.Path("bundles").mkdir(exist_ok=True)
    with zipfile.ZipFile("bundles/de.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.md"), words["bundles"])
if command == "check":
    finding = {{"rule": words["findings"], "path": "a.po", "line": 1, "message": words["wording"]}}
    print(json.dumps({{"findings": [finding, {{"rule": "links", "path": "b.po", "line": 2, "message": "No."}}]}}))
sys.exit(int(words["commands"]))
"""
"""Something that is called like an interpreter and does little of what the program does."""
WORDS = {**dict.fromkeys(COUNTED, "words"), "commands": "0"}


def version(path: Path, words: dict[str, str]) -> Path:
    path.write_text(VERSION.format(python=sys.executable, words=words), encoding="utf-8")
    path.chmod(0o700)
    return path


def compared(tmp_path: Path, old: dict[str, str], new: dict[str, str], *options: str) -> tuple[str, str]:
    """Compare two versions: what was said, and the failure."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_bytes(b"# Alpha\n")
    before, after = version(tmp_path / "old", old), version(tmp_path / "new", new)
    chosen = subjects(options or (f"gfm={tmp_path / 'docs'}",), ())
    said: list[str] = []
    try:
        said.extend(same(before, after, chosen, tmp_path / "scratch", fast=False, show=1, jobs=1))
    except FailedError as failure:
        return "\n".join(said), str(failure)
    return "\n".join(said), ""


def test_equal_versions_differ_in_nothing(tmp_path: Path) -> None:
    said, failure = compared(tmp_path, WORDS, WORDS)
    assert failure == ""
    assert "```" not in said
    [header, row] = [line for line in said.splitlines() if "docs as gfm" in line or "corpus" in line]
    assert [cell.strip() for cell in header.strip("|").split("|")] == ["corpus", *COUNTED]
    assert all(cell.strip().isdigit() and int(cell) > 0 for cell in row.strip("|").split("|")[1:])


@pytest.mark.parametrize("kind", COUNTED)
def test_each_kind_of_output_is_compared(kind: str, tmp_path: Path) -> None:
    said, failure = compared(tmp_path, WORDS, {**WORDS, kind: "1" if kind == "commands" else "others"})
    [row] = [line for line in said.splitlines() if "docs as gfm" in line and "|" in line]
    cells = dict(zip(("corpus", *COUNTED), (cell.strip() for cell in row.strip("|").split("|")), strict=True))
    # A changed article is part of the page, and a changed catalog of nothing else in these versions.
    assert [name for name, cell in cells.items() if " of " in cell] == [kind]
    assert failure.endswith(" differ.")
    assert "```diff\n--- old\n+++ new\n" in said


def test_a_version_that_cannot_do_its_work_ends_it(tmp_path: Path) -> None:
    assert 2 not in ACCEPTED
    said, failure = compared(tmp_path, {**WORDS, "commands": "2"}, WORDS)
    assert (said, failure.splitlines()[0]) == ("", "extract ended with status 2")


@pytest.mark.parametrize("pair", ["docs", "gfm=", "gfm=nowhere"])
def test_what_is_no_pair_is_refused(pair: str, tmp_path: Path) -> None:
    _, failure = compared(tmp_path, WORDS, WORDS, pair)
    assert failure.startswith(f"{pair}: DIALECT=FOLDER")


def test_a_package_in_the_project_is_not_taken_for_the_version(tmp_path: Path) -> None:
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "__init__.py").write_text("raise SystemExit(9)\n")
    done = Side(Path(sys.executable), tmp_path, 1).ask(("--version",))
    assert (done.returncode, done.stdout[:5]) == (0, b"i18n ")


def test_a_side_tells_what_changed_since(tmp_path: Path) -> None:
    side = Side(Path(sys.executable), tmp_path, 1)
    (tmp_path / ".i18n").mkdir()
    (tmp_path / ".i18n" / "state").write_bytes(b"x")
    (tmp_path / "a").write_bytes(b"x")
    assert (side.changed(), side.changed()) == ({"a"}, set())
    (tmp_path / "a").unlink()
    assert (side.changed(), side.read("a")) == ({"a"}, None)


def test_translations_are_the_same_every_time_and_of_every_kind(tmp_path: Path) -> None:
    assert number("a", "b") == 6463353407833682387
    messages = [f"See `code`, **[the page](a.md)** and {{name}} {at}." for at in range(400)]
    for name in ("a.po", "b.po"):
        catalog = polib.POFile()
        catalog.metadata = {"Language": "ko"}
        catalog.extend(polib.POEntry(msgid=message) for message in messages)
        catalog.append(polib.POEntry(msgid="kept", msgstr="mine"))
        catalog.save(str(tmp_path / name))
        fill(tmp_path / name, "locales/ko/some.po")
    assert (tmp_path / "a.po").read_bytes() == (tmp_path / "b.po").read_bytes()
    filled = polib.pofile(str(tmp_path / "a.po"))
    assert [entry.msgstr for entry in filled if entry.msgid == "kept"] == ["mine"]
    assert {entry.fuzzy for entry in filled} == {True, False}
    comments = {entry.tcomment.split(":")[0] for entry in filled}
    assert comments == {comment.split(":")[0] for _, _, comment in STATES} | {"draft refused"}
    assert any("`를" in entry.msgstr or "**를" in entry.msgstr for entry in filled)
    assert any(not entry.msgstr for entry in filled)


def test_half_of_the_catalogs_hold_good_translations_alone() -> None:
    catalogs = [f"{at}.po" for at in range(20)]
    wrong = [name for name in catalogs if any(not translated(f"words {at}", "de", name) for at in range(200))]
    assert 0 < len(wrong) < len(catalogs)
    assert all(translate("words", "xx", 7) is not None for _, translate in KINDS)


def test_edits_change_some_lines_of_an_article() -> None:
    article = "".join(f"See the page {at}. It is [here](a.md).\n" for at in range(400)).encode()
    lines = zip(article.split(b"\n"), edited(article).split(b"\n"), strict=True)
    changed = [after for before, after in lines if before != after]
    assert 5 < len(changed) < 60
    assert {b"moved/" in line or b"this" in line or b"More of" in line for line in changed} == {True}
    assert edited(article) == edited(article)


def test_differences_are_shown_in_what_can_be_seen() -> None:
    said = shown(Difference("a", b"one\r\ntwo\n", b"one\ntwo"))
    assert [line for line in said.splitlines() if line[0] in "-+"][2:] == [
        r"-one\u000d",
        "-two",
        "+one",
        "+two (no newline)",
    ]
    assert "+(no such file)" in shown(Difference("a", b"one\n", None))
    assert "same text in other bytes" in shown(Difference("a", b"\\u000d\n", b"\r\n"))
    long = shown(Difference("a", b"one\n" * 100, b"two\n" * 100))
    assert (len(long.splitlines()), long.splitlines()[-2]) == (LINES + 3, "…")


def test_archives_are_shown_by_what_they_hold() -> None:
    archives = []
    for text in ("one", "two"):
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as archive:
            archive.writestr(zipfile.ZipInfo("a.md"), text)
        archives.append(data.getvalue())
    assert "\n-a.md 3 " in shown(Difference("a.zip", *archives))
