"""What of a role of MyST is for readers, and what of it must a translation keep?"""

from __future__ import annotations

import re

LONGEST = 82
"""Characters or bytes that a role's name may have, with its braces."""
_AT_END = re.compile(r"\{([\w:+.-]+)\}\Z")
_READ = frozenset(
    "abbr abbreviation del dfn emphasis guilabel menuselection smallcaps strong sub subscript sup superscript t title"
    " title-reference u".split()
)
"""Roles all of whose content is for readers."""
_LEADS = re.compile(
    r"(?!.*(?:raw|eval|exec|code|literal))"
    r"(?:any|confval|doc|download|envvar|keyword|numref|option|ref|term|token|[\w-]+(?:[:+][\w.-]+)+)"
)
"""Roles that lead somewhere: to `target`, or with a text of their own as `text <target>`; those of domains too."""
_WITH_TEXT = re.compile(r"\s*(?P<text>[^<>]*[^<>\s])\s*<(?P<target>[^<>]+)>\s*", re.S)
_MARKS = re.compile(r"[{}<>`\[\]$*\\]")
"""What could become markup where a builder reads Markdown in a role."""


def name_at_end(text: str) -> str:
    """The name of the role that a text ends with, which says what the code after it is; empty if it ends with none."""
    match = _AT_END.search(text[-LONGEST:])
    return match[1] if match else ""


def for_readers(name: str, content: str) -> str:
    """What readers read of a role and translators may write in their language; empty for what is code or a target."""
    if name in _READ:
        return content
    match = _WITH_TEXT.fullmatch(content) if _LEADS.fullmatch(name) else None
    return match["text"] if match else ""


def kept(name: str, content: str) -> str:
    """What two versions of a role's content must have in common: the target, and marks that could be markup.

    A translation may give a text to a role that has only a target: `word` becomes `Wort <word>`.
    """
    if name in _READ:
        return "".join(_MARKS.findall(content))
    if not _LEADS.fullmatch(name):
        return content
    match = _WITH_TEXT.fullmatch(content)
    text, target = (match["text"], match["target"]) if match else ("", content.strip())
    return " ".join([*target.split(), *_MARKS.findall(text)])
