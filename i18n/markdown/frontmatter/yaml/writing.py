"""In which ways can a text be written in YAML?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.markdown.frontmatter.values import FLOW, TEXT, Leaf, UnreadableError
from i18n.markdown.frontmatter.yaml.reading import HEADER, NOT_TEXT, leaves

_PLAIN = re.compile(r"[^\W\d_][\w,.()/-]*(?: [\w,.()/-]+)+")
"""Words that every parser of YAML takes for text; most values are no more than that."""
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def spellings(text: str, leaf: Leaf, value: str) -> Iterator[str]:
    """Ways to write a value in place of the leaf's, the most like the old one first."""
    one_line = not _UNPRINTABLE.search(value)
    old = leaf.span.of(text)
    comment = ""
    if leaf.style in ("|", ">"):
        header = HEADER.match(old)
        if header:
            yield from _blocks(old, header, leaf.value, value)
            comment = header[3] or ""
    # Within brackets PyYAML takes a question mark for the begin of a key.
    if leaf.style in ("", FLOW) and one_line and _is_plain(value) and not (leaf.style and "?" in value):
        yield value
    if one_line and (leaf.style == "'" or (leaf.style != '"' and '"' in value)):
        yield "'" + value.replace("'", "''") + "'" + comment
    yield _double(value) + comment


def _is_plain(value: str) -> bool:
    """Whether a value needs no quotes after a key; inside of brackets it still may."""
    if _PLAIN.fullmatch(value):
        return True
    if NOT_TEXT.fullmatch(value):
        return False
    try:
        found = leaves(f"x: {value}\n")
    except UnreadableError:
        return False
    return found is not None and [leaf.content for leaf in found] == [("x", TEXT, value)]


def _double(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped) + '"'


def _blocks(old: str, header: re.Match[str], was: str, value: str) -> Iterator[str]:
    """The header line as it is, then the value's lines at the old indentation; folded text may become literal."""
    newline = header[4]
    body = old[header.end() :]
    first = re.search(r"^( *)[^ \r\n]", body, re.M)
    blank = any(map(str.isspace, value.split("\n")))  # parsers differ about lines of spaces
    if blank or not first or _UNPRINTABLE.search(value.replace("\n", "").replace("\t", "")):
        return
    content = was.lstrip("\n")
    indent = first[1][: len(first[1]) - (len(content) - len(content.lstrip(" ")))]
    lines = [indent + line if line else "" for line in value.rstrip("\n").split("\n")]
    written = old[: header.end()]
    yield written + (newline * 2 if header[1] == ">" else newline).join(lines)
    if header[1] == ">":
        yield "|" + written[1:] + newline.join(lines)
