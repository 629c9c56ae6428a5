"""How must a translation be written so that it cannot leave the comment or the string it stands in?"""

from __future__ import annotations

import re

from i18n.markdown.code.comments import BLOCKS, QUOTED
from i18n.markdown.code.lexing import canonical
from i18n.markdown.code.strings import close, escaped, quoting
from i18n.model import Kind

_BREAKS = re.compile(r"\s*[\x00-\x08\n-\x1f\x7f\x85\u2028\u2029]+\s*")
"""Line ends of any language, and control characters."""
_TEMPLATE = re.compile(r"\{\{|\{%|\{#|%\}|\}\}|<%|%>|<\?|\?>|</(?:script|style)", re.I)
"""What a template language, a site generator or a browser acts on wherever it stands, code blocks included."""
_FENCE = re.compile(r"(?:`{3,}|~{3,})\s*")


def escape_code(text: str, kind: Kind, language: str, mark: str = "") -> str | None:
    """Write a translation of `CodeWords` of that kind and mark; None where it cannot be written safely.

    A text that is already written so comes back as it is. Law: what is offered for translation is, and the code
    with a translation in place is lexed into the same tokens elsewhere. Escapes such as `\\n` in a string are the
    translator's to keep; other backslashes and the quotes are escaped as the language does.
    """
    if kind is Kind.CODE_BLOCK:
        return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") or None
    flat = _BREAKS.sub(" ", text).strip()
    if not flat or _TEMPLATE.search(flat) or _FENCE.fullmatch(flat):
        return None
    if kind is Kind.CODE_STRING:
        return _string(flat, canonical(language), mark)
    bare = mark.rstrip()
    if bare != mark or _is_letter(flat[0]):
        return _docstring(flat, bare) if QUOTED.fullmatch(bare) and len(bare) > 1 else _comment(flat, bare)
    return None  # directly after its mark, punctuation could make another mark of it


def _is_letter(letter: str) -> bool:
    return letter.isalnum() or letter in "\"'“‘«„¡¿"


def _comment(text: str, mark: str) -> str | None:
    if mark not in BLOCKS:
        return None if not mark or text.endswith("\\") else text
    if mark in text or BLOCKS[mark] in text or text.startswith(("/", ">", "->")) or text[-1] in BLOCKS[mark][:-1]:
        return None
    return None if mark == "<!--" and "--" in text else text


def _docstring(text: str, mark: str) -> str | None:
    """Neither quotes of its kind nor backslashes: what they mean depends on too much."""
    return None if mark[-1] in text or "\\" in text else text


def _string(text: str, language: str, mark: str) -> str | None:
    rule = quoting(language, mark)
    if rule is None:
        return None
    written = escaped(text, mark[-1], rule)
    if written is None or close(written + mark[-1], 0, mark[-1], rule) != len(written) + 1:
        return None
    return written
