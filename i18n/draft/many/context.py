"""Which context is sent with a message?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from i18n.draft.engine import Capability, Context
from i18n.markdown.dialects import Dialect
from i18n.message.marks import Run
from i18n.message.runs import runs
from i18n.message.skeleton import visible
from i18n.privacy.redaction import Redaction

_BEFORE, _AFTER = 2, 1
"""Neighbours on each side: what a pronoun or an article refers to mostly stands just before."""
_MOST = 500
"""Most characters of a neighbour. It is cut once names are hidden: half of a name would not be found."""


def restricted(context: Context, capabilities: Collection[Capability]) -> Context:
    """Keep only what an engine can use, and of neighbours what is near."""
    kept = context if Capability.PLACE in capabilities else Context()
    return replace(
        kept,
        before=tuple(text[-_MOST:] for text in kept.before),
        after=tuple(text[:_MOST] for text in kept.after),
        terms=context.terms if Capability.TERMS in capabilities else (),
        examples=context.examples if Capability.EXAMPLES in capabilities else (),
        guide=context.guide if Capability.GUIDE in capabilities else "",
    )


def without_names(context: Context, names: Redaction) -> Context:
    """Hide names in the context, and drop terms and examples with a name: without it they teach nothing."""
    return Context(
        names.hidden(context.title),
        tuple(map(names.hidden, context.headings)),
        names.hidden(context.note),
        tuple(map(names.hidden, context.before)),
        tuple(map(names.hidden, context.after)),
        tuple(pair for pair in context.terms if not names.holds(pair)),
        tuple(pair for pair in context.examples if not names.holds(pair)),
        names.hidden(context.guide),
    )


def words(message: str, dialect: Dialect, labels: Collection[str] = ()) -> str:
    """The text of a message without its markup: no link target, no code, no tag; other placeholders as `…`."""
    parts = (
        run.token if isinstance(run.token, str) else _shown(run, dialect) if run.held else ""
        for run in runs(message, dialect, labels)
    )
    return " ".join("".join(parts).split())


def _shown(run: Run, dialect: Dialect) -> str:
    """What a reader sees of a placeholder that may stand in the middle of a name; `…` for any other."""
    if run.kind == "html":
        return visible(run.raw, dialect)
    return {"footnote": "", "break": " "}.get(run.kind, "…")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A message of an article, as others of the article see it."""

    words: str
    rank: int = 0
    """Rank of a heading, 1-6; 0 for any other message."""
    title: bool = False
    """Whether it is the title in the front matter."""
    note: str = ""


def contexts(neighbours: list[Neighbour]) -> list[Context]:
    """Find what surrounds each message of an article; `neighbours` in reading order."""
    title = next((each.words for each in neighbours if each.title), "")
    path: list[Neighbour] = []
    found = []
    for at, each in enumerate(neighbours):
        if each.rank:
            path = [above for above in path if above.rank < each.rank]
        found.append(
            Context(
                title if not each.title else "",
                tuple(above.words for above in path if above.words != title),
                each.note,
                tuple(near.words for near in neighbours[max(0, at - _BEFORE) : at] if not near.title),
                tuple(near.words for near in neighbours[at + 1 : at + 1 + _AFTER]),
            )
        )
        if each.rank:
            path.append(each)
    return found
