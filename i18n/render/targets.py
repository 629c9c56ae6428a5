"""Which page does a target name that a generator's tag writes?"""

from __future__ import annotations

import re

from i18n.markdown.dialects import hugo

_LINK = re.compile(r"\{%-?\s*(?:link|post_url)\s+(?P<page>[^\s{}%]+)\s*-?%\}")
_BASE = re.compile(r"\{\{\s*(?:site\.baseurl|site\.url|base_url|config\.site_url)\s*\}\}")
_FILTERED = re.compile(r"\{\{-?\s*[\"'](?P<page>[^\"']*)[\"']\s*\|\s*(?:relative_url|absolute_url|url)\s*-?\}\}")


def written(target: str) -> str:
    """The target with the page that its tags name in their place; a tag that names none stays."""
    if "{" not in target:
        return target
    reference = hugo.REFERENCE.search(target.encode())
    if reference is not None:
        return reference[1].decode().strip('"`')
    for pattern in (_LINK, _FILTERED):
        target = pattern.sub(lambda match: match["page"], target)
    return _BASE.sub("", target)
