"""How does a file become a value, or a finding that says why it cannot?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from i18n import sites
from i18n.errors import FileError, InputError, StorageError
from i18n.extract.article import Rules
from i18n.extract.drafts import DraftRules
from i18n.extract.source import Source, read_source
from i18n.model import Article, Finding, Severity
from i18n.project import Found, Known, Project, placement
from i18n.project.articles import is_prose
from i18n.project.globs import literal
from i18n.sites.ids import Ids
from i18n.sites.notices import NoticeForm
from i18n.store import Store
from i18n.workflow.session import Session

if TYPE_CHECKING:
    from i18n.memory.glossary import Glossary

ROOM = 64 * 2**20
"""Bytes of articles up to which each of them is read once in a command, and held as long as that takes."""
NO_TEXTS: Mapping[str, bytes] = MappingProxyType({})
"""No article was read before."""
UNREADABLE = "unreadable"
UNWRITABLE = "unwritable"


def rules(session: Session, project: Project) -> Rules:
    """How the articles of the project are read; found once in a session."""
    if project.root not in session.rules:
        session.rules[project.root] = _rules(session, project)
    return session.rules[project.root]


def _rules(session: Session, project: Project) -> Rules:
    source = project.source
    store = session.store
    code = None if source.code == "skip" else source.code
    site = sites.of_dialect(source.dialect)

    def below() -> list[str]:
        return [project.path(name) for folder in source.folders for name in store.files(folder).names]

    drafts = DraftRules(site.dates, site.expiry, site.dated_names, now=session.now.astimezone())
    folder = _site_folder(store, site, source.base)
    origin = source.base.removeprefix(folder).removeprefix("/")
    drafts = site.drafts(drafts, sites.Files(partial(_read_below, store, folder), origin, below))
    return Rules(
        source.dialect,
        source.front_matter,
        code,
        source.parameters,
        source.verbatim,
        source.skip,
        source.data_shortcodes,
        source.breaks,
        drop_comments=project.build.comments == "drop",
        drafts=drafts,
        data=source.data,
    )


def ids(session: Session, project: Project) -> Ids:
    """How the site makes ids of headings, by its configuration and by what the project says of it."""
    found = sites.ids_of(project.source.dialect, _reads(session, project))
    if project.build.ids == "auto":
        return found
    return replace(found, rule=project.build.ids, form="anchor" if found.form == "none" else found.form)


def notice_form(session: Session, project: Project) -> NoticeForm:
    """How the site shows a notice, by its configuration."""
    return sites.notice_form(project.source.dialect, _reads(session, project))


def _reads(session: Session, project: Project) -> Iterator[Callable[[str], bytes | None]]:
    """For each folder that may be a site's, what reads a file of it."""
    folders = dict.fromkeys(folder for each in project.source.folders for folder in placement.upwards(each))
    return (partial(_read_below, session.store, folder) for folder in folders)


def _site_folder(store: Store, site: sites.Site, base: str) -> str:
    """The folder of the generator's configuration: the articles' own or one around it, or else the root."""
    signs = [sign.glob for sign in site.signs]
    around = (
        each
        for each in placement.upwards(base)
        if any(store.find(placement.below(literal(each), sign)) for sign in signs)
    )
    return next(around, "")


def _read_below(store: Store, folder: str, name: str) -> bytes | None:
    return store.read_if_there(placement.below(folder, name))


def read_known(store: Store, rules: Rules, known: Known) -> Source | Finding:
    """Read an article, or say as a finding why it cannot be read."""
    try:
        return source_of(known, store.read(known.reference), rules)
    except InputError as error:
        return failure(error, known.path)


def source_of(known: Known, data: bytes, rules: Rules) -> Source:
    """What the bytes of an article are. Raises `InputError`."""
    return read_source(Article(known.path, known.name, known.reference, data, known.private), rules)


def failure(error: FileError, article: str = "", locale: str | None = None) -> Finding:
    """Say as a finding that a file could not be read or written."""
    text = " ".join(filter(None, [f"{error.message}.".replace("..", "."), error.hint]))
    rule = UNWRITABLE if isinstance(error, StorageError) else UNREADABLE
    return Finding(rule, Severity.ERROR, text, error.path, error.line, locale, article)


def left_behind(store: Store, project: Project, found: Found) -> tuple[Finding, ...]:
    """Say as findings what stands in the source folder and is not read."""
    lookalikes = sorted((*found.lookalikes, *(path for path in found.texts if is_prose(store, path))))
    left = (
        *((UNREADABLE, Severity.ERROR, path, _UNNAMEABLE.format(reason)) for path, reason in found.unnameable),
        *(("outside", Severity.WARNING, path, _OUTSIDE) for path in found.outside),
        *(("not-included", Severity.WARNING, path, _LOOKALIKE) for path in lookalikes),
    )
    return tuple(Finding(rule, severity, text, path, article=project.path(path)) for rule, severity, path, text in left)


_UNNAMEABLE = "The file's path {}: give it another one."
_OUTSIDE = "This symbolic link leaves the project and is not followed: put the files themselves here."
_LOOKALIKE = "This looks like an article, and no glob of [source] include matches it: add one, or add it to exclude."


def read_glossaries(store: Store, project: Project) -> Mapping[str, Glossary]:
    """Read the glossary of the project, locale by locale; nothing where it has none. Raises `InputError`."""
    name = project.memory.glossary
    if not name:
        return {}
    from i18n.memory.glossary import parse  # most projects have none, and workers start often

    return parse(store.read(store.inside(name)), name, project.source_locale, project.locales)


def readable_glossaries(store: Store, project: Project) -> Mapping[str, Glossary]:
    """Read them where they can be read: `check` says what is wrong with the others."""
    try:
        return read_glossaries(store, project)
    except InputError:
        return {}
