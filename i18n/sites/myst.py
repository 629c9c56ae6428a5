"""What is known of MyST?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from i18n.sites.site import Sign, Site

_EXCLUDING = {"myst.yml": "project: exclude: [{0}/**]", "conf.py": 'exclude_patterns = ["{0}"]'}
"""What a configuration in the root needs to leave a folder out: all Markdown below the root is published."""


def _unpublished(read: Callable[[str], bytes | None], names: Sequence[str]) -> str:
    for file, line in _EXCLUDING.items():
        data = read(file)
        if data is not None:
            missing = [name for name in names if "." not in name and name.encode() not in data]
            return f"{file}:  {'  '.join(map(line.format, missing))}" if missing else ""
    return ""


MYST = Site(
    "MyST",
    "myst",
    "docs",
    (Sign("myst.yml"), Sign("conf.py"), Sign("docs/conf.py"), Sign("source/conf.py")),
    unpublished=_unpublished,
)
