"""What do the links of a page become where it lies? Addresses are written back in the form that they had."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple
from urllib.parse import quote, unquote

from i18n.extract.article import SCHEME
from i18n.extract.source import Source
from i18n.markdown.document import Document, read
from i18n.markdown.links import Form, Written, candidates, links, of_data, of_front_matter
from i18n.markdown.splice import Edit, splice
from i18n.message.marks import ENTITY

Lead = Callable[[str, Form], str | None]
"""Says where a link leads instead, by the path that it names, percent-decoded; None if that is right."""

_ELSEWHERE = re.compile(rf"{SCHEME.pattern}|//|\\|[?#{{$%]")
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


@lru_cache(maxsize=4096)
def path_of(address: str, form: Form) -> Path | None:
    """Read the path of an address; None for one that leads to another site, or to a place of its own page."""
    if form is Form.REFERENCE:
        address = address.strip('"`')
    if SCHEME.match(address):  # such as a whole picture
        return None
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
    for match in ENTITY.finditer(address) if form in (Form.MARKDOWN, Form.HTML) else ():
        if match[1] and form is Form.HTML:
            continue
        yield from ((each, each) for each in address[at : match.start()])
        yield match[1] or html.unescape(match[0]), match[0]
        at = match.end()
    yield from ((each, each) for each in address[at:])


class Relinker:
    """Writes the links of an article's pages; what their generator is told of the source's language is `language`."""

    def __init__(self, source: Source, language: str) -> None:
        self._source = source
        self._language = language

    @cached_property
    def named(self) -> frozenset[tuple[str, Form]]:
        """Whatever the article may lead to, by the path: percent-decoded, and what it is written in."""
        paths = ((path_of(address, form), form) for address, form in self._candidates)
        return frozenset((path.text, form) for path, form in paths if path)

    @cached_property
    def _candidates(self) -> tuple[tuple[str, Form], ...]:
        return self._candidates_of(self._source.parts.data)

    def _candidates_of(self, data: bytes) -> tuple[tuple[str, Form], ...]:
        found = () if self._source.is_data else candidates(data)
        return (*_decoded(found), *self._of_front_matter)

    @cached_property
    def _of_front_matter(self) -> tuple[tuple[str, Form], ...]:
        """No translation changes an address in front matter."""
        parts = self._source.parts
        found = of_data(parts) if self._source.is_data else of_front_matter(parts)
        return _decoded((span.of(parts.data), form) for span, form in found)

    @cached_property
    def _links(self) -> tuple[Written, ...]:
        return self._links_of(self._source.parts)

    def _links_of(self, document: Document) -> tuple[Written, ...]:
        return _ordered(of_data(document) if self._source.is_data else links(document))

    def _read(self, data: bytes) -> Document:
        return read(data, self._source.dialect, self._source.rules.form)

    def relinked(self, data: bytes, lead: Lead) -> bytes:
        """A page with its links as they must be where it lies; what leads nowhere else is as it was."""
        same, known = data == self._source.parts.data, dict[tuple[str, Form], "str | None"]()

        def led(address: str, form: Form) -> str | None:
            if (address, form) not in known:
                known[address, form] = _led(address, form, lead)
            return known[address, form]

        found = self._candidates if same else self._candidates_of(data)
        if all(led(*each) is None for each in found):
            return data
        edits: list[Edit] = []
        for span, form in self._links if same else self._links_of(self._read(data)):
            if edits and span.start < edits[-1].span.end:
                continue
            address = span.of(data).decode(errors="replace")
            new = led(address, form)
            if new is None:
                continue
            if form is Form.REFERENCE:
                new = _reference(address, self._language, is_named=data[: span.start].rstrip().endswith(b"="))
            edits.append(Edit(span, new.encode()))
        return splice(data, edits).data


def _decoded(found: Iterable[tuple[bytes, Form]]) -> tuple[tuple[str, Form], ...]:
    return tuple((raw.decode(errors="replace"), form) for raw, form in dict.fromkeys(found))


def _ordered(found: Iterable[Written]) -> tuple[Written, ...]:
    return tuple(sorted(found, key=lambda each: each.span))


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
    encodes = form in (Form.MARKDOWN, Form.HTML)
    return "/".join((*(map(_encoded, fresh) if encodes else fresh), *kept)) + path.rest


def _encoded(name: str) -> str:
    return _UNSAFE.sub(lambda match: quote(match[0], safe=""), name)


def _reference(argument: str, language: str, *, is_named: bool) -> str:
    """The argument of a shortcode that looks for a page in another language than that of its own page."""
    quoted = argument if argument[:1] in ('"', "`") else f'"{argument}"'
    return f'{"" if is_named else "path="}{quoted} lang="{language}"'
