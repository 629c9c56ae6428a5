"""How do articles and catalogs become what is published?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from i18n.errors import ConfigurationError, InputError
from i18n.extract.source import Source
from i18n.manifest.manifest import Built, Manifest
from i18n.model import Finding
from i18n.project import Project
from i18n.project.globs import matches
from i18n.project.tables import Fallback
from i18n.store import Store
from i18n.workflow.compile_options import options_of
from i18n.workflow.glossary import readable_glossaries
from i18n.workflow.publish.compiling import Item, Left, Plan, build_one, compiled_for, units_for
from i18n.workflow.publish.manifest_builder import Book, earlier, entries_of, write_manifest
from i18n.workflow.publish.verdict import judge, satisfies
from i18n.workflow.reading import read_known, rules
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session
from i18n.workflow.severities import settings_of


@dataclass(frozen=True, slots=True)
class Done:
    """What `build` did, or would do."""

    manifest: Manifest
    written: int
    """Files that changed."""
    removed: int
    """Files that were there and belong to nothing any more."""
    left_out: tuple[Left, ...]
    withheld: tuple[Left, ...]
    """Locales that are not published at all, with the required article that is missing."""
    findings: tuple[Finding, ...]

    @property
    def writes(self) -> bool:
        """Something was written or removed."""
        return bool(self.written or self.removed)


def build_all(
    session: Session,
    project: Project,
    selection: Selection,
    *,
    drafts: bool = False,
    fallback: Fallback | None = None,
) -> Done:
    """Compile the selected articles, and remove the outputs of those that are gone.

    Private articles are built only if they were named. Nothing is removed that the manifest of an earlier build does
    not list. `drafts` and `fallback` go before the configuration's. Raises `ConfigurationError`, `StorageError`.
    """
    build = replace(project.build, drafts=drafts or project.build.drafts, fallback=fallback or project.build.fallback)
    project = replace(project, build=build)
    with session.writing_outputs(project):
        return _build(session, project, selection)


def _build(session: Session, project: Project, selection: Selection) -> Done:
    store, epoch = session.store, session.source_date_epoch
    plan = _plan(store, project, selection)
    before, findings = earlier(store, project)
    entries = entries_of(before)
    withheld = list(_withheld(plan, selection, entries))
    held = [left.locale for left in withheld]
    plan = replace(plan, options={tag: options for tag, options in plan.options.items() if tag not in held})
    chosen = [known for known in selection.articles if not known.private or known.path in selection.named]
    items = [Item(known, tuple(entries[known.path].items())) for known in chosen]
    book = Book(project, selection, entries, before, held)
    written = 0
    left_out: list[Left] = []
    try:
        for result in session.map("Building", build_one, plan, items):
            book.enter(result)
            written += result.written
            left_out += result.left_out
            findings += result.findings
    except BaseException:
        # What is finished is kept, and listed, so that a later build can remove it.
        write_manifest(store, project, book.made(epoch, everything=True))
        raise
    made = book.made(epoch)
    removed = sum(map(store.remove, book.gone(made)))
    written += write_manifest(store, project, made)
    return Done(made, written, removed, tuple(left_out), tuple(withheld), tuple(findings))


def _plan(store: Store, project: Project, selection: Selection) -> Plan:
    without = [locale for locale in selection.locales if locale not in project.notices]
    if project.build.drafts and without:
        raise ConfigurationError(
            f"{project.file}: notices: machine drafts are published only on pages that say so, "
            f"and there is no notice for {', '.join(without)}.",
            f'Add [notices] {without[0]} = "…", in that language.',
        )
    options = options_of(project, selection.locales)
    glossaries = readable_glossaries(store, project) if project.build.drafts else {}
    return Plan(store, project, rules(project), options, settings_of(project), glossaries)


def _withheld(plan: Plan, selection: Selection, entries: Mapping[str, Mapping[str, Built]]) -> Iterator[Left]:
    """Locales in which a required article is missing, each with the first one."""
    required = plan.project.build.required
    articles = [known for known in selection.found.articles if matches(known.path, required)]
    for glob in required:
        if not any(matches(known.path, [glob]) for known in articles):
            raise ConfigurationError(f'{plan.project.file}: build.required: "{glob}" matches no article.')
    read = {known: read_known(plan.store, plan.rules, known) for known in articles}
    sources = {known: source for known, source in read.items() if isinstance(source, Source)}  # `build_one` reports
    for locale in plan.options:
        for known, source in sources.items():
            try:
                compiled = compiled_for(plan, source, locale, units_for(plan, source, locale))[0]
            except InputError:
                continue
            verdict = judge(compiled, entries.get(known.path, {}).get(locale), plan.project.build)
            if not satisfies(compiled, verdict):
                yield Left(known.path, locale, verdict.reason or "nothing of it is translated")
                break
