"""What does a glossary in TBX say? The only importer of defusedxml."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError  # the values alone; defusedxml parses

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException

from i18n.errors import InputError
from i18n.memory.glossary.concept import Concept, Word, tag_of
from i18n.memory.glossary.term import Status, status_of

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTRIES = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_TERMS = frozenset({"tig", "ntig", "termSec"})
_ROOTS = frozenset({"martif", "tbx"})


def parse(data: bytes, path: str) -> tuple[Concept, ...]:
    """Read the entries of TBX version 2 (`martif`) or 3 (`tbx`; ISO 30042), core structure, both styles of version 3.

    Of an entry its languages, terms, administrative statuses, notes, and `Translation needed: no`. Terms whose status
    settles nothing, such as proposals, are passed over. Entities are refused. Raises `InputError`.
    """
    root = _root(data, path)
    if _name(root) not in _ROOTS:
        raise InputError(f"This is no TBX: its root is “{_name(root)}”.", "Export the glossary as TBX or CSV.", path)
    return tuple(_concept(element) for element in root.iter() if _name(element) in _ENTRIES)


def _root(data: bytes, path: str) -> Element:
    try:
        root: Element = defusedxml.ElementTree.fromstring(data, forbid_dtd=False)
    except ParseError as error:
        line = error.position[0]
        raise InputError("This is no well-formed XML.", "Export the glossary again.", path, line) from error
    except DefusedXmlException as error:
        raise InputError("It declares entities, which could fill the memory.", "Export it without.", path) from error
    except (LookupError, ValueError) as error:
        raise InputError("Its encoding is unknown.", "Save the glossary as UTF-8.", path, 1) from error
    return root


def _concept(entry: Element) -> Concept:
    words = tuple(
        word
        for section in entry
        if _name(section) in _LANGUAGES and (tag := tag_of(section.get(_LANG) or section.get("lang") or ""))
        for word in _words(section, tag)
    )
    return Concept(words, keep=any(_is_kept(element) for element in entry.iter()))


def _words(section: Element, tag: str) -> Iterator[Word]:
    for element in section.iter():
        if _name(element) not in _TERMS:
            continue
        text = next((_text(one) for one in element.iter() if _name(one) == "term"), "")
        statuses = [
            status_of(_text(one)) for one in element.iter() if _kind(one) == "administrativestatus" and _text(one)
        ]
        status = statuses[0] if statuses else Status.APPROVED
        if text and status is not None:
            notes = (_text(one) for one in element.iter() if _name(one) == "note")
            yield Word(tag, text, status, next(filter(None, notes), ""))


def _is_kept(element: Element) -> bool:
    return _kind(element) in ("translationneeded", "translationnote") and _text(element).lower() in ("no", "false")


def _kind(element: Element) -> str:
    """What a data category is: the `type` of `<termNote>`, or the very name of its element in the other style."""
    return (element.get("type") or _name(element)).replace(" ", "").replace("_", "").lower()


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
