"""What of a page leads to articles and files that are not for readers? Their addresses are not published."""

from __future__ import annotations

import html
import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from i18n.extract.article import SCHEME
from i18n.extract.source import Source
from i18n.markdown.dialects import liquid
from i18n.markdown.document import read
from i18n.markdown.frontmatter import paths
from i18n.markdown.splice import Edit, splice
from i18n.markdown.targets import Target, targets
from i18n.project.globs import means
from i18n.sites.linking import ENDING, bare
from i18n.span import Span

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_WILD = re.compile(r"\[[^\]]*\]|[*?\[\]]")
_DETOUR = re.compile(r"[^./]/\.\.?/")
_NOWHERE, _QUOTED = b"#", b'"#"'
"""What leads to the top of a page, in its body and in front matter."""
_TAGS = (
    *((liquid.whole(tag), _NOWHERE) for tag in (liquid.FILE, liquid.POST)),
    (liquid.INCLUDED, b""),
)
"""Jekyll's tags that end the build where a file is not there, and what takes their places."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Articles and files that are not for readers."""

    paths: frozenset[str] = frozenset()
    """Of articles, below the source folder."""
    articles: frozenset[str] = frozenset()
    """What these paths come to: see `address`."""
    globs: tuple[str, ...] = ()
    """Of paths below the source folder, files that are no articles among them."""
    names: tuple[tuple[str, str, str], ...] = ()
    """Of each article's address the folder with a slash, its last two parts, and the last one."""
    literals: tuple[str, ...] = ()
    """What stands in the address of a file, by its glob."""
    unbuilt: frozenset[str] = frozenset()
    """Paths of the articles among them whose pages would not hold themselves back: they are built only by name."""

    def holds(self, path: str) -> bool:
        """Tell whether a path below the source folder is one of them, with or without the ending of its name."""
        return address(path) in self.articles or means(path, self.globs)

    def may_be_named(self, data: bytes, folder: str) -> bool:
        """Tell quickly whether a text in a folder may lead to one of them: it holds the end of an address then."""
        text = data.decode(errors="replace")
        if "\\" in text:
            text = _ESCAPE.sub(r"\1", text)
        if "&" in text:
            text = html.unescape(text)
        if "%" in text:
            text = unquote(text)
        text = unicodedata.normalize("NFC", text).casefold()
        here = f"{_folded(folder)}/" if folder else ""
        detours = _DETOUR.search(text) is not None
        return any(literal in text for literal in self.literals) or any(
            parts in text or ((detours or here.startswith(above)) and _stands(name, text))
            for above, parts, name in self.names
        )


NOTHING = Withheld()


def address(path: str) -> str:
    """A path as links write it in their different ways: without its ending, `index`, letter case."""
    return bare(path).removeprefix("_posts/")


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def withheld(articles: Iterable[str], globs: Iterable[str]) -> Withheld:
    """Of paths of articles below the source folder, and of globs."""
    paths = frozenset(articles)
    known = frozenset(filter(None, map(address, paths)))
    names = tuple(_parts(each) for each in sorted(known))
    globs = tuple(globs)
    return Withheld(paths, known, globs, names, tuple(map(_literal, globs)))


def _parts(written: str) -> tuple[str, str, str]:
    folder, slash, name = written.rpartition("/")
    return f"{folder}{slash}", f"{folder.rpartition('/')[2]}/{name}", name


def _literal(glob: str) -> str:
    """A text in every path that the glob matches, seen from whatever folder has files that it does not match."""
    *folders, name = _folded(glob).split("/")
    if literal := max(_WILD.split(ENDING.sub("", name)), key=len):
        return literal
    return next((f"{folder}/" for folder in reversed(folders) if folder and not _WILD.search(folder)), "")


def _stands(name: str, text: str) -> bool:
    """Whether a name stands somewhere that is no part of a longer one."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not any(each.isalnum() or each in "_-" for each in (*text[max(0, at - 1) : at], *text[end : end + 1])):
            return True
        at = text.find(name, at + 1)
    return False


def lines(data: bytes, source: Source, hidden: Withheld) -> tuple[int, ...]:
    """Lines, 1-based, of an article or a page of it, with links to what is not for readers."""
    found = _leading(data, source, hidden)
    return tuple(dict.fromkeys(1 + data.count(b"\n", 0, edit.span.start) for edit in found))


def addresses(text: str, source: Source, hidden: Withheld) -> frozenset[str]:
    """What leads, in a text of an article, to what is not for readers: as it is written."""
    data = text.encode("utf-8", "surrogatepass")
    found = _leading(data, source, hidden, is_message=True)
    return frozenset(edit.span.of(data).decode(errors="replace").strip("\"'") for edit in found)


def without_addresses(data: bytes, source: Source, hidden: Withheld) -> bytes:
    """A page of an article, with links to the top of the page instead of what is not for readers."""
    found = _leading(data, source, hidden)
    return splice(data, found).data if found else data


def message_without_addresses(text: str, source: Source, hidden: Withheld) -> str:
    """The same of a message of the article."""
    data = text.encode("utf-8", "surrogatepass")
    return splice(data, _leading(data, source, hidden, is_message=True)).data.decode("utf-8", "surrogatepass")


def _leading(data: bytes, source: Source, hidden: Withheld, *, is_message: bool = False) -> list[Edit]:
    """What takes the place of each address that leads to what is not for readers, in order."""
    folder, dialect = posixpath.dirname(source.article.path), source.dialect
    if hidden == NOTHING or not hidden.may_be_named(data, folder):
        return []
    document = read(data, dialect, "" if is_message else source.rules.form)
    places = {span: _NOWHERE for span in targets(document, dialect) if _leads(span.of(data), folder, hidden)}
    places |= dict(_tags(data, document.body_start, source, hidden))
    if document.front is not None:
        places |= {span: _QUOTED for span, value in paths(document.front) if _leads(value.encode(), folder, hidden)}
    edits: list[Edit] = []
    for span in sorted(places, key=lambda span: (span.start, -span.end)):
        if not edits or span.start >= edits[-1].span.end:
            edits.append(Edit(span, places[span]))
    return edits


def _tags(data: bytes, start: int, source: Source, hidden: Withheld) -> Iterator[tuple[Target, bytes]]:
    """Jekyll's tags that look up what is not for readers, from the root of the site, and what takes their places."""
    article, folder = source.article, posixpath.dirname(source.article.path)
    parts = article.reference.removesuffix(article.path).strip("/").split("/")
    sites = {f"{'/'.join(parts[at:])}/".encode() for at in range(len(parts))} | {b""}
    for tag, instead in _TAGS:
        for match in tag.finditer(data, start):
            written = match["bare"].lstrip(b"/")
            if any(_leads(written.removeprefix(site), folder, hidden) for site in sites):
                yield Span(*match.span()), instead


def _leads(written: bytes, folder: str, hidden: Withheld) -> bool:
    """Whether an address, from its folder or from the source folder, is that of something that is not for readers."""
    target = unquote(html.unescape(_ESCAPE.sub(r"\1", written.decode(errors="replace"))))
    target = re.split(r"[?#]", target, maxsplit=1)[0].removeprefix("@")
    if not target or SCHEME.match(target) or target.startswith("//"):
        return False
    from_here = posixpath.normpath(posixpath.join(folder, target.lstrip("/") if folder == "" else target))
    return any(hidden.holds(each.lstrip("/")) for each in (from_here, posixpath.normpath(target.lstrip("/"))))
