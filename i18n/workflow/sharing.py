"""What of private articles would git give to others?"""

from __future__ import annotations

import itertools
import posixpath
from collections.abc import Iterator

from i18n.model import Finding, Severity
from i18n.project import Found, Project
from i18n.project.globs import spelled_out
from i18n.project.placement import below
from i18n.sites.linking import ENDING
from i18n.store import git

RULE = "private-in-git"


def private_files(project: Project, found: Found) -> tuple[Finding, ...]:
    """Say how many files of articles that are listed as private git would give to others, and how it ignores them.

    The lines for `.gitignore` name what is private: they are told as a finding about a private article.
    """
    articles = [known for known in found.articles if known.private]
    if not articles:
        return ()
    files = {known.reference for known in articles} | {project.template(known.name) for known in articles}
    files |= {project.catalog(known.name, locale) for known in articles for locale in project.locales}
    files |= {project.output(known.path, locale) for known in articles for locale in project.locales}
    folders = (*project.source.path, *project.catalog_folders, project.build.path)
    apart = sorted(name for name in files if not name.startswith(tuple(below(folder, "") for folder in folders)))
    there = git.shared(project.root, (*folders, *apart)) or ()
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
    """Lines that let git ignore what is listed as private, and all that is made of it."""
    named = ((name,) if ENDING.search(name) else spelled_out(name) for name in project.source.private)
    for glob in itertools.chain.from_iterable(named):
        yield f"/{project.original(glob)}"
        name = glob if glob.endswith("*") or project.is_data(glob) else posixpath.splitext(glob)[0]
        for pattern in (project.catalogs.template, project.catalogs.path):
            made = pattern.replace("{locale}", "*").replace("{article}", name)
            yield f"/{posixpath.splitext(made)[0] if name.endswith('**') else made}"
        yield from (f"/{page}" for page in _pages(project, glob))


def _pages(project: Project, glob: str) -> Iterator[str]:
    """The pages of what a glob stands for, in every language, as lines for git."""
    if glob.endswith("*") and not posixpath.splitext(glob)[1]:
        glob += "/*.*" if glob.endswith("**") else ".*"  # a layout may put the language before the ending of a name
    if not posixpath.splitext(glob)[1]:
        return
    sections = (rule.source for rule in project.placement.rules if rule.source and glob.startswith("**"))
    for path in (glob, *(f"{each}/{glob}" for each in sections)):
        locales = ("*",) if project.placement.divided else project.locales
        yield from (project.output(path, locale) for locale in locales)
