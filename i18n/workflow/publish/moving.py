"""Which pages are made again, as what their links lead to has a page after all, or has none?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from i18n.compile.neighbours import Neighbours
from i18n.manifest.manifest import Built
from i18n.workflow.publish.results import Plan, Result


def moved(
    plan: Plan, results: Sequence[Result], entries: Mapping[str, Mapping[str, Built]]
) -> tuple[Plan, frozenset[str]]:
    """Say which articles have links to what has a page after all, or has none; and the plan that knows."""
    if plan.neighbours is None or plan.neighbours.are_served:
        return plan, frozenset()
    neighbours = _left_out(plan.neighbours, results, entries, plan.withheld)
    found = (result.path for result in results if not neighbours.stands(result.leads, plan.pages.options))
    return replace(plan, neighbours=neighbours), frozenset(found)


def _left_out(
    neighbours: Neighbours,
    results: Iterable[Result],
    entries: Mapping[str, Mapping[str, Built]],
    withheld: Collection[str],
) -> Neighbours:
    """The same articles with those of them left out that have no page after all.

    `entries` are those of the last build, by path and locale: such a page stays where it could not be made. Nothing
    leads to another page in locales that are withheld.
    """
    left = {locale: set(paths) for locale, paths in neighbours.left_out.items()}
    for result in results:
        if result.path not in neighbours.articles:
            continue
        for part in (each for each in result.locales if each.locale not in withheld):
            of_locale = left.setdefault(part.locale, set())
            (of_locale.discard if part.stands(entries[result.path]) else of_locale.add)(result.path)
    return replace(neighbours, left_out={locale: frozenset(paths) for locale, paths in left.items() if paths})


def again(before: Result, now: Result) -> Result:
    """What came of an article that was made twice, with what either time wrote."""
    written = {part.locale: part.written for part in before.locales}
    copied = {file.path: file.written for file in before.copies}
    return replace(
        now,
        locales=tuple(replace(part, written=max(part.written, written.get(part.locale, 0))) for part in now.locales),
        copies=tuple(replace(file, written=max(file.written, copied.get(file.path, 0))) for file in now.copies),
    )
