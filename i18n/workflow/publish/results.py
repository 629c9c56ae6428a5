"""What is to be done with one article, and what came of it in each of its languages?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from i18n.check.spelling import Spelling
from i18n.compile.neighbours import NO_LEADS, Leads, Neighbours
from i18n.extract.article import Rules
from i18n.manifest.manifest import Built
from i18n.model import Coverage, Finding
from i18n.project import Known
from i18n.project.localized import Own
from i18n.store import Store
from i18n.workflow import status
from i18n.workflow.pages import PageContext
from i18n.workflow.publish.copying import Copied
from i18n.workflow.publish.linked import Linked
from i18n.workflow.publish.owning import Owned


@dataclass(frozen=True, slots=True)
class Plan:
    """What a worker needs to know."""

    store: Store
    rules: Rules
    pages: PageContext
    withheld: frozenset[str] = frozenset()
    """Locales that are not published."""
    neighbours: Neighbours | None = None
    """The articles that links may lead to; None where links are published as they are, and where nothing is."""
    own: Own = field(default_factory=dict)
    """Files for readers of one language."""
    owned: Owned = field(default_factory=Owned)
    """What earlier builds wrote."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article, and what is to be done with its pages."""

    known: Known
    data: bytes | None = None
    """Its bytes, if somebody has read them already."""
    builds: bool = False
    """Its pages are published."""
    required: frozenset[str] = frozenset()
    """Locales that are published only with this article: with any, its pages are brought along, and not written yet."""
    before: Mapping[str, Built] = field(default_factory=dict)
    """Its entries in the manifest of the last build, by locale."""
    found: bytes | None = None
    """What was found in the article before, if that is remembered."""

    @property
    def size(self) -> int:
        """Bytes of the article."""
        return self.known.size

    @property
    def reference(self) -> str:
        """The article's path."""
        return self.known.reference


@dataclass(frozen=True, slots=True)
class Localized:
    """What came of an article in one locale."""

    locale: str
    checked: tuple[Finding, ...] = ()
    """What `check` says."""
    built: tuple[Finding, ...] = ()
    """What `build` says."""
    coverage: Coverage | None = None
    """None: its catalog, or the article, could not be read."""
    unchanged: bool = False
    """The last build's page stays, as a file could not be read or written."""
    entry: Built | None = None
    """None: nothing is published."""
    left_out: str = ""
    """Why nothing is published."""
    missing: str = ""
    """Why a language without this article would not be published, if it is required."""
    page: bytes | None = None
    """What is to be written yet."""
    written: int = 0
    """Files that changed."""
    noted: str = ""
    """What its translations are compared with those of other articles by, if they were checked."""
    names: tuple[Spelling, ...] = ()
    """How they spell the names of the source."""

    def stands(self, before: Mapping[str, Built]) -> Built | None:
        """The page that is there now, by those of the last build by locale; None without one."""
        return (before.get(self.locale) if self.unchanged else None) or self.entry


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one article."""

    path: str
    private: bool
    digest: str = ""
    """SHA-256 of its bytes, in hexadecimal; empty if it could not be read."""
    findings: tuple[Finding, ...] = ()
    """About the article itself."""
    linked: tuple[Finding, ...] = ()
    """About files that it uses and that are not published."""
    files: tuple[Linked, ...] = ()
    copies: tuple[Copied, ...] = ()
    """The files as they are published; empty until they are."""
    images: tuple[Finding, ...] = ()
    """About what stays in these, and in pictures that the article holds itself."""
    has_messages: bool = False
    locales: tuple[Localized, ...] = ()
    by_day: bool = False
    """Another day may make something else of it."""
    leads: Leads = NO_LEADS
    """Which articles its pages lead to."""

    @property
    def written(self) -> int:
        """Files that changed."""
        return sum(part.written for part in self.locales) + sum(file.written for file in self.copies)

    @property
    def row(self) -> status.Row | None:
        """How far it is in each locale; None if it has no messages."""
        counts = tuple((part.locale, part.coverage) for part in self.locales if part.coverage)
        return status.Row(self.path, self.private, counts) if self.has_messages else None

    @property
    def checked(self) -> tuple[Finding, ...]:
        """What `check` says, each thing once."""
        said = (*self.findings, *self.images, *(each for part in self.locales for each in part.checked))
        return tuple(dict.fromkeys(said))

    @property
    def built(self) -> tuple[Finding, ...]:
        """What `build` says, each thing once."""
        said = (*self.findings, *self.linked, *self.images, *(each for part in self.locales for each in part.built))
        return tuple(dict.fromkeys(said))
