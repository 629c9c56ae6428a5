"""How does the main job go: extract, draft, check, build, bundle?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from i18n.project import Project
from i18n.workflow import exit_status
from i18n.workflow.check.check import Checked, check_all
from i18n.workflow.draft.consent import Question, questions
from i18n.workflow.draft.draft import Drafted, draft_all
from i18n.workflow.draft.requests import DraftOptions, prepare
from i18n.workflow.extract.extract import Extracted, extract_all
from i18n.workflow.publish.build import Done, build_all
from i18n.workflow.publish.bundle import Bundle, bundle_all
from i18n.workflow.publish.manifest_builder import manifest_path
from i18n.workflow.reading import is_about_input
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session

Ask = Callable[[Sequence[Question]], Collection[str]]
"""Asks whether texts may be sent; gives the engines that may not have them."""


Step = Extracted | Drafted | Checked | Done | tuple[Bundle, ...]
"""What one of the five steps did."""


def run_all(session: Session, project: Project, selection: Selection, ask: Ask) -> Iterator[Step]:
    """Do the five steps and yield what each did, as it is done.

    A finding never stops the run: what is well is brought to its end. A failure (an exception) does, as every
    step stands on the one before it. Raises `ConfigurationError`, `StorageError`, `InputError`.
    """
    yield extract_all(session, project, selection)
    draft = project.draft
    options = DraftOptions(draft.engines, max_characters=draft.max_characters, max_cost=draft.max_cost)
    ready = prepare(session, project, selection, options)
    yield draft_all(session, ready, () if session.pretend else ask(questions(session.store, ready)))
    checked = check_all(session, project, selection)
    yield checked
    yield build_all(session, project, selection)
    if session.pretend and not session.store.is_file(manifest_path(project)):
        return  # there is nothing yet that could be packed
    errors = checked.errors | check_all(session.silent, project, _rest(selection)).errors
    yield bundle_all(session, project, selection.locales, errors)


def _rest(selection: Selection) -> Selection:
    """The articles that were not asked for: a bundle holds them too."""
    chosen = {known.path for known in selection.articles}
    return replace(selection, articles=tuple(known for known in selection.found.articles if known.path not in chosen))


def status_of(steps: Sequence[Step]) -> int:
    """Return the exit status of a run that came to its end."""
    found = [exit_status.DONE]
    for step in steps:
        if isinstance(step, tuple):
            refused = any(bundle.refusals for bundle in step)
            found.append(exit_status.NO if refused else exit_status.DONE)
            continue
        if any(map(is_about_input, step.findings)):
            found.append(exit_status.UNREADABLE)
        if isinstance(step, Checked) and exit_status.has_errors(step.findings):
            found.append(exit_status.NO)
        if isinstance(step, Drafted) and any(tally.broken for tally in step.tallies):
            found.append(exit_status.ENGINE)
    return exit_status.worst(found)


def would_write(steps: Sequence[Step]) -> bool:
    """Tell whether one of the steps wrote something, or would have."""
    return any(
        any(bundle.written for bundle in step)
        if isinstance(step, tuple)
        else any(tally.catalogs for tally in step.tallies)
        if isinstance(step, Drafted)
        else isinstance(step, Extracted | Done) and step.writes
        for step in steps
    )
