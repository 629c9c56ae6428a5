"""How is a text with marks written for Apertium's pipeline, and read from it?

Apertium stream format: superblanks `[…]` pass through untouched, word-bound blanks `[[t:g:1]]words[[/]]` follow the
words they are bound to. Every word is bound, those outside all pairs to number 0: so a word that a rule inserted
(bound to nothing) differs from one that moved in from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from unicodedata import normalize

import regex

from i18n.draft.engines import sentinels
from i18n.message.marks import Mark, Role, Token
from i18n.message.packed import letter, unpack

BLANKS = "blanks"
"""Placeholders as words that are in no dictionary: they take part in the grammar of the sentence."""
SUPERBLANKS = "superblanks"
"""Placeholders as blanks between words: the grammar does not see them."""

_ESCAPED = regex.compile(r"[\\\[\]{}^$/<>]")
_AS_BLANK = regex.compile(r"[*#@~+|\x00-\x08\x0b-\x1f\x7f]|(?<!\w)’|’(?!\w)")
"""Characters that Apertium uses for its own marks, changes or drops: they are sent as superblanks `[c2a]`."""
_STRETCHES = regex.compile(r"[\w’'\-]+(?:[^\S\n]+[\w’'\-]+)*|[^\w]+|\w+")
_FOUND = regex.compile(
    r"\[\[(?P<bound>[^\]]*)\]\]|\[q(?P<hold>\d+)\]|\[c(?P<code>[0-9a-f]+)\]|(?P<blank>\[[^\]]*\])"
    r"|\\?(?P<unknown>[*#@])(?=\\?[^\s])|\\(?P<escaped>.)|(?P<text>[^\[\\*#@]+)|(?P<other>.)",
    regex.DOTALL,
)
_PATH = regex.compile(r"t:g:([0-9-]+)")
_WORD = regex.compile(r"\w+")
_MORE = regex.compile(r"\b(?:más|menos|mais|més|plus|moins|più|meno)$", regex.IGNORECASE)
_COMPARED = regex.compile(r"\s+(?!(?:de|d|que|do|da|di|che)\b)\p{L}+")
"""The adjective of a comparative (`smaller`: `más pequeña`), of which the pipeline binds the first word alone."""
_UNKNOWN = regex.compile(r"[\w'’-]*\w")


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as Apertium reads it."""

    text: str
    prefix: str
    """The beginning of the words that stand for placeholders."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """What came out of the pipeline."""

    tokens: tuple[Token, ...] = ()
    words: int = 0
    unknown: tuple[str, ...] = ()
    """Words that a dictionary lacks, as they came back."""
    bare: tuple[str, ...] = ()
    """Words that could not be inflected, as they came back."""
    fault: str = ""


def encode(tokens: Sequence[Token], encoding: str, *, bound: bool = True) -> Encoded:
    """Write tokens for the pipeline. No character of a text can be mistaken for a part of the format.

    If words are not `bound`, no word-bound blanks are written, and the tokens may hold no pairs.
    """
    prefix = sentinels.prefix(tokens)
    parts: list[str] = []
    path: list[int] = []
    for token in tokens:
        if isinstance(token, str):
            parts.extend(_bound(token, path) if bound else [_written(_on_one_line(token))])
        elif token.role is Role.OPEN:
            path.append(token.id)
        elif token.role is Role.CLOSE:
            path.pop()
        else:
            word = sentinels.sentinel(prefix, token.id)
            word = f"[q{token.id}]" if encoding == SUPERBLANKS else _bind(word, path) if bound else word
            # Next to a word (a footnote mark) it would become a part of it.
            before = " " if parts and _ends_in_word(parts[-1]) else ""
            parts.append(before + word)
    return Encoded(regex.sub(rf"({prefix}\d+S(?:\[\[/\]\])?)(?=\[\[[^/]|\w)", r"\1 ", "".join(parts)), prefix)


def _ends_in_word(part: str) -> bool:
    return part.endswith("[[/]]") or part[-1:].isalnum()


def _bind(words: str, path: Sequence[int]) -> str:
    return f"[[t:g:{'-'.join(map(str, path)) or '0'}]]{words}[[/]]"


def _bound(text: str, path: Sequence[int]) -> Iterator[str]:
    for found in _STRETCHES.finditer(_on_one_line(text)):
        stretch = found[0]
        written = _written(stretch)
        yield _bind(written, path) if any(character.isalnum() for character in stretch) else written


def _on_one_line(text: str) -> str:
    return normalize("NFC", text).replace("\n", " ").replace("\t", " ")  # the letters that its dictionaries have


def _written(text: str) -> str:
    # A typographic apostrophe inside a word is the one that the dictionaries spell as a straight one.
    text = regex.sub(r"(?<=\w)’(?=\w)", "'", text)
    blanks = _AS_BLANK.split(text)
    between = _AS_BLANK.findall(text)
    parts = [_ESCAPED.sub(r"\\\g<0>", blanks[0])]
    for character, rest in zip(between, blanks[1:], strict=True):
        parts.append(f"[c{ord(character):x}]")
        parts.append(_ESCAPED.sub(r"\\\g<0>", rest))
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Text that came back."""

    text: str
    paths: frozenset[tuple[int, ...]]
    """The pairs it is bound to, from the outermost inwards: `()` outside all pairs, several if words were contracted,
    none if a rule inserted it."""


def decode(answer: str, encoded: Encoded, tokens: Sequence[Token]) -> Decoded:
    """Read tokens from the pipeline's answer to `encoded`, which was made of `tokens`."""
    stretches: list[_Stretch] = []
    paths: frozenset[tuple[int, ...]] = frozenset()
    words, unknown, bare = 0, list[str](), list[str]()
    holding = sentinels.sought(encoded.prefix)
    source = "".join(token if isinstance(token, str) else " " for token in tokens)
    for found in _FOUND.finditer(answer):
        kind, value = str(found.lastgroup), found[found.lastgroup or 0]
        if kind == "bound":
            paths = frozenset(_path(path) for path in _PATH.findall(value)) if value != "/" else frozenset()
        elif kind == "unknown":
            if not holding.match(answer, found.end()) and (word := _UNKNOWN.match(answer, found.end())):
                (bare if value.endswith("#") else unknown).append(sentinels.restored(word[0], encoded.prefix))
        elif kind == "hold":
            stretches.append(_Stretch(letter(Mark(Role.HOLD, int(value))), paths))
        elif kind == "code":
            stretches.append(_Stretch(chr(int(value, 16)), paths))
        elif kind != "blank":
            text = sentinels.restored(value, encoded.prefix)
            before = stretches[-1] if stretches else _Stretch("", frozenset())
            if (paths or before.paths) and _meet(before.text, text, source):
                text = " " + text  # words of one compound, and what a rule puts between, come back without spaces
            words += len(_WORD.findall(text))
            if not paths and before.paths and _MORE.search(before.text) and (more := _COMPARED.match(text)):
                stretches.append(_Stretch(more[0], before.paths))
                text = text[more.end() :]
            stretches.append(_Stretch(text, paths))
    pairs = [token.id for token in tokens if not isinstance(token, str) and token.role is Role.OPEN]
    return _with_pairs(stretches, pairs, Decoded(words=words, unknown=tuple(unknown), bare=tuple(bare)))


def _meet(before: str, after: str, source: str) -> bool:
    """Whether two words come back without the space between them; `3D` has none in the source either."""
    last, first = before[-1:], after[:1]
    if last.isalpha() and first.isalpha():
        return True
    return last.isalnum() and first.isalnum() and f"{last}{first}".casefold() not in source.casefold()


def _path(text: str) -> tuple[int, ...]:
    return tuple(number for number in map(int, text.split("-")) if number)


def _with_pairs(stretches: Sequence[_Stretch], pairs: Iterable[int], counted: Decoded) -> Decoded:
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for pair in pairs:
        first, last, fault = _hull(stretches, pair)
        if fault:
            return replace(counted, fault=fault)
        opening.setdefault(first, []).append(pair)
        closing.setdefault(last, []).insert(0, pair)
    out: list[str] = []
    for at, stretch in enumerate(stretches):
        out.extend(letter(Mark(Role.OPEN, pair)) for pair in opening.get(at, ()))
        out.append(stretch.text)
        out.extend(letter(Mark(Role.CLOSE, pair)) for pair in closing.get(at, ()))
    return replace(counted, tokens=unpack("".join(out)))


def _hull(stretches: Sequence[_Stretch], pair: int) -> tuple[int, int, str]:
    """First and last stretch (both inclusive) of a pair; a fault if a word of another place lies between."""
    inside = [
        at for at, stretch in enumerate(stretches) if stretch.paths and all(pair in path for path in stretch.paths)
    ]
    if not inside:
        return 0, 0, "a tag was lost"
    first, last = inside[0], inside[-1]
    for stretch in stretches[first : last + 1]:
        if stretch.paths and not any(pair in path for path in stretch.paths):
            return 0, 0, "the words of a tag came back apart"
    return first, last, ""
