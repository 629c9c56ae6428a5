"""Which spans of an article are text for readers? One pass over the parser's events."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from i18n.markdown import code, html
from i18n.markdown.dialects import Dialect, roles
from i18n.markdown.document import Document
from i18n.markdown.elements import HIDDEN
from i18n.markdown.parser import INLINE, Tag, events, reference_definitions
from i18n.model import Kind, Place
from i18n.words.addresses import besides_addresses, is_address

_LETTER = re.compile(r"[^\W\d_]")
_EMOJI_CODE = re.compile(r":[a-z0-9_+-]+:")
_TITLE = re.compile(rb"""(?s)[\s>]("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))\s*\)?$""")
_CODE_OR_TAG = re.compile(
    r"(?s)(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|<!--.*?-->|</?[A-Za-z][^<>]*>|\]\([^()]*\)|\]\[[^\[\]]*\]"
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A span of text for readers."""

    kind: Kind
    place: Place
    start: int
    """First byte in the article."""
    end: int
    """One past the last byte."""
    message: str
    """The span without container prefixes: a soft break is a space, a hard break a line feed."""
    code: tuple[str, str] = ("", "")
    """Of a span of code: its language, and the mark that opens the comment or string."""
    level: int = 0
    """Rank of a heading."""
    detail: str = ""
    """The name of an attribute, parameter or option; else empty."""


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment that stands as a block of its own."""

    text: str
    start: int
    end: int
    """One past its `-->`."""
    block_end: int
    """One past the next block at its side; its own end where none follows."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, with words or without."""

    start: int
    """First byte of its text in the article."""
    text: str
    """Its text as readers see it: markup gone, entities resolved."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """What one reading of an article's body found."""

    leaves: tuple[Leaf, ...]
    """In order of position, none within another."""
    headings: tuple[Heading, ...]
    comments: tuple[Comment, ...]
    targets: tuple[str, ...]
    """Targets of links and images as the parser reads them, in order, each once."""
    labels: tuple[str, ...]
    """Labels of reference definitions."""


@dataclass(slots=True)
class _Comment:
    """A comment, while the block after it is not known."""

    text: str
    start: int
    end: int
    block_end: int


@dataclass(slots=True)
class _Open:
    """The leaf block that is being read."""

    kind: Kind
    place: Place
    floor: int
    """First byte that can belong to the leaf."""
    start: int = -1
    end: int = -1
    breaks: list[tuple[int, int, bool]] = field(default_factory=list)
    """First byte of the break with its marker, first byte after the next line's prefix, whether it is a hard one."""
    waiting: tuple[int, bool] | None = None
    words: bool = False
    """Has letters outside images and elements that are not for readers."""
    hidden: int = 0
    """How many elements that are not for readers are open."""
    tags: list[tuple[int, int]] = field(default_factory=list)
    """Tags of HTML with attributes."""
    images: list[tuple[int, int, int, bool]] = field(default_factory=list)
    """Start and end of the description, end of the image, whether the description has words."""
    text: list[str] | None = None
    """Of a heading: what readers see of it."""
    level: int = 0
    """Rank of a heading."""


def read(document: Document, dialect: Dialect, code_mode: code.Mode | None = None) -> Blocks:
    """Read the body of an article; `code_mode`: what of fenced code is for readers, nothing where it is None."""
    return _Reader(document, dialect, code_mode).read()


class _Reader:
    def __init__(self, document: Document, dialect: Dialect, code_mode: code.Mode | None) -> None:
        self._code_mode = code_mode
        self._code_info: str | None = None
        self._code_lines: list[tuple[int, int]] = []
        self._document = document
        self._data = document.data
        self._seen = document.masked if dialect.expanded else document.data
        """The article with nothing in it that is no Markdown yet, at the same offsets."""
        self._beside = [
            (each.start + document.body_start, each.end + document.body_start)
            for each in document.constructs
            if each.beside_text
        ]
        self._held = {each.start + document.body_start: each.holds for each in document.constructs if each.holds}
        self._body = document.body
        self._offset = document.body_start
        self._dialect = dialect
        self._leaves: list[Leaf] = []
        self._headings: list[Heading] = []
        self._comments: list[_Comment] = []
        self._targets: dict[str, None] = {}
        self._labels: tuple[str, ...] = ()
        self._open: _Open | None = None
        self._containers: list[str | Kind] = []
        self._quotes = 0
        self._image = 0
        self._image_words = False
        self._image_label = False
        self._html: list[tuple[int, int]] = []
        self._waiting: list[tuple[int, _Comment]] = []
        self._indented: list[tuple[int, int]] = []
        """Spans of indented code: what a masker took for a construct there is none."""
        self._raw: list[tuple[int, int]] = []
        """Spans of blocks of HTML: no title of a construct stands there."""

    def read(self) -> Blocks:
        on = {
            "Text": self._text,
            "Code": self._code,
            "InlineMath": self._code,
            "DisplayMath": self._code,
            "InlineHtml": self._inline_html,
            "FootnoteReference": self._markup,
            "SoftBreak": self._soft,
            "HardBreak": self._hard,
            "Html": self._html_line,
            "TaskListMarker": self._ignore,
            "Rule": self._rule,
        }
        for what, value, start, end in events(self._body, self._dialect.extensions, self._offset):
            if isinstance(value, str):
                on[what](value, start, end)
            elif what == "Start":
                self._start(value, start, end)
            else:
                self._end(value, start, end)
        if "]:" in self._body:
            self._definitions()
        self._constructs()
        return Blocks(
            tuple(_apart(self._leaves)),
            tuple(self._headings),
            tuple(Comment(each.text, each.start, each.end, each.block_end) for each in self._comments),
            tuple(self._targets),
            self._labels,
        )

    # Inlines

    def _inline(self, start: int, end: int) -> _Open | None:
        leaf = self._open
        if leaf is None:
            if not self._containers:
                return None
            leaf = self._open = _Open(self._kind(Kind.LIST_ITEM), Place.PARAGRAPH, start - 1)
        if leaf.start < 0 or leaf.waiting is not None:
            # The parser leaves the backslash of an escape out of the text's range.
            first = start - 1 if start > leaf.floor and self._data[start - 1] == 0x5C else start
            if leaf.waiting is not None:
                if leaf.start >= 0:
                    leaf.breaks.append((leaf.waiting[0], first, leaf.waiting[1]))
                leaf.waiting = None
            if leaf.start < 0:
                leaf.start = first
        if end > leaf.end:
            leaf.end = end
        return leaf

    def _text(self, value: str, start: int, end: int) -> None:
        if self._containers and self._containers[-1] in ("CodeBlock", "HtmlBlock"):
            if self._code_info is not None:
                self._code_lines.append((start, end))
            return
        leaf = self._inline(start, end)
        if leaf is not None and leaf.text is not None:
            leaf.text.append(value)
        if self._image:
            self._image_words = self._image_words or _LETTER.search(value) is not None
        elif leaf is not None and not leaf.words and not leaf.hidden and _LETTER.search(value):
            leaf.words = _LETTER.search(_EMOJI_CODE.sub("", value)) is not None

    def _code(self, value: str, start: int, end: int) -> None:
        leaf = self._inline(start, end)
        if self._dialect.has_roles and leaf is not None and not leaf.words:
            before = self._data[max(0, start - roles.LONGEST) : start].decode(errors="replace")
            leaf.words = _LETTER.search(roles.for_readers(roles.name_at_end(before), value)) is not None
        if leaf is not None and leaf.text is not None:
            leaf.text.append(value)

    def _markup(self, _value: str, start: int, end: int) -> None:
        self._inline(start, end)

    def _inline_html(self, value: str, start: int, end: int) -> None:
        leaf = self._inline(start, end)
        self._html_targets(self._document.spelled(value))
        tag = html.TAG.match(value)
        if leaf is not None and tag is not None and tag["attributes"]:
            leaf.tags.append((start, end))
        if leaf is not None and tag is not None and (tag["name"] or "").lower() in HIDDEN and not tag["empty"]:
            leaf.hidden = max(0, leaf.hidden + (-1 if tag["close"] else 1))

    def _soft(self, _value: str, start: int, _end: int) -> None:
        if self._open is not None:
            self._open.waiting = (start, False)
            if self._open.text is not None:
                self._open.text.append(" ")

    def _hard(self, _value: str, start: int, _end: int) -> None:
        if self._open is not None:
            self._open.waiting = (start, True)

    def _ignore(self, _value: str, start: int, end: int) -> None:
        pass

    def _rule(self, _value: str, _start: int, end: int) -> None:
        self._block("Rule", end)

    # Containers and leaf blocks

    def _start(self, tag: Tag, start: int, end: int) -> None:
        name = tag.name
        if name in INLINE:
            self._inline_start(tag, start, end)
            return
        self._block(name, end)
        if name == "Item" and self._held:
            # The range of a nested item begins at its indentation.
            margin = _MARGIN.match(self._data, start)
            self._containers.append(self._held.get(margin.end() if margin else start, name))
        else:
            self._containers.append(name)
        if name == "Paragraph":
            self._open = _Open(self._kind(Kind.PARAGRAPH), Place.PARAGRAPH, start)
        elif name == "Heading":
            mark = self._data[start : start + 1] == b"#"
            place = Place.HEADING if mark else Place.PARAGRAPH
            self._open = _Open(Kind.HEADING, place, start, text=[], level=tag.level)
        elif name == "TableCell":
            self._open = _Open(Kind.TABLE_CELL, Place.CELL, start)
        elif name == "BlockQuote":
            self._quotes += 1
        elif name == "HtmlBlock":
            self._html = []
            self._raw.append((start, end))
        elif name == "CodeBlock":
            if tag.info is None:
                self._indented.append((start, end))
            if self._code_mode is not None:
                self._code_info = tag.info
                self._code_lines = []

    def _inline_start(self, tag: Tag, start: int, end: int) -> None:
        self._inline(start, start)
        link = tag.link
        if tag.name == "Image" and link is not None:
            if not self._image:
                self._image_words = False
            self._image += 1
            self._image_label = self._image_label or link.reference in ("collapsed", "shortcut")
        if link is not None and link.target:
            self._targets[self._document.spelled(link.target)] = None
        if self._open is not None and link is not None and link.reference == "collapsed":
            end = self._past_brackets(end)
        if self._open is not None and end > self._open.end:
            self._open.end = end

    def _past_break(self) -> None:
        """A line break that stands just before the end of a link (`[text` and on the next line `][label]`) is over."""
        leaf = self._open
        if leaf is not None and leaf.waiting is not None and leaf.start >= 0:
            line = _NEXT_LINE.match(self._data, leaf.waiting[0])
            if line is not None:
                leaf.breaks.append((leaf.waiting[0], line.end(), leaf.waiting[1]))
                leaf.waiting = None

    def _past_brackets(self, end: int) -> int:
        """pulldown-cmark leaves the `[]` of a collapsed reference out of its range."""
        return end + 2 if self._data[end : end + 2] == b"[]" else end

    def _end(self, tag: Tag, start: int, end: int) -> None:
        name = tag.name
        if name in INLINE:
            self._past_break()
            if name == "Image":
                self._image -= 1
                if not self._image and self._open is not None:
                    self._open.images.append(self._description(start, end))
                    # The description is the label too: the message must show that it is a reference.
                    self._open.words = self._open.words or (self._image_label and self._image_words)
                    self._image_label = False
            return
        self._containers.pop()
        if name in _LEAF_TAGS or name in _TIGHT_TAGS:
            self._close()
        elif name == "BlockQuote":
            self._quotes -= 1
        elif name == "HtmlBlock":
            self._html_block(start, end)
        elif name == "CodeBlock":
            self._code_block()

    def _description(self, start: int, end: int) -> tuple[int, int, int, bool]:
        """The span between the brackets: up to the first `]` that is not part of the description."""
        depth, at, data = 1, start + 2, self._seen
        while at < end:
            byte = data[at]
            if byte == 0x5C:
                at += 1
            elif byte == 0x5B:
                depth += 1
            elif byte == 0x5D:
                depth -= 1
                if not depth:
                    break
            at += 1
        return start + 2, at, end, self._image_words

    def _block(self, name: str, end: int) -> None:
        """A block begins: the text of a tight list item before it is a leaf of its own."""
        self._close()
        if name != "HtmlBlock":
            self._begins(end)

    def _begins(self, end: int) -> None:
        """Tell the comments that wait for a block where this one ends; a further comment is none."""
        depth = len(self._containers)
        while self._waiting and self._waiting[-1][0] >= depth:
            waited, comment = self._waiting.pop()
            if waited == depth:
                comment.block_end = end

    def _kind(self, otherwise: Kind) -> Kind:
        for name in reversed(self._containers):
            if isinstance(name, Kind):
                return name
            if name in _KINDS:
                return _KINDS[name]
        return otherwise

    # Leaves

    def _close(self) -> None:
        leaf, self._open = self._open, None
        if leaf is None or leaf.start < 0:
            return
        if leaf.text is not None:
            self._headings.append(Heading(leaf.start, self._without_own_id("".join(leaf.text))))
        alone = (
            self._is_image_alone,
            self._is_reference_alone,
            self._is_formula_alone,
            self._is_code_alone,
            self._is_url_alone,
        )
        if not leaf.words or any(check(leaf) for check in alone):
            self._images_and_tags(leaf)
            return
        if leaf.kind is Kind.HEADING:
            attributes = self._dialect.own_id and self._dialect.own_id.search(self._data, leaf.start, leaf.end)
            if attributes:
                leaf.end = attributes.start()
                if not (self._dialect.has_roles or _has_words(self._seen[leaf.start : leaf.end], None)):
                    return
        beside = self._beside_within(leaf.start, leaf.end)
        if leaf.kind is Kind.TERM:
            beside += [(before, after) for before, after, _ in leaf.breaks]
        machinery = self._dialect.machinery
        if beside or (machinery is not None and machinery.search(self._seen, leaf.start, leaf.end)):
            self._around(leaf, beside)
        else:
            self._add(leaf, leaf.start, leaf.end)

    def _images_and_tags(self, leaf: _Open) -> None:
        """Add what is for readers in a leaf without words: descriptions, titles, attributes."""
        for start, end, image_end, words in leaf.images:
            self._title(end, image_end, Kind.IMAGE_TITLE)
            if words:
                self._leaves.append(
                    Leaf(Kind.IMAGE_DESCRIPTION, Place.LABEL, start, end, self._message(start, end, ()))
                )
        for start, end in leaf.tags:
            tag = self._seen[start:end].decode()
            position = _byte_positions(tag)
            for words_of_tag in html.attributes(tag):
                first, last = start + position(words_of_tag.start), start + position(words_of_tag.end)
                if self._data[first:last] == self._seen[first:last]:
                    self._leaves.append(
                        Leaf(
                            words_of_tag.kind,
                            words_of_tag.place,
                            first,
                            last,
                            _folded_text(self._data[first:last].decode()),
                            detail=words_of_tag.detail,
                        )
                    )

    def _is_image_alone(self, leaf: _Open) -> bool:
        """Whether the words beside the images of a leaf are machinery, as `{ width="300" }` is."""
        machinery = self._dialect.machinery
        if not leaf.images or machinery is None or machinery.search(self._seen, leaf.start, leaf.end) is None:
            return False
        pieces, at = [], leaf.start
        for start, _, image_end, _ in leaf.images:
            if self._data[image_end - 1 : image_end] != b")":
                return False
            pieces.append(self._seen[at : start - 2])
            at = image_end
        return not _has_words(b"".join((*pieces, self._seen[at : leaf.end])), machinery)

    def _without_own_id(self, text: str) -> str:
        """What readers see of a heading."""
        text = self._document.spelled(text)
        return self._dialect.own_id.sub(b"", text.encode()).decode() if self._dialect.own_id else text

    def _is_reference_alone(self, leaf: _Open) -> bool:
        """Whether the only words of a leaf are labels that nobody defines here, as in ``[`x`][package.x]``."""
        text = self._seen[leaf.start : leaf.end]
        return b"`][" in text and not _has_words(text, self._dialect.machinery)

    def _is_formula_alone(self, leaf: _Open) -> bool:
        formula, text = self._dialect.formula, self._seen[leaf.start : leaf.end]
        return formula is not None and b"$" in text and not _has_words(formula.sub(b"", text), self._dialect.machinery)

    def _is_url_alone(self, leaf: _Open) -> bool:
        return is_address(self._data[leaf.start : leaf.end].decode())

    def _is_code_alone(self, leaf: _Open) -> bool:
        """Whether all the words of a leaf stand in code of the dialect, as in `++ctrl++` or a formula."""
        protected, first = self._dialect.protected, self._data[leaf.start]
        if protected is None or first not in _CODE_STARTS or self._dialect.has_roles:
            return False
        text = protected.sub(_quoting, self._data[leaf.start : leaf.end])
        return not _has_words(text, self._dialect.machinery)

    def _beside_within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans within a leaf that are no part of its text."""
        first = bisect.bisect_right(self._beside, start, key=lambda span: span[1])
        last = bisect.bisect_left(self._beside, end, key=lambda span: span[0])
        return self._beside[first:last]

    def _add(self, leaf: _Open, start: int, end: int) -> None:
        if start < end:
            breaks = tuple(pause for pause in leaf.breaks if start <= pause[0] and pause[1] <= end)
            message = self._message(start, end, breaks)
            self._leaves.append(Leaf(leaf.kind, leaf.place, start, end, message, level=leaf.level))

    def _around(self, leaf: _Open, beside: list[tuple[int, int]]) -> None:
        """Add the text around what is no part of it."""
        at = leaf.start
        for first, last in sorted([*self._machinery_lines(leaf), *beside]):
            if first >= at:
                self._add_if_words(leaf, at, first)
            at = max(at, last)
        self._add_if_words(leaf, at, leaf.end)

    def _machinery_lines(self, leaf: _Open) -> Iterator[tuple[int, int]]:
        """Lines that hold only machinery (shortcodes, template tags): they part the text around them."""
        machinery = self._dialect.machinery
        if machinery is None:
            return
        starts = {leaf.start: leaf.start} | {after: before for before, after, _ in leaf.breaks}
        ends = {leaf.end: leaf.end} | {before: after for before, after, _ in leaf.breaks}
        for match in machinery.finditer(self._seen, leaf.start, leaf.end):
            first, last = match.span()
            while self._data[last : last + 1] in (b" ", b"\t") and last < leaf.end and last not in ends:
                last += 1
            if first in starts and last in ends:
                yield starts[first], ends[last]

    def _add_if_words(self, leaf: _Open, start: int, end: int) -> None:
        start, end = self._trimmed(leaf, start, end)
        if _has_words(self._seen[start:end], self._dialect.machinery):
            self._add(leaf, start, end)

    def _trimmed(self, leaf: _Open, start: int, end: int) -> tuple[int, int]:
        """Leave out white space and line breaks at the ends of a part of a leaf."""
        data = self._data
        for before, after, _ in leaf.breaks:
            if start <= before and not data[start:before].strip():
                start = after
        for before, after, _ in reversed(leaf.breaks):
            if after <= end and not data[after:end].strip():
                end = before
        raw = data[start:end]
        return start + len(raw) - len(raw.lstrip(b" \t")), end - len(raw) + len(raw.rstrip(b" \t"))

    def _message(self, start: int, end: int, breaks: tuple[tuple[int, int, bool], ...]) -> str:
        raw = self._data[start:end]
        if b"\n" not in raw and b"\r" not in raw:
            return raw.decode()
        pieces, at = [], start
        for before, after, hard in breaks:
            pieces += [self._folded(at, before).rstrip(b" \t"), b"\n" if hard else b" "]
            at = after
        pieces.append(self._folded(at, end))
        return b"".join(pieces).decode()

    def _folded(self, start: int, end: int) -> bytes:
        """A span with the line ends inside code, tags and targets as spaces, container prefixes gone."""
        raw = self._data[start:end]
        if b"\n" not in raw and b"\r" not in raw:
            return raw
        return re.sub(rb"(?:\r\n|\n|\r)(?:[ \t]*>){0,%d}[ \t]*" % self._quotes, b" ", raw)

    # HTML

    def _html_line(self, _value: str, start: int, end: int) -> None:
        self._html.append((start, end))

    def _html_block(self, start: int, end: int) -> None:
        written = self._without_prefixes(self._data, start, end)
        stripped = written.strip()
        whole = _COMMENT.fullmatch(stripped)
        if whole:
            first = start + len(written[: written.index(stripped[0])].encode())
            last = first + len(stripped.encode())
            comment = _Comment((whole[1] or whole[2] or "").strip(), first, last, last)
            self._comments.append(comment)
            self._waiting.append((len(self._containers), comment))
            return
        self._begins(end)
        self._html_targets(written)
        seen = written if self._seen is self._data else self._without_prefixes(self._seen, start, end)
        position, character = _byte_positions(seen), _character_positions(written)
        for words in html.words(seen):
            first, last = position(words.start), position(words.end)
            machinery = self._dialect.machinery
            if machinery is None or _has_words(self._seen[start + first : start + last], machinery):
                message = _folded_text(written[character(first) : character(last)])
                self._leaves.append(
                    Leaf(words.kind, words.place, start + first, start + last, message, detail=words.detail)
                )

    def _without_prefixes(self, data: bytes, start: int, end: int) -> str:
        """A block of HTML with the container prefixes of its lines as spaces."""
        buffer = bytearray(data[start:end])
        at = start
        for first, last in [*self._html, (end, end)]:
            for gap in range(at, first):
                # A prefix is ASCII: other bytes are those of a line that the parser was given blank.
                if buffer[gap - start] < 0x80:
                    buffer[gap - start] = 0x20
            at = last
        return buffer.decode()

    def _html_targets(self, text: str) -> None:
        for target in _HTML_TARGET.finditer(text):
            self._targets[target[1] or target[2] or ""] = None

    def _constructs(self) -> None:
        for construct in self._document.constructs:
            for words in construct.words:
                start, end = words.start + self._offset, words.end + self._offset
                if _within(start, self._indented) or (words.place is Place.LINE and _within(start, self._raw)):
                    continue
                message = _folded_text(self._data[start:end].decode())
                self._leaves.append(
                    Leaf(words.kind, words.place, start, end, message, level=words.level, detail=words.detail)
                )

    def _code_block(self) -> None:
        """Offer what readers read of fenced code."""
        info, self._code_info = self._code_info, None
        if info is None or self._code_mode is None or not self._code_lines:
            return
        lines = [self._data[start:end].decode() for start, end in self._code_lines]
        bounds = [0, *itertools.accumulate(map(len, lines))]

        def position(character: int, *, is_end: bool) -> int:
            line = bisect.bisect_left(bounds, character) - 1 if is_end else bisect.bisect_right(bounds, character) - 1
            line = min(max(line, 0), len(lines) - 1)
            return self._code_lines[line][0] + len(lines[line][: character - bounds[line]].encode())

        text = "".join(lines)
        for words in code.words(info, text, self._code_mode):
            start, end = position(words.start, is_end=False), position(words.end, is_end=True)
            message = text[words.start : words.end].replace("\r\n", "\n").replace("\r", "\n")
            self._leaves.append(Leaf(words.kind, Place.CODE, start, end, message, (code.language(info), words.mark)))

    def _definitions(self) -> None:
        definitions = reference_definitions(self._body, self._dialect.extensions, self._offset)
        self._labels = tuple(definitions)
        for definition in definitions.values():
            if definition.title:
                self._title(definition.start, definition.end, Kind.LINK_TITLE)

    def _title(self, start: int, end: int, kind: Kind) -> None:
        """The quoted title at the end of a definition, or of an image's target."""
        match = _TITLE.search(self._data, start, end)
        if match and _LETTER.search(match[1].decode()):
            first, last = match.start(1) + 1, match.end(1) - 1
            self._leaves.append(Leaf(kind, Place.TITLE, first, last, self._message(first, last, ())))


def _has_words(text: bytes, machinery: re.Pattern[bytes] | None) -> bool:
    """Whether a letter is left beside machinery, code, tags and emoji."""
    rest = (machinery.sub(b"", text) if machinery else text).decode()
    return _LETTER.search(_EMOJI_CODE.sub("", besides_addresses(_CODE_OR_TAG.sub("", rest), emails=False))) is not None


def _quoting(code: re.Match[bytes]) -> bytes:
    """Code that holds a text between quotation marks; of other code nothing."""
    return code[0] if b'"' in code[0] else b""


def _within(position: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a byte lies in one of the spans, which ascend."""
    at = bisect.bisect_right(spans, position, key=lambda span: span[0]) - 1
    return at >= 0 and position < spans[at][1]


def _apart(leaves: list[Leaf]) -> Iterator[Leaf]:
    """The leaves by position, without the words of a construct that lie within a text."""
    end = 0
    for leaf in sorted(leaves, key=lambda leaf: (leaf.start, -leaf.end)):
        if leaf.start >= end:
            yield leaf
            end = leaf.end


_LEAF_TAGS = frozenset(("Paragraph", "Heading", "TableCell", "DefinitionListTitle"))
_TIGHT_TAGS = frozenset(("Item", "DefinitionListDefinition", "FootnoteDefinition"))
_KINDS = {
    "Item": Kind.LIST_ITEM, "BlockQuote": Kind.QUOTE, "FootnoteDefinition": Kind.FOOTNOTE,
    "DefinitionListTitle": Kind.TERM, "DefinitionListDefinition": Kind.DEFINITION,
}  # fmt: skip
_CODE_STARTS = frozenset(b"+$\\*:")
_MARGIN = re.compile(rb"[ \t]*")
_HTML_TARGET = re.compile(r"""(?i)\s(?:src|href|poster)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NEXT_LINE = re.compile(rb"[ \t\\]*(?:\r\n|\n|\r)[ \t>]*")
_COMMENT = re.compile(r"(?s)<!--((?:(?!-->).)*)-->|\{/\*((?:(?!\*/).)*)\*/\}")
"""A whole comment, of HTML or (which the parser saw as one of HTML) of MDX."""
_FOLD = re.compile(r"[ \t]*(?:\r\n|\n|\r)\s*")


def _folded_text(text: str) -> str:
    return _FOLD.sub(" ", text) if "\n" in text or "\r" in text else text


def _byte_positions(text: str) -> Callable[[int], int]:
    if text.isascii():
        return lambda character: character
    return lambda character: len(text[:character].encode())


def _character_positions(text: str) -> Callable[[int], int]:
    if text.isascii():
        return lambda byte: byte
    data = text.encode()
    return lambda byte: len(data[:byte].decode())
