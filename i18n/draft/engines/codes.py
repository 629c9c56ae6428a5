"""What does an engine call a language? BCP 47 tags are matched with the codes that it offers, by CLDR."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from i18n.locales import Subtags, likely, lineage, recognized, subtags

Meanings = Mapping[str, tuple[str, ...]]
"""The tags that a code stands for, if they are not what BCP 47 says; no tags if it stands for no language at all."""

_NONE: Meanings = MappingProxyType({})
_INVENTED = {"zt": "zh-Hant", "pb": "pt-BR", "zlm": "ms"}
"""Codes of Argos and Apertium that neither BCP 47 nor ISO 639 has in this sense."""
_BOKMAL = "no"
"""Norwegian by itself is written in Bokmål: in CLDR `nb` inherits all of it."""
_AMBIGUOUS = frozenset({"pt"})
"""Languages whose name alone does not show which spelling is meant: CLDR says Brazil's, many publishers mean
Portugal's."""
_END = re.compile(r"[-_]([A-Za-z]{2,3}|[0-9]{3})$", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Fit:
    """How near an offered tag is to the wanted one, in one language and script: the smaller, the nearer."""

    up: int
    """Steps from the wanted tag to what both inherit from in CLDR; 0 for the very same."""
    unlikely: bool
    """Whether the offered tag is of another region than the likely one."""
    down: int
    """Steps from there to the offered tag."""
    respelled: bool
    """Whether the tags differ all the same: `zh` for `zh-Hans`."""


@dataclass(frozen=True, slots=True)
class CodeMatch:
    """The code to ask an engine with."""

    code: str
    """The code in the engine's spelling."""
    tag: str
    """The tag that it stands for, BCP 47."""
    note: str
    """`pt-PT-not-pt-BR` if that is another variant than the one wanted; else empty."""

    @property
    def exact(self) -> bool:
        """Whether it is the variant that was wanted."""
        return not self.note


@dataclass(frozen=True, slots=True)
class CodePair:
    """The codes to ask an engine with."""

    source: CodeMatch
    target: CodeMatch

    @property
    def note(self) -> str:
        """What a user should know of the target; may be empty."""
        return self.target.note


def match(wanted: str, offered: Iterable[str], meanings: Meanings = _NONE) -> CodeMatch | None:
    """Find the code for a tag (BCP 47); None if no code has the tag's language and script.

    The same variant first, then the nearest by inheritance in CLDR (`es-MX` takes `es-419` rather than `es`), then
    the likely region, then the first that is offered. Another script is never taken.
    """
    candidates = (
        (found, CodeMatch(code, tag, note(wanted, tag)))
        for code in offered
        for tag in _tags(code, meanings)
        if (found := fit(wanted, tag)) is not None
    )
    return min(candidates, key=lambda candidate: candidate[0], default=(None, None))[1]


@functools.lru_cache(maxsize=8192)
def tag_of(code: str) -> str | None:
    """Read an engine's code as a BCP 47 tag (`por_Latn`, `iw`, `ZH-HANT`, `ln-LIN`); None if it names no language.

    A third subtag of another language is that language (`zh-cmn`, RFC 5646 §4.5), a region that CLDR does not know
    says nothing.
    """
    code = code.strip()
    known = recognized(_INVENTED.get(code.lower(), code))
    end = _END.search(code)
    if known or end is None:
        return known
    return (tag_of(end[1]) if len(end[1]) == 3 else None) or tag_of(code[: end.start()])


@functools.lru_cache(maxsize=8192)
def fit(wanted: str, offered: str) -> Fit | None:
    """Rate how well a tag serves for another; None for another language or script, or a variant nobody asked for."""
    mine, other = _united(likely(wanted)), _united(likely(offered))
    if (mine.language, mine.script) != (other.language, other.script):
        return None
    if other.variants and other.variants != mine.variants:
        return None
    upwards, downwards = (tuple(map(_united, lineage(tag))) for tag in (wanted, offered))
    shared = next(tag for tag in upwards if tag in downwards)
    return Fit(upwards.index(shared), other.region != mine.region, downwards.index(shared), wanted != offered)


@functools.lru_cache(maxsize=8192)
def note(wanted: str, offered: str) -> str:
    """Say what is taken instead of the wanted tag, `pt-PT-not-pt-BR`; empty if readers see no difference."""
    mine, other = likely(wanted), likely(offered)
    named = subtags(wanted).region == subtags(offered).region
    same = mine.region == other.region and (named or mine.language not in _AMBIGUOUS)
    return "" if same and mine.variants == other.variants else f"{_short(offered)}-not-{wanted}"


def _tags(code: str, meanings: Meanings) -> tuple[str, ...]:
    if code in meanings:
        return meanings[code]
    tag = tag_of(code)
    return (tag,) if tag else ()


def _united(tag: Subtags) -> Subtags:
    """Use one name for what has two."""
    language = _BOKMAL if tag.language == "nb" else tag.language
    return replace(tag, language=language, script="Kore" if tag.script == "Hang" else tag.script)


def _short(tag: str) -> str:
    """Leave out a script that the language has anyway."""
    parts = subtags(tag)
    bare = replace(parts, script="")
    return str(bare if likely(str(bare)).script == parts.script else parts)
