"""What do the real programs write in ASCII for every letter? `python -m` with their names writes it down."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from i18n.sites.ids import transliteration
from tests.generators.generator import SITES

HERE = Path(__file__).parent
TABLES = Path(transliteration.__file__).parent / "tables"
_CARGO = """\
[package]
name = "letters"
version = "0.0.0"
edition = "2021"
[dependencies]
slug = "=0.1.6"
deunicode = "=1.6.2"
"""
"""What the lock file of Zola 0.22 names."""


def _said(*command: str | Path) -> Mapping[str, str]:
    """What a program prints: a line for each letter, its number, a space and what is written for it."""
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    pairs = (line.partition(" ") for line in done.stdout.splitlines())
    return {"".join(chr(int(each, 16)) for each in number.split("+")): text for number, _, text in pairs}


def _zola() -> Mapping[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "src").mkdir()
        Path(folder, "Cargo.toml").write_text(_CARGO)
        shutil.copy(HERE / "zola.rs", Path(folder, "src", "main.rs"))
        return _said("cargo", "run", "--release", "--quiet", "--manifest-path", f"{folder}/Cargo.toml")


def _eleventy() -> Mapping[str, str]:
    return _said("node", HERE / "eleventy.mjs", SITES / "eleventy/node_modules")


def _kramdown() -> Mapping[str, str]:
    return _said("ruby", HERE / "kramdown.rb")


class Program(NamedTuple):
    """What writes letters in ASCII."""

    about: str
    needs: tuple[str, ...]
    """Programs that must be there to ask it."""
    ask: Callable[[], Mapping[str, str]]
    ours: Callable[[str], str | None]
    without: Callable[[str], str]
    """What our rule writes for letters that its table leaves out."""


def _syllable(letters: str) -> str:
    return (transliteration.zola(letters) or "") if "가" <= letters <= "힣" else ""


def _of_kramdown(letters: str) -> str:
    return _syllable(letters) or transliteration.table("zola").get(letters, "")


def _slug(text: str) -> str:
    return _NO_ID.sub("-", text.lower())


_NO_ID = re.compile("[^a-z0-9]+")
PROGRAMS: Mapping[str, Program] = {
    "zola": Program(
        "slug 0.1.6 with deunicode 1.6.2 (Zola 0.22)",
        ("cargo",),
        _zola,
        transliteration.zola,
        lambda letters: _syllable(letters) or "-",
    ),
    "kramdown": Program(
        "stringex 2.8.5 (kramdown 2.4), where it differs from zola.txt",
        ("ruby", "jekyll"),
        _kramdown,
        transliteration.kramdown,
        _of_kramdown,
    ),
    "eleventy": Program(
        "@sindresorhus/slugify 2.2.1 (Eleventy 3.1), where it is not just the letter without its accents",
        ("node",),
        _eleventy,
        lambda letters: _slug(transliteration.eleventy(letters)),
        lambda letters: _slug("".join(map(transliteration.unaccented, letters))),
    ),
}


def wrong(name: str) -> dict[str, tuple[str, str | None]]:
    """The letters for which a program writes something else than our rule, and both."""
    program = PROGRAMS[name]
    pairs = ((letters, said, program.ours(letters)) for letters, said in program.ask().items())
    return {letters: (said, ours) for letters, said, ours in pairs if ours is not None and ours != said}


def _lines(name: str) -> Iterator[str]:
    program, groups = PROGRAMS[name], defaultdict[str, list[str]](list)
    for letters, said in sorted(program.ask().items()):
        if program.ours(letters) is not None and program.without(letters) != said:
            groups[said].append(f"{{{_escaped(letters)}}}" if len(letters) > 1 else _escaped(letters))
    yield f"# {program.about}"
    yield from (f"{said} {''.join(letters)}" for said, letters in sorted(groups.items()))


def _escaped(letters: str) -> str:
    """The letters, those by their numbers that an editor does not show, or shows in another order."""
    return "".join(
        one
        if unicodedata.category(one)[0] in "LNSP" and unicodedata.bidirectional(one) not in ("R", "AL", "AN")
        else f"\\{ord(one):x};"
        for one in letters
    )


def main() -> int:
    """Ask the programs that are named, and write their tables."""
    for name in sys.argv[1:]:
        text = "".join(f"{line}\n" for line in _lines(name))
        (TABLES / f"{name}.txt").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
