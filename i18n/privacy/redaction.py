"""Which names and terms must not leave? Each travels as a placeholder, and the draft has it in its own spelling.

The file is UTF-8, one name a line: its spelling, then after bars those of other languages, as in
`Sumi Rahman, Sumi | bn: সুমি রহমান | ru: Суми Рахман`. Commas part spellings of one language, `#` begins a comment.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from i18n.errors import InputError
from i18n.words.letters import SPACELESS_LETTER

_COMMENT = regex.compile(r"(?:^|\s)#.*")
_TAGGED = regex.compile(r"\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)\s*:\s*(.*)")
_UNSEEN = r"\p{Default_Ignorable_Code_Point}*"
"""Characters that nobody sees: a soft hyphen in a name makes it no other name."""
_BETWEEN = r"[\s_\p{Pd}]"
"""What parts the words of a name: `Anne-Marie` is kept back as `Anne Marie` too, and as `anne_marie`."""
_APOSTROPHES = "'’‘ʼʻ′＇`´"
"""What authors and their editors write in `O'Brien`."""
_INFLECTED = 4
"""Letters from which on a name may have up to three more at its end: `Kowalski` is kept back in `Kowalskiego`."""
_INSTEAD = "…"
"""What stands for a name where nothing comes back that could be restored."""


@dataclass(frozen=True, slots=True)
class Name:
    """Something that must not leave."""

    spellings: tuple[str, ...]
    """Every one, of all languages, the file's first one first: each is kept back."""
    by_locale: tuple[tuple[str, str], ...] = ()
    """The first spelling of each language (BCP 47 in small letters)."""


def parse(data: bytes, path: str) -> tuple[Name, ...]:
    """Read the file of names. Raises `InputError` with path and line, and never with a name."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("not UTF-8", "Save the file as UTF-8.", path, line) from None
    lines = ((number, _COMMENT.sub("", line).strip()) for number, line in enumerate(text.split("\n"), 1))
    return tuple(_name(line, path, number) for number, line in lines if line)


def _name(line: str, path: str, number: int) -> Name:
    own, *others = line.split("|")
    spellings = _spellings(own)
    if not spellings:
        raise InputError("there is no name before the bar", "Begin the line with the name.", path, number)
    by_locale = []
    for other in others:
        tagged = _TAGGED.fullmatch(other)
        given = _spellings(tagged[2]) if tagged else ()
        if tagged is None or not given:
            raise InputError(
                "after a bar there must be a language, a colon and a spelling",
                "Write it as in `Jane Doe | ru: Джейн Доу`.",
                path,
                number,
            )
        by_locale.append((tagged[1].replace("_", "-").lower(), given[0]))
        spellings += given
    return Name(spellings, tuple(by_locale))


def _spellings(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (one.strip() for one in text.split(","))))


class Redaction:
    """Names to be kept back in texts for one language. May be asked from several threads at once."""

    def __init__(self, names: Iterable[Name], target: str) -> None:
        """`target` is BCP 47: drafts have the spelling of that language, where the file gives one."""
        self._written: dict[str, str] = {}
        spellings = set()
        for name in names:
            there = _spelled(name, target)
            for spelling in (form for each in name.spellings for form in _forms(each)):
                spellings.add(spelling)
                if there:
                    self._written.setdefault(_key(spelling), there)
        # The longest first: of `Sumi` and `Sumi Rahman` the whole name is kept back.
        patterns = map(_pattern, sorted(spellings, key=lambda one: (-len(one), one)))
        self.pattern = regex.compile("|".join(patterns) or r"(?!)", regex.IGNORECASE | regex.FULLCASE)

    def written(self, found: str) -> str:
        """How a draft spells a name that `pattern` found; empty if the file does not say: then it stays as it is."""
        key = _key(found)
        # An ending of inflection is at most three letters long.
        endings = range(len(key), max(0, len(key) - 4), -1)
        return next((self._written[key[:end]] for end in endings if key[:end] in self._written), "")

    def hidden(self, text: str) -> str:
        """The text with an ellipsis in place of each name."""
        return self.pattern.sub(_INSTEAD, text)

    def holds(self, texts: Iterable[str]) -> bool:
        """Whether one of the texts has a name in it."""
        return any(map(self.pattern.search, texts))


def _spelled(name: Name, target: str) -> str:
    """The spelling for a language, or for its more general tag; empty if the file has neither."""
    wanted, spellings = target.lower(), dict(name.by_locale)
    while wanted and wanted not in spellings:
        wanted = wanted.rpartition("-")[0]
    return spellings.get(wanted, "")


def _forms(spelling: str) -> Iterator[str]:
    """The ways to write it that a search without regard to case does not find: accents, `i̇` for `İ`, ligatures."""
    ligatured = spelling.casefold()
    for ligature in "ﬃﬄﬀﬁﬂ":
        ligatured = ligatured.replace(unicodedata.normalize("NFKC", ligature), ligature)
    for one in (spelling, spelling.casefold(), ligatured):
        yield unicodedata.normalize("NFC", one)
        yield unicodedata.normalize("NFD", one)


def _key(spelling: str) -> str:
    seen = unicodedata.normalize("NFC", regex.sub(_UNSEEN, "", spelling)).casefold()
    return " ".join(regex.sub(rf"[{_APOSTROPHES}]", "'", regex.sub(_BETWEEN, " ", seen)).split())


def _pattern(spelling: str) -> str:
    """A name as a whole word, whatever stands unseen between its letters and however its words are parted.

    Digits and underscores next to it are no part of the word, unless it has a digit there itself.
    """
    words = list(filter(None, regex.split(_BETWEEN, spelling))) or [spelling]
    body = rf"{_UNSEEN}(?:{_BETWEEN}{_UNSEEN})+".join(_UNSEEN.join(map(_letter, word)) for word in words)
    if SPACELESS_LETTER.search(spelling):
        return body
    ending = r"[\p{L}\p{M}]{0,3}" if sum(map(str.isalpha, spelling)) >= _INFLECTED else ""
    before, after = (r"\p{L}\p{M}\p{N}" if edge.isdigit() else r"\p{L}\p{M}" for edge in (words[0][0], words[-1][-1]))
    return rf"(?<![{before}]){body}{ending}(?![{after}])"


def _letter(letter: str) -> str:
    return f"[{_APOSTROPHES}]" if letter in _APOSTROPHES else regex.escape(letter)
