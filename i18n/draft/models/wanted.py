"""What is to be installed, and from where?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from i18n.draft.engines.transport.address import host
from i18n.draft.engines.transport.download import usable
from i18n.draft.models.offers import Offer, is_archive
from i18n.draft.models.records import RecordError, digest
from i18n.errors import ConfigurationError

LARGEST = 4_000_000_000
"""Most bytes of what is fetched, and of what is unpacked."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file that is to come."""

    name: str
    """Its name in the model's folder, or that of the archive."""
    place: str
    """An https address, or the path of a file of this machine."""
    sha256: str
    size: int | None = None
    """None if nobody said."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A model that is to be installed: one archive, or all its files."""

    engine: str
    source: str
    """BCP 47."""
    target: str
    origin: str
    """What the record says of where it comes from: no query, no folder of this machine."""
    parts: tuple[Part, ...]
    remote: bool
    """Whether it is fetched."""
    hosts: tuple[str, ...] = ()
    """Where redirects may lead, besides the host of the address."""
    licence: str = ""
    attribution: str = ""
    quality: str = ""

    @property
    def host(self) -> str:
        """The host that is contacted first; empty for a file of this machine."""
        return host(self.parts[0].place) if self.remote else ""

    @property
    def size(self) -> int | None:
        """Bytes of all that is to come; None if nobody said."""
        sizes = [part.size for part in self.parts if part.size is not None]
        return sum(sizes) if len(sizes) == len(self.parts) else None

    @property
    def packed(self) -> bool:
        """Whether it is an archive."""
        return is_archive(self.parts[0].name)

    @property
    def key(self) -> str:
        """The end of its folder's name: another one for other files."""
        return self.parts[0].sha256[:12]


def offered(offer: Offer) -> Wanted:
    """What the shipped table lists."""
    parts = tuple(Part(file.name, urljoin(offer.base, file.name), file.sha256, file.size) for file in offer.files)
    return Wanted(
        offer.engine, offer.source, offer.target, offer.base, parts, remote=True, hosts=offer.hosts,
        licence=offer.licence, attribution=offer.attribution, quality=offer.quality,
    )  # fmt: skip


def named(
    engine: str, source: str, target: str, place: str, sha256: str, hosts: tuple[str, ...] = (), licence: str = ""
) -> Wanted:
    """What a user names: a file, or an https address, with its SHA-256. Raises ConfigurationError.

    `source` and `target` count where the model itself names no languages.
    """
    if not licence.isprintable():
        raise ConfigurationError("--licence is no line of text.", "Such as --licence CC-BY-4.0.")
    if "://" in place:
        return _remote(engine, source, target, place, sha256, hosts, licence)
    part = Part(_archive(Path(place).name), place, _digest(sha256, place), _size(Path(place)))
    return Wanted(engine, source, target, part.name, (part,), remote=False, licence=licence)


def _remote(
    engine: str, source: str, target: str, url: str, sha256: str, hosts: tuple[str, ...], licence: str
) -> Wanted:
    parts = urlsplit(url)
    if not usable(url):
        raise ConfigurationError(
            "--from is no https address.",
            "Such as https://models.example/en_de.argosmodel: no http, no user, a host in ASCII letters (xn--…), "
            "four plain numbers or [::1].",
        )
    name = _archive(unquote(parts.path).rpartition("/")[2])
    wrong = [each for each in hosts if host(f"https://{each}") != each.lower()]
    if wrong:
        raise ConfigurationError(f"--host {wrong[0]} is no host.", "Such as --host files.models.example.")
    part = Part(name, urlunsplit(parts._replace(fragment="")), _digest(sha256, ""))
    return Wanted(
        engine, source, target, urlunsplit(parts._replace(query="", fragment="")), (part,), remote=True,
        hosts=tuple(map(str.lower, hosts)), licence=licence,
    )  # fmt: skip


def _archive(name: str) -> str:
    if not is_archive(name):
        raise ConfigurationError(
            "--from names no archive that a model comes in.",
            'It ends in .argosmodel or .zip. A folder with a model is used where it lies: path = "…" under '
            "[engine.ctranslate2].",
        )
    return name


def _digest(sha256: str, path: str) -> str:
    try:
        return digest(sha256)
    except RecordError:
        hint = f"`sha256sum {path}` says that of your file." if path else "It stands where the model is offered."
        raise ConfigurationError(
            "--sha256 is missing or is no SHA-256: 64 hexadecimal digits.",
            f"{hint} Take it from a place that you trust, so that a changed file is refused.",
        ) from None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise ConfigurationError(f"--from: {path}: {error.strerror}.", "Name a file, or an https address.") from None
