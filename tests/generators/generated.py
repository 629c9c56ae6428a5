"""What is built drops into real generators and works: every link, fragment and id of the pages that they make."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.commands import ROOT
from tests.generators import known, pages, projects
from tests.generators.checking import Expected, Fault, Site, faults
from tests.generators.generator import Generator
from tests.generators.generators import GENERATORS
from tests.generators.projects import LOCALES, ODD

TIMEOUT = 1200
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


def build(folder: Path, generator: Generator, *, alone: bool) -> Made:
    """Build the site."""
    shutil.rmtree(folder / generator.output, ignore_errors=True)
    said = ""
    for command in generator.commands(alone):
        done = subprocess.run(
            command.arguments, cwd=folder / command.folder, capture_output=True, text=True, check=False,
            timeout=TIMEOUT, stdin=subprocess.DEVNULL, env={**os.environ, **QUIET, **command.environment},
        )  # fmt: skip
        said += (done.stdout + done.stderr).replace(str(folder), "")
        if done.returncode:
            return Made(failed=True, said=said)
    return Made(failed=False, said=said)


QUIET = {
    "NO_MKDOCS_2_WARNING": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "FORCE_COLOR": "0",
    "ASTRO_TELEMETRY_DISABLED": "1", "CI": "true", "NO_UPDATE_NOTIFIER": "1",
}  # fmt: skip
_WARNING = re.compile(r"warn|error|⚠|✖|deprecat|not found|no such|dead link", re.IGNORECASE)
_OF_A_LANGUAGE = re.compile(rf"([/.])(?:{'|'.join((*LOCALES, 'pt-br', 'pt_BR'))})[/.]")
_CHANGING = re.compile(r"\d+(\.\d+)? ?m?s\b|\d\d:\d\d:\d\d|\d{4}/\d\d/\d\d")


def test_a_site_of_the_sample_works_in_six_languages(generator: Generator, tmp_path: Path) -> None:
    began = time.monotonic()
    alone, folder = tmp_path / "alone", tmp_path / "site"
    projects.with_configuration(alone, generator, alone=True)
    projects.add_sample(alone, generator)
    assert not (first := build(alone, generator, alone=True)).failed, first.said
    odd = next((alone / generator.output).rglob(ODD_PAGE[generator.files])).read_text(encoding="utf-8")
    ids = [heading.id for heading in pages.headings(odd, generator.content) if heading.id]
    projects.add_links(alone, generator, dict.fromkeys(ids))
    before = build(alone, generator, alone=True)
    assert not before.failed, before.said

    projects.with_configuration(folder, generator, alone=False)
    configure(folder, "\n".join((*generator.settings, *(() if generator.needs_all else ("minimum = 50",)))))
    projects.add_sample(folder, generator)
    projects.with_printed_lines(folder, generator)
    projects.add_links(folder, generator, dict.fromkeys(ids))
    projects.add_catalogs(folder, generator)
    projects.built(folder, generator)
    after = build(folder, generator, alone=False)
    if after.failed:
        (tmp_path / "said.txt").write_text(after.said, encoding="utf-8")
        errors = sorted(after.warnings - before.warnings)
        known.compare(generator.name, [Fault("build", "", line) for line in errors])
        return
    _, own = faults(alone / generator.output, expected(generator))
    site, found = faults(folder / generator.output, expected(generator))
    found = list(caused(found, own, generator))
    compared = Compared(folder / generator.output, generator)
    found += list(compared.faults())
    found += [Fault("warning", "", line) for line in sorted(after.warnings - before.warnings)]
    report(generator, site, compared, found, time.monotonic() - began)
    known.compare(generator.name, found)


def caused(found: Iterable[Fault], own: Iterable[Fault], generator: Generator) -> Iterator[Fault]:
    """The faults that are not the source's own: what does not work on its page, need not on that of a translation."""
    generators = {_plain(fault, generator) for fault in own if fault.kind not in ("lang", "dir")}
    return (fault for fault in found if _plain(fault, generator) not in generators)


def _plain(fault: Fault, generator: Generator) -> Fault:
    """The same fault on the page of the source."""
    folders = [folder for locale in ("en", *LOCALES) if (folder := generator.folder(locale))]
    for folder in [folder for folder in (*folders, "en") if fault.page.startswith(f"{folder}/")]:
        detail = fault.detail.replace(f"/{folder}/", "/")
        return Fault(fault.kind, fault.page.removeprefix(f"{folder}/"), detail)
    return fault


def configure(folder: Path, build: str) -> None:
    """Add what is of the test alone to the documented configuration."""
    file = folder / "i18n.toml"
    text = projects.with_lines(file.read_text(encoding="utf-8"), "source", 'private = ["private.md"]')
    file.write_text(projects.with_lines(text, "build", build), encoding="utf-8")


def expected(generator: Generator) -> Expected:
    languages = {
        generator.folder(locale): (generator.tags.get(locale, locale), direction)
        for locale, direction in (("en", "ltr"), *LOCALES.items())
    }
    return Expected(
        generator.address, languages, generator.extensionless, None, projects.SECRETS
    )  # fmt: skip


class Compared:
    """The pages of all languages, heading by heading."""

    def __init__(self, folder: Path, generator: Generator) -> None:
        self.folder, self.generator, self.ids, self.pages = folder, generator, 0, 0

    def faults(self) -> Iterator[Fault]:
        sample = [file.relative_to(ROOT / "source").as_posix() for file in sorted((ROOT / "source").rglob("*.md"))]
        for path in (*sample, ODD, projects.LINKS):
            if path in self.generator.unpublished:
                continue
            for locale in LOCALES:
                yield from self._of(path, locale)

    def _of(self, path: str, locale: str) -> Iterator[Fault]:
        name = self.generator.html(locale, path)
        source, page = self.folder / self.generator.html("en", path), self.folder / name
        is_missing = (locale, path) in projects.MISSING
        if not page.exists():
            if not is_missing:
                yield Fault("page", name, "is not there")
            return
        self.pages += 1
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


def report(generator: Generator, site: Site, compared: Compared, found: list[Fault], seconds: float) -> None:
    links = [link for page in site.pages.values() for link in (*page.links, *page.files)]
    fragments = sum("#" in link for link in links)
    print(  # noqa: T201 - what `make test-sites` is for
        f"\n{generator.name}: {len(site.pages)} pages, {len(links)} links, {fragments} fragments,"
        f" {compared.ids} ids of headings compared, {len(found)} faults, {seconds:.0f} s"
    )
