"""How does front matter look without some of its keys?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from i18n.markdown.frontmatter.values import Leaf

LINE_START = r"(?:\A|(?<=\n)|(?<=\r)(?!\n))"
_VALUE = r'(?:"(?:[^"\\\n]|\\.)*"|[^\s",{}\[\]]+)'


def attempts(kind: str, text: str, keys: Collection[str]) -> Iterator[str]:
    """Texts without the lines of top-level keys and the comments on them; which of them is right, a parser can tell."""
    names = "|".join(map(re.escape, sorted(keys)))
    if kind == "json":
        pair = rf'"(?:{names})"\s*:\s*{_VALUE}'
        yield re.sub(rf"(?:^[ \t]*)?{pair}[ \t]*,(?:[ \t]*(?:\r\n|\n|\r)|[ \t]*)", "", text, flags=re.M)
        yield re.sub(rf",\s*{pair}(?=\s*\}})", "", text)
        yield re.sub(rf"\s*{pair}\s*(?=\}})", "", text)
        return
    mark = "=" if kind == "toml" else ":"
    more = r"(?:(?:[ \t]+\S[^\r\n]*|[ \t]*)(?:\r\n|\n|\r|\Z))*?" if kind == "yaml" else ""
    line = rf"""{LINE_START}(?P<quote>["']?)(?:{names})(?P=quote)[ \t]*{mark}[^\r\n]*(?:\r\n|\n|\r|\Z)"""
    yield re.sub(line, "", text)
    yield re.sub(rf"{line}{more}(?=\S|\Z)", "", text)


def remaining(leaves: Collection[Leaf], keys: Collection[str]) -> list[tuple[str, str, str]]:
    """What stays of the values when top-level keys go."""
    return [leaf.content for leaf in leaves if leaf.path not in keys]
