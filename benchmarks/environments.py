"""Where do the peers live? Each in a virtual environment of its own, made once."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path


def home(chosen: Path | None) -> Path:
    """Name the folder of the peers' environments."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return chosen or cache / "manytongues-benchmarks"


def environment(folder: Path, requirement: str) -> Path:
    """Return the `bin` of an environment below `folder` that holds `requirement`; make it if need be."""
    place = folder / requirement.replace("[", "-").replace("]", "")
    done = place / "installed"
    if not done.exists():
        print(f"Installing {requirement} …", file=sys.stderr, flush=True)
        venv.create(place, with_pip=True, clear=True)
        pip = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", "--quiet", "--no-input", requirement]
        # The constraints of our own tests are not the peers' concern.
        clean = {name: value for name, value in os.environ.items() if name != "PIP_CONSTRAINT"}
        subprocess.run(pip, check=True, env=clean)
        done.write_text(requirement)
    return place / "bin"
