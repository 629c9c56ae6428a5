"""What of a page leads to articles and files that are not for readers? Their addresses are not published."""

from __future__ import annotations

import html
import posixpath
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from i18n.project.globs import matches

_TARGET = re.compile(
    rb"""(?ix) (?:
    \]\(\s*< (?P<angled> [^<>\n]+ ) >
    | (?: \]\(\s* | \]:[ \t]*<? | \[\[ | \{(?:doc|ref|download)\}`(?:[^`<\n]*<)?
        | \b(?:href|src|srcset|poster|to|link|url|page|path)\s*=\s*\{?["']?
        | \b(?:ref|relref|link|post_url|include)\s+["'`]? )
      (?P<bare> [^\s()<>"'`|\]{}]+ ) )
    """
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENDING = re.compile(r"(?i)(?:\.(?:md|mdx|markdown|mkd|html?|txt))?$")
_INDEX = re.compile(r"(?i)(?:^|/)(?:_?index|readme)$")
_NOWHERE = b"#"


@dataclass(frozen=True, slots=True)
class Withheld:
    """Articles and files that are not for readers."""

    paths: frozenset[str] = frozenset()
    """Of articles, below the source folder."""
    articles: frozenset[str] = frozenset()
    """What these paths come to: see `address`."""
    globs: tuple[str, ...] = ()
    """Of paths below the source folder, files that are no articles among them."""

    def holds(self, path: str) -> bool:
        """Tell whether a path below the source folder is one of them, with or without the ending of its name."""
        return address(path) in self.articles or matches(path, self.globs)


NOTHING = Withheld()


def address(path: str) -> str:
    """A path as links write it in their different ways: without its ending, `index`, letter case."""
    bare = _INDEX.sub("", _ENDING.sub("", path.strip("/"))).removeprefix("_posts/")
    return unicodedata.normalize("NFC", bare).casefold()


def withheld(articles: Iterable[str], globs: Iterable[str]) -> Withheld:
    """Of paths of articles below the source folder, and of globs."""
    paths = frozenset(articles)
    return Withheld(paths, frozenset(filter(None, map(address, paths))), tuple(globs))


def lines(data: bytes, path: str, hidden: Withheld) -> tuple[int, ...]:
    """Lines of an article, 1-based, with links to what is not for readers."""
    return tuple(1 + data.count(b"\n", 0, match.start()) for match in _leading(data, path, hidden))


def addresses(text: str, path: str, hidden: Withheld) -> frozenset[str]:
    """What leads, in a text of the article at a path, to what is not for readers: as it is written."""
    found = _leading(text.encode("utf-8", "surrogatepass"), path, hidden)
    return frozenset((match["angled"] or match["bare"]).decode(errors="replace") for match in found)


def without_addresses(data: bytes, path: str, hidden: Withheld) -> bytes:
    """The page of the article at a path, with links to the top of the page instead of what is not for readers."""
    pieces, at = [], 0
    for match in _leading(data, path, hidden):
        start, end = match.span("angled" if match["angled"] else "bare")
        pieces += [data[at:start], _NOWHERE]
        at = end
    return b"".join([*pieces, data[at:]]) if pieces else data


def _leading(data: bytes, path: str, hidden: Withheld) -> list[re.Match[bytes]]:
    if hidden == NOTHING:
        return []
    folder = posixpath.dirname(path)
    return [match for match in _TARGET.finditer(data) if _leads(match["angled"] or match["bare"], folder, hidden)]


def _leads(written: bytes, folder: str, hidden: Withheld) -> bool:
    """Whether an address, from its folder or from the source folder, is that of something that is not for readers."""
    target = unquote(html.unescape(_ESCAPE.sub(r"\1", written.decode(errors="replace"))))
    target = re.split(r"[?#]", target, maxsplit=1)[0].removeprefix("@")
    if not target or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", target):
        return False
    from_here = posixpath.normpath(posixpath.join(folder, target.lstrip("/") if folder == "" else target))
    return any(hidden.holds(each.lstrip("/")) for each in (from_here, posixpath.normpath(target.lstrip("/"))))
