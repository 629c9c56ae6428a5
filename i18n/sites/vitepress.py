"""What is known of VitePress?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from i18n.sites.site import Sign, Site

_IN_ROOT = tuple(f".vitepress/config.{ending}" for ending in ("js", "mjs", "ts", "mts"))


def _unpublished(read: Callable[[str], bytes | None], names: Sequence[str]) -> str:
    """With its configuration in the root, VitePress publishes all Markdown below it."""
    for file in _IN_ROOT:
        data = read(file)
        if data is not None and b"srcDir" not in data:
            missing = [f"'{name}/**'" for name in names if "." not in name and name.encode() not in data]
            return f"{file}:  srcExclude: [{', '.join(missing)}]" if missing else ""
    return ""


VITEPRESS = Site(
    "VitePress",
    "vitepress",
    "docs",
    (Sign(".vitepress/config.*"), Sign("docs/.vitepress/config.*")),
    unpublished=_unpublished,
)
