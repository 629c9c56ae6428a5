"""How are the articles of a project compiled, by its configuration?"""

from __future__ import annotations

from collections.abc import Iterable

from i18n.compile.article import Options
from i18n.project import Project


def options_of(project: Project, locales: Iterable[str]) -> dict[str, Options]:
    """Options by locale."""
    notices, hosts = project.notices, project.check.hosts
    return {locale: Options(locale, project.build, notices.get(locale, ""), hosts) for locale in locales}
