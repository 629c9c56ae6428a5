"""How good and how fast are drafts by Apertium? On sentences whose markup is put on words with a known translation."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import FailedError, run
from benchmarks.table import table
from i18n.draft import DraftOutcome, Request, draft
from i18n.draft.engines.apertium import Apertium
from i18n.markdown.dialects import GFM
from i18n.message.marks import Mark, Role
from i18n.message.runs import runs
from i18n.message.skeleton import skeleton
from i18n.model import Unit

SENTENCES = Path(__file__).parent / "data" / "marked.txt"
_WORDS = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
_STYLES = (
    "*{}*",
    "**{}**",
    "[{}](page-{number}.md)",
    "***{}***",
    "<em>{}</em>",
    "~~{}~~",
    "[{}](page-{number}.md)[^{number}]",
)
_ASIDES = ("", " (`row {number}`)", "[^{number}]", "")
_VARIANTS = 4

SAMPLE = ("source", "locales", "pyproject.toml")
"""The sample project: this repository's own."""
_PROGRAM = "apertium-wblank-mode"


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with markup."""

    message: str
    stems: tuple[str, ...]
    """Of each pair, in reading order: what its translation holds if the place is right, alternatives with slashes."""


def sentences(path: Path = SENTENCES) -> tuple[Marked, ...]:
    """Every sentence four times, with other markup on other words each time."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return tuple(marked(line, number, variant) for number, line in enumerate(lines) for variant in range(_VARIANTS))


def marked(line: str, number: int, variant: int) -> Marked:
    """Put markup on some of the words of a sentence, by its number and variant."""
    groups = list(_WORDS.finditer(line))
    chosen = {variant % len(groups), (number + variant) % len(groups)} if variant else {number % len(groups)}
    parts, at, stems = [], 0, []
    for index, group in enumerate(groups):
        words = group[1]
        if index in chosen:
            style = _STYLES[(number + variant + index) % len(_STYLES)]
            words = style.format(words, number=number)
            stems.append(group[2])
        parts += [line[at : group.start()], words]
        at = group.end()
    aside = _ASIDES[(number + variant) % len(_ASIDES)].format(number=number)
    return Marked("".join(parts) + line[at:].rstrip(".") + aside + ".", tuple(stems))


def quality(every: Sequence[Marked], rounds: int) -> Iterator[str]:
    """Draft all sentences by Apertium, several times over; yields paragraphs of Markdown."""
    with Apertium() as engine:
        readiness = engine.readiness("en", "es")
        if not readiness.ready:
            raise FailedError(f"Apertium: {readiness.missing}: {readiness.hint}")
        drafted(engine, [Marked("The house.", ())])
        seconds = []
        for _ in range(rounds):
            start = time.perf_counter()
            outcomes = drafted(engine, every)
            seconds.append(time.perf_counter() - start)
    verdicts = Counter(
        verdict
        for one, outcome in zip(every, outcomes, strict=True)
        if outcome.engine
        for verdict in placed(one, outcome.unit.msgstr)
    )
    lost = sum(
        skeleton(outcome.unit.msgid, GFM) != skeleton(outcome.unit.msgstr, GFM)
        for outcome in outcomes
        if outcome.engine
    )
    done = sum(bool(outcome.engine) for outcome in outcomes)
    rows = [
        ("sentences", str(len(every))),
        ("drafted", str(done)),
        ("drafts with a tag lost", str(lost)),
        ("marked phrases", str(sum(len(one.stems) for one in every))),
        ("on the right words", str(verdicts["right"])),
        ("on other words", str(verdicts["wrong"])),
        ("not to be told: translated by another word", str(verdicts["unknown"])),
        ("messages a second after the start, best round", f"{len(every) / min(seconds):.0f}"),
    ]
    yield "Drafts by Apertium from English to Spanish."
    yield table(("", "n"), rows)
    for one, outcome in zip(every, outcomes, strict=True):
        wrong = outcome.engine and "wrong" in placed(one, outcome.unit.msgstr)
        if wrong or not outcome.engine:
            yield f"- {one.message}\n  {outcome.unit.msgstr or outcome.reason}"


def drafted(engine: Apertium, every: Sequence[Marked]) -> list[DraftOutcome]:
    """Draft messages in their order."""
    requests = [Request(Unit(one.message), f"article-{number}", GFM) for number, one in enumerate(every)]
    return list(draft(requests, [engine], "en", "es"))


def placed(one: Marked, draft: str) -> list[str]:
    """Tell of each marked phrase whether its very markup is on its translation: `right`, `wrong`, or `unknown`.

    Unknown is what has been translated by another word than those that are looked for.
    """
    inside, whole = marked_texts(draft), draft.casefold()
    verdicts = []
    for markup, stems in zip(marked_texts(one.message), one.stems, strict=True):
        said = [stem for stem in stems.split("/") if stem in whole]
        right = any(stem in inside.get(markup, "").casefold() for stem in said)
        verdicts.append("right" if right else "wrong" if said else "unknown")
    return verdicts


def marked_texts(message: str) -> dict[tuple[str, str], str]:
    """The words inside each outermost pair of a message, by the Markdown that begins and ends it, in reading order."""
    found: dict[tuple[str, str], str] = {}
    begun: tuple[str, int] | None = None
    text = ""
    for part in runs(message, GFM):
        if isinstance(part.token, str):
            text += part.token
        elif begun is None and part.token.role is Role.OPEN:
            begun, text = (part.raw, part.token.id), ""
        elif begun is not None and part.token == Mark(Role.CLOSE, begun[1]):
            found[begun[0], part.raw] = text
            begun = None
    return found


def again(i18n: Path, scratch: Path) -> Iterator[str]:
    """Draft the sample project twice, and count the pipelines of Apertium that each run starts.

    Without a pipeline there is no request: one is made for the first message of a run that goes to Apertium.
    """
    root = Path(__file__).parent.parent
    place, programs, log = scratch / "sample", scratch / "programs", scratch / "started"
    for folder in (place, programs):
        folder.mkdir(parents=True)
    for name in SAMPLE:
        (shutil.copytree if (root / name).is_dir() else shutil.copy)(root / name, place / name)
    counted = programs / _PROGRAM
    counted.write_text(f'#!/bin/sh\necho started >>"{log}"\nexec {shutil.which(_PROGRAM)} "$@"\n')
    counted.chmod(0o755)
    rows = []
    for attempt in ("first", "again"):
        log.write_text("")
        command = (str(i18n), "draft", "--locale", "es")
        measured = run(("env", f"PATH={programs}:{os.environ['PATH']}", *command), place, accept=(0, 4))
        rows.append((attempt, str(log.read_text().count("started")), f"{measured.seconds:.2f} s"))
    yield "Drafting the sample project into Spanish, twice."
    yield table(("run", "pipelines started", "time"), rows)
