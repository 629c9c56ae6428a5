"""Does a draft have exactly the markup of its source?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

import regex

from i18n.markdown.dialects import Dialect
from i18n.markdown.inline import Inline, parse
from i18n.message.opaque import MASK, VARIABLES, masked, opaque, templates
from i18n.message.packed import unpack
from i18n.message.runs import Mark, Role, Token

Skeleton = tuple[tuple[str, str, bool, "Skeleton"], ...]
"""Kind, value, whether it has a title, and what is inside: sorted, since languages order words in their own way."""

_LEAVES = frozenset({"code", "math", "html", "footnote", "image"})


def skeleton(message: str, dialect: Dialect, labels: Collection[str] = ()) -> Skeleton:
    """What a reader's browser sees of a message besides its words: code, targets, HTML, emphasis, line breaks.

    Twice where there are template tags: as plain Markdown, and as a site generator reads it, without looking into them.
    """
    whole = _skeleton(parse(message, dialect, labels))
    reserved = templates(message, dialect)
    if not reserved:
        return whole
    return (*whole, ("template", "", False, _skeleton(parse(masked(message, reserved), dialect, labels))))


def _skeleton(nodes: Iterable[Inline]) -> Skeleton:
    return tuple(
        sorted(
            (
                node.kind,
                node.value.casefold() if node.reference in ("full", "collapsed", "shortcut") else node.value,
                bool(node.title),
                () if node.kind in _LEAVES else _skeleton(node.children),
            )
            for node in nodes
            if node.kind != "text"
        )
    )


def visible(message: str, dialect: Dialect, labels: Collection[str] = ()) -> str:
    """The words a reader sees, without those of code, HTML, images and template tags; white space folded."""
    reserved = templates(message, dialect)
    words = "".join(_words(parse(masked(message, reserved), dialect, labels)))
    return " ".join(words.replace(MASK, "").split())


def prose(message: str, dialect: Dialect, labels: Collection[str] = ()) -> str:
    """The words a reader sees, without addresses: what a person would translate."""
    text = visible(message, dialect, labels)
    for part in reversed([part for part in opaque(text) if part.kind in ("url", "email")]):
        text = f"{text[: part.start]}\ufffc{text[part.end :]}"
    return text


def _words(nodes: Iterable[Inline]) -> Iterable[str]:
    for node in nodes:
        if node.kind == "text":
            yield node.value
        elif node.kind not in _LEAVES:
            yield from _words(node.children)


def variables(message: str, dialect: Dialect) -> Counter[str]:
    """What a program will replace or follow: template tags, `{name}`, `%s`, addresses, emoji codes."""
    found = Counter(message[part.start : part.end] for part in templates(message, dialect))
    found.update(message[part.start : part.end] for part in opaque(message) if part.kind in VARIABLES)
    return found


_FILLED = regex.compile(
    r"\$?\{[^{}\n]*\}|%\(\w+\)|%\d+\$|(?<!\d)(?<!\d[ \u00a0\u202f])%[sd](?!\w)"
    r"|://|www\.[A-Za-z0-9]|@[A-Za-z0-9-]+\.[A-Za-z]"
)
_UNSEEN = regex.compile(r"[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufff9-\uffff]")
"""Controls (the tab too), halves of surrogate pairs, private use, separators, direction overrides, U+FFFD."""


def machinery(message: str, dialect: Dialect) -> Counter[str]:
    """What a program fills in or follows, found whatever letters stand close to it: an engine may not invent any."""
    found = Counter(message[part.start : part.end] for part in templates(message, dialect))
    found.update(_FILLED.findall(masked(message, templates(message, dialect))))
    return found


_CLOSED = regex.compile(
    r"[\u202a\u202b\u202d\u202e][^\u202a-\u202e\u2066-\u2069]*+\u202c|[\u2066-\u2068][^\u202a-\u202e\u2066-\u2069]*+\u2069"
)
"""Words between direction controls that end where they stand."""


def characters_fault(source: Iterable[Token], answer: Iterable[Token]) -> str:
    """Say whether an answer brings characters that no translation has and no reader sees; empty when it does not."""
    there = set(_UNSEEN.findall("".join(token for token in source if isinstance(token, str))))
    brought = _UNSEEN.findall("".join(_CLOSED.sub("", token) for token in answer if isinstance(token, str)))
    return "it came back with characters that nobody can see" if set(brought) - there else ""


def marks_fault(source: str, answer: str) -> str:
    """Say what is wrong with the marks of a packed answer; empty when each is there once, nested and not idle."""
    expected = [token for token in unpack(source) if isinstance(token, Mark)]
    tokens = unpack(answer)
    if not any(isinstance(token, str) and any(map(str.isalnum, token)) for token in tokens):
        return "it came back without a word"
    got = [token for token in tokens if isinstance(token, Mark)]
    if Counter(expected) != Counter(got):
        missing = Counter(expected) - Counter(got)
        what = "placeholder" if any(mark.role is Role.HOLD for mark in missing or got) else "tag"
        return f"a {what} was lost" if missing else f"a {what} came back twice or was made up"
    return _nesting_fault(tokens)


def _nesting_fault(tokens: Iterable[Token]) -> str:
    opened: list[int] = []
    filled: list[bool] = []
    for token in tokens:
        if isinstance(token, str):
            filled = [inside or any(letter.isalnum() for letter in token) for inside in filled]
        elif token.role is Role.OPEN:
            opened.append(token.id)
            filled.append(False)
        elif token.role is Role.CLOSE:
            if not opened or opened.pop() != token.id:
                return "tags came back crossed"
            if not filled.pop():
                return "a tag came back around no word"
    return ""
