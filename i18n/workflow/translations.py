"""Which articles are translations, by what their files and folders are called?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from i18n.locales import gettext_form, recognized
from i18n.project.globs import literal

_SHORT = re.compile(r"[a-z]{2}([-_]([a-z]{2}|[0-9]{3}|[a-z]{4}))?", re.IGNORECASE)
"""A name that is hardly ever anything but a language's, where a file of the same name has none."""


class Place(NamedTuple):
    """The files of a language."""

    locale: str
    folder: str
    """Where they lie; empty where the ends of their names say the language."""
    ending: str = ""
    """How their names end, where these say it."""

    @property
    def glob(self) -> str:
        """What fits their paths."""
        return f"{literal(self.folder)}/**" if self.folder else f"**/*{literal(self.ending)}"


def spellings(locales: Iterable[str], named: Mapping[str, str] | None = None) -> dict[str, str]:
    """What names of files may call languages, in lower case with hyphens; `named` has more names of some."""
    found = {name.lower().replace("_", "-"): locale for name, locale in (named or {}).items()}
    for locale in locales:
        found |= {form.lower().replace("_", "-"): locale for form in (locale, gettext_form(locale))}
    return found


def place_of(path: str, known: Mapping[str, str]) -> Place | None:
    """Where files of a language lie, if a path is that of one: `de/…` or `….de.md`."""
    *folders, name = path.split("/")
    for at, folder in enumerate(folders):
        locale = known.get(folder.lower().replace("_", "-"))
        if locale:
            return Place(locale, "/".join(folders[: at + 1]))
    stem, ext = posixpath.splitext(name)
    tail = posixpath.splitext(stem)[1].removeprefix(".")
    locale = known.get(tail.lower().replace("_", "-"))
    return Place(locale, "", f".{tail}{ext}") if locale else None


def counterparts(paths: Iterable[str], own: str) -> dict[str, str]:
    """Names of languages that files bear next to others of the same name without: `a.fr.md` and `a.md`.

    Folders of a name count where most of their files have one: in the folder around, or in that of the articles'
    language.
    """
    names = frozenset(paths)
    found: dict[str, str] = {}
    times: dict[str, list[bool]] = {}
    homes = ("", *(f"{each}/" for each in spellings([own, own.partition("-")[0]])))
    for path in names:
        stem, ext = posixpath.splitext(path)
        core, tail = posixpath.splitext(stem)
        if tail and f"{core}{ext}" in names:
            found |= _named(tail[1:], own)
        parts = path.split("/")
        for at, part in enumerate(parts[:-1]):
            if _named(part, own):
                above, rest = "".join(f"{each}/" for each in parts[:at]), "/".join(parts[at + 1 :])
                times.setdefault(part, []).append(any(f"{above}{home}{rest}" in names for home in homes))
    for folder, there in times.items():
        found |= _named(folder, own) if sum(there) * 2 > len(there) else {}
    return found


def _named(name: str, own: str) -> dict[str, str]:
    locale = recognized(name) if _SHORT.fullmatch(name) else None
    is_other = locale and locale.partition("-")[0] != own.partition("-")[0]
    return {name: locale} if locale and is_other else {}
