"""What lies in `dist/`, from which bytes was it made, and what may be packed?"""

from __future__ import annotations

import dataclasses
import json
import re
from dataclasses import dataclass
from typing import Any

from i18n.errors import InputError
from i18n.manifest.fields import Fields
from i18n.model import Coverage

_DATA = re.compile(r"\A\.\./(?=data/)")
_ANYWHERE = re.compile(r"\A(?:\.\./)+")
"""How the path of a file of data may begin."""
FORMAT = 1
"""Raised when a field changes its meaning or goes."""
_ADDED = frozenset(f"{words}{state}" for state in ("refused", "outdated", "shown") for words in ("", "words_"))
"""Counts that manifests of earlier versions lack."""


@dataclass(frozen=True, slots=True)
class Built:
    """An article in one locale."""

    source: str
    """Path below the source folder."""
    source_sha256: str
    """64 hexadecimal digits in lower case."""
    output: str
    """Path below the locale's folder in `dist/`, POSIX form; below `[build] path` itself where languages share it.

    That of a file of data begins with `../` where it is for the site generator alone.
    """
    output_sha256: str
    coverage: Coverage
    fallback: str = ""
    """`mixed`, `source`, …: what was shown where no translation could be; empty when nothing was needed."""
    reason: str = ""
    """Why the fallback was needed, in a sentence; empty without one."""
    alternates: tuple[str, ...] = ()
    """BCP 47, sorted: the other languages in which the article is really translated."""
    files: tuple[str, ...] = ()
    """Images and other files that the article uses, sorted paths below the locale's folder; each is listed in
    `Locale.files` too."""
    private: bool = False
    """Never packed."""
    errors: int = 0
    """Findings of severity error; with any, the article is not packed."""

    @property
    def is_for_generator(self) -> bool:
        """Whether it lies apart from what readers are given."""
        return self.output.startswith("../")

    @property
    def withheld(self) -> str:
        """Why the article is kept out of bundles, as the end of a sentence; empty when it is packed."""
        if self.private:
            return "is private, or a draft of its generator"
        if self.errors:
            return f"has {self.errors} {'error' if self.errors == 1 else 'errors'}"
        return ""


@dataclass(frozen=True, slots=True)
class Locale:
    """Everything built in one language."""

    tag: str
    """BCP 47."""
    name: str
    """In the language itself."""
    direction: str
    """`ltr` or `rtl`."""
    articles: tuple[Built, ...] = ()
    """Sorted by `source`, each once."""
    files: tuple[tuple[str, str], ...] = ()
    """Path below the locale's folder and SHA-256 of every file that is no article, sorted."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The content of `dist/manifest.json`. Internal: it names sources and private articles, so it is never packed."""

    tool: str
    """Name and version of the program that built."""
    locales: tuple[Locale, ...] = ()
    """Sorted by tag, each once."""
    built: int | None = None
    """`SOURCE_DATE_EPOCH`, in seconds, if the build was given one."""
    left_out: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """By locale, sorted: paths below the source folder of public articles that have no page in it."""
    tree: str | None = None
    """The folder that the languages share, from the root; None where each has a folder next to the manifest."""

    def locale(self, tag: str) -> Locale | None:
        """The locale of that tag, if anything was built in it."""
        return next((locale for locale in self.locales if locale.tag == tag), None)


def serialize(manifest: Manifest) -> bytes:
    """UTF-8 JSON with sorted keys, two spaces and a final newline; the same for equal manifests."""
    value: dict[str, Any] = {
        "format": FORMAT,
        "tool": manifest.tool,
        "locales": {locale.tag: _locale_value(locale) for locale in manifest.locales},
    }
    if manifest.built is not None:
        value["built"] = manifest.built
    if manifest.left_out:
        value["left_out"] = {tag: list(paths) for tag, paths in manifest.left_out}
    if manifest.tree is not None:
        value["tree"] = manifest.tree
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _locale_value(locale: Locale) -> dict[str, Any]:
    return {
        "name": locale.name,
        "direction": locale.direction,
        "articles": {article.source: _article_value(article) for article in locale.articles},
        "files": dict(locale.files),
    }


def _article_value(article: Built) -> dict[str, Any]:
    return {
        "source_sha256": article.source_sha256,
        "output": article.output,
        "output_sha256": article.output_sha256,
        "coverage": dataclasses.asdict(article.coverage),
        "fallback": article.fallback,
        "reason": article.reason,
        "alternates": list(article.alternates),
        "files": list(article.files),
        "private": article.private,
        "errors": article.errors,
    }


def parse(data: bytes, path: str = "") -> Manifest:
    """Read what `serialize` wrote; `path` is for messages.

    Raises `InputError` for anything else: broken JSON, another format, a missing, unknown or impossible value, a path
    that leads out of its folder.
    """
    fields = Fields(_decoded(data, path), path)
    if fields.whole_number("format") != FORMAT:
        raise fields.error("format", f"was written as another format than {FORMAT}")
    tree = None
    if fields.has("tree"):
        tree = "." if fields.text("tree") == "." else fields.path("tree")
    leaving = _DATA if tree is None else _ANYWHERE
    locales = tuple(_locale(tag, locale, leaving=leaving) for tag, locale in fields.mapping("locales"))
    built = fields.whole_number("built") if fields.has("built") else None
    left = fields.inner("left_out") if fields.has("left_out") else None
    left_out = tuple((tag, left.texts(tag)) for tag in left.names()) if left else ()
    manifest = Manifest(fields.text("tool"), locales, built, left_out, tree)
    fields.finish()
    return manifest


def _decoded(data: bytes, path: str) -> Any:
    hint = "Run “i18n build” to make it again."
    try:
        return json.loads(data.decode())
    except UnicodeDecodeError as error:
        raise InputError(f"The manifest is not UTF-8 at byte {error.start}", hint, path) from error
    except (json.JSONDecodeError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        raise InputError("The manifest is not JSON", hint, path, line) from error


def _locale(tag: str, fields: Fields, *, leaving: re.Pattern[str]) -> Locale:
    direction = fields.text("direction")
    if direction not in ("ltr", "rtl"):
        raise fields.error("direction", "is neither ltr nor rtl")
    articles = tuple(_article(source, article, leaving=leaving) for source, article in fields.mapping("articles"))
    locale = Locale(tag, fields.text("name"), direction, articles, fields.digests("files"))
    known = {name for name, _ in locale.files}
    for article in articles:
        if not known.issuperset(article.files):
            raise fields.error("files", f"lacks a file of the article {article.source!r}")
    fields.finish()
    return locale


def _article(source: str, fields: Fields, *, leaving: re.Pattern[str]) -> Built:
    counts = fields.inner("coverage")
    names = [field.name for field in dataclasses.fields(Coverage)]
    coverage = Coverage(**{name: counts.whole_number(name) for name in names if name not in _ADDED or counts.has(name)})
    counts.finish()
    article = Built(
        source,
        fields.digest("source_sha256"),
        fields.path("output", leaving=leaving),
        fields.digest("output_sha256"),
        coverage,
        fields.text("fallback"),
        fields.text("reason"),
        fields.texts("alternates"),
        fields.paths("files"),
        fields.truth("private"),
        fields.whole_number("errors"),
    )
    fields.finish()
    return article
