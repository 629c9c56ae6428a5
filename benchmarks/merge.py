"""Does every edited message find its translation again? And how long does that take, beside msgmerge."""

from __future__ import annotations

import random
import re
import shutil
import statistics
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import polib

from benchmarks.corpus import Corpus, from_folders
from benchmarks.measure import run
from benchmarks.table import table
from benchmarks.tools import Tool, version

ARTICLE = "long.md"
PROSE = re.compile(r"[A-Z][^<>|{}\\&~$^]*[.:?!)*_]")
"""A paragraph, with code, links and emphasis perhaps, but nothing that may be read as another block."""


def merge(folders: Sequence[Path], count: int, edited: int, rounds: int, tool: Tool, scratch: Path) -> Iterator[str]:
    """Translate an article of `count` paragraphs, change a word in `edited` of them, and extract again.

    The paragraphs are the plain ones of the folders; without a folder, made up. Yields Markdown.
    """
    old = paragraphs(folders, count) if folders else invented(count)
    pairs = edits(old, edited)
    changed = [pairs.get(message, message) for message in old]
    moved = list(changed)
    random.Random(1).shuffle(moved)
    rows: list[tuple[str, ...]] = []
    for case, new in (("in place", changed), ("in an article put in another order", moved)):
        rows += compared(case, old, new, pairs, rounds, tool, scratch / "merge")
    kind = " + ".join(folder.name for folder in folders) if folders else "made up"
    yield f"{count:,} messages ({kind}), {edited:,} of them edited by one word; medians of {rounds} rounds:"
    yield table(
        ("edited", "command", "edited found", "given another text", "unedited kept", "time", "× msgmerge"), rows
    )


def compared(
    case: str,
    old: Sequence[str],
    new: Sequence[str],
    pairs: Mapping[str, str],
    rounds: int,
    tool: Tool,
    place: Path,
) -> Iterator[tuple[str, ...]]:
    """Let the whole extraction and msgmerge's merge alone do the same; yields rows of the table."""
    shutil.rmtree(place, ignore_errors=True)
    tool.lay(place, article(old))
    tool.extract(place)
    [catalog] = tool.catalogs(place)
    translate(catalog)
    kept = place / "kept.po"
    shutil.copy(catalog, kept)
    article(new).lay(place / "source")
    ours, theirs = [], []
    merged = place / "msgmerge.po"
    for _ in range(rounds):
        shutil.rmtree(place / ".i18n", ignore_errors=True)
        shutil.copy(kept, catalog)
        ours += [extraction.seconds for extraction in tool.extract(place)]
        [template] = place.rglob("*.pot")
        command = ["msgmerge", "--previous", "--quiet", "--no-wrap", "-o", str(merged), str(kept), str(template)]
        theirs.append(run(command, place).seconds)
    for name, result, times in ((tool.name, catalog, ours), (msgmerge(), merged, theirs)):
        median = statistics.median(times)
        yield (
            case,
            name,
            f"{found(result, pairs):,}",
            f"{mistaken(result, pairs):,}",
            f"{unharmed(result, pairs, new):,}",
            f"{median:.2f} s",
            f"{median / statistics.median(theirs):.2f}",
        )


def article(messages: Sequence[str]) -> Corpus:
    """Make one article of them, a paragraph each."""
    return Corpus("merge", ((ARTICLE, "\n\n".join([*messages, ""]).encode()),))


def german(msgid: str) -> str:
    """Translate so that each translation tells which message it belongs to."""
    return f"DE {msgid}"


def translate(path: Path) -> None:
    """Translate the whole catalog."""
    catalog = polib.pofile(str(path), wrapwidth=0)
    for entry in catalog:
        entry.msgstr = german(entry.msgid)
    catalog.save(str(path))


def found(path: Path, pairs: Mapping[str, str]) -> int:
    """Count the edited messages that are fuzzy and bear their old translation and their old text."""
    entries = {entry.msgid: entry for entry in polib.pofile(str(path)) if not entry.obsolete}
    right = 0
    for old, new in pairs.items():
        entry = entries.get(new)
        right += entry is not None and entry.fuzzy and entry.msgstr == german(old) and entry.previous_msgid == old
    return right


def mistaken(path: Path, pairs: Mapping[str, str]) -> int:
    """Count the edited messages that bear the translation of another message."""
    entries = {entry.msgid: entry for entry in polib.pofile(str(path)) if not entry.obsolete}
    return sum(entries[new].msgstr not in ("", german(old)) for old, new in pairs.items() if new in entries)


def unharmed(path: Path, pairs: Mapping[str, str], new: Sequence[str]) -> int:
    """Count the messages nobody edited that have their translation and are not fuzzy."""
    entries = {entry.msgid: entry for entry in polib.pofile(str(path)) if not entry.obsolete}
    fresh = set(pairs.values())
    return sum(
        not entries[message].fuzzy and entries[message].msgstr == german(message)
        for message in new
        if message not in fresh and message in entries
    )


def edits(messages: Sequence[str], count: int) -> dict[str, str]:
    """Replace one word in each of `count` messages spread evenly over all."""
    generator = random.Random(2)
    pairs = {}
    for number in range(count):
        message = messages[number * len(messages) // count]
        words = message.split(" ")
        words[generator.randrange(1, len(words) - 1)] = f"edited{number}"
        pairs[message] = " ".join(words)
    return pairs


def paragraphs(folders: Sequence[Path], count: int) -> list[str]:
    """Collect the first `count` different plain paragraphs of the folders, of six words or more."""
    messages: dict[str, None] = {}
    for _, data in from_folders(folders).articles:
        for block in re.split(r"\n\s*\n", data.decode(errors="replace")):
            text = " ".join(block.split())
            if PROSE.fullmatch(text) and len(text.split()) > 5:
                messages[text] = None
    if len(messages) < count:
        raise SystemExit(f"only {len(messages):,} plain paragraphs in these folders: --messages {len(messages)}")
    return list(messages)[:count]


def invented(count: int) -> list[str]:
    """Make up `count` different sentences of 6 to 30 words, few of them common and many rare, as in a language."""
    generator = random.Random(3)
    syllables = [onset + vowel for onset in "bdfgklmnprstvw" for vowel in "aeiou"]
    words = ["".join(generator.choices(syllables, k=generator.randint(1, 4))) for _ in range(8_000)]
    weights = [1 / (rank + 10) for rank in range(len(words))]
    sentences: dict[str, None] = {}
    while len(sentences) < count:
        sentence = " ".join(generator.choices(words, weights, k=generator.randint(6, 30)))
        sentences[f"{sentence.capitalize()}."] = None
    return list(sentences)


def msgmerge() -> str:
    """Name gettext's program with its version."""
    return f"msgmerge --previous {version(Path('msgmerge')).split()[-1]}"
