"""What would git give to others? Asked of git itself, which alone knows all that it ignores."""

from __future__ import annotations

import posixpath
import subprocess
from collections.abc import Iterator, Sequence

from i18n.model import Finding, Severity
from i18n.project import Found, Project
from i18n.project.globs import spelled_out
from i18n.store import places

RULE = "private-in-git"
_SECONDS = 30
_PASSED_ON = ("PATH", "HOME", "XDG_CONFIG_HOME", "SYSTEMROOT", "USERPROFILE")
"""What git needs to run, and to find the settings of its user."""
_NO_PROGRAMS = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
"""A project that came by mail must not start a program by the configuration of its repository."""


def shared(folder: str, names: Sequence[str]) -> frozenset[str] | None:
    """Files of a folder, below some of its files and folders, that git tracks, or would with the next `git add`.

    None: git could not say. Without git, or outside a work tree, nothing is shared.
    """
    if not any(places.exists(posixpath.join(above, ".git")) for above in places.upwards(places.real(folder))):
        return frozenset()
    asked = ("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *names)
    settings = {
        **places.environment(_PASSED_ON),
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_LITERAL_PATHSPECS": "1",
    }
    try:
        done = subprocess.run(
            ["git", "-C", folder, *_NO_PROGRAMS, *asked],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            check=False,
            env=settings,
            timeout=_SECONDS,
        )
    except OSError:
        return frozenset()
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        return None
    return frozenset(name.decode("utf-8", "surrogateescape") for name in done.stdout.split(b"\0") if name)


def private_files(project: Project, found: Found) -> tuple[Finding, ...]:
    """Say how many files of articles that are listed as private git would give to others, and how it ignores them.

    The lines for `.gitignore` name what is private: they are told as a finding about a private article.
    """
    articles = [known for known in found.articles if known.private]
    if not articles:
        return ()
    there = shared(project.root, (*project.source.path, *project.catalog_folders)) or ()
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
    lines = f"Lines for .gitignore: {'  '.join(_lines(project))}"
    warning = Finding(RULE, Severity.WARNING, said, ".gitignore")
    return warning, Finding(RULE, Severity.INFO, lines, ".gitignore", article=articles[0].path)


def _lines(project: Project) -> Iterator[str]:
    """Lines that let git ignore what is listed as private, and all that is made of it but what is published."""
    for glob in (one for name in project.source.private for one in spelled_out(name)):
        yield f"/{project.original(glob)}"
        name = glob if glob.endswith("*") else posixpath.splitext(glob)[0]
        for pattern in (project.catalogs.template, project.catalogs.path):
            made = pattern.replace("{locale}", "*").replace("{article}", name)
            yield f"/{posixpath.splitext(made)[0] if name.endswith('**') else made}"
