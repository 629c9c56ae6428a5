"""Which catalogs belong to articles that are gone, and which new article takes them along?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from i18n.catalog import codec
from i18n.errors import InputError
from i18n.extract.article import Rules
from i18n.model import Catalog, Finding, Key
from i18n.project import Known, Project
from i18n.store import Store
from i18n.workflow.reading import read_known
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session

ENOUGH = 0.5
"""Share of its messages that an article must find in another one to be taken for it."""


def gone(store: Store, project: Project, articles: tuple[Known, ...]) -> tuple[str, ...]:
    """Names under which templates or catalogs lie and no article stands, in order."""
    there = {known.name for known in articles}
    patterns = [project.catalogs.template]
    patterns += [project.catalogs.path.replace("{locale}", folder) for folder in project.folders.values()]
    names = {name for pattern in patterns for name in _names(store, pattern)}
    return tuple(sorted(names - there))


def renamed(
    session: Session, project: Project, selection: Selection, gone_names: tuple[str, ...], rules: Rules
) -> dict[str, str]:
    """New name → gone name, for each new article that holds at least half of the messages of a gone one.

    The best pairs are taken first; nothing is taken twice. Ties go by name.
    """
    store = session.store
    new = [known for known in selection.articles if not any(map(store.is_file, _files(project, known.name)))]
    if not new:
        return {}
    messages = {name: found for name in gone_names if (found := _messages(store, project, name))}
    plan = _Plan(store, project, rules, messages)
    shares = [share for found in session.workers.map(_shares, plan, new) for share in found]
    moves: dict[str, str] = {}
    for _share, old, name in sorted(shares, key=lambda share: (-share[0], share[1], share[2])):
        if name not in moves and old not in moves.values():
            moves[name] = old
    return moves


def move(store: Store, project: Project, old: str, new: str) -> None:
    """Rename the template and the catalogs of an article in every locale. Raises `StorageError`."""
    for source, target in zip(_files(project, old), _files(project, new), strict=True):
        if store.is_file(source):
            store.move(source, target)


@dataclass(frozen=True, slots=True)
class _Plan:
    store: Store
    project: Project
    rules: Rules
    messages: Mapping[str, frozenset[Key]]


def _shares(plan: _Plan, known: Known) -> list[tuple[float, str, str]]:
    """Share of the gone article's messages, its name, and the new article's, for each that is at least half."""
    source = read_known(plan.store, plan.rules, known)
    if isinstance(source, Finding):
        return []  # `extract` reports it
    keys = {segment.key for segment in source.extraction.segments}
    shares = [(len(keys & messages) / len(messages), name, known.name) for name, messages in plan.messages.items()]
    return [share for share in shares if share[0] >= ENOUGH]


def _messages(store: Store, project: Project, name: str) -> frozenset[Key]:
    """What the gone article held, by its template; without one, by its first readable catalog."""
    for path in _files(project, name):
        try:
            data = store.read_if_there(path)
            catalog = codec.parse(data) if data is not None else Catalog()
        except InputError:
            continue
        keys = frozenset(unit.key for unit in catalog.units if not unit.obsolete)
        if keys:
            return keys
    return frozenset()


def _files(project: Project, name: str) -> list[str]:
    """The template of an article and its catalogs in every locale, there or not."""
    return [project.template(name), *(project.catalog(name, locale) for locale in project.locales)]


def _names(store: Store, pattern: str) -> Iterator[str]:
    """What `{article}` stands for in the files that lie where the pattern says."""
    before, _, after = pattern.partition("{article}")
    for name in store.files(before.rpartition("/")[0]).names:
        if name.startswith(before) and name.endswith(after):
            yield name[len(before) : len(name) - len(after)]
