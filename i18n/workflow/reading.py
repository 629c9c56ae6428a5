"""How does a file become a value, or a finding that says why it cannot?"""

from __future__ import annotations

from i18n import storage
from i18n.errors import InputError
from i18n.model import Article, Finding, Severity
from i18n.project import Known, Project

UNREADABLE = "unreadable"
"""Rule id of the finding about a file that could not be read."""
_INPUTS = frozenset({UNREADABLE, "front-matter"})


def read_article(project: Project, known: Known) -> Article:
    """Read an article; raises `InputError`, which names it."""
    data = storage.read(project.sources / known.path, project.root)
    return Article(known.path, known.name, known.reference, data, known.private)


def unreadable(error: InputError, article: str = "", locale: str | None = None) -> Finding:
    """Say as a finding that a file could not be read."""
    text = " ".join(filter(None, [f"{error.message}.".replace("..", "."), error.hint]))
    return Finding(UNREADABLE, Severity.ERROR, text, error.path, error.line, locale, article)


def is_about_input(finding: Finding) -> bool:
    """Tell whether the finding says that an input could not be read (exit status 3)."""
    return finding.rule in _INPUTS
