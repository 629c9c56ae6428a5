"""How fast is each tool? Whole command against whole command, the start of its process included."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.filling import accents, fill, pseudo
from benchmarks.measure import Run
from benchmarks.table import say, table
from benchmarks.tools import Tool


@dataclass(slots=True)
class Pace:
    """What was measured of one tool."""

    tool: Tool
    pristine: Path
    """Articles and settings, and nothing else."""
    place: Path
    """The same, with every message translated."""
    size: int
    """Bytes of the articles it can read."""
    messages: int
    extract: list[tuple[Run, ...]] = field(default_factory=list)
    """One a round."""
    build: list[tuple[Run, ...]] = field(default_factory=list)

    def rate(self, rounds: Sequence[Sequence[Run]]) -> float:
        """Megabytes of articles a second, by the median of the rounds."""
        return self.size / 1e6 / statistics.median(seconds(rounds))


def speed(corpus: Corpus, tools: Sequence[Tool], scratch: Path, rounds: int) -> Iterator[str]:
    """Measure extraction from no catalog and a build with every message translated; yields paragraphs of Markdown.

    The rounds go through all tools in turn, so that a machine that is busy for a while is so for all of them.
    """
    paces = [prepared(corpus, tool, scratch / f"speed-{number}") for number, tool in enumerate(tools)]
    for turn in range(rounds):
        say(f"round {turn + 1} of {rounds}")
        for pace in paces:
            fresh = shutil.copytree(pace.pristine, pace.pristine.with_name(f"fresh-{turn}"))
            pace.extract.append(pace.tool.extract(fresh))
            if pace.tool.building:
                pace.build.append(pace.tool.build(pace.place))
    yield from report(corpus, paces)


def prepared(corpus: Corpus, tool: Tool, folder: Path) -> Pace:
    """Extract once, unmeasured, and translate every message."""
    say(f"preparing {tool.name}")
    pristine, place = folder / "pristine", folder / "place"
    refused = tool.lay(pristine, corpus)
    shutil.copytree(pristine, place)
    tool.extract(place)
    size = sum(len(data) for path, data in corpus.articles if path not in refused)
    return Pace(tool, pristine, place, size, fill(tool.catalogs(place), pseudo))


def report(corpus: Corpus, paces: Sequence[Pace]) -> Iterator[str]:
    """Lay out the medians, and how many times as fast as each the first tool is."""
    first = paces[0]
    extracting, building = [], []
    for pace in paces:
        extracting.append((pace.tool.name, f"{pace.messages:,}", *paced(pace, pace.extract, first.rate(first.extract))))
        if not pace.build:
            continue
        built = pace.tool.built(pace.place)
        articles = sum(path.is_file() for path in built.rglob("*.md"))
        building.append(
            (
                *(pace.tool.name, f"{articles:,}", f"{accents(built):,}"),
                *paced(pace, pace.build, first.rate(first.build)),
            )
        )
    yield (
        f"{corpus.name}: {len(corpus.articles):,} articles, {corpus.size / 1e6:.2f} MB. "
        f"Medians of {len(first.build)} rounds; in brackets the fastest and the slowest."
    )
    timed = ("time", "processors", "MB/s", f"{first.tool.name} is")
    yield table(("extract", "messages", *timed), extracting)
    yield table(("build", "articles", "words translated", *timed), building)
    for pace in paces:
        if pace.size < corpus.size:
            left_out = (corpus.size - pace.size) / 1e6
            yield f"{pace.tool.name} cannot read {left_out:.2f} MB of it and is measured on the rest."


def seconds(rounds: Sequence[Sequence[Run]]) -> list[float]:
    """Wall clock of each round, its commands one after the other."""
    return [sum(run.seconds for run in runs) for runs in rounds]


def paced(pace: Pace, rounds: Sequence[Sequence[Run]], first: float) -> tuple[str, ...]:
    """Say how long it took, how fast that is, and how many times as fast the first tool is."""
    rate, times = pace.rate(rounds), seconds(rounds)
    taken = f"{statistics.median(times):.2f} s ({min(times):.2f}–{max(times):.2f})"
    cpu = statistics.median(sum(run.cpu for run in runs) for runs in rounds)
    return taken, f"{cpu:.2f} s", f"{rate:.2f}", f"{first / rate:.1f} × as fast"
