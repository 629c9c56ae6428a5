"""How does a catalog become a value and bytes again? The only importer of polib.

What gettext and the editors write is read by one pattern (`reading`); whatever that does not match goes through
polib, with the lines made such as polib reads rightly. Both give the same catalog.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any

from i18n.catalog import reading
from i18n.catalog.lines import Rewriter, with_blanks
from i18n.catalog.writing import body, quoted, serialize, with_body
from i18n.errors import InputError
from i18n.model import Catalog, Key, Unit

if TYPE_CHECKING:
    from polib import POEntry


_MARK = "duplicate: "


def united(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Unite units of the same key; returns the same tuple if all keys differ.

    The text kept is a finished one if there is one, else a fuzzy one, of several the first, at the place of the
    first that is not obsolete. Other texts become translator comments, `# duplicate: "…"`. gettext calls such a
    file broken, so that it comes from a merge by hand or by version control.
    """
    if len({(unit.msgctxt, unit.msgid) for unit in units}) == len(units):
        return units
    groups: dict[Key, list[Unit]] = {}
    for unit in units:
        groups.setdefault(unit.key, []).append(unit)
    return tuple(_one(group) if len(group) > 1 else group[0] for group in groups.values())


def _one(group: list[Unit]) -> Unit:
    place = min(group, key=lambda unit: unit.obsolete)
    text = min(group, key=lambda unit: (not _texts(unit), unit.fuzzy, unit.obsolete))
    others = dict.fromkeys(_texts(unit) for unit in group if _texts(unit) not in ((), _texts(text)))
    notes = (_MARK + " ".join(map(quoted, texts)).replace("\n", "\\n") for texts in others)
    comments = dict.fromkeys((*(comment for unit in (text, *group) for comment in unit.comments), *notes))
    return dataclasses.replace(
        text,
        comments=tuple(comments),
        extracted=place.extracted,
        references=tuple(dict.fromkeys(reference for unit in group for reference in unit.references)),
        obsolete=place.obsolete,
        line=place.line,
    )


def _texts(unit: Unit) -> tuple[str, ...]:
    return tuple(filter(None, (unit.msgstr, *unit.msgstr_plural)))


__all__ = ["body", "parse", "serialize", "with_body"]

_CHARSET = re.compile(r"charset=([\w.:-]+)", re.IGNORECASE)
_UTF8 = frozenset({"utf-8", "utf8", "ascii", "us-ascii", "charset"})
"""Declarations that UTF-8 fulfils; `CHARSET` is the placeholder of templates."""


def parse(data: bytes, path: str = "") -> Catalog:
    """Read a catalog from the bytes of a PO or POT file; `path` is what messages about it call the file.

    The keys of its units are unique: entries that say the same message twice are united without losing text.
    Raises `InputError`, with the line, for what is no PO file in UTF-8.
    """
    text = _decoded(data, path)
    catalog = reading.read(text)
    if catalog is None:
        catalog = _by_polib(text, path)
    charset = _CHARSET.search(dict(catalog.headers).get("Content-Type", ""))
    if charset and charset[1].lower() not in _UTF8:
        line = text.count("\n", 0, text.lower().index("charset=")) + 1
        raise _other_charset(charset[1], path, line)
    units = united(catalog.units)
    return catalog if units is catalog.units else Catalog(catalog.headers, units, catalog.comments, catalog.fuzzy)


def _decoded(data: bytes, path: str) -> str:
    """Decode, without a byte order mark, lines ending in LF."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        declared = _CHARSET.search(data[:10_000].decode("latin-1"))
        if declared and declared[1].lower() not in _UTF8:
            raise _other_charset(declared[1], path, line) from None
        message = f"The catalog is not UTF-8: byte {error.start} is 0x{data[error.start]:02x}."
        raise InputError(message, "Save it as UTF-8 in the editor it came from.", path, line) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InputError("The catalog holds a NUL character.", "Is it UTF-16? Save it as UTF-8.", path, line)
    if "\r" in text:
        text = text.replace("\r\n", "\n")
        if "\n" not in text:
            text = text.replace("\r", "\n")
    return text


def _other_charset(charset: str, path: str, line: int) -> InputError:
    hint = "Convert it with: msgconv --to-code=UTF-8"
    return InputError(f"The catalog declares the charset {charset}; catalogs are UTF-8.", hint, path, line)


def _by_polib(text: str, path: str) -> Catalog:
    """Read any PO file; raises `InputError` for anything else."""
    import polib

    class Entries(polib.POFile):
        def find(self, *_: Any, **__: Any) -> None:
            """Leave the header entry where it is: polib would take any entry with an empty msgid for it."""

    rewriter = Rewriter(path)
    lines = [rewriter.line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    rewriter.finish()
    try:
        entries = polib.pofile(_Lines.of(lines), klass=Entries, encoding="utf-8")
    except OSError as error:
        found = re.search(r"\(line (\d+)\)", str(error))
        raise rewriter.misplaced(int(found[1]) if found else 0) from None
    units = [_unit(entry, line) for entry, line in zip(entries, rewriter.msgids, strict=True)]
    # polib keeps the comments in front of the first entry apart, whether or not that is the header
    leading = reading.comments(entries.header.split("\n")) if entries.header else ()
    if leading and not units:
        return Catalog(comments=leading)
    if leading:
        units[0] = dataclasses.replace(units[0], comments=(*leading, *units[0].comments))
    header = next((unit for unit in units if unit.key == (None, "") and not unit.obsolete), None)
    return reading.catalog(header, [unit for unit in units if unit.key != (None, "") or unit.obsolete])


class _Lines(str):
    """A text that is split where we say: `str.splitlines` also splits at U+0085, U+2028 and others.

    Its own content is one NUL, which can be no path: polib asks the disk first whether it was given one.
    """

    __slots__ = ("lines",)

    lines: list[str]

    @classmethod
    def of(cls, lines: list[str]) -> _Lines:
        """A text of these lines."""
        text = cls("\0")
        text.lines = lines
        return text

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: FBT001, FBT002  # as str has it
        return self.lines


def _unit(entry: POEntry, line: int) -> Unit:
    flags = tuple(entry.flags)
    forms = entry.msgstr_plural
    places = (f"{path}:{row}" if row else path for path, row in entry.occurrences)
    return Unit(
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        msgctxt=entry.msgctxt,
        fuzzy="fuzzy" in flags,
        previous_msgid=entry.previous_msgid,
        previous_msgctxt=entry.previous_msgctxt,
        comments=reading.comments(entry.tcomment.split("\n")) if entry.tcomment else (),
        extracted=tuple(text for row in entry.comment.split("\n") if (text := row.rstrip())),
        references=tuple(found for place in places for found in reading.references(with_blanks(place))),
        flags=tuple(flag for flag in flags if flag and flag != "fuzzy"),
        obsolete=bool(entry.obsolete),
        msgid_plural=entry.msgid_plural or None,
        msgstr_plural=tuple(forms.get(index, "") for index in range(max(forms) + 1)) if forms else (),
        line=line,
    )
