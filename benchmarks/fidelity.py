"""Which share of the articles comes back byte for byte? Asked of nothing translated, and of the source's own text."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.corpus import VARIANTS, Corpus, varied
from benchmarks.filling import fill, identity
from benchmarks.table import say, table
from benchmarks.tools import Tool


def fidelity(corpus: Corpus, tools: Sequence[Tool], scratch: Path, variants: Sequence[str]) -> Iterator[str]:
    """Compare every built article with its source, for each variant of the corpus; yields paragraphs of Markdown."""
    rows = []
    for tool in tools:
        cells = [tool.name]
        for variant in variants:
            say(f"{corpus.name}, {variant}: {tool.name}")
            cells += shares(varied(corpus, variant), tool, scratch / "fidelity")
        rows.append(cells)
    header = ["tool"]
    for variant in variants:
        prefix = "" if variant == next(iter(VARIANTS)) else f"{variant}, "
        header += [f"{prefix}nothing translated", f"{prefix}msgstr = msgid"]
    yield f"{corpus.name}: {len(corpus.articles):,} articles, of which these come back byte for byte:"
    yield table(header, rows)


def shares(corpus: Corpus, tool: Tool, place: Path) -> tuple[str, str]:
    """Say which share is the same with nothing translated, and which with every msgstr equal to its msgid."""
    shutil.rmtree(place, ignore_errors=True)
    tool.lay(place, corpus)
    tool.extract(place)
    empty = share(corpus, tool, place)
    fill(tool.catalogs(place), identity)
    return empty, share(corpus, tool, place)


def share(corpus: Corpus, tool: Tool, place: Path) -> str:
    """Build, and count what is the same; an article that is not built is not."""
    tool.build(place)
    built = tool.built(place)
    same = sum(is_same(built / path, data) for path, data in corpus.articles)
    if same == len(corpus.articles):
        return "100 %"
    # Rounding must not turn one broken article in thousands into none.
    return f"{min(100 * same / len(corpus.articles), 99.9):.1f} %"


def is_same(path: Path, data: bytes) -> bool:
    """Tell whether a file is there and holds exactly these bytes."""
    return path.is_file() and path.read_bytes() == data
