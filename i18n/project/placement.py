"""Where do the files of each language lie, by the layout in use?"""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

TREE = "{locale}/{path}"
"""A folder for each language, with the same paths below it."""
SUFFIX = "{folder}{stem}.{locale}{ext}"
"""A name for each language, next to the article's own."""


_DATA = "/_data/"
"""Jekyll's and Eleventy's folder of data, in which each folder is a name that templates ask for."""


class Setting(NamedTuple):
    """A key of front matter that pages need in another language.

    The forms may hold what those of a `Rule` do, and also `{tag}` (the language in BCP 47), `{prefix}` (as the
    addresses of pages spell it), `{was}` (the value that is there) and `{bare}` (the same without slashes before it).
    """

    key: str
    """A key path, as `[source] front_matter` has it."""
    value: str
    """What its value becomes, if it is there."""
    only: str = ""
    """How such a value begins; others stay."""
    missing: str = ""
    """What its value becomes if it is not there; empty: it is not added."""
    of_index: str = ""
    """The same for a page that its folder is named after, `index`, where that has another form."""


class Rule(NamedTuple):
    """Where the pages of some articles lie.

    The forms may hold `{locale}` (as the generator spells it), `{path}` (the article's path below `source`), and its
    parts: `{folder}` (with a slash at its end, or empty), `{stem}` and `{ext}` (with its dot).
    """

    source: str
    """The folder that these articles lie in, as their paths have it; empty for all of them."""
    page: str
    """Path of a page, below the folder of its language."""
    file: str = ""
    """Path of a file that a page needs, where that has another form than the page's own."""
    settings: tuple[Setting, ...] = ()
    """What the pages need in their front matter."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where what is built lies below `[build] path`."""

    rules: tuple[Rule, ...] = (Rule("", "{path}"),)
    """The first one counts whose folder an article lies in; the last one fits all."""
    spelled: Mapping[str, str] = field(default_factory=dict)
    """Locale → as paths have it, where that is not its BCP 47 tag."""
    divided: bool = True
    """Each language has a folder of its tag's name, and what is said of paths here is said of those below it.

    Otherwise the languages share one tree, which may be the generator's own.
    """
    source: str = ""
    """The source's language as paths have it, where an article's name may end in it: `a.en.md`."""
    prefixes: Mapping[str, str] = field(default_factory=dict)
    """Locale → as addresses of pages have it, where that is not as paths do."""
    base: str = ""
    """The path of the site's address, as in `/notes`; empty for a site that has a server of its own."""
    serves_source: bool = False
    """The generator itself shows the article where a page is not there in a language."""

    def spelling(self, locale: str) -> str:
        """Spell a language as paths have it."""
        return self.spelled.get(locale, locale)

    def folder(self, locale: str) -> str:
        """Name the folder of a language; empty where the languages share one tree."""
        return locale if self.divided else ""

    def page(self, path: str, locale: str) -> str:
        """Say where the page of an article lies, below the folder of its language."""
        rule, below = self._rule(path)
        return self._filled(rule.page, below, locale)

    def file(self, path: str, locale: str) -> str:
        """Say where a file lies that the page of an article needs, below the folder of its language."""
        rule, below = self._rule(path)
        return self._filled(rule.file or rule.page, below, locale)

    def data(self, path: str, locale: str, source: str) -> str:
        """Say where a file of data lies, below the folder of the language, as articles in `source` have it at `path`.

        The language stands where the path has that of the articles. Where languages share one tree, a path that names
        none gets a name for each: `_data/nav.yml` in a folder of `_data`, any other before its ending.
        """
        own = {even(each) for each in (source, source.partition("-")[0], self.source) if each}
        named = "/".join(_renamed(part, own, self.spelling(locale)) for part in path.split("/"))
        if self.divided or named != path:
            return named
        above, data, inner = f"/{path}".rpartition(_DATA)
        place = self._filled(TREE if data else SUFFIX, inner.removeprefix("/"), locale)
        return f"{above}{data}{place}".removeprefix("/")

    def inner(self, path: str) -> str:
        """Say where an article lies below the folder that its generator knows it by."""
        return self._filled("{folder}{stem}{ext}", self._rule(path)[1], "")

    def prefix(self, locale: str) -> str:
        """Spell a language as addresses of pages have it."""
        return self.prefixes.get(locale, self.spelling(locale))

    def holds(self, path: str, locale: str) -> bool:
        """Tell whether a path below `[build] path` is one that pages of a language have."""
        if self.divided:
            return path.startswith(f"{self.folder(locale)}/")
        return any(_pattern(rule.page, self.spelling(locale)).fullmatch(path) for rule in self.rules)

    def settings(self, path: str, locale: str) -> Iterator[Setting]:
        """Say what the front matter of an article's page needs in a language: only `{was}` and `{bare}` stay open."""
        rule, below = self._rule(path)
        for each in rule.settings:
            stem = posixpath.splitext(posixpath.basename(below))[0]
            missing = each.of_index if each.of_index and stem == "index" else each.missing
            value = self._filled(each.value, below, locale, was="{was}", bare="{bare}")
            yield each._replace(value=value, missing=self._filled(missing, below, locale))

    def _rule(self, path: str) -> tuple[Rule, str]:
        for rule in self.rules:
            if path.startswith(rule.source and f"{rule.source}/"):
                return rule, path.removeprefix(rule.source and f"{rule.source}/")
        return self.rules[-1], path

    def _filled(self, form: str, path: str, locale: str, **more: str) -> str:
        folder, name = posixpath.split(path)
        stem, ext = posixpath.splitext(name)
        if self.source and stem.endswith(f".{self.source}"):
            stem = stem.removesuffix(f".{self.source}")
        parts = {"path": path, "folder": folder and f"{folder}/", "stem": stem, "ext": ext, "tag": locale}
        return form.format(locale=self.spelling(locale), prefix=self.prefix(locale), **parts, **more)


def below(folder: str, path: str) -> str:
    """Name what lies below a folder; `"."` and the empty name are the root itself."""
    return path if folder in ("", ".") else f"{folder}/{path}"


def upwards(folder: str) -> Iterator[str]:
    """A folder, and those around it up to the project's root, which has no name."""
    while folder not in ("", "."):
        yield folder
        folder = folder.rpartition("/")[0]
    yield ""


def overlap(one: str, other: str) -> bool:
    """Tell whether two folders are one, or one lies in the other, whatever their letter case."""
    one, other = (below(folder, "").casefold() for folder in (one, other))
    return one.startswith(other) or other.startswith(one)


def _renamed(part: str, own: Container[str], target: str) -> str:
    """A part of a path with a language in place of the articles' own, which is all of it or stands between dots."""
    return ".".join(target if even(each) in own else each for each in part.split("."))


def even(language: str) -> str:
    """A language whatever it is spelled like."""
    return language.casefold().replace("_", "-")


@functools.cache
def _pattern(form: str, spelling: str) -> re.Pattern[str]:
    """A pattern for the paths that a form gives in one language, in either letter case."""
    parts = {"path": ".+", "folder": "(?:.+/)?", "stem": "[^/]+", "ext": r"\.[^./]+"}
    pieces = re.split(r"\{(\w+)\}", form)
    named = (re.escape(spelling) if name == "locale" else parts[name] for name in pieces[1::2])
    joined = [re.escape(pieces[0])]
    for name, literal in zip(named, pieces[2::2], strict=True):
        joined += [name, re.escape(literal)]
    return re.compile("".join(joined), re.IGNORECASE | re.DOTALL)
