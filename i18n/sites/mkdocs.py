"""What is known of MkDocs?"""

from __future__ import annotations

from collections.abc import Callable

import yaml

from i18n.sites.site import Sign, Site

_CONFIGURATIONS = ("mkdocs.yml", "mkdocs.yaml")


def _draft_docs(read: Callable[[str], bytes | None]) -> tuple[str, ...]:
    """The lines of `draft_docs`. The file is not loaded: its tags stand for programs."""
    data = next((found for name in _CONFIGURATIONS if (found := read(name)) is not None), b"")
    try:
        top = yaml.compose(data.decode(), Loader=yaml.SafeLoader)
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return ()
    for key, value in top.value if isinstance(top, yaml.MappingNode) else ():
        if key.value == "draft_docs" and isinstance(value, yaml.ScalarNode):
            return tuple(value.value.splitlines())
    return ()


MKDOCS = Site("MkDocs", "mkdocs", "docs", tuple(map(Sign, _CONFIGURATIONS)), draft_patterns=_draft_docs)
