"""`i18n extract`: articles in, templates and catalogs out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from i18n.cli.options import narrowed, writer
from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from i18n.workflow.extract.article import Change
    from i18n.workflow.extract.extract import Extracted


@click.command()
@narrowed
@writer
@click.pass_obj
def command(settings: Settings, articles: tuple[str, ...], locales: tuple[str, ...], dry_run: bool, check: bool) -> int:
    """Bring templates and catalogs up to date with the articles.

    Each article gets a template (POT) and one catalog (PO) a language; what translators wrote is never lost: a
    message whose source changed becomes fuzzy and keeps the old source next to it, one that is gone becomes obsolete.
    The catalogs of a renamed article move with it; those of an article that is gone stay, and are named.

    ARTICLE is a path, a path below the source folder, or a name without extension; a folder means all below it.

    \b
    Examples:
      i18n extract
      i18n extract source/guide/install.md --locale de
      i18n extract --check          in CI: exit 1 if catalogs are behind
    """
    from i18n.cli.target import at_work
    from i18n.workflow.extract.extract import extract_all
    from i18n.workflow.step import status_of

    pretend = dry_run or check
    with at_work(settings, articles, locales, pretend=pretend) as (session, project, selection):
        done = extract_all(session, project, selection)
    show(settings, done, pretend=pretend)
    return status_of([done], check=check)


def show(settings: Settings, done: Extracted, *, pretend: bool) -> None:
    """Print what changed: a line for each article and group of languages in which the same happened."""
    from i18n.cli.output import detail, note, plural, say, show_findings, table

    show_findings(settings, done.findings)
    if not done.articles:
        note(settings, "There is no article: [source] path and include in the configuration say where they are.")
    for old, new in done.moved:
        say(f"{'Would move' if pretend else 'Moved'} the catalogs of {old} to {new}: the article was renamed.")
    rows = [row for outcome in done.outcomes for row in _rows(outcome.article, outcome.changes)]
    if rows:
        say(table(("article", "locale", "new", "changed", "obsolete", "back"), rows, numbers=4))
    for outcome in done.outcomes:
        for change in outcome.changes:
            detail(
                settings, f"{'Would write' if pretend else 'Wrote'} the {change.locale} catalog of {outcome.article}."
            )
    for name in done.gone:
        say(f"The article of the catalogs of {name} is gone; they are kept.")
    catalogs = sum(len(outcome.changes) for outcome in done.outcomes)
    templates = sum(outcome.template for outcome in done.outcomes)
    verb = "would be written" if pretend else "written"
    say(
        f"{plural(done.articles, 'article')}, {plural(done.messages, 'message')}: "
        + (
            f"{plural(templates, 'template')} and {plural(catalogs, 'catalog')} {verb}."
            if done.writes
            else "all up to date."
        )
    )


def _rows(article: str, changes: tuple[Change, ...]) -> list[tuple[str, ...]]:
    groups: dict[tuple[int, ...], list[str]] = {}
    for change in changes:
        counts = (change.new, change.changed, change.obsolete, change.back)
        groups.setdefault(counts, []).append(change.locale)
    return [(article, ", ".join(locales), *map(str, counts)) for counts, locales in groups.items()]
