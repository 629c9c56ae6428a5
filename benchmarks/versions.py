"""Is a version slower than another? Whole commands of both in turn, in processor seconds."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.filling import fill, pseudo
from benchmarks.measure import run
from benchmarks.table import say, table
from benchmarks.variety import number

COMMANDS = {
    "extract": ("pristine", ("extract",)),
    "extract again": ("ready", ("extract",)),
    "check": ("ready", ("check",)),
    "build": ("ready", ("build",)),
    "draft": ("ready", ("draft", "--engine", "memory")),
    "run": ("ready", ("run",)),
}
"""Where each command begins, and how it is called: with articles alone, or with catalogs that are up to date."""
ACCEPTED = (0, 1)
"""Exit statuses: findings are an answer."""
TOML = """\
[project]
name = "Benchmark"
source_locale = "en"
locales = ["de", "ko", "ar"]

[source]
dialect = "{dialect}"

[draft]
engines = ["memory"]
"""

Seconds = dict[str, list[float]]
"""What each round of each command took the processors."""


def versions(
    pythons: Sequence[Path], corpus: Corpus, dialect: str, commands: Sequence[str], rounds: int, scratch: Path
) -> Iterator[str]:
    """Measure two versions, each by its interpreter, on the same articles in turn; yields paragraphs of Markdown.

    Every measurement begins in a fresh copy of the project. In the catalogs a seventh of the messages is empty, which
    is what the memory is asked for.
    """
    places = [scratch / name for name in ("old", "new")]
    for python, place in zip(pythons, places, strict=True):
        prepare(python, corpus, dialect, place)
    measured: tuple[Seconds, Seconds] = ({name: [] for name in commands}, {name: [] for name in commands})
    for turn in range(rounds):
        say(f"round {turn + 1} of {rounds}")
        for name in commands:
            for python, place, seconds in zip(pythons, places, measured, strict=True):
                seconds[name].append(once(python, place, name, turn))
    yield (
        f"{corpus.name}: {len(corpus.articles):,} articles, {corpus.size / 1e6:.2f} MB, three languages, as {dialect}. "
        f"Processor seconds, medians of {rounds} rounds; in brackets the lowest and the highest ratio of a round. "
        "Other work only ever adds: the least of all rounds are compared too."
    )
    yield table(
        ("command", "old", "new", "new ÷ old", "least ÷ least"),
        [(name, *compared(*measured, name)) for name in commands],
    )


def sample(corpus: Corpus, articles: int) -> Corpus:
    """Take so many articles of a corpus, always the same ones, from everywhere in it."""
    chosen = sorted(corpus.articles, key=lambda article: number(article[0]))[:articles]
    return Corpus(corpus.name, tuple(sorted(chosen)))


def prepare(python: Path, corpus: Corpus, dialect: str, place: Path) -> None:
    """Lay out the articles, and once more with catalogs that are translated and up to date."""
    say(f"preparing {place.name}")
    corpus.lay(place / "pristine" / "source")
    (place / "pristine" / "i18n.toml").write_text(TOML.format(dialect=dialect), encoding="utf-8")
    ready = shutil.copytree(place / "pristine", place / "ready")
    run(command(python, ("extract",)), ready)
    fill((ready / "locales").rglob("*.po"), _translated)
    # What polib wrote gets the form that an extraction leaves alone.
    run(command(python, ("extract",)), ready)


def _translated(msgid: str) -> str:
    return "" if number(msgid) % 7 == 0 else pseudo(msgid)


def once(python: Path, place: Path, name: str, turn: int) -> float:
    """Run a command in a fresh copy; give the processor seconds of all its processes."""
    begins, arguments = COMMANDS[name]
    fresh = shutil.copytree(place / begins, place / f"{name.replace(' ', '-')}-{turn}")
    return run(command(python, arguments), fresh, accept=ACCEPTED).cpu


def command(python: Path, arguments: Sequence[str]) -> tuple[str, ...]:
    """Call a version's program, never a package in the project's folder."""
    return (str(python), "-P", "-m", "i18n", "--quiet", *arguments)


def compared(old: Seconds, new: Seconds, name: str) -> tuple[str, ...]:
    """Say what both took, and how many times as much the new one is."""
    before, after = statistics.median(old[name]), statistics.median(new[name])
    ratios = [one / other for one, other in zip(new[name], old[name], strict=True)]
    ratio = f"{after / before:.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
    return f"{before:.2f} s", f"{after:.2f} s", ratio, f"{min(new[name]) / min(old[name]):.2f}"
