"""How is a generator run, and where does it put the pages of an article?"""

from __future__ import annotations

import os
import posixpath
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SITES = Path(__file__).parents[2] / ".sites"
"""Where the generators are installed."""
BIN = SITES / "venv" / "bin"
Link = Callable[[str, str], str]
"""From the path of an article below the source folder and a link of the sample, to what this generator wants."""


def as_written(path: str, target: str) -> str:
    """Links between files, which most generators resolve."""
    del path
    return target


def split(target: str) -> tuple[str, str]:
    """The path of a link, and its fragment with the mark."""
    path, mark, fragment = target.partition("#")
    return path, mark + fragment


@dataclass(frozen=True, slots=True)
class Command:
    """What builds a site, or one language of it."""

    arguments: Sequence[str | Path]
    environment: dict[str, str] = field(default_factory=dict)
    folder: str = ""
    """Where it is run, below the site's."""


def ran(command: Command, folder: Path) -> tuple[bool, str]:
    """Run a command at a site: whether it came to a good end, and all that it said."""
    done = subprocess.run(
        command.arguments, cwd=folder / command.folder, capture_output=True, text=True, check=False,
        timeout=1200, stdin=subprocess.DEVNULL, env={**os.environ, **_QUIET, **command.environment},
    )  # fmt: skip
    return done.returncode == 0, (done.stdout + done.stderr).replace(str(folder), "")


_QUIET = {
    "NO_MKDOCS_2_WARNING": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "FORCE_COLOR": "0",
    "ASTRO_TELEMETRY_DISABLED": "1", "CI": "true", "NO_UPDATE_NOTIFIER": "1",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator in one of its versions, with one of the layouts."""

    name: str
    """What `make test-sites-NAME` calls it."""
    page: str
    """Its page in docs/sites/, without extension."""
    needs: tuple[str, ...]
    """What must be installed: names of `install.py`."""
    source: str
    """The folder of the articles in the source's language."""
    output: str
    """The folder of the generated site."""
    commands: Callable[[Sequence[str]], Sequence[Command]]
    """Commands that build the site; given the languages that it is translated into."""
    minimal: tuple[str, ...] = ()
    """Folders of the minimal site, where there is not just one named after the page; a later one's files win."""
    pictures: str = ""
    """The folder of the sample's pictures, where it is not next to the articles."""
    home: str = "index"
    """Name of the article of a folder itself."""
    files: bool = False
    """Whether a page is `a.html`, and not `a/index.html`."""
    address: str = "https://example.org/"
    folders: dict[str, str] = field(default_factory=dict)
    """Locale → its folder in the site, where that is not its tag; `en` is the source."""
    tags: dict[str, str] = field(default_factory=dict)
    """Locale → `lang` of its pages, where that is not its tag."""
    content: str = "main"
    """A CSS selector of what stands in an article."""
    link: Link = as_written
    more_links: tuple[str, ...] = ()
    """Links to the odd page in all other forms that this generator takes, those from the server's root among them."""
    pinned: Callable[[str, str], Sequence[str]] = lambda text, name: (f"## {text} {{#{name}}}\n",)
    """Lines of a heading with an id of its own."""
    draft: str = ""
    """Front matter of an article that the generator holds back; empty if it knows none."""
    front: Callable[[str], str] = lambda title: f"---\ntitle: {title}\n---\n\n"
    """How a page with a title begins."""
    modules: str = ""
    """The folder of npm's modules below `SITES`; empty if it needs none next to the site."""
    needs_modules_near: bool = False
    """Whether they must really lie below the site: Astro finds its components by their paths."""
    versions: str = ""
    """What `i18n sites` says of lines that only some versions want, this one too."""
    begun: Callable[[Path, str], str | None] = lambda _folder, _name: None
    """How a file of the site begins that lines of it are put into; None for one that is there."""
    variant: str = ""
    """What its page says of it in parentheses, where it shows other files than those of the usual one."""
    adapted: Callable[[str], str] = lambda text: text
    """What this generator wants otherwise in the sample's articles."""
    phrases: Callable[[str], str] = lambda text: text
    """The same in articles and catalogs."""
    settings: tuple[str, ...] = ()
    """More lines of `[build]`, which its page names."""
    names_all: bool = False
    """Whether it names every language as an alternate of every page, translated or not."""
    needs_all: bool = False
    """Whether every language needs every page, since this generator shows none in place of one that is not there."""

    def article(self, path: str) -> str:
        """Where an article of the sample lies in the project."""
        folder, name = posixpath.split(path)
        return posixpath.join(self.source, folder, f"{self.home}.md" if name == "index.md" else name)

    def plain(self, article: str) -> str:
        """The sample's path of an article of the project."""
        path = article.removeprefix(self.source and f"{self.source}/")
        folder, name = posixpath.split(path)
        return posixpath.join(folder, "index.md") if name == f"{self.home}.md" else path

    def picture(self, path: str) -> str:
        """Where a picture of the sample lies in the project."""
        return posixpath.join(self.pictures or self.source, path)

    def folder(self, locale: str) -> str:
        """The folder of a language in the generated site; empty for its root."""
        return self.folders.get(locale, "" if locale == "en" else locale)

    def html(self, locale: str, path: str) -> str:
        """The page of an article of the sample in a language, below the folder of the generated site."""
        stem = path.removesuffix(".md")
        folder, name = posixpath.split(stem)
        page = posixpath.join(folder, "index.html") if name == "index" else self._page(stem)
        return posixpath.join(self.folder(locale), page)

    def _page(self, stem: str) -> str:
        return f"{stem}.html" if self.files else f"{stem}/index.html"
