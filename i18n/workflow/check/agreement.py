"""Do the articles of a project say the same text, and spell a name, in the same way? Asked of what was checked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from i18n.check import agreement, spelling, units
from i18n.check.settings import Settings
from i18n.check.wording import quoted
from i18n.errors import FileError
from i18n.model import Finding, Severity, Unit
from i18n.project import Project
from i18n.workflow.catalogs import read_catalog
from i18n.workflow.publish.results import Localized, Result
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session
from i18n.workflow.severities import settings_of

_SHOWN = 3
"""Places that are named."""


def disagreements(
    session: Session, project: Project, selection: Selection, results: Sequence[Result], hidden: Collection[str]
) -> tuple[Finding, ...]:
    """Find texts with several translations, and names in several spellings, one finding each, locale by locale.

    Articles that are not for readers are compared with none: what they say is told nowhere else. Only catalogs that
    a finding names are read for it. `hidden` are the paths of articles that are not for readers.
    """
    names = {known.path: known.name for known in selection.articles}
    shown = [result for result in results if not result.private and result.path not in hidden]
    by_locale: defaultdict[str, list[_Page]] = defaultdict(list)
    for result in shown:
        for part in result.locales:
            if part.noted or part.names:
                by_locale[part.locale].append(_Page(result.path, names[result.path], part))
    found = []
    for locale, pages in by_locale.items():
        asked = _Asked(session, project, locale, pages, settings_of(project))
        found += [*asked.texts(), *asked.names()]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Page:
    article: str
    """Its path below the source folder."""
    name: str
    part: Localized


@dataclass(slots=True)
class _Asked:
    """The pages of a locale, and what was read of their catalogs."""

    session: Session
    project: Project
    locale: str
    pages: Sequence[_Page]
    settings: Settings
    read: dict[str, dict[int, Unit]] = field(default_factory=dict)
    """Units by line, by the path of their catalog."""

    def texts(self) -> Iterator[Finding]:
        """Say of which texts there are several translations."""
        for group in agreement.groups([page.part.noted for page in self.pages]):
            unit, usual = self._unit(group.other), self._unit(group.usual[0])
            if unit and usual:
                places = ", ".join(self._named(place) for place in group.usual[:_SHOWN])
                more = f" and {len(group.usual) - _SHOWN} more" if len(group.usual) > _SHOWN else ""
                said = f"The same text is {quoted([usual.msgstr])} in {places}{more}. Say it in one way, if you can."
                yield from self._found(agreement.RULE, agreement.SEVERITY, said, unit, group.other)

    def names(self) -> Iterator[Finding]:
        """Say which names most catalogs spell in one way, and one nearly so."""
        spelled: defaultdict[str, list[tuple[spelling.Spelling, int]]] = defaultdict(list)
        for number, page in enumerate(self.pages):
            for each in page.part.names:
                spelled[each.name].append((each, number))
        for name, places in sorted(spelled.items()):
            counted = Counter(each.form for each, _ in places)
            usual, times = min(counted.items(), key=lambda pair: (-pair[1], pair[0]))
            first = next(agreement.Place(number, each.line) for each, number in places if each.form == usual)
            for each, number in places:
                place = agreement.Place(number, each.line)
                if times > 1 and spelling.are_near(each.form, usual) and (unit := self._unit(place)):
                    said = (
                        f"{quoted([each.form])} is {quoted([usual])} in {times} other articles with {quoted([name])},"
                        f" as in {self._named(first)}. Spell a name in one way."
                    )
                    yield from self._found(spelling.RULE, Severity.WARNING, said, unit, place)

    def _found(self, rule: str, severity: Severity, said: str, unit: Unit, place: agreement.Place) -> Iterator[Finding]:
        article = self.pages[place.page].article
        path = self._path(place)
        finding = Finding(rule, severity, said, path, unit.line, self.locale, article, unit.msgctxt, unit.msgid)
        yield from units.adjusted([finding], {unit.key: unit}, self.settings)

    def _path(self, place: agreement.Place) -> str:
        return self.project.catalog(self._name(place), self.locale)

    def _name(self, place: agreement.Place) -> str:
        return self.pages[place.page].name

    def _named(self, place: agreement.Place) -> str:
        return f"{self._path(place)}:{place.line}"

    def _unit(self, place: agreement.Place) -> Unit | None:
        """The message at a place; None if somebody changed its catalog meanwhile."""
        name = self._name(place)
        if name not in self.read:
            try:
                catalog = read_catalog(self.session.store, self.project, name, self.locale)
            except FileError:
                catalog = None
            self.read[name] = {unit.line: unit for unit in catalog.units} if catalog else {}
        return self.read[name].get(place.line)
