"""What of private articles would git give to others?"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from i18n.model import Finding, Severity
from i18n.project import Found, Project
from i18n.project.globs import spelled_out
from i18n.store import git

RULE = "private-in-git"


def private_files(project: Project, found: Found) -> tuple[Finding, ...]:
    """Say how many files of articles that are listed as private git would give to others, and how it ignores them.

    The lines for `.gitignore` name what is private: they are told as a finding about a private article.
    """
    articles = [known for known in found.articles if known.private]
    if not articles:
        return ()
    data = [known.reference for known in articles if project.is_data(known.path)]
    there = git.shared(project.root, (*project.source.path, *data, *project.catalog_folders)) or ()
    files = {known.reference for known in articles} | {project.template(known.name) for known in articles}
    files |= {project.catalog(known.name, locale) for known in articles for locale in project.locales}
    number = len(files.intersection(there))
    if not number:
        return ()
    said = (
        f"Of private articles, {number} {'file is' if number == 1 else 'files are'} tracked by git, or would be with"
        " the next `git add`: texts, templates or catalogs. Have git ignore them, and take out what it tracks"
        " (`git rm --cached`), or turn this rule off where only you have the repository."
    )
    named = f"Lines for .gitignore: {'  '.join(lines(project))}"
    warning = Finding(RULE, Severity.WARNING, said, ".gitignore")
    return warning, Finding(RULE, Severity.INFO, named, ".gitignore", article=articles[0].path)


def lines(project: Project) -> Iterator[str]:
    """Lines that let git ignore what is listed as private, and all that is made of it but what is published."""
    for glob in (one for name in project.source.private for one in spelled_out(name)):
        yield f"/{project.original(glob)}"
        name = glob if glob.endswith("*") or project.is_data(glob) else posixpath.splitext(glob)[0]
        for pattern in (project.catalogs.template, project.catalogs.path):
            made = pattern.replace("{locale}", "*").replace("{article}", name)
            yield f"/{posixpath.splitext(made)[0] if name.endswith('**') else made}"
