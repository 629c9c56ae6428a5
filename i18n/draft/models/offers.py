"""Which models can be installed by name? Those of the shipped table, which has the digest of every file."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from i18n.draft.engines.codes import fit
from i18n.draft.engines.transport.download import usable
from i18n.draft.models.names import is_plain
from i18n.draft.models.places import ENGINES
from i18n.draft.models.records import KeptFile, RecordError, digest, locale, size, text

LICENCES = frozenset({"Apache-2.0", "BSD-3-Clause", "CC-BY-4.0", "CC0-1.0", "MIT", "MPL-2.0"})
"""Under these everybody may use a model for anything, everywhere. Not under terms that exclude uses, places or
trade: those of NLLB (CC-BY-NC), Gemma and Hunyuan."""
_EXCLUDED = re.compile(r"nllb|gemma|hunyuan|(?:^|[/_-])hy-?mt", re.IGNORECASE)
_ARCHIVES = (".argosmodel", ".zip")


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that can be installed by name."""

    engine: str
    source: str
    """BCP 47."""
    target: str
    base: str
    """The address that names of files follow."""
    hosts: tuple[str, ...]
    """Where redirects may lead, besides the host of `base`."""
    licence: str
    attribution: str
    quality: str
    files: tuple[KeptFile, ...]


@functools.cache
def shipped() -> tuple[Offer, ...]:
    """The table of this version."""
    return parse(Path(__file__).with_name("offers.toml").read_bytes())


def nearest(offers: Iterable[Offer], engine: str, source: str, target: str) -> Offer | None:
    """The offer for two locales (BCP 47), by the target before the source; the first of equals."""
    fitting = (
        ((goal, origin), offer)
        for offer in offers
        if offer.engine == engine
        and (goal := fit(target, offer.target)) is not None
        and (origin := fit(source, offer.source)) is not None
    )
    return min(fitting, key=lambda each: each[0], default=(None, None))[1]


def parse(data: bytes) -> tuple[Offer, ...]:
    """Read a table. Raises RecordError for an entry that could not be installed, or may not be."""
    return tuple(map(_offer, tomllib.loads(data.decode()).get("model", [])))


def is_archive(name: str) -> bool:
    """Tell whether a file holds a whole model, by its name."""
    return name.lower().endswith(_ARCHIVES)


def _offer(row: Mapping[str, object]) -> Offer:
    hosts, files = row.get("hosts", []), row.get("file", [])
    if not isinstance(hosts, list) or not isinstance(files, list) or not all(isinstance(each, str) for each in hosts):
        raise RecordError("hosts and files are lists")
    offer = Offer(
        engine=text(row, "engine"),
        source=locale(row.get("source")),
        target=locale(row.get("target")),
        base=text(row, "base"),
        hosts=tuple(hosts),
        licence=text(row, "licence"),
        attribution=text(row, "attribution"),
        quality=text(row, "quality"),
        files=tuple(map(_file, files)),
    )
    flaw = _flaw(offer)
    if flaw:
        raise RecordError(f"{offer.source}-{offer.target}: {flaw}")
    return offer


def _flaw(offer: Offer) -> str:
    """Why a model may not be offered; empty if it may."""
    parts = urlsplit(offer.base)
    if not usable(offer.base) or parts.query or parts.fragment or not parts.path.endswith("/"):
        return "its base is no https address that ends in a slash"
    if offer.engine not in ENGINES or offer.licence not in LICENCES:
        return "its engine or its licence is not one of those that are offered"
    if any(_EXCLUDED.search(name) for name in (offer.base, *(file.name for file in offer.files))):
        return "its terms exclude uses or places"
    archives = [file for file in offer.files if is_archive(file.name)]
    if not offer.files or (archives and len(offer.files) > 1) or not all(file.size for file in offer.files):
        return "it is one archive, or several files, none of them empty"
    return "" if offer.attribution and offer.quality else "its attribution or its quality is missing"


def _file(row: object) -> KeptFile:
    if not isinstance(row, dict) or not is_plain(name := text(row, "name")):
        raise RecordError("it names a file that cannot be part of a model")
    return KeptFile(name, size(row.get("size")), digest(row.get("sha256")))
