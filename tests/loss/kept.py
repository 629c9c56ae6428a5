"""What does it mean that nothing of a person's is lost? `lost` compares the catalogs before a command and after it.

Kept is, by the contract:

* every msgstr (all forms of a plural one) that is not a machine's untouched draft: byte for byte, in a catalog of the
  same language, be it under another message, fuzzy, obsolete, or in the comment that says a text stood there twice. One
  change is allowed: where a message's address alone changed, the text names the new one;
* every translator comment at such a text; at a message without text as long as the article has the message;
* the state: at a message that the article still has, the text stays where it is, finished or fuzzy as it was.

A command that has no business with catalogs leaves their bytes alone; `draft` leaves alone what is a person's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tests.loss.by_hand import Entry, blocks, read

Catalogs = Mapping[str, bytes]
"""Bytes by path below `locales/`, templates left out."""
Place = tuple[str, tuple[str | None, str]]
"""A catalog and a message in it."""


def parsed(catalogs: Catalogs) -> dict[str, list[Entry]]:
    """The entries of each catalog, the header left out."""
    return {
        path: [entry for block in blocks(data.decode()) if (entry := read(block)).msgid or entry.obsolete]
        for path, data in catalogs.items()
    }


def lost(before: Catalogs, after: Catalogs, addresses: Sequence[tuple[str, str]]) -> list[str]:
    """What people wrote and is gone after `extract`; `addresses` are those that changed, old and new."""
    old = {path: entries for path, entries in parsed(before).items() if before[path] != after.get(path)}
    if not old:
        return []
    now = _Now.of(parsed(after))
    return [text for path, entries in old.items() for text in _lost(path, entries, now, addresses)]


def touched(before: Catalogs, after: Catalogs) -> list[str]:
    """What people wrote and is not as it was after a command that drafts."""
    problems = []
    for path in sorted(before.keys() | after.keys()):
        if before.get(path) == after.get(path):
            continue
        if path not in before or path not in after:
            problems.append(f"{path} came or went")
            continue
        old, new = parsed({path: before[path]})[path], parsed({path: after[path]})[path]
        there = {(entry.key, entry.obsolete): entry for entry in new}
        counts = Counter(entry.key for entry in old)
        for entry in old:
            if entry.is_human and counts[entry.key] == 1:
                now = there.get((entry.key, entry.obsolete))
                if now is None or _human_part(now) != _human_part(entry):
                    problems.append(f"{path}: {entry} became {now}")
    return problems


def human(catalogs: Catalogs) -> int:
    """How many texts of people there are."""
    return sum(entry.is_human for entries in parsed(catalogs).values() for entry in entries)


@dataclass
class _Now:
    by_text: dict[tuple[str, tuple[str, ...]], list[Entry]] = field(default_factory=lambda: defaultdict(list))
    """By language and text."""
    duplicates: dict[tuple[str, tuple[str, ...]], list[Entry]] = field(default_factory=lambda: defaultdict(list))
    live: dict[Place, Entry] = field(default_factory=dict)

    @classmethod
    def of(cls, catalogs: Mapping[str, Iterable[Entry]]) -> _Now:
        now = cls()
        for path, entries in catalogs.items():
            for entry in entries:
                now.by_text[_language(path), entry.texts].append(entry)
                for texts in entry.duplicates:
                    now.duplicates[_language(path), texts].append(entry)
                if not entry.obsolete:
                    now.live[path, entry.key] = entry
        return now


def _lost(path: str, entries: Sequence[Entry], now: _Now, addresses: Sequence[tuple[str, str]]) -> Iterator[str]:
    counts = Counter(entry.key for entry in entries)
    for entry in entries:
        here = now.live.get((path, entry.key)) if counts[entry.key] == 1 and not entry.obsolete else None
        if entry.is_human:
            found = _found(_language(path), entry, now, addresses)
            if not found:
                yield f"{path}: the text of {entry} is gone"
            elif missing := [word for word in entry.words if not any(word in each.comments for each in found)]:
                yield f"{path}: at {entry} the comments {missing} are gone"
            if here and _state(here) != _state(entry):
                yield f"{path}: {entry} became {here}"
        elif here and not set(entry.words) <= set(here.comments):
            yield f"{path}: comments of {entry} are gone"


def _found(language: str, entry: Entry, now: _Now, addresses: Sequence[tuple[str, str]]) -> list[Entry]:
    versions = [entry.texts]
    for old, new in addresses:
        versions += [
            tuple(text.replace(old, new) for text in texts) for texts in versions if any(old in t for t in texts)
        ]
    found = [each for texts in versions for each in now.by_text.get((language, texts), ())]
    bare = tuple(filter(None, entry.texts))
    return [*found, *now.duplicates.get((language, bare), ())]


def _state(entry: Entry) -> tuple[object, ...]:
    return entry.texts, entry.plural, entry.fuzzy


def _human_part(entry: Entry) -> tuple[object, ...]:
    return entry.texts, entry.plural, entry.fuzzy, entry.words, entry.previous


def _language(path: str) -> str:
    return path.partition("/")[0]
