"""Do notes on drafts say which of them a translator must change most? Compared with grades given without them."""

from __future__ import annotations

import bisect
import csv
import hashlib
import itertools
import random
import statistics
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpus import from_folders
from benchmarks.measure import FailedError
from benchmarks.table import table
from i18n import words
from i18n.catalog.advice import trouble
from i18n.draft import DraftOutcome, Request, draft
from i18n.draft.engines.apertium import Apertium
from i18n.draft.many.facts import FactWriter
from i18n.errors import InputError
from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.message.skeleton import prose
from i18n.model import Article, Unit

GRADES = Path(__file__).parent / "data" / "grades"
LOCALES = ("es", "pt-BR")
HELD_OUT = GRADES / "held-out"
SAMPLE = Path(__file__).parent.parent / "source"
STRATA = ((3, 7), (8, 15), (16, 30), (31, 60))
"""Words of a message, both inclusive: as many of each."""
_HEAD = ("locale", "message", "path", "draft", "grade")
_ROUNDS = 1000
_SEED = 20261130
_CANDIDATES = 3
"""Times as many messages are drafted as are wanted: some get no draft."""


@dataclass(frozen=True, slots=True)
class Item:
    """A message of an article."""

    path: str
    """Of the article, from the name of its folder on."""
    request: Request

    @property
    def digest(self) -> str:
        """What names the message without its text."""
        return digest(self.request.unit.msgid)


@dataclass(frozen=True, slots=True)
class Grade:
    """What a translator thinks of a draft."""

    locale: str
    message: str
    """Digest of the msgid."""
    path: str
    draft: str
    """Digest of the msgstr: another draft is worth another grade."""
    grade: int
    """5: can stay as it is; 4: a word or two; 3: the sense is clear and half must be changed; 2: parts mislead, or are
    no sentence; 1: of no use, quicker to write anew."""


def pair(folder: str) -> tuple[str, Path]:
    """Read `DIALECT=FOLDER`. Raises FailedError."""
    dialect, equals, place = folder.partition("=")
    if not equals or not place or not Path(place).is_dir():
        raise FailedError(f"{folder}: DIALECT=FOLDER was expected, such as hugo=content")
    return dialect, Path(place)


def digest(text: str) -> str:
    """Name a text in twelve hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def items(folders: Iterable[tuple[str, Path]]) -> Iterator[Item]:
    """Find the messages of folders, each with its dialect; articles that cannot be read are passed over."""
    for dialect, folder in folders:
        for path, data in from_folders([folder]).articles:
            try:
                source = read_source(Article(path, path, path, data), Rules(dialect))
            except InputError:
                continue
            for unit in source.template:
                yield Item(path, Request(unit, path, source.dialect, source.extraction.labels))


def drawn(every: Sequence[Item], number: int, seed: int) -> list[list[Item]]:
    """Draw candidates of each stratum, from the folders by turns; equal messages once."""
    chance = random.Random(seed)
    strata: list[list[Item]] = []
    for least, most in STRATA:
        fitting = {item.request.unit.msgid: item for item in every if least <= length(item) <= most}
        folders: dict[str, list[Item]] = {}
        for item in sorted(fitting.values(), key=lambda item: (item.path, item.digest)):
            folders.setdefault(item.path.partition("/")[0], []).append(item)
        for each in folders.values():
            chance.shuffle(each)
        turns = itertools.chain.from_iterable(itertools.zip_longest(*folders.values()))
        strata.append(list(itertools.islice(filter(None, turns), number)))
    return strata


def length(item: Item) -> int:
    """Count the words that readers see."""
    return words.count(prose(item.request.unit.msgid, item.request.dialect, item.request.labels))


def drafted(engine: Apertium, chosen: Sequence[Item], locale: str) -> list[DraftOutcome]:
    """Draft messages as a first run of a project does."""
    requests = [item.request for item in chosen]
    return list(draft(requests, [engine], "en", locale, facts=FactWriter("en", locale)))


def draw(folders: Sequence[tuple[str, Path]], number: int, seed: int) -> list[tuple[str, Item, str]]:
    """Draw messages that have drafts in every locale, half of them of the sample: locale, message and draft, shuffled.

    `number`: of messages, in all.
    """
    share = number // 2 // len(STRATA)
    chosen: list[tuple[str, Item, str]] = []
    with Apertium() as engine:
        for place in ([("gfm", SAMPLE)], folders):
            for stratum in drawn(list(items(place)), share * _CANDIDATES, seed):
                outcomes = {locale: drafted(engine, stratum, locale) for locale in LOCALES}
                good = [at for at in range(len(stratum)) if all(said[at].engine for said in outcomes.values())]
                if len(good) < share:
                    raise FailedError(f"{len(good)} of {len(stratum)} messages have drafts, and {share} are wanted")
                chosen += [
                    (locale, stratum[at], outcomes[locale][at].unit.msgstr)
                    for at, locale in itertools.product(good[:share], LOCALES)
                ]
    random.Random(seed).shuffle(chosen)
    return chosen


def sheet(chosen: Sequence[tuple[str, Item, str]], folder: Path) -> None:
    """Write what a translator grades, without a note, and apart from it what each line is, with room for a grade."""
    blind = (
        f"{number}\t{locale}\n  {item.request.unit.msgid}\n  {text}\n"
        for number, (locale, item, text) in enumerate(chosen, 1)
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sheet.txt").write_text("\n".join(blind), encoding="utf-8")
    with (folder / "key.csv").open("w", encoding="utf-8", newline="") as file:
        rows = ((locale, item.digest, item.path, digest(text), "") for locale, item, text in chosen)
        csv.writer(file, lineterminator="\n").writerows([_HEAD, *rows])


def read(folder: Path) -> tuple[Grade, ...]:
    """Read the grades of a folder, a file for each locale."""
    rows: list[Grade] = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows += (
                Grade(row["locale"], row["message"], row["path"], row["draft"], int(row["grade"]))
                for row in csv.DictReader(file)
            )
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Joined:
    """A grade, and what is noted of the draft."""

    grade: Grade
    unit: Unit
    """The message as it is drafted now."""

    @property
    def is_same(self) -> bool:
        """Whether it is the draft that was graded: another version, or other messages before it, may give another."""
        return digest(self.unit.msgstr) == self.grade.draft


def joined(grades: Sequence[Grade], folders: Sequence[tuple[str, Path]]) -> list[Joined]:
    """Draft the messages of grades once more, as far as their articles are at hand."""
    known = {(item.path, item.digest): item for item in items((("gfm", SAMPLE), *folders))}
    found: list[Joined] = []
    with Apertium() as engine:
        for locale in LOCALES:
            there = [each for each in grades if each.locale == locale and (each.path, each.message) in known]
            outcomes = drafted(engine, [known[each.path, each.message] for each in there], locale)
            found += (Joined(each, said.unit) for each, said in zip(there, outcomes, strict=True) if said.engine)
    return found


ORDERS: Mapping[str, Callable[[Unit], float | tuple[int, int]]] = {
    "things noted, then words": trouble,
    "things noted": lambda unit: trouble(unit)[0],
    "things noted a word": lambda unit: trouble(unit)[0] / max(1, trouble(unit)[1]),
    "words": lambda unit: trouble(unit)[1],
}
"""What a queue might be ordered by, the first one as it is."""


def grades(folders: Sequence[str], seed: int = _SEED) -> Iterator[str]:
    """Correlate what is noted of drafts with their grades; yields paragraphs of Markdown.

    `folders`: `DIALECT=FOLDER`, where the articles lie that are not of the sample.
    """
    places = [pair(each) for each in folders]
    for title, folder in (("The grades by which the order was chosen", GRADES), ("Held-out grades", HELD_OUT)):
        every = read(folder)
        there = joined(every, places)
        same = sum(each.is_same for each in there)
        yield f"{title}: {len(there)} of {len(every)} drafts at hand, {same} of them as they were graded."
        yield table(("order", *LOCALES, "both", "interval"), (tuple(_row(name, there, seed)) for name in ORDERS))


def _row(name: str, every: Sequence[Joined], seed: int) -> Iterator[str]:
    yield name
    for locale in LOCALES:
        yield f"{_correlation(name, [each for each in every if each.grade.locale == locale]):.2f}"
    yield f"{_correlation(name, every):.2f}"
    least, most = interval(every, lambda drawn: _correlation(name, drawn), seed)
    yield f"{least:.2f} to {most:.2f}"


def _correlation(name: str, every: Sequence[Joined]) -> float:
    """How well an order foretells what must be changed: the grades run the other way."""
    return -spearman([ORDERS[name](each.unit) for each in every], [each.grade.grade for each in every])


def spearman(one: Sequence[Any], other: Sequence[Any]) -> float:
    """Spearman's rank correlation, ties with their mean rank; 0 where all are equal."""
    try:
        return statistics.correlation(ranks(one), ranks(other))
    except statistics.StatisticsError:
        return 0.0


def ranks(values: Sequence[Any]) -> list[float]:
    """The rank of each value, from 1 on; equal ones have the mean of theirs."""
    order = sorted(values)
    return [(bisect.bisect_left(order, value) + bisect.bisect_right(order, value) + 1) / 2 for value in values]


def interval(
    every: Sequence[Joined], measure: Callable[[Sequence[Joined]], float], seed: int, rounds: int = _ROUNDS
) -> tuple[float, float]:
    """The middle 95 % of a measure over samples drawn with replacement: of messages, with all drafts of each."""
    messages: dict[str, list[Joined]] = {}
    for each in every:
        messages.setdefault(each.grade.message, []).append(each)
    chance, names = random.Random(seed), sorted(messages)
    found = sorted(
        measure([each for name in chance.choices(names, k=len(names)) for each in messages[name]])
        for _ in range(rounds if names else 0)
    )
    return (found[len(found) // 40], found[-1 - len(found) // 40]) if found else (0.0, 0.0)
