"""Which configuration suits the site that was found?"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from i18n.errors import ConfigurationError
from i18n.locales import recognized
from i18n.project.tables import Build, Bundle, Catalogs, Layout, Source
from i18n.sites import PLAIN, Site
from i18n.workflow.init.sources import Sources, sources
from i18n.workflow.init.survey import Survey

_BUILDS = (Build().path, "translated", "translated-pages")
_BUNDLES = (Bundle().path, "translated-bundles")
_CATALOGS = (Catalogs().path.partition("/")[0], "catalogs", "translated-catalogs")
_SAID = 5
"""So many sites are named at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A configuration, and what is to be said of it."""

    source_locale: str
    locales: tuple[str, ...]
    sources: Sources
    dialect: str
    site: Site | None
    folder: str
    """Where the site lies; the root has no name."""
    file: str
    """The site's configuration."""
    said: str
    """Where the site says which language its articles are in; empty where it does not, or was not asked."""
    assumed: bool
    """Nobody says which language that is."""
    from_site: bool
    """The languages to translate into are those that the site names."""
    include: tuple[str, ...]
    """Globs of articles; empty where those are the usual ones."""
    catalogs: str
    """The folder of catalogs and templates."""
    layout: Layout
    build: str
    in_tree: bool
    """Pages are built where the generator reads them."""
    bundles: str
    unpublished: str
    """What the names of folders begin with that the generator does not publish."""
    missing: bool
    """The folder of the articles is not there."""
    unread: tuple[str, ...]
    """What could not be found out, as sentences."""


def proposed(
    survey: Survey, tags: Sequence[str], own: str | None, dialect: str | None, is_folder: Callable[[str], bool]
) -> Proposal:
    """Decide on a configuration; `own` is the language of the articles where the user names it.

    `is_folder` tells whether there is a folder, be it empty or ignored by git. Raises `ConfigurationError`.
    """
    notes = [*survey.configured.unread, *_more(survey)]
    language, said = _language(survey, own, notes)
    survey = _without(survey, language)
    configured = survey.configured
    named = _named(configured.locales, language, notes)
    locales = tuple(dict.fromkeys(tags or named.values()))
    if not locales:
        raise ConfigurationError("Which languages?", "Name at least one: i18n init --locale de --locale pt-BR")
    read = sources(survey, language, locales, named)
    free = partial(_free, survey, is_folder)
    in_tree = _has_room(survey, read, locales, named)
    folder = read.folders[0]
    return Proposal(
        source_locale=language,
        locales=locales,
        sources=read,
        dialect=dialect or (survey.site or PLAIN).dialect,
        site=survey.site,
        folder=survey.folder,
        file=configured.file,
        said=said,
        assumed=not said and not own,
        from_site=not tags,
        include=_include(read.articles),
        catalogs=free(_CATALOGS),
        layout=configured.layout,
        build=configured.tree if in_tree else free(_BUILDS),
        in_tree=in_tree,
        bundles=free(_BUNDLES),
        unpublished=configured.unpublished,
        missing=not read.articles and folder != "." and not is_folder(folder),
        unread=tuple(notes),
    )


def _free(survey: Survey, is_folder: Callable[[str], bool], names: Sequence[str]) -> str:
    """The first of some names for a folder of ours that nothing has in the root."""
    taken = {each.partition("/")[0].casefold() for each in (*survey.names, *survey.configured.outputs)}
    given = [f"{survey.configured.unpublished}{name}" for name in names]
    return next((name for name in given if name.casefold() not in taken and not is_folder(name)), given[-1])


def _has_room(survey: Survey, read: Sources, locales: Iterable[str], named: Mapping[str, str]) -> bool:
    """Whether the generator knows all languages, and no translation lies where it reads them."""
    there = {group.locale for group in read.translations}
    known = {*named.values()} - there
    return bool(survey.configured.tree) and survey.configured.layout != "plain" and {*locales} <= known


def _without(survey: Survey, own: str) -> Survey:
    """The same without translations into the language of the articles."""
    told = survey.configured.translated
    others = tuple((lang, path) for lang, path in told if recognized(lang) != own)
    return replace(survey, configured=replace(survey.configured, translated=others))


def _more(survey: Survey) -> Iterator[str]:
    places = [f"{name} in {folder}/" for name, folder in survey.others]
    if places:
        more = f" and {len(places) - _SAID:,} more" if places[_SAID:] else ""
        yield f"More sites, each of which would be a project of its own: {', '.join(places[:_SAID])}{more}."


def _language(survey: Survey, own: str | None, notes: list[str]) -> tuple[str, str]:
    """The language of the articles, and where that is said."""
    if own:
        return own, ""
    configured = survey.configured
    found = recognized(configured.language) if configured.language else None
    if configured.language and not found:
        notes.append(f'{configured.file} names the language "{configured.language}", which is not known.')
    place = configured.key if ": " in configured.key else f"{configured.file}: {configured.key}"
    return found or "en", place if found else ""


def _named(spelled: Iterable[str], own: str, notes: list[str]) -> dict[str, str]:
    """The other languages of the site, by what it calls them."""
    found = {name: recognized(name) for name in spelled}
    unknown = [name for name, locale in found.items() if not locale]
    if unknown:
        notes.append(f"These languages of the site are not known, and left out: {', '.join(unknown)}.")
    return {name: locale for name, locale in found.items() if locale and locale != own}


def _include(articles: Iterable[str]) -> tuple[str, ...]:
    """Globs of the endings that the articles have, where it is more than usual."""
    usual = Source().include
    endings = sorted({posixpath.splitext(name)[1] for name in articles})
    more = tuple(f"**/*{ending}" for ending in endings if f"**/*{ending}" not in usual)
    return (*usual, *more) if more else ()
