"""What do catalogs hold while a build is measured? The same for every tool: the source text, or one with accents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import polib

ACCENT = "é"

MARKUP = re.compile(
    r"""(`+)(?!`).*?(?<!`)\1(?!`) | <[^<>]*> | \]\([^()]*(?:\([^()]*\)[^()]*)*\) | \[[^\[\]]*\](?!\() | \{[^{}]*\}
    | https?://\S+ | &\#?\w+; | \\. | ^[ ]*(?:[:%|].*|-{3,}|={3,})$""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
WORD = re.compile(r"(?<![^\s(“])[A-Za-z]{2,}(?=$|[\s.,;:!?)”])")


def pseudo(msgid: str) -> str:
    """Accent the last letter of every plain word, and leave alone all that may be markup."""
    pieces = []
    at = 0
    for match in MARKUP.finditer(msgid):
        pieces += [WORD.sub(_accented, msgid[at : match.start()]), match.group()]
        at = match.end()
    return "".join([*pieces, WORD.sub(_accented, msgid[at:])])


def _accented(match: re.Match[str]) -> str:
    return match.group() + ACCENT


def identity(msgid: str) -> str:
    """Translate to the same text."""
    return msgid


def fill(catalogs: Iterable[Path], translate: Callable[[str], str]) -> int:
    """Translate every message of the catalogs, in place; return how many there are."""
    messages = 0
    for path in catalogs:
        # A path, never its text: polib would split the text at more line ends than there are.
        catalog = polib.pofile(str(path), wrapwidth=0)
        for entry in catalog:
            if entry.msgid and not entry.obsolete:
                entry.msgstr = translate(entry.msgid)
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
                messages += 1
        catalog.save(str(path))
    return messages


def accents(folder: Path) -> int:
    """Count the words in all files below a folder that the pseudo-translation changed."""
    mark = re.compile(f"[A-Za-z]{ACCENT}(?!\\w)")
    files = (path for path in folder.rglob("*") if path.is_file())
    return sum(len(mark.findall(path.read_text(encoding="utf-8", errors="replace"))) for path in files)
