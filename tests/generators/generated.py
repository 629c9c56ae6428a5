"""What is built drops into real generators and works: every link, fragment and id of the pages that they make."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from tests.cli.commands import ROOT
from tests.generators import corpora, known, pages, projects
from tests.generators.checking import Expected, Fault, Site, faults
from tests.generators.generator import Generator, ran
from tests.generators.generators import GENERATORS
from tests.generators.projects import LOCALES, ODD

ODD_PAGE = {False: "odd/index.html", True: "odd.html"}


@pytest.fixture(params=GENERATORS, ids=lambda generator: generator.name)
def generator(request: pytest.FixtureRequest) -> Generator:
    found: Generator = request.param
    return found


@dataclass(frozen=True, slots=True)
class Made:
    """What a generator says, and whether it made a site."""

    failed: bool
    said: str

    @property
    def warnings(self) -> set[str]:
        """Lines that warn, without what differs from run to run."""
        plain = re.sub(r"\x1b\[[0-9;]*m", "", self.said)
        lines = (_CHANGING.sub("", line) for line in plain.splitlines() if _WARNING.search(line))
        return {_OF_A_LANGUAGE.sub(r"\1", line).strip() for line in lines}


def build(folder: Path, generator: Generator, locales: Iterable[str] = ()) -> Made:
    """Build the site."""
    shutil.rmtree(folder / generator.output, ignore_errors=True)
    said = ""
    for command in generator.commands(tuple(locales)):
        succeeded, words = ran(command, folder)
        said += words
        if not succeeded:
            return Made(failed=True, said=said)
    return Made(failed=False, said=said)


_WARNING = re.compile(r"warn|error|⚠|✖|deprecat|not found|no such|dead link", re.IGNORECASE)
_OF_A_LANGUAGE = re.compile(rf"([/.])(?:{'|'.join(('en', *LOCALES, 'pt-br', 'pt_BR'))})[/.]")
_CHANGING = re.compile(r"\d+(\.\d+)? ?m?s\b|\d\d:\d\d:\d\d|\d{4}/\d\d/\d\d")


def test_a_site_of_the_sample_works_in_six_languages(generator: Generator, tmp_path: Path) -> None:
    began = time.monotonic()
    alone, folder = tmp_path / "alone", tmp_path / "site"
    projects.with_configuration(alone, generator)
    projects.add_sample(alone, generator)
    assert not (first := build(alone, generator)).failed, first.said
    odd = next((alone / generator.output).rglob(ODD_PAGE[generator.files])).read_text(encoding="utf-8")
    ids = [heading.id for heading in pages.headings(odd, generator.content) if heading.id]
    projects.add_links(alone, generator, dict.fromkeys(ids))
    before = build(alone, generator)
    assert not before.failed, before.said

    projects.with_configuration(folder, generator, LOCALES, () if generator.needs_all else ("minimum = 50",))
    file = folder / "i18n.toml"
    text = projects.with_lines(file.read_text(encoding="utf-8"), "source", 'private = ["private.md"]')
    file.write_text(text, encoding="utf-8")
    projects.add_sample(folder, generator)
    projects.with_printed_lines(folder, generator)
    projects.add_links(folder, generator, dict.fromkeys(ids))
    projects.add_catalogs(folder, generator)
    projects.built(folder, generator)
    after = build(folder, generator, LOCALES)
    assert not after.failed, after.said[-4000:]
    _, own = faults(alone / generator.output, expected(generator))
    site, found = faults(folder / generator.output, expected(generator))
    found = list(caused(found, own, generator))
    compared = Compared(folder / generator.output, generator, site, len(set(ids)) + len(generator.more_links))
    found += list(compared.faults())
    found += [Fault("warning", "", line) for line in sorted(after.warnings - before.warnings)]
    told = f"{compared.ids} ids of headings compared, {len(found)} faults"
    report(generator.name, site, told, time.monotonic() - began)
    known.compare(generator.name, found)


@pytest.mark.skipif(
    "CORPORA" not in os.environ, reason="CORPORA=folder names a folder with a corpus for each generator"
)
def test_what_resolves_in_a_corpus_resolves_in_its_translations(generator: Generator, tmp_path: Path) -> None:
    began = time.monotonic()
    corpus = Path(os.environ["CORPORA"], generator.page)
    if not corpus.is_dir():
        pytest.skip(f"no {corpus}")
    alone, folder = tmp_path / "alone", tmp_path / "site"
    projects.with_configuration(alone, generator)
    left_out = corpora.add(alone, corpus, generator)
    before = build(alone, generator)
    assert not before.failed, before.said[-4000:]

    projects.with_configuration(folder, generator, corpora.LOCALES)
    corpora.add(folder, corpus, generator)
    projects.with_printed_lines(folder, generator)
    said = projects.built(folder, generator)
    after = build(folder, generator, corpora.LOCALES)
    assert not after.failed, after.said[-4000:]
    plain = Expected(generator.address)
    _, own = faults(alone / generator.output, plain)
    site, found = faults(folder / generator.output, plain)
    # With one language alone a generator may read links otherwise: what the source lacks among others counts too.
    own += [fault for fault in found if fault.page.partition("/")[0] not in map(generator.folder, corpora.LOCALES)]
    caused_by_us = sorted({fault for fault in caused(found, own, generator) if fault.kind in corpora.KINDS})
    told = f"{left_out} articles left out, {len(own)} faults of the source, {len(caused_by_us)} more"
    report(f"{generator.name}, corpus", site, told, time.monotonic() - began)
    (tmp_path / "said.txt").write_text(said, encoding="utf-8")
    assert not caused_by_us, "\n".join(map(str, caused_by_us))


def caused(found: Iterable[Fault], own: Iterable[Fault], generator: Generator) -> Iterator[Fault]:
    """The faults that are not the source's own: what does not work on its page, need not on that of a translation.

    Such a link leads to the same address there, or is written in the same way: what leads nowhere is not rewritten.
    """
    generators = {each for fault in own if fault.kind not in ("lang", "dir") for each in _plain(fault, generator)}
    return (fault for fault in found if generators.isdisjoint(_plain(fault, generator)))


def _plain(fault: Fault, generator: Generator) -> Iterator[Fault]:
    """The same fault on the page of the source: with the link as it is written, and with the address it leads to."""
    page, detail = fault.page, fault.detail
    if fault.kind in ("link", "fragment", "file"):
        here = generator.address + page.removesuffix("index.html")
        detail = unquote(urljoin(here, detail)).removesuffix("/") + "/"
    for folder in filter(None, map(generator.folder, ("en", *LOCALES))):
        if page.startswith(f"{folder}/"):
            page, detail = page.removeprefix(f"{folder}/"), detail.replace(f"/{folder}/", "/", 1)
            break
    for each in (fault.detail, detail.replace("/en/", "/", 1)):
        yield Fault(fault.kind, page.removeprefix("en/"), each)


def expected(generator: Generator) -> Expected:
    languages = {
        generator.folder(locale): (generator.tags.get(locale, locale), direction)
        for locale, direction in (("en", "ltr"), *LOCALES.items())
    }
    untranslated = {generator.html(locale, path) for locale, path in projects.MISSING}
    translated = None if generator.names_all else lambda name: name not in untranslated
    return Expected(generator.address, languages, translated, projects.SECRETS)


class Compared:
    """The pages of all languages, heading by heading."""

    def __init__(self, folder: Path, generator: Generator, site: Site, links: int) -> None:
        self.folder, self.generator, self.site, self.ids = folder, generator, site, 0
        self.links = links
        """How many lead to the odd page, at least."""

    def faults(self) -> Iterator[Fault]:
        sample = [file.relative_to(ROOT / "source").as_posix() for file in sorted((ROOT / "source").rglob("*.md"))]
        for path in (*sample, ODD, projects.LINKS):
            for locale in LOCALES:
                yield from self._of(path, locale)
        wanted = self._to_odd("en")
        assert wanted >= self.links
        for locale in LOCALES:
            if (found := self._to_odd(locale)) != wanted:
                page = self.generator.html(locale, projects.LINKS)
                yield Fault("language", page, f"{found} of {wanted} links lead to the odd page of the language")

    def _to_odd(self, locale: str) -> int:
        """How many links of an article lead to the odd page in its own language."""
        page, odd = (self.generator.html(locale, path) for path in (projects.LINKS, ODD))
        links = pages.links((self.folder / page).read_text(encoding="utf-8"), self.generator.content)
        return sum(self.site.target(page, link)[0] == odd for link in links)

    def _of(self, path: str, locale: str) -> Iterator[Fault]:
        name = self.generator.html(locale, path)
        source, page = self.folder / self.generator.html("en", path), self.folder / name
        is_missing = (locale, path) in projects.MISSING
        if not page.exists():
            if not is_missing:
                yield Fault("page", name, "is not there")
            return
        one, other = (file.read_text(encoding="utf-8") for file in (source, page))
        content = self.generator.content
        if (pages.text(one, content) == pages.text(other, content)) != is_missing:
            yield Fault("page", name, "is translated" if is_missing else "shows the source")
        yield from self._headings(name, pages.headings(one, content), pages.headings(other, content))

    def _headings(
        self, name: str, source: tuple[pages.Heading, ...], page: tuple[pages.Heading, ...]
    ) -> Iterator[Fault]:
        if len(source) != len(page):
            yield Fault("headings", name, f"{len(page)}, not {len(source)}")
            return
        for one, other in zip(source, page, strict=True):
            self.ids += bool(one.id)
            if one.id and one.id not in other.anchors:
                yield Fault("heading", name, f"{one.id} is {' '.join(sorted(other.anchors)) or 'nothing'}")


def report(what: str, site: Site, told: str, seconds: float) -> None:
    links = [link for page in site.pages.values() for link in (*page.links, *page.files)]
    fragments = sum("#" in link for link in links)
    counts = f"{len(site.pages)} pages, {len(links)} links, {fragments} fragments"
    print(f"\n{what}: {counts}, {told}, {seconds:.0f} s")  # noqa: T201 - what `make test-sites` is for
