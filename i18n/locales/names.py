"""What is a language called?"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from i18n.locales.cldr import english, nearest

if TYPE_CHECKING:
    from i18n.locales.cldr import Locale


@functools.cache
def name_in(tag: str, display: str) -> str:
    """What the language of `tag` is called in that of `display`, both canonical: `Brazilian Portuguese` for `pt-BR`.

    English where CLDR has no name in that language, the tag where it has none at all.
    """
    for locale in (nearest(display), english()):
        if locale is not None and (name := _composed_name(tag, locale)):
            return name
    return tag


@functools.cache
def own_name(tag: str) -> str:
    """What a language calls itself, as in a list of languages: `Deutsch`, `Português (Brasil)`, `한국어`."""
    name = name_in(tag, tag)
    first = name.split()[0]
    # Titlecase, not uppercase: Georgian has capitals that nobody writes here. IsiZulu keeps its own: isiZulu.
    return name[0].title() + name[1:] if first.islower() else name


def _composed_name(tag: str, display: Locale) -> str:
    """The longest part of a tag that has a name of its own, and the names of the rest in brackets."""
    first, *rest = tag.split("-")
    for length in range(len(rest), -1, -1):
        name = display.languages.get("_".join((first, *rest[:length])))
        if name:
            details = [display.scripts.get(part) or display.territories.get(part) or part for part in rest[length:]]
            return f"{name} ({', '.join(details)})" if details else str(name)
    return ""


@functools.cache
def regions(display: str) -> frozenset[str]:
    """The names of all countries and regions in the language of a canonical tag."""
    locale = nearest(display)
    return frozenset(map(str, locale.territories.values())) if locale is not None else frozenset()
