"""Is there what the project's configuration names: its rules, its engines, what they need?"""

from __future__ import annotations

import importlib.util
import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING

from i18n.errors import ConfigurationError
from i18n.project import Project, load, tables
from i18n.project.names import objection
from i18n.project.placement import Placement, below
from i18n.store import LocalStore

if TYPE_CHECKING:
    from i18n.sites.layouts import Wanted


def open_project(start: str, explicit: str | None = None) -> Project:
    """Load a project's configuration and verify what it names. Raises `ConfigurationError`."""
    project = load(start, explicit)
    if project.source.code in ("comments", "strings") and importlib.util.find_spec("pygments") is None:
        raise ConfigurationError(
            f'{project.file}: source.code: "{project.source.code}" needs Pygments, which is not installed.',
            "pip install 'manytongues[code]'",
        )
    if (project.check.error, project.check.warn, project.check.off) != ((), (), ()):
        from i18n.workflow.severities import settings_of  # only where there is something to verify

        settings_of(project)
    return placed(project) if project.build.layout != "plain" else project


def placed(project: Project) -> Project:
    """The project with the places of its layout. Raises `ConfigurationError` where two languages share one."""
    from i18n.sites.layouts import placement  # only where it is asked for

    places = placement(wanted(project))
    spelled: dict[str, str] = {}
    for locale in project.locales:
        other = spelled.setdefault(places.spelling(locale).casefold(), locale)
        if other != locale:
            raise ConfigurationError(
                f'{project.file}: build.layout: {other} and {locale} would both lie in "{places.spelling(locale)}".',
                "Give each its own name in the configuration of the site.",
            )
    if problem := _problem(project, places):
        raise ConfigurationError(
            f"{project.file}: build.layout: pages cannot lie where the configuration of the site puts them: {problem}.",
            "Name folders inside of the project there, without braces.",
        )
    return replace(project, placement=places)


def _problem(project: Project, placed: Placement) -> str:
    """What is wrong with places that a site's configuration, which may be anybody's, asks for; empty if nothing is."""
    for rule in placed.rules:
        for locale in project.locales:
            try:
                page = placed.page(below(rule.source, "a.md"), locale)
                placed.holds(page, locale)
            except (LookupError, ValueError):
                return f'"{rule.page}" is no name of a folder'
            if reason := objection(page):
                return f'"{page}" {reason}'
    return ""


def wanted(project: Project) -> Wanted:
    """What a layout asks of a project."""
    from i18n.sites.layouts import Wanted

    out = "" if project.build.path == "." else project.build.path
    source = project.source
    store = LocalStore(project.root)
    return Wanted(
        project.build.layout, project.locales, project.source_locale, source.folders, source.base, out,
        store.read_if_there, posixpath.basename(project.file),
    )  # fmt: skip


def verify_engines(project: Project) -> None:
    """Verify the engines that the configuration names. Raises `ConfigurationError`."""
    if not _are_plain(project.draft.engines) or project.engine:
        from i18n.workflow.draft.engines import verified  # all engines come with it

        verified(project)


def _are_plain(engines: tuple[str, ...]) -> bool:
    """Whether these are some of the engines that every project has, each of them once."""
    return set(engines) <= set(tables.DraftSettings().engines) and len(set(engines)) == len(engines)
