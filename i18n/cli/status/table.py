"""How are counts laid out for a terminal, and as Markdown?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from i18n.model import Coverage
    from i18n.workflow.status import Counted, Row

_STATES = ("translated", "refused", "drafts", "fuzzy", "outdated", "untranslated", "messages", "words", "shown")
_OFTEN_PLAIN = {"refused": "", "outdated": "", "shown": "translated"}
"""Columns that say nothing where all is 0, or as in the other column: where there is little room they go then."""


def as_table(found: Counted) -> str:
    """Lay out two tables: articles by languages, and languages by state."""
    if not found.rows and not found.unnamed:
        return "No article has a message to translate."
    return f"{_articles(found)}\n\n{_states(found.totals)}"


def as_markdown(found: Counted) -> str:
    """Lay out the articles by languages as a Markdown table."""
    lines = [
        ["article", "words", *(locale for locale, _ in found.totals)],
        ["---", *["---:"] * (len(found.totals) + 1)],
        *([row.article.replace("|", "\\|"), _words(row), *_cells(row, found)] for row in found.rows),
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


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


def _words(row: Row) -> str:
    return f"{max((counts.words for _, counts in row.locales), default=0):,}"


def _cells(row: Row, found: Counted) -> list[str]:
    """For each language the percentage of words translated, and after a plus sign that of words drafted."""
    counts = dict(row.locales)
    return [_cell(counts[locale]) if locale in counts else "?" for locale, _ in found.totals]


def _cell(counts: Coverage) -> str:
    drafts = counts.words_drafts * 100 // counts.words if counts.words else 0
    return f"{counts.percent} %" + (f" +{drafts} %" if drafts else "")
