"""How is it said which languages are live, and what readers lack?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from i18n.workflow.publish.standing import Standing
    from i18n.workflow.status import Counted


def in_source_alone(found: Counted) -> frozenset[str]:
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
