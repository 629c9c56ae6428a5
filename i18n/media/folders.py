"""Whose computer do the paths in a text name, and how do they read without it?"""

from __future__ import annotations

import re

_NAME = r"[^\\/\"'<>|?*()\r\n]*+"
_FOLDERS = rf"(?:{_NAME}[\\/])*"
_FILE = rf"({_NAME})"
_PARENTS = "home|users|documents and settings|volumes|media"
"""Folders whose folders bear names of people or of what they own."""
_ABOVE = r"(?<![\w.~/\\-])(?:[\\/](?:mnt[\\/][a-z]|export|usr|var|run|private))?"
"""What may stand before a home folder on other systems; the path begins there."""
_ROOT = rf"\bfile:[\\/]+(?:[a-z]\|[\\/]+)?|(?<![\w/?&=#.%-])[a-z]:[\\/]+|\\\\{_NAME}\\"
_OWN = re.compile(rf"((?:{_ROOT}){_FOLDERS}){_FILE}", re.ASCII | re.IGNORECASE)
"""A file by its address on this machine, by its drive, or on a server of the local network."""
_HOME = re.compile(rf"({_ABOVE}[\\/](?:{_PARENTS}|root)[\\/]{_FOLDERS}){_FILE}", re.ASCII | re.IGNORECASE)
_HOME_ADDRESS = re.compile(rf"({_ABOVE}/(?:home|Users|root)/{_NAME}/{_FOLDERS}){_FILE}", re.ASCII)
"""A file in a home folder as an address: so deep, and in these letters, as sites seldom have one."""
_IS_NAMED = re.compile(rf"[\\/](?:{_PARENTS})[\\/]+$", re.IGNORECASE)


def without_folders(text: str, *, address: bool) -> str:
    """Leave of each path no more than the name of its file; an `address` may be one of the site, which stays."""
    return (_HOME_ADDRESS if address else _HOME).sub(_file, _OWN.sub(_file, text))


def _file(path: re.Match[str]) -> str:
    """The name of a file; that of a home folder is a person's."""
    return "" if _IS_NAMED.search(path[1]) else path[2]
