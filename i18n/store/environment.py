"""Which program is this? What it remembers of its own work holds for this very one."""

from __future__ import annotations

import functools
import importlib.resources
import importlib.util
import os
import sys


@functools.cache
def environment() -> tuple[str, ...]:
    """Say which program this is: the interpreter, the installed packages with their versions, our own files."""
    folders = [folder for folder in dict.fromkeys(sys.path) if os.path.isdir(folder)]
    installed = {entry for folder in folders for entry in os.listdir(folder) if entry.endswith(".dist-info")}
    ours = os.path.dirname(os.path.dirname(__file__))
    all_ = (f"{place}/{name}" for place, _, names in os.walk(ours) for name in names)
    files = (file for file in all_ if file.endswith((".py", ".toml")))
    looks = ((os.path.relpath(file, ours), os.stat(file)) for file in files)
    return (
        sys.version,
        *sorted(installed),
        *sorted(f"{name} {look.st_size} {look.st_mtime_ns}" for name, look in looks),
    )


def files_of(package: str, folder: str) -> list[str]:
    """Name the files in a folder of an installed package, without importing it; none if it has no such folder."""
    found = importlib.util.find_spec(package)
    places = found.submodule_search_locations if found else None
    folders = (f"{place}/{folder}" for place in places or ())
    return [name for inside in folders if os.path.isdir(inside) for name in os.listdir(inside)]


def text_of(package: str, name: str) -> str:
    """The text of a file that is shipped within a package of ours."""
    return importlib.resources.files(package).joinpath(name).read_text(encoding="utf-8")
