"""How are the articles of a project compiled, by its configuration?"""

from __future__ import annotations

from collections.abc import Iterable

from i18n.compile.article import Options
from i18n.compile.choice import Policy
from i18n.project import Project
from i18n.workflow.reading import rules


def options_of(
    project: Project, locales: Iterable[str], *, drafts: bool = False, fallback: str | None = None
) -> dict[str, Options]:
    """Options by locale; `drafts` and `fallback` go before what the configuration says."""
    build = project.build
    policy = Policy(build.outdated, build.require, drafts or build.drafts)
    return {
        locale: Options(
            rules(project),
            locale,
            fallback or build.fallback,
            policy,
            project.notices.get(locale, ""),
            build.anchors,
            project.check.hosts,
        )
        for locale in locales
    }
