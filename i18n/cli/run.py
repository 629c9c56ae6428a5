"""`i18n run`: the main job."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from i18n.cli.options import narrowed, verifying, writer
from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from i18n.model import Finding
    from i18n.project import Project
    from i18n.workflow.draft.consent import Question
    from i18n.workflow.draft.engines import Lack
    from i18n.workflow.selection import Selection
    from i18n.workflow.session import Session
    from i18n.workflow.step import Step


@click.command()
@narrowed
@click.option("--yes", is_flag=True, help="Send texts to the engines of the configuration without asking first.")
@writer
@verifying
@click.option(
    "--frozen", is_flag=True, help="Touch nothing; exit with 1 if something would change, and name the first articles."
)
@click.pass_obj
def command(
    settings: Settings,
    articles: tuple[str, ...],
    locales: tuple[str, ...],
    yes: bool,
    dry_run: bool,
    check: bool,
    frozen: bool,
) -> int:
    """Do the main job: extract, draft, check, build and bundle.

    What is well is brought to its end: an article that cannot be read, or has errors in a language, stays out, and
    the run says so and exits with another status than 0. It stops at a failure after which the next step would mean
    nothing. --dry-run looks at each step with the files as they are now.

    --frozen answers one question, for a check of what was committed: would a run change any file outside .i18n/?
    Errors that `check` finds do not count. Engines from which something would leave are not asked, and what they
    answered before is not looked for: a message that waits for them alone counts as it is.

    \b
    Examples:
      i18n run
      i18n run --locale es
      i18n run --frozen
    """
    from i18n.cli.build import source_date_epoch
    from i18n.cli.target import carried_out, standing_of, unnamed

    pretend = dry_run or check or frozen

    def work(session: Session, project: Project, selection: Selection) -> int:
        from i18n.cli import consent
        from i18n.cli import frozen as without_touching
        from i18n.workflow.run import run_all
        from i18n.workflow.step import status_of

        if frozen:
            return without_touching.answer(settings, session, project, selection)

        def ask(questions: Sequence[Question]) -> frozenset[str]:
            return consent.refused(settings, session, questions, yes=yes, needed=False)

        steps: list[Step] = []
        seen: set[Finding] = set()
        for step in run_all(session, project, selection, ask):
            steps.append(step)
            private = unnamed(settings, project, selection, step.private)
            _show(settings, project, selection, step, seen, private, pretend=pretend)
        _show_end(session, project, selection, steps, _lacks(project), private)
        return status_of(steps, check=check)

    def depends(session: Session, project: Project) -> object:
        return _lacks(project), standing_of(session, project)

    epoch = source_date_epoch()
    return carried_out(settings, articles, locales, work, pretend=pretend, epoch=epoch, depends=depends)


def _lacks(project: Project) -> tuple[Lack, ...]:
    """What engines of the project lack."""
    if set(project.draft.engines) <= {"memory"}:
        return ()
    from i18n.workflow.draft.engines import lacks  # all engines come with it

    return lacks(project)


def _show(
    settings: Settings,
    project: Project,
    selection: Selection,
    step: Step,
    seen: set[Finding],
    private: Collection[str],
    *,
    pretend: bool,
) -> None:
    """Print what a step did; `seen` are the findings that an earlier one printed, `private` names that are not told."""
    from dataclasses import replace

    from i18n.check import report
    from i18n.cli import build, bundle, draft, extract
    from i18n.cli.output import say, show_findings
    from i18n.workflow.check.check import Checked
    from i18n.workflow.draft.draft import Drafted
    from i18n.workflow.extract.extract import Extracted
    from i18n.workflow.publish.build import Done
    from i18n.workflow.publish.bundles import Bundled

    new = tuple(finding for finding in step.findings if finding not in seen)
    seen.update(new)
    match step:
        case Extracted():
            _head("Extract")
            extract.show(settings, replace(step, findings=new), private, pretend=pretend)
        case Drafted():
            _head("Draft")
            show_findings(settings, new, private)
            draft.show(settings, step.tallies, pretend=pretend)
            draft.show_receipt(settings, project, step.accounts)
        case Checked():
            _head("Check")
            show_findings(settings, new, private)
            say(f"{report.summary(step.findings)}.".capitalize())
        case Done():
            _head("Stage" if step.stages else "Build")
            build.show(settings, project, selection, replace(step, findings=new), private, pretend=pretend)
        case Bundled():
            _head("Bundle")
            bundle.show(settings, project, step, private, pretend=pretend)


def _head(name: str) -> None:
    from i18n.cli.output import bold, say

    say(f"\n{bold(name)}")


def _show_end(
    session: Session,
    project: Project,
    selection: Selection,
    steps: list[Step],
    lacks: tuple[Lack, ...],
    private: Collection[str],
) -> None:
    from i18n.cli import status
    from i18n.cli.output import plural, say
    from i18n.store import places
    from i18n.workflow.check.check import Checked
    from i18n.workflow.exit_status import has_errors
    from i18n.workflow.status import Counted, totals, without

    (checked,) = (step for step in steps if isinstance(step, Checked))
    found = Counted(checked.rows, totals(checked.rows, selection.locales), ())
    _head("Where things stand")
    say(status.as_table(without(found, private)))
    say()
    folders = (project.build.path, project.bundle.path, project.catalogs.path.partition("{")[0].rstrip("/"))
    dist, bundles, catalogs = (places.nearest(session.store.place(folder)) for folder in folders)
    pages = f"{dist}/LANGUAGE/" if project.placement.divided else f"{dist}/"
    only_zip = project.bundle.formats == ("zip",)
    say(f"Compiled articles: {pages}   Bundles: {bundles}/{'LANGUAGE.zip' if only_zip else ''}")
    _head("Next")
    if has_errors(checked.findings):
        say("  Mend the errors that Check lists: each names the catalog and its line.")
    open_messages = sum(counts.messages - counts.translated for _, counts in found.totals)
    if open_messages:
        say(
            f"  Finish {plural(open_messages, 'message')} in the catalogs below {catalogs}/ with Poedit,\n"
            "  Lokalize, OmegaT or Weblate: correct a draft and take its fuzzy mark away.\n"
            "  Then run `i18n run` again."
        )
    else:
        say(f"  Everything is translated: publish what lies in {dist}/ and {bundles}/.")
    for lack in lacks:
        say(f"  {lack.engine} makes no drafts for {', '.join(lack.locales)}:\n    {lack.said}.")
        say(f"    To get them: {lack.hint}")
