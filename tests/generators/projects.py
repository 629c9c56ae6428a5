"""How does the sample become a project in a site of each generator? Its articles, an odd page, and all translations."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from i18n.catalog import codec
from i18n.extract.source import Source, read_source
from i18n.message.pseudo import pseudo
from i18n.model import Article, Unit
from i18n.project import Project, find_articles
from i18n.pseudo import ACCENTED, MIRRORED
from i18n.store import LocalStore
from i18n.workflow.opening import open_project
from i18n.workflow.reading import rules
from i18n.workflow.session import Session
from tests.cli.commands import ROOT, i18n, write
from tests.generators.generator import SITES, Generator

DOCS = ROOT / "docs" / "sites"
MINIMAL = Path(__file__).parent / "minimal"
LOCALES = {"de": "ltr", "es": "ltr", "ko": "ltr", "ar": "rtl", "pt-BR": "ltr"}
ODD, LINKS, DRAFT, PRIVATE = "odd.md", "odd-links.md", "not-yet.md", "private.md"
MISSING = {("ko", "letters/from-the-editor-spring.md"), ("ar", "notes/a-week-in-the-warehouse.md")}
"""Articles that nobody translated into a language."""
SECRETS = ("quillonaut", "zugvogelig")
"""Words of a draft, and of the translation of a private article."""
_BLOCK = re.compile(r"^`([\w./-]+)`(?: \(([^)\n]+)\))?:\n\n```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MADE = re.compile(r"<!-- made by `make docs` -->\n.*<!-- up to here -->\n", re.DOTALL)
_LISTED = re.compile(r"^locales = .*", re.MULTILINE)
_MARK = re.compile(r"^([ \t]*)[^\n]*@lines ?([^\n@]*)@[^\n]*\n", re.MULTILINE)
"""Stands in files of minimal sites where lines go that `i18n sites` prints; those that hold a word, if it names one."""
_LINK = re.compile(r"(?<=\]\()(?!\w+:|#|/)[^)\s]+|(?<=\]: )(?=[\w./-]+\.md)[^\s]+")


def documented(page: str, variant: str = "") -> dict[str, str]:
    """The files that a page of docs/sites/ shows, each after a line that names it, and a variant in parentheses."""
    shown = _BLOCK.findall(_MADE.sub("", (DOCS / f"{page}.md").read_text(encoding="utf-8")))
    return {name: block for wanted in ("", variant) for name, said, block in shown if said == wanted}


def with_configuration(
    folder: Path, generator: Generator, locales: Collection[str] = (), build: Iterable[str] = ()
) -> None:
    """Write the minimal site, in the source's language alone or with the configuration that its page shows.

    `build` has lines of that table which are of the test alone.
    """
    for name, data in minimal(*(generator.minimal or (generator.page,))).items():
        write(folder, name, data.decode() if locales else without_marks(data.decode()))
    if locales:
        shown = documented(generator.page, generator.variant)
        text = _LISTED.sub(f"locales = {json.dumps(list(locales))}", shown.pop("i18n.toml"))
        write(folder, "i18n.toml", with_lines(text, "build", "\n".join((*generator.settings, *build))))
        for name, text in shown.items():
            paste(folder, generator, name, text, "end")
    if generator.modules:
        _add_modules(folder, SITES / generator.modules / "node_modules", is_near=generator.needs_modules_near)


def with_printed_lines(folder: Path, generator: Generator) -> None:
    """Paste what `i18n sites` prints where it says, and take the marks of the minimal site away."""
    for each in json.loads(i18n(folder, "sites", "--format", "json").stdout)["lines"]:
        if each["versions"] in ("", generator.versions):
            paste(folder, generator, each["file"], each["text"], each["place"])


def paste(folder: Path, generator: Generator, name: str, text: str, place: str) -> None:
    """Put lines into a file of the site: as the file, at its top or end, or at the mark inside."""
    file = folder / name
    if place == "file":
        write(folder, name, text)
    elif place == "top":
        write(folder, name, text + file.read_text(encoding="utf-8"))
    elif place == "end":
        write(folder, name, file.read_text(encoding="utf-8") + text)
    elif (begun := generator.begun(folder, name)) is not None:
        write(folder, name, begun + text)
    elif file.exists():
        write(folder, name, _pasted(file.read_text(encoding="utf-8"), text))


def without_marks(text: str) -> str:
    """A file of a minimal site without what says where lines go."""
    return _MARK.sub("", text)


def _add_modules(folder: Path, modules: Path, *, is_near: bool) -> None:
    if not is_near:
        (folder / "node_modules").symlink_to(modules)
        return
    try:
        shutil.copytree(modules, folder / "node_modules", symlinks=True, copy_function=os.link)
    except (OSError, shutil.Error):  # another disk
        shutil.rmtree(folder / "node_modules", ignore_errors=True)
        shutil.copytree(modules, folder / "node_modules", symlinks=True)


def minimal(*names: str) -> dict[str, bytes]:
    """The files of a minimal site by path; those of a later folder win."""
    folders = [MINIMAL / name for name in names]
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for folder in folders
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def _pasted(text: str, lines: str) -> str:
    """The lines in place of the mark for them, as far in as the mark is."""
    mark = next((mark for mark in _MARK.finditer(text) if mark[2] in lines), None)
    if mark is None:
        return text
    inside = "".join(f"{mark[1]}{line}\n" for line in lines.splitlines())
    return text[: mark.start()] + inside + text[mark.end() :]


def with_lines(text: str, table: str, lines: str) -> str:
    """A TOML file with more lines in one of its tables."""
    head = f"[{table}]\n"
    return text.replace(head, f"{head}{lines}\n", 1) if head in text else f"{text}\n{head}{lines}\n"


def add_sample(folder: Path, generator: Generator) -> None:
    """Put the sample's articles, pictures and catalogs where this generator and the configuration want them."""
    source = ROOT / "source"
    for file in sorted(source.rglob("*")):
        path = file.relative_to(source).as_posix()
        if file.suffix == ".md":
            text = generator.adapted(generator.phrases(_linked(file.read_text(encoding="utf-8"), path, generator)))
            write(folder, generator.article(path), text)
        elif file.is_file():
            (folder / generator.picture(path)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, folder / generator.picture(path))
    write(folder, generator.article(ODD), generator.front("Odd headings") + odd(generator))
    if generator.draft:
        write(folder, generator.article(DRAFT), f"---\ntitle: Not yet\n{generator.draft}\n---\n\nA quillonaut.\n")
    write(folder, generator.article(PRIVATE), generator.front("For us") + "Nothing for others.\n")


def add_catalogs(folder: Path, generator: Generator) -> None:
    """Put the sample's catalogs where the configuration wants them."""
    project = open_project(str(folder))
    source = ROOT / "source"
    for path in sorted(file.relative_to(source).as_posix() for file in source.rglob("*.md")):
        name = project.path(generator.article(path)).removesuffix(".md")
        for locale in project.locales:
            given = ROOT / project.catalog(path.removesuffix(".md"), locale).replace(
                project.catalogs.path.partition("{")[0], "locales/"
            )
            text = generator.phrases(_linked(given.read_text(encoding="utf-8"), path, generator))
            write(folder, project.catalog(name, locale), text)


def _linked(text: str, path: str, generator: Generator) -> str:
    return _LINK.sub(lambda match: generator.link(path, match[0]), text)


HEADINGS = (
    "What's new?", "C++ & C#", "Über uns", "안녕하세요 세계", "مرحبا بالعالم", "你好,世界!", "हिन्दी पाठ",
    "1. First step", "Hello  -  World", "Émile’s “quote”", "foo_bar", "Party 🎉 time", "John 3:16–18",
    "Limits", "Limits?", "Foo", "Foo", "Foo-1", "Foo", "Home", "Start", "Bar_1", "Bar", "Bar",
    "Use `git push` now", "*Emphasis* and **weight**", "See [the glossary](GLOSSARY)", "Raw <b>HTML</b> here",
    "“Smart” quotes -- and ‘dashes’...", "Don’t \\*panic\\*", "AT&amp;T and R&D", "!!!", "Same end", "Same end",
)  # fmt: skip
ODD_TEXTS = {
    "Home": "Start", "Start": "Beginn", "Limits": "Grenzen", "Limits?": "", "Foo-1": "Foo", "Bar": "Bar_1",
    "Same end": "!!!", "!!!": "",
}  # fmt: skip
"""Translations that take each other's ids, and messages that nobody translated."""


def odd(generator: Generator) -> str:
    """A page with headings that generators make odd ids of."""
    glossary = generator.link(ODD, "guides/glossary.md")
    texts = [f"## {heading.replace('GLOSSARY', glossary)}\n\nWords below it.\n" for heading in HEADINGS]
    return "\n".join((*texts, *generator.pinned("An own anchor", "own-anchor"), "### Deeper\n\nAnd the end.\n"))


def add_links(folder: Path, generator: Generator, ids: Iterable[str]) -> None:
    """Add a page that links to each of these places on the odd page, and to that page in all other forms."""
    target = generator.link(LINKS, ODD)
    more = "\n\n".join(generator.more_links)
    lines = "".join(f"{number}. [Place {number}](<{target}#{each}>)\n" for number, each in enumerate(ids, 1))
    write(folder, generator.article(LINKS), generator.front("Links to odd headings") + f"{lines}\n{more}\n")


def built(folder: Path, generator: Generator) -> str:
    """Extract, translate all but what is left out on purpose, and build; what `build` says."""
    assert i18n(folder, "extract").exit_code == 0
    add_translations(folder, lambda locale, path: (locale, generator.plain(path)) in MISSING)
    done = i18n(folder, "build")
    assert done.exit_code == 0, done.output
    return done.output


def add_translations(folder: Path, is_missing: Callable[[str, str], bool]) -> None:
    """Translate what is open: the odd page by its own texts, the private article by a secret, all else by a machine."""
    project, session = open_project(str(folder)), Session(LocalStore(str(folder)), datetime.now(UTC))
    for source in _sources(session, project):
        for locale in project.locales:
            if not is_missing(locale, project.original(source.article.path)):
                _fill(folder / project.catalog(source.article.name, locale), source, locale)


def _sources(session: Session, project: Project) -> Iterator[Source]:
    for known in find_articles(session.store, project).articles:
        data = session.store.read(known.reference)
        yield read_source(Article(known.path, known.name, known.reference, data), rules(session, project))


def _fill(file: Path, source: Source, locale: str) -> None:
    if not file.exists():
        return
    catalog = codec.parse(file.read_bytes())
    is_odd, is_private = source.article.name.endswith("odd"), source.article.name.endswith("private")
    filled = []
    for unit in catalog.units:
        if is_private:
            filled.append(replace(unit, msgstr="zugvogelig", fuzzy=False))
        elif is_odd and unit.msgid in ODD_TEXTS:
            filled.append(replace(unit, msgstr=ODD_TEXTS[unit.msgid], fuzzy=False))
        elif unit.msgstr and not unit.fuzzy:
            filled.append(unit)
        else:
            filled.append(_pseudo(unit, source, locale))
    file.write_bytes(codec.serialize(replace(catalog, units=tuple(filled))))


def _pseudo(unit: Unit, source: Source, locale: str) -> Unit:
    kind = MIRRORED if LOCALES.get(locale) == "rtl" else ACCENTED
    text = pseudo(unit.msgid, source.dialect, kind, source.extraction.labels)
    return replace(unit, msgstr=text, fuzzy=False)
