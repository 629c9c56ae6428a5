"""`i18n engines add`: a model for an engine of this machine, after saying what would be fetched from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from i18n.cli.engines.amounts import ENGINE, megabytes
from i18n.cli.options import printed, writer
from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import ExitStack

    from i18n.draft.models.installing import Outcome
    from i18n.draft.models.wanted import Wanted


@click.command()
@ENGINE
@click.argument("locale")
@click.option("--from", "place", metavar="FILE|URL", default="", help="An .argosmodel or .zip, here or behind https.")
@click.option("--sha256", metavar="HEX", default="", help="The SHA-256 of that file; another file is refused.")
@click.option(
    "--host",
    "hosts",
    metavar="HOST",
    multiple=True,
    help="Another host that the server may redirect to; may be repeated.",
)
@click.option("--licence", metavar="TEXT", default="", help="The licence of that model, for `i18n engines list`.")
@click.option("--yes", is_flag=True, help="Fetch it without asking.")
@writer
@printed
@click.pass_obj
def add(
    settings: Settings,
    engine: str,
    locale: str,
    place: str,
    sha256: str,
    hosts: tuple[str, ...],
    licence: str,
    yes: bool,
    dry_run: bool,
    check: bool,
    form: str,
) -> int:
    """Install a model with which an engine of this machine drafts a language.

    Says first what it would fetch, from where, how large that is, under which licence, and where it would lie; then it
    asks. Only https is used, and only the host that was named: a redirect to another one is refused. A file with
    another SHA-256 is deleted. After an interruption the same command goes on where it stopped. What is unpacked is the
    model alone; a sentence is translated before it gets its name.
    Without --from it installs a model that this version lists by name. With [privacy] remote = "never" only files of
    this machine are taken. With --format json the announcement goes to stderr.

    \b
    Examples:
      i18n engines add ctranslate2 de --from en_de.argosmodel --sha256 1f3a…
      i18n engines add ctranslate2 de --from https://models.example/en_de.argosmodel --sha256 1f3a…
      i18n engines add ctranslate2 de
    """
    from i18n.cli.engines import machine
    from i18n.cli.output import note, say
    from i18n.cli.target import project_of
    from i18n.workflow.draft import models

    project = project_of(settings)
    wanted = models.wanted(project, models.Named(engine, locale, place, sha256, hosts, licence))
    folder, as_json = models.place(wanted), form == "json"
    if model := models.standing(wanted):
        text = f"{model.name} is installed already; nothing was fetched."
        say(machine.added(wanted, folder, model, None) if as_json else text)
        return 0
    for line in _announced(wanted, folder, models.proxy(wanted)):
        note(settings, line) if as_json else say(line)
    if dry_run or check:
        say(machine.added(wanted, folder, None, None) if as_json else "Nothing was fetched or written.")
        return int(check)
    if wanted.remote and not _allowed(wanted, yes=yes):
        return 1
    outcome = _added(settings, wanted)
    if as_json:
        say(machine.added(wanted, folder, outcome.model, outcome))
    else:
        _show(outcome, locale)
    return 0


def _announced(wanted: Wanted, place: str, proxy: str) -> list[str]:
    """Say what is fetched, from where, how large it is, its licence, where it will lie, and what stays here."""
    first, host = wanted.parts[0], wanted.host
    names = ", ".join(part.name for part in wanted.parts)
    size = f"{wanted.size:,} bytes" if wanted.size is not None else f"{host} says so when it is asked; at most 4 GB"
    elsewhere = f", and {', '.join(wanted.hosts)} where it redirects there" if wanted.hosts else ", and no other host"
    way = f" by way of the proxy {proxy}" if proxy else ""
    lines = [
        f"A model for {wanted.engine}, from {wanted.source} to {wanted.target}: {names}",
        f"  From: {host} (this download contacts {host}{way}{elsewhere})" if host else f"  From: {first.place}",
        f"  Size: {size}",
        f"  SHA-256: {', '.join(part.sha256 for part in wanted.parts)}",
        f"  Licence: {wanted.licence or 'not known here; it stands where the model is offered'}",
    ]
    lines += [f"  {word}: {text}" for word, text in (("By", wanted.attribution), ("Quality", wanted.quality)) if text]
    return [*lines, f"  It will lie in: {place}", "  Your texts stay on this machine when it translates."]


def _allowed(wanted: Wanted, *, yes: bool) -> bool:
    """Ask whether the host may be contacted. Raises ConfigurationError if nobody can be asked."""
    from i18n.cli.consent import is_terminal
    from i18n.errors import ConfigurationError

    if not yes and not is_terminal():
        raise ConfigurationError(
            f"Nobody has allowed that {wanted.host} is contacted.", "Run the command in a terminal, or with --yes."
        )
    return yes or click.confirm("Fetch it?", err=True)


def _added(settings: Settings, wanted: Wanted) -> Outcome:
    """Install it, with a bar on a terminal."""
    from contextlib import ExitStack

    from i18n.cli.output import note
    from i18n.draft.models.fetching import Way
    from i18n.workflow.draft import models

    with ExitStack() as bars:
        bar = _Bar(settings, wanted.parts[0].name, bars)
        way = Way(wanted.hosts, moved=bar.moved, expected=bar.expected)
        return models.add(wanted, way, lambda: note(settings, "Waiting for another command that installs a model …"))


class _Bar:
    """How much came, and how much is to come; begins again with each try."""

    def __init__(self, settings: Settings, label: str, bars: ExitStack) -> None:
        self._settings, self._label, self._bars = settings, label, bars
        self._step: Callable[[int], object] = int

    def expected(self, size: int) -> None:
        """Begin, with so many bytes to come."""
        from i18n.cli.output import note, progress

        self._bars.close()
        note(self._settings, f"{megabytes(size)} are to come." if size else "How much is to come, it does not say.")
        self._step = self._bars.enter_context(progress(self._settings, self._label, size))

    def moved(self, count: int) -> None:
        """Go on by so many bytes."""
        self._step(count)


def _show(outcome: Outcome, locale: str) -> None:
    from i18n.cli.output import say

    model, trial = outcome.model, outcome.trial
    if not outcome.fresh:
        say(f"{model.name} was installed by another command meanwhile.")
        return
    say(f"Installed {model.name} ({megabytes(model.size)}) in {model.folder}.")
    if trial.answer:
        say(f"Tried: “{trial.sentence}” became “{trial.answer}”")
    elif trial.missing:
        say(f"Not tried: {trial.missing}.")
    say(f"To use it: i18n draft --engine memory --engine {model.record.engine} --locale {locale}")
