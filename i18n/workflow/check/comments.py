"""How do findings about messages get into the catalogs, where any editor shows them next to the message?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from i18n.catalog import codec
from i18n.catalog.remarks import is_remark, may_hold_remarks, remark
from i18n.errors import FileError
from i18n.model import Finding, Key, Severity, Unit
from i18n.project import Project
from i18n.workflow.catalogs import UnitChange, update
from i18n.workflow.reading import failure
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session

_Messages = dict[Key, list[str]]


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the comments."""

    catalogs: int
    """Catalogs that were written."""
    findings: tuple[Finding, ...]
    """Catalogs that could not be."""


def write_comments(session: Session, project: Project, selection: Selection, findings: Iterable[Finding]) -> Written:
    """Put each message's errors and warnings into translator comments, and take out those that are no longer true.

    Only catalogs of the selected articles and languages are written, and only comments of this kind are changed. A
    message that somebody saves meanwhile stays as it is until the next time.
    """
    by_catalog = _by_catalog(findings)
    written, failed = 0, []
    for known in selection.articles:
        for locale in selection.locales:
            try:
                changes = _changes(session, project, known.name, locale, by_catalog[known.path, locale])
                written += bool(changes) and update(session, project, known.name, locale, changes).written
            except FileError as error:
                failed.append(failure(error, locale=locale))
    return Written(written, tuple(failed))


def _by_catalog(findings: Iterable[Finding]) -> defaultdict[tuple[str, str], _Messages]:
    found: defaultdict[tuple[str, str], _Messages] = defaultdict(dict)
    for each in findings:
        if each.msgid and each.locale and each.severity is not Severity.INFO:
            messages = found[each.article, each.locale]
            messages.setdefault((each.msgctxt, each.msgid), []).append(remark(each.rule, each.message))
    return found


def _changes(session: Session, project: Project, name: str, locale: str, wanted: _Messages) -> list[UnitChange]:
    path = project.catalog(name, locale)
    data = session.store.read_if_there(path)
    if data is None or not (wanted or may_hold_remarks(data)):
        return []
    return [change for unit in codec.parse(data, path).units if (change := _change(unit, wanted))]


def _change(unit: Unit, wanted: _Messages) -> UnitChange | None:
    if unit.obsolete:
        return None
    comments = tuple(_comments(unit, wanted))
    return None if comments == unit.comments else UnitChange(unit, replace(unit, comments=comments))


def _comments(unit: Unit, wanted: _Messages) -> Iterator[str]:
    yield from (comment for comment in unit.comments if not is_remark(comment))
    yield from dict.fromkeys(wanted.get(unit.key, ()))
