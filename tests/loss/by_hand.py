"""What does a person see and write who opens a catalog in a text editor? The program's own reader is not used here."""

from __future__ import annotations

import functools
import hashlib
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

_STRING = re.compile(r'(?:#~ ?)?(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?) )?"(.*)"$')
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "v": "\v", "f": "\f"}
_ESCAPES = {letter: f"\\{name}" for name, letter in _LETTERS.items()} | {"\\": "\\\\", '"': '\\"'}
_DRAFT = re.compile(r"draft: \S+(?: .*)? sha=([0-9a-f]{8})")
_DUPLICATE = "duplicate: "


@dataclass(frozen=True)
class Entry:
    """One message of a catalog."""

    msgid: str
    texts: tuple[str, ...]
    """The msgstr, or all its forms."""
    msgctxt: str | None = None
    plural: str | None = None
    fuzzy: bool = False
    obsolete: bool = False
    comments: tuple[str, ...] = ()
    """Translator comments, one a line."""
    previous: tuple[str, ...] = ()
    """The lines that say what the msgid was."""

    @property
    def key(self) -> tuple[str | None, str]:
        return self.msgctxt, self.msgid

    @property
    def is_human(self) -> bool:
        """A person wrote the text, or accepted it."""
        return any(self.texts) and not self.is_untouched_draft

    @property
    def is_untouched_draft(self) -> bool:
        marks = [match[1] for comment in self.comments if (match := _DRAFT.fullmatch(comment))]
        return self.fuzzy and len(self.texts) == 1 and marks[:1] == [digest(self.texts[0])]

    @property
    def words(self) -> tuple[str, ...]:
        """What people wrote in comments."""
        machine = ("draft refused: ", "given back: ", _DUPLICATE)
        return tuple(
            comment
            for comment in self.comments
            if comment and not comment.startswith(machine) and not _DRAFT.fullmatch(comment)
        )

    @property
    def duplicates(self) -> tuple[tuple[str, ...], ...]:
        """Texts of other entries for the same message, which were put into comments of this one."""
        return tuple(
            tuple(_unescaped(text) for text in re.findall(r'"((?:[^"\\]|\\.)*)"', comment))
            for comment in self.comments
            if comment.startswith(_DUPLICATE)
        )


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def blocks(text: str) -> list[str]:
    """The entries of a catalog as they stand there, the header first."""
    return text.removesuffix("\n").split("\n\n")


def whole(parts: Sequence[str]) -> str:
    """A catalog of these entries."""
    return "\n\n".join(parts) + "\n"


@functools.lru_cache(10_000)
def read(block: str) -> Entry:
    """Read one entry."""
    comments, previous = [], []
    strings: dict[str, str] = {}
    fuzzy = obsolete = False
    keyword = ""
    for line in block.split("\n"):
        if line == "#" or line.startswith("# "):
            comments.append(line[2:].rstrip())
        elif line.startswith("#,"):
            fuzzy = fuzzy or "fuzzy" in line[2:].replace(" ", "").split(",")
        elif line.startswith(("#|", "#~|")):
            previous.append(line.removeprefix("#~|").removeprefix("#|"))
        elif match := _STRING.fullmatch(line):
            obsolete = obsolete or line.startswith("#~")
            keyword = match[1] or keyword
            strings[keyword] = strings.get(keyword, "") + match[2]
    texts = tuple(_unescaped(text) for name, text in strings.items() if name.startswith("msgstr"))
    named = {name: _unescaped(text) for name, text in strings.items()}
    return Entry(
        named.get("msgid", ""), texts, named.get("msgctxt"), named.get("msgid_plural"),
        fuzzy, obsolete, tuple(comments), tuple(previous),
    )  # fmt: skip


def edited(block: str, texts: Sequence[str], *, fuzzy: bool, comments: Sequence[str], chance: random.Random) -> str:
    """The entry with another text, a state, and more comments, as editors write them: on one line or on several."""
    lines = block.split("\n")
    prefix = "#~ " if any(line.startswith("#~ ") for line in lines) else ""
    noted = [line for line in lines if line == "#" or line.startswith("# ")]
    flags = [line for line in lines if line.startswith("#,")]
    others = [flag for line in flags for flag in line[2:].replace(" ", "").split(",") if flag and flag != "fuzzy"]
    flagged = [f"#, {', '.join([*(['fuzzy'] if fuzzy else []), *others])}"] if fuzzy or others else []
    about = [line for line in lines if line.startswith(("#.", "#:"))]
    before = [line for line in lines if line.startswith(("#|", "#~|"))] if fuzzy else []
    at = next(number for number, line in enumerate(lines) if line.startswith(f"{prefix}msgstr"))
    first = next(number for number, line in enumerate(lines) if line.startswith((f"{prefix}msgctxt", f"{prefix}msgid")))
    names = [f"msgstr[{number}]" for number in range(len(texts))] if len(texts) > 1 else ["msgstr"]
    strings = [
        f"{prefix}{line}" for name, text in zip(names, texts, strict=True) for line in _string(name, text, chance)
    ]
    head = [*noted, *(f"# {comment}" for comment in comments), *about, *flagged, *before]
    return "\n".join([*head, *lines[first:at], *strings])


def with_plural(msgid: str, forms: Sequence[str], *, obsolete: bool, chance: random.Random) -> str:
    """An entry with plural forms, which no article gives."""
    lines = [*_string("msgid", msgid, chance), *_string("msgid_plural", f"{msgid}s", chance)]
    lines += [line for number, form in enumerate(forms) for line in _string(f"msgstr[{number}]", form, chance)]
    return "\n".join(f"#~ {line}" for line in lines) if obsolete else "\n".join(lines)


def _string(name: str, text: str, chance: random.Random) -> list[str]:
    if "\n" not in text and chance.random() < 0.7:
        return [f'{name} "{_escaped(text)}"']
    pieces = re.findall(r"[^\n]*\n|[^\n]+", text)
    if chance.random() < 0.5:
        pieces = [part for piece in pieces for part in (piece[: len(piece) // 2], piece[len(piece) // 2 :])]
    return [f'{name} ""', *(f'"{_escaped(piece)}"' for piece in pieces)]


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in text)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: _LETTERS.get(found[1], found[1]), text)
