"""Braces are paired by a pattern and by counting: both must know the same strings and comments, and nine levels fit."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from i18n.markdown.dialects import javascript

PIECES = (b"{", b"}", b"x", b" ", b"\n", b"'}'", b'"{"', b"/* } */", b"// {\n", b"`}`", b"https://x.example ", b"a / b")


@given(st.lists(st.sampled_from(PIECES), max_size=18).map(lambda pieces: b"{" + b"".join(pieces)))
def test_an_expression_ends_where_its_brackets_close(data: bytes) -> None:
    found = re.match(javascript.EXPRESSION, data)
    assert (found.end() if found else None) == _closed(data)


def _closed(data: bytes) -> int | None:
    depth = 0
    for match in javascript._BRACKETS.finditer(data):
        depth += (match["open"] is not None) - (match["close"] is not None)
        if not depth and match["close"]:
            return match.end()
    return None
