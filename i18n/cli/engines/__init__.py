"""`i18n engines`: who could draft, where texts would go, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from i18n.cli.engines import adding, models
from i18n.cli.options import printed
from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from i18n.workflow.draft.engines import EngineReport
    from i18n.workflow.draft.ways import BestWay


_MANY = 6
"""Languages that a line has room for."""
_HERE = "`i18n engines`"
"""What this very command says below needs no word that it does."""


@click.group(invoke_without_command=True)
@click.option("--online", is_flag=True, help="Ask servers on other machines too what they offer; never with any text.")
@printed
@click.pass_context
def command(ctx: click.Context, online: bool, form: str) -> int:
    """Show which engines there are, where they send texts, and which languages each can serve.

    A star marks the engines that [draft] engines names. Below the table stands what each of the others
    needs, and for a language that no engine of the project serves the best that could and the command that gives it.
    Nothing is translated and no text is sent; servers on this machine are asked what they offer, others only
    with --online. The commands below install models for engines of this machine.

    \b
    Examples:
      i18n engines
      i18n engines --online
      i18n engines --format json
      i18n engines add ctranslate2 de --from en_de.argosmodel --sha256 1f3a…
    """
    settings: Settings = ctx.obj
    if settings.locales:
        raise click.UsageError("`i18n engines` takes no --locale.")
    if ctx.invoked_subcommand:
        if form != "text":
            raise click.UsageError(f"Put --format behind it: i18n engines {ctx.invoked_subcommand} --format {form}")
        return 0
    return _answered(settings, online=online, form=form)


def _answered(settings: Settings, *, online: bool, form: str) -> int:
    from i18n.cli.output import say
    from i18n.cli.target import project_of
    from i18n.workflow.draft.engines import overview
    from i18n.workflow.draft.ways import best_ways

    project = project_of(settings)
    found = overview(project, online=online)
    ways = best_ways(project, project.draft.engines)
    if form == "json":
        from i18n.cli.engines import machine

        say(machine.overview(found, ways))
    else:
        _show(found, ways, online=online)
    return 0


def _show(found: tuple[EngineReport, ...], ways: tuple[BestWay, ...], *, online: bool) -> None:
    from i18n.cli.draft import said_of
    from i18n.cli.output import say, table
    from i18n.workflow.draft.models import all_installed

    every = max((len(one.ready) for one in found), default=0)  # the memory serves them all
    rows = [(f"{'*' if one.used else ' '} {one.engine}", _place(one), _served(one, every)) for one in found]
    say(table(("  engine", "texts go to", "could draft"), rows))
    needed = [line for one in found for line in _needed(one)]
    if needed:
        say("\nWhat is missing:")
    for line in needed:
        say(line)
    notices = [f"  {one.engine}: {one.notice}" for one in found if one.notice]
    if notices:
        say("\nWhat becomes of texts there:")
    for line in notices:
        say(line)
    if ways:
        say("\nThe best way for languages without an engine:")
    for line in said_of(ways):
        say(line)
    for line in models.credits_of(all_installed()):
        say(line)
    if not online and any(not one.traffic.near for one in found):
        say("\nServers on other machines were not asked; --online does that.")


def _place(one: EngineReport) -> str:
    from i18n.draft import Traffic

    if one.fault or not (one.ready or one.address):
        return "-"
    if one.traffic is Traffic.CONFINED:
        return "this machine"
    more = {Traffic.LOOPBACK: " (this machine; may hand on)", Traffic.LAN: " (your network)"}
    return f"{one.address}{more.get(one.traffic, '')}" or "nowhere"


def _served(one: EngineReport, every: int) -> str:
    """The languages that it could draft; of many that are all of them, only those that a user should know more of."""
    whole = len(one.ready) == every > _MANY
    said = [f"{locale} ({note})" if note else locale for locale, note in one.ready if note or not whole]
    return "; ".join(filter(None, (f"all {every} languages" if whole else "", ", ".join(said)))) or "nothing yet"


def _needed(one: EngineReport) -> list[str]:
    if one.fault:
        return [f"  {one.engine}: {one.fault}"]
    lines = []
    for lack in one.lacks:
        languages = "" if not one.ready and len(one.lacks) == 1 else f" for {', '.join(lack.locales)}"
        more = " (and the like)" if len(lack.missing) > 1 else ""
        lines.append(f"  {one.engine}{languages}: {lack.missing[0]}{more}.")
        lines += [f"    {lack.hint}"] if _HERE not in lack.hint else []
    return lines


for _each in (adding.add, models.listed, models.verify, models.remove, models.where):
    command.add_command(_each)
