"""Between which languages can the installed Apertium translate?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path("/usr/share/apertium/modes")
_MODE = re.compile(r"([a-z]{2,3}(?:_[A-Za-z]+)?)-([a-z]{2,3}(?:_[A-Za-z]+)?)")
_LANGUAGES = dict(
    pair.split("=")
    for pair in (
        "afr=af ara=ar arg=an ast=ast aze=az bel=be ben=bn bre=br bul=bg cat=ca ces=cs crh=crh cym=cy dan=da deu=de "
        "ell=el eng=en epo=eo est=et eus=eu fao=fo fin=fi fra=fr frp=frp gle=ga glg=gl heb=he hin=hi hrv=hr hun=hu "
        "ind=id isl=is ita=it kaz=kk lit=lt lvs=lv mkd=mk mlt=mt nld=nl nno=nn nob=nb oci=oc pol=pl por=pt ron=ro "
        "rus=ru scn=scn slk=sk slv=sl sme=se spa=es sqi=sq srd=sc swe=sv szl=szl tat=tt tur=tr ukr=uk urd=ur zlm=ms "
        "zho=zh"
    ).split()
)
"""ISO 639-3 to BCP 47."""
_SPECIAL = {
    "hbs_HR": "hr", "hbs_BS": "bs", "hbs_SR": "sr-Latn", "hbs": "sh", "sh": "sh",
    "cat_valencia": "ca-valencia", "ca_valencia": "ca-valencia", "oci_aran": "oc-aranes", "oc_aran": "oc-aranes",
}  # fmt: skip
"""Serbo-Croatian comes in Latin script: never what `sr` alone asks for."""
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
    """The way from one language to another."""

    modes: tuple[Mode, ...]
    """One, or two by way of Spanish."""
    note: str = ""
    """What a user should know: that the pair is not exactly the one asked for."""

    @property
    def name(self) -> str:
        """For comments: `eng-spa`, `eng-spa+spa-por`."""
        return "+".join(mode.name for mode in self.modes)


def installed(folder: Path) -> tuple[Mode, ...]:
    """Find the pairs in a folder of modes, by name; none where there is no such folder."""
    return tuple(_modes(sorted(folder.glob("*.mode"))))


def _modes(paths: Iterable[Path]) -> Iterator[Mode]:
    for path in paths:
        found = _MODE.fullmatch(path.stem)
        if found and (source := _tag(found[1])) and (target := _tag(found[2])):
            yield Mode(path.stem, source, target, path)


def _tag(code: str) -> str:
    if code in _SPECIAL:
        return _SPECIAL[code]
    language, _, rest = code.partition("_")
    tag = _LANGUAGES.get(language, language if len(language) == 2 else "")
    if not tag or not rest:
        return tag
    return f"{tag}-{rest}" if len(rest) == 2 and rest.isupper() else ""


def route(modes: Iterable[Mode], source: str, target: str) -> Route | None:
    """Find the way between two locales: a pair of their own, else by way of Spanish."""
    known = tuple(modes)
    direct = _best(known, source, target)
    if direct is not None:
        return Route((direct,), _note(direct, target))
    first, second = _best(known, source, _PIVOT), _best(known, _PIVOT, target)
    if first is None or second is None:
        return None
    return Route((first, second), _note(second, target))


def _best(modes: Iterable[Mode], source: str, target: str) -> Mode | None:
    fitting = [
        mode
        for mode in modes
        if _language(mode.source) == _language(source)
        and _written(mode.source) == _written(source)
        and _language(mode.target) == _language(target)
        and _written(mode.target) == _written(target)
    ]
    # The very same tag first, then one without a region; of the rest the first by name.
    return min(
        fitting,
        key=lambda mode: (mode.target != target, "-" in mode.target, mode.source != source, mode.name),
        default=None,
    )


def _language(tag: str) -> str:
    return tag.partition("-")[0]


def _written(tag: str) -> tuple[str, ...]:
    """Script and variants, which are never swapped; a region may be."""
    return tuple(part for part in tag.split("-")[1:] if len(part) > 3)


def _note(mode: Mode, target: str) -> str:
    if mode.target == target or "-" not in mode.target + target:
        return ""
    mine, asked = mode.target.partition("-")[2], target.partition("-")[2]
    # Only where the regions are known to write differently, or both are named.
    return f"{mode.target}-not-{target}" if (mine and asked) or _language(target) in ("pt", "zh") else ""


def packages(source: str, target: str) -> tuple[str, ...]:
    """Debian's packages that bring a way between two locales; none where Apertium has none."""
    for wanted in (target, _language(target)):
        for tag in (source, _language(source)):
            direct = _package(tag, wanted)
            if direct:
                return (direct,)
            first, second = _package(tag, _PIVOT), _package(_PIVOT, wanted)
            if first and second:
                return (first, second)
    return ()


def _package(source: str, target: str) -> str:
    return next((name for one, other, name in _PACKAGES if (one, other) == (source, target)), "")
