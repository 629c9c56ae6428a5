"""`i18n status`: how far each article is in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from i18n.cli.options import narrowed, verifying, writer
from i18n.cli.settings import Settings
from i18n.cli.status.standing import standing_lines, why_not
from i18n.cli.status.table import as_table

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from i18n.model import Coverage
    from i18n.project import Project
    from i18n.workflow.publish.standing import Standing
    from i18n.workflow.selection import Selection
    from i18n.workflow.session import Session
    from i18n.workflow.status import Counted

__all__ = ["as_table", "command", "standing_lines", "why_not"]

_FOR_OTHERS = ("markdown", "html")
"""Forms that are made to be given away: no private article is named in them."""


@click.command()
@narrowed
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "json", "markdown", "html")),
    default="table",
    show_default=True,
    help="How to print it; markdown and html are meant for others: they never name private articles.",
)
@click.option("--missing", is_flag=True, help="List the messages that are not finished, each with its file and line.")
@click.option(
    "--badge",
    metavar="FILE",
    type=click.Path(path_type=str),
    help="Write an SVG picture too that says how much is translated, for a README; a path within the project.",
)
@click.option(
    "--fail-under",
    metavar="PERCENT",
    type=click.IntRange(0, 100),
    help="Exit with 1 if less than this percentage of the words is translated in a language.",
)
@writer
@verifying
@click.pass_obj
def command(
    settings: Settings,
    articles: tuple[str, ...],
    locales: tuple[str, ...],
    form: str,
    missing: bool,
    badge: str | None,
    fail_under: int | None,
    dry_run: bool,
    check: bool,
) -> int:
    """Show how far each article is in each language, by words and by messages.

    Private articles, and what the site generator holds back, are counted and not named, unless --private asks for it.

    Translated is what a person finished and a page can show. Refused is finished, too, but would change the page's
    structure, so that the page shows the source: `i18n check` says why. A draft is machine text that nobody touched;
    fuzzy is what needs another look; outdated are those of the fuzzy whose source changed. Shown is whatever readers
    see in their language, by what [build] publishes and falls back to.

    A language is live where `i18n build` would publish something of it now, by the limits of [build]; for each other
    one the command says why not. With names of articles it says nothing of that, as a limit may ask for any article.

    \b
    Examples:
      i18n status
      i18n status --locale ko --format json
      i18n status --missing --locale ko
      i18n status --format html > status.html
      i18n status --badge docs/translated.svg
      i18n status --fail-under 90
    """
    from i18n.cli.target import carried_out, unnamed

    if missing and form == "html":
        raise click.UsageError("--missing is a list, which --format html does not hold: give one of them.")

    def work(session: Session, project: Project, selection: Selection) -> int:
        from i18n.cli.output import note, plural, show_findings
        from i18n.workflow import exit_status
        from i18n.workflow.publish.standing import next_standings
        from i18n.workflow.status import count_all, without

        found = count_all(session, project, selection)
        private = unnamed(settings, project, selection, found.private)
        show_findings(settings, found.findings, private)
        kept = found.private if form in _FOR_OTHERS else private
        if missing:
            _list(session, project, selection, form, kept)
        else:
            if refused := sum(counts.refused for _, counts in found.totals):
                note(settings, f"{plural(refused, 'translation')} would break the page: `i18n check` says why.")
            stands = next_standings(session.store, project, selection, found)
            _show(session, project, selection, form, without(found, kept), stands, kept)
        changed = badge is not None and _drawn(settings, session, badge, found.totals)
        under = fail_under is not None and any(counts.percent < fail_under for _, counts in found.totals)
        return exit_status.of_findings(found.findings, no=under or (check and changed))

    return carried_out(settings, articles, locales, work, pretend=dry_run or check)


def _show(
    session: Session,
    project: Project,
    selection: Selection,
    form: str,
    found: Counted,
    stands: Sequence[Standing],
    private: Collection[str],
) -> None:
    """Print the counts; names in `private` are not told."""
    from i18n.cli.output import say
    from i18n.cli.status import machine, standing, table

    if form == "table":
        bare = standing.in_source_alone(found)
        lines = (*standing.lacking_lines(found), *standing_lines(stands, private, bare))
        say("\n\n".join(filter(None, (as_table(found), "\n".join(lines)))))
    elif form == "html":
        say(_page(session, project, selection, found, stands, private))
    else:
        say(table.as_markdown(found) if form == "markdown" else machine.as_json(found, stands, private))


def _page(
    session: Session,
    project: Project,
    selection: Selection,
    found: Counted,
    stands: Sequence[Standing],
    private: Collection[str],
) -> str:
    from i18n.check.report import public
    from i18n.cli.status.page import View, as_html
    from i18n.workflow.check.check import check_all

    names = {known.path: known.name for known in selection.articles}
    findings, withheld = public(check_all(session, project, selection).findings, private)
    reasons = {each.locale: why_not(each, private) for each in stands}
    view = View(
        project.name,
        found,
        reasons,
        findings,
        withheld,
        lambda article, locale: project.catalog(names[article], locale),
    )
    return as_html(view)


def _list(session: Session, project: Project, selection: Selection, form: str, private: Collection[str]) -> None:
    """Print the messages that are not finished; those of articles in `private` are counted."""
    from i18n.cli.output import say, terminal_width
    from i18n.cli.status import missing
    from i18n.workflow.missing import missing_of

    found = missing_of(session, project, selection)
    named = [each for each in found if each.article not in private]
    withheld = len(found) - len(named)
    if form == "json":
        say(missing.as_json(named, withheld))
    elif form == "markdown":
        say(missing.as_markdown(named, withheld))
    else:
        say(missing.as_lines(named, withheld, terminal_width()))


def _drawn(settings: Settings, session: Session, file: str, totals: Sequence[tuple[str, Coverage]]) -> bool:
    """Write a badge; gives whether that is a change."""
    from i18n.cli.output import note
    from i18n.cli.status.badge import badge, is_badge
    from i18n.store import places
    from i18n.workflow.status import sum_of

    name = places.typed(file, places.working_folder(), session.store.place("."))
    if name.startswith("..") or not name.lower().endswith(".svg"):
        raise click.UsageError(f"--badge {file}: expected a file of the project whose name ends in .svg.")
    there = session.store.read_if_there(name)
    if there is not None and not is_badge(there):
        raise click.UsageError(f"--badge {file}: another picture is there, and stays. Give another name.")
    label = f"translated: {totals[0][0]}" if len(totals) == 1 else "translated"
    changed = session.store.write(name, badge(label, sum_of(counts for _, counts in totals).percent))
    if changed:
        note(settings, f"{name} {'would be ' * session.pretend}written.")
    return changed
