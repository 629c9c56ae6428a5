"""Which catalogs belong to articles that are gone, and which new article takes them along?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from i18n.catalog import codec
from i18n.errors import InputError
from i18n.extract.article import Rules
from i18n.model import Finding, Key
from i18n.project import Known, Project
from i18n.store import Store
from i18n.workflow.extract.left import Left, left
from i18n.workflow.reading import read_known
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session

ENOUGH = 0.5
"""Share of its messages that an article must find in another one to be taken for it."""
TEMPLATE = ""
"""The folder under which templates count: no language's."""


def gone(store: Store, project: Project, articles: tuple[Known, ...]) -> tuple[str, ...]:
    """Names under which templates or catalogs lie and no article stands, in order."""
    return tuple(_gone(_files(store, project), articles))


@dataclass(frozen=True, slots=True)
class Move:
    """An article that takes the template and catalogs of a gone one along."""

    old: str
    new: str
    article: str
    """Path of the article below the source folder."""
    paths: Mapping[str, str]
    """Where each file lies now, and where it goes."""


def renamed(
    session: Session, project: Project, selection: Selection, rules: Rules
) -> tuple[tuple[Move, ...], tuple[Left, ...], list[Finding]]:
    """Find what is to be moved, and what stays of articles and languages that are gone.

    The findings are about articles that could not be read: they must not get catalogs of their own, since those of a
    gone article may be theirs.

    A gone article's files go to the article that holds at least half of its messages and has none of its own yet, in
    languages that are not configured too; a move that began earlier is brought to its end. The best pairs are taken
    first; nothing is taken twice. Ties go by name.
    """
    files = _files(session.store, project)
    gone = _gone(files, selection.found.articles)
    wanting = [known for known in selection.articles if any(_moves(files, name, known.name) for name in gone)]
    if not wanting:
        return (), left(session.store, project, files, gone), []
    messages = {name: found for name in gone if (found := _messages(session.store, files[name].values()))}
    plan = _Plan(session.store, project, rules, messages)
    articles = {known.name: known.path for known in wanting}
    moves = []
    taken: set[str] = set()
    asked = list(session.silent.map("", _shares, plan, wanting))
    shares = [share for each in asked if not isinstance(each, Finding) for share in each]
    for _share, old, name in sorted(shares, key=lambda share: (-share[0], share[1], share[2])):
        if not taken & {old, name} and (paths := _moves(files, old, name)):
            targets = {path: _path(project, folder, name) for folder, path in paths.items()}
            moves.append(Move(old, name, articles[name], targets))
            taken |= {old, name}
            files[name] = files.get(name, {}) | {folder: targets[path] for folder, path in paths.items()}
            del files[old]
    still = left(session.store, project, files, (name for name in gone if name not in taken))
    return tuple(moves), still, [each for each in asked if isinstance(each, Finding)]


@dataclass(frozen=True, slots=True)
class _Plan:
    store: Store
    project: Project
    rules: Rules
    messages: Mapping[str, frozenset[Key]]


def _shares(plan: _Plan, known: Known) -> list[tuple[float, str, str]] | Finding:
    """Share of the gone article's messages, its name, and the new article's, for each that is at least half."""
    source = read_known(plan.store, plan.rules, known)
    if isinstance(source, Finding):
        return source
    keys = {segment.key for segment in source.extraction.segments}
    shares = [(len(keys & messages) / len(messages), name, known.name) for name, messages in plan.messages.items()]
    return [share for share in shares if share[0] >= ENOUGH]


def _messages(store: Store, paths: Iterable[str]) -> frozenset[Key]:
    """What the gone article held, by its template; without one, by its first readable catalog."""
    for path in paths:
        try:
            catalog = codec.parse(store.read(path))
        except InputError:
            continue
        keys = frozenset(unit.key for unit in catalog.units if not unit.obsolete)
        if keys:
            return keys
    return frozenset()


def _gone(files: Iterable[str], articles: tuple[Known, ...]) -> list[str]:
    return sorted(set(files) - {known.name for known in articles})


def _moves(files: Mapping[str, Mapping[str, str]], old: str, new: str) -> Mapping[str, str]:
    """The files of a gone article that go to another one, by folder.

    All of them if it has none; those that it lacks if a move of them began, in which the template goes first: then
    the gone one has no template any more, or the other one has none yet.
    """
    there, here = files[old], files.get(new, {})
    began = not here or TEMPLATE not in there or TEMPLATE not in here
    return {folder: path for folder, path in there.items() if folder not in here} if began else {}


def _files(store: Store, project: Project) -> dict[str, dict[str, str]]:
    """The template and the catalogs of each article's name, by folder, the template first; configured or not."""
    found: dict[str, dict[str, str]] = {}
    for pattern in (project.catalogs.template, project.catalogs.path):
        form = re.escape(pattern).replace(r"\{locale\}", "(?P<folder>[^/]+)").replace(r"\{article\}", "(?P<name>.+)")
        for path in store.files(pattern.partition("{")[0].rpartition("/")[0]).names:
            if match := re.fullmatch(form, path):
                found.setdefault(match["name"], {}).setdefault(match.groupdict().get("folder", TEMPLATE), path)
    return found


def _path(project: Project, folder: str, name: str) -> str:
    """Where the file of a folder lies under a name."""
    pattern = project.catalogs.path if folder else project.catalogs.template
    return pattern.replace("{locale}", folder).replace("{article}", name)
