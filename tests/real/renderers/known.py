"""Which differences between the real renderers and the tool are known? A file a dialect in `known/`, a line a shape."""

from __future__ import annotations

import ast
import collections
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from tests.real.renderers.shapes import POSITIONS, Input

Found: TypeAlias = Mapping[tuple[str, str, str], str]
"""Kinds of differences by shape, context and position."""

_FOLDER = Path(__file__).parent / "known"
_LINE = re.compile(r"(?P<shape>(?:'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")) (?P<kind>[a-z ]+): (?P<places>.*)")
_PLACE = re.compile(r"(?P<context>[^(),;]+) \((?P<positions>[^()]*)\)")


def found(differing: Iterable[tuple[Input, str]]) -> Found:
    """What was found, in the form in which it is kept: the kind of each difference alone."""
    return {(each.shape, each.context, each.position): problem.partition(":")[0] for each, problem in differing}


def read(dialect: str) -> Found:
    """The differences that are known in a dialect."""
    path = _FOLDER / f"{dialect}.txt"
    return dict(parsed(path.read_text(encoding="utf-8"))) if path.exists() else {}


def parsed(text: str) -> Iterator[tuple[tuple[str, str, str], str]]:
    """The differences of such a file."""
    for line in text.splitlines():
        match = _LINE.fullmatch(line)
        assert match, line
        for place in _PLACE.finditer(match["places"]):
            positions = tuple(POSITIONS) if place["positions"] == "anywhere" else place["positions"].split(", ")
            for position in positions:
                yield (ast.literal_eval(match["shape"]), place["context"].strip(), position), match["kind"]


def write(dialect: str, differing: Found) -> None:
    """Keep what differs in a dialect as known."""
    _FOLDER.mkdir(exist_ok=True)
    path = _FOLDER / f"{dialect}.txt"
    if differing:
        path.write_text("".join(f"{line}\n" for line in listed(differing)), encoding="utf-8")
    else:
        path.unlink(missing_ok=True)


def listed(differing: Found) -> Iterator[str]:
    """A line for each shape and kind of difference, with all places where it occurs."""
    places = collections.defaultdict[tuple[str, str], dict[str, list[str]]](dict)
    for (shape, context, position), kind in differing.items():
        places[shape, kind].setdefault(context, []).append(position)
    for (shape, kind), contexts in places.items():
        said = (
            f"{context} ({'anywhere' if len(positions) == len(POSITIONS) else ', '.join(positions)})"
            for context, positions in contexts.items()
        )
        yield f"{shape!r} {kind}: {'; '.join(said)}"
