"""`i18n init`: the configuration, and languages added to it."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

import click

from i18n.cli.options import with_earlier, writer
from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from i18n.workflow.init.data import Data
    from i18n.workflow.init.init import Begun
    from i18n.workflow.init.proposal import Proposal

FORMAT = 1
"""Raised when a field of the JSON form changes its meaning or goes."""
_PROPOSED = (
    "source_locale", "said", "from_site", "dialect", "folder", "file", "layout", "build", "in_tree", "catalogs",
    "bundles", "unread",
)  # fmt: skip
"""What of a proposal the JSON form has under the same name."""
_NAMED = 6
"""So many places are named at most."""


@click.command()
@click.option(
    "--locale",
    "locales",
    metavar="TAG",
    multiple=True,
    callback=with_earlier,
    help="A language to translate into; may be repeated. Without it: the languages of the site.",
)
@click.option(
    "--dialect", metavar="NAME", help="The Markdown the articles are written in; without it: by what is there."
)
@click.option(
    "--source-locale", metavar="TAG", help="The language the articles are written in; without it: what the site says."
)
@click.option("--yes", is_flag=True, help="Also add to .gitignore what is made again and what is private.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="How to print what was found."
)
@writer
@click.pass_obj
def command(
    settings: Settings,
    locales: tuple[str, ...],
    dialect: str | None,
    source_locale: str | None,
    yes: bool,
    form: str,
    dry_run: bool,
    check: bool,
) -> int:
    """Write i18n.toml, or add a language to the configuration that is there.

    The site generator is recognized by its files, here or in a folder below, and its configuration is read, never run:
    in which language the articles are, which others there are, in which folders they lie, and where translations are
    already. Without --locale the languages of the site are taken. What could not be found out is said. In a terminal,
    without --yes, it asks whether translators shall see dates, numbers and references in their language's writing. What
    an existing configuration says, its comments and its layout stay; nothing is ever overwritten.

    \b
    Examples:
      i18n init --locale de --locale pt-BR
      i18n init --yes               the languages of the site; .gitignore too
      i18n init --locale fr         later: one more language
      i18n init --dry-run --format json
    """
    from i18n.cli.consent import is_terminal
    from i18n.cli.output import say
    from i18n.store import places
    from i18n.workflow.init.init import init

    pretend = dry_run or check
    asked = _wants_facts if not (yes or pretend or form == "json") and is_terminal() else None
    begun = init(
        places.working_folder(),
        settings.folder,
        locales,
        dialect,
        source_locale,
        yes=yes,
        pretend=pretend,
        wants_facts=asked,
    )
    if form == "json":
        say(_as_json(begun, pretend=pretend))
        return int(check and begun.writes)
    for line in _said(replace(begun, file=places.nearest(begun.file)), pretend=pretend):
        say(line)
    has_articles = begun.proposal.sources.articles if begun.proposal else begun.added
    if has_articles and not pretend:
        say("Next: i18n extract")
    return int(check and begun.writes)


def _wants_facts() -> bool:
    """Ask whether catalogs shall say facts above messages."""
    click.echo(
        "Catalogs can say above each message which dates, numbers and references it has, in the language's own writing:"
        " 7. Februar 2019 · 1.240 kg.",
        err=True,
    )
    return click.confirm("Shall translators see them?", err=True)


def _as_json(begun: Begun, *, pretend: bool) -> str:
    """All that was found and done; `proposal` is null where there was a configuration already."""
    import json

    proposal = begun.proposal and {
        **{key: getattr(begun.proposal, key) for key in _PROPOSED},
        "site": begun.proposal.site.name if begun.proposal.site else "",
        "path": begun.proposal.sources.folders,
        "exclude": begun.proposal.sources.exclude,
        "articles": len(begun.proposal.sources.articles),
        "translations": [each._asdict() for each in begun.proposal.sources.translations],
        "left": begun.proposal.sources.left,
        "data": begun.data.entries,
        "data_there": begun.data.there,
        "unpublished": begun.unpublished,
        "content": begun.content,
    }
    ignored = {"lines": begun.ignore, "written": begun.ignored and not pretend}
    value = {"file": begun.file, "locales": begun.added, "written": begun.writes and not pretend, "gitignore": ignored}
    return json.dumps({"format": FORMAT, **value, "proposal": proposal}, ensure_ascii=False, indent=2)


def _said(begun: Begun, *, pretend: bool) -> Iterator[str]:
    languages = ", ".join(begun.added)
    if begun.proposal:
        yield from _proposed(begun, begun.proposal, languages, "Would write" if pretend else "Wrote")
    elif begun.added:
        yield f"{'Would add' if pretend else 'Added'} {languages} to {begun.file}."
    else:
        yield f"{begun.file} is there already; nothing to add."
    if begun.ignored:
        yield f"{'Would add' if pretend else 'Added'} to .gitignore:  {'  '.join(begun.ignore)}"
    elif begun.ignore:
        yield f"Lines for .gitignore, which --yes adds:  {'  '.join(begun.ignore)}"


def _proposed(begun: Begun, proposal: Proposal, languages: str, wrote: str) -> Iterator[str]:
    folders = [f"{folder}/" if folder != "." else "the root" for folder in proposal.sources.folders]
    site = proposal.site.name if proposal.site else ""
    if proposal.sources.articles:
        yield f"{wrote} {begun.file}: articles in {', '.join(folders)}, {languages}."
    else:
        yield f"{wrote} {begun.file}: {languages}."
    if site:
        where = f" in {proposal.folder}/" if proposal.folder else ""
        article = "an" if site[0] in "AEIOU" else "a"
        yield f"This looks like {article} {site} site{where}; the articles are read as {proposal.dialect}."
    yield from _languages(proposal)
    if not proposal.sources.articles:
        there = f"There is no folder {folders[0]}" if proposal.missing else f"There are no articles in {folders[0]}"
        yield f"{there}: put articles there, or name their folder in [source] path; then: i18n extract"
    yield from _translations(proposal)
    if proposal.sources.left:
        yield f"More Markdown, which is not read: {_some(proposal.sources.left)}. [source] path names folders that are."
    yield from _data(begun.data)
    yield from proposal.unread
    if proposal.layout != "plain":
        place = f"{proposal.build}/" if proposal.build != "." else "the root"
        yield f"Pages go to {place} as {site} has them; `i18n sites` prints what its configuration needs."
    if begun.facts:
        yield "Translators see dates, numbers and references above each message: [catalogs] facts = true."
    if begun.unpublished:
        yield f"{site} would publish files of this program too. Add to {begun.unpublished}"
    if begun.content:
        yield (
            f"{site} does not find pages in {proposal.build}/: once it knows the languages, set [build] path ="
            f' "{begun.content}" in i18n.toml.'
        )


def _languages(proposal: Proposal) -> Iterator[str]:
    """Which languages were taken, and from where."""
    if proposal.said:
        yield f"The articles are in {proposal.source_locale}, says {proposal.said}."
    elif proposal.assumed:
        yield f"The articles are taken to be in {proposal.source_locale}; --source-locale names another language."
    if proposal.from_site:
        yield f"The languages to translate into are those of {proposal.file}."


def _translations(proposal: Proposal) -> Iterator[str]:
    """Which translations are there, and what will become of them."""
    groups = {locale: [*there] for locale, there in groupby(proposal.sources.translations, attrgetter("locale"))}
    places = [
        f"{locale} in {_some([group.place for group in there], 3)} ({sum(group.files for group in there):,})"
        for locale, there in groups.items()
    ]
    if places:
        yield f"Translations that are there already are no articles: {_some(places)}."
        yield "`i18n import` of a later version will take them in."


def _data(data: Data) -> Iterator[str]:
    """Which menus and words are translated too, and which are not."""
    if data.entries:
        yield f"Menus and words that are translated too: {_some([each.partition(':')[0] for each in data.entries])}."
    if data.there:
        yield f"Translations of such words that are there already stay as they are: {_some(data.there)}."


def _some(names: Sequence[str], most: int = _NAMED) -> str:
    """The first of some names, and how many more there are."""
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"
