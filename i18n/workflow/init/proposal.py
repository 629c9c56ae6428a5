"""Which configuration suits the site that was found?"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, get_args

from i18n.errors import ConfigurationError
from i18n.locales import recognized
from i18n.project.forms import Form, Globs, Unexpected
from i18n.project.globs import means
from i18n.project.placement import below
from i18n.project.tables import Build, Bundle, Catalogs, Layout, Source
from i18n.sites import PLAIN, Site
from i18n.sites.configured import is_below, is_markdown
from i18n.workflow.init.survey import Survey
from i18n.workflow.translations import counterparts, literal, place_of, spellings

_USUAL = ("content", "docs", "doc", "articles", "blog", "posts", "pages")
"""Folders that articles lie in, where no generator says so and there is none of the name `PLAIN` has."""
_BUILDS = (Build().path, "translated", "translated-pages")
_BUNDLES = (Bundle().path, "translated-bundles")
_CATALOGS = (Catalogs().path.partition("/")[0], "catalogs", "translated-catalogs")
_SAID = 5
"""So many sites are named at most."""
_GLOBS: Form[tuple[str, ...]] = get_args(Globs)[1]
"""What [source] exclude takes."""


class Group(NamedTuple):
    """Translations that are there already, of one language."""

    locale: str
    place: str
    """A folder, a file, or a glob."""
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A configuration, and what is to be said of it."""

    source_locale: str
    locales: tuple[str, ...]
    folders: tuple[str, ...]
    """Of the articles; `"."` is the root."""
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
    exclude: tuple[str, ...]
    catalogs: str
    """The folder of catalogs and templates."""
    layout: Layout
    build: str
    in_tree: bool
    """Pages are built where the generator reads them."""
    bundles: str
    unpublished: str
    """What the names of folders begin with that the generator does not publish."""
    translations: tuple[Group, ...]
    left: tuple[str, ...]
    """Other places with Markdown, which is not read."""
    articles: int
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
    articles = _articles(survey)
    known = spellings((*locales, *named.values()), named)
    for each in spellings([language]):
        known.pop(each, None)
    wide = _folders(survey, articles)
    folders = tuple(dict.fromkeys(_home(each, articles, known, language) for each in wide))
    inside = _within(articles, folders)
    base = folders[0] if folders[0] != "." and len(folders) == 1 else ""
    places = _places(survey, articles, wide, known, language)
    globs = (_below(glob, literal(base)) for glob in (*places, *configured.exclude))
    outputs = (
        f"{literal(_below(each, base))}/**" for each in _within(configured.outputs, folders) if "/." not in f"/{each}"
    )
    exclude = (*_fitting(globs, [_below(name, base) for name in inside]), *outputs)
    wanted = [name for name in inside if not means(_below(name, base), exclude)]
    taken = {each.partition("/")[0].casefold() for each in (*survey.names, *configured.outputs)}

    def free(names: Sequence[str]) -> str:
        given = [f"{configured.unpublished}{name}" for name in names]
        return next((name for name in given if name.casefold() not in taken and not is_folder(name)), given[-1])

    groups = _groups(survey, articles, places, named)
    in_the_way = bool({group.locale for group in groups} & {*locales})
    in_tree = bool(configured.tree) and configured.layout != "plain" and {*locales} <= {*named.values()}
    in_tree = in_tree and not in_the_way
    return Proposal(
        source_locale=language,
        locales=locales,
        folders=folders,
        dialect=dialect or (survey.site or PLAIN).dialect,
        site=survey.site,
        folder=survey.folder,
        file=configured.file,
        said=said,
        assumed=not said and not own,
        from_site=not tags,
        include=_include(wanted),
        exclude=exclude,
        catalogs=free(_CATALOGS),
        layout=configured.layout,
        build=configured.tree if in_tree else free(_BUILDS),
        in_tree=in_tree,
        bundles=free(_BUNDLES),
        unpublished=configured.unpublished,
        translations=groups,
        left=tuple(_left(survey, [name for name in articles if name not in inside and not means(name, places)])),
        articles=len(wanted),
        missing=not wanted and folders[0] != "." and not is_folder(folders[0]),
        unread=tuple(notes),
    )


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


def _articles(survey: Survey) -> list[str]:
    """All Markdown but what the generator writes."""
    outputs = survey.configured.outputs
    return [name for name in survey.names if is_markdown(name) and not any(is_below(name, each) for each in outputs)]


def _folders(survey: Survey, articles: Sequence[str]) -> tuple[str, ...]:
    """The folders of the articles and their translations: those of the site, or those that hold Markdown."""

    def held(folders: Iterable[str]) -> tuple[str, ...]:
        return tuple(each for each in folders if any(is_below(name, each) for name in articles))

    if survey.site:
        found = held(survey.configured.folders) or survey.configured.folders[:1]
        found = found or (below(survey.folder, survey.site.source),)
    else:
        found = held([PLAIN.source]) or held(_USUAL) or held(["."]) or (PLAIN.source,)
    return tuple(each for each in found if not any(each != other and is_below(each, other) for other in found))


def _within(names: Iterable[str], folders: Sequence[str]) -> list[str]:
    return [name for name in names if any(is_below(name, folder) for folder in folders)]


def _home(folder: str, articles: Sequence[str], known: Mapping[str, str], own: str) -> str:
    """The folder of the articles' own language, if all but translations lie in such a one."""
    homes = spellings([own, own.partition("-")[0]])
    paths = [_below(name, "" if folder == "." else folder) for name in articles if is_below(name, folder)]
    others = {**known, **spellings(counterparts(paths, own).values())}
    found = {path.partition("/")[0] for path in paths if not place_of(path, others)}
    (only,) = found if len(found) == 1 else ("",)
    is_home = only.lower().replace("_", "-") in homes and any(path.startswith(f"{only}/") for path in paths)
    return below(folder, only) if is_home else folder


def _places(
    survey: Survey, articles: Sequence[str], folders: Sequence[str], known: Mapping[str, str], own: str
) -> dict[str, str]:
    """Globs of translations among the articles, each with its language."""
    found: dict[str, str] = {}
    for lang, path in survey.configured.translated:
        if any(name == path or is_below(name, path) for name in articles):
            found[literal(path) if path in articles else f"{literal(path)}/**"] = recognized(lang) or lang
    for folder in folders:
        base = "" if folder == "." else folder
        paths = [_below(name, base) for name in _within(articles, [folder])]
        others = {**spellings((), counterparts(paths, own)), **known}
        for place in filter(None, (place_of(path, others) for path in paths)):
            found[place.glob if place.glob.startswith("**/") else below(literal(base), place.glob)] = place.locale
    rest = [name for name in articles if not _within([name], folders)]
    apart = spellings((), counterparts(articles, own))
    found |= {place.glob: place.locale for place in filter(None, (place_of(name, apart) for name in rest))}
    return _merged(found, articles)


def _merged(found: Mapping[str, str], articles: Sequence[str]) -> dict[str, str]:
    """The same without globs of what others mean, and with one for files of a folder that holds nothing else."""
    single = {glob: locale for glob, locale in found.items() if "**" not in glob}
    whole = {glob: locale for glob, locale in found.items() if glob not in single}
    for folder in sorted({posixpath.dirname(glob) for glob in single if "/" in glob}):
        langs = {single.get(literal(name), "") for name in articles if is_below(name, folder)}
        if len(langs) == 1 and "" not in langs:
            whole[f"{literal(folder)}/**"] = langs.pop()
    return whole | {glob: locale for glob, locale in single.items() if not means(glob, whole)}


def _fitting(globs: Iterable[str], paths: Sequence[str]) -> tuple[str, ...]:
    """Those that mean an article, and that the configuration takes."""
    return tuple(dict.fromkeys(glob for glob in globs if _is_glob(glob) and any(means(path, [glob]) for path in paths)))


def _is_glob(glob: str) -> bool:
    try:
        return bool(_GLOBS.read([glob]))
    except Unexpected:
        return False


def _below(name: str, base: str) -> str:
    return name.removeprefix(f"{base}/") if base else name


def _include(articles: Iterable[str]) -> tuple[str, ...]:
    """Globs of the endings that the articles have, where it is more than usual."""
    usual = Source().include
    endings = sorted({posixpath.splitext(name)[1] for name in articles})
    more = tuple(f"**/*{ending}" for ending in endings if f"**/*{ending}" not in usual)
    return (*usual, *more) if more else ()


def _groups(
    survey: Survey, articles: Sequence[str], places: Mapping[str, str], named: Mapping[str, str]
) -> tuple[Group, ...]:
    """Translations that are there already, a group for each place."""
    found: dict[tuple[str, str], int] = {}
    for glob, locale in places.items():
        found[locale, glob.removeprefix("**/").removesuffix("**")] = sum(means(name, [glob]) for name in articles)
    for lang, path in survey.configured.translated:
        there = [name for name in _within(articles, [path]) if not means(name, places)]
        found |= {(named.get(lang, lang), f"{path}/"): len(there)} if there else {}
    return tuple(Group(locale, place, files) for (locale, place), files in sorted(found.items()) if files)


def _left(survey: Survey, names: Iterable[str]) -> Iterator[str]:
    """Where more Markdown lies that is no translation: a folder with its number of files, or a file."""
    elsewhere = [path for _, path in survey.configured.translated]
    rest = [name for name in names if not any(is_below(name, each) for each in elsewhere)]
    start = below(survey.folder, "")
    tops = Counter(_top(name.removeprefix(start), start if name.startswith(start) else "") for name in rest)
    yield from (f"{top} ({number:,})" if top.endswith("/") else top for top, number in sorted(tops.items()))


def _top(name: str, start: str) -> str:
    """The folder that a file lies in, below a start, or its own name."""
    return f"{start}{name.partition('/')[0]}{'/' * ('/' in name)}"
