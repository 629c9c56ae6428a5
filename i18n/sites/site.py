"""What does the program know of a site generator?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from i18n.extract.drafts import DraftRules
from i18n.sites import notices
from i18n.sites.configured import Configured, Folder
from i18n.sites.ids import Ids


@dataclass(frozen=True, slots=True)
class Sign:
    """A file by which a folder is recognized as one of the generator's sites."""

    glob: str
    """Below the site's folder."""
    content: bytes = b""
    """A pattern of what the file must contain, where its name alone says too little."""


class Files(NamedTuple):
    """What a site consists of."""

    read: Callable[[str], bytes | None]
    """Gives a file by its path relative to the site's folder; None if there is none."""
    source: str
    """The folder that paths of articles begin in, relative to the site's, which has no name."""
    articles: Callable[[], Iterable[str]]
    """Paths of all files below it."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site generator: a value, so that adding one is adding a file to this folder."""

    name: str
    """As its makers spell it."""
    dialect: str
    """The Markdown it reads: a name of `i18n.markdown.dialects`."""
    source: str
    """Where its articles usually are, below the site's folder."""
    signs: tuple[Sign, ...]
    """Any of them is enough."""
    ids: Ids = Ids()  # noqa: RUF009 - it is frozen
    """How it makes ids of headings unless its configuration says otherwise."""
    dates: tuple[str, ...] = ("publishdate",)
    """Front matter keys, in lower case, of the day from which it publishes an article; the first one there counts."""
    expiry: str = ""
    """The key of the day from which it no longer does."""
    dated_names: bool = False
    """A file's name begins with that day if no key says it."""
    needs_front_matter: bool = False
    """A file without front matter, be it empty, is no article to it."""
    drafts: Callable[[DraftRules, Files], DraftRules] = lambda rules, _files: rules
    """Takes into the rules what else it holds back, by its own configuration and by what pages say of others."""
    unpublished: Callable[[Callable[[str], bytes | None], Sequence[str]], str] = lambda _read, _names: ""
    """Says what its configuration needs so that it does not publish some files and folders of the project's root; empty
    if nothing is missing. It is given what reads a file."""
    front_matter: tuple[str, ...] = ()
    """Key paths of values for readers, next to those that are for readers everywhere."""
    data: Mapping[str, str] = field(default_factory=dict)
    """Files of data that its sites may keep words for readers in, below the site's folder, each with its key paths, as
    `[source] data` has them; `{own}` is the language of the articles."""
    configured: Callable[[Folder], Configured] = lambda _folder: Configured()
    """A reader of what its own configuration says of languages and folders."""
    configured_ids: Callable[[Callable[[str], bytes | None]], Ids | None] = lambda _read: None
    """A reader of what its own configuration says of ids of headings; None if it says nothing. Its argument reads a
    file of the site's folder."""
    notice: notices.NoticeForm = notices.quote
    """How its pages show a notice."""
    configured_notice: Callable[[Callable[[str], bytes | None]], notices.NoticeForm | None] = lambda _read: None
    """A reader of what its own configuration says of that, with the argument and the None of `configured_ids`."""
