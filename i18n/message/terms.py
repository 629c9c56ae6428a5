"""Where in a message do terms, names and facts stand that no engine words, whatever markup is in them?"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

import regex

from i18n.message.grouping import merged
from i18n.message.marks import CLOSED, ENTITY, OPENED, Run, plain
from i18n.message.whole_words import whole_words
from i18n.span import Characters, Span

_TAG = regex.compile(r"<[^>]*>")
_OBJECT = "\ufffc"
"""Stands for a placeholder: no term and no name has it."""


class Names(Protocol):
    """What must not leave."""

    @property
    def pattern(self) -> regex.Pattern[str]:
        """What finds them in a text that readers see."""

    def written(self, found: str) -> str:
        """How a draft spells one that was found; empty: as it is."""


class Facts(Protocol):
    """What languages write otherwise by rules: dates, numbers, references, quotation marks."""

    def found(self, text: str, *, bare: bool = False) -> Iterable[tuple[Span[Characters], str]]:
        """Where they stand in a text that readers see, in order, and how a draft writes each; empty: as it is.

        `bare`: apart from the prepositions that belong to some.
        """

    def quoted(self, text: str) -> str:
        """A text of a draft with its quotation marks as its language has them; every other character stays."""

    def unsure(self, text: str, draft: str) -> Iterable[str]:
        """What a person should look at in a draft of a text, by the ids of notes."""


class _Found(NamedTuple):
    start: int
    end: int
    text: str
    """What is said of it: as found, or as a draft writes it."""


def with_terms(flat: list[Run], terms: Collection[str]) -> list[Run]:
    """Make a placeholder of each term, with the markup that stands in it."""
    found = whole_words(terms)
    if found is None:
        return flat
    return _held(flat, _matches(found), lambda _: _OBJECT, lambda stretch, _: merged(stretch, "term"))


def with_names(flat: list[Run], names: Names) -> list[Run]:
    """Make a placeholder of each name that must not leave; a draft has it as `names` spells it."""

    def name(stretch: list[Run], found: str) -> Run:
        return _instead(stretch, "name", names.written(found))

    return _held(flat, _matches(names.pattern), _seen, name)


def with_facts(flat: list[Run], facts: Facts) -> list[Run]:
    """Make a placeholder of each fact; a draft has it as `facts` writes it, unless markup cuts it.

    Where markup stands between a date and its preposition (`on **May 3**`), the date alone is one.
    """

    def found(text: str, *, bare: bool) -> Iterator[_Found]:
        return (_Found(span.start, span.end, written) for span, written in facts.found(text, bare=bare))

    def whole(stretch: list[Run], written: str) -> Run | None:
        made = _instead(stretch, "fact", written)
        return made if made.instead or not written else None

    flat = _held(flat, functools.partial(found, bare=False), lambda _: _OBJECT, whole)
    rest = functools.partial(found, bare=True)
    return _held(flat, rest, lambda _: _OBJECT, lambda stretch, written: _instead(stretch, "fact", written))


def _instead(stretch: list[Run], kind: str, written: str) -> Run:
    held = merged(stretch, kind)
    return replace(held, instead=written) if len(stretch) == 1 and not held.inner else held


def _matches(pattern: regex.Pattern[str]) -> Callable[[str], Iterator[_Found]]:
    return lambda text: (_Found(*match.span(), match[0]) for match in pattern.finditer(text))


def _seen(run: Run) -> str:
    """What a reader sees of a placeholder in a name, which may go on after a line's end and around a tag."""
    return "\n" if run.kind == "break" else "" if run.kind in ("html", "footnote") else _OBJECT


def has_names(flat: Sequence[Run], names: Names) -> bool:
    """Tell whether a name still shows in what an engine would be given, whatever marks stand in it.

    Placeholders are read as what a reader sees, as nothing, and as a space.
    """
    readings: tuple[Callable[[Run], str], ...] = (
        lambda run: "\n" if run.kind == "break" else _TAG.sub("", run.raw),
        lambda _: "",
        lambda _: " ",
    )
    return any(_shows(flat, names, reading) for reading in readings)


def _shows(flat: Sequence[Run], names: Names, reading: Callable[[Run], str]) -> bool:
    read, owners = "", []
    for run in flat:
        shown = run.token if isinstance(run.token, str) else ""
        if run.held:
            shown = "\0" if run.kind == "name" else reading(run)
        read += shown
        owners += [not run.held] * len(shown)
    return any(any(owners[found.start() : found.end()]) for found in names.pattern.finditer(read))


def _held(
    flat: list[Run],
    found: Callable[[str], Iterable[_Found]],
    seen: Callable[[Run], str],
    hold: Callable[[list[Run], str], Run | None],
) -> list[Run]:
    read, places = _readable(flat, seen)
    done: list[Run] = []
    at = (0, 0)  # run, and character of its raw text
    for match in found(read):
        start = places[match.start][0]
        end = places[match.end - 1][1]
        bounds = _balanced(flat, start, end) if at <= start else None
        made = hold(_stretch(flat, *bounds), match.text) if bounds is not None and at <= bounds[0] else None
        if bounds is not None and made is not None:
            done += _stretch(flat, at, bounds[0])
            done.append(made)
            at = bounds[1]
    return done + _stretch(flat, at, (len(flat), 0))


_Position = tuple[int, int]


def _readable(flat: list[Run], seen: Callable[[Run], str]) -> tuple[str, list[tuple[_Position, _Position]]]:
    """The words that a reader sees, and where in the raw text of which run each of their characters stands.

    `seen` gives what stands for a placeholder: one character, or nothing.
    """
    read = ""
    places: list[tuple[_Position, _Position]] = []
    for number, run in enumerate(flat):
        if run.held:
            shown = seen(run)
            read += shown
            places += [((number, 0), (number, len(run.raw)))] * len(shown)
        elif isinstance(run.token, str):
            for start, end in _characters(run.raw):
                letters = plain(run.raw[start:end])
                read += letters
                places += [((number, start), (number, end))] * len(letters)
    return read, places


def _characters(raw: str) -> Iterator[tuple[int, int]]:
    """Spans of single characters and whole entities."""
    at = 0
    for found in ENTITY.finditer(raw):
        yield from ((place, place + 1) for place in range(at, found.start()))
        yield found.span()
        at = found.end()
    yield from ((place, place + 1) for place in range(at, len(raw)))


def _balanced(flat: list[Run], start: _Position, end: _Position) -> tuple[_Position, _Position] | None:
    """The span with the marks close around it that make whole pairs of the marks in it; None where none do."""
    depth = lowest = 0
    for run in _stretch(flat, start, end):
        depth += (run.token == OPENED) - (run.token == CLOSED)
        lowest = min(lowest, depth)
    first, last = start, end
    for _ in range(-lowest):
        if first[1] or not first[0] or flat[first[0] - 1].token != OPENED:
            return None
        first = (first[0] - 1, 0)
    at, inside = last
    after = at if not inside else at + 1 if inside == len(flat[at].raw) else len(flat)
    for _ in range(depth - lowest):
        if after >= len(flat) or flat[after].token != CLOSED:
            return None
        after += 1
        last = (after, 0)
    return first, last


def _stretch(flat: list[Run], start: _Position, end: _Position) -> list[Run]:
    """The runs between two positions, those at the ends cut."""
    taken: list[Run] = []
    for number in range(start[0], min(end[0] + 1, len(flat))):
        run = flat[number]
        first = start[1] if number == start[0] else 0
        last = end[1] if number == end[0] else len(run.raw)
        if (first, last) == (0, len(run.raw)):
            taken.append(run)
        elif first < last:
            taken.append(Run(run.raw[first:last], plain(run.raw[first:last])))
    return taken
