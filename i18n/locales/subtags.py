"""What is a tag made of, and what does it leave unsaid?"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace

from i18n.locales import cldr, tags

_RIGHT_TO_LEFT = frozenset(
    "Adlm Arab Armi Aran Hebr Hung Mand Mend Nbat Nkoo Narb Orkh Palm Phli Phnx Rohg Samr Sarb Syrc Thaa Yezi".split()
)

_LEFT_TO_RIGHT = frozenset(
    "af be bg bn bs ca cs cy da de el en es et eu fi fil fr ga gl gu hr hu hy id is it ja ka km kn ko lo lt lv mk ml mr"
    " my nb ne nl nn no pl pt ro ru si sk sl sq sr sv sw ta te th uk vi zh zu".split()
)
"""Languages that CLDR knows in such scripts alone, whatever the region: to read its data takes 20 ms."""


@dataclass(frozen=True, slots=True)
class Subtags:
    """The parts of a tag; empty for those it lacks."""

    language: str
    script: str = ""
    region: str = ""
    variants: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The tag."""
        return "-".join(filter(None, (self.language, self.script, self.region, *self.variants)))


@functools.cache
def subtags(tag: str) -> Subtags:
    """Take a canonical tag apart."""
    parts = tags.TAG.fullmatch(tag)
    if parts is None:
        raise tags.unknown(tag)
    variants = tuple(part for part in parts["variants"].split("-") if part)
    return Subtags(parts["language"], parts["script"] or "", parts["region"] or "", variants)


@functools.cache
def likely(tag: str) -> Subtags:
    """Take a canonical tag apart, with the likely script and region where it names none (UTS 35, Likely Subtags).

    `zh` is `zh-Hans-CN`, `zh-TW` is `zh-Hant-TW`; a part that CLDR does not know either stays empty.
    """
    own = subtags(tag)
    known = cldr.shared("likely_subtags")
    for beginning in (f"{own.language}_{own.region}", f"{own.language}_{own.script}", own.language):
        if beginning in known:
            full = subtags(known[beginning].replace("_", "-"))
            return Subtags(own.language, own.script or full.script, own.region or full.region, own.variants)
    return own


@functools.cache
def lineage(tag: str) -> tuple[Subtags, ...]:
    """A canonical tag, its script written out, and what it inherits from in that script (UTS 35, Parent Locales).

    The nearest first: `es-MX`, `es-419`, `es`, each with `Latn`; `zh-Hant` inherits nothing from `zh`.
    """
    line = [replace(subtags(tag), script=likely(tag).script)]
    while line[-1].variants or line[-1].region:
        last = line[-1]
        line.append(replace(last, variants=()) if last.variants else replace(last, region=_parent_region(last)))
    return tuple(line)


def _parent_region(child: Subtags) -> str:
    """The region whose language another one follows where that is not the language's own: 419 for MX, 001 for GB."""
    known = cldr.shared("parent_exceptions")
    language, script, region = child.language, child.script, child.region
    parent = known.get(f"{language}_{script}_{region}") or known.get(f"{language}_{region}") or language
    found = subtags(parent.replace("_", "-"))
    return found.region if found.language == language else ""


@functools.cache
def script(tag: str) -> str:
    """The script of a canonical tag, by ISO 15924, from the tag or from CLDR's likely subtags; empty if unknown."""
    parts = tags.TAG.fullmatch(tag)
    if parts is None:
        raise tags.unknown(tag)
    if parts["script"]:
        return parts["script"]
    likely = cldr.shared("likely_subtags")
    full = likely.get(f"{parts['language']}_{parts['region']}") or likely.get(parts["language"], "")
    return next((part for part in full.split("_")[1:] if len(part) == 4), "")


def direction(tag: str) -> str:
    """Which way a canonical tag's script runs: `ltr` or `rtl`."""
    own = subtags(tag)
    if own.language in _LEFT_TO_RIGHT and not own.script:
        return "ltr"
    return "rtl" if script(tag) in _RIGHT_TO_LEFT else "ltr"
