"""Which articles are not for readers, and which names are not told? Found before any page is made, as pages link."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from i18n.compile.withheld import Withheld, withheld
from i18n.errors import FileError
from i18n.extract.article import Rules, dialect_of
from i18n.extract.drafts import is_draft, may_be_draft
from i18n.markdown import frontmatter
from i18n.project import Known, Project
from i18n.project.globs import matches
from i18n.store import Store
from i18n.workflow import reading
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session


def withheld_of(session: Session, project: Project, selection: Selection, texts: Mapping[str, bytes]) -> Withheld:
    """Find the private articles, and what the generator holds back; `texts` are articles that were read, by path."""
    rules = reading.rules(session, project)

    def is_held(known: Known) -> bool:
        data = texts.get(known.path)
        return known.private or is_withheld(rules, known, _read(session.store, known) if data is None else data)

    return withheld((known.path for known in selection.found.articles if is_held(known)), project.source.private)


def is_private(session: Session, project: Project, known: Known) -> bool:
    """Tell whether an article that is not read yet is private, or held back by its generator."""
    return is_withheld(reading.rules(session, project), known, _read(session.store, known))


def _read(store: Store, known: Known) -> bytes | None:
    try:
        return store.read(known.reference)
    except FileError:
        return None  # whoever needs it says so


def is_withheld(rules: Rules, known: Known, data: bytes | None) -> bool:
    """Tell whether an article is private, or held back by its generator; without `data` it cannot be read.

    Front matter that cannot be read holds back if it looks like that.
    """
    return known.private or is_draft(_front(data or b"", known.path, rules), known.path, rules.drafts)


def _front(data: bytes, path: str, rules: Rules) -> frontmatter.FrontMatter | None:
    """The front matter of an article, if it may hold the article back."""
    if not may_be_draft(data, path, rules.drafts):
        return None
    return frontmatter.find(data.decode(errors="replace").removeprefix("\ufeff"), 0, dialect_of(rules).front_matter)


def listed(project: Project, names: Iterable[str]) -> frozenset[str]:
    """Those of some paths below the source folder, or names of articles that are gone, that are listed as private."""
    private = project.source.private
    return frozenset(name for name in names if private and (matches(name, private) or matches(f"{name}.md", private)))


def unnamed(project: Project, selection: Selection, private: Collection[str]) -> frozenset[str]:
    """What is not to be named: private articles, by their paths, and the files of each.

    An article that was asked for by name may be named. What is listed as private counts without being in `private`.
    """
    articles = (known for known in selection.found.articles if known.private or known.path in private)
    names = (name for known in articles if known.path not in selection.named for name in _names(project, known))
    return frozenset((*private, *names)) - selection.named


def _names(project: Project, known: Known) -> Iterator[str]:
    yield from (known.path, known.name, known.reference, project.template(known.name))
    for locale in project.locales:
        yield from (project.catalog(known.name, locale), project.output(known.path, locale))
