"""Where are the articles of a site, and what among them is none?"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, get_args

from i18n.locales import recognized
from i18n.project.forms import Form, Globs, Unexpected
from i18n.project.globs import literal, means
from i18n.project.placement import below
from i18n.sites import PLAIN
from i18n.sites.configured import is_below, is_markdown
from i18n.workflow.init.survey import Survey
from i18n.workflow.translations import counterparts, place_of, spellings

_USUAL = ("content", "docs", "doc", "articles", "blog", "posts", "pages")
"""Folders that articles lie in, where no generator says so and there is none of the name `PLAIN` has."""
_GLOBS: Form[tuple[str, ...]] = get_args(Globs)[1]
"""What [source] exclude takes."""


class _Folder(NamedTuple):
    """A folder of articles and their translations."""

    name: str
    """`"."` is the root."""
    paths: tuple[str, ...]
    """Those of its articles, below it."""
    counterparts: Mapping[str, str]
    """Languages that some of them are named after, next to others that are not."""


class Group(NamedTuple):
    """Translations that are there already, of one language."""

    locale: str
    place: str
    """A folder, a file, or a glob."""
    files: int


@dataclass(frozen=True, slots=True)
class Sources:
    """What is to be read as articles."""

    folders: tuple[str, ...]
    """`"."` is the root."""
    exclude: tuple[str, ...]
    """Globs as the configuration has them: below the only folder, or below the root."""
    articles: tuple[str, ...]
    """Relative to the root."""
    translations: tuple[Group, ...]
    """Those that are there already."""
    left: tuple[str, ...]
    """Other places with Markdown, which is not read."""


def sources(survey: Survey, own: str, locales: Iterable[str], named: Mapping[str, str]) -> Sources:
    """Find the articles, which are written in the language `own`.

    `named` are the languages of the site by what it calls them, `locales` those to translate into.
    """
    articles = _articles(survey)
    home = spellings([own])
    known = {name: locale for name, locale in spellings((*locales, *named.values()), named).items() if name not in home}
    wide = [_read(name, articles, own) for name in _folders(survey, articles)]
    folders = tuple(dict.fromkeys(_home(each, known, own) for each in wide))
    inside = _within(articles, folders)
    known_inside = frozenset(inside)
    base = folders[0] if folders[0] != "." and len(folders) == 1 else ""
    places = _places(survey, articles, wide, known, own)
    globs = (_below(glob, literal(base)) for glob in (*places, *survey.configured.exclude))
    fitting = _fitting(globs, [_below(name, base) for name in inside])
    exclude = (*fitting, *_made(survey.configured.outputs, folders, base))
    return Sources(
        folders,
        exclude,
        tuple(name for name in inside if not means(_below(name, base), exclude)),
        _groups(survey, articles, places, named),
        tuple(_left(survey, [name for name in articles if name not in known_inside and not means(name, places)])),
    )


def _made(outputs: Iterable[str], folders: Sequence[str], base: str) -> Iterator[str]:
    """Globs of what the generator writes among the articles; hidden folders hold none anyway."""
    for each in _within(outputs, folders):
        if "/." not in f"/{each}":
            yield f"{literal(_below(each, base))}/**"


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


def _read(folder: str, articles: Iterable[str], own: str) -> _Folder:
    base = "" if folder == "." else folder
    paths = tuple(_below(name, base) for name in articles if is_below(name, folder))
    return _Folder(folder, paths, counterparts(paths, own))


def _home(folder: _Folder, known: Mapping[str, str], own: str) -> str:
    """The folder of the articles' own language, if all but translations lie in such a one."""
    homes = spellings([own, own.partition("-")[0]])
    others = {**known, **spellings(folder.counterparts.values())}
    found = {path.partition("/")[0] for path in folder.paths if not place_of(path, others)}
    (only,) = found if len(found) == 1 else ("",)
    is_home = only.lower().replace("_", "-") in homes and any(path.startswith(f"{only}/") for path in folder.paths)
    return below(folder.name, only) if is_home else folder.name


def _places(
    survey: Survey, articles: Sequence[str], folders: Sequence[_Folder], known: Mapping[str, str], own: str
) -> dict[str, str]:
    """Globs of translations among the articles, each with its language."""
    found: dict[str, str] = {}
    for lang, path in survey.configured.translated:
        if any(name == path or is_below(name, path) for name in articles):
            found[literal(path) if path in articles else f"{literal(path)}/**"] = recognized(lang) or lang
    for folder in folders:
        others = {**spellings((), folder.counterparts), **known}
        for place in filter(None, (place_of(path, others) for path in folder.paths)):
            found[place._replace(folder=place.folder and below(folder.name, place.folder)).glob] = place.locale
    rest = [name for name in articles if not any(is_below(name, folder.name) for folder in folders)]
    apart = spellings((), counterparts(articles, own)) if rest else {}
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
