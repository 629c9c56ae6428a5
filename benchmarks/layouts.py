"""What does a layout cost next to `plain`, and does it leave alone what did not change? In processor seconds."""

from __future__ import annotations

import os
import shutil
import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.filling import fill, pseudo
from benchmarks.measure import run
from benchmarks.noop import LOCALES, SETTLED
from benchmarks.table import say, table

PLAIN = "plain"
STAGING = "plain+staging"
LAYOUTS = {
    PLAIN: ("source", "dist"),
    "hugo": ("content", "content"),
    "hugo-folder": ("content/en", "content"),
    "jekyll": ("site", "site"),
    "mkdocs": ("docs", "docs"),
    "mkdocs-folder": ("docs/en", "docs"),
    "zensical": ("docs", "translations"),
    "docusaurus": ("docs", "i18n"),
    "starlight": ("src/content/docs", "src/content/docs"),
    "vitepress": ("docs", "docs"),
    "zola": ("content", "content"),
    "myst": ("docs", "translations"),
    "mdbook": ("src", "translations"),
    "eleventy": ("content/en", "content"),
    STAGING: ("source", "dist"),
}
"""The folders of the articles and of what is built, as a site of the generator has them."""
_TOML = """\
[project]
name = "Benchmark"
source_locale = "en"
locales = {locales}

[source]
path = "{source}"
dialect = "{dialect}"

[build]
path = "{path}"
layout = "{layout}"
staging = "{staging}"
"""
State = dict[str, tuple[int, int]]


def layouts(
    i18n: Path, corpus: Corpus, dialect: str, names: Sequence[str], rounds: int, scratch: Path
) -> Iterator[str]:
    """Build the same articles and catalogs by each layout in turn, from nothing and once more; yields Markdown."""
    _prepare(i18n, corpus, dialect, scratch / "ready")
    first: dict[str, list[float]] = {name: [] for name in (PLAIN, *names)}
    again: dict[str, list[float]] = {name: [] for name in first}
    written = dict.fromkeys(first, 0)
    for turn in range(rounds):
        for name in first:
            say(f"round {turn + 1} of {rounds}: {name}")
            place = scratch / f"{name}-{turn}"
            _lay(scratch / "ready", place, name, dialect)
            first[name].append(_built(i18n, place))
            time.sleep(SETTLED)
            before = _state(place)
            again[name].append(_built(i18n, place))
            written[name] += len(_state(place).items() - before.items())
    yield (
        f"{corpus.name}: {len(corpus.articles):,} articles, {corpus.size / 1e6:.2f} MB, {len(LOCALES)} languages, "
        f"every message translated, all as {dialect}; processor seconds, medians of {rounds} rounds, in brackets the "
        "lowest and the highest ratio of a round."
    )
    head = ("layout", "build", "× plain", "nothing changed", "× plain", "files written then")
    yield table(head, [(name, *_compared(first, name), *_compared(again, name), str(written[name])) for name in first])


def _compared(measured: dict[str, list[float]], name: str) -> tuple[str, str]:
    ratios = [one / plain for one, plain in zip(measured[name], measured[PLAIN], strict=True)]
    ratio = f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
    return f"{statistics.median(measured[name]):.2f} s", ratio


def _prepare(i18n: Path, corpus: Corpus, dialect: str, place: Path) -> None:
    say("preparing")
    corpus.lay(place / LAYOUTS[PLAIN][0])
    _configure(place, PLAIN, dialect)
    run((str(i18n), "--quiet", "extract"), place)
    fill((place / "locales").rglob("*.po"), pseudo)


def _configure(place: Path, name: str, dialect: str) -> None:
    source, path = LAYOUTS[name]
    layout, _, staged = name.partition("+")
    locales = str(list(LOCALES)).replace("'", '"')
    text = _TOML.format(locales=locales, source=source, dialect=dialect, path=path, layout=layout, staging=staged)
    (place / "i18n.toml").write_text(text, encoding="utf-8")


def _lay(ready: Path, place: Path, name: str, dialect: str) -> None:
    """A project of its own, whose articles and catalogs are those that are there: no build writes to them."""
    shutil.copytree(ready / LAYOUTS[PLAIN][0], place / LAYOUTS[name][0], copy_function=os.link)
    shutil.copytree(ready / "locales", place / "locales", copy_function=os.link)
    _configure(place, name, dialect)


def _built(i18n: Path, place: Path) -> float:
    return run((str(i18n), "--quiet", "build"), place, accept=(0, 1)).cpu


def _state(place: Path) -> State:
    """What a file would show that it was written again, for all but what the program keeps for itself."""
    files = (path for path in sorted(place.rglob("*")) if path.is_file() and ".i18n" not in path.parts)
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}
