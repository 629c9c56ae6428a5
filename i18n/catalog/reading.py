"""What does a catalog in the usual form say? One pattern per entry; other forms are left to a more patient parser.

The usual form is what gettext and the editors write: the parts of an entry in gettext's order, one blank line or
more between entries, strings wrapped or not. Reading it so takes a seventh of the time that the way by polib takes.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from i18n.model import Catalog, Reference, Unit

_TEXT = r'"([^"\\\n]*+(?:\\[abtnvfr"\\][^"\\\n]*+)*+)"\n'


def _string(prefix: str, keyword: str) -> str:
    further = rf'(?:{prefix}"[^"\\\n]*+(?:\\[abtnvfr"\\][^"\\\n]*+)*+"\n)*+'
    return rf"{prefix}{keyword} {_TEXT}({further})"


def _entry(prefix: str, previous: str) -> re.Pattern[str]:
    return re.compile(
        r"((?:#(?: .*)?\n)*+)"
        r"((?:#\.(?: .*)?\n)*+)"
        r"((?:#: .*\n)*+)"
        r"((?:#, .*\n)*+)"
        rf"(?:{_string(previous, 'msgctxt')})?+"
        rf"(?:{_string(previous, 'msgid')})?+"
        rf"(?:{_string(prefix, 'msgctxt')})?+"
        rf"{_string(prefix, 'msgid')}"
        rf"{_string(prefix, 'msgstr')}"
        r"\n*+"
    )


_ENTRY = _entry("", r"#\| ")
_OBSOLETE = _entry("#~ ", r"#~\| ")
REFERENCE = re.compile(r"\u2068([^\u2069]*)\u2069(?::([0-9]+))?(?![^ \t])|([^ \t]+)")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


def read(text: str) -> Catalog | None:
    """Read a catalog in the usual form, lines ending in LF; None if any of it has another form (plural forms, too)."""
    header: Unit | None = None
    units: list[Unit] = []
    position, line = len(text) - len(text.lstrip("\n")), 1
    line += position
    if text and not text.endswith("\n"):
        text += "\n"
    while position < len(text):
        match = _ENTRY.match(text, position)
        obsolete = match is None
        if match is None and (match := _OBSOLETE.match(text, position)) is None:
            return None
        unit = _unit(match, line, obsolete=obsolete)
        if unit.msgid or unit.msgctxt is not None or obsolete:
            units.append(unit)
        elif header is None and not units:
            header = unit
        else:
            return None
        position, line = match.end(), line + text.count("\n", position, match.end())
    return catalog(header, units)


def catalog(header: Unit | None, units: list[Unit]) -> Catalog:
    """Make a catalog of entries, the first of which may be a header entry (its msgid is empty)."""
    if header is None:
        return Catalog(units=tuple(units))
    return Catalog(tuple(headers(header.msgstr)), tuple(units), header.comments, header.fuzzy)


def headers(text: str) -> Iterator[tuple[str, str]]:
    """Read the fields of a header entry's msgstr; a line without a colon belongs to the field before it."""
    name, value = "", ""
    for line in text.split("\n"):
        key, colon, rest = line.partition(":")
        if colon:
            if name:
                yield name, value
            name, value = key.strip(), rest.strip()
        elif name and line.strip():
            value = f"{value}\n{line.strip()}"
    if name:
        yield name, value


def unescaped(text: str) -> str:
    """Read the escapes of a string of a PO file."""
    return _ESCAPE.sub(lambda match: _ESCAPED[match[1]], text) if "\\" in text else text


def references(listed: str) -> tuple[Reference, ...]:
    """Read what stands behind `#:` on one line: paths, a path with spaces between U+2068 and U+2069."""
    return tuple(_reference(match) for match in REFERENCE.finditer(listed))


def comments(lines: list[str]) -> tuple[str, ...]:
    """Bring translator comments into the form that is written: no trailing white space, no empty lines in front."""
    stripped = [line.rstrip() for line in lines]
    while stripped and not stripped[0]:
        del stripped[0]
    return tuple(stripped)


def flags(listed: str) -> tuple[bool, tuple[str, ...]]:
    """Read what stands behind `#,`: whether it names `fuzzy`, and the other flags."""
    names = [flag for part in listed.split(",") if (flag := part.strip())]
    return "fuzzy" in names, tuple(name for name in names if name != "fuzzy")


def _unit(match: re.Match[str], line: int, *, obsolete: bool) -> Unit:
    (
        noted, extracted, places, flagged,
        old_context, old_context_more, old_msgid, old_msgid_more,
        context, context_more, msgid, msgid_more, msgstr, msgstr_more,
    ) = match.groups()  # fmt: skip
    fuzzy, others = _flags(flagged) if flagged else (False, ())
    return Unit(
        unescaped(msgid) if not msgid_more else _joined(msgid, msgid_more),
        unescaped(msgstr) if not msgstr_more else _joined(msgstr, msgstr_more),
        None if context is None else _joined(context, context_more),
        fuzzy,
        None if old_msgid is None else _joined(old_msgid, old_msgid_more),
        None if old_context is None else _joined(old_context, old_context_more),
        comments([row[2:] for row in noted.split("\n")[:-1]]) if noted else (),
        _extracted(extracted) if extracted else (),
        _references(places) if places else (),
        others,
        obsolete,
        line=line + match.string.count("\n", match.start(), match.start(11)),
    )


def _joined(first: str, further: str) -> str:
    if further:
        first += "".join([row[row.index('"') + 1 : -1] for row in further.split("\n")[:-1]])
    return unescaped(first)


# The same few lines stand in front of thousands of entries: one article, a dozen kinds of blocks.
@functools.lru_cache(1024)
def _extracted(lines: str) -> tuple[str, ...]:
    return tuple(text for row in lines.split("\n") if (text := row[3:].rstrip()))


@functools.lru_cache(1024)
def _references(lines: str) -> tuple[Reference, ...]:
    return tuple(reference for row in lines.split("\n")[:-1] for reference in references(row[3:]))


@functools.lru_cache(64)
def _flags(lines: str) -> tuple[bool, tuple[str, ...]]:
    return flags(lines.replace("\n#, ", ",")[3:])


def _reference(match: re.Match[str]) -> Reference:
    path, line, plain = match.groups()
    if plain is None:
        return Reference(path, int(line or 0))
    path, colon, line = plain.rpartition(":")
    return Reference(path, int(line)) if colon and path and line.isascii() and line.isdigit() else Reference(plain)
