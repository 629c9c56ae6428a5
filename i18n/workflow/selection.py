"""Which articles and locales does a command work on?"""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from i18n.errors import ConfigurationError
from i18n.locales import canonical
from i18n.manifest import record
from i18n.project import Found, Known, Project, find_articles, forms
from i18n.store import Store, places


@dataclass(frozen=True, slots=True)
class Selection:
    """The part of a project that a command works on."""

    found: Found
    """All that stands in the source folder."""
    articles: tuple[Known, ...]
    """Those to work on, ordered by path."""
    locales: tuple[str, ...]
    """Those to work on, as the configuration orders them."""
    named: frozenset[str]
    """Paths of the articles that were asked for one by one."""


def _listed(known: Known) -> bool:
    return known.private


def select(
    store: Store,
    project: Project,
    articles: Sequence[str],
    locales: Sequence[str],
    cwd: str,
    extra: Sequence[str] = (),
    is_private: Callable[[Known], bool] = _listed,
) -> Selection:
    """Narrow a project to the articles and locales that are asked for; nothing asked for means all.

    An article is given as a path from `cwd`, as a path below the source folder, or by its name without extension;
    a folder stands for all articles below it. `extra` are locales that may be named though the project does not
    have them. Raises `ConfigurationError` for what does not exist, which suggests no article that `is_private`.
    """
    built = (record.names(store.read_if_there(name), project) for name in (record.RECORD, record.PRIVATE_RECORD))
    found = find_articles(store, project, frozenset().union(*built))
    chosen: set[str] = set()
    named: set[str] = set()
    for argument in articles:
        meant, one_by_one = _asked_for(argument, found, project, cwd, is_private)
        chosen |= meant
        named |= meant if one_by_one else set()
    wanted = {tag if tag in extra else _locale(tag, project) for tag in locales}
    return Selection(
        found,
        tuple(known for known in found.articles if not articles or known.path in chosen),
        tuple(locale for locale in (*project.locales, *extra) if locale in (wanted or project.locales)),
        frozenset(named),
    )


def _locale(tag: str, project: Project) -> str:
    try:
        locale = canonical(tag.replace("_", "-"))
    except ConfigurationError as error:
        raise ConfigurationError(f'--locale "{tag}": {error.message}', error.hint) from error
    for mine, folder in project.folders.items():
        if locale == mine or tag == folder:
            return mine
    raise ConfigurationError(
        f'--locale "{tag}": this project has no such language{forms.suggestion(tag, project.locales)}.',
        f"It has {', '.join(project.locales)}; `i18n init --locale {tag}` adds one.",
    )


def _asked_for(
    argument: str, found: Found, project: Project, cwd: str, is_private: Callable[[Known], bool]
) -> tuple[set[str], bool]:
    """Paths of the articles that the argument means, and whether it is one article's name rather than a folder's."""
    spellings = _spellings(argument, project, cwd)
    for spelling in spellings:
        exact = {known.path for known in found.articles if spelling in (_normal(known.path), _normal(known.name))}
        if exact:
            return exact, True
        folder = "" if spelling == "." else spelling + "/"
        below = {known.path for known in found.articles if _normal(known.path).startswith(folder)}
        if below:
            return below, False
    public = (known for known in found.articles if not is_private(known))
    names = [one for known in public for one in (known.path, known.name, posixpath.basename(known.path))]
    raise ConfigurationError(
        f'There is no article "{argument}"{forms.suggestion(spellings[-1], names)}.',
        f"Articles are files below {project.top} that [source] include matches.",
    )


def _spellings(argument: str, project: Project, cwd: str) -> list[str]:
    """What the argument may mean below the source folder: a path from `cwd`, from the root, or as it stands."""
    top = posixpath.join(project.root, project.source.base)
    relative = [places.typed(argument, start, top) for start in (cwd, project.root)]
    meant = [*(one for one in relative if not one.startswith("..")), argument.rstrip("/") or argument]
    return list(dict.fromkeys(_normal(one) for one in meant))


def _normal(path: str) -> str:
    return unicodedata.normalize("NFC", path)
