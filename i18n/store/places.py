"""Where on this machine is the project, and what do people call places in it? The places outside of a project too."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from i18n.store.failures import unreadable


def working_folder() -> str:
    """Name the folder that the command was started in."""
    return os.getcwd()


def upwards(folder: str) -> list[str]:
    """Name the folder and all those above it, absolute."""
    start = Path(folder).absolute()
    return [str(start), *map(str, start.parents)]


def real(path: str) -> str:
    """Name the place that a path leads to, symbolic links followed."""
    return os.path.realpath(path)


def environment(names: Iterable[str]) -> dict[str, str]:
    """Those variables of the environment that there are."""
    return {name: os.environ[name] for name in names if name in os.environ}


def is_file(path: str) -> bool:
    """Tell whether there is a file."""
    return os.path.isfile(path)


def is_folder(path: str) -> bool:
    """Tell whether there is a folder."""
    return os.path.isdir(path)


def exists(path: str) -> bool:
    """Tell whether there is anything of that name."""
    return os.path.exists(path)


def read(path: str) -> bytes:
    """Read a whole file; raises `InputError`."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def located(root: str, path: str) -> str:
    """Where a path of the configuration lies: it starts from `root`, or from a home if it begins with `~`."""
    return str(root / Path(path).expanduser())


def typed(path: str, start: str, folder: str) -> str:
    """What a path that was typed in the folder `start` is called below `folder`; `../…` if it lies outside."""
    return os.path.relpath(os.path.normpath(os.path.join(os.path.realpath(start), path)), os.path.realpath(folder))


def nearest(path: str) -> str:
    """The shortest way to write an absolute path here."""
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path
