"""Which names of files in an archive, or in a list of files, name a file of the model and nothing else?"""

from __future__ import annotations

import re

_PART = re.compile(r"[^\x00-\x1f\x7f<>:\"|?*\\/]{1,120}")
"""What each system takes for a name (Microsoft, Naming Files, Paths, and Namespaces)."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_DEEPEST = 4


def is_plain(name: str) -> bool:
    """Tell whether a path names a file below a folder on every system: nothing absolute, no `..`, no device."""
    parts = name.split("/")
    return len(parts) <= _DEEPEST and all(map(_is_part, parts))


def _is_part(part: str) -> bool:
    return (
        _PART.fullmatch(part) is not None
        and part.isprintable()
        and not part.endswith((".", " "))
        and not part.startswith(" ")
        and not _DEVICE.fullmatch(part)
    )
