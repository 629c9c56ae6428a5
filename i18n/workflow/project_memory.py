"""Which translations can the project draw on? They are kept in `.i18n/`, and brought up to date when asked for.

Only catalogs that changed since are read. Where the file cannot be used, all of them are, and held as long as it lasts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from i18n.catalog import codec
from i18n.errors import InputError
from i18n.memory import Entry, EntryIndex, Growth, Match, Memory, Standing, StoredMemory, entries, words
from i18n.model import Finding
from i18n.project import Project
from i18n.store import Store
from i18n.store.memory_file import MemoryFile, UnusableError
from i18n.store.memory_tables import Contents, Translation
from i18n.store.segments import Measure
from i18n.store.tracing import Account, Content, digest
from i18n.words import count
from i18n.words.folding import single_spaced
from i18n.workflow import reading
from i18n.workflow.session import Session

_NEWS = 5_000
"""New messages up to which it pays to ask which others they may help."""
_NO_DATA: Mapping[str, bytes] = MappingProxyType({})
Answer = TypeVar("Answer")


def opened(store: Store, *, read_only: bool = False) -> MemoryFile | None:
    """Open the file; None if it cannot be used. What is in it may be out of date."""
    try:
        return MemoryFile(store, Measure(single_spaced, words), read_only=read_only)
    except UnusableError:
        return None


@dataclass(frozen=True, slots=True)
class Counted:
    """How much is known in a language."""

    translations: Mapping[tuple[str, int], int]
    """How many, by the name of the article that holds them and by standing."""
    messages: int
    """Different messages that have a translation."""
    words: int
    """Words of these."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read of the catalogs of a language just now, by the name of their article."""

    digests: Mapping[str, str] = field(default_factory=dict)
    """SHA-256, in hexadecimal."""
    data: Mapping[str, bytes] = field(default_factory=dict)
    """The bytes of some of them."""


class ProjectMemory:
    """The translation memory of a project, in all languages; to be closed."""

    def __init__(self, session: Session, project: Project, articles: Mapping[str, bool]) -> None:
        """`articles` are all whose catalogs count, by name: whether what these hold is for the article alone.

        That is so for private articles, and for those that are gone, as they may have been private.
        """
        self._session = session
        self._project = project
        self._articles = articles
        self._file = opened(session.store)
        self._current: set[str] = set()
        self.private = frozenset(name for name, alone in articles.items() if alone)
        """Articles by name: what they hold is offered to each of them alone."""
        self.findings: list[Finding] = []
        """Catalogs that could not be read, in the languages that were asked for."""

    def close(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()

    def of(self, locale: str, seen: Seen | None = None) -> Memory:
        """The memory of a language, with what its catalogs hold now; they are not read again if they were `seen`."""
        file = self.file(locale, seen)
        if file is None:
            return self._made(locale)
        return _Kept(StoredMemory(file, locale, self.private), lambda: self._made(locale))

    def file(self, locale: str, seen: Seen | None = None) -> MemoryFile | None:
        """The file, in which the catalogs of a language are up to date; None if that cannot be had."""
        try:
            if self._file and locale not in self._current:
                self._update(self._file, locale, seen or Seen())
                self._current.add(locale)
        except UnusableError:
            self.close()
            self._file = None
        return self._file

    def drafted(self, locale: str, catalogs: Iterable[tuple[str, str, str]]) -> None:
        """Note that catalogs, by the name of their article, went from one digest to another and only got drafts."""
        file = self._file if locale in self._current and not self._session.pretend else None
        try:
            if file:
                file.renew(locale, catalogs)
        except UnusableError:
            self.close()
            self._file = None

    def mark(self, locale: str) -> str:
        """What stands for all that is known in a language now, for `growth`; empty if that is not kept."""
        file = self.file(locale)
        try:
            mark = file.mark if file else ""
        except UnusableError:
            mark = ""
        return mark

    def growth(self, locale: str, mark: str, minimum: int) -> Growth | None:
        """What was learned in a language since an earlier mark that helps with at least a similarity of 0-100.

        None if everything must be asked again.
        """
        file = self.file(locale)
        try:
            new = file.added_since(mark, locale, _NEWS) if file else None
        except UnusableError:
            return None
        return None if new is None else Growth(new, minimum)

    def counted(self, locale: str) -> Counted:
        """Count what is known in a language."""
        file = self.file(locale)
        try:
            if file:
                rows = file.counted(locale)
                return Counted({row[:2]: row[2] for row in rows}, *_messages_and_words(file.messages(locale)))
        except UnusableError:
            pass
        known = list(self.entries(locale))
        translations = Counter((entry.article, int(entry.standing)) for entry in known)
        return Counted(translations, *_messages_and_words({entry.msgid for entry in known}))

    def entries(self, locale: str) -> Iterator[Entry]:
        """All finished translations of a language, read from its catalogs."""
        for found in self._read(locale, self._articles):
            alone = found.name in self.private
            for row in found.translations:
                yield Entry(row.msgid, row.msgstr, found.name, row.msgctxt, alone, Standing(row.standing))

    def _made(self, locale: str) -> Memory:
        return EntryIndex(self.entries(locale))

    def _update(self, file: MemoryFile, locale: str, seen: Seen) -> None:
        """Take in what changed. Raises `UnusableError`, also if there is something and the session pretends."""
        known = file.digests(locale)
        now = {name: seen.digests.get(name) or self._digest(name, locale) for name in self._articles}
        gone = {name for name in known if now.get(name) is None}
        changed = {name for name, content in now.items() if content is not None and known.get(name) != content}
        if self._session.pretend and gone | changed:
            raise UnusableError

        def read() -> Iterator[Contents]:
            for contents in self._read(locale, changed, seen.data):
                changed.remove(contents.name)
                yield contents

        file.fill(read())
        file.forget([(name, locale) for name in gone | changed])  # what could not be read counts no more

    def _digest(self, name: str, locale: str) -> Content:
        path, state = self._project.catalog(name, locale), self._session.state
        if state is None:
            try:
                return digest(self._session.store.read_if_there(path))
            except InputError:
                return False
        content = state.digest(path)
        self._session.note(Account(doubts=[path]) if content is False else Account({path: content}))
        return content

    def _read(self, locale: str, names: Iterable[str], data: Mapping[str, bytes] = _NO_DATA) -> Iterator[Contents]:
        items = [_Item(name, locale, self._project.catalog(name, locale), data.get(name)) for name in sorted(names)]
        for found in self._session.workers.map(_contents, self._session.store, items):
            if isinstance(found, Finding):
                self.findings += [found] if found not in self.findings else []
            elif found is not None:
                yield found


def _messages_and_words(messages: Iterable[str]) -> tuple[int, int]:
    counted = [count(message) for message in messages]
    return len(counted), sum(counted)


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    locale: str
    reference: str
    data: bytes | None
    """The catalog, if it was read already."""

    @property
    def size(self) -> int:
        return len(self.data) if self.data else 5_000  # about


def _contents(store: Store, item: _Item) -> Contents | Finding | None:
    try:
        data = item.data or store.read_if_there(item.reference)
        units = codec.parse(data, item.reference).units if data is not None else ()
    except InputError as error:
        return reading.failure(error, locale=item.locale)
    if data is None:
        return None
    found = [Translation(each.msgid, each.msgstr, each.msgctxt, int(each.standing)) for each in entries(units)]
    return Contents(item.name, item.locale, str(digest(data)), found)


class _Kept:
    """A memory on the disk; another one once that cannot be used any more."""

    def __init__(self, stored: Memory, otherwise: Callable[[], Memory]) -> None:
        self._memory = stored
        self._otherwise: Callable[[], Memory] | None = otherwise

    def matches(
        self,
        msgid: str,
        minimum: int = 75,
        *,
        article: str = "",
        msgctxt: str | None = None,
        confined: Collection[str] = (),
    ) -> tuple[Match, ...]:
        """Find translations of messages like this one."""
        return self._asked(
            lambda memory: memory.matches(msgid, minimum, article=article, msgctxt=msgctxt, confined=confined)
        )

    def has_beginning(self, beginning: str) -> bool:
        """Tell whether a sentence of an entry begins with these words."""
        return self._asked(lambda memory: memory.has_beginning(beginning))

    def containing(self, sentence: str) -> Sequence[Entry]:
        """Find the entries that hold a sentence."""
        return self._asked(lambda memory: memory.containing(sentence))

    def _asked(self, question: Callable[[Memory], Answer]) -> Answer:
        try:
            return question(self._memory)
        except UnusableError:
            if self._otherwise is not None:
                self._memory, self._otherwise = self._otherwise(), None
            return question(self._memory)
