"""What is in the catalogs of a language that wants a draft? Read on all workers, and only where it is not known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from i18n.catalog import codec
from i18n.draft.engine import NO_CONTEXT, Context
from i18n.draft.many.request import Request
from i18n.errors import InputError
from i18n.extract.article import Rules, dialect_of
from i18n.extract.source import own_rules
from i18n.model import Finding, Key, Unit
from i18n.project import Known
from i18n.store import Store
from i18n.store.tracing import digest
from i18n.workflow import reading, rereading
from i18n.workflow.draft.asked import AskedBefore, Earlier
from i18n.workflow.draft.receipts import Receipt
from i18n.workflow.draft.work import CatalogWork, LocaleWork, catalog_work, places, request
from i18n.workflow.session import Session


class WorkReader:
    """Finds what there is to draft in each language."""

    def __init__(
        self,
        session: Session,
        rules: Rules,
        asked: AskedBefore,
        receipts: Mapping[str, Receipt],
        *,
        placed: bool,
        redo: bool,
    ) -> None:
        """What there are `receipts` of is not read again.

        With `placed` an engine uses the places of messages. With `redo` everything is asked for again, and messages
        too with a draft that nobody touched.
        """
        self._session = session
        self._rules = rules
        self._asked = asked
        self._receipts = {} if redo else receipts
        self._redo = redo
        self._places: dict[str, Mapping[Key, Context]] = {}
        """Those of some articles, by path."""
        self._placed = placed

    def work(self, locale: str, findings: list[Finding]) -> LocaleWork:
        """What there is to draft in a language; `findings` take why catalogs could not be read."""
        catalogs: dict[str, CatalogWork] = {}
        requests: list[Request] = []
        for known, work in self._catalogs(locale):
            if isinstance(work, Finding):
                findings.append(work)
            elif work is not None:
                catalogs[known.name] = work
                requests += (self._request(known, unit, locale) for unit in work.units)
        return LocaleWork(locale, tuple(requests), catalogs)

    def _catalogs(self, locale: str) -> Iterator[tuple[Known, CatalogWork | Finding | None]]:
        """What is to be asked for in the catalog of each article; None without one."""
        earlier = {} if self._redo else self._asked.earlier(locale)
        articles, project = self._asked.articles, self._asked.project
        done = {name: each.work for name, each in earlier.items() if each.is_enough}
        todo = [
            _Item(project.catalog(known.name, locale), locale)
            for known in articles
            if known.name not in done and known.path not in self._receipts
        ]
        read = self._session.silent.map("", _read, _Context(self._session.store, self._redo), todo)
        for known in articles:
            if known.name in done:
                yield known, done[known.name]
            elif known.path in self._receipts:
                yield known, _rest(self._receipts[known.path].catalogs.get(locale), earlier.get(known.name))
            else:
                yield known, _rest(next(read), earlier.get(known.name))

    def _request(self, known: Known, unit: Unit, locale: str) -> Request:
        dialect = dialect_of(own_rules(self._rules, known.path))
        place = self._places_of(known).get(unit.key, NO_CONTEXT) if self._placed else NO_CONTEXT
        facts, glossary = self._asked.facts[known.name], self._asked.glossaries.get(locale)
        return request(unit, known.name, facts, dialect, place, glossary)

    def _places_of(self, known: Known) -> Mapping[Key, Context]:
        """The place of each message of an article, which is read for that if it was not."""
        if known.path not in self._places:
            receipt = self._receipts.get(known.path)
            self._places[known.path] = self._read_places(known) if receipt is None else receipt.places
        return self._places[known.path]

    def _read_places(self, known: Known) -> Mapping[Key, Context]:
        try:
            data = self._session.store.read(known.reference)
            earlier = rereading.Memory(self._session.state, self._rules).recalled([known])
            return places(rereading.source_of(known, data, self._rules, earlier.get(known.reference)))
        except InputError:
            return {}  # it could be read just now


def _rest(work: CatalogWork | Finding | None, earlier: Earlier | None) -> CatalogWork | Finding | None:
    return earlier.rest_of(work) if earlier and isinstance(work, CatalogWork) else work


@dataclass(frozen=True, slots=True)
class _Context:
    store: Store
    redo: bool


@dataclass(frozen=True, slots=True)
class _Item:
    reference: str
    locale: str
    size: int = 5_000  # about


def _read(context: _Context, item: _Item) -> CatalogWork | Finding | None:
    try:
        data = context.store.read_if_there(item.reference)
        if data is None:
            return None
        return catalog_work(codec.parse(data, item.reference).units, str(digest(data)), redo=context.redo)
    except InputError as error:
        return reading.failure(error, locale=item.locale)
