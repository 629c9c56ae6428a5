"""`i18n draft`: machine text for empty messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from i18n.cli.options import narrowed, writer
from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from i18n.workflow.desk import Tally
    from i18n.workflow.draft import Estimate


@click.command()
@narrowed
@click.option(
    "--engine",
    "engines",
    metavar="NAME",
    multiple=True,
    help="Use this engine instead of [draft] engines; may be repeated, in the order to be tried.",
)
@click.option("--estimate", is_flag=True, help="Send nothing; say how much there is to draft and who could.")
@click.option(
    "--max-characters",
    metavar="N",
    type=click.IntRange(min=1),
    help="Stop before more than this is sent in all, instead of [draft] max_characters.",
)
@click.option("--redo", is_flag=True, help="Replace drafts too that nobody touched.")
@writer
@click.pass_obj
def command(
    settings: Settings,
    articles: tuple[str, ...],
    locales: tuple[str, ...],
    engines: tuple[str, ...],
    estimate: bool,
    max_characters: int | None,
    redo: bool,
    dry_run: bool,
    check: bool,
) -> int:
    """Fill empty messages: from memory first, then by engines, in the order of [draft] engines.

    A draft is fuzzy and says where it came from; what a person wrote is never touched. What an engine could not
    translate with its markup whole stays empty, with a comment that says why. This is the only command that may use
    the network, and only for an engine that the configuration or --engine names. --dry-run and --check ask only
    engines on this machine.

    \b
    Examples:
      i18n draft --estimate
      i18n draft --locale es
      i18n draft --engine memory --redo
    """
    from datetime import UTC, datetime

    from i18n.cli.output import progress, show_findings
    from i18n.cli.target import project_of, selection_of
    from i18n.cli.writing import finished, lock_of
    from i18n.workflow import outcome
    from i18n.workflow.draft import Plan, draft_all, estimates, prepare

    project = project_of(settings)
    selection = selection_of(project, articles, locales)
    limit = max_characters or project.draft.max_characters
    ready = prepare(project, selection, Plan(engines or project.draft.engines, redo, limit), settings.jobs)
    show_findings(settings, ready.findings)
    if estimate:
        show_estimates(estimates(ready))
        return finished(ready.findings)
    pretend = dry_run or check
    with progress(settings, "Drafting", ready.messages) as step:
        tallies = draft_all(
            ready, now=datetime.now(UTC), lock=lock_of(settings, project, pretend=pretend), pretend=pretend, step=step
        )
    show(settings, tallies, pretend=pretend)
    failed = any(tally.broken for tally in tallies)
    would_write = check and any(tally.catalogs for tally in tallies)
    status = finished(ready.findings, would_write=would_write)
    return outcome.worst([status, outcome.ENGINE if failed else outcome.DONE])


def show_estimates(found: tuple[Estimate, ...]) -> None:
    """Print what there is to draft in each language, and what each engine lacks."""
    from i18n.cli.output import say, table

    rows = [(one.locale, f"{one.wanted:,}", f"{one.from_memory:,}", f"{one.characters:,}") for one in found]
    say(table(("locale", "to draft", "from memory", "characters for engines"), rows, numbers=3))
    lines: dict[str, list[str]] = {}
    for one in found:
        for engine, lacks in one.engines:
            lines.setdefault(f"{engine}: {lacks or 'ready.'}", []).append(one.locale)
    for line, locales in lines.items():
        say(f"{', '.join(locales)}: {line}")


def show(settings: Settings, tallies: tuple[Tally, ...], *, pretend: bool) -> None:
    """Print how many messages each engine drafted in each language, and why others have no draft."""
    from i18n.cli.output import note, plural, say, table

    names = list(dict.fromkeys(name for tally in tallies for name in tally.drafted))
    rows = [
        (tally.locale, f"{tally.wanted:,}", *(f"{tally.drafted[name]:,}" for name in names), f"{tally.left.total():,}")
        for tally in tallies
        if tally.wanted
    ]
    if rows:
        say(table(("locale", "to draft", *names, "left empty"), rows, numbers=len(names) + 2))
    for tally in tallies:
        for reason, count in tally.left.most_common(None if settings.verbose else 3):
            note(settings, f"{tally.locale}: {plural(count, 'message')} without a draft: {reason}.")
        if tally.overtaken:
            note(settings, f"{tally.locale}: {plural(tally.overtaken, 'message')} changed meanwhile and kept.")
    written = sum(tally.catalogs for tally in tallies)
    verb = "would be written" if pretend else "written"
    say(f"{plural(written, 'catalog')} {verb}." if written else "No draft was written.")
