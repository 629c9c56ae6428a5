"""Does a path match a glob? `**` stands for any folders, everything else stays within one."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable

_WILD = re.compile(r"[*?[]")


def matches(path: str, globs: Iterable[str]) -> bool:
    """Tell whether one of the globs matches the whole path (POSIX form, relative).

    `**` between slashes: no folder, one or many (at the end: everything below). `*`: any characters but a slash.
    `?`: one of them. `[a-z]`, `[!a-z]`: one of a set. Letter case counts; composed and decomposed letters are equal.
    """
    normal = unicodedata.normalize("NFC", path)
    return any(_compiled(glob).fullmatch(normal) for glob in globs)


def means(path: str, globs: Iterable[str]) -> bool:
    """Tell whether one of the globs means a file, as `matches` does or as the command line names articles."""
    return matches(path, (spelling for glob in globs for spelling in spelled_out(glob)))


def literal(path: str) -> str:
    """The glob that fits a path and nothing else."""
    return _WILD.sub(r"[\g<0>]", path)


def spelled_out(glob: str) -> tuple[str, ...]:
    """The globs that a name stands for: without wildcards, all below a folder or an article without its extension too.

    A slash at its end is taken away.
    """
    name = glob.rstrip("/")
    return (name,) if _WILD.search(name) else (name, f"{name}/**", f"{name}.*")


def has_wildcards(glob: str) -> bool:
    """Tell whether a glob may match several paths."""
    return _WILD.search(glob) is not None


def folder(glob: str) -> str:
    """The folder below which all that a glob matches lies; empty for the root."""
    parts = glob.split("/")[:-1]
    at = next((at for at, part in enumerate(parts) if has_wildcards(part)), len(parts))
    return "/".join(parts[:at])


@functools.cache
def _compiled(glob: str) -> re.Pattern[str]:
    parts = unicodedata.normalize("NFC", glob).split("/")
    out = []
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        if part == "**":
            out.append(r".+" if last else r"(?:[^/]+/)*")
        else:
            out.append(_part(part) + ("" if last else "/"))
    return re.compile("".join(out), re.DOTALL)


def _part(part: str) -> str:
    out, at = [], 0
    while at < len(part):
        letter = part[at]
        close = part.find("]", at + 2) if letter == "[" else -1
        if close > 0:
            inner = part[at + 1 : close].replace("\\", r"\\").replace("[", r"\[").replace("&&", r"&\&")
            out.append(f"(?!/)[^{inner[1:]}]" if inner[0] == "!" else f"[{inner.replace('^', chr(92) + '^')}]")
            at = close + 1
            continue
        out.append({"*": "[^/]*", "?": "[^/]"}.get(letter, re.escape(letter)))
        at += 1
    return "".join(out)
