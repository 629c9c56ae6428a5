"""How much memory do extraction and build hold? Asked of a corpus and of several times as much."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import Corpus, copied
from benchmarks.filling import fill, pseudo
from benchmarks.measure import Run, run
from benchmarks.table import table
from benchmarks.tools import Tool


def memory(corpus: Corpus, times: int, tool: Tool, scratch: Path) -> Iterator[str]:
    """Measure the corpus once and several times over, every message translated; yields paragraphs of Markdown."""
    rows = []
    for measured in (copied(corpus, 1), copied(corpus, times)):
        extract, build = peaks(measured, tool, scratch / "memory")
        cells = [f"{len(measured.articles):,}", f"{measured.size / 1e6:.1f} MB"]
        for step in (extract, build):
            cells += [f"{step.largest / 1e6:.0f} MB", f"{step.together / 1e6:.0f} MB"]
        rows.append(cells)
    yield (
        f"Peak of resident memory, {corpus.name} once and {times} times over: of the largest process, and of all "
        "together (pages that processes share count in each)."
    )
    header = ("articles", "size", "extract, largest", "extract, all", "build, largest", "build, all")
    yield table(header, rows)


def peaks(corpus: Corpus, tool: Tool, place: Path) -> tuple[Run, Run]:
    """Run an extraction from no catalog and a build of everything."""
    shutil.rmtree(place, ignore_errors=True)
    tool.lay(place, corpus)
    [extraction], [building] = tool.extraction, tool.building
    extract = run(extraction, place, sample=True)
    fill(tool.catalogs(place), pseudo)
    return extract, run(building, place, sample=True)
