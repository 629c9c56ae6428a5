"""`i18n engines list`, `verify`, `remove`, `where`: what becomes of models that were installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from i18n.cli.engines.amounts import ENGINE, megabytes
from i18n.cli.options import printed, writer
from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from i18n.draft.models.installed import Installed
    from i18n.draft.models.offers import Offer

_NO_MODEL = "No model is installed."


@click.command("list")
@printed
@click.pass_obj
def listed(settings: Settings, form: str) -> int:
    """List the models that are installed, for all projects, and those that can be installed by name.

    \b
    Examples:
      i18n engines list
      i18n engines list --format json
    """
    from i18n.cli.engines import machine
    from i18n.cli.output import say
    from i18n.draft.models.offers import shipped
    from i18n.draft.models.places import home
    from i18n.workflow.draft.models import all_installed

    del settings
    models, offers = all_installed(), shipped()
    if form == "json":
        say(machine.models(models, offers, str(home())))
    else:
        _show_list(models, offers)
    return 0


def _show_list(models: tuple[Installed, ...], offers: tuple[Offer, ...]) -> None:
    from i18n.cli.output import say, table

    if models:
        say(table(("installed", "from", "to", "size", "licence", "since", "origin"), map(_row, models)))
        for line in credits_of(models):
            say(line)
    else:
        say(_NO_MODEL)
    if offers:
        head = ("by name", "from", "to", "size", "licence", "quality")
        sizes = [megabytes(sum(file.size for file in offer.files)) for offer in offers]
        rows = [
            (offer.engine, offer.source, offer.target, size, offer.licence, offer.quality)
            for offer, size in zip(offers, sizes, strict=True)
        ]
        say(f"\n{table(head, rows)}")
    else:
        say("This version lists no models that can be installed by name: --from FILE|URL --sha256 HEX names one.")


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
    return (model.name, record.source, record.target, megabytes(model.size), licence, record.day, record.origin)


@click.command()
@printed
@click.pass_obj
def verify(settings: Settings, form: str) -> int:
    """Compare every file of the models that are installed with the SHA-256 that it had; exit with 1 if one differs.

    \b
    Examples:
      i18n engines verify
    """
    from i18n.cli.engines import machine
    from i18n.cli.output import say
    from i18n.draft.models.installed import flaws
    from i18n.workflow.draft.models import all_installed

    del settings
    found = {model: list(flaws(model)) for model in all_installed()}
    if form == "json":
        say(machine.verified({model.name: wrong for model, wrong in found.items()}))
        return int(any(found.values()))
    for model, wrong in found.items():
        say(f"{model.name}: {'; '.join(wrong) or 'as it was installed'}.")
        if wrong:
            say(f"  i18n engines remove {model.record.engine} {model.name}, and add it again.")
    if not found:
        say(_NO_MODEL)
    return int(any(found.values()))


@click.command()
@ENGINE
@click.argument("model", metavar="LOCALE|NAME")
@writer
@printed
@click.pass_obj
def remove(settings: Settings, engine: str, model: str, dry_run: bool, check: bool, form: str) -> int:
    """Delete a model that was installed, by its name or its language, for all projects.

    Only files that `i18n engines add` put there go, and downloads for the language that were interrupted.

    \b
    Examples:
      i18n engines remove ctranslate2 de
      i18n engines remove ctranslate2 en-de-1f3a5c7e9b2d
    """
    from i18n.cli.engines import machine
    from i18n.cli.output import say
    from i18n.workflow.draft.models import take_away

    del settings
    pretend = dry_run or check
    done = take_away(engine, model, pretend=pretend)
    if form == "json":
        say(machine.removed(done, pretend=pretend))
        return int(check and bool(done.size or done.models))
    if not done.size and not done.models:
        say(f"No model for {model} is installed.")
        return 0
    names = ", ".join(each.name for each in done.models) or "An interrupted download"
    say(f"{names}: {megabytes(done.size)} {'would be freed' if pretend else 'freed'}.")
    for each in done.left:
        say(f"  {each.folder} holds other files too, and stays.")
    return int(check)


@click.command()
@printed
@click.pass_obj
def where(settings: Settings, form: str) -> int:
    """Print the folder of the models that are installed; MANYTONGUES_MODELS in the environment names another one.

    \b
    Examples:
      i18n engines where
    """
    from i18n.cli.engines import machine
    from i18n.cli.output import say
    from i18n.draft.models.places import home

    del settings
    folder = str(home())
    say(machine.folder(folder) if form == "json" else folder)
    return 0
