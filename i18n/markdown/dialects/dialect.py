"""What is a dialect? A value: adding one is adding a file next to this one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from i18n.markdown import masking, parser
from i18n.markdown.dialects.common import FORMULA


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a generator understands beyond CommonMark."""

    name: str
    extensions: parser.Extension
    maskers: tuple[masking.Masker, ...] = ()
    """In order of precedence."""
    machinery: re.Pattern[bytes] | None = None
    """What a line may hold that is not for readers: it parts the text around it and stays as it is."""
    protected: re.Pattern[bytes] | None = None
    """Code within text (template tags, expressions, roles): a translation must have the same ones."""
    protected_bytes: bytes = b""
    """Each protected code has one of them; empty where nobody said so."""
    front_matter: tuple[str, ...] = ("yaml",)
    """The kinds its generator reads: `yaml`, `toml`, `json`."""
    keys: tuple[str, ...] = ("title", "description", "summary")
    """Key paths of front matter that usually hold text for readers."""
    texts: tuple[str, ...] = ()
    """Key paths of front matter that hold text for readers in every project."""
    parameters: tuple[str, ...] = ()
    """Parameters of shortcodes, components and directives that usually hold text for readers."""
    expanded: re.Pattern[bytes] | None = None
    """Code that the generator expands before it reads Markdown: whatever it holds is no mark of Markdown."""
    links_names: bool = False
    """Its generator links the name of a host alone too, as in `example.org/page`."""
    code_bodies: re.Pattern[bytes] | None = None
    """Names of directives whose body is not Markdown for readers."""
    has_roles: bool = False
    """A name in braces before code, as in ``{ref}`text <target>` ``, says what the code is."""
    tables_by_bars: bool = False
    """A paragraph is a table where each line of it has a bar, with no row of delimiters."""
    formula: re.Pattern[bytes] | None = re.compile(FORMULA, re.S)
    """Mathematics: a text that holds nothing else is not for readers."""
    opens: re.Pattern[str] | None = None
    """What begins a block at the start of a line, besides what CommonMark knows."""
    opens_in_field: re.Pattern[str] | None = None
    """The same after the name of a field on its line."""
    stray: re.Pattern[str] | None = None
    """What its generator may take for a mark and CommonMark for itself: escaped in a text, outside its code."""
    stray_characters: str = "`<\\^$"
    """Each stray mark has one of them."""
    entities: bool = False
    """Escapes are written as entities: where its generator leaves HTML alone, readers would see a backslash."""
    has_short_headings: bool = False
    """Hyphens below one line make a heading of it, below several lines a rule."""
    hard_break: bytes = b"\\"
    """What marks a hard break besides blanks."""
    needs_close_ticks: bool = False
    """A backtick before a blank opens no code for its generator."""
    lacks_footnotes: bool = False
    """Its generator knows no footnotes by itself: a note of one word defines where a link leads."""
    has_text_directives: bool = False
    """A colon and a name are a directive within a text, which leaves the description of an image."""
    reads_html: bytes | None = None
    """What an article has in which text of raw HTML is read as Markdown; None: no generator reads it so."""
    plain_descriptions: bool = False
    """Its generator leaves escapes and entities out of the descriptions of images."""
    attributes: re.Pattern[bytes] | None = None
    """A list of attributes, with texts that readers may see."""
    own_id: re.Pattern[bytes] | None = None
    """An id that a heading has of its own, at the end of its line: no part of the message."""
    verbatim: tuple[str, ...] = ()
    """Patterns of the project for lines and spans that are left as they are."""
    data_shortcodes: tuple[str, ...] = ()
    """Names of the project's shortcodes and directives whose body is data."""
    breaks: bool = False
    """The project's generator shows a soft line break as a break."""

    def __reduce__(self) -> tuple[Callable[..., Dialect], tuple[object, ...]]:
        """Another process finds a dialect by its name: its maskers are functions that cannot be sent."""
        from i18n.markdown.dialects import named

        parameters = self.parameters[len(named(self.name).parameters) :]
        return named, (self.name, parameters, self.verbatim, self.data_shortcodes, self.breaks)
