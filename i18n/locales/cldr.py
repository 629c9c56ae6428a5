"""What does CLDR say? The only importer of Babel, and a late one."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Literal

from i18n.store.environment import files_of

if TYPE_CHECKING:
    from babel import Locale as Locale  # for the annotations of others


@functools.cache
def nearest(tag: str) -> Locale | None:
    """CLDR's data for a tag, or for the longest beginning of it that has any."""
    from babel import Locale

    parts = tag.split("-")
    for length in range(len(parts), 0, -1):
        name = "_".join(parts[:length])
        if has_data(name):
            return Locale.parse(name)
    return None


def has_data(name: str) -> bool:
    """Tell whether CLDR describes a locale, named as Babel does: `pt_BR`."""
    from babel import localedata

    return localedata.exists(name)


def with_unit(count: float, unit: str, width: Literal["long", "short"], locale: Locale) -> str:
    """A number with a unit as CLDR names it, such as `length-mile`."""
    from babel.units import format_unit

    return format_unit(count, unit, width, locale=locale, numbering_system="latn")


@functools.cache
def english() -> Locale:
    """English, which names every language, script and region that CLDR knows."""
    from babel import Locale

    return Locale("en")


def shared(key: Any) -> Any:
    """A table that is about no single locale: `likely_subtags`, `language_aliases`, `parent_exceptions`."""
    from babel.core import get_global

    return get_global(key)


def identifiers() -> list[str]:
    """Names of all locales that CLDR has data for, as Babel writes them."""
    from babel import localedata

    return localedata.locale_identifiers()


@functools.cache
def named() -> tuple[frozenset[str], frozenset[str]]:
    """Languages that have data of their own, and the scripts and regions in names of locales that have some.

    Read from names of files: Babel takes longer to import than a command may take that finds nothing to do.
    """
    locales = [name.removesuffix(".dat").split("_") for name in files_of("babel", "locale-data")]
    languages = frozenset(first for first, *rest in locales if not rest)
    return languages, frozenset(part for _, *rest in locales for part in rest)
