"""Which translations are in the text of a model? Matched by id, never by order."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator

_TRIES = 40
"""Most places at which JSON may seem to begin."""
_DEPTH = 5
"""Levels of JSON within JSON that are read."""
_START = re.compile(r'\{\s*"|\[\s*\{')
_THOUGHTS = re.compile(r".*(?:</(?:think|thinking|thought|reasoning)>|<\|message\|>)", re.DOTALL | re.IGNORECASE)
_THINKING = re.compile(r"\s*<(?:think|thinking|thought|reasoning)>", re.IGNORECASE)
_FENCE = re.compile(r"^\s*```[\w-]*[ \t]*\n(.*?)\n?\s*```\s*$", re.DOTALL)
_STRING = r'"(?:[^"\\]|\\.)*+"'
_COMMAS = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\\?$))|,(?=\s*[}\]])', re.DOTALL)
_CUT = re.compile(
    rf"(\{{\s*{_STRING}\s*:\s*{_STRING}(?:\s*,\s*{_STRING}\s*:\s*{_STRING})*+)\s*,\s*"
    rf'(?:{_STRING}\s*+(?::\s*+)?)?+(?:"(?:[^"\\]|\\.)*+\\?)?+$',
    re.DOTALL,
)
"""JSON that ends in the middle: its whole entries, and one that is cut."""
_ONLY = re.compile(r'\{\s*"\w+"\s*:\s*"(.*)"\s*,?\s*\}', re.DOTALL)
_NAME = re.compile(r'"\s*:\s*"')
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}
_TEXT_KEYS = ("translation", "text", "target", "translated", "value")
_REFUSAL = re.compile(
    r"(?:i['’]?m|i am) (?:sorry|unable|not able)\b|sorry,|i (?:can(?:not|['’]t)|won['’]t)\b|as an ai\b", re.IGNORECASE
)
_LEAST, _MOST, _SPARE = 0.2, 5.0, 40
"""How much shorter and longer than its source a bare text may be, and by how many characters in any case."""
_QUOTES = ('""', "“”", "„“", "«»", "「」", "''")


def read(content: str, ids: Collection[str], *, cut: bool = False) -> dict[str, str]:
    """Find the translation of each id in the text of a model, whatever stands around it.

    It may be an object of ids and texts, a list of objects that hold both, or either inside another object, with extra
    commas or line breaks in strings. With `cut` the answer ended too soon: its whole entries count. An id with two
    different texts has no translation. Laws: never raises; every key is one of `ids`, every value was given for it.
    """
    return _unambiguous(_entries(spoken(content), cut=cut), ids)


def bare(content: str, source: str) -> str:
    """Take an answer that is no JSON for the translation of the one text that was sent; empty if it cannot be that.

    The usual case is JSON with quotation marks that are not escaped.
    """
    text = spoken(content).strip()
    if fenced := _FENCE.match(text):
        text = fenced[1].strip()
    if (found := _ONLY.fullmatch(text)) and not _NAME.search(found[1]):
        text = _ESCAPE.sub(lambda escape: _ESCAPED.get(escape[1], escape[1]), found[1]).strip()
    lines = text.splitlines()
    if len(lines) > 1 and lines[0].rstrip().endswith((":", "：")) and not source.rstrip().endswith(":"):
        lines = [line for line in lines[1:] if line.strip()]
    text = "\n".join(lines).strip()
    if any(text[:1] == pair[0] and text[-1:] == pair[1] and source[:1] not in "".join(_QUOTES) for pair in _QUOTES):
        text = text[1:-1].strip()
    if text[:1] in ("{", "[") and text[:1] != source[:1]:
        return ""  # meant to be JSON
    if not any(map(str.isalpha, text)) or len(lines) > len(source.splitlines()) or _REFUSAL.match(text):
        return ""
    likely = _LEAST * len(source) - _SPARE <= len(text) <= _MOST * len(source) + _SPARE
    return text if likely and _is_text(text) else ""


def spoken(content: str) -> str:
    """Leave out the reasoning of a model."""
    if content.lstrip()[:1] in ("{", "["):
        return content
    if found := _THOUGHTS.match(content):
        return content[found.end() :]
    return "" if _THINKING.match(content) else content


def _unambiguous(entries: Iterable[tuple[str, str]], ids: Collection[str]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for name, text in entries:
        if name in ids and text.strip() and _is_text(text):
            found.setdefault(name, set()).add(text.strip())
    return {name: texts.pop() for name, texts in found.items() if len(texts) == 1}


def _is_text(text: str) -> bool:
    """Whether it can be written: JSON can hold half a character."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _entries(text: str, *, cut: bool) -> list[tuple[str, str]]:
    entries = _read(text) or _read(_COMMAS.sub(lambda found: found[1] or "", text))
    if not entries and cut and (found := _CUT.search(text)):
        entries = _read(found[1] + "}")
    return entries


def _read(text: str) -> list[tuple[str, str]]:
    return [entry for value in _values(text) for entry in _pairs(value)]


class _Object(list[tuple[str, object]]):
    """A JSON object with all its entries, also with those of the same name."""


_DECODER = json.JSONDecoder(strict=False, object_pairs_hook=_Object)


def _values(text: str) -> Iterator[object]:
    """Every JSON object and list of objects in a text."""
    at = 0
    for _ in range(_TRIES):
        start = _START.search(text, at)
        if start is None:
            return
        try:
            value, at = _DECODER.raw_decode(text, start.start())
        except (ValueError, RecursionError):
            at = start.start() + 1
        else:
            yield value


def _pairs(value: object, depth: int = _DEPTH) -> Iterator[tuple[str, str]]:
    """Names and texts: of `{"t1": "…"}`, `{"t1": {"text": "…"}}`, `{"id": "t1", "text": "…"}`, and lists of these."""
    if not depth:
        return
    if isinstance(value, _Object):
        names = [text for name, text in value if name == "id"]
        if names:
            text = _text(value)
            if len(names) == 1 and isinstance(names[0], str) and text is not None:
                yield names[0], text
            return
        for name, inner in value:
            said = inner if isinstance(inner, str) else _text(inner)
            if said is not None:
                yield name, said
            else:
                yield from _pairs(inner, depth - 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _pairs(inner, depth - 1)


def _text(value: object) -> str | None:
    """The translation that an object holds, by the first of the usual names; None if that occurs twice."""
    if not isinstance(value, _Object):
        return None
    for key in _TEXT_KEYS:
        texts = [text for name, text in value if name == key and isinstance(text, str)]
        if texts:
            return texts[0] if len(texts) == 1 else None
    return None
