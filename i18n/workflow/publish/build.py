"""How do articles and catalogs become what is published?"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from i18n.errors import FileError
from i18n.manifest.manifest import Manifest
from i18n.model import Finding
from i18n.project import Known, Project
from i18n.project.localized import own_files
from i18n.project.tables import Fallback
from i18n.store import Store
from i18n.workflow import exit_status, pages, reading
from i18n.workflow.publish import linking, moving, owning
from i18n.workflow.publish.manifest_builder import ManifestBuilder, entries_of, manifest_path, recorded, write_manifest
from i18n.workflow.publish.recompiling import judged, pages_of
from i18n.workflow.publish.results import Item, Plan, Result
from i18n.workflow.publish.standing import Left, Standing, required_of, standings
from i18n.workflow.publish.writing import released
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session
from i18n.workflow.withheld import withheld_of


@dataclass(frozen=True, slots=True)
class Done:
    """What `build` did, or would do."""

    manifest: Manifest
    written: int
    """Files that changed."""
    removed: int
    """Files that were there and belong to nothing any more."""
    left_out: tuple[Left, ...]
    findings: tuple[Finding, ...]
    standings: tuple[Standing, ...] = ()
    """Which of the languages that were asked for are live, in the order of the configuration."""
    changed: tuple[str, ...] = ()
    """Paths of the articles whose files these are; if they belong to none, the manifest."""
    private: frozenset[str] = frozenset()
    """Paths of the articles that are not to be named."""
    unbuilt: int = 0
    """How many of these would have been built if they were named."""
    stages: bool = False
    """It is the output for translators to look at."""

    @property
    def writes(self) -> bool:
        """Something was written or removed."""
        return bool(self.written or self.removed)

    @property
    def status(self) -> int:
        """3 if an input could not be read."""
        return exit_status.of_findings(self.findings)


def build_all(
    session: Session,
    project: Project,
    selection: Selection,
    *,
    drafts: bool = False,
    fallback: Fallback | None = None,
    adopt: bool = False,
) -> Done:
    """Compile the selected articles for readers, and remove the outputs of those that are gone.

    Private articles are built only if they were named. Nothing is removed that the manifest of an earlier build does
    not list, and nothing is written over that somebody else wrote, or changed since, but to `adopt` it. `drafts` and
    `fallback` go before the configuration's. Raises `ConfigurationError`, and
    `StorageError` if the manifest cannot be written.
    """
    build = replace(project.build, drafts=drafts or project.build.drafts, fallback=fallback or project.build.fallback)
    project = replace(project, build=build)
    glossaries = reading.readable_glossaries(session.store, project) if build.drafts else {}
    hidden = withheld_of(session, project, selection)
    context = pages.page_context(project, selection.locales, glossaries, hidden, session=session)
    return publish(session, "Building", selection, context, adopt=adopt)[0]


def publish(
    session: Session,
    label: str,
    selection: Selection,
    context: pages.PageContext,
    texts: Mapping[str, bytes] = reading.NO_TEXTS,
    room: int = reading.ROOM,
    *,
    adopt: bool = False,
) -> tuple[Done, dict[str, Result]]:
    """Build the selected articles, and check them too if the context says so.

    Gives what was done, and what came of each article, by its path. `texts` are
    the bytes of articles that were read before, by path; up to `room` bytes of required articles are compiled once,
    above that once to be judged and once to be written. Raises `ConfigurationError`.
    """
    store, project = session.store, context.project
    required = required_of(project, selection.found.articles, selection.locales)
    with session.writing_outputs(project):
        before, former, findings = recorded(store, project)
        entries = entries_of(before)
        builder = ManifestBuilder(project, selection, entries, before, former, context.hidden.paths)
        owned = owning.owned(store, builder.digests, project, adopt=adopt)
        neighbours = linking.neighbours_of(session, project, selection, context.hidden.paths, before)
        plan = Plan(
            store,
            reading.rules(session, project),
            context,
            neighbours=neighbours,
            own=own_files(selection.found.localized),
            owned=owned,
        )
        hidden = context.hidden.unbuilt - selection.named
        clashes = tuple(owning.clashing(project, selection.found.articles))
        never = hidden | {finding.article for finding in clashes}
        built = {known.path for known in selection.articles if known.path not in never}

        def item(known: Known) -> Item:
            return Item(known, texts.get(known.path), known.path in built, before=entries[known.path])

        needed = [known for known in selection.found.articles if known.path in required]
        asked = [replace(item(known), required=required[known.path]) for known in needed]
        withheld, waiting = _judged(session, plan, asked, room)
        plan = replace(plan, withheld=frozenset(left.locale for left in withheld))
        rest = [known for known in selection.articles if context.checks or known.path in built]
        items = [item(known) for known in rest if known.path not in waiting]
        results: dict[str, Result] = {}
        builder.withhold(plan.withheld)
        try:
            ready = (released(plan, result) for result in waiting.values())
            for result in itertools.chain(ready, pages_of(session, label, plan, items)):
                results[result.path] = result
                if result.path in built:
                    builder.enter(result)
            plan, moved = moving.moved(plan, [results[path] for path in sorted(built)], entries)
            if moved:  # over what was written just now
                plan = replace(plan, owned=replace(owned, digests=builder.digests))
            for result in pages_of(session, label, plan, [item(known) for known in rest if known.path in moved]):
                results[result.path] = moving.again(results[result.path], result)
                builder.enter(results[result.path])
            builder.left_out = plan.neighbours.listed if plan.neighbours else builder.left_out
        except BaseException:
            # What is finished is kept, and listed, so that a later build can remove it.
            write_manifest(store, project, builder.made(session.source_date_epoch, everything=True))
            raise
        in_order = [results[known.path] for known in rest if known.path in built]
        done = _finished(session, project, builder, owned, selection.locales, in_order, withheld, (*findings, *clashes))
        unbuilt = sum(known.path in hidden for known in selection.articles)
        private = context.hidden.paths | builder.private
        return replace(done, private=private, unbuilt=unbuilt, stages=project.stages), results


def _judged(
    session: Session, plan: Plan, items: Sequence[Item], room: int
) -> tuple[tuple[Left, ...], dict[str, Result]]:
    """Find the locales in which a required article is missing, each with the first one; and what waits for that."""
    locales = plan.pages.options
    waits = sum(item.size for item in items) * len(locales) <= room
    asked = [replace(item, builds=item.builds and waits) for item in items]
    found = list(zip(asked, judged(session, plan, asked), strict=True))
    missing = {
        locale: Left(item.known.path, locale, reason)
        for item, each in reversed(found)
        for locale, reason in each.missing.items()
    }
    withheld = tuple(missing[locale] for locale in locales if locale in missing)
    results = (each.result for _, each in found if each.result)
    return withheld, {result.path: result for result in results} if waits else {}


def _finished(
    session: Session,
    project: Project,
    builder: ManifestBuilder,
    owned: owning.Owned,
    locales: Iterable[str],
    results: Sequence[Result],
    withheld: tuple[Left, ...],
    findings: Iterable[Finding],
) -> Done:
    """Remove what is not published any more, and write the manifest; what cannot be removed stays listed."""
    store, epoch = session.store, session.source_date_epoch
    left = tuple(
        Left(result.path, part.locale, part.left_out, part.coverage.percent if part.coverage else 0)
        for result in results
        for part in result.locales
        if part.left_out
    )
    made = builder.made(epoch)
    gone = builder.gone(made)
    removed, failures = _removed(store, project, owned, gone)
    if failures:
        made = builder.made(epoch, kept=[failure.path for failure in failures])
    listed = write_manifest(store, project, made)
    written = {result.path for result in results if result.written}
    return Done(
        made,
        sum(result.written for result in results) + listed,
        len(removed),
        left,
        (*findings, *failures, *(finding for result in results for finding in result.built)),
        standings(locales, {locale.tag: len(locale.articles) for locale in made.locales}, withheld, left),
        tuple(sorted(written | {gone[name] for name in removed})) or (manifest_path(project),) * listed,
    )


def _removed(
    store: Store, project: Project, owned: owning.Owned, gone: Mapping[str, str]
) -> tuple[list[str], list[Finding]]:
    """Delete files; give those that there were, and say which could not be deleted."""
    removed, failures = [], []
    for path, article in gone.items():
        try:
            removed += [path] if owned.remove(store, project, path) else []
        except FileError as error:
            failures.append(reading.failure(error, article))
    return removed, failures
