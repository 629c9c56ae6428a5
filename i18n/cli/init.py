"""`i18n init`: the configuration, and languages added to it."""

from __future__ import annotations

import click

from i18n.cli.options import with_earlier, writer
from i18n.cli.settings import Settings


@click.command()
@click.option(
    "--locale",
    "locales",
    metavar="TAG",
    multiple=True,
    callback=with_earlier,
    help="A language to translate into; may be repeated.",
)
@click.option(
    "--dialect", metavar="NAME", help="The Markdown the articles are written in; without it: by what is there."
)
@writer
@click.pass_obj
def command(settings: Settings, locales: tuple[str, ...], dialect: str | None, dry_run: bool, check: bool) -> int:
    """Write i18n.toml, or add a language to the configuration that is there.

    The site generator is recognized by its files. What an existing configuration says, its comments and its layout
    stay; nothing is ever overwritten.

    \b
    Examples:
      i18n init --locale de --locale pt-BR
      i18n init --locale fr         later: one more language
    """
    from i18n.cli.output import say
    from i18n.store import places
    from i18n.workflow.init import init

    begun = init(places.working_folder(), settings.folder, locales, dialect, pretend=dry_run or check)
    languages = ", ".join(begun.added)
    if begun.created:
        say(f"{'Would write' if dry_run or check else 'Wrote'} {begun.file}: articles in {begun.source}/, {languages}.")
        if begun.site:
            say(f"This looks like a {begun.site.name} site; the articles are read as {begun.dialect}.")
            if begun.unpublished:
                say(f"{begun.site.name} would publish catalogs and bundles too. Add to {begun.unpublished}")
    elif begun.added:
        say(f"{'Would add' if dry_run or check else 'Added'} {languages} to {begun.file}.")
    else:
        say(f"{begun.file} is there already; nothing to add.")
    if begun.writes and not dry_run and not check:
        say("Next: i18n extract")
    return int(check and begun.writes)
