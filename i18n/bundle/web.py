"""Which files make pages of HTML that open from a folder or a stick, in every browser and without a script?"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from i18n.bundle.archive import Member
from i18n.bundle.page import Page, folders

SUFFIX = ".html"
"""How the names of its pages end."""
_CONTENTS = "contents"


class Language(NamedTuple):
    """A language of the bundle."""

    tag: str
    name: str
    """In the language itself."""
    direction: str


def places(files: Mapping[str, Mapping[str, str]]) -> dict[tuple[str, str], str]:
    """Say where files lie, from the folder of a language, by this and their path.

    `files` are SHA-256 by language and path. What is the same in every language that has it lies once, next to their
    folders.
    """
    seen: dict[str, set[str]] = {}
    for held in files.values():
        for path, digest in held.items():
            seen.setdefault(path, set()).add(digest)
    return {
        (tag, path): f"{'../' * (len(seen[path]) == 1)}files/{path}" for tag, held in files.items() for path in held
    }


def members(
    title: str,
    languages: Sequence[Language],
    pages: Mapping[str, Sequence[Page]],
    alternates: Mapping[tuple[str, str], Iterable[str]],
    files: Iterable[str],
    read: Callable[[str], bytes],
    style: str,
) -> Iterator[Member]:
    """Give the members of the archive: a page over all, and for each language its contents and its pages.

    `pages` are by language and in their order; `alternates` the other languages in which one, by language and name, is
    really translated. `files` are places in the archive, which `read` reads.
    """
    shown = [each for each in languages if pages[each.tag]]
    there = {(each.tag, page.place) for each in shown for page in pages[each.tag]}
    shell = _Shell(title, style)
    yield _member("index.html", shell.over_all(shown, pages))
    for language in shown:
        contents = _contents_of(pages[language.tag])
        yield _member(f"{language.tag}/{contents}{SUFFIX}", shell.contents(language, shown, pages))
        for page in pages[language.tag]:
            offered = alternates.get((language.tag, page.name), ())
            others = [each for each in shown if each.tag in offered and (each.tag, page.place) in there]
            text = shell.page(language, page, [language, *others], contents)
            yield _member(f"{language.tag}/{page.place}{SUFFIX}", text)
    for place in files:
        yield Member(place, lambda place=place: read(place))  # type: ignore[misc]


def _member(name: str, text: str) -> Member:
    data = text.encode()
    return Member(name, lambda: data)


def _contents_of(pages: Iterable[Page]) -> str:
    """The name of the contents of a language, which no page has."""
    taken = {page.place.casefold() for page in pages}
    return next(name for at in range(len(taken) + 1) if (name := f"{'_' * at}{_CONTENTS}") not in taken)


class _Shell:
    """What stands around the text of every page."""

    def __init__(self, title: str, style: str) -> None:
        self._title, self._style = title, style
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        # A page from a disk has no origin that “self” could mean in every browser.
        self._policy = f"default-src 'none'; img-src 'self' file: data:; style-src 'sha256-{digest}'"

    def page(self, language: Language, page: Page, offered: Sequence[Language], contents: str) -> str:
        """A page of an article."""
        up = "../" * page.place.count("/")
        others = [(each, f"{up}../{each.tag}/{page.place}{SUFFIX}") for each in offered if each != language]
        top = f'<a class="home" href="{_link(up + contents + SUFFIX)}">{escape(self._title)}</a>'
        body = f"<main><article>{page.text(language.direction)}</article></main>"
        return self._whole(language, page.title, f"<header>{top}{_switch(language, others)}</header>{body}")

    def contents(self, language: Language, shown: Iterable[Language], pages: Mapping[str, Sequence[Page]]) -> str:
        """The contents of a language."""
        others = [
            (each, f"../{each.tag}/{_contents_of(pages[each.tag])}{SUFFIX}") for each in shown if each != language
        ]
        items = "".join(_entry(page, below) for page, below in folders(pages[language.tag]))
        top = f"<header>{_switch(language, others)}</header><main><h1>{escape(self._title)}</h1>"
        return self._whole(language, self._title, f'{top}<ul class="contents">{items}</ul></main>')

    def over_all(self, shown: Sequence[Language], pages: Mapping[str, Sequence[Page]]) -> str:
        """The page over all languages, in none of them."""
        items = "".join(
            f"<li>{_language(each, f'{each.tag}/{_contents_of(pages[each.tag])}{SUFFIX}')}</li>" for each in shown
        )
        first = shown[0] if shown else Language("und", "", "ltr")
        said = f'<main><h1>{escape(self._title)}</h1><ul class="languages">{items}</ul></main>'
        return self._whole(first._replace(tag="und", direction="ltr"), self._title, said)

    def _whole(self, language: Language, title: str, body: str) -> str:
        return (
            f'<!DOCTYPE html>\n<html lang="{escape(language.tag)}" dir="{language.direction}">\n<head>\n'
            f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{self._policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="referrer" content="no-referrer">\n'
            f"<title>{escape(title)}</title>\n<style>{self._style}</style>\n</head>\n<body>{body}</body>\n</html>\n"
        )


def _entry(page: Page, below: Sequence[Page]) -> str:
    inner = "".join(_entry(each, ()) for each in below)
    link = f'<a href="{_link(page.place + SUFFIX)}">{escape(page.title)}</a>'
    return f"<li>{link}{f'<ul>{inner}</ul>' if inner else ''}</li>"


def _switch(language: Language, others: Iterable[tuple[Language, str]]) -> str:
    links = "".join(f"<li>{_language(each, target)}</li>" for each, target in others)
    own = f'<li aria-current="true">{escape(language.name)}</li>'
    return f'<nav><ul class="switch">{own}{links}</ul></nav>' if links else ""


def _language(language: Language, target: str) -> str:
    tag = escape(language.tag)
    named = f'lang="{tag}" hreflang="{tag}" dir="{language.direction}"'
    return f'<a href="{_link(target)}" {named}>{escape(language.name)}</a>'


def _link(path: str) -> str:
    return escape(quote(path))
