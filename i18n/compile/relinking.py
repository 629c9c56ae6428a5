"""What do the links of a page become where it lies? Addresses are written back in the form that they had."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import quote, unquote

from i18n.extract.source import Source
from i18n.markdown.document import read
from i18n.markdown.links import Form, candidates, links, of_front_matter
from i18n.markdown.splice import Edit, splice

Lead = Callable[[str, Form], str | None]
"""Says where a link leads instead, by the path that it names, percent-decoded; None if that is right."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]*);", re.S)
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\|[?#{$%]")
_UNSAFE = re.compile(r"[\x00-\x20\"<>\\^`{|}()&%#?\[\]]")


class Path(NamedTuple):
    """The path of an address, up to what is asked of it and to its fragment."""

    names: tuple[str, ...]
    """Between its slashes, percent-decoded."""
    written: tuple[str, ...]
    """The same as they are written."""
    rest: str
    """What follows, as it is written."""

    @property
    def text(self) -> str:
        """The path, percent-decoded."""
        return "/".join(self.names)


def path_of(address: str, form: Form) -> Path | None:
    """Read the path of an address; None for one that leads to another site, or to a place of its own page."""
    if form is Form.REFERENCE:
        address = address.strip('"`')
    pieces = list(_pieces(address, form))
    if _ELSEWHERE.match("".join(text for text, _ in pieces)) or not pieces:
        return None
    names, written, end = [""], [""], len(pieces)
    for at, (text, raw) in enumerate(pieces):
        if text in ("?", "#"):
            end = at
            break
        if text == "/":
            names.append("")
            written.append("")
        else:
            names[-1] += text
            written[-1] += raw
    return Path(tuple(map(unquote, names)), tuple(written), "".join(raw for _, raw in pieces[end:]))


def _pieces(address: str, form: Form) -> Iterator[tuple[str, str]]:
    """Each character of an address, and how it is written."""
    at = 0
    for match in _ESCAPED.finditer(address) if form in (Form.MARKDOWN, Form.HTML) else ():
        if match[1] and form is Form.HTML:
            continue
        yield from ((each, each) for each in address[at : match.start()])
        yield match[1] or html.unescape(match[0]), match[0]
        at = match.end()
    yield from ((each, each) for each in address[at:])


def named(source: Source) -> frozenset[tuple[str, Form]]:
    """Whatever an article may lead to, by the path: percent-decoded, and what it is written in."""
    found = ((raw.decode(errors="replace"), form) for raw, form in _candidates(source.parts.data, source))
    paths = ((path_of(address, form), form) for address, form in found)
    return frozenset((path.text, form) for path, form in paths if path)


def relinked(data: bytes, source: Source, lead: Lead, language: str) -> bytes:
    """A page of an article with its links as they must be where it lies; what leads nowhere else is as it was.

    `language` is the source's, as its generator calls it.
    """
    found = (_led(raw.decode(errors="replace"), form, lead) for raw, form in _candidates(data, source))
    if all(new is None for new in found):
        return data
    edits: list[Edit] = []
    for span, form in sorted(links(read(data, source.dialect)), key=lambda each: each.span):
        if edits and span.start < edits[-1].span.end:
            continue
        address = span.of(data).decode(errors="replace")
        new = _led(address, form, lead)
        if new is None:
            continue
        if form is Form.REFERENCE:
            new = _reference(address, language, is_named=data[: span.start].rstrip().endswith(b"="))
        edits.append(Edit(span, new.encode()))
    return splice(data, edits).data


def _candidates(data: bytes, source: Source) -> Iterator[tuple[bytes, Form]]:
    """No translation changes an address in front matter."""
    yield from dict.fromkeys(candidates(data))
    yield from ((span.of(source.parts.data), form) for span, form in of_front_matter(source.parts))


def _led(address: str, form: Form, lead: Lead) -> str | None:
    """Where an address leads instead, as it is to be written; None if it stays."""
    path = path_of(address, form)
    new = lead(path.text, form) if path else None
    return _merged(path, new, form) if path and new is not None and new != path.text else None


def _merged(path: Path, new: str, form: Form) -> str:
    """Write another path as the old one is written where both end in the same names."""
    names = new.split("/")
    same = 0
    for one, other in zip(reversed(names), reversed(path.names), strict=False):
        if one != other:
            break
        same += 1
    kept = path.written[len(path.written) - same :]
    fresh = names[: len(names) - same]
    return "/".join((*(fresh if form is Form.PLAIN else map(_encoded, fresh)), *kept)) + path.rest


def _encoded(name: str) -> str:
    return _UNSAFE.sub(lambda match: quote(match[0], safe=""), name)


def _reference(argument: str, language: str, *, is_named: bool) -> str:
    """The argument of a shortcode that looks for a page in another language than that of its own page."""
    quoted = argument if argument[:1] in ('"', "`") else f'"{argument}"'
    return f'{"" if is_named else "path="}{quoted} lang="{language}"'
