"""How much slower is a dialect than `gfm` on the same articles? In processor seconds of whole commands."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.filling import fill, pseudo
from benchmarks.measure import Run
from benchmarks.table import say, table
from benchmarks.tools import Tool

REFERENCE = "gfm"


def dialects(corpus: Corpus, tools: Mapping[str, Tool], scratch: Path, rounds: int) -> Iterator[str]:
    """Extract from no catalog, and build with every message translated, by the tool of each dialect in turn.

    Of each command the round counts that took the processors the least: others at work on the machine only ever add.
    One of the dialects is REFERENCE. Yields Markdown.
    """
    extracting: dict[str, list[float]] = {name: [] for name in tools}
    building: dict[str, list[float]] = {name: [] for name in tools}
    places = {name: prepared(corpus, tool, scratch / f"dialect-{name}") for name, tool in tools.items()}
    for turn in range(rounds):
        say(f"round {turn + 1} of {rounds}")
        for name, tool in tools.items():
            fresh = shutil.copytree(places[name].parent / "pristine", places[name].parent / f"fresh-{turn}")
            extracting[name].append(processors(tool.extract(fresh)))
            building[name].append(processors(tool.build(places[name])))
    yield f"{corpus.name}: {len(corpus.articles):,} articles, {corpus.size / 1e6:.2f} MB. The least of {rounds} rounds:"
    rows = [
        (name, *compared(extracting, name), *compared(building, name), *compared(together(extracting, building), name))
        for name in tools
    ]
    yield table(("dialect", "extract", "× gfm", "build", "× gfm", "both", "× gfm"), rows)


def prepared(corpus: Corpus, tool: Tool, folder: Path) -> Path:
    """Lay out the articles, extract them unmeasured, and translate every message."""
    say(f"preparing {folder.name}")
    tool.lay(folder / "pristine", corpus)
    place = shutil.copytree(folder / "pristine", folder / "place")
    tool.extract(place)
    fill(tool.catalogs(place), pseudo)
    return place


def processors(runs: Sequence[Run]) -> float:
    """Seconds of all processors, over commands one after the other."""
    return sum(run.cpu for run in runs)


def together(one: Mapping[str, list[float]], other: Mapping[str, list[float]]) -> dict[str, list[float]]:
    """The least of each, added up."""
    return {name: [min(one[name]) + min(other[name])] for name in one}


def compared(measured: Mapping[str, list[float]], name: str) -> tuple[str, str]:
    """Say what a dialect took, and how many times as much as the reference."""
    least = min(measured[name])
    return f"{least:.2f} s", f"{least / min(measured[REFERENCE]):.2f}"
