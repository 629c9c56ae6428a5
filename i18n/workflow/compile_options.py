"""How are the articles of a project compiled, by its configuration?"""

from __future__ import annotations

from collections.abc import Iterable

from i18n.compile.article import Options
from i18n.project import Project
from i18n.workflow.reading import rules


def options_of(project: Project, locales: Iterable[str]) -> dict[str, Options]:
    """Options by locale."""
    notices, hosts = project.notices, project.check.hosts
    return {
        locale: Options(rules(project), locale, project.build, notices.get(locale, ""), hosts) for locale in locales
    }
