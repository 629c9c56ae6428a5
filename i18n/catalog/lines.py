"""How must a line of a PO file be written so that polib reads it as gettext does?

polib cuts strings and loses entries where a quotation mark is missing, knows no octal and hexadecimal escapes, splits
paths at their spaces, skips what an obsolete message was before, and refuses comments without a space.
"""

from __future__ import annotations

import re

from i18n.catalog import reading
from i18n.errors import InputError

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
_BLANK = re.compile(r"\s")
_BLANK_CODE = re.compile(r"\0([0-9a-f]+)\0")
"""How a blank inside a path is written for polib; NUL stands in no PO file."""


def with_blanks(path: str) -> str:
    """Undo what `Rewriter.line` did to the blanks in a path."""
    return _BLANK_CODE.sub(lambda code: chr(int(code[1], 16)), path)


class Rewriter:
    """Takes the lines of one PO file in turn, each without its end."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.msgids: list[int] = []
        """Lines with a msgid, 1-based: one for each entry."""
        self._last, self._last_line = "", 0
        self._going_on: str | None = None
        """The mark that a further line of the string must have; None if no string is open."""

    def line(self, number: int, line: str) -> str:
        """Rewrite the next line; raises `InputError` if gettext would not accept it where it stands."""
        line = line.strip()
        if line.startswith("#~") and line[2:].lstrip().startswith("#"):
            line = line[2:].lstrip()  # comments of obsolete entries, as some tools mark them
        strings = _STRINGS.fullmatch(line)
        if strings is None:
            self._going_on = None if line else self._going_on
            return self._comment(line, number)
        mark, keyword, text = strings.groups(default="")
        if not keyword and mark != self._going_on:
            raise self.misplaced(number)
        self._going_on = mark
        if keyword and mark not in ("#|", "#~|"):
            self._follow(keyword, number)
        # polib leaves out what an obsolete message was before
        return " ".join(filter(None, ("#|" if mark == "#~|" else mark, keyword, self._string(text, number))))

    def finish(self) -> None:
        """Say that there are no more lines; raises `InputError` if the last message has no msgstr."""
        if self._last in _UNFINISHED:
            raise self._unfinished()

    def misplaced(self, line: int) -> InputError:
        """The failure of a line that is in order by itself, but not after what stands before it."""
        hint = "Compare it with what stands before it: a keyword may be missing or stand twice."
        return InputError("This line does not belong where it stands.", hint, self._path, line)

    def _follow(self, keyword: str, number: int) -> None:
        if self._last[:7] not in _BEFORE[keyword[:7] if keyword.startswith("msgstr[") else keyword]:
            begins = self._last in _UNFINISHED and keyword in ("msgctxt", "msgid")
            raise self._unfinished() if begins else self.misplaced(number)
        self._last, self._last_line = keyword, number
        if keyword == "msgid":
            self.msgids.append(number)

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
            return "#: " + " ".join(_BLANK.sub(lambda blank: f"\0{ord(blank[0]):x}\0", token) for token in tokens)
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

    def _unfinished(self) -> InputError:
        hint = 'Every message needs a msgstr, if only an empty one: msgstr ""'
        return InputError("The message that begins here has no msgstr.", hint, self._path, self._last_line)
