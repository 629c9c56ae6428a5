"""The command line as a user meets it: through click's runner, and as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner, Result

from i18n.catalog import codec
from i18n.catalog.origin import mark
from i18n.cli.root import root
from i18n.model import Catalog

ROOT = Path(__file__).resolve().parents[2]


def i18n(project: Path, *arguments: str, jobs: int = 1) -> Result:
    """Run a command in this process; what went wrong in it fails the test, unless it is an exit status."""
    result = CliRunner().invoke(root, ["--project", str(project), "--jobs", str(jobs), *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that finds the package, and reaches nothing beyond this machine."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "tests" / "guard"), str(ROOT))), **more}


def process(project: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a process, in the project's folder."""
    return subprocess.run(
        [sys.executable, "-m", "i18n", *arguments],
        cwd=project,
        env=environment(**more),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=120,
    )


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but those of `.i18n/`, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".i18n" not in path.parts
    }


def untouched(folder: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of change of every file: equal twice only if nothing was written between."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".i18n" not in path.parts
    }


def write(project: Path, path: str, text: str) -> None:
    """Write a file of the project, exactly as given."""
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def more_configuration(project: Path, text: str) -> None:
    """Append to the configuration."""
    file = project / "i18n.toml"
    file.write_bytes(file.read_bytes() + text.encode())


def catalog(project: Path, name: str, locale: str = "de") -> Catalog:
    """Read a catalog of the project."""
    return codec.parse((project / f"locales/{locale}/LC_MESSAGES/{name}.po").read_bytes())


def translate(project: Path, name: str, texts: dict[str, str], locale: str = "de", *, fuzzy: bool = False) -> None:
    """Do what a translator does: write msgstrs into a catalog that `extract` made."""
    path = project / f"locales/{locale}/LC_MESSAGES/{name}.po"
    before = codec.parse(path.read_bytes())
    missing = texts.keys() - {unit.msgid for unit in before.units}
    assert not missing, f"no such messages: {missing}"
    units = tuple(
        replace(unit, msgstr=texts[unit.msgid], fuzzy=fuzzy) if unit.msgid in texts else unit for unit in before.units
    )
    path.write_bytes(codec.serialize(replace(before, units=units)))


def draft(project: Path, name: str, msgid: str, msgstr: str) -> None:
    """Write a machine's draft into the German catalog."""
    before = catalog(project, name)
    units = tuple(mark(unit, msgstr, "apertium") if unit.msgid == msgid else unit for unit in before.units)
    assert units != before.units
    path = project / f"locales/de/LC_MESSAGES/{name}.po"
    path.write_bytes(codec.serialize(replace(before, units=units)))


def translate_all(project: Path, name: str, locale: str = "de") -> None:
    """Translate every message of a catalog: in capitals, where it is plain words."""
    units = catalog(project, name, locale).units
    plain = {
        unit.msgid: unit.msgid.upper() if unit.msgid.replace(" ", "").strip(".").isalpha() else f"¡{unit.msgid}!"
        for unit in units
    }
    translate(project, name, plain, locale)
