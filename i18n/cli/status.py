"""`i18n status`: how far each article is in each language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from i18n.cli.options import narrowed, verifying
from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from i18n.model import Coverage
    from i18n.project import Project
    from i18n.workflow.publish.standing import Standing
    from i18n.workflow.selection import Selection
    from i18n.workflow.session import Session
    from i18n.workflow.status import Counted, Row

_STATES = ("translated", "refused", "drafts", "fuzzy", "outdated", "untranslated", "messages", "words", "shown")
_OFTEN_PLAIN = {"refused": "", "outdated": "", "shown": "translated"}
"""Columns that say nothing where all is 0, or as in the other column: where there is little room they go then."""
_COUNTS = ("translated", "refused", "drafts", "fuzzy", "untranslated", "reviewed", "outdated", "shown")


@click.command()
@narrowed
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "json", "markdown")),
    default="table",
    show_default=True,
    help="How to print it; markdown is meant for others: it never names private articles.",
)
@click.option(
    "--fail-under",
    metavar="PERCENT",
    type=click.IntRange(0, 100),
    help="Exit with 1 if less than this percentage of the words is translated in a language.",
)
@verifying
@click.pass_obj
def command(
    settings: Settings,
    articles: tuple[str, ...],
    locales: tuple[str, ...],
    form: str,
    fail_under: int | None,
) -> int:
    """Show how far each article is in each language, by words and by messages.

    Private articles, and what the site generator holds back, are counted and not named, unless --private asks for it.

    Translated is what a person finished and a page can show. Refused is finished, too, but would change the page's
    structure, so that the page shows the source: `i18n check` says why. A draft is machine text that nobody touched;
    fuzzy is what needs another look; outdated are those of the fuzzy whose source changed. Shown is whatever readers
    see in their language, by what [build] publishes and falls back to.

    A language is live where `i18n build` would publish something of it now, by the limits of [build]; for each other
    one the command says why not. With names of articles it says nothing of that, as a limit may ask for any article.

    \b
    Examples:
      i18n status
      i18n status --locale ko --format json
      i18n status --fail-under 90
    """
    from i18n.cli.target import carried_out, unnamed

    def work(session: Session, project: Project, selection: Selection) -> int:
        from i18n.cli.output import note, plural, say, show_findings
        from i18n.workflow import exit_status
        from i18n.workflow.publish.standing import next_standings
        from i18n.workflow.status import count_all, without

        found = count_all(session, project, selection)
        private = unnamed(settings, project, selection, found.private)
        show_findings(settings, found.findings, private)
        shown = without(found, found.private if form == "markdown" else private)
        refused = sum(counts.refused for _, counts in found.totals)
        if refused:
            note(settings, f"{plural(refused, 'translation')} would break the page: `i18n check` says why.")
        stands = next_standings(session.store, project, selection, found)
        if form == "table":
            lines = (*lacking_lines(shown), *standing_lines(stands, private, _in_source_alone(found)))
            say("\n\n".join(filter(None, (as_table(shown), "\n".join(lines)))))
        else:
            say(as_markdown(shown) if form == "markdown" else as_json(shown, stands, private))
        under = fail_under is not None and any(counts.percent < fail_under for _, counts in found.totals)
        return exit_status.of_findings(found.findings, no=under)

    return carried_out(settings, articles, locales, work)


def as_table(found: Counted) -> str:
    """Lay out two tables: articles by languages, and languages by state."""
    if not found.rows and not found.unnamed:
        return "No article has a message to translate."
    return f"{_articles(found)}\n\n{_states(found.totals)}"


def _in_source_alone(found: Counted) -> frozenset[str]:
    """The languages in which no page shows a word of theirs."""
    return frozenset(locale for locale, counts in found.totals if counts.words and not counts.words_shown)


def standing_lines(
    stands: Iterable[Standing], private: Collection[str], in_source: Collection[str] = ()
) -> Iterator[str]:
    """Say which languages are live, and of each other one why it is not; names in `private` are not told.

    `in_source`: languages whose pages show the source's words alone.
    """
    from textwrap import wrap

    from i18n.cli.output import terminal_width

    known = list(stands)
    live = ", ".join(each.locale for each in known if each.is_live)
    said = [f"Live: {live or 'no language'}."] if known else []
    bare = ", ".join(each.locale for each in known if each.is_live and each.locale in in_source)
    said += [f"Live in the source's words alone: {bare}. [build] minimum keeps such languages out."] if bare else []
    said += [f"Not live: {each.locale}: {why_not(each, private)}." for each in known if not each.is_live]
    width = terminal_width()
    for line in said:
        yield from wrap(line, width, subsequent_indent="  ", break_long_words=False) if width else [line]


def lacking_lines(found: Counted) -> Iterator[str]:
    """Say which files with text are not there for readers of some languages."""
    for path, locales in found.files:
        yield f"{path} is not there in {', '.join(locales)}."


def why_not(stands: Standing, private: Collection[str]) -> str:
    """Say why a language is not live, as the rest of a sentence; empty if it is."""
    from i18n.cli.output import called, plural

    if stands.is_live:
        return ""
    if stands.missing:
        article = stands.missing.article
        required = "a required private article" if article in private else f"the required article {article}"
        return f"{required} is not there ({stands.missing.reason})"
    if not stands.left:
        return "nothing of it is built"
    first, others = stands.left[0], len(stands.left) - 1
    more = f"; nor {'is' if others == 1 else 'are'} {plural(others, 'other article')}" if others else ""
    return f"{called(first.article, private)} is not published ({first.reason}){more}"


def _states(totals: Sequence[tuple[str, Coverage]]) -> str:
    """Lay out languages by states; if there is no room for these as columns, as rows."""
    wide = _columns(totals, _STATES)
    if _fits(wide):
        return wide
    narrow = _columns(totals, [state for state in _STATES if not _is_plain(state, totals)])
    return narrow if _fits(narrow) else _state_rows(totals)


def _fits(laid_out: str) -> bool:
    from i18n.cli.output import terminal_width

    return not 0 < terminal_width() < max(map(len, laid_out.splitlines()))


def _columns(totals: Iterable[tuple[str, Coverage]], states: Sequence[str]) -> str:
    from i18n.cli.output import table

    rows = [
        (tag, *(f"{getattr(counts, state):,}" for state in states), f"{counts.percent} %") for tag, counts in totals
    ]
    return table(("locale", *states, "translated"), rows, numbers=len(states) + 1)


def _is_plain(state: str, totals: Iterable[tuple[str, Coverage]]) -> bool:
    """Whether a column says nothing."""
    other = _OFTEN_PLAIN.get(state)
    return other is not None and all(
        getattr(counts, state) == (getattr(counts, other) if other else 0) for _, counts in totals
    )


def _state_rows(totals: Iterable[tuple[str, Coverage]]) -> str:
    from i18n.cli.output import table

    rows = []
    for tag, counts in totals:
        numbers = [(state, getattr(counts, state)) for state in _STATES]
        said = [*((state, f"{number:,}") for state, number in numbers if number), ("translated", f"{counts.percent} %")]
        rows += [(tag if at == 0 else "", *each) for at, each in enumerate(said)]
    return table(("locale", "state", "number"), rows, numbers=1)


def _articles(found: Counted) -> str:
    """Lay out articles by languages; if these are too many for the terminal, those that are as far share a row."""
    from i18n.cli.output import table

    head = ("article", "words", *(locale for locale, _ in found.totals))
    rows = [(row.article, _words(row), *_cells(row, found)) for row in found.rows]
    if found.unnamed:
        rows.append((f"{found.unnamed} private", *["" for _ in head[1:]]))
    wide = table(head, rows, numbers=len(head) - 1)
    if _fits(wide):
        return wide
    grouped = [line for row in rows for line in _grouped(row, head[2:])]
    return table(("article", "languages", "words", "translated"), grouped, numbers=2, folded=1)


def _grouped(row: Sequence[str], locales: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """A row for the languages in which an article is equally far."""
    name, words, *cells = row
    for cell in dict.fromkeys(cells):
        same = [locale for locale, each in zip(locales, cells, strict=True) if each == cell]
        yield name, ", ".join(same) if cell else "", words, cell
        name = words = ""


def as_markdown(found: Counted) -> str:
    """Lay out the articles by languages as a Markdown table."""
    lines = [
        ["article", "words", *(locale for locale, _ in found.totals)],
        ["---", *["---:"] * (len(found.totals) + 1)],
        *([row.article.replace("|", "\\|"), _words(row), *_cells(row, found)] for row in found.rows),
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def as_json(found: Counted, stands: Iterable[Standing], private: Collection[str]) -> str:
    """Give all counts as JSON with sorted keys.

    `files` are those with text, such as pictures, that lack one for readers of some languages.
    `percent` is that of words translated, rounded down; `private` counts articles that are not named. `live` and
    `reason` are there where all articles were counted; the reason is empty for a language that is live.
    """
    live = {each.locale: {"live": each.is_live, "reason": why_not(each, private)} for each in stands}
    value = {
        "format": 1,
        "articles": {
            row.article: {"private": row.private, "locales": {tag: _value(counts) for tag, counts in row.locales}}
            for row in found.rows
        },
        "private": found.unnamed,
        "files": {path: {"missing": list(locales)} for path, locales in found.files},
        "locales": {tag: {**_value(counts), **live.get(tag, {})} for tag, counts in found.totals},
    }
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)


def _value(counts: Coverage) -> dict[str, Any]:
    messages = {state: getattr(counts, state) for state in _COUNTS}
    words = {state: getattr(counts, f"words_{state}") for state in _COUNTS}
    return {
        "messages": {**messages, "total": counts.messages},
        "percent": counts.percent,
        "words": {**words, "total": counts.words},
    }


def _words(row: Row) -> str:
    return f"{max((counts.words for _, counts in row.locales), default=0):,}"


def _cells(row: Row, found: Counted) -> list[str]:
    """For each language the percentage of words translated, and after a plus sign that of words drafted."""
    counts = dict(row.locales)
    return [_cell(counts[locale]) if locale in counts else "?" for locale, _ in found.totals]


def _cell(counts: Coverage) -> str:
    drafts = counts.words_drafts * 100 // counts.words if counts.words else 0
    return f"{counts.percent} %" + (f" +{drafts} %" if drafts else "")
