"""What does git track and ignore? Asked of git itself, which alone knows."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence

from i18n.store import places

_SECONDS = 30
_PASSED_ON = ("PATH", "HOME", "XDG_CONFIG_HOME", "SYSTEMROOT", "USERPROFILE")
"""What git needs to run, and to find the settings of its user."""
_NO_PROGRAMS = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
"""A project that came by mail must not start a program by the configuration of its repository."""


def shared(folder: str, names: Sequence[str]) -> frozenset[str] | None:
    """Files of a folder, below some of its files and folders, that git tracks, or would with the next `git add`.

    None: git could not say. Without git, or outside a work tree, nothing is shared.
    """
    return _listed(folder, ("--cached", "--others"), names)


def ignored(folder: str, below: Sequence[str], names: Iterable[str]) -> frozenset[str]:
    """Those of some files of a folder, below some of its folders, that git ignores.

    A folder that is named itself, or lies in one that is ignored, was meant: what is below it is not ignored as a
    whole. Without git, or outside a work tree, nothing is ignored.
    """
    found = _listed(folder, ("--others", "--ignored", "--directory"), below) or frozenset()
    known = {each for each in found if each != "./" and not any(f"{name}/".startswith(each) for name in below)}
    folders = tuple(each for each in known if each.endswith("/"))
    return frozenset(name for name in names if name in known or name.startswith(folders))


def _listed(folder: str, which: Sequence[str], names: Sequence[str]) -> frozenset[str] | None:
    if not any(places.exists(posixpath.join(above, ".git")) for above in places.upwards(places.real(folder))):
        return frozenset()
    import subprocess  # most projects need it once a command, and worker processes never

    settings = {
        **places.environment(_PASSED_ON),
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_LITERAL_PATHSPECS": "1",
    }
    asked = ("ls-files", "-z", *which, "--exclude-standard", "--", *names)
    try:
        done = subprocess.run(
            ["git", "-C", folder, *_NO_PROGRAMS, *asked],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            check=False,
            env=settings,
            timeout=_SECONDS,
        )
    except OSError:
        return frozenset()
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        return None
    return frozenset(name.decode("utf-8", "surrogateescape") for name in done.stdout.split(b"\0") if name)
