"""`i18n bundle`: compiled articles in, one archive a language out."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from i18n.cli.options import locales_only, writer
from i18n.cli.settings import Settings
from i18n.project.tables import BundleFormat

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from i18n.project import Project
    from i18n.workflow.publish.bundles import Bundled
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
def command(
    settings: Settings, locales: tuple[str, ...], formats: tuple[BundleFormat, ...], dry_run: bool, check: bool
) -> int:
    """Pack the compiled articles in bundles/: the same bytes for the same input.

    `zip` holds the Markdown of a language, for sites. `epub` is a book of a language. `html` is one archive of pages in
    all languages, which open in any browser, without a network or a script; both need the extra `html`.

    An article with an error in a language stays out of that language's archive; so do private articles. What was not
    built, or has changed since it was, is refused: then run `i18n build` again.

    \b
    Examples:
      i18n bundle
      i18n bundle --locale ar
      i18n bundle --format html --format epub
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
        chosen: Sequence[BundleFormat] = tuple(dict.fromkeys(formats)) or project.bundle.formats
        made = bundle_all(session.silent, project, selection, *found, chosen)
        private = unnamed(settings, project, selection, made.private)
        told = (each for each in checked.findings if each.severity.value == "error" or each.rule == "old-page")
        show_findings(settings, (*told, *made.findings), private)
        show(settings, project, made, private, pretend=pretend)
        inputs = exit_status.of_findings(checked.findings, no=bool(checked.errors))
        return exit_status.worst([inputs, status_of([made], check=check)])

    return carried_out(settings, (), locales, work, pretend=pretend, epoch=source_date_epoch())


def show(settings: Settings, project: Project, made: Bundled, private: Collection[str], *, pretend: bool) -> None:
    """Print what each archive holds and what stayed out of it; names in `private` are not told."""
    from i18n.cli.build import messages
    from i18n.cli.output import called, note, plural, say, table

    said: dict[str, None] = {}
    for bundle in made.bundles:
        kind = f"{bundle.locale or 'html'} bundle"
        shown = (each for each in bundle.withheld if each[0] not in private)
        said |= dict.fromkeys(f"{article} stays out of the {kind}: it {reason}." for article, reason in shown)
        if hidden := sum(article in private for article, _ in bundle.withheld):
            said[f"Out of the {kind}: {plural(hidden, 'private article')}."] = None
        refused = ((called(each.path, private), each) for each in bundle.refusals)
        said |= dict.fromkeys(f"No {kind}: {name}: {each.reason} {each.hint}" for name, each in refused)
    for line in said:
        note(settings, line)
    packed = [bundle for bundle in made.bundles if bundle.articles]
    if packed:
        rows = [(each.path, f"{each.articles:,}", f"{each.files:,}", f"{each.size:,}") for each in packed]
        say(table(("bundle", "articles", "other files", "bytes"), rows, numbers=3))
        counts = {each.locale: each.counts for each in packed if each.locale}
        say(f"\n{messages(counts.items())}\n" if counts else "")
    for path in made.removed:
        say(f"{path} {'would be' if pretend else 'was'} removed: nothing is published in its language any more.")
    written = sum(bundle.written for bundle in made.bundles)
    verb = "would be written" if pretend else "written"
    lacking = (bundle.locale or "html" for bundle in made.bundles if bundle.refusals or not bundle.articles)
    without = ", ".join(dict.fromkeys(lacking))
    end = f"{plural(written, 'bundle')} {verb}" if written or without or made.removed else "all up to date"
    say(f"{project.bundle.path}/: {end}{f'; none for {without}' if without else ''}.")
