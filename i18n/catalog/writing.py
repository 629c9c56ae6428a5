"""How is a catalog written? In the canonical form of `msgcat --no-wrap` (GNU gettext 0.21), byte for byte."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Iterator

from i18n.model import Catalog, Reference, Unit

_WIDTH = 79
"""Columns of bytes that msgcat fills with references, `--no-wrap` or not."""
_ESCAPES = {"\a": r"\a", "\b": r"\b", "\t": r"\t", "\v": r"\v", "\f": r"\f", "\r": r"\r"}


def serialize(catalog: Catalog) -> bytes:
    """Write a catalog as UTF-8: header, units, obsolete units, each part in the order given.

    As in gettext's own output, a unit without text is never fuzzy, and left out if it is obsolete;
    comments lose trailing white space. A catalog without headers and header comments gets no header entry.
    """
    return with_body(catalog, body(catalog.units))


def body(units: Collection[Unit]) -> bytes:
    """Write the units of a catalog, which many catalogs may share."""
    obsolete = [unit for unit in units if unit.obsolete and _has_text(unit)]
    parts = [_unit(unit) for unit in units if not unit.obsolete]
    return "\n".join((*parts, *map(_obsolete, obsolete)) if obsolete else parts).encode()


def with_body(catalog: Catalog, written: bytes) -> bytes:
    """Write a catalog whose units are written already."""
    if not (catalog.headers or catalog.comments or catalog.fuzzy):
        return written
    header = _header(catalog).encode()
    return b"%b\n%b" % (header, written) if written else header


def quoted(text: str) -> str:
    """Write a text between double quotes on one line, as a PO file does."""
    return f'"{_escaped(text)}"'


def _header(catalog: Catalog) -> str:
    text = "".join(f"{name}: {value}\n" for name, value in catalog.headers)
    flag = "#, fuzzy\n" if catalog.fuzzy else ""
    # gettext breaks a string that ends in a line break only if there is another one in it
    return f'{_comments(catalog.comments)}{flag}msgid ""\n{_string("msgstr", text)}'


def _unit(unit: Unit) -> str:
    head = _head(unit) + _previous(unit, "#| ")
    if unit.msgctxt is not None:
        head += _string("msgctxt", unit.msgctxt)
    head += _string("msgid", unit.msgid)
    if unit.msgid_plural is None:
        return head + _string("msgstr", unit.msgstr)
    forms = unit.msgstr_plural or ("", "")
    strings = (_string(f"msgstr[{index}]", form) for index, form in enumerate(forms))
    return f"{head}{_string('msgid_plural', unit.msgid_plural)}{''.join(strings)}"


def _obsolete(unit: Unit) -> str:
    bare = Unit(
        msgid=unit.msgid, msgstr=unit.msgstr, msgctxt=unit.msgctxt,
        msgid_plural=unit.msgid_plural, msgstr_plural=unit.msgstr_plural,
    )  # fmt: skip
    lines = _unit(bare).split("\n")[:-1]
    return _head(unit) + _previous(unit, "#~| ") + "".join(f"#~ {line}\n" for line in lines)


def _head(unit: Unit) -> str:
    head = _comments(unit.comments) if unit.comments else ""
    if unit.extracted:
        head += _extracted(unit.extracted)
    if unit.references:
        head += _references(unit.references)
    if unit.fuzzy and _has_text(unit):
        return f"{head}#, {', '.join(('fuzzy', *unit.flags))}\n"
    return f"{head}#, {', '.join(unit.flags)}\n" if unit.flags else head


def _has_text(unit: Unit) -> bool:
    """Whether any form has text. gettext asks the first alone, and would drop what a person wrote in another."""
    return any(unit.msgstr_plural) or bool(unit.msgstr)


def _previous(unit: Unit, prefix: str) -> str:
    if unit.previous_msgid is None:
        return ""  # a previous msgctxt alone is a syntax error to gettext
    text = "" if unit.previous_msgctxt is None else _string("msgctxt", unit.previous_msgctxt)
    text += _string("msgid", unit.previous_msgid)
    return "".join(f"{prefix}{line}\n" for line in text.split("\n")[:-1])


def _comments(comments: Iterable[str]) -> str:
    lines = list(_lines(comments))
    while lines and not lines[0]:
        del lines[0]
    return "".join(f"# {line}\n" if line else "#\n" for line in lines)


def _lines(comments: Iterable[str]) -> Iterator[str]:
    for comment in comments:
        for line in comment.split("\n"):
            bare = line.rstrip()
            # gettext reads a backslash at the end of a line as "goes on in the next one", in comments too
            yield f"{bare} " if bare.endswith("\\") else bare


# The same few lines stand in front of thousands of entries: one article, a dozen kinds of blocks.
@functools.lru_cache(1024)
def _extracted(lines: tuple[str, ...]) -> str:
    return "".join(f"#. {line}\n" for line in _lines(lines) if line)


@functools.lru_cache(1024)
def _references(references: tuple[Reference, ...]) -> str:
    """Fill lines as msgcat does; it counts bytes, and leaves the marks around a path with spaces out of the count."""
    text, column = "#:", 2
    for reference in dict.fromkeys(references):  # msgcat writes each once
        line = f":{reference.line}" if reference.line else ""
        width = len(f"{reference.path}{line}".encode()) + 1
        if column > 2 and column + width > _WIDTH:
            text, column = f"{text}\n#:", 2
        path = f"\u2068{reference.path}\u2069" if " " in reference.path or "\t" in reference.path else reference.path
        text, column = f"{text} {path}{line}", column + width
    return f"{text}\n"


def _string(keyword: str, text: str) -> str:
    if "\n" not in text:
        return f'{keyword} "{_escaped(text)}"\n'
    head, _, rest = text.partition("\n")
    if not rest:
        return f'{keyword} "{_escaped(head)}\\n"\n'
    lines = _escaped(text).split("\n")
    broken = "".join(f'"{line}\\n"\n' for line in lines[:-1])
    return f'{keyword} ""\n{broken}"{lines[-1]}"\n' if lines[-1] else f'{keyword} ""\n{broken}'


def _escaped(text: str) -> str:
    """Escape everything but line breaks."""
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    if not text.isprintable():
        for letter, escape in _ESCAPES.items():
            text = text.replace(letter, escape)
    return text
