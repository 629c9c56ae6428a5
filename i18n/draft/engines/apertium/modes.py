"""Between which languages can the installed Apertium translate?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from i18n.draft.engines.codes import fit, note, tag_of
from i18n.locales.names import name_in

FOLDER = Path("/usr/share/apertium/modes")
_MODE = re.compile(r"([a-z]{2,3}(?:_[A-Za-z]+)?)-([a-z]{2,3}(?:_[A-Za-z]+)?)")
_SPECIAL = {
    "hbs_HR": "hr", "hbs_BS": "bs", "hbs_SR": "sr-Latn", "hbs": "sr-Latn", "sh": "sr-Latn",
    "oci_aran": "oc-aranes", "oc_aran": "oc-aranes",
}  # fmt: skip
"""Codes of Apertium alone. Its Serbo-Croatian is in Latin script: never what `sr` by itself asks for."""
_PACKAGES = (
    ("en", "es", "apertium-eng-spa"), ("en", "ca", "apertium-eng-cat"), ("en", "gl", "apertium-en-gl"),
    ("en", "eo", "apertium-eo-en"), ("en", "hr", "apertium-hbs-eng"), ("en", "bs", "apertium-hbs-eng"),
    ("en", "sr-Latn", "apertium-hbs-eng"), ("es", "pt", "apertium-es-pt"), ("es", "pt-BR", "apertium-es-pt"),
    ("es", "fr", "apertium-fr-es"), ("es", "it", "apertium-spa-ita"), ("es", "ca", "apertium-spa-cat"),
    ("es", "gl", "apertium-es-gl"), ("es", "an", "apertium-spa-arg"), ("es", "ast", "apertium-spa-ast"),
    ("es", "oc", "apertium-oc-es"), ("fr", "es", "apertium-fr-es"), ("fr", "ca", "apertium-fra-cat"),
    ("fr", "oc", "apertium-oci-fra"), ("pt", "es", "apertium-es-pt"), ("pt", "ca", "apertium-por-cat"),
    ("pt", "gl", "apertium-pt-gl"), ("it", "es", "apertium-spa-ita"), ("it", "ca", "apertium-cat-ita"),
    ("it", "sc", "apertium-srd-ita"), ("es", "en", "apertium-eng-spa"), ("ca", "en", "apertium-eng-cat"),
    ("sv", "da", "apertium-swe-dan"), ("da", "sv", "apertium-swe-dan"), ("sv", "nb", "apertium-swe-nor"),
    ("nb", "sv", "apertium-swe-nor"), ("da", "nb", "apertium-dan-nor"), ("nb", "da", "apertium-dan-nor"),
    ("nb", "nn", "apertium-nno-nob"), ("nn", "nb", "apertium-nno-nob"), ("ru", "uk", "apertium-rus-ukr"),
    ("uk", "ru", "apertium-rus-ukr"), ("ru", "be", "apertium-bel-rus"), ("be", "ru", "apertium-bel-rus"),
    ("af", "nl", "apertium-afr-nld"), ("nl", "af", "apertium-afr-nld"), ("hi", "ur", "apertium-urd-hin"),
    ("ur", "hi", "apertium-urd-hin"), ("id", "ms", "apertium-ind-zlm"), ("ms", "id", "apertium-ind-zlm"),
    ("mk", "en", "apertium-mkd-eng"), ("mk", "bg", "apertium-mkd-bul"), ("bg", "mk", "apertium-mkd-bul"),
    ("is", "en", "apertium-isl-eng"), ("is", "sv", "apertium-isl-swe"), ("pl", "szl", "apertium-pol-szl"),
)  # fmt: skip
"""Debian's packages: source, target, name."""
_PIVOT = "es"


@dataclass(frozen=True, slots=True)
class Mode:
    """A pair of languages that is installed."""

    name: str
    """Apertium's own: `eng-spa`."""
    source: str
    """BCP 47."""
    target: str
    path: Path


@dataclass(frozen=True, slots=True)
class Route:
    """The route from one language to another."""

    modes: tuple[Mode, ...]
    """One mode, or two by way of Spanish."""
    variant: str = ""
    """That the pair is not exactly the one asked for, `pt-not-pt-BR`; mostly empty."""

    @property
    def note(self) -> str:
        """What a user should know of the pair; may be empty."""
        return ", ".join(filter(None, (self.variant, self.pivot and f"by way of {name_in(self.pivot, 'en')}")))

    @property
    def pivot(self) -> str:
        """The language between two modes, BCP 47; empty for a direct pair."""
        return self.modes[0].target if len(self.modes) > 1 else ""

    @property
    def source(self) -> str:
        """The language that it begins with, BCP 47."""
        return self.modes[0].source

    @property
    def target(self) -> str:
        """The language that it ends with, BCP 47."""
        return self.modes[-1].target

    @property
    def name(self) -> str:
        """For comments: `eng-spa`, `eng-spa+spa-por`."""
        return "+".join(mode.name for mode in self.modes)


def installed(folder: Path) -> tuple[Mode, ...]:
    """Find the pairs in a folder of modes, by name; none if there is no such folder."""
    return tuple(modes((path.stem for path in sorted(folder.glob("*.mode"))), folder))


def modes(names: Iterable[str], folder: Path) -> Iterator[Mode]:
    """Read Apertium's names of pairs, `eng-spa`; other names are passed over."""
    for name in names:
        found = _MODE.fullmatch(name)
        if found and (source := _tag(found[1])) and (target := _tag(found[2])):
            yield Mode(name, source, target, folder / f"{name}.mode")


def _tag(code: str) -> str | None:
    return _SPECIAL.get(code) or tag_of(code)


def route(modes: Iterable[Mode], source: str, target: str) -> Route | None:
    """Find the route between two locales: a direct pair, or by way of Spanish."""
    known = tuple(modes)
    direct = _best(known, source, target)
    if direct is not None:
        return Route((direct,), note(target, direct.target))
    first, second = _best(known, source, _PIVOT), _best(known, _PIVOT, target)
    if first is None or second is None:
        return None
    return Route((first, second), note(target, second.target))


def _best(modes: Iterable[Mode], source: str, target: str) -> Mode | None:
    return _nearest(((mode.source, mode.target, mode) for mode in modes), source, target)


def packages(source: str, target: str) -> tuple[str, ...]:
    """Debian's packages with the route between two locales; none if Apertium has no route."""
    direct = _nearest(_PACKAGES, source, target)
    if direct is not None:
        return (direct,)
    first, second = _nearest(_PACKAGES, source, _PIVOT), _nearest(_PACKAGES, _PIVOT, target)
    return (first, second) if first and second else ()


T = TypeVar("T")


def _nearest(pairs: Iterable[tuple[str, str, T]], source: str, target: str) -> T | None:
    """The value of the nearest pair, by the target before the source; the first of equals."""
    fitting = (
        ((goal, origin), what)
        for one, other, what in pairs
        if (goal := fit(target, other)) is not None and (origin := fit(source, one)) is not None
    )
    return min(fitting, key=lambda each: each[0], default=(None, None))[1]
