"""Which tables and keys may the configuration have? The one definition that parser, documentation and schema follow.

A class is a table, a field a key. The annotation of a field says which values the key takes and what is said of it,
its default what holds without the key. Annotations are evaluated here, as they are read while the program runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal, get_args

from i18n.project.by_locale import NO_GLOBS, NO_PERCENT, NO_WORD, LocalGlobs, LocalPercent, LocalQuotes, LocalWord
from i18n.project.forms import (
    Amount,
    Distinct,
    File,
    Folder,
    FolderIfAny,
    Globs,
    Line,
    NamesFile,
    Patterns,
    Percent,
    Several,
    Tree,
    folders,
    number,
    path_with,
    some_of,
    strings,
)
from i18n.project.keys import Key
from i18n.project.sources import DataFiles, data_files

if TYPE_CHECKING:
    from i18n.project.engines import EngineSettings


def engine_tables() -> Mapping[str, type["EngineSettings"]]:
    """Give the table `[engine.NAME]` of each engine; imported late, as most commands ask for none."""
    from i18n.project.engines import ENGINES

    return ENGINES


DialectName = Literal[
    "commonmark", "gfm", "hugo", "jekyll", "mkdocs", "docusaurus", "starlight", "myst", "mdbook", "zola",
    "vitepress",
]  # fmt: skip
DIALECTS: tuple[DialectName, ...] = get_args(DialectName)
Comments = Literal["keep", "drop"]
Code = Literal["skip", "comments", "strings", "all"]
Group = Literal["article"]
References = Literal["file", "line", "none"]
Layout = Literal[
    "plain", "hugo", "hugo-folder", "jekyll", "mkdocs", "mkdocs-folder", "zensical", "docusaurus", "starlight",
    "vitepress", "zola", "myst", "mdbook", "eleventy",
]  # fmt: skip
Fallback = Literal["mixed", "source", "omit", "last-good"]
Outdated = Literal["source", "keep"]
Require = Literal["translated", "reviewed"]
Anchors = Literal["pin", "keep"]
HeadingIds = Literal[
    "auto", "none", "github", "docusaurus", "astro", "astro-7", "hugo", "hugo-ascii", "hugo-blackfriday", "hugo-old",
    "hugo-old-ascii", "hugo-old-blackfriday", "kramdown", "kramdown-strict", "kramdown-transliterated",
    "python-markdown", "python-markdown-unicode", "pymdownx", "pymdownx-lower", "pymdownx-lower-ascii", "pymdownx-fold",
    "vitepress", "mdbook", "zola", "zola-kept", "myst", "myst-gitlab", "myst-docutils", "sphinx", "mystmd", "eleventy",
]  # fmt: skip
Links = Literal["localize", "keep"]
Credits = Literal["none"]
Images = Literal["strip", "keep"]
BundleFormat = Literal["zip", "html", "epub"]
Translators = Literal["omit", "keep"]
Remote = Literal["named", "never"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the project is, and its languages."""

    name: Annotated[
        Line, Key("name of the project in its catalogs; without it the one in pyproject.toml", example="Field notes")
    ] = "articles"
    source_locale: Annotated[Line, Key("language of the articles; BCP 47, as are all locales here")] = "en"
    locales: Annotated[
        tuple[str, ...],
        strings(minItems=1, uniqueItems=True),
        Key("languages to translate into; the one key without a default", example=("de", "es", "ko", "ar", "pt-BR")),
    ]


@dataclass(frozen=True, slots=True)
class Source:
    """Where the articles are and how they are read."""

    path: Annotated[
        tuple[str, ...],
        folders(),
        Key('folder of the articles, or a list of folders; "." is the root', example="source"),
    ] = ("source",)
    include: Annotated[Globs, Key("globs of the files below it that are articles")] = ("**/*.md", "**/*.mdx")
    exclude: Annotated[
        Globs, Key("files and folders that hold none, and are not published either, by name or as globs")
    ] = ()
    dialect: Annotated[DialectName, Key("Markdown that the articles are written in")] = "gfm"
    data: Annotated[
        tuple[DataFiles, ...],
        data_files(),
        Key(
            "JSON, YAML and TOML files, relative to the project's root, with key paths of values for readers",
            example=("_data/nav.yml: [].title",),
        ),
    ] = ()
    front_matter: Annotated[
        Several,
        Key("key paths of values for readers; `images[].alt` reaches into lists, `menu.*.text` into every key"),
    ] = ("title", "description", "summary")
    parameters: Annotated[
        Several, Key("more parameters of shortcodes, components and directives that hold text for readers")
    ] = ()
    code: Annotated[Code, Key("what of fenced code is offered to translators; needs Pygments")] = "skip"
    verbatim: Annotated[Patterns, Key("regular expressions of lines and spans that are left as they are")] = ()
    skip: Annotated[Patterns, Key("regular expressions of whole messages that nobody is asked to translate")] = ()
    data_shortcodes: Annotated[Several, Key("shortcodes and directives whose body is data")] = ()
    breaks: Annotated[bool, Key("whether the generator shows each line end of a paragraph as a break")] = False
    private: Annotated[
        Globs, Key("articles and folders that never leave the machine, by name or as globs; each must match one")
    ] = ()

    @property
    def base(self) -> str:
        """The folder that paths of articles begin in: the one that is configured, or the root, which has no name."""
        return self.folders[0] if len(self.path) == 1 else ""

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of the articles; the root has no name."""
        return tuple("" if folder == "." else folder for folder in self.path)


@dataclass(frozen=True, slots=True)
class Catalogs:
    """Where the PO and POT files are."""

    path: Annotated[str, path_with("{locale}", "{article}"), Key("path of a catalog")] = (
        "locales/{locale}/LC_MESSAGES/{article}.po"
    )
    template: Annotated[str, path_with("{article}"), Key("path of a template")] = "locales/templates/{article}.pot"
    group: Annotated[Group, Key("what has a catalog of its own", later=("site",))] = "article"
    references: Annotated[References, Key("what `#:` comments say")] = "file"
    facts: Annotated[
        bool, Key("translators read dates, numbers and references in their language's writing, in a `#. facts:` line")
    ] = False


@dataclass(frozen=True, slots=True)
class MemorySettings:
    """Translations and terms to draw on."""

    minimum: Annotated[Percent, Key("least likeness of a match, 0-100")] = 75
    glossary: Annotated[File, Key("a CSV or TBX file of terms, inside the project")] = ""


@dataclass(frozen=True, slots=True)
class DraftSettings:
    """Which engines fill what is empty."""

    engines: Annotated[
        tuple[str, ...], some_of(engine_tables, least=0), Key("engines, tried in this order; what each is: drafts.md")
    ] = ("memory", "apertium")
    max_characters: Annotated[
        int,
        number("a whole number, 0 or more", whole=True),
        Key("characters after which a run stops before it sends more; 0: no limit"),
    ] = 0
    max_cost: Annotated[Amount, Key("sum after which a run stops, by the prices below; 0: no limit")] = 0.0
    redact: Annotated[
        NamesFile, Key("a file outside version control: names and terms replaced before anything is sent")
    ] = ""


@dataclass(frozen=True, slots=True)
class Check:
    """How severe each rule is."""

    error: Annotated[Distinct, Key("ids of rules raised to errors")] = ()
    warn: Annotated[Distinct, Key("ids of rules lowered or raised to warnings")] = ()
    off: Annotated[Distinct, Key("ids of rules that are turned off")] = ()
    hosts: Annotated[Several, Key("link targets that a translation may change to, as globs")] = ()


@dataclass(frozen=True, slots=True)
class Build:
    """What is published and how."""

    path: Annotated[Tree, Key("folder of the compiled articles; with a layout it may be the generator's own")] = "dist"
    layout: Annotated[
        Layout, Key("where pages lie, as the site generator wants them; plain: a folder for each language")
    ] = "plain"
    fallback: Annotated[Fallback, Key("what is published of an article that is not wholly translated")] = "mixed"
    outdated: Annotated[Outdated, Key("what a message shows whose source changed since it was translated")] = "source"
    minimum: Annotated[
        LocalPercent,
        Key("percent of words translated below which an article is not published in a language; also by locale"),
    ] = NO_PERCENT
    drop_below: Annotated[
        LocalPercent,
        Key("percent of words translated below which one already published is withdrawn; also by locale"),
    ] = NO_PERCENT
    required: Annotated[
        LocalGlobs,
        Key("articles without which a language is not published at all, by name or as globs; also by locale"),
    ] = NO_GLOBS
    require: Annotated[Require, Key("translations that are published")] = "translated"
    drafts: Annotated[bool, Key("machine drafts are published too; each such page says so at its top")] = False
    anchors: Annotated[Anchors, Key("whether headings keep the source's id (pin)")] = "pin"
    ids: Annotated[
        HeadingIds, Key("rule by which the site makes ids of headings; auto: what its configuration says")
    ] = "auto"
    links: Annotated[
        Links,
        Key("whether links lead to pages of the same language and are right where a page lies (localize)"),
    ] = "localize"
    images: Annotated[
        Images, Key("what pictures and files say of place, camera and author: taken out, or published")
    ] = "strip"
    comments: Annotated[
        Comments,
        Key("whether comments of articles that are words for people are published; those for this program never are"),
    ] = "keep"
    credits: Annotated[Credits, Key("who is named on a page", later=("alias",))] = "none"
    staging: Annotated[
        FolderIfAny,
        Key("folder of a second output with drafts and languages that are not live, for translators to look at"),
    ] = ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is packed."""

    path: Annotated[Folder, Key("folder of the bundles")] = "bundles"
    formats: Annotated[tuple[BundleFormat, ...], Key("forms of a bundle")] = ("zip",)


@dataclass(frozen=True, slots=True)
class Privacy:
    """What must not leave."""

    translators: Annotated[Translators, Key("names, addresses, teams and local times in catalogs")] = "omit"
    remote: Annotated[Remote, Key("whether texts may go to a remote engine that is named, here or by --engine")] = (
        "named"
    )


@dataclass(frozen=True, slots=True)
class Scripture:
    """How verses of the Bible are referred to."""

    tradition: Annotated[LocalWord, Key("tradition of books and notation, by locale: de = luther")] = NO_WORD


@dataclass(frozen=True, slots=True)
class Typography:
    """How texts are set."""

    quotes: Annotated[LocalQuotes, Key("quotation marks by locale, where not CLDR’s: ar = «»‹›")] = NO_WORD


TABLES: Mapping[str, type] = {
    "project": Head,
    "source": Source,
    "catalogs": Catalogs,
    "memory": MemorySettings,
    "draft": DraftSettings,
    "check": Check,
    "build": Build,
    "bundle": Bundle,
    "privacy": Privacy,
    "typography": Typography,
    "scripture": Scripture,
}
"""Every table whose keys are known. `[engine.NAME]` and `[notices]` have names of their own."""

LATER: Mapping[str, Mapping[str, str]] = {
    "memory": {"import": "Memory holds what the project's own catalogs hold."},
    "build": {},
    "privacy": {"deny": "Nothing is searched for names; [draft] redact keeps them from engines only."},
}
"""Keys of the contract that this version does not have, by table, with what is done instead."""
