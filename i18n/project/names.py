"""Can these paths be unpacked anywhere, inside the folder they belong to, without one overwriting another?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_DRIVE = re.compile(r"[A-Za-z]:")


def objection(path: str) -> str:
    """Why a path cannot stand in an archive, as the end of a sentence; empty when it can.

    Paths are relative, in POSIX form, without empty, `.` and `..` parts. A backslash would be a separator to some
    programs, a drive letter a root, and a lone surrogate has no spelling in UTF-8. Articles and the files that they
    use are held to it too: what is published must have a name that the manifest and every archive can spell.
    """
    if not path:
        return "is empty"
    if path.startswith("/"):
        return "is absolute"
    if _DRIVE.match(path):
        return "begins like a drive of Windows"
    if "\\" in path:
        return "has a backslash"
    if _CONTROLS.search(path):
        return "has a control character or is not Unicode"
    parts = path.split("/")
    if ".." in parts:
        return "leads out of its folder"
    if "" in parts or "." in parts:
        return "has an empty part"
    return ""


def collisions(paths: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of paths whose second one would overwrite the first, or take its place, on some system.

    Letter case and the normal form of Unicode do not tell files apart on macOS and Windows; a file cannot have
    the name of another one's folder.
    """
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    found = []
    for path in sorted(set(paths)):
        key = _folded(path)
        parents = [key[:at] for at, letter in enumerate(key) if letter == "/"]
        other = (
            files.get(key) or folders.get(key) or next((files[parent] for parent in parents if parent in files), None)
        )
        if other is not None:
            found.append((other, path))
        files.setdefault(key, path)
        for parent in parents:
            folders.setdefault(parent, path)
    return tuple(found)


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())
