"""Where does a link of an article lead from the place where its page in another language lies?"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from i18n.compile.neighbours import Leads, Neighbours
from i18n.markdown.links import Form
from i18n.project import Project, globs, is_article
from i18n.project.placement import below, upwards
from i18n.sites.linking import Linking, address, linking

Named = frozenset[tuple[str, Form]]
"""What an article may lead to, by the path: percent-decoded, and what it is written in."""


@dataclass(frozen=True, slots=True)
class Router:
    """Finds where the links of one article lead, and where its pages have to lead."""

    project: Project
    neighbours: Neighbours
    path: str
    """Of the article, below the source folder."""
    is_there: Callable[[str], bool]
    """Tells of a file or a folder, by its name relative to the project's root."""
    files: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Names of files that lie next to pages, by locale and path below the source folder."""
    _found: dict[tuple[str, Form], str] = field(default_factory=dict, repr=False, compare=False)
    """What `article` said: pages in all languages have the same links, and words that might be some."""
    _files: dict[tuple[str, Form], tuple[str, str]] = field(default_factory=dict, repr=False, compare=False)
    """Likewise the path below the source folder, and the name of the file there that all languages share if any."""

    @property
    def is_idle(self) -> bool:
        """Whether the links of every page are right as they are written, if no article is left out."""
        return self.project.build.layout == "plain" and not self.project.shares_tree

    def leads(self, named: Named, locales: Iterable[str]) -> Leads:
        """Find the articles that paths lead to, if they are there."""
        found = {self.article(written, form) for written, form in named}
        there = tuple(sorted(path for path in found if path in self.neighbours.articles))
        return Leads(there, tuple(sorted(found.difference(there, [""]))), self.neighbours.away(there, locales))

    def lead(self, written: str, form: Form, locale: str) -> str | None:
        """Say where a link leads on the page of a language; None if it may stay as it is."""
        found = self.article(written, form)
        path = found if found in self.neighbours.articles else ""
        if form is Form.REFERENCE:
            return "" if path and self._is_away(path, locale) else None
        if form in (Form.FILE, Form.POST):
            return self._of_tag(written, form, path, locale)
        if written.startswith("@/"):
            away = not path or self.neighbours.left(path, locale)
            return None if away else f"@/{self.project.placement.page(path, locale)}"
        if written.startswith("/"):
            return self._from_root(written, form, path, locale)
        if form is Form.HTML and self._linking.leaves_html and self._is_file_of_site(written):
            return f"../{written}"
        if form is Form.PLAIN and self._linking.in_place and self._below(written).startswith("../"):
            return self._outside(written, locale)
        return self._relative(written, form, path, locale)

    def article(self, written: str, form: Form) -> str:
        """The path of an article that a link leads to, or would if it were there; or its address after a slash."""
        if (written, form) not in self._found:
            self._found[written, form] = self._article(written, form)
        return self._found[written, form]

    def _article(self, written: str, form: Form) -> str:
        known, by = self.neighbours, self._linking
        if form is Form.REFERENCE:
            near = (address(posixpath.join(self._address, "..", written)), address(written))
            found = (known.addresses[each] for each in near if each in known.addresses)
            return next(found, f"/{near[1]}")
        if form in (Form.FILE, Form.POST):
            paths = map(self.project.path, self.looked_up(written, form))
            return next((path for path in paths if path in known.articles), "")
        if written.startswith("@/"):
            return posixpath.normpath(written[2:])
        if written.startswith("/"):
            rooted = known.rooted(written, self.project).path
            if by.names_files and rooted[1:] in known.articles:
                return rooted[1:]
            at = address(rooted)
            return known.addresses.get(at, f"/{at}") if by.prefixed else ""
        path = self._below(written)
        if path in known.articles or (not path.startswith("..") and is_article(self.project, path)):
            return path
        if self.project.build.layout == "plain" or posixpath.splitext(path)[1] not in ("", ".html"):
            return ""
        at = address(posixpath.join(self._folder, written))
        return known.addresses.get(at, f"/{at}")

    @property
    def _folder(self) -> str:
        """Where relative addresses begin on the article's page, from the root of the site."""
        return self._address if self._linking.slashed else posixpath.dirname(self.project.placement.inner(self.path))

    def _below(self, written: str) -> str:
        """The path below the source folder of what a relative path leads to; `..` stands before what lies elsewhere."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), written))

    @property
    def _linking(self) -> Linking:
        return linking(self.project)

    @property
    def _address(self) -> str:
        return self.address(self.path)

    def address(self, path: str) -> str:
        """The address of an article's page, from the site's root."""
        return self.neighbours.own.get(path) or address(self.project.placement.inner(path))

    def _is_away(self, path: str, locale: str) -> bool:
        """Whether readers of a language find no page of an article where their pages are."""
        return self.neighbours.left(path, locale) and not self.project.placement.serves_source

    def looked_up(self, written: str, form: Form) -> Iterator[str]:
        """The names that a file may have which a tag of Jekyll looks up from the root of its site."""
        name = written.lstrip("/")
        names = (f"_posts/{name}.md", f"_posts/{name}.markdown") if form is Form.POST else (name,)
        yield from (below(folder, each) for each in names for folder in upwards(self.project.source.base))

    def _of_tag(self, written: str, form: Form, path: str, locale: str) -> str | None:
        """What a tag of Jekyll looks up instead."""
        if not path or self.neighbours.left(path, locale):
            return None
        page = self.project.output(path, locale)
        if form is Form.POST:
            return posixpath.splitext(page.rpartition("_posts/")[2])[0]
        site = self.project.original(path).removesuffix(written.lstrip("/"))
        return page.removeprefix(site if page.startswith(site) else below(self.project.build.path, ""))

    def _from_root(self, written: str, form: Form, path: str, locale: str) -> str | None:
        by, placement = self._linking, self.project.placement
        rooted = self.neighbours.rooted(written, self.project)
        wanted = f"{rooted.base}/{placement.prefix(locale)}{rooted.path}"
        if by.prefixes_paths:
            return wanted if rooted.base and not self._names_language(rooted.path) else None
        if not path or (posixpath.splitext(written)[1] in (".md", ".mdx") and not by.names_files):
            return None
        if by.finds_articles and placement.base and not rooted.base and form is Form.MARKDOWN:
            return f"{placement.base}{written}" if self._is_away(path, locale) else None
        return None if self._is_away(path, locale) else wanted

    def _names_language(self, path: str) -> bool:
        """Whether an address begins with the language of other pages."""
        return path.split("/")[1] in map(self.project.placement.prefix, self.project.locales)

    def _relative(self, written: str, form: Form, path: str, locale: str) -> str | None:
        file = "" if path else self._file(written, form, locale)
        if not path and not file:
            return None
        by, placement = self._linking, self.project.placement
        away = path and (self.neighbours.left if by.exact else self._is_away)(path, locale)
        is_file = path == self._below(written)
        if away and by.by_address:
            return self._to_address(path)
        if away and by.apart and posixpath.basename(self.path) == "SUMMARY.md":
            return ""  # mdBook makes a file for a chapter that is not there, but for one without an address
        if away and (by.apart or not is_file):
            return self._up(posixpath.normpath(posixpath.join(self._folder, written)) + "/" * written.endswith("/"))
        if away and not by.by_name:
            wanted = self.project.original(path)
        elif path and is_file:
            wanted = self.project.built((placement.file if by.by_name else placement.page)(path, locale), locale)
        else:
            wanted = file
        page = posixpath.dirname(self.project.output(self.path, locale))
        if not wanted or posixpath.normpath(posixpath.join(page, written)) == wanted:
            return None
        new = posixpath.relpath(wanted, page or ".")
        return ("./" if written.startswith(".") and not new.startswith(".") else "") + new + "/" * written.endswith("/")

    def _outside(self, written: str, locale: str) -> str:
        """The way to a file that lies outside the folder of the articles, perhaps outside the project."""
        wanted = posixpath.normpath(posixpath.join(self.project.source.base, self._below(written)))
        root = "/_" * wanted.count("../")
        return posixpath.relpath(
            f"{root}/{wanted}", f"{root}/{posixpath.dirname(self.project.output(self.path, locale))}"
        )

    def _to_address(self, path: str) -> str:
        """The way from a page, below the folder of its language, to the page of an article in the source's."""
        there = self.address(path).replace(" ", "-")
        return self._up(there and f"{there}/")

    def _up(self, there: str) -> str:
        """The way from a page to an address of the source's site, one folder above that of the language."""
        return "../" * (1 + len(list(filter(None, self._folder.split("/"))))) + there

    def _file(self, written: str, form: Form, locale: str) -> str:
        """The name of the file or folder that a link leads to; empty where it is to be left alone."""
        if (written, form) not in self._files:
            path = self._below(written)
            self._files[written, form] = path, self._shared_file(path, form) if written else ""
        path, shared = self._files[written, form]
        return self.files.get((locale, path), shared)

    def _shared_file(self, path: str, form: Form) -> str:
        """The same of one that all languages share."""
        project = self.project
        name = posixpath.normpath(posixpath.join(project.source.base, path))
        if name.startswith("..") or not project.shares_tree:
            return ""
        if self._is_kept_back(path) if form is not Form.PLAIN else globs.means(path, project.source.private):
            return ""  # what the generator itself reads, it finds in folders that are hidden too
        if path in self.neighbours.folders:
            return ""  # a folder of pages, in every language
        # A page of another language may not be written yet.
        return name if project.is_output(name) or self.is_there(name) else ""

    def _is_file_of_site(self, written: str) -> bool:
        """Whether the address of the article's page, with a slash at its end, leads to a file with these words."""
        path = posixpath.normpath(posixpath.join(self._address, written))
        there = not path.startswith("..") and posixpath.splitext(path)[1] != ""
        return there and not self._is_kept_back(path) and self.is_there(self.project.original(path))

    def _is_kept_back(self, path: str) -> bool:
        source = self.project.source
        hidden = any(part.startswith(".") and part != ".." for part in path.split("/"))
        return hidden or globs.means(path, (*source.exclude, *source.private))
