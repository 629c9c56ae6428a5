"""What does a command cost when nothing changed, or little? Two versions, in processor seconds."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.filling import fill, pseudo
from benchmarks.measure import run
from benchmarks.table import say, table
from benchmarks.versions import ACCEPTED, TOML, command

COMMANDS = ("extract", "check", "build", "bundle", "run", "status")
LOCALES = ("de", "ko", "ar", "es", "fr", "it", "ja", "pl", "pt-BR", "ru")
SETTLED = 2.5
"""Seconds after which a file counts as untouched by its time stamps alone."""
FLOOR = """\
import os, click, sqlite3
for folder, _, names in os.walk("."):
    for name in names:
        os.stat(f"{folder}/{name}")
"""
"""What no command can be quicker than: it imports what every one needs, and looks at every file."""


def noop(
    pythons: Sequence[Path], corpus: Corpus, dialect: str, commands: Sequence[str], rounds: int, scratch: Path
) -> Iterator[str]:
    """Let both versions do everything until nothing is left to do, then each command again; yields Markdown."""
    places = [scratch / name for name in ("old", "new")]
    first = [list(_begun(*each, corpus, dialect, commands)) for each in zip(pythons, places, strict=True)]
    still = _measured(pythons, places, commands, rounds)
    edited = _measured(pythons, places, commands, rounds, edit=max(1, len(corpus.articles) // 100))
    least = floor(pythons[1], places[1], rounds)
    yield (
        f"{corpus.name}: {len(corpus.articles):,} articles, {corpus.size / 1e6:.2f} MB, {len(LOCALES)} languages, as "
        f"{dialect}; processor seconds, medians of {rounds} rounds. First: from nothing, once. Edited: a sentence "
        f"added to one article of a hundred. Importing click and sqlite3 and looking at all files takes {least:.2f} s."
    )
    head = (
        "command",
        "first, old",
        "new",
        "nothing changed, old",
        "new",
        "old ÷ new",
        "edited, old",
        "new",
        "old ÷ new",
    )
    rows = zip(commands, *first, *still, *edited, strict=True)
    yield table(head, [_row(*row) for row in rows])


def floor(python: Path, place: Path, rounds: int) -> float:
    """Measure what no command can be quicker than."""
    return statistics.median(run((str(python), "-c", FLOOR), place).cpu for _ in range(rounds))


def _row(name: str, *seconds: float) -> tuple[str, ...]:
    old, new, still_old, still_new, edited_old, edited_new = seconds
    return (
        name,
        *(f"{each:.2f} s" for each in (old, new, still_old, still_new)),
        f"{still_old / still_new:.1f}",
        *(f"{each:.2f} s" for each in (edited_old, edited_new)),
        f"{edited_old / edited_new:.1f}",
    )


def _begun(python: Path, place: Path, corpus: Corpus, dialect: str, commands: Sequence[str]) -> Iterator[float]:
    """Lay out a project, do everything once, and until nothing is left; yields what each command took at first."""
    say(f"preparing {place.name}")
    corpus.lay(place / "source")
    locales = ", ".join(f'"{locale}"' for locale in LOCALES)
    toml = TOML.format(dialect=dialect).replace('["de", "ko", "ar"]', f"[{locales}]")
    (place / "i18n.toml").write_text(toml, encoding="utf-8")
    extraction = run(command(python, ("extract",)), place).cpu
    fill((place / "locales").rglob("*.po"), pseudo)
    for name in commands:
        seconds = run(command(python, (name,)), place, accept=ACCEPTED).cpu
        yield extraction if name == "extract" else seconds
    _settle(python, place, commands)


def _settle(python: Path, place: Path, commands: Sequence[str]) -> None:
    time.sleep(SETTLED)
    for _ in range(2):
        for name in commands:
            run(command(python, (name,)), place, accept=ACCEPTED)


def _measured(
    pythons: Sequence[Path], places: Sequence[Path], commands: Sequence[str], rounds: int, edit: int = 0
) -> list[list[float]]:
    """Medians of each command, by version; before each command so many articles are edited."""
    seconds: list[list[list[float]]] = [[[] for _ in commands] for _ in pythons]
    for turn in range(rounds):
        say(f"round {turn + 1} of {rounds}{', edited' if edit else ''}")
        for number, name in enumerate(commands):
            for python, place, taken in zip(pythons, places, seconds, strict=True):
                for article in sorted((place / "source").rglob("*.md"))[:edit]:
                    article.write_bytes(article.read_bytes() + f"\n\nRound {turn} of {name}.\n".encode())
                taken[number].append(run(command(python, (name,)), place, accept=ACCEPTED).cpu)
    return [[statistics.median(taken) for taken in each] for each in seconds]
