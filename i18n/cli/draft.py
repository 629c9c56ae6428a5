"""`i18n draft`: machine text for empty messages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from i18n.cli.options import narrowed, verifying, writer
from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from i18n.draft.sending.budget import Account
    from i18n.project import Project
    from i18n.workflow.draft.catalog_writer import Tally
    from i18n.workflow.draft.draft import Estimate
    from i18n.workflow.draft.ways import BestWay
    from i18n.workflow.selection import Selection
    from i18n.workflow.session import Session


@click.command()
@narrowed
@click.option(
    "--engine",
    "engines",
    metavar="NAME",
    multiple=True,
    help="Use this engine instead of [draft] engines; may be repeated, in the order to be tried.",
)
@click.option("--estimate", is_flag=True, help="Send nothing; say what would be sent to whom, and what it would cost.")
@click.option(
    "--max-characters",
    metavar="N",
    type=click.IntRange(min=1),
    help="Stop before more than this is sent in all, instead of [draft] max_characters.",
)
@click.option(
    "--max-cost",
    metavar="N",
    type=click.FloatRange(min=0, min_open=True),
    help="Stop before it costs more than this by the prices of the configuration, instead of [draft] max_cost.",
)
@click.option("--redo", is_flag=True, help="Replace drafts too that nobody touched.")
@click.option("--yes", is_flag=True, help="Send texts to the engines that are named without asking, now and later.")
@writer
@verifying
@click.pass_obj
def command(
    settings: Settings,
    articles: tuple[str, ...],
    locales: tuple[str, ...],
    engines: tuple[str, ...],
    estimate: bool,
    max_characters: int | None,
    max_cost: float | None,
    redo: bool,
    yes: bool,
    dry_run: bool,
    check: bool,
) -> int:
    """Fill empty messages: from memory first, then by engines, in the order of [draft] engines.

    A draft is fuzzy and says where it came from; what a person wrote is never touched. What an engine could not
    translate with its markup whole stays empty, with a comment that says why. This command uses the network only for an
    engine that the configuration or --engine names; before a project's texts go for
    the first time to another machine, or to a server here that may hand them on, it says what would be sent where, and
    asks. What was answered once is not sent again. --dry-run and --check ask only engines from which nothing leaves.

    \b
    Examples:
      i18n draft --estimate
      i18n draft --locale es
      i18n draft --engine memory --redo
    """
    from i18n.cli.target import carried_out, standing_of, unnamed

    pretend = dry_run or check or estimate

    def work(session: Session, project: Project, selection: Selection) -> int:
        from contextlib import closing

        from i18n.cli import consent
        from i18n.cli.output import show_findings
        from i18n.workflow import exit_status
        from i18n.workflow.draft.consent import questions
        from i18n.workflow.draft.draft import draft_all, estimates
        from i18n.workflow.draft.requests import DraftOptions, prepare
        from i18n.workflow.step import status_of
        from i18n.workflow.withheld import withheld_of

        limits = max_characters or project.draft.max_characters, max_cost or project.draft.max_cost
        options = DraftOptions(engines or project.draft.engines, redo, *limits)
        private = unnamed(settings, project, selection, withheld_of(session, project, selection).paths)
        with closing(prepare(session, project, selection, options)) as ready:
            show_findings(settings, ready.findings, private)
            if estimate:
                session.depends_on("engines")
                show_estimates(project, estimates(session, ready))
                return exit_status.of_findings(ready.findings)
            asked = () if session.pretend else questions(session.store, ready)
            done = draft_all(session, ready, consent.refused(settings, session, asked, yes=yes))
        show_findings(settings, (finding for tally in done.tallies for finding in tally.findings), private)
        show(settings, done.tallies, pretend=session.pretend)
        _show_best_ways(project, options.engines, done.tallies)
        show_receipt(settings, project, done.accounts)
        return status_of([done], check=check)

    def depends(session: Session, project: Project) -> object:
        return standing_of(session, project, engines), _best_ways(project, engines or project.draft.engines)

    return carried_out(settings, articles, locales, work, pretend=pretend, depends=depends)


def _best_ways(project: Project, engines: tuple[str, ...]) -> tuple[BestWay, ...]:
    """What could draft languages that no engine serves; nothing if nobody wants engines."""
    if set(engines) <= {"memory"}:
        return ()
    from i18n.workflow.draft.ways import best_ways  # all engines come with it

    return best_ways(project, engines)


def _show_best_ways(project: Project, engines: tuple[str, ...], tallies: tuple[Tally, ...]) -> None:
    """Name the best engine for each language in which messages stay empty and that no engine serves."""
    from i18n.cli.output import say

    empty = {tally.locale for tally in tallies if tally.left}
    for line in said_of([way for way in _best_ways(project, engines) if way.locale in empty] if empty else []):
        say(line)


def said_of(ways: Sequence[BestWay]) -> Iterator[str]:
    """Say what could draft languages that no engine serves: a line for each engine, and one for each command."""
    for engine, reason in dict.fromkeys((way.engine, way.reason) for way in ways):
        some = [way for way in ways if (way.engine, way.reason) == (engine, reason)]
        them = "it" if len(some) == 1 else "them"
        yield f"{', '.join(way.locale for way in some)}: no engine of the project drafts {them}."
        yield f"  The best that could is {engine}: {reason}."
        yield from (f"    {line}" for line in dict.fromkeys(way.command for way in some))


def show_estimates(project: Project, found: tuple[Estimate, ...]) -> None:
    """Print what would be sent to whom in each language, what it would cost, and what each engine lacks."""
    from i18n.cli.output import say, table

    rows: list[tuple[str, ...]] = []
    for one in found:
        start = (one.locale, f"{one.wanted:,}", f"{one.from_memory:,}")
        for account in one.accounts or (None,):
            sent = (account.cached, account.texts, account.characters, account.requests) if account else (0, 0, 0, 0)
            rows.append((*start, account.engine if account else "", *(f"{number:,}" for number in sent)))
            start = ("", "", "")
    head = ("locale", "to draft", "memory", "engine", "cache", "texts", "characters", "requests")
    say(table(head, rows, numbers=4))
    accounts = [account for one in found for account in one.accounts]
    for engine, address in dict.fromkeys((account.engine, account.address) for account in accounts):
        if address:
            say(f"{engine}: texts would go to {address}.")
    for engine in dict.fromkeys(account.engine for account in accounts if account.price):
        own = [account for account in accounts if account.engine == engine]
        say(f"{engine}: {_money(sum(each.cost for each in own))} {_at(project, own[0])}.")
    lines: dict[str, list[str]] = {}
    for one in found:
        for engine, lacks in one.lacks:
            lines.setdefault(f"{engine}: {lacks}", []).append(one.locale)
    for line, locales in lines.items():
        say(f"{', '.join(locales)}: {line}")
    say("Nothing was sent. What an engine refuses goes to the next one, which is not counted here.")


def show_receipt(settings: Settings, project: Project, accounts: tuple[Account, ...]) -> None:
    """Say what was sent beyond this process, and what it cost."""
    from i18n.cli.output import note, plural

    for account in accounts:
        if not account.address:
            continue
        sent = f"{plural(account.characters, 'character')} of {plural(account.texts, 'text')}"
        parts = [f"{account.engine}: {sent} sent to {account.address} in {plural(account.requests, 'request')}"]
        if account.cached:
            parts.append(f"{plural(account.cached, 'text')} answered before")
        if account.billed != account.characters:
            parts.append(f"{plural(account.billed, 'character')} billed")
        if account.price:
            parts.append(f"{_money(account.cost)} {_at(project, account)}")
        note(settings, f"{'; '.join(parts)}.")


def _money(amount: float) -> str:
    """An amount in the currency of the price table, small ones with more digits."""
    return f"{amount:,.2f}" if amount >= 0.1 or not amount else f"{amount:.4f}"


def _at(project: Project, account: Account) -> str:
    """The price behind a sum."""
    from i18n.workflow.draft.draft import price_date

    day = price_date(project, account.engine)
    return f"at {account.price:,.2f} a million characters" + (f" (as of {day})" if day else "")


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
    written = sum(len(tally.articles) for tally in tallies)
    verb = "would be written" if pretend else "written"
    if written:
        say(f"{plural(written, 'catalog')} {verb}.")
    else:
        same = any(tally.drafted for tally in tallies)
        say("No draft was written: all are as they were." if same else "No draft was written.")
