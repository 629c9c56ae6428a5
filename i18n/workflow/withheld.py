"""Which articles are not for readers, and which names are not told? Found before any page is made, as pages link."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from i18n.errors import FileError
from i18n.extract.article import Rules, dialect_of
from i18n.extract.drafts import depends_on_day, is_draft, is_flagged, says_so_itself
from i18n.extract.source import own_rules
from i18n.markdown import frontmatter
from i18n.project import Known, Project
from i18n.project.globs import means
from i18n.store import Store
from i18n.workflow import reading
from i18n.workflow.remembering import Repeated, Step, remembered
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session

if TYPE_CHECKING:
    from i18n.compile.withheld import Withheld


def withheld_of(
    session: Session, project: Project, selection: Selection, known: Mapping[str, Held] = MappingProxyType({})
) -> Withheld:
    """Find the private articles, and what the generator holds back; of some articles that is `known`, by path."""
    from i18n.compile.withheld import withheld

    rules = reading.rules(session, project)
    rest = [each for each in selection.found.articles if each.path not in known]
    found = remembered(session.silent, "", _STEP, lambda: _Plan(session.store, rules), rest, rules.timeless)
    by_path = {**known, **{each.path: held for each, held in zip(rest, found, strict=True)}}
    note_days(session, by_path.values())
    private = {path: each for path, each in by_path.items() if each.back}
    unbuilt = frozenset(path for path, each in private.items() if not each.says_so)
    return replace(withheld(private, project.source.private), unbuilt=unbuilt)


@dataclass(frozen=True, slots=True)
class Held:
    """Whether an article is not for readers."""

    back: bool
    says_so: bool
    """Its page holds itself back, too."""
    by_day: bool
    """Another day may give another answer."""


def note_days(session: Session, found: Iterable[Held]) -> None:
    """Have a command that another day may give another answer to not be remembered."""
    if any(each.by_day for each in found):
        session.depends_on("the day")


def held(rules: Rules, known: Known, data: bytes | None) -> Held:
    """Tell whether an article is private, or held back by its generator; without `data` it cannot be read.

    Front matter that cannot be read holds back if it looks like that.
    """
    if own_rules(rules, known.path).form:
        return Held(known.private, says_so=False, by_day=False)
    drafts, text = rules.drafts, data or b""
    by_day = depends_on_day(text, known.path, drafts)
    front = _front(text, rules) if by_day or is_flagged(text, known.path, drafts) else None
    back = known.private or is_draft(front, known.path, drafts)
    says_so = not known.private and says_so_itself(front, known.path, drafts)
    return Held(back, says_so, by_day)


@dataclass(frozen=True, slots=True)
class _Plan:
    store: Store
    rules: Rules


def _held(plan: _Plan, known: Known) -> Held:
    return held(plan.rules, known, _read(plan.store, known))


def _repeated(known: Known, result: Held) -> Repeated[Known, Held] | None:
    return None if result.by_day else Repeated(known, result)


_STEP: Step[_Plan, Known, Held] = Step("held back", _held, Held, _repeated, attrgetter("private"))


def is_private(session: Session, project: Project, known: Known) -> bool:
    """Tell whether an article that is not read yet is private, or held back by its generator."""
    return held(reading.rules(session, project), known, _read(session.store, known)).back


def _read(store: Store, known: Known) -> bytes | None:
    try:
        return store.read(known.reference)
    except FileError:
        return None  # whoever needs it says so


def _front(data: bytes, rules: Rules) -> frontmatter.FrontMatter | None:
    return frontmatter.of_bytes(data, dialect_of(rules).front_matter)


def listed(project: Project, names: Iterable[str]) -> frozenset[str]:
    """Those of some paths below the source folder, or names of articles that are gone, that are listed as private."""
    private = project.source.private
    return frozenset(name for name in names if private and (means(name, private) or means(f"{name}.md", private)))


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
