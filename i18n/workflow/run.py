"""How does the main job go: extract, draft, check, build, bundle?"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from i18n.compile.withheld import Withheld
from i18n.draft.engine import Capability
from i18n.errors import ConfigurationError, I18nError
from i18n.project import Project
from i18n.workflow.check.agreement import disagreements
from i18n.workflow.check.check import Checked, check_all, check_context, checked
from i18n.workflow.draft import consent, engines, requests
from i18n.workflow.draft.draft import draft_all
from i18n.workflow.draft.receipts import extract_with_receipts
from i18n.workflow.extract.extract import extract_all
from i18n.workflow.publish import build, bundle, manifest_builder, results, staging
from i18n.workflow.reading import ROOM
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session
from i18n.workflow.step import Step
from i18n.workflow.withheld import Held, withheld_of

Ask = Callable[[Sequence[consent.Question]], Collection[str]]
"""Asks whether texts may be sent; gives the engines that may not have them."""


def run_all(session: Session, project: Project, selection: Selection, ask: Ask, room: int = ROOM) -> Iterator[Step]:
    """Do the five steps, and the output for translators if there is to be one, and yield what each did, as it is done.

    The articles are gone through twice: all are extracted before any is drafted, as what others say is drawn on; all
    drafts are in before the first is compiled, as pages link to others. Each article is read once, and each catalog
    once a time, if the articles have `room` bytes at most; larger ones are read again when they are needed.

    A finding never stops the run: what is well is brought to its end. A failure (an exception) does, as every
    step stands on the one before it. Raises `ConfigurationError`, `FileError`.
    """
    draft = project.draft
    options = requests.DraftOptions(draft.engines, max_characters=draft.max_characters, max_cost=draft.max_cost)
    held: Mapping[str, Held] = {}
    receipts = requests.NO_RECEIPTS
    if sum(known.size for known in selection.found.articles) <= room:
        placed = Capability.PLACE in requests.used_by(engines.engines_of(project, options.engines))
        extracted, held, receipts = extract_with_receipts(session, project, selection, placed=placed)
    else:
        extracted = extract_all(session, project, selection)
    hidden = withheld_of(session, project, selection, held)
    yield replace(extracted, private=extracted.private | hidden.paths)
    with contextlib.closing(requests.prepare(session, project, selection, options, receipts)) as ready:
        refused = () if session.pretend else ask(consent.questions(session.store, ready))
        yield replace(draft_all(session, ready, refused), private=hidden.paths)
    texts = {path: receipt.data for path, receipt in receipts.items() if receipt.data is not None}
    del receipts, ready  # drafts are done
    found, built, results = _check_and_build(session, project, selection, texts, hidden, room)
    yield found
    if isinstance(built, I18nError):
        raise built
    yield built
    if staged := staging.stage(session, project, selection, hidden, built.findings, texts):
        yield staged
    if not session.store.is_file(manifest_builder.manifest_path(project)):
        return  # nothing was ever published that could be packed
    everything = replace(selection, articles=selection.found.articles)  # a bundle holds what was not asked for too
    found = check_all(session.silent, project, everything, texts, results, hidden)
    known = found.errors, found.digests, hidden.paths
    yield bundle.bundle_all(session, project, everything, *known, project.bundle.formats)


def _check_and_build(
    session: Session, project: Project, selection: Selection, texts: Mapping[str, bytes], hidden: Withheld, room: int
) -> tuple[Checked, build.Done | I18nError, Mapping[str, results.Result]]:
    """Check and build the selected articles, each compiled once; what keeps pages from being built is given back."""
    context, findings = check_context(session, project, selection, hidden)
    try:
        built, results = build.publish(session, "Checking and building", selection, context, texts, room)
    except ConfigurationError as error:
        return check_all(session, project, selection, texts, hidden=hidden), error, {}
    in_order = [results[known.path] for known in selection.articles]
    across = disagreements(session, project, selection, in_order, hidden.paths)
    return checked(in_order, hidden, findings, across), built, results
