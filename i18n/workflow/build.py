"""How do articles and catalogs become what is published?"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from i18n import __version__, locales, storage
from i18n.build.article import Compiled, Options, Source, compile_article, read_source
from i18n.build.choice import Policy
from i18n.bundle import manifest
from i18n.bundle.manifest import Built, Manifest
from i18n.check import units as check_units
from i18n.check.settings import Settings
from i18n.errors import ConfigurationError, InputError
from i18n.extract.article import Rules
from i18n.model import Finding, Severity
from i18n.project import Known, Project
from i18n.project.globs import matches
from i18n.workflow.catalogs import read_units
from i18n.workflow.check import live, settings_of, where_of
from i18n.workflow.linked import Linked, linked_files, outputs
from i18n.workflow.opening import rules
from i18n.workflow.publishing import is_translated, judge, satisfies
from i18n.workflow.reading import read_article, unreadable
from i18n.workflow.selection import Selection
from i18n.workflow.spreading import spread


@dataclass(frozen=True, slots=True)
class Left:
    """An article that is not published in a locale."""

    article: str
    locale: str
    reason: str


@dataclass(frozen=True, slots=True)
class Done:
    """What `build` did, or would do."""

    manifest: Manifest
    written: int
    """Files that changed."""
    removed: int
    """Files that were there and belong to nothing any more."""
    left_out: tuple[Left, ...]
    withheld: tuple[Left, ...]
    """Locales that are not published at all, with the required article that is missing."""
    findings: tuple[Finding, ...]

    @property
    def writes(self) -> bool:
        """Something was written or removed."""
        return bool(self.written or self.removed)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a worker needs to know."""

    project: Project
    rules: Rules
    options: Mapping[str, Options]
    severities: Settings
    pretend: bool


@dataclass(frozen=True, slots=True)
class _Item:
    """An article to build, and what the last build made of it."""

    known: Known
    before: tuple[tuple[str, Built], ...]
    """Locale and entry."""

    @property
    def size(self) -> int:
        """Bytes of the article."""
        return self.known.size

    @property
    def reference(self) -> str:
        """The article's path."""
        return self.known.reference


@dataclass(frozen=True, slots=True)
class _Result:
    """What came of one article."""

    path: str
    entries: tuple[tuple[str, Built], ...] = ()
    """Locale and entry."""
    files: tuple[Linked, ...] = ()
    left_out: tuple[Left, ...] = ()
    unchanged: tuple[str, ...] = ()
    """Locales in which the last build's output stays, as an input could not be read."""
    written: int = 0
    findings: tuple[Finding, ...] = ()


def build_all(
    project: Project,
    selection: Selection,
    *,
    jobs: int = 1,
    drafts: bool = False,
    fallback: str | None = None,
    source_date_epoch: int | None = None,
    pretend: bool = False,
    step: Callable[[int], None] = lambda _steps: None,
) -> Done:
    """Compile the selected articles, and remove the outputs of those that are gone.

    Private articles are built only if they were named. Nothing is removed that the manifest of an earlier build does
    not list. `drafts` and `fallback` go before the configuration's. Raises `ConfigurationError`, `StorageError`.
    """
    plan = _plan(project, selection, drafts=drafts or project.build.drafts, fallback=fallback, pretend=pretend)
    before, findings = _earlier(project)
    entries = _entries(before)
    withheld = list(_withheld(plan, selection, entries))
    held = [left.locale for left in withheld]
    plan = replace(plan, options={tag: options for tag, options in plan.options.items() if tag not in held})
    chosen = [known for known in selection.articles if not known.private or known.path in selection.named]
    items = [_Item(known, tuple(entries[known.path].items())) for known in chosen]
    book = _Book(project, selection, entries, before, held)
    written = 0
    left_out: list[Left] = []
    try:
        for done in spread(_build_one, plan, items, jobs):
            step(len(done))
            for result in done:
                book.enter(result)
                written += result.written
                left_out += result.left_out
                findings += result.findings
    except BaseException:
        if not pretend:  # what is finished is kept, and listed, so that a later build can remove it
            _write_manifest(project, book.made(source_date_epoch, everything=True), pretend=False)
        raise
    made = book.made(source_date_epoch)
    removed = sum(storage.remove(path, root=project.root, pretend=pretend) for path in book.gone(made))
    written += _write_manifest(project, made, pretend=pretend)
    return Done(made, written, removed, tuple(left_out), tuple(withheld), tuple(findings))


def manifest_path(project: Project) -> Path:
    """Where the manifest of the compiled articles lies."""
    return project.dist / "manifest.json"


def _write_manifest(project: Project, made: Manifest, *, pretend: bool) -> bool:
    path = manifest_path(project)
    if not made.locales and not path.exists():
        return False
    return storage.write(path, manifest.serialize(made), root=project.root, pretend=pretend)


def _plan(project: Project, selection: Selection, *, drafts: bool, fallback: str | None, pretend: bool) -> _Plan:
    without = [locale for locale in selection.locales if locale not in project.notices]
    if drafts and without:
        raise ConfigurationError(
            f"{project.file}: notices: machine drafts are published only on pages that say so, "
            f"and there is no notice for {', '.join(without)}.",
            f'Add [notices] {without[0]} = "…", in that language.',
        )
    build = project.build
    policy = Policy(build.outdated, build.require, drafts)
    options = {
        locale: Options(
            rules(project), locale, fallback or build.fallback, policy, project.notices.get(locale, ""), build.anchors
        )
        for locale in selection.locales
    }
    return _Plan(project, rules(project), options, settings_of(project, drafts=drafts), pretend)


def _earlier(project: Project) -> tuple[Manifest | None, list[Finding]]:
    """Read the manifest of the last build; a broken one is as good as none, but it is said."""
    path = manifest_path(project)
    try:
        data = storage.read_if_there(path, project.root)
        return (manifest.parse(data, project.relative(path)) if data is not None else None), []
    except InputError as error:
        text = f"{error.message}. It is made anew; outputs that it alone listed stay."
        return None, [Finding("manifest", Severity.WARNING, text, error.path, error.line)]


def _entries(before: Manifest | None) -> defaultdict[str, dict[str, Built]]:
    """Source path → locale → entry."""
    entries: defaultdict[str, dict[str, Built]] = defaultdict(dict)
    for locale in before.locales if before else ():
        for entry in locale.articles:
            entries[entry.source][locale.tag] = entry
    return entries


def _withheld(plan: _Plan, selection: Selection, entries: Mapping[str, Mapping[str, Built]]) -> Iterator[Left]:
    """Locales in which a required article is missing, each with the first one."""
    required = plan.project.build.required
    articles = [known for known in selection.found.articles if matches(known.path, required)]
    for glob in required:
        if not any(matches(known.path, [glob]) for known in articles):
            raise ConfigurationError(f'{plan.project.file}: build.required: "{glob}" matches no article.')
    sources = {}
    for known in articles:
        try:
            sources[known] = read_source(read_article(plan.project, known), plan.rules)
        except InputError:
            continue  # it is reported where it is built
    for locale in plan.options:
        for known, source in sources.items():
            try:
                compiled = _compile(plan, source, locale)[0]
            except InputError:
                continue
            verdict = judge(compiled, entries.get(known.path, {}).get(locale), plan.project.build)
            if not satisfies(compiled, verdict):
                yield Left(known.path, locale, verdict.reason or "nothing of it is translated")
                break


def _build_one(plan: _Plan, item: _Item) -> _Result:
    known = item.known
    try:
        article = read_article(plan.project, known)
        source = read_source(article, plan.rules)
        files, findings = linked_files(plan.project, known, source.extraction.files)
    except InputError as error:
        return _Result(known.path, unchanged=tuple(plan.options), findings=(unreadable(error, known.path),))
    digest = hashlib.sha256(article.data).hexdigest()
    before = {locale: entry for locale, entry in item.before if plan.project.output(entry.output, locale).is_file()}
    entries, left_out, unchanged, written = [], [], [], 0
    found = dict.fromkeys((*source.extraction.findings, *findings))
    for locale in plan.options:
        try:
            compiled, remarks = _compile(plan, source, locale)
        except InputError as error:
            found[unreadable(error, known.path, locale)] = None
            unchanged.append(locale)
            continue
        found |= dict.fromkeys(remarks)
        verdict = judge(compiled, before.get(locale), plan.project.build)
        if not verdict.published:
            left_out.append(Left(known.path, locale, verdict.reason))
            continue
        if verdict.keeps_earlier:
            kept = replace(before[locale], source_sha256=digest, fallback="last-good", reason=verdict.reason)
            entries.append((locale, kept))
            continue
        written += _publish(plan, locale, compiled, files)
        entries.append(
            (
                locale,
                Built(
                    known.path,
                    digest,
                    compiled.path,
                    hashlib.sha256(compiled.data).hexdigest(),
                    compiled.coverage,
                    verdict.fallback,
                    verdict.reason,
                    files=tuple(file.path for file in files),
                    private=known.private or source.extraction.draft,
                    errors=sum(remark.severity is Severity.ERROR for remark in remarks),
                ),
            )
        )
    return _Result(known.path, tuple(entries), files, tuple(left_out), tuple(unchanged), written, tuple(found))


def _compile(plan: _Plan, source: Source, locale: str) -> tuple[Compiled, tuple[Finding, ...]]:
    """Compile for one locale; its findings have the severities of the project. Raises `InputError`."""
    path = plan.project.catalog(source.article.name, locale)
    shown = plan.project.relative(path)
    units = read_units(plan.project, source.article.name, locale)
    compiled = compile_article(source, units, plan.options[locale], shown)
    remarks = check_units.adjusted(compiled.findings, units, plan.severities)
    if compiled.drafts:  # `check` may not know that machine drafts are published this time
        where = where_of(plan.project, source, locale)
        remarks += check_units.findings(live(source, units), where, plan.severities)
    return compiled, remarks


def _publish(plan: _Plan, locale: str, compiled: Compiled, files: Iterable[Linked]) -> int:
    project = plan.project
    output = project.output(compiled.path, locale)
    written = storage.write(output, compiled.data, root=project.root, pretend=plan.pretend)
    return written + sum(
        storage.link_or_copy(place, target, root=project.root, pretend=plan.pretend)
        for place, target in outputs(project, files, locale)
    )


class _Book:
    """The entries of the manifest: those of the last build, and what replaces them."""

    def __init__(
        self,
        project: Project,
        selection: Selection,
        entries: Mapping[str, Mapping[str, Built]],
        before: Manifest | None,
        withheld: list[str],
    ) -> None:
        self._project = project
        self._selection = selection
        self._withheld = withheld
        self._there = {known.path for known in selection.found.articles}
        self._chosen = {known.path for known in selection.articles}
        self._old = entries
        self._new: dict[str, dict[str, Built]] = {}
        self._before = before
        self._digests = {
            (locale.tag, path): digest for locale in (before.locales if before else ()) for path, digest in locale.files
        }

    def enter(self, result: _Result) -> None:
        """Take what one article became."""
        kept = {tag: entry for tag, entry in self._old.get(result.path, {}).items() if tag in result.unchanged}
        self._new[result.path] = kept | dict(result.entries)
        for tag, entry in result.entries:
            self._digests |= {(tag, file.path): file.sha256 for file in result.files if file.path in entry.files}

    def made(self, epoch: int | None, *, everything: bool = False) -> Manifest:
        """Make the manifest; `everything`: of a build that did not come to its end, nothing old is dropped."""
        articles = {path: self._article(path, everything=everything) for path in sorted({*self._old, *self._new})}
        tags = sorted({tag for entries in articles.values() for tag in entries})
        return Manifest(f"manytongues {__version__}", tuple(self._locale(tag, articles) for tag in tags), epoch)

    def gone(self, made: Manifest) -> list[Path]:
        """Files that the last build listed and this one does not."""
        return [self._project.output(path, tag) for tag, path in sorted(_listed(self._before) - _listed(made))]

    def _article(self, path: str, *, everything: bool) -> dict[str, Built]:
        kept = {tag: entry for tag, entry in self._old.get(path, {}).items() if everything or self._stays(path, tag)}
        entries = kept | self._new.get(path, {})
        translated = [tag for tag, entry in entries.items() if is_translated(entry)]
        return {
            tag: replace(entry, alternates=tuple(sorted(other for other in translated if other != tag)))
            for tag, entry in entries.items()
        }

    def _stays(self, path: str, tag: str) -> bool:
        """Tell whether an entry of the last build stays: its article is there, and was not asked for this time."""
        if tag in self._withheld or tag not in self._project.locales or path not in self._there:
            return False
        return path not in self._chosen or tag not in self._selection.locales

    def _locale(self, tag: str, articles: Mapping[str, Mapping[str, Built]]) -> manifest.Locale:
        entries = tuple(entries[tag] for entries in articles.values() if tag in entries)
        files = sorted({path for entry in entries for path in entry.files})
        return manifest.Locale(
            tag,
            locales.own_name(tag),
            locales.direction(tag),
            entries,
            tuple((path, self._digests[tag, path]) for path in files),
        )


def _listed(made: Manifest | None) -> set[tuple[str, str]]:
    """Locale and path of every file that a manifest lists."""
    return {
        (locale.tag, path)
        for locale in (made.locales if made else ())
        for path in (*(entry.output for entry in locale.articles), *(path for path, _ in locale.files))
    }
