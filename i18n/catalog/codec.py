"""How does a catalog become a value and bytes again? The only importer of polib.

What gettext and the editors write is read by one pattern (`reading`); whatever that does not match goes through
polib, with the lines made such as polib reads rightly. Both give the same catalog.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from i18n.catalog import reading
from i18n.catalog.duplicates import united
from i18n.catalog.writing import serialize
from i18n.errors import InputError
from i18n.model import Catalog, Unit

if TYPE_CHECKING:
    from polib import POEntry

__all__ = ["parse", "serialize"]

_CHARSET = re.compile(r"charset=([\w.:-]+)", re.IGNORECASE)
_UTF8 = frozenset({"utf-8", "utf8", "ascii", "us-ascii", "charset"})
"""Declarations that UTF-8 fulfils; `CHARSET` is the placeholder of templates."""

_BEFORE = {
    "msgctxt": ("", "msgstr", "msgstr["),
    "msgid": ("", "msgctxt", "msgstr", "msgstr["),
    "msgid_plural": ("msgid",),
    "msgstr": ("msgid",),
    "msgstr[": ("msgid_p", "msgstr["),
}
"""Which keyword may stand before which, by their first seven letters."""
_UNFINISHED = ("msgctxt", "msgid", "msgid_plural")

_STRINGS = re.compile(
    r"(?P<mark>\#~\||\#~|\#\|)?\s*(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]\])?)?\s*(?P<text>\".*)",
    re.VERBOSE | re.DOTALL,
)
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*', re.DOTALL)
_ESCAPE = re.compile(r'((?:\\[0-7]{1,3}|\\x[0-9a-fA-F]{1,2})+)|\\(?P<letter>[^abtnvfr"\\])|\\(?P<usual>.)', re.DOTALL)
_CODE = re.compile(r"\\(?:x([0-9a-fA-F]+)|([0-7]+))")
_CONFLICT = re.compile(r"<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|")
_BLANK_CODE = re.compile(r"\0([0-9a-f]+)\0")


def parse(data: bytes, path: str = "") -> Catalog:
    """Read a catalog from the bytes of a PO or POT file; `path` is what messages about it call the file.

    The keys of its units are unique: entries that say the same message twice are united without losing text.
    Raises `InputError`, with the line, for what is no PO file in UTF-8.
    """
    text = _decoded(data, path)
    catalog = reading.read(text)
    if catalog is None:
        catalog = _Patient(path).read(text)
    charset = _CHARSET.search(dict(catalog.headers).get("Content-Type", ""))
    if charset and charset[1].lower() not in _UTF8:
        raise _other_charset(charset[1], path, 0)
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


class _Patient:
    """Reads any PO file by way of polib."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._msgid_lines: list[int] = []
        """Lines of the file, 1-based: one for each entry."""

    def read(self, text: str) -> Catalog:
        """Read a catalog; raises `InputError` for what is no PO file."""
        import polib

        class Entries(polib.POFile):
            def find(self, *_: Any, **__: Any) -> None:
                """Leave the header entry where it is: polib would take any entry with an empty msgid for it."""

        lines = list(self._lines(text.split("\n")))
        try:
            entries = polib.pofile(_Lines.of(lines), klass=Entries, encoding="utf-8")
        except OSError as error:
            found = re.search(r"\(line (\d+)\)", str(error))
            raise self._misplaced(int(found[1]) if found else 0) from None
        units = [_unit(entry, line) for entry, line in zip(entries, self._msgid_lines, strict=True)]
        # polib keeps the comments in front of the first entry apart, whether or not that is the header
        leading = reading.comments(entries.header.split("\n")) if entries.header else ()
        if leading and not units:
            return Catalog(comments=leading)
        if leading:
            units[0] = dataclasses.replace(units[0], comments=(*leading, *units[0].comments))
        header = next((unit for unit in units if unit.key == (None, "") and not unit.obsolete), None)
        return reading.catalog(header, [unit for unit in units if unit.key != (None, "") or unit.obsolete])

    def _lines(self, lines: list[str]) -> Iterator[str]:
        """Write each line so that polib reads it as gettext does."""
        last, last_line = "", 0
        going_on: str | None = None
        """The mark that a further line of the string must have; None where there is no string to go on."""
        for number, line in enumerate(map(str.strip, lines), 1):
            if line.startswith("#~") and line[2:].lstrip().startswith("#"):
                line = line[2:].lstrip()  # comments of obsolete entries, as some tools mark them
            strings = _STRINGS.fullmatch(line)
            if strings is None:
                going_on = None if line else going_on
                yield self._comment(line, number)
                continue
            mark, keyword, text = strings.groups(default="")
            if not keyword and mark != going_on:
                raise self._misplaced(number)
            going_on = mark
            if keyword and mark not in ("#|", "#~|"):
                if keyword == "msgid":
                    self._msgid_lines.append(number)
                self._in_order(last, last_line, keyword, number)
                last, last_line = keyword, number
            yield " ".join(filter(None, ("#|" if mark == "#~|" else mark, keyword, self._string(text, number))))
        if last in _UNFINISHED:
            raise self._unfinished(last_line)

    def _in_order(self, last: str, last_line: int, keyword: str, number: int) -> None:
        if last[:7] in _BEFORE[keyword[:7] if keyword.startswith("msgstr[") else keyword]:
            return
        if last in _UNFINISHED and keyword in ("msgctxt", "msgid"):
            raise self._unfinished(last_line)
        raise self._misplaced(number)

    def _comment(self, line: str, number: int) -> str:
        if not line:
            return ""
        if not line.startswith("#"):
            conflict = _CONFLICT.match(line)
            hint = "Two versions meet here: settle which one stays." if conflict else "A string may lack its quotes."
            raise InputError("This line is no comment and no string.", hint, self._path, number)
        kind, rest = line[:2], line[2:].strip()
        if kind in ("#:", "#,", "#=", "#.", "#|", "#~") and not rest:
            return ""  # polib forgets the last entry of a file that ends in such a line
        if kind in ("#|", "#~"):
            raise InputError("This line has no string.", "A quotation mark may be missing.", self._path, number)
        if kind == "#:":
            tokens = (match[0] for match in reading.REFERENCE.finditer(rest))
            return "#: " + " ".join(re.sub(r"\s", lambda blank: f"\0{ord(blank[0]):x}\0", token) for token in tokens)
        if kind in ("#,", "#="):
            return f"#, {rest}"
        if kind == "#.":
            return f"#. {line[3:] if line[2] == ' ' else line[2:]}"
        return f"# {line[2:] if kind == '# ' else line[1:]}"

    def _string(self, text: str, number: int) -> str:
        inner, position = "", 0
        while position < len(text):
            part = _STRING.match(text, position)
            if part is None:
                problem = "This string does not end." if position == 0 else "Something follows the string."
                hint = 'A quotation mark inside a string is written \\", a backslash \\\\.'
                raise InputError(problem, hint, self._path, number)
            inner, position = inner + part[1], part.end()
        return f'"{_ESCAPE.sub(lambda match: self._escape(match, number), inner)}"'

    def _escape(self, match: re.Match[str], number: int) -> str:
        codes, letter, usual = match.groups()
        if letter is not None:
            hint = "A backslash that means itself is written twice."
            raise InputError(f"\\{letter} means nothing in a PO file.", hint, self._path, number)
        if usual is not None:
            return "\a" if usual == "a" else f"\\{usual}"
        octets = bytes(int(code[1], 16) if code[1] else int(code[2], 8) & 255 for code in _CODE.finditer(codes))
        try:
            text = octets.decode()
        except UnicodeDecodeError:
            text = "\0"
        if "\0" in text:
            raise InputError(f"{codes} is no character of UTF-8.", "Write the character itself.", self._path, number)
        return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")

    def _misplaced(self, line: int) -> InputError:
        hint = "Compare it with what stands before it: a keyword may be missing or stand twice."
        return InputError("This line does not belong where it stands.", hint, self._path, line)

    def _unfinished(self, line: int) -> InputError:
        hint = 'Every message needs a msgstr, if only an empty one: msgstr ""'
        return InputError("The message that begins here has no msgstr.", hint, self._path, line)


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
        references=tuple(found for place in places for found in reading.references(_BLANK_CODE.sub(_blank, place))),
        flags=tuple(flag for flag in flags if flag and flag != "fuzzy"),
        obsolete=bool(entry.obsolete),
        msgid_plural=entry.msgid_plural or None,
        msgstr_plural=tuple(forms.get(index, "") for index in range(max(forms) + 1)) if forms else (),
        line=line,
    )


def _blank(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))
