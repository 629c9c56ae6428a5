"""How are counts shown to people who steer: one HTML page that needs no script and no other file?"""

from __future__ import annotations

import base64
import hashlib
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from urllib.parse import quote

from i18n.cli.output import plural
from i18n.locales.names import own_name
from i18n.locales.subtags import direction
from i18n.model import Coverage, Finding, Severity
from i18n.store.environment import text_of
from i18n.workflow.status import Counted, Row, Shown, totals

_AT_ONCE = 60
"""Up to so many articles stand in one table; more are opened folder by folder."""
_OLDEST = 20
_FINDINGS = 200


@dataclass(frozen=True, slots=True)
class View:
    """What a page is made from; what may not be told to others is left out before."""

    project: str
    """Its name."""
    found: Counted
    reasons: Mapping[str, str]
    """Why each language is not live; empty for one that is. No entries where only a part was counted."""
    findings: Sequence[Finding]
    withheld: int
    """Findings about private articles."""
    catalog: Callable[[str, str], str]
    """The catalog of an article (its path) in a locale, relative to the project's root."""


def as_html(view: View) -> str:
    """Give one page of HTML; its links start from the project's folder. The same counts give the same bytes."""
    style = text_of("i18n.cli.status", "page.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    title = escape(f"{view.project}: translations" if view.project else "Translations")
    head = (
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex">',
        f"<title>{title}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        f"<h1>{title}</h1>",
    )
    parts = (_languages(view), _articles(view), _oldest(view), _findings(view))
    return "\n".join((*head, *(line for part in parts for line in part), "</body>", "</html>"))


def _languages(view: View) -> Iterator[str]:
    yield "<p>Percentages are shares of the words of the source texts, rounded down.</p>"
    yield '<div class="wide"><table>'
    heads = ("translated", "words left", "drafted", "shown to readers", "outdated", "refused")
    yield from _head("language", heads)
    yield "<tbody>"
    for tag, counts in view.found.totals:
        cells = (
            f"{_bar(counts.percent)}{counts.percent} %",
            f"{counts.words - counts.words_translated:,}",
            f"{counts.words_drafts:,}",
            f"{counts.percent_shown} %",
            f"{counts.outdated:,}",
            f"{counts.refused:,}",
        )
        numbers = "".join(f'<td class="number">{cell}</td>' for cell in cells)
        yield f'<tr><th scope="row">{_called(tag)}</th>{numbers}</tr>'
    yield "</tbody></table></div>"
    yield (
        '<p class="note">Translated is what a person finished. Words left are all others, drafted ones among them.'
        " Outdated and refused are messages: the source of the first changed after they were translated, and the second"
        " would break their page.</p>"
    )
    if view.reasons:
        live = ", ".join(_called(tag) for tag, reason in view.reasons.items() if not reason)
        yield f"<p>Live: {live or 'no language'}.</p>"
    for tag, reason in view.reasons.items():
        if reason:
            yield f"<p>Not live: {_called(tag)}: {escape(reason)}.</p>"


def _called(tag: str) -> str:
    name = f'<span lang="{escape(tag)}" dir="{direction(tag)}">{escape(own_name(tag))}</span>'
    return f"{name} <small>{escape(tag)}</small>"


def _bar(percent: int) -> str:
    return (
        f'<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{percent}" height="1"/></svg>'
    )


def _head(first: str, others: Iterable[str]) -> Iterator[str]:
    cells = "".join(f'<th scope="col" class="number">{escape(each)}</th>' for each in others)
    yield f'<thead><tr><th scope="col">{escape(first)}</th>{cells}</tr></thead>'


def _articles(view: View) -> Iterator[str]:
    rows, locales = view.found.rows, [locale for locale, _ in view.found.totals]
    yield "<h2>Articles</h2>"
    if not rows:
        yield "<p>No article has a message to translate.</p>"
        return
    yield (
        '<p class="note">Percent of each article that is translated; after a plus sign, percent that is drafted.'
        " Each number leads to its catalog.</p>"
    )
    folders = [(folder, list(held)) for folder, held in groupby(sorted(rows, key=_folder), key=_folder)]
    if len(rows) <= _AT_ONCE:
        yield from _table("article", locales)
        for folder, held in folders:
            yield '<tbody class="folder">'
            if len(folders) > 1:
                yield _sum(folder, held, locales)
            yield from (_article(view, row, locales) for row in held)
            yield "</tbody>"
        yield "</table></div>"
    else:
        yield from _by_folder(view, folders, locales)
    if view.found.unnamed:
        private = plural(view.found.unnamed, "private article is", "private articles are")
        yield f"<p>{private} in the sums and not named.</p>"


def _by_folder(view: View, folders: Sequence[tuple[str, list[Row]]], locales: Sequence[str]) -> Iterator[str]:
    """A table of folders, and below it the articles of each, of which one is open at a time."""
    yield from _table("folder", locales)
    yield "<tbody>"
    for at, (folder, held) in enumerate(folders):
        name = f'<a href="#f{at}">{escape(folder or ".")}/</a>'
        cells = "".join(_cell(counts) for _, counts in totals(held, locales))
        yield f'<tr><th scope="row" class="name">{name}</th>{cells}</tr>'
    yield "</tbody></table></div>"
    for at, (folder, held) in enumerate(folders):
        number = plural(len(held), "article")
        yield f'<details name="folder" id="f{at}"><summary>{escape(folder or ".")}/ <small>{number}</small></summary>'
        yield from _table("article", locales)
        yield "<tbody>"
        yield from (_article(view, row, locales) for row in held)
        yield "</tbody></table></div></details>"


def _table(first: str, locales: Iterable[str]) -> Iterator[str]:
    yield '<div class="wide"><table class="heat">'
    yield from _head(first, locales)


def _folder(row: Row) -> str:
    return posixpath.dirname(row.article)


def _article(view: View, row: Row, locales: Iterable[str]) -> str:
    counted = dict(row.locales)
    cells = "".join(_cell(counted.get(locale), view.catalog(row.article, locale)) for locale in locales)
    return f'<tr><th scope="row" class="name">{escape(posixpath.basename(row.article))}</th>{cells}</tr>'


def _sum(folder: str, rows: Iterable[Row], locales: Iterable[str]) -> str:
    cells = "".join(f"<td>{_told(counts)}</td>" for _, counts in totals(rows, locales))
    return f'<tr class="sum"><th scope="row" class="name">{escape(folder or ".")}/</th>{cells}</tr>'


def _cell(counts: Coverage | None, link: str = "") -> str:
    if counts is None:
        return "<td>?</td>"
    return f'<td class="h{counts.percent // 10}">{_told(counts, link)}</td>'


def _told(counts: Coverage, link: str = "") -> str:
    drafted = counts.words_drafts * 100 // counts.words if counts.words else 0
    more = f" <small>+{drafted}</small>" if drafted else ""
    number = f'<a href="{escape(quote(link))}">{counts.percent}</a>' if link else str(counts.percent)
    return f"{number}{more}"


def _oldest(view: View) -> Iterator[str]:
    """Where readers wait the longest for what an author changed."""
    named = {row.article for row in view.found.rows}
    waiting = [page for page in view.found.pages if page.coverage.outdated and page.article in named]
    if not waiting:
        return
    waiting.sort(key=lambda page: (page.revised, page.article))
    yield "<h2>Changed sources that wait the longest</h2>"
    yield '<div class="wide"><table>'
    yield from _head("article", ("language", "messages outdated", "source changed", "translation changed"))
    yield "<tbody>"
    yield from (_waiting(view, page) for page in waiting[:_OLDEST])
    yield "</tbody></table></div>"
    if len(waiting) > _OLDEST:
        yield f'<p class="note">{len(waiting) - _OLDEST:,} more are not listed here.</p>'


def _waiting(view: View, page: Shown) -> str:
    link = escape(quote(view.catalog(page.article, page.locale)))
    cells = (page.locale, f"{page.coverage.outdated:,}", page.changed or "?", page.revised or "?")
    told = "".join(f'<td class="number">{escape(cell)}</td>' for cell in cells)
    return f'<tr><th scope="row" class="name"><a href="{link}">{escape(page.article)}</a></th>{told}</tr>'


def _findings(view: View) -> Iterator[str]:
    found = [each for each in view.findings if each.severity is not Severity.INFO]
    found.sort(key=lambda each: (each.severity is not Severity.ERROR, each.path, each.line))
    yield "<h2>Findings</h2>"
    if not found and not view.withheld:
        yield "<p>No errors and no warnings.</p>"
        return
    errors = sum(each.severity is Severity.ERROR for each in found)
    counts = f"{plural(errors, 'error')}, {plural(len(found) - errors, 'warning')}"
    yield f"<p>{counts}. <code>i18n check</code> lists them all.</p>"
    yield "<ul>"
    yield from (_finding(each) for each in found[:_FINDINGS])
    yield "</ul>"
    if len(found) > _FINDINGS:
        yield f'<p class="note">{len(found) - _FINDINGS:,} more are not listed here.</p>'
    if view.withheld:
        about = plural(view.withheld, "finding about private articles is", "findings about private articles are")
        yield f'<p class="note">{about} not listed here.</p>'


def _finding(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}" if finding.line else finding.path
    kind = finding.severity.value
    link = f'<a href="{escape(quote(finding.path))}">{escape(place)}</a>'
    said = f"{escape(finding.message)} [{escape(finding.rule)}]"
    return f'<li>{link}: <strong class="{kind}">{kind}</strong>: {said}</li>'
