"""Does the memory on the disk find the best of a million translations, and how long does that take?"""

from __future__ import annotations

import functools
import itertools
import multiprocessing
import random
import re
import shutil
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple, TypeVar

from rapidfuzz import fuzz, process

from benchmarks.corpus import from_folders
from benchmarks.table import say, table
from i18n.memory import StoredMemory, words
from i18n.memory.lookup import lengths_within
from i18n.store import LocalStore
from i18n.store.memory_file import MemoryFile
from i18n.store.memory_tables import Contents, Translation
from i18n.store.segments import Measure
from i18n.words.folding import single_spaced

LOCALE = "de"
MINIMUM = 75
PER_CATALOG = 500
SHORTEST = 20
"""Characters of a sentence."""
FENCED = re.compile(r"^ *(```+|~~~+).*?^ *\1", re.MULTILINE | re.DOTALL)
SENTENCE = re.compile(rf"[^\n|{{}}<>=]{{{SHORTEST},400}}")
SPACELESS = "\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f"
"""Letters of Japanese, Chinese and Thai."""
PIECE = re.compile(rf"[{SPACELESS}]{{1,4}}|[^\s{SPACELESS}]+|\s+")
"""A word; a few letters where no spaces part words."""
Result = TypeVar("Result")


class Answers(NamedTuple):
    """What a memory answered."""

    scores: Sequence[int]
    """The best one for each text; 0: no match."""
    times: Sequence[float]
    """Processor seconds that each took."""
    exact: Sequence[float]
    """Processor seconds that each of the known messages took."""
    first: float
    """Processor seconds until the first answer of all."""
    resident: float
    """Megabytes at most."""


def recall(folders: Sequence[Path], units: int, queries: int, scratch: Path) -> Iterator[str]:
    """Fill a memory with the sentences of the folders and variations of them; ask it for sentences edited by a word."""
    real, chance = sentences(folders), random.Random(1)
    place = scratch / "recall"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    texts = place / "texts"
    with texts.open("w", encoding="utf-8") as out:
        out.writelines(f"{text}\n" for text in varied(real, units, chance))
    asked = [edited(text, real, chance) for text in chance.choices(real[:units], k=queries)]
    filling, filled = alone(fill, place, texts)
    changing, changed = alone(change, place, texts)
    answers = alone(ask, place, asked, chance.choices(real[:units], k=queries))
    best = alone(scan, texts, asked)
    size = sum(each.stat().st_size for each in (place / ".i18n").glob("memory.sqlite*"))
    there = sum(score >= MINIMUM for score in best)
    right = sum(one == other >= MINIMUM for one, other in zip(answers.scores, best, strict=True))
    yield (
        f"{' + '.join(folder.name for folder in folders)}: {len(real):,} sentences, varied to {units:,}; {queries} of "
        f"them edited by a word, {there} of these with a match of {MINIMUM} or more among all."
    )
    rows = [
        ("the best match found", f"{right} of {there} = {100 * right / max(1, there):.1f} %"),
        ("a lookup, median", f"{1e3 * statistics.median(answers.times):.1f} ms"),
        ("a lookup, 95 of 100", f"{1e3 * statistics.quantiles(answers.times, n=20)[-1]:.1f} ms"),
        ("the very same message, median", f"{1e3 * statistics.median(answers.exact):.2f} ms"),
        ("the first lookup", f"{1e3 * answers.first:.0f} ms"),
        ("translations taken in, a second", f"{units / filling:,.0f}"),
        ("one of a hundred catalogs changed", f"{changing:.1f} s"),
        ("on the disk, a translation", f"{size / units:,.0f} bytes"),
        ("resident: filling, changing, asking", f"{filled:.0f}, {changed:.0f}, {answers.resident:.0f} MB"),
    ]
    yield table(("", "n"), rows)


def sentences(folders: Iterable[Path]) -> list[str]:
    """The lines of some Markdown apart from code, each once."""
    texts = (FENCED.sub("", data.decode(errors="replace")) for _, data in from_folders(folders).articles)
    found = dict.fromkeys(single_spaced(match[0]) for text in texts for match in SENTENCE.finditer(text))
    return [text for text in found if len(text) >= SHORTEST]


def varied(real: Sequence[str], units: int, chance: random.Random) -> Iterator[str]:
    """The sentences, then variations that exchange some words, or also the second half, with another sentence."""
    seen = set(map(hash, real[:units]))
    yield from real[:units]
    while len(seen) < units:
        pieces, others = (PIECE.findall(chance.choice(real)) for _ in range(2))
        if chance.random() < 0.5:
            pieces = [*pieces[: len(pieces) // 2], *others[len(others) // 2 :]]
        for _ in range(max(2, len(pieces) // 5)):
            pieces[chance.randrange(len(pieces))] = chance.choice(others)
        text = single_spaced("".join(pieces))
        if len(text) >= SHORTEST and hash(text) not in seen:
            seen.add(hash(text))
            yield text


def edited(text: str, real: Sequence[str], chance: random.Random) -> str:
    """Exchange a word for one of another sentence, or leave it out."""
    pieces = PIECE.findall(text)
    at = chance.choice([number for number, piece in enumerate(pieces) if not piece.isspace()])
    pieces[at] = chance.choice(["", chance.choice(PIECE.findall(chance.choice(real)))])
    return single_spaced("".join(pieces)) or text


def alone(work: Callable[..., Result], *arguments: object) -> Result:
    """Work in a process of its own, whose memory is measured."""
    say(work.__name__)
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def opened(place: Path) -> MemoryFile:
    """The memory below a folder."""
    return MemoryFile(LocalStore(str(place)), Measure(single_spaced, words))


def catalogs(texts: Path, every: int = 1, ending: str = "") -> Iterator[Contents]:
    """The texts as catalogs: each, or one of so many, with an ending added to each message."""
    with texts.open(encoding="utf-8") as lines:
        for number in itertools.count():
            held = [line.rstrip("\n") for line in itertools.islice(lines, PER_CATALOG)]
            if not held:
                break
            if number % every == 0:
                rows = [Translation(text + ending, f"Übersetzung: {text}", None, 2) for text in held]
                yield Contents(f"article{number}", LOCALE, ending, rows)


def fill(place: Path, texts: Path) -> tuple[float, float]:
    """Take in everything; gives processor seconds, without those of reading the texts, and megabytes."""
    memory = opened(place)
    seconds = worked(lambda: memory.fill(catalogs(texts))) - worked(lambda: [None for _ in catalogs(texts)])
    memory.close()
    return seconds, peak()


def change(place: Path, texts: Path) -> tuple[float, float]:
    """Change each message of one of a hundred catalogs, and change it back; gives processor seconds, and megabytes."""
    memory = opened(place)
    seconds = worked(lambda: memory.fill(catalogs(texts, 100, " changed")))
    memory.fill(catalogs(texts, 100))
    memory.close()
    return seconds, peak()


def ask(place: Path, asked: Sequence[str], known: Sequence[str]) -> Answers:
    """Ask a memory for similar texts, and for some that it knows."""
    memory = StoredMemory(opened(place), LOCALE)
    scores: list[int] = []

    def similar(text: str) -> None:
        scores.append(max((match.score for match in memory.matches(text, MINIMUM)), default=0))

    first = worked(lambda: memory.matches("the first one of all", MINIMUM))
    times = [worked(functools.partial(similar, text)) for text in asked]
    exact = [worked(functools.partial(memory.matches, text, 100)) for text in known]
    return Answers(scores, times, exact, first, peak())


def worked(work: Callable[[], object]) -> float:
    """Processor seconds that something takes."""
    before = time.process_time()
    work()
    return time.process_time() - before


def scan(texts: Path, asked: Sequence[str]) -> list[int]:
    """The best score of each among all texts, as far as it is high enough; otherwise 0."""
    by_length: dict[int, list[str]] = {}
    with texts.open(encoding="utf-8") as lines:
        for line in lines:
            by_length.setdefault(len(line) - 1, []).append(line.rstrip("\n"))
    return [best_score(text, by_length) for text in asked]


def best_score(text: str, by_length: Mapping[int, Sequence[str]]) -> int:
    """The best score among these; those of a like length first, as a high score spares most of the work."""
    known = text in by_length.get(len(text), ())
    score = 0.0
    shortest, longest = lengths_within(len(text), MINIMUM)
    for length in sorted(range(shortest, longest + 1), key=lambda length: abs(length - len(text))):
        least = max(score, MINIMUM)
        if 200 * min(length, len(text)) / (length + len(text)) >= least:
            found = process.extractOne(text, by_length.get(length, ()), scorer=fuzz.ratio, score_cutoff=least)
            score = max(score, found[1]) if found else score
    return 100 if known else min(99, int(score))


def peak() -> float:
    """Megabytes that this process had resident at most."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1e3
