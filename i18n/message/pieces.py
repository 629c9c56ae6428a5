"""How is a message cut into the texts that an engine is asked to translate?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from i18n.markdown.dialects import Dialect
from i18n.message.grouping import lines
from i18n.message.marks import Mark, Role, Run, Token, has_letters, joined
from i18n.message.runs import runs
from i18n.message.terms import Facts, Names, has_names
from i18n.words.scripts import JOINING


@dataclass(frozen=True, slots=True)
class Piece:
    """A text to translate: a line of a message without the markup around it, an image's description, a link's title."""

    number: int
    """Its index among the pieces of the message."""
    runs: tuple[Run, ...]
    """Never empty; no white space at the outer edges. Words that markup cuts are made whole, so that their raw texts
    joined may differ from `raw`."""
    raw: str
    """Its Markdown in the message."""
    marks: Mapping[Mark, tuple[str | Piece, ...]]
    """What each mark stands for: Markdown with pieces of its own (an image's description) in it."""
    flaw: str = ""
    """Why it cannot be translated at all; empty when it can."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """What an engine gets."""
        return tuple(run.token for run in self.runs)


Cut = tuple[str | Piece, ...]
"""Markdown that stays, and pieces; the raw texts joined are the message."""

_ASIDE = frozenset({"image", "html", "footnote", "emoji", "break", "control", "template", "attributes"})
"""Placeholders taken outside at the edges of a line; others (`code` as a subject) belong to the sentence."""
SHORT_REFERENCE = regex.compile(r"\](?:\[\])?(?=\{|$)")
"""What closes a reference that is named by its own text, which a translation has to write out."""
_SUFFIX = regex.compile(rf"^{JOINING}+", regex.VERSION1)
_LETTER_BEFORE = regex.compile(rf"{JOINING}$", regex.VERSION1)
_LONGEST_SUFFIX = 3


def cut(
    message: str,
    dialect: Dialect,
    labels: Collection[str] = (),
    terms: Collection[str] = (),
    names: Names | None = None,
    facts: Facts | None = None,
) -> Cut:
    """Cut a message at its hard breaks, and take outside what stands at the edges of each line.

    `terms` are not translated, `names` do not leave. Law: the raw texts of the parts, joined, are the message, but
    for names that `names` spells otherwise, and facts that `facts` writes otherwise.
    """
    return _Cutter(dialect, labels, terms, names, facts).cut(message)


def pieces(parts: Cut) -> Iterator[Piece]:
    """Every piece by number, those inside the marks of another one after it."""
    for part in parts:
        if isinstance(part, Piece):
            yield part
            for inner in part.marks.values():
                yield from pieces(inner)


def restore(parts: Cut, solved: Mapping[int, str]) -> str:
    """Join the parts with each piece replaced by its translation (Markdown, by number)."""
    return "".join(part if isinstance(part, str) else solved[part.number] for part in parts)


class _Cutter:
    def __init__(
        self,
        dialect: Dialect,
        labels: Collection[str],
        terms: Collection[str],
        names: Names | None,
        facts: Facts | None,
    ) -> None:
        self._dialect = dialect
        self._labels = labels
        self._terms = terms
        self._names = names
        self._facts = facts
        self._count = 0

    def cut(self, message: str) -> Cut:
        parts: list[str | Piece] = []
        flat = runs(message, self._dialect, self._labels, self._terms, self._names, self._facts)
        leak = "a name that must not leave is cut by markup" if self._names and has_names(flat, self._names) else ""
        for line, end in lines(flat):
            before, core, after = _core(line)
            parts.extend(self._verbatim(before))
            if any(isinstance(run.token, str) and has_letters(run.token) for run in core):
                parts.append(self._piece(core, leak))
            else:
                parts.extend(self._verbatim(core))
            parts.extend(self._verbatim(after + end))
        return tuple(parts)

    def _piece(self, core: Sequence[Run], leak: str) -> Piece:
        number = self._count
        self._count += 1
        taken, flaw = _whole_words(core)
        marks = {run.token: self._inner(run) for run in taken if isinstance(run.token, Mark)}
        return Piece(number, tuple(taken), joined(core), marks, leak or flaw)

    def _verbatim(self, part: Sequence[Run]) -> Iterator[str | Piece]:
        for run in part:
            yield from self._inner(run)

    def _inner(self, run: Run) -> Cut:
        if run.instead:
            return (run.instead,)
        parts: list[str | Piece] = []
        at = 0
        for start, end in sorted(run.inner):
            parts.append(run.raw[at:start])
            parts.extend(self.cut(run.raw[start:end]))
            at = end
        parts.append(run.raw[at:])
        return tuple(parts)


def _core(line: Sequence[Run]) -> tuple[list[Run], list[Run], list[Run]]:
    """Take white space, markup that stands aside, and pairs around everything off both ends.

    A pair whose mark will be another one in a translation stays.
    """
    core = list(line)
    before: list[Run] = []
    after: list[Run] = []
    while core:
        first, last = core[0], core[-1]
        if isinstance(first.token, str):
            space, text = _split_space(first)
            if space:
                before.append(space)
                core[0:1] = [text] if text else []
                continue
        if isinstance(last.token, str):
            text, space = _split_end_space(last)
            if space:
                after.insert(0, space)
                core[-1:] = [text] if text else []
                continue
        if first.held and first.kind in _ASIDE:
            before.append(core.pop(0))
        elif last.held and last.kind in _ASIDE:
            after.insert(0, core.pop())
        elif _is_pair(first, last) and not SHORT_REFERENCE.match(last.raw):
            before.append(core.pop(0))
            after.insert(0, core.pop())
        else:
            break
    return before, core, after


def _is_pair(first: Run, last: Run) -> bool:
    return isinstance(first.token, Mark) and last.token == Mark(Role.CLOSE, first.token.id)


def _split_space(run: Run) -> tuple[Run | None, Run | None]:
    bare = run.raw.lstrip()
    space = run.raw[: len(run.raw) - len(bare)]
    return (Run(space, space) if space else None, _shorter(run, bare, len(space), None) if bare else None)


def _split_end_space(run: Run) -> tuple[Run | None, Run | None]:
    bare = run.raw.rstrip()
    space = run.raw[len(bare) :]
    return (_shorter(run, bare, 0, len(space)) if bare else None, Run(space, space) if space else None)


def _shorter(run: Run, raw: str, from_start: int, from_end: int | None) -> Run:
    assert isinstance(run.token, str)
    return Run(raw, run.token[from_start : -from_end if from_end else None])


def _whole_words(core: Sequence[Run]) -> tuple[list[Run], str]:
    """Let a pair that ends just before a short ending take it in, as in `[file](x)s`: an engine marks whole words."""
    taken = list(core)
    for at, run in enumerate(taken):
        if not isinstance(run.token, Mark) or run.token.role is Role.HOLD:
            continue
        before = taken[at - 1].token if at else ""
        after = taken[at + 1].token if at + 1 < len(taken) else ""
        if not isinstance(before, str) or not isinstance(after, str):
            continue
        suffix = _SUFFIX.search(after)
        if not suffix or not _LETTER_BEFORE.search(before):
            continue
        if run.token.role is Role.OPEN or len(suffix[0]) > _LONGEST_SUFFIX:
            return taken, "markup begins or ends inside a word"
        moved, rest = suffix[0], after[suffix.end() :]
        if not taken[at + 1].raw.startswith(moved):
            return taken, "markup begins or ends inside a word"
        taken[at - 1] = Run(taken[at - 1].raw + moved, before + moved)
        taken[at + 1] = Run(taken[at + 1].raw[len(moved) :], rest)
    return [run for run in taken if run.raw], ""
