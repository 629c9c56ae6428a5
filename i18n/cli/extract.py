"""`i18n extract`: articles in, templates and catalogs out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from i18n.cli.options import narrowed, verifying, writer
from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from i18n.project import Project
    from i18n.workflow.extract.article import Change
    from i18n.workflow.extract.catalogs import Outcome
    from i18n.workflow.extract.extract import Extracted
    from i18n.workflow.selection import Selection
    from i18n.workflow.session import Session


_WHY = {"MESSAGES": "messages", "PLACES": "places or notes", "FORM": "form"}
"""What to call the reasons why a catalog is written, for those that have a row."""


@click.command()
@narrowed
@writer
@verifying
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
      i18n extract --check          in CI: exit 1 if catalogs are behind the articles
    """
    from i18n.cli.target import carried_out, unnamed

    pretend = dry_run or check

    def work(session: Session, project: Project, selection: Selection) -> int:
        from i18n.cli.output import note, plural
        from i18n.workflow.extract.extract import extract_all
        from i18n.workflow.step import status_of

        done = extract_all(session, project, selection)
        private = unnamed(settings, project, selection, done.private)
        show(settings, done, private, pretend=pretend)
        if settings.verbose:
            _show_unoffered(settings, session, project, selection, private)
        if ignored := selection.found.ignored:
            more = f" and {plural(len(ignored) - 1, 'more file', 'more files')}" if ignored[1:] else ""
            note(settings, f"Not read, as git ignores it: {ignored[0]}{more}.")
        if check and done.writes and not done.is_behind:
            note(settings, "Only the form of catalogs, or who is named in them, would change: no catalog is behind.")
        return status_of([done], check=check and done.is_behind)

    return carried_out(settings, articles, locales, work, pretend=pretend)


def show(settings: Settings, done: Extracted, private: Collection[str], *, pretend: bool) -> None:
    """Print what changed: a line for each article and group of languages in which the same happened.

    What concerns names in `private` is counted.
    """
    from i18n.cli.output import detail, note, plural, say, show_findings

    show_findings(settings, done.findings, private)
    if not done.articles:
        note(settings, "There is no article: [source] path and include in the configuration say where they are.")
    moved = [(old, new) for old, new in done.moved if not {old, new} & set(private)]
    for old, new in moved:
        say(f"{'Would move' if pretend else 'Moved'} the catalogs of {old} to {new}: the article was renamed.")
    if len(moved) < len(done.moved):
        verb = "Would move" if pretend else "Moved"
        say(f"{verb} the catalogs of {plural(len(done.moved) - len(moved), 'private article')}.")
    _show_counts(done, private)
    for outcome in done.outcomes:
        for change in outcome.changes if outcome.article not in private else ():
            detail(
                settings, f"{'Would write' if pretend else 'Wrote'} the {change.locale} catalog of {outcome.article}."
            )
    for left in done.left:
        if left.article in private:
            say("The private article of some catalogs is gone; they are kept.")
        elif left.article:
            say(f"The article of the catalogs of {left.article} is gone; they are kept.")
        else:
            say(f"The configuration has no language for the catalogs in {left.folder}; they are kept.")
        if left.article not in private:
            say(f"  To archive them, in the project's folder: {left.command}")
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


def _show_unoffered(
    settings: Settings, session: Session, project: Project, selection: Selection, private: Collection[str]
) -> None:
    """Print what holds words and is not offered; places in private articles are not named."""
    from i18n.cli.output import detail, plural
    from i18n.workflow.extract.unoffered import kinds

    found = kinds(session, project, selection)
    if found:
        detail(settings, "Not offered, though there are words in it:")
    for kind in found:
        place = "a private article" if kind.article in private else kind.place
        detail(settings, f"  {kind.what}: {plural(kind.count, 'time')}, first in {place}")
    if found:
        detail(settings, "[source] front_matter and parameters in the configuration name what readers see.")


def _show_counts(done: Extracted, private: Collection[str]) -> None:
    """Print how many messages of each article changed in which way, and what became of catalogs of other versions."""
    from i18n.cli.output import plural, say, table

    rows = [row for name, changes in _changes(done.outcomes, private) for row in _rows(name, changes)]
    if rows:
        head: tuple[str, ...] = ("article", "locale", "why", "new", "changed", "obsolete", "back", "carried over")
        if not done.carried:
            head, rows = head[:-1], [row[:-1] for row in rows]
        if all(row[2] == _WHY["MESSAGES"] for row in rows):  # which the numbers say
            head, rows = (*head[:2], *head[3:]), [(*row[:2], *row[3:]) for row in rows]
        say(table(head, rows, numbers=4 + bool(done.carried), folded=1))
    if done.carried:
        say(f"{plural(done.carried, 'message')} carried over from an older form: as finished as before.")
    if done.raised:
        say(f"In {plural(done.raised, 'catalog')} only the number of the rules that cut messages changes.")


def _changes(outcomes: Sequence[Outcome], private: Collection[str]) -> Iterator[tuple[str, Sequence[Change]]]:
    """What to call each article, and its changes; those of private ones are summed."""
    hidden = [outcome for outcome in outcomes if outcome.article in private]
    yield from ((outcome.article, outcome.changes) for outcome in outcomes if outcome.article not in private)
    sums: dict[str, Change] = {}
    for change in (change for outcome in hidden for change in outcome.changes):
        known = sums.get(change.locale)
        sums[change.locale] = known.plus(change) if known else change
    if hidden:
        yield f"{len(hidden)} private", tuple(sums.values())


def _rows(article: str, changes: Sequence[Change]) -> list[tuple[str, ...]]:
    groups: dict[tuple[str, ...], list[str]] = {}
    for change in (change for change in changes if change.why.name in _WHY):
        counts = (change.new, change.changed, change.obsolete, change.back, change.carried)
        groups.setdefault((_WHY[change.why.name], *map(str, counts)), []).append(change.locale)
    return [(article, ", ".join(locales), *cells) for cells, locales in groups.items()]
