"""Which values travel between the rooms of the house? All of them frozen, none of them doing anything."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import NamedTuple

from i18n.span import ArticleBytes, Span

Key = tuple[str | None, str]
"""Identity of a message: its msgctxt and its msgid."""


@dataclass(frozen=True, slots=True)
class Article:
    """One source file."""

    path: str
    """Below the source folder, POSIX form, with its extension."""
    name: str
    """What `{article}` stands for in the paths of catalogs."""
    reference: str
    """What `#:` comments call it: its path relative to the project's root, POSIX form."""
    data: bytes
    """Exactly as on disk."""
    private: bool = False
    """Listed under `[source] private`, or a draft of its generator: never leaves the machine."""


class Kind(enum.Enum):
    """What a segment is in its article; the value is what translators are shown, before its level and detail."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    """Has a level."""
    LIST_ITEM = "list item"
    QUOTE = "quote"
    FOOTNOTE = "footnote"
    TERM = "term"
    DEFINITION = "definition"
    ADMONITION = "admonition"
    TAB = "tab"
    TABLE_CELL = "table cell"
    TITLE = "title"
    """The title of a block that a dialect adds."""
    FIELD = "field"
    """The name in a field list."""
    ABBREVIATION = "abbreviation"
    """What an abbreviation stands for."""
    LINK_TITLE = "link title"
    IMAGE_TITLE = "image title"
    IMAGE_DESCRIPTION = "image description"
    HTML = "html"
    ATTRIBUTE = "attribute"
    """The value of an HTML attribute; its name is the detail."""
    PARAMETER = "parameter"
    """The value of a shortcode's parameter; its name is the detail."""
    OPTION = "option"
    """The value of a directive's option; its name is the detail."""
    CODE_COMMENT = "code comment"
    CODE_STRING = "code string"
    CODE_BLOCK = "code block"
    CODE_TITLE = "code title"
    FRONT_MATTER = "front matter"
    """A value of the front matter; its key path is the detail."""
    DATA = "data value"
    """A value, or a key, of a file that holds nothing but data; its key path is the detail."""


class Place(enum.Enum):
    """Where the text of a segment lands; decides what must be escaped there."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    """After the `#` marks of an ATX heading: one line."""
    CELL = "cell"
    LABEL = "label"
    """Between the brackets of an image."""
    TITLE = "title"
    """Between the quotes of a link's, an image's or a reference definition's title."""
    HTML = "html"
    """Text between the tags of an HTML block."""
    ATTRIBUTE = "attribute"
    """Inside the quotes of an HTML attribute."""
    PARAMETER = "parameter"
    """Inside the quotes of a shortcode's parameter, where a backslash escapes the quote."""
    QUOTED = "quoted"
    """Inside quotes that nothing can escape."""
    CSV = "csv"
    """A cell of a table that is written as CSV, within its quotes if it has some."""
    CODE = "code"
    """Within a comment or a string of code, or a whole block of it."""
    LINE = "line"
    """The rest of a line that opens a block: a title."""
    FRONT_MATTER = "front matter"
    """A value of the front matter, or of a file that holds nothing else."""


class CodePlace(NamedTuple):
    """Where in code a text stands."""

    language: str = ""
    mark: str = ""
    """What opens the comment or string."""
    prefix: str = ""
    """What stands before each further line of it."""
    lines: tuple[int, ...] = (1,)
    """How many lines of the code each line of the message is."""


NO_CODE = CodePlace()


class Segment(NamedTuple):
    """A translatable span of an article. A tuple, as articles have thousands."""

    msgid: str
    """Raw inline Markdown of the span: soft breaks and container prefixes gone, `\\n` for a hard break."""
    msgctxt: str | None
    kind: Kind
    span: Span[ArticleBytes]
    line: int
    """Line of the first byte, 1-based."""
    place: Place
    level: int = 0
    """Rank of a heading, 1 to 6; 0 for anything else."""
    detail: str = ""
    """The name of an attribute, parameter or option, the key path of a front matter value; else empty."""
    note: str = ""
    """The author's note to translators."""
    code: CodePlace = NO_CODE
    around: tuple[str, str] = ("", "")
    """What is written around the text where the span is empty, as the generator shows the message there by itself."""
    heading: str = ""
    """The nearest heading above, as a msgid; of a heading, the nearest of a higher rank. Empty below the title."""

    @property
    def key(self) -> Key:
        """Identity of the unit that translates this segment."""
        return self.msgctxt, self.msgid


class Reference(NamedTuple):
    """Where a message stands in the sources: a `#:` comment. A tuple, as its hash is asked for at every message."""

    path: str
    line: int = 0
    """1-based; 0 when the reference names the file alone."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A pair in a catalog: one entry of a PO or POT file, header aside."""

    msgid: str
    msgstr: str = ""
    msgctxt: str | None = None
    fuzzy: bool = False
    previous_msgid: str | None = None
    previous_msgctxt: str | None = None
    comments: tuple[str, ...] = ()
    """Translator comments (`# `), one a line, without the mark."""
    extracted: tuple[str, ...] = ()
    """Extracted comments (`#.`), one a line, without the mark."""
    references: tuple[Reference, ...] = ()
    flags: tuple[str, ...] = ()
    """The flags of `#,` other than `fuzzy`."""
    obsolete: bool = False
    msgid_plural: str | None = None
    """Never written by us; kept when a catalog from elsewhere has one."""
    msgstr_plural: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)
    """Line of the entry's msgid in the catalog it was read from, 1-based; 0 when it was not read from one.
    Takes no part in what is written, nor in comparisons."""

    @property
    def key(self) -> Key:
        """Identity of a unit within its catalog."""
        return self.msgctxt, self.msgid


@dataclass(frozen=True, slots=True)
class Catalog:
    """A PO file, or a POT file (a template)."""

    headers: tuple[tuple[str, str], ...] = ()
    """The header entry's fields in order of writing."""
    units: tuple[Unit, ...] = ()
    """In reading order of the article, obsolete ones last."""
    comments: tuple[str, ...] = ()
    """Translator comments of the header entry."""
    fuzzy: bool = False
    """The header entry's own fuzzy flag; only templates have it."""


class Severity(enum.Enum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say."""

    rule: str
    """Kebab-case id."""
    severity: Severity
    message: str
    """What is wrong and what to do, in one or two sentences."""
    path: str
    """The file to open, relative to the project's root, POSIX form."""
    line: int = 0
    """1-based; 0 when the finding is about the whole file."""
    locale: str | None = None
    """BCP 47; None for a finding about the source."""
    article: str = ""
    """Path of the article below the source folder; empty when the finding is about no article."""
    msgctxt: str | None = None
    msgid: str = ""
    """The message; empty when the finding is about no message."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts by state, of messages and of the words of their msgids.

    Each message is translated, refused, a draft, fuzzy or untranslated; the others count some of these again.
    """

    messages: int = 0
    translated: int = 0
    """Finished by a person (or accepted by one): not fuzzy, not empty, and not refused."""
    drafts: int = 0
    """Fuzzy, machine text nobody touched."""
    fuzzy: int = 0
    """Fuzzy for another reason: the source changed, or a person is not sure yet."""
    reviewed: int = 0
    """Those of `translated` that a second reader has confirmed."""
    words: int = 0
    words_translated: int = 0
    words_drafts: int = 0
    words_fuzzy: int = 0
    words_reviewed: int = 0
    refused: int = 0
    """Finished, but the page shows the source instead, as the text would change its structure."""
    words_refused: int = 0
    outdated: int = 0
    """Those of `fuzzy` whose source changed."""
    words_outdated: int = 0
    shown: int = 0
    """Those whose text the page shows, by what `[build]` publishes and falls back to; 0 where no page is made."""
    words_shown: int = 0

    @property
    def untranslated(self) -> int:
        """Messages with no text at all."""
        return self.messages - self.translated - self.refused - self.drafts - self.fuzzy

    @property
    def words_untranslated(self) -> int:
        """Words of messages with no text at all."""
        return self.words - self.words_translated - self.words_refused - self.words_drafts - self.words_fuzzy

    @property
    def percent(self) -> int:
        """Words translated in percent, rounded down: 100 only when nothing is missing and nothing is refused."""
        if self.words:
            return self.words_translated * 100 // self.words
        return self.translated * 100 // self.messages if self.messages else 100

    @property
    def percent_shown(self) -> int:
        """Words that the page shows in its language in percent, rounded down; 0 where there are none."""
        return self.words_shown * 100 // self.words if self.words else 0
