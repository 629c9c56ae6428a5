"""`i18n bundle`: compiled articles in, one archive a language out."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from i18n.cli.options import locales_only, writer
from i18n.cli.settings import Settings
from i18n.project.tables import BundleFormat

if TYPE_CHECKING:
    from collections.abc import Collection

    from i18n.project import Project
    from i18n.workflow.publish.bundle import Bundled
    from i18n.workflow.selection import Selection
    from i18n.workflow.session import Session


@click.command()
@locales_only
@click.option(
    "--format",
    "formats",
    type=click.Choice(get_args(BundleFormat)),
    multiple=True,
    help="What to make; without it: [bundle] formats.",
)
@writer
@click.pass_obj
def command(settings: Settings, locales: tuple[str, ...], formats: tuple[str, ...], dry_run: bool, check: bool) -> int:
    """Pack the compiled articles: one archive a language in bundles/, the same bytes for the same input.

    An article with an error in a language stays out of that language's archive; so do private articles. What was not
    built, or has changed since it was, is refused: then run `i18n build` again.

    \b
    Examples:
      i18n bundle
      i18n bundle --locale ar
    """
    from i18n.cli.build import source_date_epoch
    from i18n.cli.target import carried_out, unnamed

    pretend = dry_run or check

    def work(session: Session, project: Project, selection: Selection) -> int:
        from i18n.cli.output import show_findings
        from i18n.workflow import exit_status
        from i18n.workflow.check.check import check_all
        from i18n.workflow.publish.bundle import bundle_all, read_manifest
        from i18n.workflow.step import status_of

        read_manifest(session.store, project)
        checked = check_all(session, project, selection)
        found = checked.errors, checked.digests, checked.private
        made = bundle_all(session.silent, project, selection.locales, *found)
        private = unnamed(settings, project, selection, made.private)
        told = (each for each in checked.findings if each.severity.value == "error" or each.rule == "old-page")
        show_findings(settings, told, private)
        show(settings, project, made, private, pretend=pretend)
        inputs = exit_status.of_findings(checked.findings, no=bool(checked.errors))
        return exit_status.worst([inputs, status_of([made], check=check)])

    return carried_out(settings, (), locales, work, pretend=pretend, epoch=source_date_epoch())


def show(settings: Settings, project: Project, made: Bundled, private: Collection[str], *, pretend: bool) -> None:
    """Print what each archive holds and what stayed out of it; names in `private` are not told."""
    from i18n.cli.build import messages
    from i18n.cli.output import called, note, plural, say, table

    for bundle in made.bundles:
        for article, reason in bundle.withheld:
            if article not in private:
                note(settings, f"{article} stays out of the {bundle.locale} bundle: it {reason}.")
        hidden = sum(article in private for article, _ in bundle.withheld)
        if hidden:
            note(settings, f"Out of the {bundle.locale} bundle: {plural(hidden, 'private article')}.")
        for refusal in bundle.refusals:
            name = called(refusal.path, private)
            note(settings, f"No {bundle.locale} bundle: {name}: {refusal.reason} {refusal.hint}")
    packed = [bundle for bundle in made.bundles if bundle.articles]
    if packed:
        rows = [(each.path, f"{each.articles:,}", f"{each.files:,}", f"{each.size:,}") for each in packed]
        say(table(("bundle", "articles", "other files", "bytes"), rows, numbers=3))
        say(f"\n{messages((each.locale, each.counts) for each in packed)}\n")
    for path in made.removed:
        say(f"{path} {'would be' if pretend else 'was'} removed: nothing is published in its language any more.")
    written = sum(bundle.written for bundle in made.bundles)
    verb = "would be written" if pretend else "written"
    without = ", ".join(bundle.locale for bundle in made.bundles if bundle.refusals or not bundle.articles)
    said = f"{plural(written, 'bundle')} {verb}" if written or without or made.removed else "all up to date"
    say(f"{project.bundle.path}/: {said}{f'; none for {without}' if without else ''}.")
