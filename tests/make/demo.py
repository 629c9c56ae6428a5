"""Where is the sample project translated? In a copy, with the programs that Debian has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from i18n.draft.engines.apertium.engine import Apertium
from i18n.draft.engines.apertium.modes import FOLDER as MODES
from i18n.draft.engines.apertium.modes import packages
from i18n.project import Project, load
from tests.real.install import MAY_NOT, apt, say

ROOT = Path(__file__).parents[2]
SAMPLE = ("pyproject.toml", "source", "locales")
"""What of the clone is the sample project."""
FOLDER = "demo"


def copied(folder: Path) -> bool:
    """Copy the sample project, all or nothing; False for a copy that is there, where somebody may have worked."""
    if folder.exists():
        return False
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for name in SAMPLE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, part / name)
    part.rename(folder)
    return True


def lacking(project: Project, modes: Path) -> dict[str, tuple[str, ...]]:
    """Find the languages that Apertium could draft if Debian's packages named were installed."""
    engine = Apertium(modes)
    wanted = {locale: packages(project.source_locale, locale) for locale in project.locales}
    return {
        locale: names
        for locale, names in wanted.items()
        if names and not engine.readiness(project.source_locale, locale).ready
    }


def complete(project: Project, install: Callable[[Iterable[str]], int], modes: Path = MODES) -> None:
    """Install Apertium's pairs for the languages of the project, or say what they would add."""
    if not (before := lacking(project, modes)):
        return
    say("Apertium's pairs for the languages of the sample come first; DEMO_PROGRAMS=no leaves them out.")
    status = install(dict.fromkeys(("apertium", *(name for names in before.values() for name in names))))
    if after := lacking(project, modes):
        say(
            "apt-get may not be used here." if status == MAY_NOT else f"apt-get ended with status {status}.",
            f"The demo goes on without Apertium's pairs, which would add machine drafts in {', '.join(after)}.",
        )


def main(folder: Path, environment: Mapping[str, str], install: Callable[[Iterable[str]], int] = apt) -> int:
    """Do the main job in the copy, with the exit status of `i18n run`."""
    made = copied(folder)
    say(f"In {folder}/, a copy of the sample project{'' if made else ' from before'}; `make clean` removes it.")
    if environment.get("DEMO_PROGRAMS") != "no":
        complete(load(str(folder)), install)
    return subprocess.run([sys.executable, "-m", "i18n", "--project", str(folder), "run"], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(Path(FOLDER), os.environ))
