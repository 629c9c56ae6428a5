"""Which files make a book of the articles of one language: EPUB 3.3?

The names of elements and what must be there are those of the W3C's recommendation (https://www.w3.org/TR/epub-33/).
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import uuid
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from i18n.bundle.archive import Member
from i18n.bundle.page import Page, folders

SUFFIX = ".xhtml"
"""How the names of its pages end."""
MEDIA = {
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
"""What every reading system shows (EPUB 3.3, 3.2), by the end of the name; pictures of other kinds stay out."""
_MIMETYPE = b"application/epub+zip"
_CONTAINER = b"""\
<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_OPF = "EPUB/package.opf"
_LARGEST = 50_000_000
_OPENED = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="'
)
"""How the description of a book of ours begins; its language follows."""
_EARLIEST = 315_532_800
"""1980 in seconds: what a book says of when it changed, which it must, where nobody says a time."""
_FRAGMENT = re.compile(r'(href="([^"#]*))#([^"]*)"')
_ID = re.compile(r' id="([^"]*)"')


def members(
    title: str,
    language: str,
    direction: str,
    pages: Sequence[Page],
    files: Mapping[str, str],
    read: Callable[[str], bytes],
    style: str,
    source_date_epoch: int | None = None,
) -> Iterator[Member]:
    """Give the members of a book in their order: one chapter a page, in the order of `pages`.

    Its identifier is made from its content, it names no author, and its time is `source_date_epoch` (seconds) or none.
    `files` are SHA-256 of the pictures, by their places next to the pages, which `read` reads. Places have letters and
    digits of ASCII alone, as some systems take no others; all pages lie in one folder.
    """
    documents = {f"{page.place}{SUFFIX}": _document(page, language, direction, pages) for page in pages}
    yield Member("mimetype", lambda: _MIMETYPE, stored=True)
    yield Member("META-INF/container.xml", lambda: _CONTAINER)
    identifier = _identifier(documents, files, title)
    opf = _package(title, language, direction, identifier, documents, files, source_date_epoch)
    navigation = _navigation(title, language, direction, pages)
    own = {"package.opf": opf, "nav.xhtml": navigation, "style.css": style, **documents}
    for name, text in own.items():
        data = text.encode()
        yield Member(f"EPUB/{name}", lambda data=data: data)  # type: ignore[misc]
    for path in files:
        yield Member(f"EPUB/{path}", lambda path=path: read(path))  # type: ignore[misc]


def language_of(data: bytes) -> str:
    """The language that a book of ours says it is in; empty for whatever else the bytes are."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if packed.getinfo(_OPF).file_size > _LARGEST:
                return ""
            found = packed.read(_OPF).decode()
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError, zlib.error):
        return ""
    return found.removeprefix(_OPENED).partition('"')[0] if found.startswith(_OPENED) else ""


def _document(page: Page, language: str, direction: str, pages: Sequence[Page]) -> str:
    places = {f"{each.place}{SUFFIX}": each for each in pages}
    body = _FRAGMENT.sub(lambda match: _fragment(match, page, places), page.text(direction))
    return (
        f"{_opening(language, direction)}"
        f"<head><title>{escape(page.title)}</title>"
        f'<link rel="stylesheet" type="text/css" href="style.css"/></head>\n'
        f"<body><article>{body}</article></body></html>\n"
    )


def _fragment(match: re.Match[str], page: Page, places: Mapping[str, Page]) -> str:
    """A link with its fragment, or without it where no element there has that id, which a book may not have."""
    start, path, fragment = match.groups()
    if ":" in path:
        return match[0]
    there = places.get(path) if path else page
    if there is not None and fragment in ids(there):
        return match[0]
    return f'{start}"' if path else f'href="{page.place}{SUFFIX}"'


def ids(page: Page) -> frozenset[str]:
    """The ids on a page, as they are written."""
    return frozenset(_ID.findall(page.header + page.body))


def _opening(language: str, direction: str) -> str:
    tag = quoteattr(language)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f' lang={tag} xml:lang={tag} dir="{direction}">\n'
    )


def _navigation(title: str, language: str, direction: str, pages: Sequence[Page]) -> str:
    """The table of contents: the pages of a folder below its first one, where that is its index."""
    items = "".join(_entry(page, below) for page, below in folders(pages))
    return (
        f"{_opening(language, direction)}<head><title>{escape(title)}</title>"
        '<link rel="stylesheet" type="text/css" href="style.css"/></head>\n'
        f'<body><nav epub:type="toc" id="toc"><h1>{escape(title)}</h1>\n<ol>\n{items}</ol></nav></body></html>\n'
    )


def _entry(page: Page, below: Sequence[Page]) -> str:
    inner = "".join(_entry(each, ()) for each in below)
    link = f"<a href={quoteattr(page.place + SUFFIX)}>{escape(page.title)}</a>"
    return f"<li>{link}{f'<ol>{inner}</ol>' if inner else ''}</li>\n"


def _identifier(documents: Mapping[str, str], files: Mapping[str, str], title: str) -> str:
    """A UUID from all that readers see: the same book has the same one, and another book another one."""
    said = hashlib.sha256(repr((title, sorted(documents.items()), sorted(files.items()))).encode())
    return f"urn:uuid:{uuid.UUID(bytes=said.digest()[:16], version=5)}"


def _package(
    title: str,
    language: str,
    direction: str,
    identifier: str,
    documents: Mapping[str, str],
    files: Mapping[str, str],
    source_date_epoch: int | None,
) -> str:
    seconds = _EARLIEST if source_date_epoch is None else source_date_epoch
    modified = datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    chapters = [(f"c{at}", name, text) for at, (name, text) in enumerate(documents.items(), 1)]
    items = [
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="style" href="style.css" media-type="text/css"/>',
        *(
            f'<item id="{each}" href={quoteattr(name)} media-type="application/xhtml+xml"{_properties(text)}/>'
            for each, name, text in chapters
        ),
        *(
            f'<item id="f{at}" href={quoteattr(path)} media-type="{MEDIA[posixpath.splitext(path)[1].lower()]}"/>'
            for at, path in enumerate(files, 1)
        ),
    ]
    spine = "\n".join(f'<itemref idref="{each}"/>' for each, _, _ in chapters)
    return (
        f'{_OPENED}{escape(language)}" dir="{direction}">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<dc:identifier id="id">{identifier}</dc:identifier>\n'
        f"<dc:title>{escape(title)}</dc:title>\n<dc:language>{escape(language)}</dc:language>\n"
        f'<meta property="dcterms:modified">{modified}</meta>\n</metadata>\n'
        "<manifest>\n" + "\n".join(items) + "\n</manifest>\n"
        f'<spine page-progression-direction="{direction}">\n{spine}\n</spine>\n</package>\n'
    )


def _properties(text: str) -> str:
    return ' properties="mathml"' if "<math" in text else ""
