"""Which messages of a catalog lost the text that a person gave them, and what was it?

OmegaT, as it is installed, leaves out fuzzy texts and those that are equal to their source. A tool that empties a
message and a person who does look the same: so the text is given back as fuzzy, and only once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from i18n.catalog import origin
from i18n.model import Key, Unit


@dataclass(frozen=True, slots=True)
class Text:
    """What a person left of a message."""

    msgstr: str
    finished: bool = True
    """It was there, and not fuzzy, when the catalog was seen last."""
    offered: bool = False
    """It was given back before, and is not again."""
    previous: Key | None = None
    """The message that it was written for, if the catalog said another one."""


Texts = Mapping[str, Text]
"""By a digest of the message: what is remembered need not say the source's text."""


@dataclass(frozen=True, slots=True)
class Emptied:
    """A catalog whose emptied messages have their texts back."""

    units: tuple[Unit, ...]
    remembered: str
    """What is to be remembered now; empty if that is nothing."""
    offered: tuple[Unit, ...] = ()
    """Those that have a text again."""
    lost: tuple[Unit, ...] = ()
    """Those that were finished and are empty, whose text was given back before."""


def restored(units: tuple[Unit, ...], remembered: str) -> Emptied:
    """Give empty messages back, as fuzzy, what a person left of them, by what is remembered of the catalog.

    Laws: a unit with a text comes out as it is; a text is given back once; what comes out comes out again unchanged.
    """
    found = _restored(units, {})
    if not remembered or found.remembered == remembered:  # most often; saves reading it
        return found
    return _restored(units, parse(remembered))


def _restored(units: tuple[Unit, ...], known: Texts) -> Emptied:
    made, texts = list(units), {}
    offered: list[Unit] = []
    lost: list[Unit] = []
    for at, unit in enumerate(units):
        if not known and not unit.msgstr:
            continue
        name = _name(unit.key)
        was = known.get(name)
        if unit.obsolete or unit.msgid_plural is not None or origin.is_untouched_draft(unit):
            now = was
        elif unit.msgstr:
            now = _left(unit, was)
        elif was is None or (was.offered and not was.finished):
            now = was
        elif was.offered:
            now = replace(was, finished=False)
            lost.append(unit)
        else:
            now = replace(was, finished=False, offered=True)
            made[at] = origin.offer(unit, was.msgstr, was.previous)
            offered.append(made[at])
        if now:
            texts[name] = now
    return Emptied(tuple(made) if offered else units, serialize(texts), tuple(offered), tuple(lost))


def _left(unit: Unit, was: Text | None) -> Text:
    context = unit.previous_msgctxt, unit.previous_msgid
    previous = (context[0], context[1]) if context[1] is not None else None
    offered = was is not None and was.offered and was.msgstr == unit.msgstr
    return Text(unit.msgstr, not unit.fuzzy, offered, previous)


def _name(key: Key) -> str:
    context = "" if key[0] is None else f"{key[0]}\0"  # NUL stands in no PO file
    return hashlib.sha256(f"{context}{key[1]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def serialize(texts: Texts) -> str:
    """Write texts as JSON; nothing if there are no texts."""
    rows = {
        name: [text.msgstr, text.finished, text.offered, *(text.previous or ())] for name, text in sorted(texts.items())
    }
    return json.dumps(rows, ensure_ascii=True, separators=(",", ":")) if rows else ""


def parse(data: str) -> Texts:
    """Read texts; what is none, somebody else wrote."""
    try:
        rows = json.loads(data)
    except ValueError:
        return {}
    return {name: text for name, row in rows.items() if (text := _text(row))} if isinstance(rows, dict) else {}


def _text(row: object) -> Text | None:
    match row:
        case [str(msgstr), bool(finished), bool(offered)]:
            return Text(msgstr, finished, offered)
        case [str(msgstr), bool(finished), bool(offered), str() | None as context, str(msgid)]:
            return Text(msgstr, finished, offered, (context, msgid))
    return None


def quoted(units: Iterable[Unit]) -> str:
    """Quote the beginnings of the first messages."""
    firsts = [unit.msgid.partition("\n")[0] for unit in units]
    shown = ", ".join(f"“{text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + ' …'}”" for text in firsts[:3])
    return shown + (", …" if len(firsts) > 3 else "")


_SHOWN = 60
"""Characters of a message that are quoted."""
