"""`i18n build`: articles and catalogs in, localized articles out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, get_args

import click

from i18n.cli.options import narrowed, verifying, writer
from i18n.cli.settings import Settings
from i18n.project.tables import Fallback

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from i18n.model import Coverage
    from i18n.project import Project
    from i18n.workflow.publish.build import Done
    from i18n.workflow.selection import Selection
    from i18n.workflow.session import Session


@click.command()
@narrowed
@click.option("--drafts", is_flag=True, help="Publish machine drafts too; each such page says so at its top.")
@click.option(
    "--fallback",
    type=click.Choice(get_args(Fallback)),
    help="What to publish of an article that is not wholly translated, instead of [build] fallback.",
)
@click.option(
    "--adopt", is_flag=True, help="Write over files that no build wrote, or that somebody changed among the articles."
)
@writer
@verifying
@click.pass_obj
def command(
    settings: Settings,
    articles: tuple[str, ...],
    locales: tuple[str, ...],
    drafts: bool,
    fallback: Fallback | None,
    adopt: bool,
    dry_run: bool,
    check: bool,
) -> int:
    """Compile localized articles into dist/, a folder a language, with dist/manifest.json.

    What nobody translated is copied byte for byte. Files that an article uses lie next to it, under the same path,
    without what they say of place, camera and author. The outputs of articles that are gone are removed. A private
    article, or one that the site generator holds back, is built only if it is named. A file that lies where a page
    belongs, and that no build wrote, is named and left as it is, and so is a page among the articles that somebody
    changed since; --adopt takes them over. In a folder of its own, a page that was changed is made again.

    An article that is not wholly translated shows its source text where a translation is missing (mixed), is
    published in the source language (source), not at all (omit), or as it last was when it was whole (last-good; the
    source where it never was).

    With [build] staging, a second output is written for translators: all there is, with drafts and notices, in all
    languages, those that are not live among them. It is never bundled.

    Two languages nobody speaks need no catalog: en-XA is accented and longer, ar-XB runs from right to left. What
    stays plain in them cannot be translated; what breaks is the layout. They are built only if named.

    \b
    Examples:
      i18n build
      i18n build source/guide --locale de
      i18n build --drafts           for a look at what machines made
      i18n build --locale en-XA     for a look at what is not translatable
    """
    from i18n.cli.target import carried_out, unnamed
    from i18n.pseudo import PSEUDO_LOCALES

    pretend = dry_run or check

    def work(session: Session, project: Project, selection: Selection) -> int:
        from i18n.workflow.publish.build import build_all
        from i18n.workflow.publish.staging import stage
        from i18n.workflow.step import status_of

        steps = [build_all(session, project, selection, drafts=drafts, fallback=fallback, adopt=adopt)]
        if staged := stage(session, project, selection, said=steps[0].findings, adopt=adopt):
            steps.append(staged)
        for done in steps:
            private = unnamed(settings, project, selection, done.private)
            show(settings, project, selection, done, private, pretend=pretend)
        return status_of(steps, check=check)

    return carried_out(settings, articles, locales, work, PSEUDO_LOCALES, pretend=pretend, epoch=source_date_epoch())


def source_date_epoch() -> int | None:
    """Read `SOURCE_DATE_EPOCH`, the time to write into a reproducible build; raises `ConfigurationError`."""
    from i18n.errors import ConfigurationError

    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given and not (given.isascii() and given.isdigit()):
        raise ConfigurationError(f'SOURCE_DATE_EPOCH: expected seconds since 1970, not "{given}".')
    return int(given) if given else None


def show(
    settings: Settings, project: Project, selection: Selection, done: Done, private: Collection[str], *, pretend: bool
) -> None:
    """Print what there is of the selection in each language, and what had to be left out.

    Names in `private` are not told.
    """
    from i18n.cli.output import called, detail, note, plural, say, show_findings, table
    from i18n.cli.status import standing_lines, why_not
    from i18n.workflow.publish.verdict import SERVED

    show_findings(settings, done.findings, private)
    if done.stages:
        pages = sum(len(locale.articles) for locale in done.manifest.locales)
        say(f"\n{plural(pages, 'page')} for translators to look at.")
        say(_changes(project.build.staging, done, pretend=pretend))
        return
    for each in (each for each in done.standings if each.missing):
        note(settings, f"{each.locale} is not published: {why_not(each, private)}.")
    for left in done.left_out:
        tell = detail if left.reason == SERVED else note
        tell(settings, f"{called(left.article, private)} is not published in {left.locale}: {left.reason}.")
    if served := sum(left.reason == SERVED for left in done.left_out):
        note(settings, f"{plural(served, 'page')} not made: {SERVED}.")
    if done.unbuilt:
        note(settings, f"{plural(done.unbuilt, 'private article')} not built: they are built only if they are named.")
    rows, shown = [], []
    asked = {known.path for known in selection.articles}
    built = {locale.tag: locale.articles for locale in done.manifest.locales}
    for tag in (locale for locale in selection.locales if locale in built):
        entries = [entry for entry in built[tag] if entry.source in asked]
        fallbacks = [entry.fallback for entry in entries]
        kinds = (fallbacks.count(kind) for kind in ("", "mixed", "source", "last-good"))
        rows.append((tag, *(f"{number:,}" for number in (len(entries), *kinds))))
        shown.append((tag, [entry.coverage for entry in entries]))
        for entry in entries:
            if entry.fallback:
                article = called(entry.source, private)
                detail(settings, f"{article} ({tag}) falls back to {entry.fallback}: {entry.reason}.")
    if rows:
        say(table(("locale", "articles", "translated", "mixed", "source", "last-good"), rows, numbers=5))
        say(f"\n{messages(shown)}\n")
    for line in standing_lines(done.standings, private):
        say(line)
    say(_changes(project.build.path, done, pretend=pretend))


def _changes(folder: str, done: Done, *, pretend: bool) -> str:
    """Say how many files of a folder changed."""
    from i18n.cli.output import plural

    place = f"{folder}/" if folder != "." else "The project's root"
    if not done.writes:
        return f"{place}: all up to date."
    would = "would be " if pretend else ""
    changes = [f"{plural(done.written, 'file')} {would}changed"] if done.written or not done.removed else []
    changes += [f"{plural(done.removed, 'file')} {would}removed"] if done.removed else []
    return f"{place}: {', '.join(changes)}."


def messages(counts: Iterable[tuple[str, Iterable[Coverage]]]) -> str:
    """Lay out what pages make of the messages in each language."""
    from i18n.cli.output import table
    from i18n.workflow.status import sum_of

    states = ("messages", "shown", "refused", "drafts", "outdated")
    sums = [(tag, sum_of(each)) for tag, each in counts]
    rows = [(tag, *(f"{getattr(each, state):,}" for state in states)) for tag, each in sums]
    return table(("locale", *states), rows, numbers=len(states))
