"""Does a generated site work? Every link, fragment, picture, id and alternate of every page, as a reader meets them."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

from tests.generators.pages import Page, read


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something that does not work."""

    kind: str
    """link, fragment, file, id, nested, lang, dir, alternate, ours or secret."""
    page: str
    """The file, below the site's folder."""
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.page}: {self.detail}".replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Expected:
    """What a site must be like, as far as its pages do not say it themselves."""

    address: str = "https://example.org/"
    """Where the site is published; ends in a slash."""
    languages: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Folder below the site ("" for the language at its root) → `lang` and `dir` of its pages; empty: not asked."""
    translated: Callable[[str], bool] | None = None
    """Whether a page (its file) is really in its language; None where the generator decides what it lists."""
    secrets: Collection[str] = ()
    """Words of private articles and drafts, which no file may contain."""


@dataclass(frozen=True, slots=True)
class Site:
    """A generated site, read."""

    pages: Mapping[str, Page]
    """By file, below the site's folder."""
    files: frozenset[str]
    expected: Expected

    @classmethod
    def read(cls, folder: Path, expected: Expected) -> Site:
        """Read every file of a folder."""
        files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
        pages = {
            name: read(path.read_text(encoding="utf-8", errors="replace"))
            for name, path in files.items()
            if name.endswith(".html")
        }
        return cls(pages, frozenset(files), expected)

    def address(self, name: str) -> str:
        """Where a file of the site is published."""
        folder, _, last = name.rpartition("/")
        return self.expected.address + (name if last != "index.html" else f"{folder}/" if folder else "")

    def target(self, page: str, link: str) -> tuple[str | None, str]:
        """The file that a link leads to ("" beyond the site, None if it is not there), and its fragment."""
        start = self.address(page)
        base = self.pages[page].base if page in self.pages else ""
        address, fragment = urldefrag(urljoin(urljoin(start, base), link.strip()) if link.strip() else start)
        mine, theirs = urlsplit(self.expected.address), urlsplit(address)
        if theirs.scheme not in ("http", "https") or theirs.netloc != mine.netloc:
            return "", ""
        if not theirs.path.startswith(mine.path) and theirs.path != mine.path.rstrip("/"):
            return None, fragment
        return self.file(unquote(theirs.path[len(mine.path) :])), fragment

    def file(self, path: str) -> str | None:
        """The file that a server sends for a path below the site, letter by letter."""
        tried = [path] if path and not path.endswith("/") else []
        tried.append(posixpath.join(path, "index.html"))
        return next((name for name in tried if name in self.files), None)

    def has(self, name: str, fragment: str) -> bool:
        """Whether a fragment leads to a place on a page; a browser compares it as written, then decoded."""
        page = self.pages.get(name)
        if page is None or not fragment or fragment.startswith(":~:") or fragment.lower() == "top":
            return True
        places = {*page.ids, *page.names}
        return fragment in places or unquote(fragment) in places


def faults(folder: Path, expected: Expected) -> tuple[Site, list[Fault]]:
    """Check a generated site; sorted, each fault once."""
    site = Site.read(folder, expected)
    found = [fault for name in site.pages if not _is_404(name) for fault in _of_page(site, name)]
    found += _alternates(site, _listed(folder, site))
    found += _ours(folder, site)
    return site, sorted(set(found))


def _of_page(site: Site, name: str) -> Iterator[Fault]:
    page = site.pages[name]
    for link in (*page.links, *([page.moved] if page.moved else [])):
        target, fragment = site.target(name, link)
        if target is None:
            yield Fault("link", name, link)
        elif target and not site.has(target, fragment):
            yield Fault("fragment", name, link)
    yield from (Fault("file", name, link) for link in page.files if site.target(name, link)[0] is None)
    yield from (Fault("id", name, each) for each, times in Counter(page.ids).items() if times > 1)
    yield from (Fault("nested", name, link) for link in page.nested)
    if not page.moved:
        yield from _language(site, name)


def _is_404(name: str) -> bool:
    """Whether a page is shown in place of any other that is not there: what it says is the generator's own."""
    return f"/{name}".endswith(("/404.html", "/404/index.html"))


def language(site: Site, name: str) -> tuple[str, str] | None:
    """`lang` and `dir` that the folder of a page asks for."""
    of = site.expected.languages
    return of.get(name.partition("/")[0], of.get("")) if of else None


def _language(site: Site, name: str) -> Iterator[Fault]:
    expected, page = language(site, name), site.pages[name]
    if expected is None:
        return
    if page.lang.lower() != expected[0].lower():
        yield Fault("lang", name, f"{page.lang!r}, not {expected[0]!r}")
    if (page.direction or "ltr") != expected[1]:
        yield Fault("dir", name, f"{page.direction!r}, not {expected[1]!r}")


_LINK = "{http://www.w3.org/1999/xhtml}link"
_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _listed(folder: Path, site: Site) -> dict[str, list[tuple[str, str]]]:
    """Alternates of each page, by what the pages say and by what the maps of the site say."""
    listed = {name: list(page.alternates) for name, page in site.pages.items()}
    for name in sorted(site.files):
        if re.search(r"sitemap[\w-]*\.xml$", name):
            for url in ElementTree.parse(folder / name).iter(f"{_MAP}url"):
                page, _ = site.target(name, url.findtext(f"{_MAP}loc") or "")
                links = [(link.get("hreflang", ""), link.get("href", "")) for link in url.iter(_LINK)]
                listed.setdefault(page or name, []).extend(links)
                if page is None:
                    listed[name].append(("", url.findtext(f"{_MAP}loc") or ""))
    return listed


def _alternates(site: Site, listed: Mapping[str, list[tuple[str, str]]]) -> Iterator[Fault]:
    for name, alternates in listed.items():
        if _is_404(name):
            continue
        for lang, link in alternates:
            target, _ = site.target(name, link)
            if target is None or target not in site.pages:
                yield Fault("alternate", name, f"{lang} {link}: no such page")
            elif lang != "x-default":
                yield from _alternate(site, listed, name, lang, target)


def _alternate(
    site: Site, listed: Mapping[str, list[tuple[str, str]]], name: str, lang: str, target: str
) -> Iterator[Fault]:
    said = site.pages[target].lang
    if not f"{lang}-".lower().startswith(f"{said}-".lower()):  # `pt` is right for `pt-BR`
        yield Fault("alternate", name, f"{lang} {target}: a page in {said}")
    if target != name and name not in {site.target(target, link)[0] for _, link in listed.get(target, ())}:
        yield Fault("alternate", name, f"{lang} {target}: does not lead back")
    if site.expected.translated is not None and not site.expected.translated(target):
        yield Fault("alternate", name, f"{lang} {target}: not translated")


_ENDINGS = (".po", ".pot", "/i18n.toml", "/i18n.zip")
_MANIFEST = re.compile(rb'"(?:source_)?sha256"')


def _ours(folder: Path, site: Site) -> Iterator[Fault]:
    """What this program keeps for itself, and words that nobody may read."""
    for name in sorted(site.files):
        data = (folder / name).read_bytes()
        is_manifest = name.endswith(".json") and b'"locales"' in data and _MANIFEST.search(data)
        if f"/{name}".endswith(_ENDINGS) or ".i18n" in name.split("/") or "bundles" in name.split("/") or is_manifest:
            yield Fault("ours", name)
        yield from (Fault("secret", name, word) for word in site.expected.secrets if word.encode() in data)
