"""Whose computer do the paths in a text name, and how do they read without it?"""

from __future__ import annotations

import re

_NAME = r"[^\\/\"'<>|?*()\r\n]*+"
_FOLDERS = rf"(?:{_NAME}[\\/])*"
_FILE = rf"({_NAME})"
_HOMES = "home|users|documents and settings"
_PARENTS = f"{_HOMES}|volumes|media"
_ROOT = rf"\bfile:[\\/]+|(?<![\w/?&=#.%-])[a-z]:[\\/]+|\\\\{_NAME}\\"
_OWN = re.compile(rf"((?:{_ROOT}){_FOLDERS}){_FILE}", re.ASCII | re.IGNORECASE)
"""A file by its address on this machine, by its drive, or on a server of the local network."""
_HOME, _MEDIUM = (
    re.compile(rf"(?<![\w.~/\\-])([\\/](?:{parents})[\\/]{_FOLDERS}){_FILE}", re.ASCII | re.IGNORECASE)
    for parents in (_HOMES, "volumes|media")
)
"""A file in a home folder, and one on a medium that bears a name; sites have folders of that name too."""
_IS_NAMED = re.compile(rf"[\\/](?:{_PARENTS})[\\/]+$", re.IGNORECASE)


def without_folders(text: str, *, address: bool) -> str:
    """Leave of each path no more than the name of its file; an `address` may begin with the site's `/media/`."""
    text = _HOME.sub(_file, _OWN.sub(_file, text))
    return text if address else _MEDIUM.sub(_file, text)


def _file(path: re.Match[str]) -> str:
    """The name of a file; that of a home folder is a person's."""
    return "" if _IS_NAMED.search(path[1]) else path[2]
