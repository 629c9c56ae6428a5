"""Of what does a message consist, seen by an engine? Text, pairs of tags, placeholders."""

from __future__ import annotations

import enum
import html
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

import regex

from i18n.draft.opaque import Opaque, masked, opaque, templates
from i18n.markdown.dialects import Dialect
from i18n.markdown.inline import Inline, parse


class Role(enum.Enum):
    """What a mark does."""

    OPEN = "open"
    CLOSE = "close"
    HOLD = "hold"
    """A placeholder: stands for something that is not translated."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What an engine sees of markup: never the markup itself, so that no link target leaves the house."""

    role: Role
    id: int
    """1-based; opening and closing mark of a pair share it, a placeholder has its own."""


Token = str | Mark
"""What an engine gets and gives: plain text (entities and escapes resolved) or a mark."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a message."""

    raw: str
    """As in the message."""
    token: Token
    kind: str = "text"
    """`text`; of a pair: `emphasis`, `strong`, `strikethrough`, `link`, `html`; of a placeholder: `code`, `math`,
    `html`, `link`, `image`, `footnote`, `break` or a kind of `i18n.draft.opaque`."""
    inner: tuple[tuple[int, int], ...] = ()
    """Half-open spans of `raw` that are text for readers after all: an image's description, a link's title."""

    @property
    def held(self) -> bool:
        """Whether it is a placeholder."""
        return isinstance(self.token, Mark) and self.token.role is Role.HOLD


_PAIRS = frozenset({"emphasis", "strong", "strikethrough", "link"})
_WIDTHS = {"emphasis": 1, "strong": 2}
_HTML_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)(?:[^>]*?)(/?)>", re.DOTALL)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_VERBATIM = frozenset("code kbd samp var pre script style svg math textarea template".split())
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TITLE = re.compile(r"""\s(["'(])(.+)["')]\s*\)$""", re.DOTALL)
ENTITY = re.compile(r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);|\\([!-/:-@\[-`{-~])")
_LETTERS = regex.compile(r"\p{L}")
_WORD_BEFORE = regex.compile(r"[\w--[\p{Han}\p{Hira}\p{Kana}\p{Thai}\p{Laoo}\p{Khmr}\p{Mymr}]]+$", regex.VERSION1)
_WORD_AFTER = regex.compile(r"^[\w--[\p{Han}\p{Hira}\p{Kana}\p{Thai}\p{Laoo}\p{Khmr}\p{Mymr}]]+", regex.VERSION1)
_APART = frozenset({"break", "image", "footnote", "html", "control", "attributes"})
"""Placeholders that end a word rather than being a part of it."""


def runs(message: str, dialect: Dialect, labels: Collection[str] = ()) -> tuple[Run, ...]:
    """Split a message into runs.

    Laws: the `raw` of all runs joined is the message; ids are 1, 2, 3, … in reading order and each pair is
    properly nested.
    """
    reserved = templates(message, dialect)
    reader = _Reader(message, {part.start: part for part in reserved})
    flat = reader.level(parse(masked(message, reserved), dialect, labels), 0, len(message))
    return _numbered(_joined(_whole_words(_without_idle_pairs(list(flat)))))


def plain(raw: str) -> str:
    """Resolve entities and backslash escapes of running text (CommonMark 0.31.2 §2.4, §2.5)."""
    return ENTITY.sub(lambda found: found[1] or html.unescape(found[0]), raw) if "&" in raw or "\\" in raw else raw


def has_letters(text: str) -> bool:
    """Tell whether there is anything to translate."""
    return _LETTERS.search(text) is not None


def joined(tokens: Iterable[Run]) -> str:
    """The message the runs were made of."""
    return "".join(run.raw for run in tokens)


_HOLD = Mark(Role.HOLD, 0)
_OPEN = Mark(Role.OPEN, 0)
_CLOSE = Mark(Role.CLOSE, 0)


class _Reader:
    """Walks the inlines of a message and yields runs without ids."""

    def __init__(self, message: str, reserved: dict[int, Opaque]) -> None:
        self._message = message
        self._templates = reserved

    def level(self, nodes: Iterable[Inline], start: int, end: int) -> Iterator[Run]:
        """Runs of the inlines between two positions."""
        siblings = [node for node in nodes if node.kind not in ("text", "break")]
        closing = _html_pairs(siblings)
        ends = {end_tag.start for end_tag in closing.values()}
        at = start
        for node in siblings:
            if node.start < at:
                continue
            yield from self._text(at, node.start)
            at = node.end
            if node.kind == "html" and node.start in closing and _tag_name(node.value) in _VERBATIM:
                at = closing[node.start].end
                yield Run(self._message[node.start : at], _HOLD, "html")
            elif node.kind == "html":
                token = _OPEN if node.start in closing else _CLOSE if node.start in ends else _HOLD
                yield self._tag(self._message[node.start : node.end], token)
            elif node.kind in _PAIRS and node.reference != "autolink":
                yield from self._pair(node)
            else:
                yield self._hold(node)
        yield from self._text(at, end)

    def _text(self, start: int, end: int) -> Iterator[Run]:
        for first, last in self._between_templates(start, end):
            if first in self._templates:
                yield Run(self._message[first:last], _HOLD, self._templates[first].kind)
                continue
            for number, line in enumerate(self._message[first:last].split("\n")):
                if number:
                    yield Run("\n", _HOLD, "break")
                yield from _opaque_runs(line)

    def _between_templates(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = start
        for first in sorted(self._templates):
            if start <= first < end:
                if at < first:
                    yield at, first
                at = self._templates[first].end
                yield first, at
        if at < end:
            yield at, end

    def _tag(self, raw: str, token: Mark) -> Run:
        return Run(raw, token, "break" if token == _HOLD and _LINE_BREAK.fullmatch(raw) else "html")

    def _pair(self, node: Inline) -> Iterator[Run]:
        start, end = node.inner_start, node.inner_end
        if width := _WIDTHS.get(node.kind):  # in `***both***` the outer mark is a single one
            start, end = node.start + width, node.end - width
        yield Run(self._message[node.start : start], _OPEN, node.kind)
        yield from self.level(node.children, start, end)
        raw = self._message[end : node.end]
        yield Run(raw, _CLOSE, node.kind, _title(raw) if node.title else ())

    def _hold(self, node: Inline) -> Run:
        raw = self._message[node.start : node.end]
        if node.kind != "image" or node.reference:
            inner: tuple[tuple[int, int], ...] = ()
            if node.kind == "image" and node.reference == "full":
                inner = ((node.inner_start - node.start, node.inner_end - node.start),)
            return Run(raw, _HOLD, node.kind, inner)
        description = (node.inner_start - node.start, node.inner_end - node.start)
        return Run(raw, _HOLD, "image", (description, *(_title(raw) if node.title else ())))


def _title(raw: str) -> tuple[tuple[int, int], ...]:
    found = _TITLE.search(raw)
    return ((found.start(2), found.end(2)),) if found else ()


def _opaque_runs(text: str) -> Iterator[Run]:
    at = 0
    for part in opaque(text):
        if at < part.start:
            yield Run(text[at : part.start], plain(text[at : part.start]))
        yield Run(text[part.start : part.end], _HOLD, part.kind)
        at = part.end
    if at < len(text):
        yield Run(text[at:], plain(text[at:]))


def _tag_name(tag: str) -> str:
    found = _HTML_TAG.match(tag)
    return found[2].lower() if found else ""


def _html_pairs(siblings: Iterable[Inline]) -> dict[int, Inline]:
    """End tags by the position of the start tag they close, of one level."""
    waiting: list[tuple[str, int]] = []
    closing: dict[int, Inline] = {}
    for node in siblings:
        found = _HTML_TAG.fullmatch(node.value) if node.kind == "html" else None
        if found is None or found[3] or found[2].lower() in _VOID:
            continue
        name = found[2].lower()
        if not found[1]:
            waiting.append((name, node.start))
        elif any(name == opened for opened, _ in waiting):
            while waiting[-1][0] != name:
                waiting.pop()
            closing[waiting.pop()[1]] = node
    return closing


def _without_idle_pairs(flat: list[Run]) -> list[Run]:
    """A pair with nothing to translate inside becomes a placeholder: `[`code`](url)`, `**!**`."""
    done: list[Run] = []
    opened: list[int] = []
    for run in flat:
        done.append(run)
        if run.token == _OPEN:
            opened.append(len(done) - 1)
        elif run.token == _CLOSE:
            first = opened.pop()
            if not any(isinstance(inner.token, str) and has_letters(inner.token) for inner in done[first:]):
                done[first:] = [_merged(done[first:], run.kind)]
    return done


def _merged(parts: list[Run], kind: str) -> Run:
    inner: list[tuple[int, int]] = []
    at = 0
    for part in parts:
        inner.extend((at + first, at + last) for first, last in part.inner)
        at += len(part.raw)
    return Run(joined(parts), _HOLD, kind, tuple(inner))


def _whole_words(flat: list[Run]) -> list[Run]:
    """A placeholder that is a part of a word takes the word along: `v{version}`, `` `file`s ``."""
    for at, run in enumerate(flat):
        if run.token != _HOLD or (run.kind in _APART and not _within_word(flat, at)):
            continue
        if at and isinstance(flat[at - 1].token, str) and (found := _WORD_BEFORE.search(flat[at - 1].raw)):
            before = flat[at - 1].raw[: found.start()]
            flat[at - 1] = Run(before, plain(before))
            inner = tuple((first + len(found[0]), last + len(found[0])) for first, last in run.inner)
            flat[at] = run = replace(run, raw=found[0] + run.raw, inner=inner)
        if (
            at + 1 < len(flat)
            and isinstance(flat[at + 1].token, str)
            and (found := _WORD_AFTER.search(flat[at + 1].raw))
        ):
            after = flat[at + 1].raw[found.end() :]
            flat[at + 1] = Run(after, plain(after))
            flat[at] = replace(run, raw=run.raw + found[0])
    return flat


def _within_word(flat: list[Run], at: int) -> bool:
    """Whether letters stand close on both sides of an element such as the one in `H<sub>2</sub>O`."""
    before, after = (flat[at - 1], flat[at + 1]) if 0 < at < len(flat) - 1 else (flat[at], flat[at])
    return (
        flat[at].kind == "html"
        and isinstance(before.token, str)
        and isinstance(after.token, str)
        and _WORD_BEFORE.search(before.token) is not None
        and _WORD_AFTER.search(after.token) is not None
    )


def _joined(flat: list[Run]) -> list[Run]:
    """Unite neighbours of one sort, so that an engine never sees two placeholders without a space between."""
    done: list[Run] = []
    for run in flat:
        if not run.raw:
            continue
        last = done[-1] if done else None
        if last is not None and isinstance(run.token, str) and isinstance(last.token, str):
            done[-1] = Run(last.raw + run.raw, last.token + run.token)
        elif last is not None and last.token == _CLOSE and run.kind == "attributes":
            done[-1] = replace(last, raw=last.raw + run.raw)  # of the element that ends here
        elif last is not None and run.token == last.token == _HOLD and "break" not in (run.kind, last.kind):
            done[-1] = _merged([last, run], last.kind if last.kind == run.kind else "code")
        else:
            done.append(run)
    return done


def _numbered(flat: list[Run]) -> tuple[Run, ...]:
    done: list[Run] = []
    opened: list[int] = []
    last = 0
    for run in flat:
        token = run.token
        if isinstance(token, Mark):
            if token.role is Role.CLOSE:
                number = opened.pop()
            else:
                number = last = last + 1
                if token.role is Role.OPEN:
                    opened.append(number)
            token = Mark(token.role, number)
        done.append(replace(run, token=token))
    return tuple(done)
