"""Which real programs do the tests need? This list is the only one: skips, `make test` and CI all go by it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


@dataclass(frozen=True, slots=True)
class Program:
    """Something of the operating system that is no Python package."""

    name: str
    """What tests call it."""
    command: str
    """What is looked for on the search path."""
    packages: tuple[str, ...]
    """Debian's packages that bring it."""
    purpose: str
    """What the tests want with it, to complete "… is needed to"."""
    file: str = ""
    """A file that must be there too, where a command alone does not tell; absolute."""

    def is_here(self) -> bool:
        """Tell whether this machine has it."""
        return shutil.which(self.command) is not None and (not self.file or Path(self.file).exists())


PROGRAMS = (
    Program(
        name="gettext",
        command="msgfmt",
        packages=("gettext",),
        purpose="check catalogs with msgfmt, compare their form with msgcat and merging with msgmerge",
    ),
    Program(
        name="apertium",
        command="apertium",
        packages=("apertium", "apertium-eng-spa"),
        purpose="translate drafts from English to Spanish",
        file="/usr/share/apertium/modes/eng-spa.mode",
    ),
    Program(
        name="chromium",
        command="chromium-headless-shell",
        packages=("chromium-headless-shell",),
        purpose="read HTML and draw pictures as a browser does",
    ),
    Program(
        name="epubcheck",
        command="java",
        packages=("epubcheck",),
        purpose="check books by the rules that shops and readers go by",
        file="/usr/share/java/epubcheck.jar",
    ),
    Program(
        name="exiftool",
        command="exiftool",
        packages=("libimage-exiftool-perl",),
        purpose="plant words in all metadata that it can write, and to look for what is left of them",
    ),
    Program(
        name="git",
        command="git",
        packages=("git",),
        purpose="merge catalogs that were changed in two places",
    ),
)


def missing(names: Iterable[str] | None = None) -> tuple[Program, ...]:
    """Find which of the named programs (of all, without names) this machine lacks.

    Raises LookupError for a name that is not on the list.
    """
    known = {program.name: program for program in PROGRAMS}
    wanted = known if names is None else tuple(dict.fromkeys(names))
    if unknown := [name for name in wanted if name not in known]:
        raise LookupError(f"not in the list of real programs: {', '.join(unknown)}")
    return tuple(known[name] for name in wanted if not known[name].is_here())


def packages(programs: Iterable[Program]) -> tuple[str, ...]:
    """Name the Debian packages that bring these programs, each once."""
    return tuple(dict.fromkeys(package for program in programs for package in program.packages))


def advice(programs: Iterable[Program]) -> str:
    """Say what to type to have these programs."""
    return f"sudo apt-get install --no-install-recommends {' '.join(packages(programs))}"


def in_ci() -> bool:
    """Tell whether nothing may be missing here."""
    return os.environ.get("CI", "").lower() in {"1", "true"}


def needs(*names: str) -> pytest.MarkDecorator:
    """Mark a test, a class or a module (`pytestmark = needs("apertium")`) that needs these programs.

    Without them it skips by name, in CI it fails: `tests/conftest.py` does both.
    """
    import pytest  # the environment of `make demo` has none

    missing(names)
    return pytest.mark.real(*names)
