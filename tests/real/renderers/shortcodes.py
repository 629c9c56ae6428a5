"""Which templates do the shortcodes of articles need where there is no theme? Stubs for Hugo."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

_SHORTCODE = re.compile(r"\{\{[<%][ \t\r\n]*(/?)[ \t\r\n]*([\w/-]*\w)")
_BUILT_IN = frozenset("details figure gist highlight instagram param qr ref relref tweet vimeo x youtube".split())


def stubs(texts: Iterable[str], closed: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Path and text of a template for each; what is `closed` somewhere shows what it encloses."""
    found = [match for text in texts for match in _SHORTCODE.findall(text)]
    closing = {name for mark, name in found if mark}.union(closed)
    for name in sorted(closing.union(name for _, name in found) - _BUILT_IN):
        inner = "{{ .Inner | markdownify }}" if name in closing else ""
        yield f"layouts/shortcodes/{name}.html", f'<div class="{name}">{inner}</div>'
