"""Are two versions measured in turn, each from the same beginning?"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.corpus import Corpus
from benchmarks.measure import FailedError
from benchmarks.versions import COMMANDS, compared, sample, versions

VERSION = """\
#!{python}
import pathlib, sys, time
command = sys.argv[sys.argv.index("--quiet") + 1]
seen = pathlib.Path("seen")
with pathlib.Path({log!r}).open("a") as log:
    log.write("{name} " + command + " " + str(seen.exists()) + "\\n")
catalog = pathlib.Path("locales/de/a.po")
catalog.parent.mkdir(parents=True, exist_ok=True)
if command == "extract" and not catalog.exists():
    catalog.write_text('msgid ""\\nmsgstr ""\\n\\nmsgid "some words"\\nmsgstr ""\\n')
if command != "extract":
    seen.write_text("")
end = time.process_time() + {seconds}
while time.process_time() < end:
    pass
sys.exit({status})
"""
CORPUS = Corpus("three", tuple((f"{name}.md", b"# Words\n") for name in "abc"))


def version(tmp_path: Path, name: str, seconds: float = 0.0, status: int = 1) -> Path:
    path = tmp_path / f"python-{name}"
    text = VERSION.format(python=sys.executable, log=str(tmp_path / "log"), name=name, seconds=seconds, status=status)
    path.write_text(text.replace("sys.exit(", 'sys.exit(command != "extract" and '), encoding="utf-8")
    path.chmod(0o700)
    return path


def test_commands_of_both_are_measured_in_turn_and_begin_afresh(tmp_path: Path) -> None:
    pythons = [version(tmp_path, "old"), version(tmp_path, "new", seconds=0.3)]
    said = "\n".join(versions(pythons, CORPUS, "gfm", ["check", "draft"], 2, tmp_path / "scratch"))
    assert "three: 3 articles" in said
    assert all(float(row.split("|")[4].split()[0]) > 2 for row in said.splitlines()[-2:])
    log = (tmp_path / "log").read_text().splitlines()
    assert log[:4] == ["old extract False"] * 2 + ["new extract False"] * 2
    assert log[4:] == [f"{name} {what} False" for what in ("check", "draft") for name in ("old", "new")] * 2


def test_catalogs_are_translated_before(tmp_path: Path) -> None:
    list(versions([version(tmp_path, "old")] * 2, CORPUS, "hugo", ["run"], 1, tmp_path / "scratch"))
    assert 'dialect = "hugo"' in (tmp_path / "scratch" / "new" / "run-0" / "i18n.toml").read_text()
    assert "someé wordsé" in (tmp_path / "scratch" / "old" / "run-0" / "locales" / "de" / "a.po").read_text()
    assert not (tmp_path / "scratch" / "old" / "pristine" / "locales").exists()


def test_a_version_that_fails_ends_it(tmp_path: Path) -> None:
    pythons = [version(tmp_path, "old", status=2)] * 2
    with pytest.raises(FailedError, match="check\nended with status 2"):
        list(versions(pythons, CORPUS, "gfm", ["check"], 1, tmp_path / "scratch"))


def test_articles_are_sampled_from_everywhere_and_always_the_same() -> None:
    corpus = Corpus("many", tuple((f"{at:03}.md", b"") for at in range(100)))
    some = sample(corpus, 10)
    assert some == sample(corpus, 10)
    assert len(some.articles) == 10
    assert some.articles == tuple(sorted(some.articles))
    assert some.articles[-1][0] > "050.md"
    assert sample(corpus, 1000) == corpus


def test_ratios_are_those_of_medians_with_their_range() -> None:
    name = next(iter(COMMANDS))
    cells = ("2.00 s", "1.00 s", "0.50 (0.25–2.00)", "0.25")
    assert compared({name: [2.0, 3.0, 2.0]}, {name: [0.5, 1.0, 4.0]}, name) == cells
