"""For what is a layout wanted, and where in the project is the generator's site?"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from i18n.errors import ConfigurationError
from i18n.locales import canonical
from i18n.project.placement import Rule, Setting, below, overlap, upwards
from i18n.project.tables import Layout
from i18n.sites.reading import configuration
from i18n.sites.reading.configuration import Configuration
from i18n.sites.reading.values import text


class Wanted(NamedTuple):
    """A project, as far as a layout asks for it. The root has no name."""

    layout: Layout
    locales: tuple[str, ...]
    """BCP 47, the source's not among them."""
    source_locale: str
    folders: tuple[str, ...]
    """Where the articles are."""
    base: str
    """The folder that their paths begin in."""
    out: str
    """`[build] path`."""
    read: Callable[[str], bytes | None]
    """Gives a file by its path relative to the project's root; None if there is none."""
    file: str = "i18n.toml"
    """The name of the project's own configuration."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The source's language and all others."""
        return (self.source_locale, *self.locales)

    def site(self, *names: str) -> tuple[str, Configuration]:
        """Find the generator's configuration above articles and outputs: the folder it lies in, and what it says."""
        for folder in self._above():
            found = configuration.first(self.reader(folder), names)
            if found.name:
                return folder, found
        return "", Configuration()

    def reader(self, folder: str) -> Callable[[str], bytes | None]:
        """What reads files of a folder by their paths below it."""
        return lambda name: self.read(posixpath.normpath(below(folder, name)))

    def content(self, folder: str) -> str:
        """The folder of the generator's articles: where the outputs lie if that is among the sources, else `folder`."""
        inside = any(overlap(self.out, each) for each in self.folders)
        return self.out if inside else folder

    def reaches(self, folder: str) -> bool:
        """Whether a generator that reads this folder finds the outputs: they lie in it, or around articles of it.

        In the site's root that is not enough: there a folder of the outputs would be a part of each address.
        """
        out = below(self.out, "")
        around = any(below(each, "").startswith(out) for each in self.folders)
        return self.out == folder or around or bool(folder and out.startswith(below(folder, "")))

    def spelled(self, given: Iterable[tuple[str, str]]) -> dict[str, str]:
        """How the generator spells each language: of pairs of a tag and its spelling those of the project."""
        pairs = ((_canonical(tag), spelling) for tag, spelling in given)
        known = {tag: spelling for tag, spelling in pairs if spelling}
        return {locale: known[locale] for locale in self.languages if locale in known}

    def _above(self) -> Iterator[str]:
        found = dict.fromkeys(each for folder in (*self.folders, self.out) for each in upwards(folder))
        yield from sorted(found, key=lambda folder: -folder.count("/") - bool(folder))


def _canonical(tag: str) -> str:
    try:
        return canonical(tag.replace("_", "-"))
    except ConfigurationError:
        return ""


def base_of(address: object) -> str:
    """The path of a site's address, which a configuration says whole or without the server's name."""
    try:
        path = urlsplit(text(address)).path.strip("/")
    except ValueError:
        return ""
    return f"/{path}" if path else ""


def rule(folder: str, base: str, page: str, file: str = "", settings: tuple[Setting, ...] = ()) -> list[Rule]:
    """The rule for the articles below one folder, if there are any below `base`; its forms speak of paths below it."""
    top = below(base, "")
    if not base or folder.startswith(top):
        return [Rule(folder.removeprefix(top), page, file, settings)]
    if folder and folder != base and not base.startswith(below(folder, "")):
        return []
    lead = base.removeprefix(below(folder, "")) if folder != base else ""
    return [Rule("", _leading(page, lead), _leading(file, lead), settings)]


def _leading(form: str, lead: str) -> str:
    """The form for paths that a folder is missing from."""
    before = f"{lead}/" if lead else ""
    return form.replace("{path}", f"{before}{{path}}").replace("{folder}", f"{before}{{folder}}")


def rules(
    wanted: Wanted, content: str, page: str, file: str = "", settings: tuple[Setting, ...] = (), own: str = ""
) -> tuple[Rule, ...]:
    """The rules for all articles of a folder; the source's language may have one of its own in it."""
    folders = (*([below(content, own)] if own else []), content)
    found = [each for folder in folders for each in rule(folder, wanted.base, page, file, settings)]
    return whole(found, page, file, settings)


def whole(placed: Sequence[Rule], page: str, file: str = "", settings: tuple[Setting, ...] = ()) -> tuple[Rule, ...]:
    """Rules of which the last one fits all."""
    return (*placed, *([Rule("", page, file, settings)] if not placed or placed[-1].source else []))


def differing(spelled: Mapping[str, str]) -> dict[str, str]:
    """The languages that are not spelled as their tag."""
    return {locale: spelling for locale, spelling in spelled.items() if spelling != locale}
