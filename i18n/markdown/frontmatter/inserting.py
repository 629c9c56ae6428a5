"""How does front matter look with one more key?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

_FIRST = re.compile(r"\{(\s*)")
_NEWLINE = re.compile(r"\r\n|\n|\r")


def attempts(kind: str, text: str, key: str, value: str) -> Iterator[str]:
    """Texts with a key at their end, or at their beginning; which of them is right, a parser can tell."""
    quoted = json.dumps(value, ensure_ascii=False)
    if kind == "json":
        match = _FIRST.match(text)
        blank, rest = (match[1], text[match.end() :]) if match else ("", text)
        for comma in (",", ""):
            yield f'{{{blank}"{key}": {quoted}{comma}{blank or " " * bool(comma)}{rest}'
        return
    newline = match[0] if (match := _NEWLINE.search(text)) else "\n"
    ended = text if not text or text.endswith(("\n", "\r")) else text + newline
    mark = " =" if kind == "toml" else ":"
    for written in (value, quoted) if kind == "yaml" else (quoted,):
        line = f"{key}{mark} {written}{newline}"
        yield from (ended + line, line + text) if kind == "yaml" else (line + text,)
