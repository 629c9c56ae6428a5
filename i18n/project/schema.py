"""Which keys may the configuration have, and what must their values be?"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Check = Callable[[Any], Any]
"""Takes a value as TOML gives it, returns it as the project keeps it; raises `Unexpected`."""


class Unexpected(Exception):  # noqa: N818 - it says what was expected
    """A value is not what its key takes; the text says what was expected."""

    def __init__(self, expected: str, *, quote: bool = True) -> None:
        super().__init__(expected)
        self.quote = quote
        """Whether a message may repeat the value."""


def text(value: Any) -> str:
    """Any string."""
    if not isinstance(value, str):
        raise Unexpected("a string")
    return value


def names_file(value: Any) -> str:
    """Parse the path of a file of names: never the names themselves, which no message repeats either."""
    if not isinstance(value, str):
        raise Unexpected(
            "the path of a file outside version control; names do not belong into the configuration", quote=False
        )
    return value


def line(value: Any) -> str:
    """One line of text that is not blank."""
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise Unexpected("one line of text")
    return value


def strings(value: Any) -> tuple[str, ...]:
    """Parse a list of strings that are not empty."""
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise Unexpected('a list of strings, such as ["one", "two"]')
    return tuple(value)


def truth(value: Any) -> bool:
    """`true` or `false`."""
    if not isinstance(value, bool):
        raise Unexpected("true or false")
    return value


def percent(value: Any) -> int:
    """Parse a whole number from 0 to 100."""
    if type(value) is not int or not 0 <= value <= 100:
        raise Unexpected("a whole number from 0 to 100")
    return value


def count(value: Any) -> int:
    """Parse a whole number, 0 or more."""
    if type(value) is not int or value < 0:
        raise Unexpected("a whole number, 0 or more")
    return value


def amount(value: Any) -> float:
    """Parse a number, 0 or more."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise Unexpected("a number, 0 or more")
    return float(value)


def seconds(value: Any) -> float:
    """Parse a number above 0."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < float("inf"):
        raise Unexpected("a number of seconds above 0")
    return float(value)


def day(value: Any) -> str:
    """Parse a day or a month: a date of TOML, or text such as "2026-11"."""
    written = value.isoformat() if isinstance(value, datetime.date) else value
    if not isinstance(written, str) or not re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", written):
        raise Unexpected('a day such as 2026-11-28, or a month such as "2026-11"')
    return written


def some(value: Any) -> int:
    """Parse a whole number, 1 or more."""
    if type(value) is not int or value < 1:
        raise Unexpected("a whole number, 1 or more")
    return value


def one_of(*allowed: str) -> Check:
    """One of the words."""

    def check(value: Any) -> str:
        if not isinstance(value, str) or value not in allowed:
            raise Unexpected(f"one of {', '.join(allowed)}{suggestion(value, allowed)}")
        return value

    return check


def some_of(*allowed: str) -> Check:
    """Parse a list of some of the words, none twice."""

    def check(value: Any) -> tuple[str, ...]:
        given = strings(value)
        for word in given:
            if word not in allowed or given.count(word) > 1:
                raise Unexpected(f"a list of some of {', '.join(allowed)}, each once{suggestion(word, allowed)}")
        return given

    return check


def folder(value: Any) -> str:
    """Parse a path inside the project, relative, in POSIX form."""
    if not isinstance(value, str) or not _stays_inside(value):
        raise Unexpected('a folder inside the project, relative to it and with "/" between its parts')
    return value.rstrip("/")


def file(value: Any) -> str:
    """Parse a path of a file inside the project, relative, in POSIX form; empty for none."""
    if not isinstance(value, str) or (value and (value.endswith("/") or not _stays_inside(value))):
        raise Unexpected('a file inside the project, relative to it and with "/" between its parts')
    return value


def pattern(*needed: str) -> Check:
    """Parse a path inside the project that holds each of the placeholders once and no other."""

    def check(value: Any) -> str:
        fields = re.findall(r"\{[^{}]*\}", value) if isinstance(value, str) else []
        if sorted(fields) != sorted(needed) or value.endswith("/") or not _stays_inside(value):
            names = " and ".join(needed)
            raise Unexpected(f"a path inside the project that holds {names} once and no other placeholder")
        return str(value)

    return check


def globs(value: Any) -> tuple[str, ...]:
    """Parse a list of globs below the source folder."""
    given = strings(value)
    for one in given:
        if not _stays_inside(one) or "**" in re.sub(r"(^|(?<=/))\*\*(?=/|$)", "", one):
            raise Unexpected(f'globs below the source folder such as "guide/**/*.md" ("{one}" is none)')
    return given


def _stays_inside(value: str) -> bool:
    parts = value.rstrip("/").split("/")
    return bool(value) and not value.startswith("/") and "\\" not in value and not {"", ".", ".."} & set(parts)


DIALECTS = (
    "commonmark", "gfm", "hugo", "jekyll", "mkdocs", "docusaurus", "starlight", "myst", "mdbook", "zola",
    "vitepress",
)  # fmt: skip
LAYOUTS = (
    "plain", "hugo", "hugo-folder", "jekyll", "mkdocs", "mkdocs-folder", "docusaurus", "starlight", "vitepress",
    "zola", "myst", "mdbook", "eleventy",
)  # fmt: skip

TABLES: Mapping[str, Mapping[str, Check]] = {
    "project": {"name": line, "source_locale": line, "locales": strings},
    "source": {
        "path": folder,
        "include": globs,
        "exclude": globs,
        "dialect": one_of(*DIALECTS),
        "front_matter": strings,
        "parameters": strings,
        "code": one_of("skip", "comments", "strings", "all"),
        "private": globs,
    },
    "catalogs": {
        "path": pattern("{locale}", "{article}"),
        "template": pattern("{article}"),
        "group": one_of("article", "site"),
        "references": one_of("file", "line", "none"),
    },
    "memory": {"import": strings, "minimum": percent, "glossary": file},
    "draft": {"engines": strings, "max_characters": count, "max_cost": amount, "redact": names_file},
    "check": {"error": strings, "warn": strings, "off": strings, "hosts": strings},
    "build": {
        "path": folder,
        "layout": one_of(*LAYOUTS),
        "fallback": one_of("mixed", "source", "omit", "last-good"),
        "outdated": one_of("source", "keep"),
        "minimum": percent,
        "drop_below": percent,
        "required": globs,
        "require": one_of("translated", "reviewed"),
        "drafts": truth,
        "anchors": one_of("pin", "keep"),
        "links": one_of("localize", "keep"),
        "credits": one_of("none", "alias"),
    },
    "bundle": {"path": folder, "formats": some_of("zip", "html", "epub", "pdf")},
    "privacy": {"translators": one_of("omit", "keep"), "remote": one_of("named", "never"), "deny": names_file},
}
"""Every table whose keys are known, and what each takes. `[engine.NAME]` and `[notices]` have names of their own."""

ENGINE: Mapping[str, Check] = {
    "url": line,
    "model": line,
    "path": line,
    "mode": line,
    "formality": line,
    "timeout": seconds,
    "concurrency": some,
    "price_per_million": amount,
    "price_as_of": day,
}
"""What a table `[engine.NAME]` may hold."""


def suggestion(word: object, known: Iterable[str]) -> str:
    """End a message with what was probably meant: ` (did you mean "…"?)`, or nothing."""
    close = difflib.get_close_matches(str(word), list(known), n=1)
    return f' (did you mean "{close[0]}"?)' if close else ""
