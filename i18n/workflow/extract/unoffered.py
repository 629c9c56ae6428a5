"""Which words of the articles are offered to nobody, and could be? Once for each kind, with a count and one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from i18n.extract.article import Rules
from i18n.extract.unoffered import Unoffered, unoffered
from i18n.model import Finding
from i18n.project import Known, Project
from i18n.project.articles import is_article
from i18n.project.globs import literal, means
from i18n.store import Store
from i18n.workflow import reading
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session


@dataclass(frozen=True, slots=True)
class Kind:
    """Things of one name that hold words and are not offered."""

    what: str
    """Such as `front matter subtitle`."""
    count: int
    article: str
    """Path of the article with the first of them below the source folder; empty for a hidden file."""
    place: str
    """Where the first of them is: `source/a.md:3`."""


def kinds(session: Session, project: Project, selection: Selection) -> tuple[Kind, ...]:
    """Look at the selected articles, and at hidden files next to them."""
    plan = _Plan(session.store, reading.rules(session, project))
    found: dict[str, Kind] = {}
    looked = session.silent.map("", _look, plan, selection.articles)
    for known, there in zip(selection.articles, looked, strict=True):
        for kind, name, line in there:
            what = f"{kind} {name}"
            first = found.get(what, Kind(what, 0, known.path, f"{known.reference}:{line}"))
            found[what] = Kind(what, first.count + 1, first.article, first.place)
    hidden = list(_hidden(session.store, project))
    files = [Kind("hidden files", len(hidden), "", hidden[0])] if hidden else []
    return (*(found[what] for what in sorted(found)), *files)


@dataclass(frozen=True, slots=True)
class _Plan:
    store: Store
    rules: Rules


def _look(plan: _Plan, known: Known) -> tuple[Unoffered, ...]:
    source = reading.read_known(plan.store, plan.rules, known)
    return () if isinstance(source, Finding) else tuple(unoffered(source))


def _hidden(store: Store, project: Project) -> Iterator[str]:
    """Files that would be articles if no part of their path began with a dot."""
    tops = project.source.folders
    folders = {*tops, *(name.rpartition("/")[0] for top in tops for name in store.files(top).names)} - {""}
    for folder in map(literal, sorted(folders)):
        for pattern in (".*", ".*/*", ".*/*/*"):
            for name in store.find(f"{folder}/{pattern}"):
                below = project.path(name)
                if is_article(project, below) and not means(below, project.source.private) and store.size(name):
                    yield name
