"""What becomes of finished translations when an article is only cut into messages by other rules?

A message may be several now, or several one, or have lost a mark. Where its translation is cut alike, nobody has to
look at it: words that are the same, in the same order, have the same translation.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from i18n.catalog import merge, origin
from i18n.catalog.cutting import Cut, cut, run
from i18n.model import Catalog, Key, Unit
from i18n.words.folding import single_spaced
from i18n.words.scripts import WITHOUT_SENTENCE_SPACES

_PAIRS = 250_000
"""With more pairs of messages than that, an article was rewritten; a pair takes a microsecond."""
_Successor = tuple[Unit, Unit]
"""A message of the template with a text, and the old message in whose place it stands."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A catalog whose messages are those of another reading, as far as that is known."""

    catalog: Catalog
    kept: int = 0
    """Messages in their new form, with their translation in the state that it had."""
    offered: int = 0
    """Messages in their new form with the text of the old one, as fuzzy: it was not cut alike."""


def carried(catalog: Catalog, template: Catalog, marks: re.Pattern[str] | None) -> Carried:
    """Bring a catalog to the messages of a template that was made by other rules; what is to be merged then.

    `marks` are those that the rules set aside; None: the rules are the same, and nothing changes. Laws: a message that
    the template has stays as it is, and so does one of which nothing is found; a text of a person goes only if all of
    its parts are in other messages; a text that was not finished is not now; a draft stays a draft.
    """
    there = {unit.key for unit in catalog.units}
    wanted = {unit.key for unit in template.units}
    old = [unit for unit in catalog.units if not unit.obsolete and unit.msgid_plural is None]
    if marks is None or wanted <= there:
        return Carried(catalog)
    reading = _Reading(old, marks, _between_sentences(catalog))
    found = {unit.key: made for unit in template.units if unit.key not in there and (made := reading.found(unit))}
    gone = reading.used_up - wanted
    settled = wanted | gone
    left = [unit for unit in old if unit.key not in settled and origin.is_human(unit)]
    offered, whole = _offered(left, template.units, found.keys() | there, marks)
    gone |= whole
    places: defaultdict[Key, list[Unit]] = defaultdict(list)
    for unit, before in (*found.values(), *offered):
        places[before.key].append(unit)
    units: list[Unit] = []
    for unit in catalog.units:
        # What is left of a message most often stood in front of the rest, as a line of text above a table.
        units += () if unit.key in gone else (unit,)
        units += places.pop(unit.key, ())
    kept = len(found) - len(reading.offered)
    return Carried(dataclasses.replace(catalog, units=tuple(units)), kept, len(reading.offered) + len(offered))


def _between_sentences(catalog: Catalog) -> str:
    language = dict(catalog.headers).get("Language", "").partition("_")[0]
    return "" if language in WITHOUT_SENTENCE_SPACES else " "


class _Reading:
    """The old messages as texts in a row, in the order of the article, and which of them are in new messages."""

    def __init__(self, units: Sequence[Unit], pattern: re.Pattern[str], space: str) -> None:
        self._units, self._pattern, self._space = units, pattern, space
        self._cuts = [cut(unit.msgid, pattern) for unit in units]
        self._row = [(at, part) for at, each in enumerate(self._cuts) for part in range(len(each.texts))]
        self._texts = [single_spaced(self._cuts[at].texts[part]) for at, part in self._row]
        self._used: set[int] = set()
        self._last = 0
        self.offered: set[Key] = set()
        """New messages whose translations were not cut alike: all of the old ones are a start for them."""
        self._places = _places(self._texts)

    @property
    def used_up(self) -> set[Key]:
        """The messages of which every text is in a new one."""
        unused = {at for place, (at, _) in enumerate(self._row) if place not in self._used}
        return {unit.key for at, unit in enumerate(self._units) if self._cuts[at].texts and at not in unused}

    def found(self, new: Unit) -> _Successor | None:
        """Find a new message among the texts, preferably after the one found before it."""
        wanted = cut(new.msgid, self._pattern)
        if not wanted.texts:
            return None
        places = _beginning(single_spaced(wanted.texts[0]), self._places)
        for start in sorted(places, key=lambda place: (place in self._used, place < self._last, place)):
            parts = self._parts(start, wanted)
            if parts and (made := self._made(new, wanted, parts)):
                self._last = parts[-1].stop
                self._used.update(range(start, self._last))
                return made, self._units[self._row[start][0]]
        return None

    def _parts(self, start: int, wanted: Cut) -> list[range]:
        """Where each text of a new message stands in the row, from a place on; empty if it does not."""
        parts: list[range] = []
        for text in wanted.texts:
            end = run(self._texts, start, single_spaced(text))
            if end is None:
                return []
            parts.append(range(start, end))
            start = end
        return parts

    def _made(self, new: Unit, wanted: Cut, parts: Sequence[range]) -> Unit | None:
        """The new message with its translation, unless that is not cut alike or is in several states."""
        first, last = self._row[parts[0][0]], self._row[parts[-1][-1]]
        sources = self._units[first[0] : last[0] + 1]
        context = sources[0].msgctxt
        if new.msgctxt != context and (new.msgctxt is not None or first[1] == 0):
            return None  # a comment about a block speaks of its beginning
        if not all(unit.msgstr for unit in sources) or (
            len(sources) > 1 and any(map(origin.is_untouched_draft, sources))
        ):
            return None
        if msgstr := self._msgstr(wanted, parts):
            return _united(new, msgstr, sources)
        if len(sources) == 1 or first[1] or last[1] < len(self._cuts[last[0]].texts) - 1:
            return None
        self.offered.add(new.key)
        return _joined(new, self._space.join(unit.msgstr for unit in sources), sources)

    def _msgstr(self, wanted: Cut, parts: Sequence[range]) -> str:
        """The translation of a new message; empty if one of an old message is not cut as that is."""
        row, cuts = [self._row[place] for part in parts for place in part], {}
        for at in {at for at, _ in row}:
            cuts[at] = cut(self._units[at].msgstr, self._pattern)
        if len(cuts) == 1 and len(row) == len(self._cuts[row[0][0]].texts) and cuts[row[0][0]].is_like(wanted):
            return self._units[row[0][0]].msgstr  # the translator wrote it so
        if not all(found.is_like(self._cuts[at]) for at, found in cuts.items()):
            return ""
        marks = self._marks(row, [part.start - parts[0].start for part in parts[1:]])
        if not all(_says_the_same(mark, before) for mark, before in zip(wanted.marks, marks, strict=True)):
            return ""
        texts = iter([cuts[at].texts[part] for at, part in row])
        joined = [self._space.join(itertools.islice(texts, len(part))) for part in parts]
        return wanted.marks[0] + "".join(f"{text}{mark}" for text, mark in zip(joined, wanted.marks[1:], strict=True))

    def _marks(self, row: Sequence[tuple[int, int]], cuts: Sequence[int]) -> list[str]:
        """The marks around some texts of the row, and those before the texts at some of their indexes."""

        def around(at: int, part: int) -> tuple[str, str]:
            return self._cuts[at].marks[part], self._cuts[at].marks[part + 1]

        inner = [
            around(*row[at])[0] if row[at][1] else f"{around(*row[at - 1])[1]} {around(*row[at])[0]}" for at in cuts
        ]
        return [around(*row[0])[0], *inner, around(*row[-1])[1]]


def _places(texts: Sequence[str]) -> Mapping[str, list[int]]:
    """Where each text stands."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        places[text].append(place)
    return places


def _beginning(text: str, places: Mapping[str, list[int]]) -> list[int]:
    """Where texts stand with which another one begins, or which it is; whole words."""
    ends = [at for at, letter in enumerate(text) if letter == " "]
    return [place for end in (*ends, len(text)) for place in places.get(text[:end], ())]


_WORD = re.compile(r"\w+")


def _says_the_same(new: str, old: str) -> bool:
    """Whether a mark has no words but those of the mark in its place."""
    found = _WORD.findall(new)
    return not found or found == _WORD.findall(old)


def _united(new: Unit, msgstr: str, sources: Sequence[Unit]) -> Unit:
    """The new message with a translation that is made of those of the old ones, and all that is said of them."""
    reviewed = all(map(origin.is_reviewed, sources))
    made = [origin.moved(unit, new.msgid, msgstr, reviewed=reviewed) for unit in sources]
    previous = any(unit.previous_msgid is not None for unit in sources)
    return dataclasses.replace(
        new,
        msgstr=msgstr,
        fuzzy=any(unit.fuzzy for unit in sources),
        previous_msgid=_before(sources) if previous else None,
        previous_msgctxt=sources[0].previous_msgctxt if previous and len(sources) == 1 else None,
        comments=tuple(dict.fromkeys(comment for unit in made for comment in unit.comments)),
        flags=tuple(dict.fromkeys((*new.flags, *(flag for unit in sources for flag in unit.flags)))),
    )


def _joined(new: Unit, msgstr: str, sources: Sequence[Unit]) -> Unit:
    """The new message with the translations of old ones, as fuzzy, and with what they were made for."""
    made = _united(new, msgstr, [origin.adopt(unit) for unit in sources])
    return dataclasses.replace(made, fuzzy=True, previous_msgid=_before(sources), previous_msgctxt=None)


def _before(sources: Sequence[Unit]) -> str:
    return " ".join(unit.previous_msgid or unit.msgid for unit in sources)


def _offered(
    left: Sequence[Unit], template: Sequence[Unit], taken: Collection[Key], pattern: re.Pattern[str]
) -> tuple[list[_Successor], set[Key]]:
    """The messages that an old one became although its translation is not cut alike: its text is a start for each.

    Gives the old ones of which all words are in new ones, too; others may have changed besides.
    """
    texts = [cut(unit.msgid, pattern).folded() for unit in template] if left else []
    before = [(unit, cut(unit.msgid, pattern).folded()) for unit in left]
    places = _places(texts)
    made: dict[Key, _Successor] = {}
    whole: set[Key] = set()
    for unit, text in before:
        for start in _beginning(text, places):
            end = run(texts, start, text) or start
            parts = [new for new in template[start:end] if new.key not in taken and new.key not in made]
            if parts and (end - start > 1 or single_spaced(parts[0].msgid) != single_spaced(unit.msgid)):
                made |= {new.key: (merge.started_from(unit, new), unit) for new in parts}
                whole.add(unit.key)
                break
    free = {new.key: new for new in template if new.key not in taken and new.key not in made}
    for new, part in zip(template, texts, strict=False) if len(free) * len(left) <= _PAIRS else ():
        holders = (unit for unit, text in before if f" {part} " in f" {text} " != f" {part} ")
        if new.key in free and " " in part and (holder := next(holders, None)):
            made[new.key] = merge.started_from(holder, new), holder
    return list(made.values()), whole
