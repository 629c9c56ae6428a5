"""Which messages are still to be finished, and where do they stand?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from i18n.catalog.coverage import State, state
from i18n.compile.article import compile_article
from i18n.errors import InputError
from i18n.extract.source import Source
from i18n.model import Key, Unit
from i18n.project import Known, Project
from i18n.workflow import catalogs, rereading
from i18n.workflow.reading import rules
from i18n.workflow.remembering import Repeated, Step, remembered
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session
from i18n.workflow.status import Plan, plan_of


@dataclass(frozen=True, slots=True)
class Missing:
    """A message that is not finished in a language, or whose text its page refuses."""

    path: str
    """The file to open, relative to the project's root: the catalog, or the article where that lacks the message."""
    line: int
    """1-based."""
    state: State
    locale: str
    article: str
    """Path below the source folder."""
    source: str
    """The article, relative to the project's root."""
    source_line: int
    """Of the first place where the article has the message, 1-based."""
    msgctxt: str | None
    msgid: str
    words: int


@dataclass(frozen=True, slots=True)
class _Listed:
    """What is missing of an article, by language and then in reading order."""

    messages: tuple[Missing, ...]


def missing_of(session: Session, project: Project, selection: Selection) -> tuple[Missing, ...]:
    """List the messages of the selected articles that are not finished, by language, article and reading order.

    What cannot be read is left out: `count_all` has findings about it. Writes nothing.
    """
    how, articles = rules(session, project), selection.articles
    plan = partial(plan_of, session, project, selection)
    step: Step[Plan, Known, _Listed]
    step = Step(f"listed {' '.join(selection.locales)}", _list, _Listed, Repeated, attrgetter("private"))
    listed = remembered(session, "Listing", step, plan, articles, (project, how.timeless))
    found = [message for each in listed for message in each.messages]
    order = {locale: at for at, locale in enumerate(selection.locales)}
    return tuple(sorted(found, key=lambda each: order[each.locale]))


def _list(plan: Plan, known: Known) -> _Listed:
    try:
        data = plan.store.read(known.reference)
        source = rereading.source_of(known, data, plan.rules, plan.earlier.get(known.reference))
    except InputError:
        return _Listed(())
    if not source.template:
        return _Listed(())
    return _Listed(tuple(each for locale in plan.options for each in _in_locale(plan, known, source, locale)))


def _in_locale(plan: Plan, known: Known, source: Source, locale: str) -> Iterator[Missing]:
    name = plan.project.catalog(known.name, locale)
    try:
        there = catalogs.live_units(plan.store.read_if_there(name), name)
    except InputError:
        return
    refused = compile_article(source, there, plan.options[locale], name).refused
    lines: dict[Key, int] = {}
    for segment in source.extraction.segments:
        lines.setdefault(segment.key, segment.line)
    for unit in source.template:
        held = there.get(unit.key)
        now = state(held or unit, refused)
        if now != "translated":
            path, line = (name, held.line) if held else (known.reference, lines[unit.key])
            yield Missing(path, line, now, locale, known.path, *_of(known, lines, unit), source.words[unit.msgid])


def _of(known: Known, lines: Mapping[Key, int], unit: Unit) -> tuple[str, int, str | None, str]:
    return known.reference, lines[unit.key], unit.msgctxt, unit.msgid
