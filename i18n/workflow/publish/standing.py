"""Which languages are live, and why are the others not?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from i18n.manifest.manifest import Built
from i18n.project import Known, Project, globs
from i18n.project.articles import matches_none
from i18n.store import Store
from i18n.workflow.publish.manifest_builder import entries_of, recorded
from i18n.workflow.publish.verdict import Verdict, judge
from i18n.workflow.selection import Selection
from i18n.workflow.status import Counted, Shown


@dataclass(frozen=True, slots=True)
class Left:
    """An article that is not published in a locale."""

    article: str
    locale: str
    reason: str
    percent: int = 0
    """Of its words that are translated."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a language is live: readers find something in it."""

    locale: str
    articles: int
    """That are published."""
    missing: Left | None = None
    """The required article without which it is not."""
    left: tuple[Left, ...] = ()
    """If it is not live: the articles that are not published, the nearest to it first."""

    @property
    def is_live(self) -> bool:
        """Whether anything is published."""
        return self.articles > 0


def standings(
    locales: Iterable[str], published: Mapping[str, int], withheld: Iterable[Left], left: Iterable[Left]
) -> tuple[Standing, ...]:
    """Each language with the number of articles that are published in it, and with what keeps others back."""
    missing = {each.locale: each for each in withheld}
    nearest = sorted(left, key=lambda each: (-each.percent, each.article))
    return tuple(
        Standing(locale, number, None, ())
        if (number := published.get(locale, 0))
        else Standing(locale, 0, missing.get(locale), tuple(each for each in nearest if each.locale == locale))
        for locale in locales
    )


def next_standings(store: Store, project: Project, selection: Selection, counted: Counted) -> tuple[Standing, ...]:
    """How languages would stand after a build of all that was counted; nothing where that is not the whole project."""
    if not counted.pages or len(selection.articles) < len(selection.found.articles):
        return ()
    before = entries_of(recorded(store, project).before)
    verdicts = {(page.article, page.locale): _verdict(project, page, before[page.article]) for page in counted.pages}
    unbuilt = counted.unbuilt - selection.named
    left = [
        Left(page.article, page.locale, verdict.reason, page.coverage.percent)
        for page in counted.pages
        if page.article not in unbuilt and not (verdict := verdicts[page.article, page.locale]).published
    ]
    required = required_of(project, selection.found.articles, selection.locales)
    needed = [(path, locale) for path, locales in required.items() for locale in selection.locales if locale in locales]
    pages = {(page.article, page.locale): page for page in counted.pages}
    withheld: dict[str, Left] = {}
    for path, locale in needed:
        reason = _missing(pages.get((path, locale)), verdicts.get((path, locale)), before[path].get(locale))
        if reason:
            withheld.setdefault(locale, Left(path, locale, reason))
    published = Counter(
        locale
        for (path, locale), verdict in verdicts.items()
        if verdict.published and locale not in withheld and path not in counted.private
    )
    return standings(selection.locales, published, withheld.values(), left)


def _verdict(project: Project, page: Shown, before: Mapping[str, Built]) -> Verdict:
    old = before.get(page.locale)
    return judge(page, page.locale, old, project, may_stay=old is not None and not old.private)


def _missing(page: Shown | None, verdict: Verdict | None, before: Built | None) -> str:
    """Why a required article would not be there; empty if it would."""
    if page is None or verdict is None:
        return "" if before else "it cannot be read"
    return verdict.lack(page)


def required_of(project: Project, articles: Sequence[Known], locales: Iterable[str]) -> dict[str, frozenset[str]]:
    """By the path of an article, the locales that are not published without it. Raises `ConfigurationError`."""
    required = project.build.required
    for key, wanted in (("", required.default), *required.others):
        for glob in wanted:
            if not any(globs.means(each.path, [glob]) for each in articles):
                public = (each.path for each in articles if not each.private)
                raise matches_none(project, f"build.required.{key}".rstrip("."), glob, public)
    tags = tuple(locales)
    needed = {
        known.path: frozenset(locale for locale in tags if globs.means(known.path, required.of(locale)))
        for known in articles
    }
    return {path: found for path, found in needed.items() if found}
