"""`i18n engines add`, `list`, `verify`, `remove`, `where`: models for the engines of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from i18n.cli.options import writer
from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import ExitStack

    from i18n.draft.models.installed import Installed
    from i18n.draft.models.installing import Outcome
    from i18n.draft.models.wanted import Wanted

_engine = click.argument("engine", type=click.Choice(["ctranslate2"]))


@click.command()
@_engine
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
) -> int:
    """Install a model with which an engine of this machine drafts a language.

    Says first what it would fetch, from where, how large that is, under which licence, and where it would lie; then it
    asks. Only https is used, and only the host that was named: a redirect to another one is refused. A file with
    another SHA-256 is deleted. After an interruption the same command goes on where it stopped. What is unpacked is the
    model alone; a sentence is translated before it gets its name.
    Without --from it installs a model that this version lists by name. With [privacy] remote = "never" only files of
    this machine are taken.

    \b
    Examples:
      i18n engines add ctranslate2 de --from en_de.argosmodel --sha256 1f3a…
      i18n engines add ctranslate2 de --from https://models.example/en_de.argosmodel --sha256 1f3a…
      i18n engines add ctranslate2 de
    """
    from i18n.cli.output import say
    from i18n.cli.target import project_of
    from i18n.workflow.draft import models

    project = project_of(settings)
    wanted = models.wanted(project, models.Named(engine, locale, place, sha256, hosts, licence))
    if model := models.standing(wanted):
        say(f"{model.name} is installed already; nothing was fetched.")
        return 0
    for line in _announced(wanted, models.place(wanted), models.proxy(wanted)):
        say(line)
    if dry_run or check:
        say("Nothing was fetched or written.")
        return int(check)
    if wanted.remote and not _allowed(wanted, yes=yes):
        return 1
    _show(_added(settings, wanted), locale)
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
        note(self._settings, f"{_megabytes(size)} are to come." if size else "How much is to come, it does not say.")
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
    say(f"Installed {model.name} ({_megabytes(model.size)}) in {model.folder}.")
    if trial.answer:
        say(f"Tried: “{trial.sentence}” became “{trial.answer}”")
    elif trial.missing:
        say(f"Not tried: {trial.missing}.")
    say(f"To use it: i18n draft --engine memory --engine {model.record.engine} --locale {locale}")


@click.command("list")
@click.pass_obj
def listed(settings: Settings) -> int:
    """List the models that are installed, for all projects, and those that can be installed by name.

    \b
    Examples:
      i18n engines list
    """
    from i18n.cli.output import say, table
    from i18n.draft.models.offers import shipped
    from i18n.workflow.draft.models import all_installed

    del settings
    models, offers = all_installed(), shipped()
    if models:
        say(table(("installed", "from", "to", "size", "licence", "since", "origin"), map(_row, models)))
        for line in credits_of(models):
            say(line)
    else:
        say("No model is installed.")
    if offers:
        head = ("by name", "from", "to", "size", "licence", "quality")
        sizes = [_megabytes(sum(file.size for file in offer.files)) for offer in offers]
        rows = [
            (offer.engine, offer.source, offer.target, size, offer.licence, offer.quality)
            for offer, size in zip(offers, sizes, strict=True)
        ]
        say(f"\n{table(head, rows)}")
    else:
        say("This version lists no models that can be installed by name: --from FILE|URL --sha256 HEX names one.")
    return 0


def credits_of(models: tuple[Installed, ...]) -> list[str]:
    """Name whom the licences of models want named."""
    return [
        f"{model.name}: {model.record.attribution} ({model.record.licence})"
        for model in models
        if model.record.attribution
    ]


def _row(model: Installed) -> tuple[str, ...]:
    record = model.record
    licence = record.licence or "not known"
    return (model.name, record.source, record.target, _megabytes(model.size), licence, record.day, record.origin)


@click.command()
@click.pass_obj
def verify(settings: Settings) -> int:
    """Compare every file of the models that are installed with the SHA-256 that it had; exit with 1 if one differs.

    \b
    Examples:
      i18n engines verify
    """
    from i18n.cli.output import say
    from i18n.draft.models.installed import flaws
    from i18n.workflow.draft.models import all_installed

    del settings
    wrong = False
    for model in all_installed():
        found = list(flaws(model))
        wrong = wrong or bool(found)
        say(f"{model.name}: {'; '.join(found) or 'as it was installed'}.")
        if found:
            say(f"  i18n engines remove {model.record.engine} {model.name}, and add it again.")
    return int(wrong)


@click.command()
@_engine
@click.argument("model", metavar="LOCALE|NAME")
@writer
@click.pass_obj
def remove(settings: Settings, engine: str, model: str, dry_run: bool, check: bool) -> int:
    """Delete a model that was installed, by its name or its language, for all projects.

    Only files that `i18n engines add` put there go, and downloads for the language that were interrupted.

    \b
    Examples:
      i18n engines remove ctranslate2 de
      i18n engines remove ctranslate2 en-de-1f3a5c7e9b2d
    """
    from i18n.cli.output import say
    from i18n.workflow.draft.models import take_away

    del settings
    pretend = dry_run or check
    done = take_away(engine, model, pretend=pretend)
    if not done.size and not done.models:
        say(f"No model for {model} is installed.")
        return 0
    names = ", ".join(each.name for each in done.models) or "An interrupted download"
    say(f"{names}: {_megabytes(done.size)} {'would be freed' if pretend else 'freed'}.")
    for each in done.left:
        say(f"  {each.folder} holds other files too, and stays.")
    return int(check)


@click.command()
@click.pass_obj
def where(settings: Settings) -> int:
    """Print the folder of the models that are installed; MANYTONGUES_MODELS in the environment names another one.

    \b
    Examples:
      i18n engines where
    """
    from i18n.cli.output import say
    from i18n.draft.models.places import home

    del settings
    say(str(home()))
    return 0


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"


COMMANDS = (add, listed, verify, remove, where)
"""The commands of `i18n engines`."""
